import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { join } from "@std/path";
import type { City, Link } from "../../../sim/domain/mod.ts";
import { loadCity, regrid, ScenarioError } from "../../../sim/scenario/mod.ts";
import { ROOT } from "./_copy.ts";

const CITY = await loadCity(join(ROOT, "data/training_city"));
const current = (city: City) =>
  Object.fromEntries(city.communities.map(({ id, grid }) => [id, grid]));
const linked = (city: City, grid: string, role: string) =>
  city.links.filter((link) => link.grid === grid && link.role === role)
    .sort((a, b) => a.order - b.order).map(({ facility }) => facility);
const byDistrict = (_: unknown, district: string) => district;

Deno.test("regrid() to the grids as they are gives the training city back, links and all", () => {
  assertEquals(regrid(CITY, current(CITY)), CITY);
});

Deno.test("regrid() changes nothing but grids, links and whom fleets serve", () => {
  const { grids: _, links: __, fleets, communities, ...rest } = regrid(CITY, () => "whole");
  const { grids: ___, links: ____, fleets: old, communities: before, ...others } = CITY;
  assertEquals(rest, others);
  assertEquals(
    communities.map((one) => ({ ...one, grid: "" })),
    before.map((one) => ({ ...one, grid: "" })),
  );
  assertEquals(fleets.map(({ vehicles }) => vehicles), old.map(({ vehicles }) => vehicles));
  assertEquals(fleets.map(({ grid }) => grid), ["whole", "whole", "whole", ""]);
});

Deno.test("regrid() loses no facility when grids are joined, and keeps one lead", () => {
  const whole = regrid(CITY, () => "whole");
  const used = (links: readonly Link[]) =>
    [...new Set(links.map(({ facility }) => facility))].sort();
  assertEquals(used(whole.links), used(CITY.links));
  assertEquals(linked(whole, "whole", "lead"), ["town-lead-2"]);
  assertEquals(linked(whole, "whole", "partner"), ["town-lead-1", "county-hospital"]);
  assertEquals(linked(whole, "whole", "designated").slice(-2), [
    "city-infectious-2",
    "city-infectious-1",
  ]);
});

Deno.test("regrid() by district names grids after districts and links who stands there", () => {
  const city = regrid(CITY, byDistrict);
  assertEquals(city.grids, [
    { id: "town", name: { en: "Town district", zh: "城区" }, district: "town" },
    { id: "county", name: { en: "County", zh: "县" }, district: "county" },
  ]);
  assertEquals(linked(city, "town", "sub_designated"), [
    "town-sub-designated-1",
    "town-sub-designated-2",
  ]);
  assertEquals(linked(city, "county", "lead"), ["county-hospital"]);
  assertEquals(linked(city, "county", "partner"), ["town-lead-2"]);
});

Deno.test("regrid() gives a grid without a hospital the nearest, and each role somebody", () => {
  const city = regrid(CITY, ({ id }) => id);
  assertEquals(city.grids.length, 7);
  const roles = new Set(CITY.links.map(({ role }) => role));
  for (const { id } of city.grids) {
    for (const role of roles) assert(linked(city, id, role).length > 0, `${id} ${role}`);
    const [lead] = linked(city, id, "lead");
    assert(!linked(city, id, "partner").includes(lead), id);
  }
  assertEquals(linked(city, "county-c3", "lead"), ["county-hospital"]);
  assertEquals(linked(city, "county-c3", "primary"), ["county-township-3"]);
});

Deno.test("regrid() orders by the distance from the middle of the residents", () => {
  const heavy = {
    ...CITY,
    communities: CITY.communities.map((one) =>
      one.id === "county-c1" ? { ...one, population: 10_000_000 } : one
    ),
  };
  assertEquals(linked(regrid(heavy, () => "whole"), "whole", "lead"), ["county-hospital"]);
});

Deno.test("regrid() puts a grid in the district of most of its residents and takes names", () => {
  const names = { east: { en: "East", zh: "东" } };
  const city = regrid(CITY, ({ lon }) => lon > 116.45 ? "east" : "west", { names });
  // 30,000 residents of the town and 30,000 of the county are in the east: the first of them counts.
  assertEquals(city.grids, [
    { id: "west", name: { en: "west", zh: "west" }, district: "town" },
    { id: "east", name: names.east, district: "town" },
  ]);
});

Deno.test("regrid() splits a city of one grid by where facilities stand", async () => {
  const grid = await loadCity(join(ROOT, "data/training_grid"));
  const city = regrid(grid, ({ lon }) => lon < 116.4 ? "west" : "east");
  for (const { id } of city.grids) assertEquals(linked(city, id, "lead"), ["training-lead-1"]);
  assertEquals(city.grids.map(({ id }) => id), ["east", "west"]);
  const residents = city.communities.reduce((sum, { population }) => sum + population, 0);
  assertAlmostEquals(residents, 100_000);
});

Deno.test("regrid() refuses a table with names that are none and communities without a grid", () => {
  const { "town-c1": _, ...rest } = current(CITY);
  const error = assertThrows(
    () => regrid(CITY, { ...rest, "town-c2": " ", "town-c11": "town-g1" }),
    ScenarioError,
    'Cannot load city "training_city": 3 issues',
  );
  assertEquals(
    (error as ScenarioError).issues.map((
      { path, rule, value, nearest },
    ) => [path, rule, value, nearest]),
    [
      ["communities.town-c11", "Expected the name of a community", '"town-c11"', "town-c1"],
      [
        "communities.town-c1",
        "Expected a grid, so that its 22000 residents have one",
        "none",
        undefined,
      ],
      [
        "communities.town-c2",
        "Expected a grid, so that its 18000 residents have one",
        "none",
        undefined,
      ],
    ],
  );
});
