/** What the command line of the clauses may say. */

import { parseArgs } from "node:util";
import { countOption, nearestHolder, OptionError, optionTrouble } from "../support/command_line.ts";
import type { Effect } from "./_effect.ts";

/** Replications of the kept table [-]. */
export const REPLICATIONS = 20;

/** Options of `clauses.ts`. */
export interface ClauseOptions {
  /** Text in the clauses or titles of the effects that are run; all when empty. */
  readonly only: string;
  /** Replications of each step [-]. */
  readonly replications: number;
  /** Worker threads [-]. */
  readonly jobs: number;
  /** Whether the kept table is compared and not written. */
  readonly check: boolean;
  /** Whether effects are named and nothing is run. */
  readonly list: boolean;
  /** Whether the readable table is written anew from the kept one, and nothing is run. */
  readonly render: boolean;
  /** Clause whose mechanism is taken out; none when empty. */
  readonly without: string;
}

/** How to call it. */
export const USAGE = `Usage: deno task clauses [OPTIONS]
  --only TEXT       run the effects whose clause or title holds the text; only their rows are written
  --replications N  paired replications of each step; ${REPLICATIONS} when left out, and no other number is kept
  --jobs N          threads; 2 when left out
  --check           compare with the kept table, write nothing
  --render          write EFFECTS.md anew from the kept table, run nothing
  --list            name the effects
  --without CLAUSE  take the mechanism of a clause out of a copy of the sources and see that the test
                    which the register names turns red; "all" for one after another
  --help            say this
Exit codes: 0 all effects as expected and, where asked, no drift; 1 an effect is missing, another one is
seen or the table has drifted, or a test stays green without its clause; 2 bad options; 130 interrupted.`;

const OPTIONS = {
  only: { type: "string" },
  replications: { type: "string" },
  jobs: { type: "string" },
  check: { type: "boolean" },
  list: { type: "boolean" },
  render: { type: "boolean" },
  without: { type: "string" },
} as const;

/** Whether the clauses or the title of an effect hold a text. */
export function holds({ clauses, title }: Effect, text: string): boolean {
  return [...clauses, title].some((name) => name.includes(text));
}

/**
 * Reads the command line.
 *
 * @param args Arguments, without the program's name.
 * @param effects Effects that there are.
 * @returns Options.
 * @throws {OptionError} If an option is unknown or lacks its value, no effect is left, a number is no
 * whole number from 1, or two options do not go together.
 */
export function optionsOf(args: readonly string[], effects: readonly Effect[]): ClauseOptions {
  const values = valuesOf(args);
  const { only = "", check = false, list = false, render = false, without = "" } = values;
  const to = "run the clauses";
  const jobs = countOption(values.jobs ?? "2", { to, option: "--jobs", most: 64 });
  const wanted = values.replications ?? `${REPLICATIONS}`;
  const replications = countOption(wanted, { to, option: "--replications", most: 1000 });
  if (values.only === "" || values.without === "") {
    throw new OptionError(
      `Cannot ${to} as --only and --without take a text that is not empty: current value is ""`,
    );
  }
  checkOnly(only, effects);
  if (check && (replications !== REPLICATIONS || without !== "")) {
    throw new OptionError(
      `Cannot compare with the kept table as --check takes ${REPLICATIONS} replications of the sources as they are`,
    );
  }
  return { only, replications, jobs, check, list, render, without };
}

function checkOnly(only: string, effects: readonly Effect[]): void {
  if (only === "" || effects.some((one) => holds(one, only))) return;
  const names = effects.flatMap(({ clauses, title }) => [...clauses, title]);
  const nearest = nearestHolder(only, names);
  throw new OptionError(
    `Cannot run the clauses as --only must be part of a clause or title: none has "${only}" in it` +
      (nearest === undefined ? ", see --list" : `; nearest is "${nearest}"`),
  );
}

function valuesOf(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS }).values;
  } catch (error) {
    const trouble = optionTrouble(error, [...Object.keys(OPTIONS), "help"]);
    throw new OptionError(`Cannot read the options: ${trouble}`);
  }
}
