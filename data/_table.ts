/** Reads and writes the CSV tables of `data/`; every cell is text until a build script says more. */
import { parse, stringify } from "@std/csv";

/** One row of a table: column name to text. */
export type Row = Record<string, string>;

/**
 * Reads a table with one header line.
 *
 * @param url Where the file is.
 * @returns Rows in the order of the file.
 */
export async function readTable(url: URL): Promise<Row[]> {
  return parse(await Deno.readTextFile(url), { skipFirstRow: true }) as Row[];
}

/**
 * Formats a table with line ends `\n`.
 *
 * @param columns Columns in order.
 * @param rows Rows; a missing column is an error of the caller.
 * @returns The text of the file.
 * @throws {TypeError} If a row lacks a column.
 */
export function tableText(
  columns: readonly string[],
  rows: readonly Record<string, string | number | boolean>[],
): string {
  for (const [index, row] of rows.entries()) {
    for (const column of columns) {
      if (row[column] === undefined) {
        throw new TypeError(
          `Cannot write a table as each row must have each column: row ${index + 1} lacks "${column}"`,
        );
      }
    }
  }
  return (stringify(rows as never, { columns: columns as never }) as string).replaceAll("\r\n", "\n");
}

/**
 * Reads a table of `quantity,value,…` rows as numbers.
 *
 * @param rows Rows with columns `quantity` and `value`.
 * @returns Function from a quantity to its value, in the unit of the table.
 */
export function quantities(rows: readonly Row[]): (name: string) => number {
  const values = new Map(rows.map((row) => [row.quantity, Number(row.value)]));
  return (name) => {
    const value = values.get(name);
    if (value === undefined || Number.isNaN(value)) {
      throw new RangeError(`Cannot find quantity "${name}" as a number in the source table`);
    }
    return value;
  };
}
