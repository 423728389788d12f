/**
 * The cells of one table as text, from a CSV file or from a sheet of a workbook, and where each
 * stands.
 *
 * Both sources end in the same text, so that one check serves both and says the same of both.
 */

/** A row below the header that holds anything. */
export interface CellRow {
  /** Cells in the order of the header. */
  readonly texts: readonly string[];
  /** Line of the file or row of the sheet, from 1; 0 when lines and rows do not match one to one. */
  readonly line: number;
  /** Whether a cell was refused already, so that the row is not looked at again. */
  readonly spoiled: boolean;
}

/** The cells of a table. */
export interface Cells {
  /** `city/communities.csv`, or `city.xlsx#communities`. */
  readonly file: string;
  /** Names of the columns, from the first on. */
  readonly header: readonly string[];
  readonly rows: readonly CellRow[];
}

/** Whether a row says nothing. */
export function isBlank(texts: readonly string[]): boolean {
  return texts.every((text) => text.trim() === "");
}
