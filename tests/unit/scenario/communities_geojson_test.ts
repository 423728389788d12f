/** Communities from points and polygons. */
import { assertEquals, assertRejects } from "@std/assert";
import { communitiesOf, ScenarioError } from "../../../sim/scenario/mod.ts";

const NAMES = { name: "name", population: "population" };

/** Features as the rows of communities that they make. */
async function rowsOf(content: unknown, names = NAMES) {
  const file = await Deno.makeTempFile({ suffix: ".geojson" });
  try {
    const text = typeof content === "string" ? content : JSON.stringify(content);
    await Deno.writeTextFile(file, text);
    const { header, rows } = await communitiesOf(file, names);
    assertEquals(header[0], "community");
    return rows;
  } catch (error) {
    if (error instanceof ScenarioError) throw new Error(error.message.replaceAll(file, "FILE"));
    throw error;
  } finally {
    await Deno.remove(file);
  }
}

const feature = (geometry: unknown, properties: unknown = null) => ({
  type: "Feature",
  properties,
  geometry,
});
const square = (x: number, y: number, side: number) => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
  [x, y],
];

Deno.test("communitiesOf() takes points with name and residents, leaves the rest to be filled", async () => {
  const point = { type: "Point", coordinates: [87.6, 43.8, 900] };
  const properties = { name: " 新华社区 ", population: "4200" };
  assertEquals(await rowsOf({ features: [feature(point, properties), feature(point)] }), [
    ["c001", "新华社区", "新华社区", "", 4200, 87.6, 43.8, "", false],
    ["c002", "", "", "", "", 87.6, 43.8, "", false],
  ]);
});

Deno.test("communitiesOf() takes the properties that are asked for", async () => {
  const point = { type: "Point", coordinates: [116, 40] };
  const names = { name: "NAME_ZH", population: "pop2020" };
  const [row] = await rowsOf({ features: [feature(point, { NAME_ZH: "甲", pop2020: 7 })] }, names);
  assertEquals(row.slice(1, 5), ["甲", "甲", "", 7]);
});

Deno.test("communitiesOf() puts an area at its centroid, holes left out, parts by size", async () => {
  const rows = await rowsOf({
    features: [
      feature({ type: "Polygon", coordinates: [square(110, 30, 2)] }),
      feature({ type: "Polygon", coordinates: [square(110, 30, 4), square(112, 30, 2)] }),
      feature({
        type: "MultiPolygon",
        coordinates: [[square(110, 30, 1)], [[...square(120, 30, 2)].reverse()]],
      }),
      feature({ type: "Polygon", coordinates: [[[110, 30], [112, 30], [110, 30], [110, 30]]] }),
    ],
  });
  const places = rows.map((row) => row.slice(5, 7));
  // A hole of 4 around (113, 31) in 16 around (112, 32); parts of 1 and 4 around 110.5 and 121.
  assertEquals(places, [[111, 31], [111.666667, 32.333333], [118.9, 30.9], [110.5, 30]]);
});

Deno.test("communitiesOf() refuses what is no GeoJSON of points or areas", async () => {
  const line = { type: "LineString", coordinates: [[110, 30], [111, 31]] };
  const far = { type: "Point", coordinates: [30, 110] };
  const cases: [unknown, string][] = [
    ["{", 'FILE: Expected valid JSON, found "'],
    [{}, "FILE features: Expected GeoJSON features, found other"],
    [{ features: [] }, "FILE features: Expected at least one feature, found other"],
    [
      { features: [feature(line)] },
      "FILE features[0].geometry.type: Expected one of Point, Polygon, MultiPolygon, found other",
    ],
    [
      { features: [feature(far)] },
      "FILE features[0].geometry.coordinates[1]: Expected a number of at least -90 and at most 90, " +
      "found other",
    ],
  ];
  for (const [content, message] of cases) {
    const error = await assertRejects(() => rowsOf(content), Error);
    assertEquals(error.message.split("\n")[1].trim().slice(0, message.length), message);
  }
});
