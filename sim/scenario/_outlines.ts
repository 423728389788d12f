/** Outlines of districts from GeoJSON. */
import * as z from "zod";
import type { Outline } from "../domain/city/mod.ts";
import { nearestName, quoted } from "./error.ts";
import { degrees, listOf } from "./_geojson_schema.ts";
import { type Reading, readText } from "./_files.ts";
import { pathName } from "./_locator.ts";
import { check } from "./_schema_kit.ts";

const RING = "Expected a list of [longitude, latitude]";
const ring = listOf(z.tuple([degrees(180), degrees(90)], { error: () => RING }), RING);
const rings = listOf(ring, RING);
const polygon = z.object({ type: z.literal("Polygon"), coordinates: rings });
const several = z.object({ type: z.literal("MultiPolygon"), coordinates: listOf(rings, RING) });
const DISTRICT = { error: () => "Expected the name of a district" };
const FEATURES = { error: () => "Expected GeoJSON features" };
const feature = z.object({
  properties: z.object({ district: z.string(DISTRICT) }, DISTRICT),
  geometry: z.discriminatedUnion("type", [polygon, several], {
    error: () => "Expected one of Polygon, MultiPolygon",
  }),
}, FEATURES);
const features = z.object({ features: z.array(feature, FEATURES) }, FEATURES);

/** Reads the outlines of known districts; undefined districts are not checked. */
export async function readOutlines(
  file: string,
  districts: ReadonlySet<string> | undefined,
  reading: Reading,
): Promise<Outline[]> {
  const { issues } = reading;
  const written = await readText(file, reading);
  if (written === undefined) return [];
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch (error) {
    issues.add({ file, line: 0, path: "", rule: "Expected valid JSON", value: messageOf(error) });
    return [];
  }
  const at = { place: () => ({ file, line: 0 }), written: () => "other", name: pathName };
  const checked = check(features, value, at, issues);
  const outlines = checked?.features.map(({ properties, geometry }) => ({
    district: properties.district,
    rings: geometry.type === "Polygon" ? geometry.coordinates : geometry.coordinates.flat(),
  })) ?? [];
  outlines.forEach(({ district }, index) => {
    if (districts === undefined || districts.has(district)) return;
    const nearest = nearestName(district, districts);
    const found = nearest === undefined ? {} : { nearest };
    const path = `features[${index}].properties.district`;
    const rule = "Expected the name of a district";
    issues.add({ file, line: 0, path, rule, value: quoted(district), ...found });
  });
  return outlines;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
