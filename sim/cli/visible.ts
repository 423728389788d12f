/** Text from files, made safe to show on a terminal. */

/** Characters that steer a terminal or turn the direction of text around. */
// deno-lint-ignore no-control-regex
const STEERING = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/**
 * A line in which nothing steers the terminal.
 *
 * @param line One line of text.
 * @returns The same with control characters written as their codes.
 *
 * @example A name that would clear the screen
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { visible } from "./visible.ts";
 * assertEquals(visible("a\u001b[2Jb"), "a\\u001b[2Jb");
 * ```
 */
export function visible(line: string): string {
  return line.replace(
    STEERING,
    (c) => `\\u${c.codePointAt(0)!.toString(16).padStart(4, "0")}`,
  );
}
