/** What the command line of the validation may say. */

import { parseArgs } from "node:util";
import {
  countOption,
  nearestHolder,
  nearestOf,
  OptionError,
  optionTrouble,
} from "../support/command_line.ts";
import type { Fault } from "./_case.ts";

/** Options of `validate.ts`. */
export interface Options {
  /** Efforts that are run, in order. */
  readonly efforts: readonly ("fast" | "full")[];
  /** Text in the names of the cases that are run; all when empty. */
  readonly only: string;
  /** Fault to be planted; "all" for one after another; none when empty. */
  readonly fault: string;
  /** Whether the kept tables are compared and not written. */
  readonly check: boolean;
  /** Whether cases and faults are named and nothing is run. */
  readonly list: boolean;
  /** Whether the readable table is written anew from the kept full one, and nothing is run. */
  readonly render: boolean;
  /** Whether the names of red cases are printed alone, one a line, as JSON. */
  readonly red: boolean;
  /** Cases that run at a time [cases]. */
  readonly jobs: number;
}

/** How to call it. */
export const USAGE = `Usage: deno task validate [OPTIONS]
  --fast         run the short form of the cases alone; both forms when left out
  --only TEXT    run the cases whose name holds the text; only their rows are written
  --fault NAME   plant a fault in a copy of the sources and see which cases turn red; "all" for all;
                 with --only, those among the cases whose name holds the text
  --check        compare with the kept tables, write nothing
  --render       write TABLE.md anew from the kept full table, run nothing
  --list         name the cases and faults
  --jobs N       cases that run at a time; 2 when left out
  --red          print the names of red cases alone
  --help         say this
Exit codes: 0 all green and, where asked, no drift; 1 something is red, has drifted, or a fault did not
turn its cases red and those alone; 2 bad options; 130 interrupted.`;

/** What there is to choose from. */
export interface Choice {
  /** Names of the cases. */
  readonly cases: readonly string[];
  /** Faults, with the cases that they turn red. */
  readonly faults: readonly Pick<Fault, "name" | "red">[];
}

/**
 * Reads the command line.
 *
 * @param args Arguments, without the program's name.
 * @param choice Cases and faults that there are.
 * @returns Options.
 * @throws {OptionError} If an option is unknown or lacks its value, a name is not there, the jobs are
 * no whole number from 1, two options do not go together, or no case of a fault is left.
 */
export function optionsOf(args: readonly string[], choice: Choice): Options {
  const values = valuesOf(args);
  const { only = "", fault = "", check = false, list = false, red = false, render = false } =
    values;
  const jobs = countOption(values.jobs ?? "2", { to: "run cases", option: "--jobs", most: 64 });
  if (values.only === "" || values.fault === "") {
    throw new OptionError(
      'Cannot run cases as --only and --fault take a text that is not empty: current value is ""',
    );
  }
  if (only !== "") checkOnly(only, choice);
  if (fault !== "") checkFault(fault, only, choice);
  if (fault !== "" && check) {
    throw new OptionError("Cannot compare with the kept tables as --fault changes the sources");
  }
  const efforts = values.fast || fault !== "" ? ["fast"] as const : ["fast", "full"] as const;
  return { efforts, only, fault, check, list, red, render, jobs };
}

function checkOnly(only: string, { cases }: Choice): void {
  if (cases.some((name) => name.includes(only))) return;
  const nearest = nearestHolder(only, cases);
  throw new OptionError(
    `Cannot run cases as --only must be part of a name: no case has "${only}" in its name` +
      (nearest === undefined ? ", see --list" : `; nearest is "${nearest}"`),
  );
}

function checkFault(fault: string, only: string, { faults }: Choice): void {
  const chosen = faults.filter(({ name }) => fault === "all" || name === fault);
  if (chosen.length === 0) {
    throw new OptionError(
      `Cannot plant a fault as --fault must name one: current name is "${fault}", see --list${
        nearestOf(fault, faults.map(({ name }) => name))
      }`,
    );
  }
  const red = chosen.flatMap((one) => one.red);
  if (red.some((name) => name.includes(only))) return;
  throw new OptionError(
    `Cannot plant a fault as --only must leave a case that it turns red: no case of "${fault}" has ` +
      `"${only}" in its name, the first is "${red[0]}"`,
  );
}

const OPTIONS = {
  fast: { type: "boolean" },
  only: { type: "string" },
  fault: { type: "string" },
  check: { type: "boolean" },
  list: { type: "boolean" },
  render: { type: "boolean" },
  red: { type: "boolean" },
  jobs: { type: "string" },
} as const;

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    const trouble = optionTrouble(error, [...Object.keys(OPTIONS), "help"]);
    throw new OptionError(`Cannot read the options: ${trouble}`);
  }
}
