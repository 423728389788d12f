/** Options of `explain` as written, and what is wrong with them, all at once. */
import { wordProblem } from "../report/mod.ts";
import { quoted } from "../scenario/mod.ts";
import { InputError } from "./exit.ts";

/** Every option as written; each way of asking has its own. */
export type Asked = Readonly<Record<string, string | boolean | undefined>>;

/** An option: its name, what it takes, what it says. */
export type OptionRow = readonly [name: string, takes: string, says: string];

/**
 * What is wrong with an option of a closed list.
 *
 * @param name Option.
 * @param value As written; undefined when it was not given.
 * @param names Values allowed.
 * @returns One line, or none.
 */
export function choiceProblem(
  name: string,
  value: string | boolean | undefined,
  names: readonly string[],
): string[] {
  return wordProblem(`--${name}`, value, names);
}

/**
 * Refuses a command with everything that is wrong with it.
 *
 * @param path What was to be explained.
 * @param problems One line each.
 * @throws {InputError} When there are problems.
 */
export function refuseAll(path: string, problems: readonly string[]): void {
  if (problems.length === 0) return;
  throw new InputError(
    [`Cannot explain ${quoted(path)} as options are wrong:`, ...problems.map((p) => `  ${p}`)]
      .join("\n"),
  );
}
