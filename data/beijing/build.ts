/**
 * Builds the tables of Beijing from the facts in `sources/`.
 *
 * Run: `deno run --allow-read=data,sim --allow-write=data/beijing data/beijing/build.ts`. The same
 * sources give the same bytes. What is not public is placed or shared out by the rules stated in
 * `_communities.ts`, `_facilities.ts` and `_tables.ts`, and its column says so in `columns.csv`.
 */
import { askedOf, endUnlessBuilding } from "../_command.ts";
import { tableText } from "../_table.ts";
import { placeGrids } from "./_communities.ts";
import { placeFacilities } from "./_facilities.ts";
import { type Facts, readFacts } from "./_facts.ts";
import { thinned } from "./_geometry.ts";
import { fleetRows, linkRows } from "./_links.ts";
import { publishedRows } from "./_published.ts";
import { type Cells, facilityRows, wardRows } from "./_tables.ts";

/** Columns of each table, in order. */
const COLUMNS: Record<string, readonly string[]> = {
  city: ["key", "value"],
  districts: ["district", "name_en", "name_zh"],
  grids: ["grid", "name_en", "name_zh", "district"],
  communities: [
    "community", "name_en", "name_zh", "grid", "population", "lon", "lat", "primary_facility",
    "synthetic",
  ],
  facilities: [
    "facility", "name_en", "name_zh", "kind", "tier", "tertiary_general", "district", "lon", "lat",
    "capabilities", "fever_physicians", "fever_opens", "fever_closes", "synthetic",
  ],
  wards: ["facility", "type", "use", "beds", "convertible_beds", "physicians", "nurses"],
  links: ["grid", "role", "order", "facility"],
  fleets: ["fleet", "grid", "vehicles", "lon", "lat"],
  ages: ["age_band", "share"],
  columns: ["table", "column", "unit", "grade", "source"],
  published: ["quantity", "year", "value", "unit", "source", "note"],
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

/** Builds all tables in memory: file name to text. */
export async function buildBeijing(): Promise<Record<string, string>> {
  const facts = await readFacts();
  const grids = placeGrids(facts);
  const facilities = placeFacilities(facts, grids);
  const rows: Record<string, Cells[]> = {
    city: [{ key: "name_en", value: "Beijing" }, { key: "name_zh", value: "北京市" }],
    districts: facts.districts.map(({ id, en, zh }) => ({ district: id, name_en: en, name_zh: zh })),
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

const USAGE =
  "Usage: deno task city    builds the tables of data/beijing/ anew from data/beijing/sources/";

if (import.meta.main) {
  endUnlessBuilding(askedOf(Deno.args, USAGE));
  for (const [name, text] of Object.entries(await buildBeijing())) {
    await Deno.writeTextFile(new URL(name, import.meta.url), text);
  }
}
