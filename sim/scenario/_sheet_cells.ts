/** The cells of one sheet of a workbook as text. */
import type { Cell, CellValue, Sheet } from "hucre/xlsx";
import type { CellRow, Cells } from "./_cells.ts";
import { quoted } from "./error.ts";
import type { Reading } from "./_files.ts";

/** Text of a cell, or what is wrong with it. */
type Said = { readonly text: string } | { readonly rule: string; readonly value: string };

/**
 * The cells of a sheet; rows of empty cells are passed over, those after them keep their number.
 *
 * Merged cells, formulas without a result and errors are refused, since what they hold is not
 * there to be read.
 */
export function sheetCells(
  sheet: Sheet,
  { file, name, reading }: { file: string; name: string; reading: Reading },
): Cells {
  const { issues } = reading;
  const merged = new Set<number>();
  for (const { startRow, startCol, endRow, endCol } of sheet.merges ?? []) {
    const value = `${letters(startCol)}${startRow + 1}:${letters(endCol)}${endRow + 1}`;
    const rule = "Expected no merged cells";
    issues.add({ file, line: startRow + 1, path: name, rule, value });
    for (let row = startRow; row <= Math.min(endRow, sheet.rows.length); row++) merged.add(row + 1);
  }
  const said = saidRows(sheet);
  const width = said.reduce((most, { row }) => Math.max(most, 1 + row.findLastIndex(isSaid)), 0);
  const textsOf = (row: readonly Said[]) =>
    Array.from({ length: width }, (_, c) => row[c] && "text" in row[c] ? row[c].text : "");
  const header = said[0]?.line === 1 ? textsOf(said[0].row) : [];
  const rows: CellRow[] = [];
  for (const { row, line } of said.filter(({ line }) => line > 1)) {
    const wrong = row.flatMap((one, c) => "text" in one ? [] : [{ ...one, column: header[c] }]);
    for (const { rule, value, column } of wrong) {
      issues.add({ file, line, path: `${name}[${rows.length}].${column}`, rule, value });
    }
    rows.push({ texts: textsOf(row), line, spoiled: wrong.length > 0 || merged.has(line) });
  }
  return { file, header, rows };
}

/**
 * The rows that hold anything. A stray cell in the last row of a sheet makes a million rows before
 * it, so empty ones are passed over before anything is made of them.
 */
function saidRows(sheet: Sheet): { readonly row: readonly Said[]; readonly line: number }[] {
  const special = new Set([...sheet.cells?.keys() ?? []].map((at) => Number(at.split(",")[0])));
  return sheet.rows.flatMap((values, index) => {
    if (!special.has(index) && values.every((value) => value === null)) return [];
    const row = values.map((value, c) => saidBy(value, sheet.cells?.get(`${index},${c}`)));
    return row.some(isSaid) ? [{ row, line: index + 1 }] : [];
  });
}

/** Whether a cell holds anything, be it wrong. */
function isSaid(one: Said): boolean {
  return !("text" in one) || one.text !== "";
}

/** Letters of a column: A for 0, AA for 26. */
export function letters(column: number): string {
  const last = String.fromCharCode(65 + column % 26);
  return column < 26 ? last : letters(Math.floor(column / 26) - 1) + last;
}

function saidBy(value: CellValue, cell: Cell | undefined): Said {
  if (cell?.type === "error") {
    return { rule: "Expected a value", value: `the error ${quoted(String(value))}` };
  }
  if (cell?.formula !== undefined && value === null) {
    const rule = "Expected a formula with a result: open and save the workbook in its program";
    return { rule, value: quoted(`=${cell.formula}`) };
  }
  if (value === null) return { text: "" };
  if (value instanceof Date) return { text: dateText(value) };
  if (typeof value === "number") return { text: numberText(value, cell?.style?.numFmt) };
  return { text: String(value).trim() };
}

/** A number, with the zeros before it that a format such as `000` shows. */
function numberText(value: number, format = ""): string {
  const digits = /^0+$/.test(format) && Number.isInteger(value) && value >= 0 ? format.length : 0;
  return String(value).padStart(digits, "0");
}

/** Year in which the calendar of workbooks begins; a time of day alone is on its first day. */
const FIRST_YEAR = 1900;

/** A day as 2022-12-07, a time of day as 08:00, both with a T between them. */
function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return "";
  const [day, time] = date.toISOString().split("T");
  if (date.getUTCFullYear() < FIRST_YEAR) return time.slice(0, 5);
  return time.startsWith("00:00:00") ? day : `${day}T${time.slice(0, 5)}`;
}
