/** Results back from a folder on disk. */
import { join } from "@std/path";
import type { Manifest, ResultSet } from "../../experiment/results/mod.ts";
import { exists } from "./_whole_folder.ts";
import type { CsvTable } from "./csv_table.ts";
import { parseManifest } from "./manifest_json.ts";
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

const NEEDED = [MEASURES_TABLE, SERIES_TABLE, BANDS_TABLE, COMPARISON_TABLE]
  .map(({ file }) => file);

/**
 * Reads the manifest of a result folder alone.
 *
 * @param folder Path of the folder.
 * @returns What made the results in it.
 * @throws {Error} If there is none.
 * @throws {SyntaxError} If it is not what it should be, or an older version wrote the folder.
 *
 * @example The seed of a folder
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { readManifest, TINY_RESULT_SET, writeResultFolder } from "./mod.ts";
 * const folder = Deno.makeTempDirSync();
 * writeResultFolder(TINY_RESULT_SET, folder);
 * assertEquals(readManifest(folder).seed, "1");
 * Deno.removeSync(folder, { recursive: true });
 * ```
 */
export function readManifest(folder: string): Manifest {
  const path = join(folder, "manifest.json");
  if (!exists(path)) {
    throw new Error(
      `Cannot read result folder "${folder}" as it must hold a manifest.json: there is none`,
    );
  }
  return parseManifest(Deno.readTextFileSync(path), path);
}

/**
 * Reads a result folder.
 *
 * Measures, series and parameters are read from their files whenever they are gone through, and
 * never held: the folder must stay while they are in use, and a cell that is wrong throws when it
 * is reached. All else is read and checked at once. Tables that a folder does not have, since they had
 * no rows or an earlier version did not write them, are read as empty.
 *
 * @param folder Path of the folder.
 * @returns Results, numbers at ten significant digits.
 * @throws {Error} If a file is missing.
 * @throws {SyntaxError} If a file is not what it should be, or an older version wrote the folder.
 *
 * @example A folder that is none
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { readResultFolder } from "./mod.ts";
 * assertThrows(() => readResultFolder("/nowhere"), Error, "Cannot read result folder");
 * ```
 */
export function readResultFolder(folder: string): ResultSet {
  const pathOf = (name: string): string => join(folder, name);
  // The manifest first: of an older folder it says why other files are missing.
  const manifest = readManifest(folder);
  const missing = NEEDED.filter((name) => !exists(pathOf(name)));
  if (missing.length > 0) {
    throw new Error(
      `Cannot read result folder "${folder}" as it must hold ${NEEDED.join(", ")}: missing are ${
        missing.join(", ")
      }`,
    );
  }
  const lazy = <Row extends object>(table: CsvTable<Row>): Iterable<Row> =>
    exists(pathOf(table.file)) ? table.read(pathOf(table.file)) : [];
  const held = <Row extends object>(table: CsvTable<Row>): Row[] => [...lazy(table)];
  return {
    manifest,
    measures: lazy(MEASURES_TABLE),
    series: lazy(SERIES_TABLE),
    bands: held(BANDS_TABLE),
    comparison: held(COMPARISON_TABLE),
    pairs: held(PAIRS_TABLE),
    exceedances: held(EXCEEDANCE_TABLE),
    precision: held(PRECISION_TABLE),
    parameters: lazy(PARAMETERS_TABLE),
    start: held(START_TABLE),
    restoration: held(RESTORATION_TABLE),
    monitoring: held(MONITORING_TABLE),
    facilityDays: held(FACILITY_DAYS_TABLE),
    curves: held(CURVES_TABLE),
    flows: held(FLOWS_TABLE),
  };
}
