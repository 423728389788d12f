import { assertEquals } from "@std/assert";
import type { City } from "../../../../sim/domain/city/mod.ts";
import { type BedDestination, Destinations } from "../../../../sim/domain/policy/mod.ts";
import { CITY } from "./_plan_rules.ts";

const NAME = { en: "x", zh: "x" };

/** Four grids on a line, three in one district; each with one hospital of tier 2 and, shared, one of tier 3. */
const LINE: City = {
  ...CITY,
  grids: ["a", "b", "c", "z"].map((id) => ({ id, name: NAME, district: id === "z" ? "y" : "d" })),
  // The most populous community decides: that of c lies next to a, the smaller one far off.
  communities: ([["a", 0, 9], ["b", 5, 9], ["c", 90, 1], ["c", 2, 8], ["z", 1, 9]] as const).map(
    ([grid, km, population], i) => ({
      id: `${grid}${i}`,
      name: NAME,
      grid,
      population,
      lon: km / 111,
      lat: 0,
      primaryFacility: "primary",
      synthetic: true,
    }),
  ),
  facilities: ["a", "b", "c", "z", "top"].map((id) => ({
    ...CITY.facilities[0],
    id,
    tier: id === "top" ? 3 : 2,
  })),
  links: ["a", "b", "c", "z"].flatMap((grid) => [
    { grid, role: "designated", order: 2, facility: "top" },
    { grid, role: "designated", order: 1, facility: grid },
  ]),
};
const DESTINATIONS = new Destinations(LINE);

function named(to: Partial<BedDestination>, grid = 0): string {
  const found = DESTINATIONS.facilitiesOf({ role: "designated", ward: "icu", ...to }, grid);
  return found.map((i) => LINE.facilities[i].id).join(" ");
}

Deno.test("Destinations.facilitiesOf() tries the links of the own grid in their order", () => {
  assertEquals(named({}), "a top");
  assertEquals(named({ grid: "own" }), "a top");
  assertEquals(named({ role: "lead" }), "");
});

Deno.test("Destinations.facilitiesOf() goes through the neighbours of the district, nearest first", () => {
  assertEquals(named({ grid: "neighbours" }), "c top b");
  assertEquals(named({ grid: "neighbours" }, 1), "c top a");
  assertEquals(named({ grid: "neighbours" }, 3), "");
});

Deno.test("Destinations.facilitiesOf() goes through the city from the own grid on", () => {
  assertEquals(named({ grid: "city" }), "a top z c b");
  assertEquals(named({ grid: "city" }, 3), "z top a c b");
});

Deno.test("Destinations.facilitiesOf() keeps to a tier", () => {
  assertEquals(named({ tier: 3 }), "top");
  assertEquals(named({ tier: 2, grid: "city" }), "a z c b");
  assertEquals(named({ role: "nearest", tier: 2 }), "a b c z");
});

Deno.test("Destinations.facilitiesOf() asks for the nearest where it is told who they are", () => {
  const told = new Destinations(LINE, { nearest: (grid) => [grid, 4] });
  assertEquals(told.facilitiesOf({ role: "nearest", ward: "icu" }, 2), [2, 4]);
});
