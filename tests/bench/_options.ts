/** What the command line of the bench may say. */

import { parseArgs } from "node:util";
import { optionTrouble } from "../support/command_line.ts";

/** How to call it. */
export const USAGE =
  `Usage: deno task bench [--engine] [--city] [--parts] [--log] [--experiment] [--json]
       deno task bench --peers [--only PROGRAM,…] [--models MODEL,…] [--rounds N] [--scale FACTOR]
                               [--json] [--cache FOLDER] [--ours COMMAND]
  --engine       the engine: draws, laws, models by handlers and by processes
  --city         a replication of the training grid, of a district and of Beijing
  --parts        share of the time of each part of the model, Beijing under the plan and in full
  --log          what the event log costs: time with its raw columns over time without
  --experiment   experiments: two workers, the store, resuming, memory
                 all of them when none is named
  --json         figures as JSON
  --peers        the engine beside other simulators; tests/bench/peers/README.md tells the options
  --help         say this`;

/** What is to be measured. */
export interface Wanted {
  readonly engine: boolean;
  readonly city: boolean;
  readonly parts: boolean;
  readonly log: boolean;
  readonly experiment: boolean;
  /** Whether figures are printed as JSON. */
  readonly json: boolean;
}

const FLAG = { type: "boolean", default: false } as const;
const SUBJECTS = { engine: FLAG, city: FLAG, parts: FLAG, log: FLAG, experiment: FLAG } as const;
const OPTIONS = { ...SUBJECTS, json: FLAG } as const;

/**
 * Reads the command line.
 *
 * @param args Arguments, without `--peers`.
 * @returns What is wanted; everything when nothing is named.
 * @throws {RangeError} If an option is unknown.
 */
export function wantedOf(args: readonly string[]): Wanted {
  try {
    const { json, ...named } = parseArgs({ args: [...args], options: OPTIONS }).values;
    const all = Object.keys(SUBJECTS).every((name) => !named[name as keyof typeof SUBJECTS]);
    if (!all) return { ...named, json };
    return { engine: true, city: true, parts: true, log: true, experiment: true, json };
  } catch (error) {
    const trouble = optionTrouble(error, [...Object.keys(OPTIONS), "peers", "help"]);
    throw new RangeError(`Cannot measure: ${trouble}`);
  }
}
