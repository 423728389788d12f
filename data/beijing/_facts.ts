/** The source tables of Beijing, read. */
import { quantities, readTable, type Row } from "../_table.ts";
import type { Ring } from "./_geometry.ts";

/** A district as the sources give it. */
export interface DistrictFacts {
  /** Identifier. */
  readonly id: string;
  /** Name in pinyin. */
  readonly en: string;
  /** Name in Chinese. */
  readonly zh: string;
  /** Residents of the census of 2020 [persons]. */
  readonly population: number;
  /** Label point: longitude and latitude [deg]. */
  readonly label: readonly [number, number];
  /** Area of the polygon [km²]. */
  readonly area: number;
  /** Hospital beds per 1,000 residents in 2010 [1/1000]. */
  readonly bedsPattern: number;
  /** Outer rings [deg]. */
  readonly rings: readonly Ring[];
}

/** Everything the build reads. */
export interface Facts {
  /** Districts in the order of their codes. */
  readonly districts: readonly DistrictFacts[];
  /** Named places with `name,lat,lon,district`. */
  readonly places: readonly Row[];
  /** Designated hospitals with `facility,name,name_zh,level,district`. */
  readonly designated: readonly Row[];
  /** Published figures, several years each. */
  readonly published: readonly Row[];
  /** Value of a published figure and year. */
  readonly figure: (quantity: string, year: string) => number;
  /** Value of an assumption. */
  readonly assumed: (quantity: string) => number;
  /** Residents by age band, as a table. */
  readonly ages: readonly Row[];
  /** Source of each column, as a table. */
  readonly columns: readonly Row[];
}

/** The parts of a GeoJSON file used here. */
interface Outlines {
  readonly features: readonly {
    readonly properties: { readonly name: string };
    readonly geometry: { readonly coordinates: readonly (readonly Ring[])[] };
  }[];
}

/** Reads all tables in `sources/`. */
export async function readFacts(): Promise<Facts> {
  const at = (name: string) => new URL(`sources/${name}`, import.meta.url);
  const [districts, places, designated, published, assumptions, ages, columns, text] =
    await Promise.all([
      readTable(at("districts.csv")),
      readTable(at("places.csv")),
      readTable(at("designated_hospitals.csv")),
      readTable(at("health_system.csv")),
      readTable(at("assumptions.csv")),
      readTable(at("ages.csv")),
      readTable(at("columns.csv")),
      Deno.readTextFile(at("districts.geojson")),
    ]);
  const outlines = JSON.parse(text) as Outlines;
  return {
    districts: districts.map((row) => districtOf(row, outlines)),
    places,
    designated,
    published,
    figure: (quantity, year) =>
      quantities(published.filter((row) => row.year === year))(quantity),
    assumed: quantities(assumptions),
    ages,
    columns,
  };
}

/** Joins a row of the district table with its polygon. */
function districtOf(row: Row, outlines: Outlines): DistrictFacts {
  const feature = outlines.features.find(({ properties }) => properties.name === row.name);
  if (!feature) throw new RangeError(`Cannot find the outline of district "${row.name}"`);
  return {
    id: row.district,
    en: row.name,
    zh: row.name_zh,
    population: Number(row.population_2020),
    label: [Number(row.label_lon), Number(row.label_lat)],
    area: Number(row.area_km2_from_polygon),
    bedsPattern: Number(row.beds_per_1000_2010),
    rings: feature.geometry.coordinates.map((polygon) => polygon[0]),
  };
}
