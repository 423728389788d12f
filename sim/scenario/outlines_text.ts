/** Outlines of districts as the file that a city's folder holds. */
import type { City } from "../domain/city/mod.ts";

/**
 * Writes outlines as GeoJSON.
 *
 * @param outlines Outlines of a city.
 * @returns Content of `outlines.geojson`; empty without any.
 *
 * @example A city without outlines has no file
 * ```ts
 * import { assertEquals, assertStringIncludes } from "@std/assert";
 * import { loadCity, outlinesText } from "./mod.ts";
 *
 * assertEquals(outlinesText([]), "");
 * const { outlines } = await loadCity("data/training_city");
 * assertStringIncludes(outlinesText(outlines), '"district":"county"');
 * ```
 */
export function outlinesText(outlines: City["outlines"]): string {
  if (outlines.length === 0) return "";
  const features = outlines.map(({ district, rings }) => ({
    type: "Feature",
    properties: { district },
    geometry: rings.length === 1
      ? { type: "Polygon", coordinates: rings }
      : { type: "MultiPolygon", coordinates: rings.map((ring) => [ring]) },
  }));
  return `${JSON.stringify({ type: "FeatureCollection", features })}\n`;
}
