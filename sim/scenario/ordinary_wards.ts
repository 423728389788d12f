/** Wards and staff as in a year without epidemic. */
import type { City } from "../domain/mod.ts";
import type { Scenario } from "./scenario.ts";

/**
 * Wards and staff of a scenario without all that the epidemic changes: no conversion, no idle ward
 * opened, no plan by forecast, nobody ill, called or sent away. A hospital's ward that the city's
 * tables set apart for COVID-19 serves ordinary patients as in 2019, whatever becomes of it in the run, so that all
 * scenarios of a city are held against the same year; a shelter did not stand then. Rosters and ratios stay.
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
  const { city, wards, staff } = scenario;
  const hospitals = new Set(
    city.facilities.filter(({ kind }) => kind === "hospital").map(({ id }) => id),
  );
  const useOf = ({ facility, use }: City["wards"][number]) =>
    use === "covid" && hospitals.has(facility) ? "ordinary" : use;
  return {
    city: { ...city, wards: city.wards.map((spec) => ({ ...spec, use: useOf(spec) })) },
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
