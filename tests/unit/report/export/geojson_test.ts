import { assert, assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import type { Manifest } from "../../../../sim/experiment/results/mod.ts";
import { geojsonFiles } from "../../../../sim/report/export/mod.ts";
import { polygonsOf } from "../../../../sim/report/export/_rings.ts";
import { type PlainResultSet, TINY_RESULT_SET } from "../../../../sim/report/tables/mod.ts";
import { geojsonFaults } from "../../../support/geojson_rules.ts";
import { syntheticResultSet } from "../../../support/result_set.ts";

// deno-lint-ignore no-explicit-any
type Any = any;

/** The maps of a result set by name. */
function mapsOf({ manifest, comparison }: PlainResultSet): Map<string, Any> {
  return new Map(
    geojsonFiles(manifest, comparison).map((file) => {
      const text = [...file.pieces("") as Iterable<string>].join("");
      return [file.name, JSON.parse(text)];
    }),
  );
}

/** The tiny set with another city. */
function inCity(city: Partial<Manifest["city"]>): PlainResultSet {
  const { manifest } = TINY_RESULT_SET;
  return { ...TINY_RESULT_SET, manifest: { ...manifest, city: { ...manifest.city, ...city } } };
}

const square = (west: number, south: number, size: number): [number, number][] => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

Deno.test("geojsonFiles() makes a map of grids for each scenario and one of districts", () => {
  const maps = mapsOf(syntheticResultSet({}));
  assertEquals([...maps.keys()], [
    "grids_plan.geojson",
    "grids_no_tiers.geojson",
    "grids_as_happened.geojson",
    "grids_plan_high.geojson",
    "districts.geojson",
  ]);
  for (const map of maps.values()) assertEquals(geojsonFaults(map), []);
  assertEquals(maps.get("grids_plan.geojson").features.length, 62);
  assertEquals(maps.get("districts.geojson").features.length, 16);
});

// Planted: the baseline's rows taken for every scenario: red.
Deno.test("geojsonFiles() gives a grid the means and intervals of its measures with units", () => {
  const set = syntheticResultSet({});
  const row = set.comparison.find(({ scenario, grid }) =>
    scenario === "no_tiers" && grid === "g7"
  )!;
  const map = mapsOf(set).get("grids_no_tiers.geojson");
  const { id, properties } = map.features.find((feature: Any) => feature.id === "g7");
  const name = "waiting_peak_per_1000";
  assertEquals([id, properties.grid, properties.name, properties.scenario], [
    "g7",
    "g7",
    "Grid 8",
    "no_tiers",
  ]);
  assertEquals(
    ["", "_low", "_high", "_unit", "_difference", "_difference_low", "_difference_high"]
      .map((end) => properties[`${name}${end}`]),
    [
      row.mean,
      row.meanLow,
      row.meanHigh,
      "1/1000",
      row.difference,
      row.differenceLow,
      row.differenceHigh,
    ],
  );
  const baseline = mapsOf(set).get("grids_plan.geojson").features[7].properties;
  assertEquals(`${name}_difference` in baseline, false);
  assertEquals(map.gridcare.scenario.hash, set.manifest.scenarios[1].hash);
  assertEquals(map.gridcare.seed, "synthetic");
});

Deno.test("geojsonFiles() names further groups, writes what is no number as null", () => {
  const row = { ...TINY_RESULT_SET.comparison[0], grid: "g1", meanLow: NaN, meanHigh: Infinity };
  const set = { ...TINY_RESULT_SET, comparison: [row, { ...row, grid: "elsewhere" }] };
  const [feature] = mapsOf(set).get("grids_plan.geojson").features;
  const name = "bed_occupancy_peak[ward=general]";
  assertEquals([feature.properties[name], feature.properties[`${name}_low`]], [0.91, null]);
  assertEquals(feature.properties[`${name}_high`], null);
});

Deno.test("geojsonFiles() of a city without outlines, or of a grid without places", () => {
  const [grid] = TINY_RESULT_SET.manifest.city.grids;
  const maps = mapsOf(inCity({ grids: [{ ...grid, points: [] }] }));
  assertEquals([...maps.keys()], ["grids_plan.geojson", "grids_no_tiers.geojson"]);
  const map = maps.get("grids_plan.geojson");
  assertEquals([geojsonFaults(map), map.features[0].geometry], [[], null]);
});

Deno.test("geojsonFiles() turns, closes and nests the rings of a district", () => {
  const outer = square(116, 39, 4).toReversed();
  const hole = square(117, 40, 1).slice(0, -1);
  const island = square(117.2, 40.2, 0.2);
  const outlines = [{ district: "d", rings: [hole, outer, island, square(130, 39, 1)] }];
  const map = mapsOf(inCity({ outlines })).get("districts.geojson");
  assertEquals(geojsonFaults(map), []);
  const { type, coordinates } = map.features[0].geometry;
  assertEquals(type, "MultiPolygon");
  assertEquals(coordinates.map((rings: Any) => rings.length), [2, 1, 1]);
  assertEquals(coordinates[0][1].length, 5);
});

Deno.test("polygonsOf() keeps a ring that touches another beside it apart", () => {
  assertEquals(polygonsOf([square(0, 0, 1), square(1, 0, 1)], "x").length, 2);
  assertEquals(polygonsOf([], "x"), []);
});

for (
  const [rings, said] of [
    [[[[0, 0], [1, 1]]], "a ring must have at least 3 places: current ring has 2"],
    [[[]], "a ring must have at least 3 places: current ring has 0"],
    [[[[200, 0], [1, 1], [0, 1]]], "current place is [200,0]"],
    [[[[0], [1, 1], [0, 1]]], "current place is [0]"],
  ] as const
) {
  Deno.test(`geojsonFiles() refuses the outline ${JSON.stringify(rings)}`, () => {
    const outlines = [{ district: "d", rings: rings as Any }];
    const error = assertThrows(() => mapsOf(inCity({ outlines })), SyntaxError);
    assert(error.message.startsWith('Cannot export the outline of district "d" as '));
    assertStringIncludes(error.message, said);
  });
}

for (
  const [change, fault] of [
    [(map: Any) => map.type = "Features", "no collection"],
    [(map: Any) => map.features[0].type = "feature", "feature 0 is a feature"],
    [(map: Any) => map.features[0].geometry.coordinates[0].reverse(), "the wrong way round"],
    [(map: Any) => map.features[0].geometry.coordinates[0].pop(), "not closed"],
    [(map: Any) => map.features[0].geometry.coordinates[0][0].reverse(), "has the place"],
    [(map: Any) => delete map.features[0].properties, "has no properties"],
  ] as const
) {
  Deno.test(`geojsonFaults() finds: ${fault}`, () => {
    const map = mapsOf(syntheticResultSet({})).get("districts.geojson");
    change(map);
    assertStringIncludes(geojsonFaults(map).join("\n"), fault);
  });
}
