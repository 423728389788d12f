/** What the programs of `tests/` say about their command lines. */

import { nearestName } from "../../sim/scenario/mod.ts";

/** Whether the arguments ask how the program is called. */
export function asksForHelp(args: readonly string[]): boolean {
  return args.includes("--help") || args.includes("-h");
}

/**
 * What is wrong with the options of a command line, in one line.
 *
 * @param error What `parseArgs` of `node:util` threw.
 * @param names Names of the options that there are, without the two dashes.
 * @returns Its first line, with the nearest option where one is unknown.
 */
export function optionTrouble(error: unknown, names: readonly string[]): string {
  const said = (error instanceof Error ? error.message : String(error)).split("\n")[0];
  const unknown = said.match(/^Unknown option '-+([^'=]*)/)?.[1];
  const nearest = unknown === undefined ? undefined : nearestName(unknown, names);
  return nearest === undefined ? said : `${said}; nearest is "--${nearest}"`;
}

/** `; nearest is "…"` for a wrong name, or for the beginning or another part of one; else nothing. */
export function nearestOf(wrong: string, names: readonly string[]): string {
  const nearest = nearestName(wrong, names) ?? nearestHolder(wrong, names);
  return nearest === undefined ? "" : `; nearest is "${nearest}"`;
}

/**
 * The name that holds what is nearest to a wrong part of a name.
 *
 * @param part Text that stands in no name.
 * @param names Names.
 * @returns The name with the piece, as long as the text, that differs least; undefined when none is near.
 */
export function nearestHolder(part: string, names: readonly string[]): string | undefined {
  const holders = new Map<string, string>();
  for (const name of names) {
    for (let i = 0; i <= Math.max(0, name.length - part.length); i++) {
      const piece = name.slice(i, i + part.length);
      if (!holders.has(piece)) holders.set(piece, name);
    }
  }
  const nearest = nearestName(part, holders.keys());
  return nearest === undefined ? undefined : holders.get(nearest);
}
