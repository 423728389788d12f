/**
 * Builds the tables of a city from the facts of its `sources/` and those of its base.
 *
 * The same sources give the same bytes. What is not public is placed or shared out by the rules stated
 * in `communities.ts`, `facilities.ts` and `tables.ts`, and its column says so in `columns.csv`.
 */
import { tableText } from "../_table.ts";
import { placeGrids } from "./communities.ts";
import { placeFacilities } from "./facilities.ts";
import { type Facts, readFacts } from "./facts.ts";
import { thinned } from "./geometry.ts";
import { fleetRows, linkRows } from "./links.ts";
import { publishedRows } from "./published.ts";
import { type Cells, facilityRows, wardRows } from "./tables.ts";
import type { Target } from "./target.ts";

/** Columns of each table, in order. */
export const COLUMNS: Record<string, readonly string[]> = {
  city: ["key", "value"],
  districts: ["district", "name_en", "name_zh"],
  grids: ["grid", "name_en", "name_zh", "district"],
  communities: [
    "community",
    "name_en",
    "name_zh",
    "grid",
    "population",
    "lon",
    "lat",
    "primary_facility",
    "synthetic",
  ],
  facilities: [
    "facility",
    "name_en",
    "name_zh",
    "kind",
    "tier",
    "tertiary_general",
    "district",
    "lon",
    "lat",
    "capabilities",
    "fever_physicians",
    "fever_opens",
    "fever_closes",
    "synthetic",
  ],
  wards: ["facility", "type", "use", "beds", "convertible_beds", "physicians", "nurses"],
  links: ["grid", "role", "order", "facility"],
  fleets: ["fleet", "grid", "vehicles", "lon", "lat"],
  ages: ["age_band", "share"],
  columns: ["table", "column", "unit", "grade", "source"],
  published: ["quantity", "year", "value", "unit", "grade", "source", "note"],
};

/** Outlines of the districts, thinned for maps. */
function outlinesText(facts: Facts): string {
  const features = facts.districts.map((district) =>
    JSON.stringify({
      type: "Feature",
      properties: { district: district.id, name: district.en, name_zh: district.zh },
      geometry: {
        type: "MultiPolygon",
        coordinates: district.rings.map((ring) => [thinned(ring, 0.001)]),
      },
    })
  );
  return `{"type":"FeatureCollection","features":[\n${features.join(",\n")}\n]}\n`;
}

/**
 * Builds all tables of a city in memory.
 *
 * @param target What is built.
 * @returns File name to text.
 */
export async function buildCity(target: Target): Promise<Record<string, string>> {
  const facts = await readFacts(target);
  const grids = placeGrids(facts);
  const facilities = placeFacilities(facts, grids);
  const rows: Record<string, Cells[]> = {
    city: [{ key: "name_en", value: target.en }, { key: "name_zh", value: target.zh }],
    districts: facts.districts.map(({ id, en, zh }) => ({
      district: id,
      name_en: en,
      name_zh: zh,
    })),
    grids: grids.map(({ id, number, district }) => ({
      grid: id,
      name_en: `${district.en} grid ${number}`,
      name_zh: `${district.zh}第${number}网格`,
      district: district.id,
    })),
    communities: grids.flatMap(({ communities }) => communities).map((community) => ({
      community: community.id,
      name_en: community.en,
      name_zh: community.zh,
      grid: community.grid,
      population: community.population,
      lon: community.at[0],
      lat: community.at[1],
      primary_facility: community.centre,
      synthetic: community.synthetic,
    })),
    facilities: facilityRows(facilities, facts),
    wards: facilities.flatMap((facility) => wardRows(facility, facts)),
    links: linkRows(grids, facilities, facts),
    fleets: fleetRows(grids, facts),
    ages: [...facts.ages],
    columns: [...facts.columns],
    published: publishedRows(facts),
  };
  const files = Object.entries(COLUMNS).map(([table, columns]) =>
    [`${table}.csv`, tableText(columns, rows[table])] as const
  );
  return { ...Object.fromEntries(files), "outlines.geojson": outlinesText(facts) };
}
