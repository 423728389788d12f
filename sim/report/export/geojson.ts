/**
 * Maps of results as GeoJSON: the grids of each scenario with its measures, and the districts.
 *
 * A grid is the places of its communities. Properties are flat, as map programs want them: for each
 * measure by grid its mean, the ends of its 95 % interval, its unit, and the same of the difference from
 * the baseline where there is one. A name is that of the measure, with the further groups in brackets,
 * as in `service_volume_vs_2019[line=visits]`. Places are those of the city's tables, taken as WGS 84.
 */
import { type ComparisonRow, GROUPS, type Manifest } from "../../experiment/results/mod.ts";
import type { ExportedFile } from "./exported_file.ts";
import { plainName } from "./_result_tables.ts";
import { polygonsOf, positionOf } from "./_rings.ts";

type Value = string | number | null;
type Properties = Record<string, Value>;

/** About how large a feature is [B]. */
const FEATURE = 5000;

/**
 * Maps of a result set: `grids_<scenario>.geojson` for each scenario, `districts.geojson` where the
 * manifest has outlines.
 *
 * @param manifest What made the results.
 * @param comparison Means and intervals, gone through when a file is made.
 * @returns Files, none of them made yet.
 *
 * @example A map for each scenario
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { geojsonFiles } from "./mod.ts";
 * const { manifest, comparison } = TINY_RESULT_SET;
 * const names = geojsonFiles(manifest, comparison).map(({ name }) => name);
 * assertEquals(names, ["grids_plan.geojson", "grids_no_tiers.geojson"]);
 * ```
 */
export function geojsonFiles(
  manifest: Manifest,
  comparison: Iterable<ComparisonRow>,
): ExportedFile[] {
  const { grids, outlines } = manifest.city;
  const maps = manifest.scenarios.map((scenario): ExportedFile => ({
    name: `grids_${plainName(scenario.name)}.geojson`,
    expected: FEATURE * grids.length,
    pieces: () => {
      const features = gridFeatures(manifest, scenario.name, comparison);
      return collection(features, aboutOf(manifest, scenario));
    },
  }));
  if (outlines.length === 0) return maps;
  return [...maps, {
    name: "districts.geojson",
    expected: FEATURE * outlines.length,
    pieces: () => collection(districtFeatures(manifest), aboutOf(manifest)),
  }];
}

function* collection(
  features: readonly unknown[],
  about: Readonly<Record<string, unknown>>,
): Generator<string> {
  yield `{"type":"FeatureCollection",\n"gridcare":${JSON.stringify(about)},\n"features":[\n`;
  for (const [at, feature] of features.entries()) {
    yield `${at > 0 ? ",\n" : ""}${JSON.stringify(feature)}`;
  }
  yield "\n]}\n";
}

function aboutOf(
  { program, seed, replications, uncertainty, baseline, city }: Manifest,
  scenario?: Manifest["scenarios"][number],
): Readonly<Record<string, unknown>> {
  return {
    program,
    city: { id: city.id, name: city.name },
    ...(scenario !== undefined && {
      scenario: { name: scenario.name, title: scenario.title, hash: scenario.hash },
      baseline,
      seed,
      replications,
      uncertainty,
      interval: "95 %",
    }),
  };
}

function gridFeatures(
  { city }: Manifest,
  scenario: string,
  comparison: Iterable<ComparisonRow>,
): unknown[] {
  const measured = new Map<string, Properties>(city.grids.map(({ id }) => [id, {}]));
  for (const row of comparison) {
    if (row.scenario !== scenario || row.grid === "") continue;
    const properties = measured.get(row.grid);
    if (properties !== undefined) Object.assign(properties, propertiesOf(row));
  }
  return city.grids.map(({ id, name, population, points }) => ({
    type: "Feature",
    id,
    geometry: points.length === 0 ? null : {
      type: "MultiPoint",
      coordinates: points.map((point) => positionOf(point, `grid "${id}"`)),
    },
    properties: {
      grid: id,
      name: name.en,
      name_zh: name.zh,
      population,
      scenario,
      ...measured.get(id),
    },
  }));
}

function propertiesOf(row: ComparisonRow): Properties {
  const groups = GROUPS.filter((group) => group !== "grid" && row[group] !== "")
    .map((group) => `${group}=${row[group]}`);
  const name = row.measure + (groups.length > 0 ? `[${groups.join(",")}]` : "");
  const value = (number: number): Value => Number.isFinite(number) ? number : null;
  return {
    [name]: value(row.mean),
    [`${name}_low`]: value(row.meanLow),
    [`${name}_high`]: value(row.meanHigh),
    [`${name}_unit`]: row.unit,
    ...(row.scenario !== row.baseline && {
      [`${name}_difference`]: value(row.difference),
      [`${name}_difference_low`]: value(row.differenceLow),
      [`${name}_difference_high`]: value(row.differenceHigh),
    }),
  };
}

function districtFeatures({ city }: Manifest): unknown[] {
  return city.outlines.map(({ district, rings }) => {
    const polygons = polygonsOf(rings, `the outline of district "${district}"`);
    const geometry = polygons.length === 1
      ? { type: "Polygon", coordinates: polygons[0] }
      : { type: "MultiPolygon", coordinates: polygons };
    return {
      type: "Feature",
      id: district,
      geometry: polygons.length === 0 ? null : geometry,
      properties: { district },
    };
  });
}
