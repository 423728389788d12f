/**
 * Cells of comma-separated values as RFC 4180 writes them, with the rules of the result folder: ten
 * significant digits, NaN as an empty cell, no cell that a spreadsheet would run as a formula.
 */

/** Writes a number: shortest text of its value at ten significant digits; NaN is empty. */
export function numberCell(value: number): string {
  if (Number.isNaN(value)) return "";
  if (Number.isInteger(value) && Math.abs(value) < 1e10) return String(value);
  const rounded = Number(value.toPrecision(10));
  return rounded === 0 ? "0" : String(rounded);
}

/** A text so that no spreadsheet takes it for a formula (a lone sign, as the unit -, is none);
 * undone by {@link readText}. */
function safeText(text: string): string {
  return /^'*[=+\-@\t\r]./s.test(text) ? `'${text}` : text;
}

/**
 * A text as one cell of a line that is put together by hand: no formula, quoted where needed.
 *
 * @param text Text.
 * @returns The cell.
 *
 * @example A formula, and a comma
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { csvCell } from "./mod.ts";
 * assertEquals([csvCell("=1+1"), csvCell("a,b")], ["'=1+1", '"a,b"']);
 * ```
 */
export function csvCell(text: string): string {
  if (!/[=+\-@\t\r\n",]/.test(text)) return text;
  const safe = safeText(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Reads a cell that {@link csvCell} wrote, its quotes taken off. */
export function readText(cell: string): string {
  return /^'+[=+\-@\t\r]./s.test(cell) ? cell.slice(1) : cell;
}

/** Reads a number cell; empty is NaN, and undefined says that it holds no number. */
export function readNumber(cell: string): number | undefined {
  if (cell === "") return NaN;
  const value = Number(cell);
  return Number.isNaN(value) || cell.trim() === "" ? undefined : value;
}
