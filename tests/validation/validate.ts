/**
 * `deno task validate`: every case beside its reference; the kept tables, and planted faults.
 *
 * Exit codes: 0 all green and, where asked, no drift; 1 something is red, has drifted, or a fault did
 * not turn its cases red and those alone; 2 bad options; 130 interrupted.
 */

import { asksForHelp, OptionError } from "../support/command_line.ts";
import { countdown } from "../support/countdown.ts";
import { Interrupted } from "../support/fault_copy.ts";
import type { Effort, Fault } from "./_case.ts";
import { cases, faults } from "./cases.ts";
import { faultGaps, redUnder } from "./_fault_copy.ts";
import { type Options, optionsOf, USAGE } from "./_options.ts";
import {
  driftOf,
  fromCsv,
  type Outcome,
  rowsOf,
  type TableRow,
  toCsv,
  toMarkdown,
  toText,
} from "./_table.ts";
import { runOnThreads } from "./_threads.ts";

const FOLDER = new URL("./", import.meta.url);
const fileOf = (effort: Effort) => new URL(`table_${effort}.csv`, FOLDER);

function progress(count: number): (outcome: Outcome, done: number) => void {
  const say = countdown(count);
  return ({ name, judged, seconds }, done) => {
    const red = judged.some(({ holds }) => !holds) ? "RED  " : "green";
    say(done, `${red}  ${seconds.toFixed(1).padStart(6)} s`, name);
  };
}

function indicesOf(only: string): number[] {
  return cases.flatMap(({ name }, index) => name.includes(only) ? [index] : []);
}

/** Writes the rows of the cases that were run; those of other cases stay as they are kept. */
function keep(effort: Effort, rows: readonly TableRow[], only: string): void {
  const kept = only === "" ? [] : keptRows(effort);
  const all = cases.flatMap(({ name }) =>
    (name.includes(only) ? rows : kept).filter((row) => row.case === name)
  );
  Deno.writeTextFileSync(fileOf(effort), toCsv(all));
  if (effort === "full") render(all);
}

function render(rows: readonly TableRow[]): void {
  const text = toMarkdown(rows, { deno: Deno.version.deno, cases, faults });
  Deno.writeTextFileSync(new URL("TABLE.md", FOLDER), text);
}

function keptRows(effort: Effort): TableRow[] {
  return fromCsv(Deno.readTextFileSync(fileOf(effort)));
}

function driftFromKept(effort: Effort, rows: readonly TableRow[], only: string): string[] {
  return driftOf(keptRows(effort).filter((row) => row.case.includes(only)), rows);
}

async function runEffort(effort: Effort, options: Options): Promise<number> {
  const { only, check, jobs, red } = options;
  const indices = indicesOf(only);
  const onDone = red ? () => {} : progress(indices.length);
  const outcomes = await runOnThreads({ indices, effort, jobs, onDone });
  const rows = rowsOf(outcomes);
  const wrong = rows.filter(({ verdict }) => verdict === "red");
  if (red) {
    for (const name of new Set(wrong.map((row) => row.case))) console.log(JSON.stringify(name));
    return wrong.length > 0 ? 1 : 0;
  }
  console.log(
    `${toText(rows)}\n\n${effort}: ${rows.length - wrong.length} green, ${wrong.length} red`,
  );
  const drift = check ? driftFromKept(effort, rows, only) : [];
  for (const line of drift) console.log(`drift: ${line}`);
  if (!check) keep(effort, rows, only);
  return wrong.length > 0 || drift.length > 0 ? 1 : 0;
}

async function runFault(fault: Fault, { only, jobs }: Options): Promise<number> {
  const red: string[] = [];
  const gaps = await redUnder(fault, { only, jobs }).then((names) => {
    red.push(...names);
    return faultGaps(fault, names, only);
  }, (error: Error) => {
    if (error instanceof Interrupted) throw error;
    return [error.message];
  });
  console.log(`${gaps.length === 0 ? "ok  " : "FAIL"} ${fault.name}: ${fault.what}`);
  for (const name of red) console.log(`     red: ${name}`);
  for (const gap of gaps) console.log(`     ${gap}`);
  return gaps.length === 0 ? 0 : 1;
}

function list(): void {
  for (const { name } of cases) console.log(name);
  for (const { name, what } of faults) console.log(`fault ${name}: ${what}`);
}

/**
 * Runs the command line.
 *
 * @param args Arguments, without the program's name.
 * @returns Exit code.
 */
export async function main(args: readonly string[]): Promise<number> {
  if (asksForHelp(args)) {
    console.log(USAGE);
    return 0;
  }
  let options: Options;
  try {
    options = optionsOf(args, { cases: cases.map(({ name }) => name), faults });
  } catch (error) {
    if (!(error instanceof OptionError)) throw error;
    console.error(`${error.message}\n${USAGE}`);
    return 2;
  }
  if (options.list) {
    list();
    return 0;
  }
  if (options.render) {
    render(keptRows("full"));
    return 0;
  }
  return await run(options);
}

async function run(options: Options): Promise<number> {
  let code = 0;
  if (options.fault !== "") return await runFaults(options);
  for (const effort of options.efforts) code = Math.max(code, await runEffort(effort, options));
  return code;
}

/** Faults one after another; of all of them, those that have a case left to turn red. */
async function runFaults(options: Options): Promise<number> {
  const chosen = faults.filter(({ name, red }) =>
    (options.fault === "all" || options.fault === name) &&
    red.some((one) => one.includes(options.only))
  );
  let code = 0;
  try {
    for (const fault of chosen) code = Math.max(code, await runFault(fault, options));
  } catch (error) {
    if (!(error instanceof Interrupted)) throw error;
    console.error(error.message);
    return 130;
  }
  return code;
}

if (import.meta.main) Deno.exit(await main(Deno.args));
