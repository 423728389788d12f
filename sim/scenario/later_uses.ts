/** Whom the wards of a facility take later in a run than at its beginning. */
import type { WardSpec, WardUse } from "../domain/mod.ts";
import type { Scenario } from "./scenario.ts";

/**
 * Uses that a ward changes to, on dates or when its facility opens again.
 *
 * @param scenario Scenario.
 * @param ward The ward.
 * @returns Uses, those of dates first; some may be the same.
 *
 * @example A ward that never changes
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { laterUses, loadScenario } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * assertEquals(laterUses(scenario, scenario.city.wards[0]), []);
 * ```
 */
export function laterUses(
  { wards, interventions = [] }: Pick<Scenario, "wards" | "interventions">,
  { facility, type, use }: WardSpec,
): WardUse[] {
  const dated = wards.uses.filter((u) => u.facility === facility && u.ward === type)
    .map((change) => change.use);
  const takesCases = [use, ...dated].some((one) => one !== "ordinary");
  const reopened = interventions.flatMap(({ close }) => {
    if (close?.as === undefined || close.reopens === "") return [];
    const closes = close.facilities.includes(facility) && (close.to === "all" || takesCases);
    return closes ? [close.as] : [];
  });
  return [...dated, ...reopened];
}
