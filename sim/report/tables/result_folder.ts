/** Results to a folder on disk. */
import { resolve } from "@std/path";
import type { ResultSet } from "../../experiment/results/mod.ts";
import { type PendingFile, writeWhole } from "./_whole_folder.ts";
import { checkResultFolder } from "./check_result_folder.ts";
import { manifestToJson } from "./manifest_json.ts";
import {
  BANDS_TABLE,
  COMPARISON_TABLE,
  CURVES_TABLE,
  EXCEEDANCE_TABLE,
  FACILITY_DAYS_TABLE,
  FLOWS_TABLE,
  MEASURES_TABLE,
  MONITORING_TABLE,
  PAIRS_TABLE,
  PARAMETERS_TABLE,
  PRECISION_TABLE,
  RESTORATION_TABLE,
  SERIES_TABLE,
  START_TABLE,
} from "./result_tables.ts";

/** What goes into a result folder beside its tables. */
export interface WriteOptions {
  /**
   * Further files by name, such as `report.html`: a text, or the pieces of one, which are asked for
   * while the file is written.
   */
  readonly extra?: { readonly [name: string]: string | Iterable<string> };
}

/**
 * Writes a result folder, whole or not at all. A result folder that stands there is replaced, one of
 * an older version too; an empty folder too; nothing else is. A folder with files that no result folder
 * has, and that are not written here, is not replaced either: they would be lost.
 *
 * Of several writers of one folder, the one that ends last stands there whole; none disturbs another.
 *
 * Rows are asked for while files grow, so that results of any size are written with little memory.
 * The tables of pairs, exceedances, precision, parameters, start, restoration, monitoring, facilities
 * by day, curves and flows are there only when they have rows. When it fails, as on a full disk, what stood there stands there still.
 *
 * Needs permission to read and write the folder that holds `folder`.
 *
 * @param set Results.
 * @param folder Path of the folder; folders above it are made.
 * @param options Further files.
 * @throws {Error} If something else than a result folder stands there, or further files in it, or a
 * file cannot be written.
 * @throws {RangeError} If the name of a further file is a path, or that of a table.
 *
 * @example Written and read
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { plainResultSet, readResultFolder, TINY_RESULT_SET, writeResultFolder } from "./mod.ts";
 * const folder = Deno.makeTempDirSync();
 * writeResultFolder(TINY_RESULT_SET, folder);
 * assertEquals(plainResultSet(readResultFolder(folder)), TINY_RESULT_SET);
 * Deno.removeSync(folder, { recursive: true });
 * ```
 */
export function writeResultFolder(
  set: ResultSet,
  folder: string,
  { extra = {} }: WriteOptions = {},
): void {
  const check = (): void => checkResultFolder(folder, Object.keys(extra));
  check();
  const tables = tablesOf(set);
  checkNames(Object.keys(extra), tables.map(([name]) => name));
  const further = Object.entries(extra).map(([name, text]): PendingFile => [
    name,
    typeof text === "string" ? [text] : text,
  ]);
  const present = tables.filter(([, chunks]) => chunks !== undefined) as PendingFile[];
  writeWhole({ path: resolve(folder), named: folder, check }, [...further, ...present]);
}

/** All tables by name; undefined where the folder has none for want of rows. */
function tablesOf(set: ResultSet): (readonly [string, Iterable<string> | undefined])[] {
  const chosen = <Row extends object>(
    table: { readonly file: string; chunks(rows: Iterable<Row>): Iterable<string> },
    rows: Iterable<Row>,
  ) => [table.file, hasRows(rows) ? table.chunks(rows) : undefined] as const;
  return [
    ["manifest.json", [manifestToJson(set.manifest)]],
    [MEASURES_TABLE.file, MEASURES_TABLE.chunks(set.measures)],
    [SERIES_TABLE.file, SERIES_TABLE.chunks(set.series)],
    [BANDS_TABLE.file, BANDS_TABLE.chunks(set.bands)],
    [COMPARISON_TABLE.file, COMPARISON_TABLE.chunks(set.comparison)],
    chosen(PAIRS_TABLE, set.pairs),
    chosen(EXCEEDANCE_TABLE, set.exceedances),
    chosen(PRECISION_TABLE, set.precision),
    chosen(PARAMETERS_TABLE, set.parameters),
    chosen(START_TABLE, set.start),
    chosen(RESTORATION_TABLE, set.restoration),
    chosen(MONITORING_TABLE, set.monitoring),
    chosen(FACILITY_DAYS_TABLE, set.facilityDays),
    chosen(CURVES_TABLE, set.curves),
    chosen(FLOWS_TABLE, set.flows),
  ];
}

function hasRows(rows: Iterable<unknown>): boolean {
  for (const _ of rows) return true;
  return false;
}

function checkNames(names: readonly string[], taken: readonly string[]): void {
  const wrong = names.filter((name) =>
    taken.includes(name) || /[/\\]/.test(name) || name === "" || name.startsWith(".")
  );
  if (wrong.length === 0) return;
  throw new RangeError(
    `Cannot write further files of results as each must have a plain name that no table has: ` +
      `current names are ${wrong.map((name) => `"${name}"`).join(", ")}`,
  );
}
