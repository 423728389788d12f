/** A copy of the project with a fault in it, and which cases turn red there. */

import { type FaultCopy, inCopy, planted, textOf } from "../support/fault_copy.ts";
import type { Fault } from "./_case.ts";

/** What the cases need: sources, scenarios and their data. */
const NEEDED = [
  "sim",
  "tests/validation",
  "tests/support",
  "data",
  "scenarios",
  "deno.json",
  "deno.lock",
];
/** Names that the libraries for YAML and distributions look for. */
const ENVIRONMENT = "DEBUG,DEBUG_COLORS,DEBUG_HIDE_DATE,LOG_STREAM,LOG_TOKENS";

/** Which cases are run against a fault, and on how many threads. */
export interface FaultRun {
  /** Text in the names of the cases that are run; all when left out. */
  readonly only?: string;
  /** Threads [-]; 2 when left out. */
  readonly jobs?: number;
}

/**
 * Plants a fault in a copy of the project and runs the fast cases there, with the same Deno.
 *
 * The copy lies in the folder of results, and goes when the run is over or is interrupted.
 *
 * @param fault The fault.
 * @param run Which cases, on how many threads.
 * @returns Names of the cases that turned red.
 * @throws {RangeError} If what is to be found does not stand exactly once.
 * @throws {Interrupted} If the process is told to end meanwhile.
 */
export async function redUnder(
  fault: Fault,
  { only = "", jobs = 2 }: FaultRun = {},
): Promise<string[]> {
  planted(textOf(fault), fault);
  const options = ["--jobs", String(jobs), ...(only === "" ? [] : ["--only", only])];
  return await inCopy(NEEDED, (copy) => copy.under(fault, () => redIn(copy, options)));
}

async function redIn(copy: FaultCopy, options: readonly string[]): Promise<string[]> {
  const permissions = ["--no-prompt", "--allow-read", `--allow-env=${ENVIRONMENT}`];
  const { code, stdout, stderr } = await copy.deno([
    "run",
    "--quiet",
    "--cached-only",
    ...permissions,
    "tests/validation/validate.ts",
    "--fast",
    "--red",
    ...options,
  ]);
  if (code > 1) throw new Error(`Cannot run the cases in the copy: ${stderr}`);
  const lines = stdout.trim().split("\n").filter((line) => line.startsWith('"'));
  // A crash ends with code 1 as well; red cases print their names.
  if (code === 1 && lines.length === 0) {
    throw new Error(`Cannot run the cases in the copy: ${stderr}`);
  }
  return lines.map((line) => JSON.parse(line) as string);
}

/** What differs between the cases that should turn red and those that did: a line each. */
export function faultGaps(fault: Fault, red: readonly string[], only = ""): string[] {
  const wanted = fault.red.filter((name) => name.includes(only));
  return [
    ...wanted.filter((name) => !red.includes(name)).map((name) => `stayed green: ${name}`),
    ...red.filter((name) => !wanted.includes(name)).map((name) => `turned red: ${name}`),
  ];
}
