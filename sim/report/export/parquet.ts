/**
 * Tables as Parquet files, with typed columns: dates as DATE, counts as whole numbers, numbers as
 * doubles that are null where the table has none, texts by dictionary where that is smaller. Texts stay
 * as they are in the tables, so that a group that does not apply is the empty text there and here.
 *
 * A file is made row group by row group, so that a log of many millions of rows needs the memory of one.
 */
import type { Manifest } from "../../experiment/results/mod.ts";
import type { ColumnSource } from "hyparquet-writer";
import type { ExportedFile } from "./exported_file.ts";
import { type Column, daysOf, type ExportTable, type Row } from "./_export_table.ts";
import { tablesIn } from "./_result_tables.ts";

/** Rows of a row group [rows]. */
const GROUP = 20_000;
/** About how much smaller a table is as Parquet [-]. */
const SHARE = 0.1;

const TYPES = {
  text: { type: "BYTE_ARRAY", converted_type: "UTF8", repetition_type: "REQUIRED" },
  date: { type: "INT32", converted_type: "DATE", repetition_type: "REQUIRED" },
  "whole number": { type: "INT32", repetition_type: "OPTIONAL" },
  number: { type: "DOUBLE", repetition_type: "OPTIONAL" },
  "true or false": { type: "BOOLEAN", repetition_type: "REQUIRED" },
} as const;

/**
 * All tables of a result folder as Parquet files: `measures.parquet`, `series.parquet` and so on,
 * `events_<scenario>.parquet` too where there is an event log.
 *
 * Each file says in its metadata which program, seed and scenarios made it, and the unit of each column
 * of numbers; "see unit" is that of the row, in the column `unit`.
 *
 * @param folder Result folder.
 * @param manifest Its manifest.
 * @returns Files, none of them made yet.
 *
 * @example The tables of a folder
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET, writeResultFolder } from "../tables/mod.ts";
 * import { parquetFiles } from "./mod.ts";
 * const folder = Deno.makeTempDirSync();
 * writeResultFolder(TINY_RESULT_SET, folder);
 * const [first] = parquetFiles(folder, TINY_RESULT_SET.manifest);
 * assertEquals(first.name, "measures.parquet");
 * Deno.removeSync(folder, { recursive: true });
 * ```
 */
export function parquetFiles(folder: string, manifest: Manifest): ExportedFile[] {
  return tablesIn(folder, manifest).map((table) => ({
    name: `${table.name}.parquet`,
    expected: SHARE * table.bytes,
    pieces: () => pieces(table, manifest),
  }));
}

async function* pieces(table: ExportTable, manifest: Manifest): AsyncGenerator<Uint8Array> {
  const { ByteWriter, ParquetWriter } = await import("hyparquet-writer");
  const { columns, rows } = table;
  const sink = new ByteWriter();
  const taken = (): Uint8Array => {
    const bytes = sink.getBytes().slice();
    sink.index = 0;
    return bytes;
  };
  const schema = [
    { name: "root", num_children: columns.length },
    ...columns.map(({ heading, kind }) => ({ name: heading, ...TYPES[kind] })),
  ];
  const writer = new ParquetWriter({
    writer: sink,
    schema,
    kvMetadata: metadataOf(table, manifest),
    createdBy: manifest.program,
  });
  for (const group of groupsOf(rows)) {
    const columnData = columns.map((column) => dataOf(column, group, table.name));
    writer.write({ columnData, rowGroupSize: group.length });
    yield taken();
  }
  writer.finish();
  yield taken();
}

function* groupsOf(rows: Iterable<Row>): Generator<Row[]> {
  let group: Row[] = [];
  for (const row of rows) {
    group.push(row);
    if (group.length < GROUP) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

function dataOf(column: Column, rows: readonly Row[], table: string): ColumnSource {
  const { heading, field, kind } = column;
  const where = `column "${heading}" of "${table}.csv"`;
  const cell = (row: Row): unknown => {
    const value = row[field];
    if (kind === "date") return daysOf(value as string, where);
    if (kind === "whole number") return wholeOf(value as number, where);
    return Number.isNaN(value) ? null : value;
  };
  return { name: heading, data: rows.map(cell) };
}

function wholeOf(value: number, where: string): number | null {
  if (Number.isNaN(value)) return null;
  if ((value | 0) === value) return value;
  throw new SyntaxError(
    `Cannot export ${where} as it must hold whole numbers: current value is ${value}`,
  );
}

/** What the file says of itself. */
function metadataOf(
  { name, columns }: ExportTable,
  manifest: Manifest,
): { key: string; value: string }[] {
  const units = columns.filter(({ unit }) => unit !== "")
    .map(({ heading, unit }) => [heading, unit] as const);
  const scenarios = manifest.scenarios.map(({ name, hash, title }) => ({ name, hash, title }));
  return Object.entries({
    table: name,
    program: manifest.program,
    sources: manifest.sources,
    seed: manifest.seed,
    replications: `${manifest.replications}`,
    baseline: manifest.baseline,
    scenarios: JSON.stringify(scenarios),
    window: JSON.stringify(manifest.window),
    units: JSON.stringify(Object.fromEntries(units)),
  }).map(([key, value]) => ({ key: `gridcare.${key}`, value }));
}
