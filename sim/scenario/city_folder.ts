/** A city folder or workbook: its tables as one checked City. */
import { join } from "@std/path";
import type { City, Outline } from "../domain/city/mod.ts";
import type { Tier } from "../domain/terms/mod.ts";
import { checkCity, idsOf } from "./_city_checks.ts";
import { readCityTables, type ReadTables } from "./_city_tables.ts";
import { readOutlines } from "./_outlines.ts";
import { exists, MAX_BYTES, neighbour, type Reading, refuseFile } from "./_files.ts";
import { cityId, isForeign, isWorkbook, outlinesBeside } from "./_workbook_path.ts";
import { IssueList } from "./error.ts";
import { deepFreeze } from "./hash.ts";

/** What may be said about reading files. */
export interface LoadOptions {
  /** Largest file that is read [bytes]. */
  readonly maxBytes?: number;
}

/**
 * Loads the city of a folder of tables, or of a workbook with the same tables as sheets.
 *
 * Of a workbook the outlines stand beside it, under its name with the ending `.geojson`.
 *
 * @param folder Folder with the tables, or workbook (`.xlsx`).
 * @param options Largest size of a file.
 * @returns The city, deeply frozen.
 * @throws {ScenarioError} When anything is wrong with the tables, with every issue.
 *
 * @example The city for training
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadCity } from "./mod.ts";
 *
 * const city = await loadCity("data/training_grid");
 * assertEquals(city.grids.length, 1);
 * ```
 */
export async function loadCity(folder: string, options: LoadOptions = {}): Promise<City> {
  const issues = new IssueList();
  const city = await readCity(folder, { issues, maxBytes: options.maxBytes ?? MAX_BYTES });
  issues.throwIfAny("city", folder);
  return deepFreeze(city as City);
}

/**
 * Reads a city as part of a larger load.
 *
 * @param folder Folder with the tables, or workbook.
 * @param reading Limits and the list that takes issues.
 * @returns The city, or undefined after adding issues.
 */
export async function readCity(folder: string, reading: Reading): Promise<City | undefined> {
  return (await readCityAndTables(folder, reading))?.city;
}

/** What is said of a path at which there is no city. */
const NO_CITY = {
  rule: "Expected a folder of tables, or a workbook in the format .xlsx",
  value: "another file",
};

/** Whether a path is that of a folder; adds an issue when it is not. */
async function isFolder(path: string, reading: Reading): Promise<boolean> {
  if (!await exists(path)) {
    const nearest = await neighbour(path);
    refuseFile(path, reading, { rule: "Expected a folder that exists", value: "none", nearest });
    return false;
  }
  if ((await Deno.stat(path)).isDirectory) return true;
  refuseFile(path, reading, NO_CITY);
  return false;
}

/** Reads a city and keeps its tables, which know where each row stands. */
export async function readCityAndTables(
  folder: string,
  reading: Reading,
): Promise<{ readonly city: City; readonly tables: ReadTables } | undefined> {
  if (isForeign(folder)) return refuseFile(folder, reading, NO_CITY);
  const before = reading.issues.size;
  if (!isWorkbook(folder) && !await isFolder(folder, reading)) return undefined;
  const tables = await readCityTables(folder, reading);
  checkCity(tables, reading.issues);
  const file = isWorkbook(folder) ? outlinesBeside(folder) : join(folder, "outlines.geojson");
  const outlines = await exists(file)
    ? await readOutlines(file, idsOf(tables.districts, (row) => row.district), reading)
    : [];
  if (reading.issues.size > before) return undefined;
  const read = tables as ReadTables;
  return { city: cityOf(cityId(folder), read, outlines), tables: read };
}

function cityOf(id: string, tables: ReadTables, outlines: readonly Outline[]): City {
  const titles = new Map(tables.city.rows.map((row) => [row.key, row.value]));
  return {
    id,
    name: { en: titles.get("name_en") ?? id, zh: titles.get("name_zh") ?? id },
    districts: tables.districts.rows.map(({ district, ...row }) => named(district, row)),
    grids: tables.grids.rows.map(({ grid, ...row }) => named(grid, row)),
    communities: tables.communities.rows.map(({ community, ...row }) => named(community, row)),
    facilities: tables.facilities.rows.map(({ facility, tier, ...row }) =>
      named(facility, { ...row, tier: tier as Tier })
    ),
    wards: tables.wards.rows,
    links: tables.links.rows,
    fleets: tables.fleets.rows.map(({ fleet, ...row }) => ({ id: fleet, ...row })),
    ageShares: tables.ages.rows.map((row) => row.share),
    columns: tables.columns.rows,
    published: tables.published.rows,
    outlines,
  };
}

/** A row with its identifier and name in the form of the domain. */
function named<R extends { nameEn: string; nameZh: string }>(id: string, row: R) {
  const { nameEn: en, nameZh: zh, ...rest } = row;
  return { id, name: { en, zh }, ...rest };
}
