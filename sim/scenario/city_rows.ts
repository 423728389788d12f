/** The tables of a city as rows to be written: filled from a city, or blank for a planner. */
import { stringify } from "@std/csv";
import type { City } from "../domain/city/mod.ts";
import { AGE_BANDS } from "../domain/terms/mod.ts";
import { CITY_COLUMNS, CITY_TABLES, type CityTableName, headerOf } from "./_city_tables.ts";
import { cityDictionary } from "./dictionary.ts";

/** What may stand in a cell that is written. */
export type CellContent = string | number | boolean;

/** One table to be written. */
export interface TableRows {
  /** Name of the file without its ending, and of the sheet. */
  readonly name: string;
  /** Names of the columns. */
  readonly header: readonly string[];
  /** Rows below the header. */
  readonly rows: readonly (readonly CellContent[])[];
}

/** Tables that have no sources of their own. */
const UNSOURCED: ReadonlySet<string> = new Set<CityTableName>(["columns", "published"]);

/**
 * The tables of a city, which read back give the same city, outlines apart.
 *
 * @param city City.
 * @returns All tables in order, numbers as numbers.
 *
 * @example Grids of the training grid
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { cityRows, loadCity } from "./mod.ts";
 *
 * const tables = cityRows(await loadCity("data/training_grid"));
 * assertEquals(tables.find(({ name }) => name === "grids")?.rows[0][0], "training-g1");
 * ```
 */
export function cityRows(city: City): TableRows[] {
  const records: { readonly [K in CityTableName]: readonly object[] } = {
    city: [{ key: "name_en", value: city.name.en }, { key: "name_zh", value: city.name.zh }],
    districts: city.districts,
    grids: city.grids,
    communities: city.communities,
    facilities: city.facilities,
    wards: city.wards,
    links: city.links,
    fleets: city.fleets,
    ages: city.ageShares.map((share, i) => ({ ageBand: AGE_BANDS[i], share })),
    columns: city.columns,
    published: city.published,
  };
  return CITY_TABLES.map((name) => {
    const [first, ...others] = Object.keys(CITY_COLUMNS[name]);
    const rows = records[name].map((record) => {
      const cells = record as Readonly<Record<string, unknown>>;
      const id = first in cells ? cells[first] : cells.id;
      return [id, ...others.map((key) => valueOf(cells, key))].map(contentOf);
    });
    return { name, header: headerOf(name), rows };
  });
}

/**
 * The tables of a city still to be filled.
 *
 * What is the same in every city is there: the keys of the names, the age bands, and a row of
 * sources for each column with its unit, graded assumed until a source is given.
 *
 * @returns All tables in order.
 *
 * @example Eleven age bands wait for their shares
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { blankRows } from "./mod.ts";
 *
 * const ages = blankRows().find(({ name }) => name === "ages")!;
 * assertEquals([ages.rows.length, ages.rows[0]], [11, ["0-2", ""]]);
 * ```
 */
export function blankRows(): TableRows[] {
  const given: { readonly [K in CityTableName]?: CellContent[][] } = {
    city: [["name_en", ""], ["name_zh", ""]],
    ages: AGE_BANDS.map((band) => [band, ""]),
    columns: cityDictionary().filter(({ name }) => !UNSOURCED.has(name)).flatMap((table) =>
      table.columns.map(({ name, unit }) => [table.name, name, unit, "assumed", ""])
    ),
  };
  return CITY_TABLES.map((name) => ({ name, header: headerOf(name), rows: given[name] ?? [] }));
}

/**
 * A table as CSV.
 *
 * @param table Table.
 * @returns Text of the file, lines ended by a line feed.
 *
 * @example A header alone
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { csvOf } from "./mod.ts";
 *
 * assertEquals(csvOf({ name: "ages", header: ["age_band", "share"], rows: [] }), "age_band,share\n");
 * ```
 */
export function csvOf({ header, rows }: TableRows): string {
  const lines = stringify([header, ...rows] as string[][], { headers: false });
  return lines.replaceAll("\r\n", "\n");
}

/** A value by the key of its column; names are kept in both languages together. */
function valueOf(cells: Readonly<Record<string, unknown>>, key: string): unknown {
  const name = cells.name as { en: string; zh: string } | undefined;
  if (key === "nameEn") return name?.en;
  return key === "nameZh" ? name?.zh : cells[key];
}

function contentOf(value: unknown): CellContent {
  return Array.isArray(value) ? value.join(";") : value as CellContent;
}
