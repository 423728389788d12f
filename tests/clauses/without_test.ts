/** Clauses taken out: every modelled one has its fault, and the kept table is that of the register. */

import { assert, assertEquals, assertThrows } from "@std/assert";
import { loadClauses } from "../../sim/scenario/mod.ts";
import { OptionError } from "../support/command_line.ts";
import { planted, textOf } from "../support/fault_copy.ts";
import { readTap, runCases, sourceFault } from "./_without_run.ts";
import { toMarkdown, WITHOUT_TABLE } from "./_without_table.ts";
import { CLAUSE_FAULTS } from "./faults.ts";
import { casesOf } from "./without.ts";

const { clauses, notices } = await loadClauses();
const modelled = clauses.filter(({ status }) => status === "modelled");
const names = modelled.map(({ clause }) => clause);
const read = (file: string) => Deno.readTextFile(new URL(file, import.meta.url));

// Seen red: a fault deleted.
Deno.test("every modelled clause has one fault, in the order of the register", () => {
  assertEquals(CLAUSE_FAULTS.map(({ clause }) => clause), names);
});

// Seen red: a word of a mechanism changed, so that its fault finds nothing.
Deno.test("every fault finds its text once in the file of its mechanism, and changes it", () => {
  for (const one of casesOf("all", clauses)) {
    const fault = sourceFault(one);
    const text = textOf(fault);
    assert(planted(text, fault) !== text, fault.name);
  }
});

// Seen red: the test of a clause renamed, the table not made anew.
Deno.test("the kept table is that of the register, and every test is red without its clause", async () => {
  const rows = WITHOUT_TABLE.fromCsv(await read("without.csv"));
  assertEquals(
    rows.map(({ clause, test, fault }) => [clause, test, fault]),
    modelled.map(({ clause, test }, i) => [clause, test, CLAUSE_FAULTS[i].what]),
  );
  assertEquals(rows.filter(({ verdict }) => verdict !== "red").map(({ clause }) => clause), []);
  assertEquals(await read("WITHOUT.md"), toMarkdown(rows, notices));
});

Deno.test("casesOf() refuses a clause that is not modelled or not there", () => {
  assertEquals(casesOf("P22-2.5", clauses).map(({ fault }) => fault.clause), ["P22-2.5"]);
  for (
    const [clause, said] of [
      ["BJ-3.15", 'current clause "BJ-3.15" is not modelled'],
      ["P22-2.55", 'current clause "P22-2.55" is not in the register; nearest is "P22-2.5"'],
    ]
  ) {
    const error = assertThrows(() => casesOf(clause, clauses), OptionError) as OptionError;
    assertEquals(
      error.message,
      "Cannot take a clause out as --without must name one that is modelled, or all: " + said,
    );
  }
});

Deno.test("readTap() reads one test of a report: green, red with what it says, not run", () => {
  const message = "AssertionError: Values are not equal.\n\n\n    [Diff] Actual / Expected\n\n\n" +
    "    [\n\x1b[31m-   0\x1b[0m\n+   3\n      7,\n    ]\n\n  throw new AssertionError();\n        ^\n    at x";
  const report = (ok: string) =>
    `TAP version 14\n# ./a_test.ts\n${ok} 1 - it - works\n` +
    `  ---\n  ${JSON.stringify({ message, severity: "fail" })}\n  ...\n1..1\n`;
  assertEquals(readTap(report("ok"), "it - works"), { green: true, lines: [] });
  assertEquals(readTap(report("not ok"), "it - works"), {
    green: false,
    asserted: true,
    lines: ["AssertionError: Values are not equal.", "- 0", "+ 3"],
  });
  const bare = JSON.stringify({ message: "AssertionError\n    at file:///x/a_test.ts:12:3" });
  assertEquals(readTap(`not ok 1 - it\n  ---\n  ${bare}\n`, "it"), {
    green: false,
    asserted: true,
    lines: ["AssertionError"],
    line: 12,
  });
  const other = JSON.stringify({ message: "TypeError: Cannot read properties of undefined" });
  assertEquals(readTap(`not ok 1 - it\n  ---\n  ${other}\n`, "it"), {
    green: false,
    asserted: false,
    lines: ["TypeError: Cannot read properties of undefined"],
  });
  assertEquals(readTap(report("ok"), "it"), undefined);
  assertEquals(readTap("", "it"), undefined);
});

// Planted: every end but green taken for red: the third is, red.
Deno.test("runCases() sees red, green, what cannot be planted, and what ends without an assertion", async () => {
  const [one] = casesOf("P22-2.2.2(2)", clauses);
  const crash = { ...one.fault, replace: "no rules at all: [" };
  const harmless = { ...one.fault, replace: `${one.fault.find} ` };
  const nowhere = { ...one.fault, find: "no such text" };
  const outcomes = await runCases([
    one,
    { ...one, fault: harmless },
    { ...one, fault: nowhere },
    { ...one, fault: crash },
  ]);
  assertEquals(outcomes.map(({ verdict }) => verdict), ["red", "green", "broken", "broken"]);
  assertEquals(outcomes[0].lines, [
    "AssertionError: Values are not equal.",
    '- "lead general",',
    '+ "sub_designated general",',
  ]);
  assertEquals(outcomes[2].lines, [
    'Cannot plant fault "P22-2.2.2(2)" as its text must stand once in ' +
    "scenarios/rules/plan_2022.yaml: it stands 0 times",
  ]);
});
