/** Tables of any kind as sheets of one workbook, for programs above that have results to hand on. */
import type { CellValue, WriteSheet } from "hucre/xlsx";

/** When every workbook says that it was made, so that equal tables give equal bytes. */
const MADE = new Date(Date.UTC(2000, 0, 1));
const HEAD = {
  font: { bold: true },
  fill: { type: "pattern", pattern: "solid", fgColor: { rgb: "DDEBF7" } },
} as const;
/** Widths of columns [characters]. */
const NARROWEST = 9;
const WIDEST = 60;
/** Rows looked at for the width of a column [rows]. */
const LOOKED_AT = 200;

/** What the cells of a column hold. */
export type SheetColumnKind = "text" | "number" | "date" | "true or false";

/** A sheet of a workbook. */
export interface WorkbookSheet {
  /** Name of the sheet, at most 31 characters. */
  readonly name: string;
  /** Columns: what stands in the first row, which is frozen, and what they hold. */
  readonly columns: readonly { readonly header: string; readonly kind: SheetColumnKind }[];
  /** Rows; dates are days since 1970, null is an empty cell. */
  readonly rows: readonly (readonly (string | number | boolean | null)[])[];
}

/** Formats by kind; that of text keeps a text as it is when a cell is edited. */
const FORMATS: Readonly<Partial<Record<SheetColumnKind, string>>> = {
  text: "@",
  date: "yyyy-mm-dd",
};
const MS_PER_DAY = 86_400_000;
/** What spreadsheets would read as the code of a character, after its first sign. */
const CODE = /_(x[0-9A-Fa-f]{4}_)/g;
/** Characters that XML 1.0 has no way to write, halves of pairs among them. */
const IMPOSSIBLE =
  // deno-lint-ignore no-control-regex
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/**
 * A workbook (`.xlsx`) with a sheet for each table.
 *
 * A text is written as text whatever it begins with, never as a formula, and its cell is formatted as
 * text, so that it stays one when somebody edits it. What XML cannot hold is written as its code, `\u0007`.
 *
 * @param sheets Sheets, at least one.
 * @returns Bytes of the file, the same for the same input.
 *
 * @example A workbook is a ZIP archive
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { sheetWorkbook } from "./mod.ts";
 *
 * const columns = [{ header: "ward", kind: "text" }, { header: "beds", kind: "number" }] as const;
 * const bytes = await sheetWorkbook([{ name: "beds", columns, rows: [["=1+1", 4]] }]);
 * assertEquals([...bytes.slice(0, 2)], [0x50, 0x4b]);
 * ```
 */
export async function sheetWorkbook(sheets: readonly WorkbookSheet[]): Promise<Uint8Array> {
  const { writeXlsx } = await import("hucre/xlsx");
  return await writeXlsx({
    sheets: sheets.map(sheetOf),
    properties: { created: MADE, modified: MADE },
  });
}

function sheetOf({ name, columns, rows }: WorkbookSheet): WriteSheet {
  const cellOf = (cell: string | number | boolean | null, at: number): CellValue => {
    if (typeof cell === "string") return textOf(cell);
    return columns[at].kind === "date" && cell !== null
      ? new Date(Number(cell) * MS_PER_DAY)
      : cell;
  };
  return {
    name,
    rows: [columns.map(({ header }) => textOf(header)), ...rows.map((row) => row.map(cellOf))],
    columns: columns.map(({ header, kind }, at) => {
      const numFmt = FORMATS[kind];
      const width = widthOf([header, ...rows.slice(0, LOOKED_AT).map((row) => row[at])]);
      return { width, ...(numFmt !== undefined && { style: { numFmt } }) };
    }),
    cells: new Map(columns.map((_, at) => [`0,${at}`, { style: HEAD }])),
    freezePane: { rows: 1 },
  };
}

function textOf(text: string): string {
  return text
    .replace(IMPOSSIBLE, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`)
    .replace(CODE, "_x005F_$1");
}

/** Width at which a column is read [characters]; a Chinese character counts as two. */
function widthOf(cells: readonly unknown[]): number {
  const longest = cells.reduce((most: number, cell) => {
    const text = typeof cell === "number" ? cell.toPrecision(6) : String(cell ?? "");
    return Math.max(most, text.replace(/[\u2e80-\uffef]/g, "00").length);
  }, NARROWEST);
  return Math.min(WIDEST, longest + 2);
}
