/** The tables of a city folder and their columns. */
import { join } from "@std/path";
import {
  AGE_BANDS,
  CAPABILITIES,
  FACILITY_KINDS,
  GRADES,
  ROLES,
  WARD_TYPES,
  WARD_USES,
} from "../domain/terms/mod.ts";
import type { Reading } from "./_files.ts";
import { choice } from "./_schema_kit.ts";
import { anyText, cell, readTable, several, type Table, word, yesNo } from "./_table.ts";

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
  source: anyText(),
  note: anyText(),
};

/** All tables of a city, each undefined when it could not be read. */
export interface CityTables {
  readonly city: Table<typeof CITY> | undefined;
  readonly districts: Table<typeof DISTRICTS> | undefined;
  readonly grids: Table<typeof GRIDS> | undefined;
  readonly communities: Table<typeof COMMUNITIES> | undefined;
  readonly facilities: Table<typeof FACILITIES> | undefined;
  readonly wards: Table<typeof WARDS> | undefined;
  readonly links: Table<typeof LINKS> | undefined;
  readonly fleets: Table<typeof FLEETS> | undefined;
  readonly ages: Table<typeof AGES> | undefined;
  readonly columns: Table<typeof COLUMN_SOURCES> | undefined;
  readonly published: Table<typeof PUBLISHED> | undefined;
}
/** All tables, read. */
export type ReadTables = { readonly [K in keyof CityTables]: NonNullable<CityTables[K]> };

/** Reads all tables of a folder, one after another so that issues keep their order. */
export async function readCityTables(folder: string, reading: Reading): Promise<CityTables> {
  const path = (name: string) => join(folder, `${name}.csv`);
  return {
    city: await readTable(path("city"), "city", CITY, reading),
    districts: await readTable(path("districts"), "districts", DISTRICTS, reading),
    grids: await readTable(path("grids"), "grids", GRIDS, reading),
    communities: await readTable(path("communities"), "communities", COMMUNITIES, reading),
    facilities: await readTable(path("facilities"), "facilities", FACILITIES, reading),
    wards: await readTable(path("wards"), "wards", WARDS, reading),
    links: await readTable(path("links"), "links", LINKS, reading),
    fleets: await readTable(path("fleets"), "fleets", FLEETS, reading),
    ages: await readTable(path("ages"), "ages", AGES, reading),
    columns: await readTable(path("columns"), "columns", COLUMN_SOURCES, reading),
    published: await readTable(path("published"), "published", PUBLISHED, reading),
  };
}
