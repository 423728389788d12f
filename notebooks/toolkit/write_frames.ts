/**
 * Frames as files for other programs.
 *
 * danfojs has writers of its own, which in Deno write nothing and say nothing; these here do not use
 * them. A text that a spreadsheet would run as a formula is written so that it stays text.
 */
import { csvCell } from "gridcare/report/mod.ts";
import { sheetWorkbook } from "gridcare/scenario/mod.ts";
import { columnsOf, type Frame, rowsOf } from "./frames.ts";
import { packageOf } from "./plain_errors.ts";

type Cell = string | number | boolean | null;

function cellOf(value: unknown): Cell {
  if (value === null || value === undefined || Number.isNaN(value)) return null;
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

/**
 * Writes a frame as comma-separated values, headers first; no value is an empty cell.
 *
 * @param frame Frame; its headers, with their units, become the first line.
 * @param path File; replaced when it is there.
 *
 * @example Text that looks like a formula stays text
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { frameOf } from "./frames.ts";
 * import { writeCsv } from "./write_frames.ts";
 *
 * const path = await Deno.makeTempFile({ suffix: ".csv" });
 * await writeCsv(frameOf([{ ward: "=1+1", "wait [h]": 2.5 }]), path);
 * assertEquals(await Deno.readTextFile(path), "ward,wait [h]\r\n'=1+1,2.5\r\n");
 * await Deno.remove(path);
 * ```
 */
export async function writeCsv(frame: Frame, path: string): Promise<void> {
  const lines = [columnsOf(frame), ...rowsOf(frame).map(Object.values)].map((row) =>
    row.map((value: unknown) => {
      const cell = cellOf(value);
      return typeof cell === "string" ? csvCell(cell) : String(cell ?? "");
    }).join(",")
  );
  await Deno.writeTextFile(path, lines.map((line) => `${line}\r\n`).join(""));
}

/**
 * Writes a frame as an Excel workbook with one sheet; numbers stay numbers, no value is an empty cell.
 *
 * A column with text is formatted as text, so that what begins as a formula would stays text when
 * somebody edits it too.
 *
 * @param frame Frame; its headers, with their units, become the first row, which stays in sight.
 * @param path File that ends in `.xlsx`; replaced when it is there.
 * @throws {RangeError} When the package that writes workbooks is not there.
 *
 * @example A workbook is a ZIP archive
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { frameOf } from "./frames.ts";
 * import { writeExcel } from "./write_frames.ts";
 *
 * const path = await Deno.makeTempFile({ suffix: ".xlsx" });
 * await writeExcel(frameOf([{ ward: "icu", "beds [beds]": 4 }]), path);
 * assertEquals([...(await Deno.readFile(path)).slice(0, 2)], [0x50, 0x4b]);
 * await Deno.remove(path);
 * ```
 */
export async function writeExcel(frame: Frame, path: string): Promise<void> {
  const rows = rowsOf(frame).map((row) => Object.values(row).map(cellOf));
  const columns = columnsOf(frame).map((header, at) => {
    const isText = rows.some((row) => typeof row[at] === "string");
    return { header, kind: isText ? "text" : "number" } as const;
  });
  const sheets = [{ name: "frame", columns, rows }];
  await Deno.writeFile(path, await packageOf(() => sheetWorkbook(sheets), "hucre"));
}

/**
 * Writes a frame as a Parquet file, which pandas, R and DuckDB read with types and headers.
 *
 * @param frame Frame; columns hold numbers, true or false, or else text.
 * @param path File; replaced when it is there.
 * @throws {RangeError} When the package that writes Parquet is not there.
 *
 * @example There and back
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { frameOf, rowsOf } from "./frames.ts";
 * import { openTable } from "./open_table.ts";
 * import { writeParquet } from "./write_frames.ts";
 *
 * const path = await Deno.makeTempFile({ suffix: ".parquet" });
 * await writeParquet(frameOf([{ ward: "icu", "beds [beds]": 4 }]), path);
 * assertEquals(rowsOf(await openTable(path)), [{ ward: "icu", "beds [beds]": 4 }]);
 * await Deno.remove(path);
 * ```
 */
export async function writeParquet(frame: Frame, path: string): Promise<void> {
  const { parquetWriteBuffer } = await packageOf(
    () => import("hyparquet-writer"),
    "hyparquet-writer",
  );
  const rows = rowsOf(frame);
  const columnData = columnsOf(frame).map((name) => {
    const cells = rows.map((row) => cellOf(row[name]));
    const holds = (kind: string) => cells.every((cell) => cell === null || typeof cell === kind);
    const type = holds("number") ? "DOUBLE" : holds("boolean") ? "BOOLEAN" : "STRING";
    const data = type === "STRING" ? cells.map((cell) => cell === null ? null : `${cell}`) : cells;
    return { name, data, type, nullable: true } as const;
  });
  await Deno.writeFile(path, new Uint8Array(parquetWriteBuffer({ columnData })));
}
