/** The catalogue: every measure and every daily or weekly series, by name. */
import { ACCESS_MEASURES } from "./_access.ts";
import { BED_MEASURES } from "./_beds.ts";
import { CASE_MEASURES } from "./_cases.ts";
import { HOSPITAL_PLAN_MEASURES } from "./_hospital_plans.ts";
import { HOSPITAL_MEASURES } from "./_hospitals.ts";
import { INTERVENTION_MEASURES } from "./_interventions.ts";
import { LEVEL_MEASURES, LEVEL_SERIES } from "./_levels.ts";
import { LINE_MEASURES } from "./_lines.ts";
import { OPENNESS_MEASURES } from "./_openness.ts";
import { RECEPTION_MEASURES } from "./_reception.ts";
import { SERIES } from "./_series.ts";
import { SERVICE_MEASURES } from "./_services.ts";
import { STAFF_MEASURES, STAFF_SERIES } from "./_staff.ts";
import { TRANSFER_MEASURES } from "./_transfers.ts";
import type { MeasureDefinition } from "./definition.ts";

/** Measures of a replication, one value each (and one per group), in the order of result tables. */
export const CATALOGUE: readonly MeasureDefinition[] = [
  ...CASE_MEASURES,
  ...BED_MEASURES,
  ...TRANSFER_MEASURES,
  ...SERVICE_MEASURES,
  ...LINE_MEASURES,
  ...LEVEL_MEASURES,
  ...RECEPTION_MEASURES,
  ...STAFF_MEASURES,
  ...ACCESS_MEASURES,
  ...OPENNESS_MEASURES,
  ...HOSPITAL_MEASURES,
  ...INTERVENTION_MEASURES,
  ...HOSPITAL_PLAN_MEASURES,
];

/**
 * Series by day (or week). A series may share its name with a measure: it is then the same quantity
 * by day, and its unit is per day where the measure is a count.
 */
export const SERIES_CATALOGUE: readonly MeasureDefinition[] = [
  ...SERIES,
  ...STAFF_SERIES,
  ...LEVEL_SERIES,
];

/** Definition of a name in a catalogue; refuses a name that is not there. */
function lookUp(catalogue: readonly MeasureDefinition[], name: string): MeasureDefinition {
  const found = catalogue.find((definition) => definition.name === name);
  if (found) return found;
  throw new RangeError(
    `Cannot define "${name}" as a measure must be in the catalogue: it has ${
      catalogue.map((definition) => definition.name).join(", ")
    }`,
  );
}

/**
 * Definition of a measure.
 *
 * @param name Name.
 * @returns Its definition.
 * @throws {RangeError} When there is no such measure.
 *
 * @example The unit of deaths
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { measureDefinition } from "./mod.ts";
 *
 * assertEquals(measureDefinition("deaths").unit, "persons");
 * ```
 */
export function measureDefinition(name: string): MeasureDefinition {
  return lookUp(CATALOGUE, name);
}

/**
 * Definition of a daily or weekly series.
 *
 * @param name Name.
 * @returns Its definition.
 * @throws {RangeError} When there is no such series.
 *
 * @example The unit of deaths by day
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { seriesDefinition } from "./mod.ts";
 *
 * assertEquals(seriesDefinition("deaths").unit, "deaths/d");
 * ```
 */
export function seriesDefinition(name: string): MeasureDefinition {
  return lookUp(SERIES_CATALOGUE, name);
}
