/** Tables as sheets of a workbook, within what Excel takes. */
import type { WorkbookSheet } from "../../scenario/mod.ts";
import { daysOf, type ExportTable, type Kind, type Row } from "./_export_table.ts";

/** Most rows of a sheet, the header among them [rows], and most characters of a cell [characters]. */
const MOST_ROWS = 1_048_576;
const MOST_CHARACTERS = 32_767;

const KINDS = {
  text: "text",
  date: "date",
  "whole number": "number",
  number: "number",
  "true or false": "true or false",
} as const satisfies Record<Kind, WorkbookSheet["columns"][number]["kind"]>;

type Cell = WorkbookSheet["rows"][number][number];

/**
 * A table as a sheet, units in the header.
 *
 * @throws {SyntaxError} When it has more rows, or a longer text, than Excel takes.
 */
export function sheetOf({ name, columns, rows }: ExportTable): WorkbookSheet {
  const cells: Cell[][] = [];
  for (const row of rows) {
    // Counted before any more is held: one row of the sheet is the header.
    if (cells.length === MOST_ROWS - 1) throw tooLong(name);
    cells.push(columns.map(({ field, heading, kind }) => {
      const where = `column "${heading}" of sheet "${name}"`;
      return kind === "date" ? daysOf(row[field] as string, where) : cellOf(row[field], where);
    }));
  }
  return {
    name,
    columns: columns.map(({ heading, kind, unit }) => ({
      header: unit === "" ? heading : `${heading} [${unit}]`,
      kind: KINDS[kind],
    })),
    rows: cells,
  };
}

function cellOf(value: Row[string], where: string): Cell {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  if (typeof value === "boolean") return value;
  if (value.length > MOST_CHARACTERS) {
    throw new SyntaxError(
      `Cannot export ${where} as a cell of Excel has at most ${MOST_CHARACTERS} characters: current ` +
        `text has ${value.length}`,
    );
  }
  return value === "" ? null : value;
}

function tooLong(name: string): SyntaxError {
  return new SyntaxError(
    `Cannot export sheet "${name}" as a sheet of Excel has at most ${MOST_ROWS} rows with its header: ` +
      "the table has more; Parquet takes it",
  );
}
