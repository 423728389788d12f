/**
 * The reference run: the same city and ordinary patients without epidemic and with everything open.
 *
 * Restoration of services is volume ÷ that of the reference on the same weekday. Ordinary patients
 * are keyed, so reference and scenario are paired patient by patient; scenarios that share city,
 * window and demand share one reference run per replication.
 */
import { fixParameters, openHospital, openPlan, ordinaryWards } from "../scenario/mod.ts";
import type { Scenario } from "../scenario/mod.ts";

/** Parameters that a reference run draws too: those of ordinary care that it does not set itself. */
const ORDINARY = /^(services|wards)\./;
const SET_HERE =
  /^(services\.(levels|levelRule|plans\.low)|wards\.(convertible|idle|hospitalPlan)\w*)\b/;

/** Paths of uncertain numbers that mean nothing to a reference run. */
function foreignPaths({ uncertainty: { parameters, sets } }: Scenario): string[] {
  return [...parameters.map(({ path }) => path), ...sets?.paths ?? []]
    .filter((path) => !ORDINARY.test(path) || SET_HERE.test(path));
}

/** The same start without those who are ill with COVID-19. */
function ordinaryStart({ start }: Scenario): Pick<Scenario, "start"> {
  if (start === undefined) return {};
  const census = start.census.map((row) => ({ ...row, moderate: 0, severe: 0, critical: 0 }));
  return { start: { census, waiting: [] } };
}

/**
 * The reference of a scenario.
 *
 * @param scenario A checked scenario.
 * @returns The same city, window and demand; nobody infected, every level low, no conversion.
 *
 * @example Nobody is infected
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../scenario/mod.ts";
 * import { referenceOf } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * assertEquals(referenceOf(scenario).wave.scale, 0);
 * ```
 */
export function referenceOf(scenario: Scenario): Scenario {
  const { interventions: _i, arrivals: _a, ...lasting } = scenario;
  return {
    ...lasting,
    name: `reference of ${scenario.name}`,
    wave: { ...scenario.wave, scale: 0, reported: { ...scenario.wave.reported, modelled: false } },
    services: {
      ...scenario.services,
      appointments: { ...scenario.services.appointments, adjusted: false },
      workforce: { ...scenario.services.workforce, lendsToFeverClinics: false },
      levels: [{ from: scenario.window.start, level: "low" }],
      levelRule: { ...scenario.services.levelRule, modelled: false },
      plans: {
        ...scenario.services.plans,
        low: openPlan(scenario.services),
      },
    },
    ...ordinaryWards(scenario),
    // Published volumes already show what emergency departments could do.
    emergency: { ...scenario.emergency, modelled: false },
    hospital: openHospital(scenario.hospital),
    ...ordinaryStart(scenario),
    uncertainty: fixParameters(scenario, foreignPaths(scenario)).uncertainty,
  };
}

/**
 * What two scenarios must share to share a reference run.
 *
 * @param scenario A checked scenario.
 * @returns A key; equal keys mean equal reference runs.
 */
export function referenceKey(scenario: Scenario): string {
  const { city, window, services, wards, staff, start, hospital } = referenceOf(scenario);
  const { columns: _, published: __, outlines: ___, ...tables } = city;
  const operated = hospital.surgery.share;
  return JSON.stringify([tables, window, services, wards, staff.roster, start ?? null, operated]);
}
