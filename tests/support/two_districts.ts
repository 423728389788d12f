/** A tiny city of two districts, each with one grid, to see what holds in one of them alone. */
import { RISK_LEVELS } from "../../sim/domain/mod.ts";
import type { City } from "../../sim/domain/mod.ts";
import type { LevelPlan, Scenario } from "../../sim/scenario/mod.ts";
import { tiny } from "./tiny_network.ts";
import type { TinyFacility, TinySpec } from "./tiny_network.ts";

/** Facilities of the second district, `e`; the others stand in the first, `d`. */
const IN_SECOND: readonly TinyFacility[] = ["lead", "partner"];

function split(city: City): City {
  const [grid] = city.grids;
  const [community] = city.communities;
  return {
    ...city,
    districts: [...city.districts, { id: "e", name: grid.name }],
    grids: [grid, { ...grid, id: "h", district: "e" }],
    communities: [community, { ...community, id: "k", grid: "h" }],
    facilities: city.facilities.map((facility) => ({
      ...facility,
      district: IN_SECOND.includes(facility.id as TinyFacility) ? "e" : "d",
    })),
    links: city.links.flatMap((link) => [link, { ...link, grid: "h" }]),
    fleets: [
      ...city.fleets,
      ...city.fleets.filter((fleet) => fleet.grid !== "").map((f) => ({
        ...f,
        id: "h",
        grid: "h",
      })),
    ],
  };
}

/** A tiny scenario in two districts `d` and `e`, each with the residents said. */
export function twoDistricts(spec: TinySpec = {}): Scenario {
  const change = spec.change ?? ((scenario: Scenario) => scenario);
  return tiny({ ...spec, change: (s) => change({ ...s, city: split(s.city) }) });
}

/** Plans of every level made from the low one. */
export function plansWith(
  scenario: Scenario,
  planOf: (level: (typeof RISK_LEVELS)[number]) => Partial<LevelPlan>,
): Scenario["services"]["plans"] {
  const { low } = scenario.services.plans;
  return {
    low: { ...low, ...planOf("low") },
    medium: { ...low, ...planOf("medium") },
    high: { ...low, ...planOf("high") },
  };
}
