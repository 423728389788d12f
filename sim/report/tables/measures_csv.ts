/** `measures.csv`: one row per scenario, replication, measure and group. */
import type { MeasureRow } from "../../experiment/mod.ts";
import { type Column, GROUP_COLUMNS, number, readTable, text, writeTable } from "./_columns.ts";

const COLUMNS: readonly Column[] = [
  text("scenario"),
  number("replication"),
  text("measure"),
  text("unit"),
  number("value"),
  ...GROUP_COLUMNS,
];

/**
 * Writes measures as comma-separated values, in the order given.
 *
 * Numbers have at most ten significant digits; NaN is an empty cell; a text that begins as a
 * formula would gets a leading apostrophe.
 *
 * @param rows Rows of measures.
 * @returns Text as RFC 4180 defines it, header first, lines ended by CR LF.
 *
 * @example One row
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { measuresToCsv, TINY_RESULT_SET } from "./mod.ts";
 * const [, first] = measuresToCsv(TINY_RESULT_SET.measures).split("\r\n");
 * assertEquals(first, "plan,0,bed_occupancy_peak,-,0.9,,,,general,,,");
 * ```
 */
export function measuresToCsv(rows: readonly MeasureRow[]): string {
  return writeTable(COLUMNS, rows);
}

/**
 * Reads back what {@link measuresToCsv} wrote.
 *
 * @param content Text of the file.
 * @param file Name of the file, for messages.
 * @returns Rows of measures.
 * @throws {SyntaxError} If the columns differ or a cell is not a number where one must be.
 *
 * @example There and back
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { measuresToCsv, parseMeasures, TINY_RESULT_SET } from "./mod.ts";
 * const { measures } = TINY_RESULT_SET;
 * assertEquals(parseMeasures(measuresToCsv(measures)), measures);
 * ```
 */
export function parseMeasures(content: string, file = "measures.csv"): MeasureRow[] {
  return readTable<MeasureRow>(COLUMNS, content, file);
}
