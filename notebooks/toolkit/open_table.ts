/**
 * Tables from files as frames. The readers of danfojs do not work in Deno; these do not use them.
 */
import { parse } from "@std/csv";
import { type Frame, frameOf } from "./frames.ts";
import { insteadOf } from "./names.ts";
import { packageOf } from "./plain_errors.ts";

/** What may be said about a table. */
export interface TableOptions {
  /** Sheet of a workbook; the first when left out. */
  readonly sheet?: string;
}

type Rows = Record<string, unknown>[];

const NUMBER = /^[+-]?((\d|[1-9]\d*)(\.\d+)?|\.\d+)(e[+-]?\d+)?$/i;

/** The cells of a column as numbers, when all that are filled are numbers; `001` is none. */
function typed(cells: readonly string[]): unknown[] {
  const filled = cells.filter((cell) => cell !== "");
  const numbers = filled.length > 0 && filled.every((cell) => NUMBER.test(cell));
  return numbers ? cells.map((cell) => cell === "" ? NaN : Number(cell)) : [...cells];
}

function rowsOfCells([headers = [], ...lines]: readonly (readonly unknown[])[]): Rows {
  return lines.map((line) =>
    Object.fromEntries(headers.map((header, at) => [String(header), line[at] ?? ""]))
  );
}

function csvRows(text: string): Rows {
  const [headers = [], ...lines] = parse(text.replace(/^\uFEFF/, "")) as string[][];
  const columns = headers.map((_, at) => typed(lines.map((line) => line[at] ?? "")));
  return rowsOfCells([headers, ...lines.map((_, row) => columns.map((column) => column[row]))]);
}

async function excelRows(path: string, { sheet }: TableOptions): Promise<Rows> {
  const { readXlsx } = await packageOf(() => import("hucre/xlsx"), "hucre");
  const { sheets } = await readXlsx(await Deno.readFile(path));
  const found = sheet === undefined ? sheets[0] : sheets.find(({ name }) => name === sheet);
  if (found !== undefined) return rowsOfCells(found.rows);
  throw new RangeError(
    `Cannot open sheet "${sheet}" as "${path}" must have it: ${
      insteadOf(sheet ?? "", sheets.map(({ name }) => name))
    }`,
  );
}

async function parquetRows(path: string): Promise<Rows> {
  const { parquetReadObjects } = await packageOf(() => import("hyparquet"), "hyparquet");
  const bytes = await Deno.readFile(path);
  return await parquetReadObjects({ file: bytes.buffer as ArrayBuffer });
}

/**
 * Opens a table as a frame.
 *
 * @param path File that ends in `.csv`, `.xlsx` or `.parquet`, headers in its first row.
 * @param options Sheet of a workbook.
 * @returns One row per row. A column of a CSV file whose filled cells are all numbers holds numbers,
 * empty cells being NaN; one with numbers like `001` stays text.
 * @throws {RangeError} When the file or the sheet is not there, has another ending, or no rows.
 *
 * @example Numbers are numbers, and names with zeros in front are not
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { rowsOf } from "./frames.ts";
 * import { openTable } from "./open_table.ts";
 *
 * const path = await Deno.makeTempFile({ suffix: ".csv" });
 * await Deno.writeTextFile(path, "id,beds\n001,4\n");
 * assertEquals(rowsOf(await openTable(path)), [{ id: "001", beds: 4 }]);
 * await Deno.remove(path);
 * ```
 */
export async function openTable(path: string, options: TableOptions = {}): Promise<Frame> {
  const there = await Deno.stat(path).then(({ isFile }) => isFile, () => false);
  if (!there) throw new RangeError(`Cannot open table "${path}" as the file must be there`);
  if (/\.csv$/i.test(path)) return frameOf(csvRows(await Deno.readTextFile(path)));
  if (/\.xlsx$/i.test(path)) return frameOf(await excelRows(path, options));
  if (/\.parquet$/i.test(path)) return frameOf(await parquetRows(path));
  throw new RangeError(
    `Cannot open table "${path}" as its name must end in .csv, .xlsx or .parquet`,
  );
}
