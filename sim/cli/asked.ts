/** Options of `explain` as written, and what is wrong with them, all at once. */
import { nearestName, quoted } from "../scenario/mod.ts";
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
  if (value === undefined || names.includes(String(value))) return [];
  const nearest = nearestName(String(value), names);
  const hint = nearest === undefined ? "" : `; nearest is ${quoted(nearest)}`;
  const list = names.length > 12 ? `${names.slice(0, 12).join(", ")}, …` : names.join(", ");
  return [`--${name} must be one of ${list}: current value is ${quoted(String(value))}${hint}`];
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
