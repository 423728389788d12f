/** Which lines of service residents of a scenario ask for. */
import { COUNTED_LINES, COURSE_LINES } from "../domain/mod.ts";
import type { Line } from "../domain/mod.ts";
import type { Scenario } from "./scenario.ts";

/**
 * Lines that residents of a scenario ask for, so that results have rows for them.
 *
 * @param scenario A checked scenario.
 * @returns Lines with a volume above 0, inpatients, and operations where they are counted.
 *
 * @example Without counted theatres there are no operations
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { askedLines, loadScenario } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * assertEquals(askedLines(scenario).includes("surgery"), scenario.hospital.surgery.counted);
 * ```
 */
export function askedLines(
  { services, hospital }: Pick<Scenario, "services" | "hospital">,
): Line[] {
  return [
    ...COUNTED_LINES.filter((line) => services.lines[line].volume.some((visits) => visits > 0)),
    ...COURSE_LINES.filter((line) => services.courses[line].patients > 0),
    ...(hospital.surgery.counted ? ["surgery" as const] : []),
    ...(services.deliveryShare > 0 ? ["delivery" as const] : []),
    "inpatient_urgent",
    "inpatient_elective",
  ];
}
