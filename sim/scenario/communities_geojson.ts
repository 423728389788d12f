/** Communities from GeoJSON: one for each point or polygon, at its centroid. */
import * as z from "zod";
import type { Place } from "../domain/city/mod.ts";
import { degrees, listOf } from "./_geojson_schema.ts";
import { MAX_BYTES, type Reading, readText } from "./_files.ts";
import { pathName } from "./_locator.ts";
import { check } from "./_schema_kit.ts";
import type { LoadOptions } from "./city_folder.ts";
import { blankRows, type TableRows } from "./city_rows.ts";
import { IssueList, quoted } from "./error.ts";

/** Properties of the features that are taken; a feature without one leaves its cell empty. */
export interface FeatureNames {
  /** Property with the name. */
  readonly name: string;
  /** Property with the residents. */
  readonly population: string;
}

type Position = readonly number[];
type Ring = readonly Position[];

const RING = "Expected a ring of at least 4 positions";
const FEATURES = { error: () => "Expected GeoJSON features" };
const position = z.tuple([degrees(180), degrees(90)], z.number());
const ring = z.array(position, { error: () => RING }).min(4, { error: () => RING });
const polygon = listOf(ring, "Expected at least one ring");
const geometry = z.discriminatedUnion("type", [
  z.object({ type: z.literal("Point"), coordinates: position }),
  z.object({ type: z.literal("Polygon"), coordinates: polygon }),
  z.object({ type: z.literal("MultiPolygon"), coordinates: listOf(polygon, "Expected an area") }),
], { error: () => "Expected one of Point, Polygon, MultiPolygon" });
const feature = z.object({
  properties: z.record(z.string(), z.unknown()).nullish(),
  geometry,
}, FEATURES);
const collection = z.object({
  features: z.array(feature, FEATURES).min(1, { error: () => "Expected at least one feature" }),
}, FEATURES);

/**
 * Fills the table of communities from a GeoJSON file of points or polygons.
 *
 * Identifiers are `c001`, `c002`, … in the order of the file; a polygon stands at its centroid,
 * computed on the plane of longitude and latitude, holes left out. Grid and primary facility are
 * the planner's to fill.
 *
 * @param file GeoJSON file.
 * @param names Properties that are taken.
 * @param options Largest size of the file.
 * @returns The table.
 * @throws {ScenarioError} When the file is no such GeoJSON, with every issue.
 *
 * @example Two columns are filled besides place and identifier
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { communitiesOf } from "./mod.ts";
 *
 * const names = { name: "district", population: "residents" };
 * const { rows } = await communitiesOf("data/training_city/outlines.geojson", names);
 * assertEquals(rows.map((row) => row.slice(0, 3)), [
 *   ["c001", "town", "town"],
 *   ["c002", "county", "county"],
 * ]);
 * ```
 */
export async function communitiesOf(
  file: string,
  names: FeatureNames,
  options: LoadOptions = {},
): Promise<TableRows> {
  const issues = new IssueList();
  const features = await readFeatures(file, { issues, maxBytes: options.maxBytes ?? MAX_BYTES });
  issues.throwIfAny("communities", file);
  const { name, header } = blankRows().find((table) => table.name === "communities")!;
  const digits = Math.max(3, String(features.length).length);
  const rows = features.map(({ properties, geometry }, index) => {
    const at = centroidOf(geometry);
    const said = (property: string) => String(properties?.[property] ?? "").trim();
    const cells: Readonly<Record<string, string | number | boolean>> = {
      community: `c${String(index + 1).padStart(digits, "0")}`,
      name_en: said(names.name),
      name_zh: said(names.name),
      population: numberOf(said(names.population)),
      lon: Number(at.lon.toFixed(6)),
      lat: Number(at.lat.toFixed(6)),
      synthetic: false,
    };
    return header.map((column) => cells[column] ?? "");
  });
  return { name, header, rows };
}

/** A number where the text is one; other text is kept for the planner to see. */
function numberOf(text: string): string | number {
  return text === "" || Number.isNaN(Number(text)) ? text : Number(text);
}

async function readFeatures(
  file: string,
  reading: Reading,
): Promise<z.output<typeof collection>["features"]> {
  const text = await readText(file, reading);
  if (text === undefined) return [];
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const found = quoted(error instanceof Error ? error.message : String(error));
    const rule = "Expected valid JSON";
    reading.issues.add({ file, line: 0, path: "", rule, value: found });
    return [];
  }
  const at = { place: () => ({ file, line: 0 }), written: () => "other", name: pathName };
  return check(collection, value, at, reading.issues)?.features ?? [];
}

/** The point itself, or the centroid of the area. */
function centroidOf(shape: z.output<typeof geometry>): Place {
  if (shape.type === "Point") return { lon: shape.coordinates[0], lat: shape.coordinates[1] };
  const polygons = shape.type === "Polygon" ? [shape.coordinates] : shape.coordinates;
  const moments = polygons.flatMap(([outer, ...holes]) => [
    momentOf(outer),
    ...holes.map((hole) => momentOf(hole)).map(({ area, lon, lat }) => ({ area: -area, lon, lat })),
  ]);
  const area = moments.reduce((sum, moment) => sum + moment.area, 0);
  if (area === 0) return meanOf(polygons.flat(2));
  const mean = (of: (moment: Moment) => number) =>
    moments.reduce((sum, moment) => sum + moment.area * of(moment), 0) / area;
  return { lon: mean(({ lon }) => lon), lat: mean(({ lat }) => lat) };
}

/** Area and centroid of a ring. */
interface Moment extends Place {
  readonly area: number;
}

/**
 * Source: Bourke (1988), "Calculating the area and centroid of a polygon". Coordinates are taken
 * from the first corner, so that no digits are lost on small areas.
 */
function momentOf(ring: Ring): Moment {
  const [[lon0, lat0]] = ring;
  let twice = 0;
  let lon = 0;
  let lat = 0;
  ring.slice(1).forEach(([x, y], index) => {
    const [ax, ay] = [ring[index][0] - lon0, ring[index][1] - lat0];
    const [bx, by] = [x - lon0, y - lat0];
    const cross = ax * by - bx * ay;
    twice += cross;
    lon += (ax + bx) * cross;
    lat += (ay + by) * cross;
  });
  if (twice === 0) return { area: 0, lon: lon0, lat: lat0 };
  return {
    area: Math.abs(twice) / 2,
    lon: lon0 + lon / (3 * twice),
    lat: lat0 + lat / (3 * twice),
  };
}

/** The middle of positions that enclose nothing. */
function meanOf(positions: readonly Position[]): Place {
  const mean = (axis: number) =>
    positions.reduce((sum, place) => sum + place[axis], 0) / positions.length;
  return { lon: mean(0), lat: mean(1) };
}
