/** The vehicles on duty: of which fleet each is, and its name. */
import { mostVehicles } from "./duty.ts";
import type { City } from "../domain/mod.ts";
import type { Scenario } from "../scenario/mod.ts";

/** A vehicle. */
export interface Vehicle {
  /** Index of its fleet [-]. */
  readonly fleet: number;
  /** Its name: that of the fleet, and its number there from 1. */
  readonly name: string;
}

/**
 * Lists the vehicles on duty, in the order in which runs number them.
 *
 * @param city Fleets.
 * @param factor Factor on the number of vehicles of each [-].
 * @returns Vehicles.
 */
export function vehiclesOnDuty({ fleets }: City, factor: number): Vehicle[] {
  return fleets.flatMap(({ id, vehicles }, fleet) =>
    Array.from(
      { length: Math.round(vehicles * factor) },
      (_, i) => ({ fleet, name: `${id}-${i + 1}` }),
    )
  );
}

/**
 * Names of the vehicles of a scenario, as the event log numbers them.
 *
 * @param scenario A checked scenario.
 * @returns Names: fleet and number in it from 1.
 *
 * @example The training grid has three vehicles and one of the pool
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../scenario/mod.ts";
 * import { vehicleNames } from "./mod.ts";
 *
 * const names = vehicleNames(await loadScenario("scenarios/training.yaml"));
 * assertEquals([names.length, names[3]], [4, "training-fleet-pool-1"]);
 * ```
 */
export function vehicleNames(scenario: Scenario): string[] {
  return vehiclesOnDuty(scenario.city, mostVehicles(scenario)).map(({ name }) => name);
}
