/** What the command line of the bench may say. */

import { parseArgs } from "node:util";
import { optionTrouble } from "../support/command_line.ts";

/** How to call it. */
export const USAGE = `Usage: deno task bench [--engine] [--city] [--experiment] [--json]
       deno task bench --peers [--only PROGRAM,…] [--models MODEL,…] [--rounds N] [--scale FACTOR]
                               [--json] [--cache FOLDER] [--ours COMMAND]
  --engine       the engine: draws, laws, models by handlers and by processes
  --city         a replication of the training grid, of a district and of Beijing
  --experiment   experiments: two workers, the store, resuming, memory
                 all three when none of them is named
  --json         figures as JSON
  --peers        the engine beside other simulators; tests/bench/peers/README.md tells the options
  --help         say this`;

/** What is to be measured. */
export interface Wanted {
  readonly engine: boolean;
  readonly city: boolean;
  readonly experiment: boolean;
  /** Whether figures are printed as JSON. */
  readonly json: boolean;
}

const FLAG = { type: "boolean", default: false } as const;
const OPTIONS = { engine: FLAG, city: FLAG, experiment: FLAG, json: FLAG } as const;

/**
 * Reads the command line.
 *
 * @param args Arguments, without `--peers`.
 * @returns What is wanted; everything when nothing is named.
 * @throws {RangeError} If an option is unknown.
 */
export function wantedOf(args: readonly string[]): Wanted {
  try {
    const { engine, city, experiment, json } = parseArgs({ args: [...args], options: OPTIONS })
      .values;
    const all = !engine && !city && !experiment;
    return { engine: all || engine, city: all || city, experiment: all || experiment, json };
  } catch (error) {
    const trouble = optionTrouble(error, [...Object.keys(OPTIONS), "peers", "help"]);
    throw new RangeError(`Cannot measure: ${trouble}`);
  }
}
