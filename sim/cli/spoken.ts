/** Paths in commands that are shown to be copied. */

/**
 * A path as a shell takes it.
 *
 * @param path Path.
 * @returns The path, in single quotes when it needs them.
 *
 * @example A space needs quotes
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { spoken } from "./spoken.ts";
 * assertEquals([spoken("a.xlsx"), spoken("my city")], ["a.xlsx", "'my city'"]);
 * ```
 */
export function spoken(path: string): string {
  return /^[\p{L}\p{N}_./-]+$/u.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
