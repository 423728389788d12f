/** Which paths are workbooks, and what a city in one is called. */
import { basename } from "@std/path";

const WORKBOOK = /\.xls[xm]$/i;
/** Files of spreadsheets that are not read. */
const FOREIGN = /\.(?:xls|xlsb|ods|et|csv|numbers)$/i;

/** Whether a path is that of a workbook; all others are taken as folders of tables. */
export function isWorkbook(path: string): boolean {
  return WORKBOOK.test(path);
}

/** Whether a path is that of a spreadsheet that cannot be read as a city. */
export function isForeign(path: string): boolean {
  return FOREIGN.test(path);
}

/** Identifier of a city: the name of its folder, or of its workbook without the ending. */
export function cityId(path: string): string {
  return basename(path).replace(WORKBOOK, "");
}

/** Where the outlines of the workbook's districts stand: beside it, under its name. */
export function outlinesBeside(path: string): string {
  return path.replace(WORKBOOK, ".geojson");
}
