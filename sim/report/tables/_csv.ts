/**
 * Comma-separated values as RFC 4180 writes them, on top of the standard library, with the rules
 * of the result folder: ten significant digits, NaN as an empty cell, no cell that a spreadsheet
 * would run as a formula.
 *
 * The package has no types of its own; the two functions used get theirs here.
 */
import * as csv from "@std/csv";

const { parse, stringify } = csv as unknown as {
  parse(text: string): string[][];
  stringify(rows: readonly (readonly string[])[], options: { headers: boolean }): string;
};

/** A table of text cells, the header first. */
export type Cells = readonly (readonly string[])[];

/** Writes a number: shortest text of its value at ten significant digits; NaN is empty. */
export function numberCell(value: number): string {
  if (Number.isNaN(value)) return "";
  const rounded = Number(value.toPrecision(10));
  return rounded === 0 ? "0" : String(rounded);
}

/** Writes a text so that no spreadsheet takes it for a formula (a lone sign, as the unit -, is
 * none); undone by {@link readText}. */
export function textCell(text: string): string {
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
  const safe = textCell(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Reads what {@link textCell} wrote. */
export function readText(cell: string): string {
  return /^'+[=+\-@\t\r]./s.test(cell) ? cell.slice(1) : cell;
}

/** Writes a header and rows. */
export function writeCells(header: readonly string[], rows: Cells): string {
  return stringify([header, ...rows], { headers: false });
}

/** Reads rows under the header expected; throws a SyntaxError that names the file and line. */
export function readCells(text: string, header: readonly string[], file: string): string[][] {
  const rows = parsed(text, file);
  const found = (rows[0] ?? []).join(",");
  if (found !== header.join(",")) {
    throw new SyntaxError(
      `Cannot read "${file}" as its columns must be ${header.join(",")}: current columns are ${
        found === "" ? "none" : found
      }`,
    );
  }
  const wrong = rows.findIndex((row) => row.length !== header.length);
  if (wrong >= 0) {
    throw new SyntaxError(
      `Cannot read "${file}" as each row must have ${header.length} cells: current row ${
        wrong + 1
      } has ${rows[wrong].length}`,
    );
  }
  return rows.slice(1);
}

/** Reads a number cell; empty is NaN. */
export function readNumber(cell: string, column: string, row: number, file: string): number {
  if (cell === "") return NaN;
  const value = Number(cell);
  if (Number.isNaN(value) || cell.trim() === "") {
    throw new SyntaxError(
      `Cannot read "${file}" as column "${column}" must hold numbers: current row ${
        row + 2
      } holds "${cell}"`,
    );
  }
  return value;
}

function parsed(text: string, file: string): string[][] {
  try {
    return parse(text);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new SyntaxError(`Cannot read "${file}" as comma-separated values: ${why}`, { cause });
  }
}
