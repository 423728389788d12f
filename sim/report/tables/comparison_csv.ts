/** `comparison.csv`: one row per scenario, measure and group, beside the baseline. */
import type { ComparisonRow } from "../../experiment/mod.ts";
import { type Column, GROUP_COLUMNS, number, readTable, text, writeTable } from "./_columns.ts";

const COLUMNS: readonly Column[] = [
  text("scenario"),
  text("baseline"),
  text("measure"),
  text("unit"),
  ...GROUP_COLUMNS,
  number("replications"),
  number("mean"),
  number("mean_low", "meanLow"),
  number("mean_high", "meanHigh"),
  number("baseline_mean", "baselineMean"),
  number("difference"),
  number("difference_low", "differenceLow"),
  number("difference_high", "differenceHigh"),
];

/**
 * Writes comparisons as comma-separated values, in the order given.
 *
 * @param rows Rows of comparisons.
 * @returns Text as RFC 4180 defines it, header first, lines ended by CR LF.
 *
 * @example The columns
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { comparisonToCsv } from "./mod.ts";
 * assertEquals(
 *   comparisonToCsv([]).trim(),
 *   "scenario,baseline,measure,unit,grid,tier,facility,ward,colour,rule,line,replications," +
 *     "mean,mean_low,mean_high,baseline_mean,difference,difference_low,difference_high",
 * );
 * ```
 */
export function comparisonToCsv(rows: readonly ComparisonRow[]): string {
  return writeTable(COLUMNS, rows);
}

/**
 * Reads back what {@link comparisonToCsv} wrote.
 *
 * @param content Text of the file.
 * @param file Name of the file, for messages.
 * @returns Rows of comparisons.
 * @throws {SyntaxError} If the columns differ or a cell is not a number where one must be.
 *
 * @example There and back
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { comparisonToCsv, parseComparison, TINY_RESULT_SET } from "./mod.ts";
 * const { comparison } = TINY_RESULT_SET;
 * assertEquals(parseComparison(comparisonToCsv(comparison)), comparison);
 * ```
 */
export function parseComparison(content: string, file = "comparison.csv"): ComparisonRow[] {
  return readTable<ComparisonRow>(COLUMNS, content, file);
}
