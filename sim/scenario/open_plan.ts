/** The plan of 2019: everything open, as much online as in ordinary times, nobody sent elsewhere. */
import { COUNTED_LINES, PLANNED_LINES, RAMPED_FAMILIES } from "../domain/mod.ts";
import type { LevelPlan, ServicesSpec } from "./services_spec.ts";

const same = <const N extends readonly string[], T>(names: N, of: (name: N[number]) => T) =>
  Object.fromEntries(names.map((name) => [name, of(name)])) as { [K in N[number]]: T };

/**
 * The plan under which ordinary services ran in 2019.
 *
 * @param services Ordinary services of a scenario.
 * @returns A plan that leaves nothing closed.
 *
 * @example Nothing is suspended
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario, openPlan } from "./mod.ts";
 *
 * const { services } = await loadScenario("scenarios/training.yaml");
 * assertEquals(openPlan(services).open.elderly_checkup, 1);
 * ```
 */
export function openPlan({ lines }: Pick<ServicesSpec, "lines">): LevelPlan {
  return {
    open: same(PLANNED_LINES, () => 1),
    remote: same(COUNTED_LINES, (line) => lines[line].online),
    delivered: 0,
    longPrescriptions: 0,
    rampPerWeek: same(RAMPED_FAMILIES, () => 0),
    diverted: [0, 0, 0],
    supportToPrimary: 0,
    spacing: 1,
  };
}
