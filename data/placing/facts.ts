/** The source tables of a city, read. */
import { quantities, readTable, type Row } from "../_table.ts";
import { drawsOf } from "./draws.ts";
import { Plane, type Ring } from "./geometry.ts";
import type { Figure, Target } from "./target.ts";

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
  /** Hospital beds per 1,000 residents, a pattern of how they are spread [1/1000]. */
  readonly bedsPattern: number;
  /** Outer rings [deg]. */
  readonly rings: readonly Ring[];
}

/** Everything the build reads. */
export interface Facts {
  /** What is built. */
  readonly target: Target;
  /** Distances. */
  readonly plane: Plane;
  /** Uniforms of a decision, in sequence [-]. */
  readonly draws: (decision: string) => () => number;
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
  /** Value of a figure that the target uses; 0 where the city has none of it. */
  readonly used: (figure: Figure) => number;
  /** Facilities beside the ordinary ones: `facility,name,name_zh,district,beds`. */
  readonly screening: readonly Row[];
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

/** Reads all tables of the target's `sources/`, what is not there from those of its base. */
export async function readFacts(target: Target): Promise<Facts> {
  const { folder, base, own } = target;
  const at = (name: string, of = own.includes(name) ? folder : base) =>
    new URL(`../${of}/sources/${name}`, import.meta.url);
  const table = (name: string) => readTable(at(`${name}.csv`));
  const [districts, places, designated, ofBase, assumptions, ages, columns, text] = await Promise
    .all([
      table("districts"),
      table("places"),
      table("designated_hospitals"),
      readTable(at("health_system.csv", base)),
      table("assumptions"),
      table("ages"),
      table("columns"),
      Deno.readTextFile(at("districts.geojson")),
    ]);
  const added = folder !== base && own.includes("health_system.csv");
  const published = added ? [...ofBase, ...await table("health_system")] : ofBase;
  const outlines = JSON.parse(text) as Outlines;
  const figure = (quantity: string, year: string) =>
    quantities(published.filter((row) => row.year === year))(quantity);
  return {
    target,
    plane: new Plane(target.latitude),
    draws: (decision) => drawsOf(target.seed, decision),
    used: (name) => {
      const [quantity, year] = target.used[name] ?? ["", ""];
      return quantity === "" ? 0 : figure(quantity, year);
    },
    screening: own.includes("screening_hospitals.csv") ? await table("screening_hospitals") : [],
    districts: districts.map((row) => districtOf(row, outlines)),
    places,
    designated,
    published,
    figure,
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
    bedsPattern: Number(row.beds_per_1000_2010 ?? row.beds_per_1000),
    rings: feature.geometry.coordinates.map((polygon) => polygon[0]),
  };
}
