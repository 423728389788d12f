/** Counties and districts by index: those of grids, facilities and wards. */
import type { Scenario } from "../scenario/mod.ts";
import { indexOf } from "./layout.ts";
import type { Layout } from "./layout.ts";

/** Districts of the city that is simulated. */
export interface Districts {
  /** Identifiers, in the order of the city's table. */
  readonly ids: readonly string[];
  /** District of each grid [-]. */
  readonly ofGrid: Int32Array;
  /** District of each facility [-]. */
  readonly ofFacility: Int32Array;
  /** District of each ward [-]. */
  readonly ofWard: Int32Array;
  /** Grids of each district [-]. */
  readonly grids: readonly (readonly number[])[];
}

/**
 * The districts of a scenario's city.
 *
 * @param city City of a checked scenario.
 * @param layout Its layout.
 * @returns Districts.
 */
export function districtsOf({ city }: Pick<Scenario, "city">, layout: Layout): Districts {
  const ids = city.districts.map(({ id }) => id);
  const index = indexOf(ids);
  const ofGrid = Int32Array.from(city.grids, ({ district }) => index.get(district)!);
  const ofFacility = Int32Array.from(city.facilities, ({ district }) => index.get(district)!);
  const grids: number[][] = ids.map(() => []);
  ofGrid.forEach((district, grid) => grids[district].push(grid));
  return {
    ids,
    ofGrid,
    ofFacility,
    ofWard: layout.wardFacility.map((facility) => ofFacility[facility]),
    grids,
  };
}
