/** Runs the registered test of a clause with and without the mechanism of the clause. */

import type { Clause } from "../../sim/scenario/mod.ts";
import { type FaultCopy, inCopy, type SourceFault, textOf } from "../support/fault_copy.ts";
import type { ClauseFault } from "./_fault.ts";

/** What the registered tests need. */
const NEEDED = [
  "sim",
  "tests/unit",
  "tests/support",
  "data",
  "scenarios",
  "deno.json",
  "deno.lock",
];
/** What `deno test` is told beside the file and the name. */
const TEST = [
  "test",
  "--quiet",
  "--no-check",
  "--cached-only",
  "--no-prompt",
  "--allow-read",
  "--allow-write",
  "--allow-env",
  "--reporter=tap",
];
// deno-lint-ignore no-control-regex
const COLOURS = /\x1b\[[0-9;]*m/g;
/** Most lines of a red test that are kept [lines], and longest line [characters]. */
const LINES = 4;
const LONGEST = 160;

/** A clause, its fault, and its test. */
export interface WithoutCase {
  /** Row of the register. */
  readonly clause: Clause;
  /** Its fault. */
  readonly fault: ClauseFault;
}

/** What became of a test without its clause. */
export interface WithoutOutcome extends WithoutCase {
  /**
   * `red` as it should be, with an assertion that failed; `green` when the test does not see the clause;
   * `red before` when it is red with the clause too; `broken` when it cannot be run, or ends with
   * another error than an assertion, which says nothing of the clause.
   */
  readonly verdict: "red" | "green" | "red before" | "broken";
  /** What the red test says; for a broken one why. */
  readonly lines: readonly string[];
}

/** File of the mechanism that a row of the register names. */
export function fileOf({ mechanism }: Pick<Clause, "mechanism">): string {
  return mechanism.split("#")[0];
}

/** File and name of the test that a row of the register names. */
export function testOf({ test }: Pick<Clause, "test">): { file: string; name: string } {
  const [file, name = ""] = test.split(" :: ");
  return { file, name };
}

/** The change of the sources that a clause's fault is. */
export function sourceFault({ clause, fault }: WithoutCase): SourceFault {
  const { find, replace } = fault;
  return { name: clause.clause, file: fileOf(clause), find, replace };
}

/** How a test ended: undefined when it was not found. */
interface TestEnd {
  readonly green: boolean;
  /** Whether an assertion failed; left out when it is green. */
  readonly asserted?: boolean;
  readonly lines: readonly string[];
  /** Line of the test's file, where all that is said is that something does not hold. */
  readonly line?: number;
}

/**
 * Runs clauses one after another in one copy of the project.
 *
 * A test is run once as things are and must then be green; then once for each clause, without it.
 *
 * @param cases Clauses with their faults.
 * @param onDone Told of each outcome.
 * @returns Outcomes in the same order.
 * @throws {Interrupted} If the process is told to end meanwhile.
 */
export async function runCases(
  cases: readonly WithoutCase[],
  onDone: (outcome: WithoutOutcome, done: number) => void = () => {},
): Promise<WithoutOutcome[]> {
  return await inCopy(NEEDED, async (copy) => {
    const before = new Map<string, TestEnd | string>();
    const outcomes: WithoutOutcome[] = [];
    for (const one of cases) {
      const { test } = one.clause;
      if (!before.has(test)) before.set(test, await runTest(copy, one.clause));
      const outcome = await outcomeOf(copy, one, before.get(test)!);
      outcomes.push(outcome);
      onDone(outcome, outcomes.length);
    }
    return outcomes;
  });
}

async function outcomeOf(
  copy: FaultCopy,
  one: WithoutCase,
  before: TestEnd | string,
): Promise<WithoutOutcome> {
  if (typeof before === "string") return { ...one, verdict: "broken", lines: [before] };
  if (!before.green) return { ...one, verdict: "red before", lines: before.lines };
  const after = await copy.under(sourceFault(one), () => runTest(copy, one.clause))
    .catch((error: unknown) => {
      if (error instanceof RangeError) return error.message;
      throw error;
    });
  if (typeof after === "string") return { ...one, verdict: "broken", lines: [after] };
  const verdict = after.green ? "green" : after.asserted ? "red" : "broken";
  return { ...one, verdict, lines: after.lines };
}

/** Runs one test; a text when it was not run. */
async function runTest(copy: FaultCopy, clause: Clause): Promise<TestEnd | string> {
  const { file, name } = testOf(clause);
  const pattern = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const { stdout, stderr } = await copy.deno([...TEST, "--filter", `/^${pattern}$/`, file]);
  const end = readTap(stdout, name);
  if (end?.line !== undefined) {
    return { ...end, lines: [...end.lines, sourceLine(file, end.line)] };
  }
  return end ?? `the test was not run: ${shortened(stderr).join(" ")}`;
}

/**
 * What a report in the form of the Test Anything Protocol says of one test.
 *
 * @param report Report of `deno test --reporter=tap`.
 * @param name Name of the test.
 * @returns Whether it is green, and what it says when it is red; undefined when it is not in the report.
 */
export function readTap(report: string, name: string): TestEnd | undefined {
  const lines = report.split("\n");
  const at = lines.findIndex((line) =>
    /^(?:not )?ok \d+ - /.test(line) && line.endsWith(` - ${name}`)
  );
  if (at < 0) return undefined;
  if (lines[at].startsWith("ok")) return { green: true, lines: [] };
  const said = lines.slice(at).find((line) => line.trimStart().startsWith("{")) ?? "{}";
  const { message = "no message" } = JSON.parse(said) as { message?: string };
  const plain = message.replace(COLOURS, "");
  const told = shortened(plain);
  const asserted = plain.startsWith("AssertionError");
  const line = Number(plain.match(/_test\.ts:(\d+):\d+/)?.[1] ?? NaN);
  const bare = told.length === 1 && told[0] === "AssertionError" && !Number.isNaN(line);
  return { green: false, asserted, lines: told, ...(bare && { line }) };
}

/** A line of a test's file [line, from 1]. */
function sourceLine(file: string, line: number): string {
  return textOf({ file }).split("\n")[line - 1].trim();
}

/** The first lines of a message that say something: no colours, no stack, no piece of source. */
function shortened(message: string): string[] {
  const lines = message.replace(COLOURS, "").split("\n");
  const caret = lines.findIndex((line) => /^\s*\^\s*$/.test(line));
  const stack = lines.findIndex((line) => /^\s+at /.test(line));
  const end = caret > 0 ? caret - 1 : stack >= 0 ? stack : lines.length;
  const said = lines.slice(0, end).map((line) => line.trim().replace(/\s+/g, " "))
    .filter((line) => line !== "");
  const diff = said.findIndex((line) => line.startsWith("[Diff]"));
  const told = diff < 0
    ? said
    : [...said.slice(0, diff), ...said.slice(diff + 1).filter((line) => /^[-+]/.test(line))];
  return told.slice(0, LINES)
    .map((line) => line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line);
}
