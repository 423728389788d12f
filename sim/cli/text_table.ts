/** Plain text tables for a terminal. */

/** Columns a character takes: two for Chinese, one for others. */
const width = (text: string): number =>
  [...text].reduce((n, c) => n + (c.codePointAt(0)! > 0x2e80 ? 2 : 1), 0);

/**
 * Lines of a table with columns as wide as their longest cell; the last one is left as it is.
 *
 * @param head Titles.
 * @param rows Cells by row.
 * @param columns Columns of the terminal: the last cell goes on below itself, or below the row where
 * little room is left; without limit when left out [characters].
 * @returns Lines.
 *
 * @example Two columns
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { table } from "./text_table.ts";
 * assertEquals(table(["beds", "note"], [["12", "a"]]), ["beds  note", "12    a"]);
 * ```
 */
export function table(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  columns = Infinity,
): string[] {
  return tableByRow(head, rows, columns).flat();
}

/**
 * The same, the lines of each row by themselves.
 *
 * @param head Titles.
 * @param rows Cells by row.
 * @param columns Columns of the terminal [characters].
 * @returns Lines of the titles, then those of each row.
 */
export function tableByRow(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  columns: number,
): string[][] {
  const all = [head, ...rows];
  const widths = head.map((_, i) => Math.max(...all.map((row) => width(row[i]))));
  const before = widths.slice(0, -1).reduce((sum, own) => sum + own + 2, 0);
  const room = columns - before;
  const below = room < LEAST && before + widths.at(-1)! > columns;
  return all.map((row) => {
    const left = row.slice(0, -1).map((cell, i) => cell + " ".repeat(widths[i] - width(cell)))
      .join("  ");
    const last = wrapped(row.at(-1)!, below ? columns - INDENT.length : room);
    if (below) return [left.trimEnd(), ...last.map((line) => INDENT + line)];
    const margin = " ".repeat(before);
    const gap = left === "" ? "" : "  ";
    return [(left + gap + (last[0] ?? "")).trimEnd(), ...last.slice(1).map((l) => margin + l)];
  });
}

/** Least room for a last cell beside the others [characters]. */
const LEAST = 36;
const INDENT = "    ";

/** Pieces between which a line may break: words, and Chinese characters with the marks after them. */
const PIECES = /[\u2e80-\uffff][，。；：、）」】”)]*|[^ \u2e80-\uffff]+| +/gu;

/**
 * A text in lines that are not too long.
 *
 * @param text One line.
 * @param columns Most columns of a line; a longer word has a line of its own [characters].
 * @returns Lines, none with blanks at its ends but the first.
 *
 * @example Two lines
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { wrapped } from "./text_table.ts";
 * assertEquals(wrapped("a free bed", 7), ["a free", "bed"]);
 * ```
 */
export function wrapped(text: string, columns: number): string[] {
  if (width(text) <= columns) return [text];
  const lines: string[] = [];
  let line = "";
  for (const piece of text.match(PIECES) ?? []) {
    if (line.trim() !== "" && width(line + piece.trimEnd()) > columns) {
      lines.push(line.trimEnd());
      line = piece.trimStart();
    } else line += piece;
  }
  return line.trim() === "" ? lines : [...lines, line.trimEnd()];
}
