/** Every case in its short form; the kept tables; what each fault looks for. */

import { assertEquals } from "@std/assert";
import { planted, textOf } from "../support/fault_copy.ts";
import { runCase } from "./_run_case.ts";
import { fromCsv, type Outcome, rowsOf, toCsv, toMarkdown } from "./_table.ts";
import { cases, faults } from "./cases.ts";

const read = (name: string) => Deno.readTextFileSync(new URL(name, import.meta.url));

const outcomes = new Map<string, Outcome>();

function outcomeOf(index: number): Outcome {
  const { name } = cases[index];
  const outcome = outcomes.get(name) ?? runCase(cases[index], "fast");
  outcomes.set(name, outcome);
  return outcome;
}

cases.forEach(({ name }, index) => {
  Deno.test(name, () => {
    assertEquals(outcomeOf(index).judged.filter(({ holds }) => !holds), []);
  });
});

// After a change that moves numbers: deno task validate, and a line in the change log.
Deno.test("table_fast.csv holds what the cases give, byte for byte", () => {
  assertEquals(toCsv(rowsOf(cases.map((_, index) => outcomeOf(index)))), read("table_fast.csv"));
});

Deno.test("table_full.csv holds the cases and quantities of the short form, all green", () => {
  const named = (rows: readonly { case: string; quantity: string }[]) =>
    rows.map((row) => `${row.case} | ${row.quantity}`);
  const full = fromCsv(read("table_full.csv"));
  assertEquals(named(full), named(fromCsv(read("table_fast.csv"))));
  assertEquals(full.filter(({ verdict }) => verdict !== "green"), []);
});

Deno.test("TABLE.md is the full table in Markdown", () => {
  const kept = read("TABLE.md");
  const deno = kept.match(/^Deno (\S+),/m)?.[1] ?? "";
  assertEquals(kept, toMarkdown(fromCsv(read("table_full.csv")), { deno, cases, faults }));
});

Deno.test("cases and faults have names of their own", () => {
  const names = [...cases, ...faults].map(({ name }) => name);
  assertEquals(names.filter((name, i) => names.indexOf(name) !== i), []);
});

Deno.test("each fault finds its text once, changes it, and names cases that there are", () => {
  for (const fault of faults) {
    const text = textOf(fault);
    assertEquals(planted(text, fault) === text, false, fault.name);
    assertEquals(fault.red.length > 0, true, `${fault.name} turns nothing red`);
    const unknown = fault.red.filter((name) => !cases.some((one) => one.name === name));
    assertEquals(unknown, [], fault.name);
  }
});
