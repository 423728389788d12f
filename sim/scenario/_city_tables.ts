/** The tables of a city and their columns, read from a folder of CSV files or from a workbook. */
import { join } from "@std/path";
import {
  AGE_BANDS,
  CAPABILITIES,
  FACILITY_KINDS,
  FIGURE_GRADES,
  GRADES,
  ROLES,
  WARD_TYPES,
  WARD_USES,
} from "../domain/terms/mod.ts";
import type { Cells } from "./_cells.ts";
import { csvCells } from "./_cells_csv.ts";
import type { Reading } from "./_files.ts";
import { choice } from "./_schema_kit.ts";
import {
  anyText,
  cell,
  columnOf,
  orWithout,
  several,
  type Table,
  tableOf,
  word,
  yesNo,
} from "./_table.ts";
import { isWorkbook } from "./_workbook_path.ts";
import { readWorkbook } from "./_workbook_read.ts";

const names = { nameEn: word(), nameZh: word() };
const lon = cell(-180, 180);
const lat = cell(-90, 90);
const count = cell(0, Infinity, true);

const CITY = { key: choice(["name_en", "name_zh"]), value: word() };
const DISTRICTS = { district: word(), ...names };
const GRIDS = { grid: word(), ...names, district: word() };
const COMMUNITIES = {
  community: word(),
  ...names,
  grid: anyText(),
  population: cell(1, Infinity, true),
  lon,
  lat,
  primaryFacility: word(),
  synthetic: yesNo(),
};
const FACILITIES = {
  facility: word(),
  ...names,
  kind: choice(FACILITY_KINDS),
  tier: cell(1, 3, true),
  tertiaryGeneral: yesNo(),
  district: word(),
  lon,
  lat,
  capabilities: several(CAPABILITIES),
  feverPhysicians: count,
  feverOpens: cell(0, 24),
  feverCloses: cell(0, 24),
  synthetic: yesNo(),
};
const WARDS = {
  facility: word(),
  type: choice(WARD_TYPES),
  use: choice(WARD_USES),
  beds: count,
  convertibleBeds: count,
  physicians: cell(0, Infinity),
  nurses: cell(0, Infinity),
};
const LINKS = {
  grid: word(),
  role: choice(ROLES),
  order: cell(1, Infinity, true),
  facility: word(),
};
const FLEETS = { fleet: word(), grid: anyText(), vehicles: count, lon, lat };
const AGES = { ageBand: choice(AGE_BANDS), share: cell(0, 1) };
const COLUMN_SOURCES = {
  table: word(),
  column: word(),
  unit: anyText(),
  grade: choice(GRADES),
  source: anyText(),
};
const PUBLISHED = {
  quantity: word(),
  year: word(),
  value: cell(-Infinity, Infinity),
  unit: anyText(),
  grade: orWithout(choice(FIGURE_GRADES), "observed"),
  source: anyText(),
  note: anyText(),
};

/** Columns of every table, tables and columns in the order in which they are written. */
export const CITY_COLUMNS = {
  city: CITY,
  districts: DISTRICTS,
  grids: GRIDS,
  communities: COMMUNITIES,
  facilities: FACILITIES,
  wards: WARDS,
  links: LINKS,
  fleets: FLEETS,
  ages: AGES,
  columns: COLUMN_SOURCES,
  published: PUBLISHED,
} as const;

/** Columns of the tables of a city, by table. */
export type CityColumns = typeof CITY_COLUMNS;
/** Name of a table of a city. */
export type CityTableName = keyof CityColumns;
/** Names of the tables, in order. */
export const CITY_TABLES = Object.keys(CITY_COLUMNS) as readonly CityTableName[];

/** Chinese names of the tables, which sheets of a workbook may have too. */
export const SHEET_NAMES_ZH: { readonly [K in CityTableName]: string } = {
  city: "城市",
  districts: "行政区",
  grids: "网格",
  communities: "社区",
  facilities: "医疗机构",
  wards: "病区",
  links: "转诊关系",
  fleets: "车队",
  ages: "年龄构成",
  columns: "数据来源",
  published: "公布数据",
};

/** Names of the columns of a table, as in its header. */
export function headerOf(table: CityTableName): string[] {
  return Object.keys(CITY_COLUMNS[table]).map(columnOf);
}

/** All tables of a city, each undefined when it could not be read. */
export type CityTables = {
  readonly [K in CityTableName]: Table<CityColumns[K]> | undefined;
};
/** All tables, read. */
export type ReadTables = { readonly [K in keyof CityTables]: NonNullable<CityTables[K]> };

/** A city may have nothing published to compare it with. */
const MAY_BE_EMPTY: ReadonlySet<string> = new Set<CityTableName>(["published"]);

/** Reads all tables of a city, one after another so that issues keep their order. */
export async function readCityTables(path: string, reading: Reading): Promise<CityTables> {
  const expected = new Set(CITY_TABLES.map((name) => `${name}.csv`));
  const cellsOf = isWorkbook(path)
    ? await readWorkbook(path, SHEET_NAMES_ZH, reading)
    : (name: CityTableName) => csvCells(join(path, `${name}.csv`), { ...reading, expected });
  const tables: Partial<Record<CityTableName, unknown>> = {};
  for (const name of CITY_TABLES) {
    const cells: Cells | undefined = await cellsOf(name);
    const shape = { name, columns: CITY_COLUMNS[name], mayBeEmpty: MAY_BE_EMPTY.has(name) };
    tables[name] = cells && tableOf(cells, shape, reading);
  }
  return tables as CityTables;
}
