/** How many vehicles of each fleet are on duty, now and at most. */
import type { Scenario } from "../scenario/mod.ts";

/**
 * The largest factor on the number of vehicles at any time of a run.
 *
 * @param scenario A checked scenario.
 * @returns Factor [-]; vehicles of a run are numbered under it, fleet by fleet.
 */
export function mostVehicles({ transfer, interventions = [] }: Scenario): number {
  const later = interventions.flatMap(({ vehicles }) => vehicles === undefined ? [] : vehicles);
  return Math.max(transfer.vehicleFactor, ...later.map(({ factor }) => factor));
}

/**
 * Which vehicles are on duty under a factor.
 *
 * @param scenario A checked scenario.
 * @param factor Factor on the vehicles of each fleet [-].
 * @returns 1 for those on duty [-], by the numbers of a run.
 */
export function onDutyUnder(scenario: Scenario, factor: number): Uint8Array {
  const most = mostVehicles(scenario);
  return Uint8Array.from(
    scenario.city.fleets.flatMap(({ vehicles }) =>
      Array.from(
        { length: Math.round(vehicles * most) },
        (_, i) => i < Math.round(vehicles * factor) ? 1 : 0,
      )
    ),
  );
}
