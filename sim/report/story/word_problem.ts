/** What is wrong with a word of a closed list. */
import { nearestName, quoted } from "../../scenario/mod.ts";

/** Most names that are listed [-]. */
const LISTED = 12;

/**
 * What is wrong with a value that must be a word of a closed list.
 *
 * @param name What it is the value of, as the message is to write it.
 * @param value Value; undefined when none was given.
 * @param names Words allowed.
 * @returns One line, or none.
 *
 * @example A slip of the pen
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { wordProblem } from "./mod.ts";
 *
 * assertEquals(wordProblem("lang", "zh", ["en", "zh"]), []);
 * assertEquals(wordProblem("--severity", "sever", ["mild", "severe"]), [
 *   '--severity must be one of mild, severe: current value is "sever"; nearest is "severe"',
 * ]);
 * ```
 */
export function wordProblem(name: string, value: unknown, names: readonly string[]): string[] {
  if (value === undefined || names.includes(String(value))) return [];
  const nearest = nearestName(String(value), names);
  const hint = nearest === undefined ? "" : `; nearest is ${quoted(nearest)}`;
  const list = names.length > LISTED ? `${names.slice(0, LISTED).join(", ")}, …` : names.join(", ");
  return [`${name} must be one of ${list}: current value is ${quoted(String(value))}${hint}`];
}
