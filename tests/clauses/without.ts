/** Clauses taken out one at a time: the test that the register names must turn red. */

import { type Clause, loadClauses } from "../../sim/scenario/mod.ts";
import { nearestOf, OptionError } from "../support/command_line.ts";
import { countdown } from "../support/countdown.ts";
import { fileOf, runCases, testOf, type WithoutCase, type WithoutOutcome } from "./_without_run.ts";
import { rowOf, toMarkdown, WITHOUT_TABLE } from "./_without_table.ts";
import { CLAUSE_FAULTS } from "./faults.ts";

const FOLDER = new URL("./", import.meta.url);
const KEPT = new URL("without.csv", FOLDER);
const READABLE = new URL("WITHOUT.md", FOLDER);

/** Which clauses are taken out. */
export interface WithoutOptions {
  /** A clause that is modelled; "all" for one after another, which also writes the kept table. */
  readonly without: string;
}

/**
 * The clauses that are taken out, with their faults.
 *
 * @param without A clause; "all" for all that are modelled.
 * @param clauses Rows of the register.
 * @returns Cases in the order of the register.
 * @throws {OptionError} If no clause that is modelled has this name.
 */
export function casesOf(without: string, clauses: readonly Clause[]): WithoutCase[] {
  const modelled = clauses.filter(({ status }) => status === "modelled");
  const chosen = modelled.filter(({ clause }) => without === "all" || clause === without);
  if (chosen.length === 0) {
    const row = clauses.find(({ clause }) => clause === without);
    const why = row === undefined ? nearestOf(without, modelled.map(({ clause }) => clause)) : "";
    throw new OptionError(
      `Cannot take a clause out as --without must name one that is modelled, or all: current clause ` +
        `"${without}" ${row === undefined ? "is not in the register" : `is ${row.status}`}${why}`,
    );
  }
  return chosen.map((clause) => {
    const fault = CLAUSE_FAULTS.find((one) => one.clause === clause.clause);
    if (fault !== undefined) return { clause, fault };
    throw new OptionError(
      `Cannot take clause ${clause.clause} out as each modelled clause must have a fault: current number is 0`,
    );
  });
}

/** Writes the readable table anew from the kept rows. */
export async function renderWithout(): Promise<void> {
  const { notices } = await loadClauses();
  const rows = WITHOUT_TABLE.fromCsv(await Deno.readTextFile(KEPT));
  await Deno.writeTextFile(READABLE, toMarkdown(rows, notices));
}

function print({ clause, fault, verdict, lines }: WithoutOutcome): void {
  const { file, name } = testOf(clause);
  console.log(`${verdict === "red" ? "ok  " : "FAIL"} ${clause.clause}: ${clause.paraphrase}`);
  console.log(`     without: ${fault.what} (${fileOf(clause)})`);
  console.log(`     test:    ${name} (${file})`);
  console.log(`     ${verdict}${verdict === "green" ? ": the test does not see the clause" : ""}`);
  for (const line of lines) console.log(`       ${line}`);
}

/**
 * Takes clauses out of a copy of the sources and runs the test that the register names for each.
 *
 * @param options Which clauses.
 * @returns Exit code: 0 when every test turned red, 1 when one did not.
 * @throws {OptionError} If no clause that is modelled has this name.
 * @throws {Interrupted} If the process is told to end meanwhile.
 */
export async function runWithout({ without }: WithoutOptions): Promise<number> {
  const { clauses } = await loadClauses();
  const cases = casesOf(without, clauses);
  const say = countdown(cases.length);
  const outcomes = await runCases(cases, (outcome, done) => {
    print(outcome);
    if (cases.length > 1) say(done, outcome.verdict, outcome.clause.clause);
  });
  const green = outcomes.filter(({ verdict }) => verdict !== "red");
  if (without === "all") {
    await Deno.writeTextFile(KEPT, WITHOUT_TABLE.toCsv(outcomes.map(rowOf)));
    await renderWithout();
    console.log(`${outcomes.length - green.length} turned red, ${green.length} did not`);
  }
  return green.length > 0 ? 1 : 0;
}
