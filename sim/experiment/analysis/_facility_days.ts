/** Beds and patients of facilities at midnight, mean over replications. */
import { censusFacilities, dateOf } from "../../network/mod.ts";
import type { Detail } from "../../network/mod.ts";
import type { Scenario } from "../../scenario/mod.ts";
import type { FacilityDayRow } from "../results/mod.ts";

/** Sums of one scenario: replications are not kept. */
export class FacilityDays {
  readonly #scenario: Scenario;
  #sums = new Float64Array();
  #replications = 0;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
  }

  add({ census }: Detail): void {
    if (this.#replications++ === 0) this.#sums = census.slice();
    else for (let i = 0; i < census.length; i++) this.#sums[i] += census[i];
  }

  /** Rows by facility and day. */
  get rows(): FacilityDayRow[] {
    const { name: scenario, window: { start, days, runOnDays }, city } = this.#scenario;
    if (this.#replications === 0) return [];
    const facilities = censusFacilities(city);
    const dates = Array.from({ length: days + runOnDays }, (_, day) => dateOf(start, day));
    const mean = (what: number, f: number, day: number) =>
      this.#sums[(what * facilities.length + f) * dates.length + day] / this.#replications;
    return facilities.flatMap((facility, f) =>
      dates.map((date, day) => ({
        scenario,
        date,
        facility,
        usable: mean(0, f, day),
        covid: mean(1, f, day),
        ordinary: mean(2, f, day),
      }))
    );
  }
}
