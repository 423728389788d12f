import { assert, assertAlmostEquals, assertEquals, assertRejects } from "@std/assert";
import { join } from "@std/path";
import { tInterval } from "../../../../sim/engine/mod.ts";
import { loadScenario, regrid, setParameters, withCity } from "../../../../sim/scenario/mod.ts";
import { compareLayouts, layoutRows } from "../../../../sim/studies/mod.ts";
import { ROOT } from "../../scenario/_copy.ts";

const load = (name: string) => loadScenario(join(ROOT, `scenarios/${name}.yaml`));
const THREE = setParameters(await load("training_city"), { "wave.scale": 0.03 }, {
  name: "three",
});
const named = (name: string) => ({ name, title: { en: name, zh: name } });
const ONE = withCity(THREE, regrid(THREE.city, () => "whole"), named("one"));
const DISTRICTS = withCity(
  THREE,
  regrid(THREE.city, (_, district) => district),
  named("districts"),
);

Deno.test("compareLayouts() compares layouts with other grids with the first", async () => {
  const shares: number[] = [];
  const { results, each, grids } = await compareLayouts({
    scenarios: [THREE, ONE],
    replications: 2,
    seed: "layouts",
    onProgress: (share) => shares.push(share),
  });
  assertEquals(each.length, 2);
  assertEquals(grids, layoutRows([THREE, ONE]));
  const values = (name: string) =>
    [...results.measures].filter((row) =>
      row.scenario === name && row.measure === "infected" && row.grid === "" && row.colour === ""
    ).map(({ value }) => value);
  const [a, b] = ["three", "one"].map(values);
  const change = tInterval(b.map((value, i) => value - a[i]));
  const row = results.comparison.find((row) =>
    row.scenario === "one" && row.measure === "infected" && row.grid === "" && row.colour === ""
  )!;
  assertAlmostEquals(row.difference, change.mean, 1e-9);
  assertAlmostEquals(row.differenceHigh, change.high, 1e-9);
  assert(shares.every((share, i) => i === 0 || share >= shares[i - 1]) && shares.at(-1) === 1);
  const [first, second] = results.manifest.scenarios;
  assertEquals(first.changes, []);
  assert(second.changes.some(({ path }) => path === "city.links"));
});

Deno.test("compareLayouts() finds no difference between a layout and itself made anew", async () => {
  const old = Object.fromEntries(THREE.city.communities.map(({ id, grid }) => [id, grid]));
  const same = withCity(THREE, regrid(THREE.city, old), named("same"));
  const { results } = await compareLayouts({
    scenarios: [THREE, same],
    replications: 2,
    seed: "layouts",
  });
  const own = results.comparison.filter(({ scenario }) => scenario === "same");
  assert(own.length > 100);
  for (const { difference, measure } of own) {
    assert(difference === 0 || Number.isNaN(difference), measure);
  }
});

Deno.test("layoutRows() counts residents, distances and vehicles of each grid", () => {
  const rows = layoutRows([THREE, DISTRICTS, ONE]);
  assertEquals(rows.map(({ scenario, grid, residents }) => [scenario, grid, residents]), [
    ["three", "town-g1", 40000],
    ["three", "town-g2", 30000],
    ["three", "county-g1", 30000],
    ["districts", "town", 70000],
    ["districts", "county", 30000],
    ["one", "whole", 100000],
  ]);
  assertEquals(rows.map(({ vehicles }) => vehicles), [2, 1, 2, 3, 2, 5]);
  assertEquals(rows.map(({ communities }) => communities), [2, 2, 3, 4, 3, 7]);
  const [g1, , county, , , whole] = rows;
  // From 116.400 E 39.900 N and 116.415 E 39.885 N to 116.408 E 39.905 N.
  assertAlmostEquals(g1.kmToLead, (22 * 0.8803 + 18 * 2.3027) / 40, 1e-3);
  assert(whole.kmToLead > county.kmToLead);
});

Deno.test("compareLayouts() refuses a wrong question with all that is wrong", async () => {
  await assertRejects(
    () => compareLayouts({ scenarios: [THREE, THREE], replications: 1, seed: "1" }),
    RangeError,
    `Cannot compare layouts: 2 problems
  replications must be a whole number >= 2: current number is 1
  names must differ: "three" comes twice`,
  );
  await assertRejects(
    () => compareLayouts({ scenarios: [THREE], replications: 2, seed: "1" }),
    RangeError,
    "Cannot compare layouts as there must be at least two layouts: current number is 1",
  );
  const grid = await load("training");
  await assertRejects(
    () => compareLayouts({ scenarios: [THREE, grid], replications: 2, seed: "1" }),
    RangeError,
    'layouts must be of one city and window: they have "training_city" of 100000 residents',
  );
});
