/** Plain text tables for a terminal. */

/** Columns a character takes: two for Chinese, one for others. */
const width = (text: string): number =>
  [...text].reduce((n, c) => n + (c.codePointAt(0)! > 0x2e80 ? 2 : 1), 0);

/**
 * Lines of a table with columns as wide as their longest cell; the last one is left as it is.
 *
 * @param head Titles.
 * @param rows Cells by row.
 * @returns Lines.
 *
 * @example Two columns
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { table } from "./text_table.ts";
 * assertEquals(table(["beds", "note"], [["12", "a"]]), ["beds  note", "12    a"]);
 * ```
 */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => width(row[i]))));
  return all.map((row) =>
    row.map((cell, i) => i === row.length - 1 ? cell : cell + " ".repeat(widths[i] - width(cell)))
      .join("  ").trimEnd()
  );
}
