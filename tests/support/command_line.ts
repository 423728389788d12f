/** What the programs of `tests/` say about their command lines. */

import { nearestName } from "../../sim/scenario/mod.ts";

/** What a command line says is wrong. */
export class OptionError extends Error {
  /** @param message What is wrong. */
  constructor(message: string) {
    super(message);
    this.name = "OptionError";
  }
}

/**
 * A whole number that an option takes.
 *
 * @param text What is written.
 * @param option What it is for, what the option is called, and the most that it may be.
 * @returns The number, from 1.
 * @throws {OptionError} If it is no whole number from 1 to the most.
 */
export function countOption(
  text: string,
  { to, option, most }: { to: string; option: string; most: number },
): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count >= 1 && count <= most) return count;
  throw new OptionError(
    `Cannot ${to} as ${option} must be a whole number from 1 to ${most}: current value is "${text}"`,
  );
}

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
