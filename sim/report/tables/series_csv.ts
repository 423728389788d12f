/** `series.csv`: one row per scenario, replication, day (or week), series and group. */
import type { SeriesRow } from "../../experiment/mod.ts";
import { type Column, GROUP_COLUMNS, number, readTable, text, writeTable } from "./_columns.ts";

const COLUMNS: readonly Column[] = [
  text("scenario"),
  number("replication"),
  text("date"),
  text("measure"),
  text("unit"),
  number("value"),
  ...GROUP_COLUMNS,
];

/**
 * Writes daily and weekly series as comma-separated values, in the order given.
 *
 * @param rows Rows of series.
 * @returns Text as RFC 4180 defines it, header first, lines ended by CR LF.
 *
 * @example One day
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { seriesToCsv, TINY_RESULT_SET } from "./mod.ts";
 * const [, first] = seriesToCsv(TINY_RESULT_SET.series).split("\r\n");
 * assertEquals(first, "plan,0,2022-12-05,bed_occupancy,-,0.8,,,,general,,,");
 * ```
 */
export function seriesToCsv(rows: readonly SeriesRow[]): string {
  return writeTable(COLUMNS, rows);
}

/**
 * Reads back what {@link seriesToCsv} wrote.
 *
 * @param content Text of the file.
 * @param file Name of the file, for messages.
 * @returns Rows of series.
 * @throws {SyntaxError} If the columns differ or a cell is not a number where one must be.
 *
 * @example There and back
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parseSeries, seriesToCsv, TINY_RESULT_SET } from "./mod.ts";
 * assertEquals(parseSeries(seriesToCsv(TINY_RESULT_SET.series)), TINY_RESULT_SET.series);
 * ```
 */
export function parseSeries(content: string, file = "series.csv"): SeriesRow[] {
  return readTable<SeriesRow>(COLUMNS, content, file);
}
