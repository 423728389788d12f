/** Wards and staff as in a year without epidemic. */
import type { City } from "../domain/mod.ts";
import { laterUses } from "./later_uses.ts";
import type { Scenario } from "./scenario.ts";

/**
 * Wards and staff of a scenario without all that the epidemic changes: no conversion, no idle ward
 * opened, no plan by forecast, nobody ill, called or sent away, and wards that are set apart for COVID at some time only
 * take the patients that they take at the others. Rosters and ratios stay.
 *
 * @param scenario A checked scenario.
 * @returns The parts of it that differ.
 *
 * @example No conversion
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario, ordinaryWards } from "./mod.ts";
 *
 * const { wards } = ordinaryWards(await loadScenario("scenarios/training.yaml"));
 * assertEquals(wards.convertibleOpens, "");
 * ```
 */
export function ordinaryWards(
  scenario: Scenario,
): Pick<Scenario, "city" | "wards" | "staff"> {
  const { city, wards, staff, interventions = [] } = scenario;
  const useOf = (ward: City["wards"][number]) =>
    ward.use !== "covid"
      ? ward.use
      : laterUses(scenario, ward).find((use) => use !== "covid") ?? ward.use;
  return {
    city: wards.uses.length === 0 && interventions.length === 0
      ? city
      : { ...city, wards: city.wards.map((spec) => ({ ...spec, use: useOf(spec) })) },
    wards: {
      ...wards,
      convertibleOpens: "",
      convertible: { ...wards.convertible, trigger: "date" },
      idle: [],
      uses: [],
      hospitalPlan: { ...wards.hospitalPlan, modelled: false },
    },
    staff: {
      ...staff,
      absence: { ...staff.absence, factor: 0 },
      reserve: { ...staff.reserve, share: { general: 0, sub_icu: 0, icu: 0 } },
      moves: [],
    },
  };
}
