/** What the rules see of the place of a patient who is described, not simulated. */
import { CAPABILITIES, FACILITY_ROLES } from "../domain/mod.ts";
import type { Capability, FacilityRole } from "../domain/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { facilityRoles, missingCapabilities } from "./candidates.ts";
import { capabilityBit, indexOf, layoutOf } from "./layout.ts";

/** Where a described patient is, and what is needed. */
export interface DescribedPlace {
  /** Home grid. */
  readonly grid: string;
  /** Facility where the patient is; empty at home. */
  readonly facility: string;
  /** Capability needed beside a bed; null for none. */
  readonly needs: Capability | null;
}

/** What the rules see of it. */
export interface SeenPlace {
  /** Role of the facility in the home grid. */
  readonly facilityRole: FacilityRole;
  /** Whether the facility has the capability needed; false at home. */
  readonly placeCapable: boolean;
  /** Whether the capability is missing at the lower levels of the grid; dialysis never counts. */
  readonly beyondAbility: boolean;
}

/**
 * What the rules see of the place of a described patient, as a run would.
 *
 * @param scenario A checked scenario.
 * @param described Grid, facility, capability.
 * @returns Role, capability, whether beyond the lower levels.
 *
 * @example Oncology is beyond the lower levels of the training grid
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../scenario/mod.ts";
 * import { seenPlaceOf } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * const at = { grid: "training-g1", facility: "training-lead-1", needs: "oncology" } as const;
 * assertEquals(seenPlaceOf(scenario, at), {
 *   facilityRole: "lead",
 *   placeCapable: false,
 *   beyondAbility: true,
 * });
 * ```
 */
export function seenPlaceOf(scenario: Scenario, described: DescribedPlace): SeenPlace {
  const { city } = scenario;
  const layout = layoutOf(scenario);
  const grid = indexOf(layout.grids.ids).get(described.grid) ?? -1;
  const facility = indexOf(layout.facilities.ids).get(described.facility) ?? -1;
  const needs = described.needs === null ? -1 : CAPABILITIES.indexOf(described.needs);
  const bit = needs < 0 ? 0 : capabilityBit(needs);
  const role = facility < 0
    ? 0
    : facilityRoles(city, layout)[grid * layout.facilities.ids.length + facility];
  return {
    facilityRole: FACILITY_ROLES[role],
    placeCapable: facility >= 0 && (layout.facilities.capabilities[facility] & bit) === bit,
    beyondAbility: needs > 0 && (missingCapabilities(city, layout)[grid] & bit) !== 0,
  };
}
