/** What a layout is before anybody falls ill: residents, distances and vehicles of each grid. */
import { type BilingualName, distanceKm, type FacilitySpec, type Role } from "../../domain/mod.ts";
import type { Scenario } from "../../scenario/mod.ts";

/** One grid of one layout. */
export interface LayoutRow {
  /** Scenario that has the layout. */
  readonly scenario: string;
  /** Grid. */
  readonly grid: string;
  /** Name of the grid. */
  readonly name: BilingualName;
  /** District of most of its residents. */
  readonly district: string;
  /** Communities [-]. */
  readonly communities: number;
  /** Residents [persons]. */
  readonly residents: number;
  /** Mean distance of residents from the lead hospital, as the crow flies [km]; NaN without one. */
  readonly kmToLead: number;
  /** Mean distance of residents from the first designated hospital [km]; NaN without one. */
  readonly kmToDesignated: number;
  /** Facilities linked to the grid, primary ones and shelters included [-]. */
  readonly facilities: number;
  /** Vehicles of its own, before the scenario's factor; those of the pool come on top [vehicles]. */
  readonly vehicles: number;
}

/**
 * Describes the grids of layouts.
 *
 * @param scenarios Scenarios, one for each layout.
 * @returns One row per grid, by scenario, in the order of the grids.
 *
 * @example Grids of the training city
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../../scenario/mod.ts";
 * import { layoutRows } from "./mod.ts";
 *
 * const rows = layoutRows([await loadScenario("scenarios/training_city.yaml")]);
 * assertEquals(rows.map(({ residents }) => residents), [40000, 30000, 30000]);
 * ```
 */
export function layoutRows(scenarios: readonly Scenario[]): LayoutRow[] {
  return scenarios.flatMap(({ name: scenario, city }) => {
    const facilities = new Map(city.facilities.map((facility) => [facility.id, facility]));
    return city.grids.map(({ id: grid, name, district }): LayoutRow => {
      const communities = city.communities.filter((one) => one.grid === grid);
      const links = city.links.filter((link) => link.grid === grid);
      const first = (role: Role): FacilitySpec | undefined => {
        const [link] = links.filter((one) => one.role === role).sort((a, b) => a.order - b.order);
        return link && facilities.get(link.facility);
      };
      const residents = communities.reduce((sum, { population }) => sum + population, 0);
      const kmTo = (facility: FacilitySpec | undefined) =>
        facility === undefined ? NaN : communities.reduce(
          (sum, { lon, lat, population }) =>
            sum + population * distanceKm(lon, lat, facility.lon, facility.lat),
          0,
        ) / residents;
      return {
        scenario,
        grid,
        name,
        district,
        communities: communities.length,
        residents,
        kmToLead: kmTo(first("lead")),
        kmToDesignated: kmTo(first("designated")),
        facilities: new Set(links.map(({ facility }) => facility)).size,
        vehicles: city.fleets.filter((fleet) => fleet.grid === grid)
          .reduce((sum, { vehicles }) => sum + vehicles, 0),
      };
    });
  });
}
