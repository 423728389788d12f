/**
 * One table layout: columns in their order, each with how a row gives the cell and takes it back.
 */
import type { RowGroups } from "../../experiment/mod.ts";
import { numberCell, readCells, readNumber, readText, textCell, writeCells } from "./_csv.ts";

/** A column: its heading, the field of the row, and whether it holds numbers. */
export interface Column {
  /** Heading in the file. */
  readonly heading: string;
  /** Field of the row. */
  readonly field: string;
  /** Whether cells are numbers. */
  readonly numeric: boolean;
}

/** A column of text under its own name. */
export function text(field: string): Column {
  return { heading: field, field, numeric: false };
}

/** A column of numbers. */
export function number(heading: string, field = heading): Column {
  return { heading, field, numeric: true };
}

/** The group columns, in the order of all tables. */
export const GROUP_FIELDS = [
  "grid",
  "tier",
  "facility",
  "ward",
  "colour",
  "rule",
  "line",
] as const satisfies readonly (keyof RowGroups)[];

/** The group columns as columns. */
export const GROUP_COLUMNS: readonly Column[] = GROUP_FIELDS.map(text);

/** Writes rows as a table. */
export function writeTable<Row>(columns: readonly Column[], rows: readonly Row[]): string {
  const cells = rows.map((row) => {
    const fields = row as { readonly [field: string]: string | number };
    return columns.map(({ field, numeric }) =>
      numeric ? numberCell(fields[field] as number) : textCell(fields[field] as string)
    );
  });
  return writeCells(columns.map((column) => column.heading), cells);
}

/** Reads rows of a table; all rows have all fields of the columns. */
export function readTable<Row>(columns: readonly Column[], content: string, file: string): Row[] {
  const rows = readCells(content, columns.map((column) => column.heading), file);
  return rows.map((cells, index) => {
    const row: { [field: string]: string | number } = {};
    columns.forEach(({ field, heading, numeric }, at) => {
      row[field] = numeric ? readNumber(cells[at], heading, index, file) : readText(cells[at]);
    });
    return row as Row;
  });
}
