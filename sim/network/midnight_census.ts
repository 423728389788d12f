/** Beds and patients of every hospital and shelter at each midnight. Nothing here decides anything. */
import type { City } from "../domain/mod.ts";
import { indexOf } from "./layout.ts";
import type { Layout } from "./layout.ts";
import type { Wards } from "./wards.ts";

/** What is counted at a facility: usable beds, COVID patients in beds, ordinary ones. */
export const CENSUS_VALUES = 3;

/**
 * Facilities whose beds are counted.
 *
 * @param city The city.
 * @returns Identifiers of the hospitals and shelters that have wards, in the order of the city's table.
 *
 * @example Three hospitals and a shelter, not the community health centre
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../scenario/mod.ts";
 * import { censusFacilities } from "./mod.ts";
 *
 * const { city } = await loadScenario("scenarios/training.yaml");
 * assertEquals(censusFacilities(city).length, 4);
 * ```
 */
export function censusFacilities({ facilities, wards }: City): string[] {
  const withWards = new Set(wards.map(({ facility }) => facility));
  return facilities.filter(({ kind, id }) => kind !== "primary" && withWards.has(id))
    .map(({ id }) => id);
}

/** The counts of one replication. */
export class MidnightCensus {
  /** By `(what * facilities + facility) * days + day` [beds, patients, patients] -- statistic. */
  readonly values: Float64Array;
  /** Place among the facilities counted, by ward [-]; −1 for wards that are not. */
  readonly #placeOf: Int32Array;
  readonly #facilities: number;
  readonly #days: number;

  /**
   * @param city The city.
   * @param layout Its layout.
   * @param days Days of the run [d].
   */
  constructor(city: City, layout: Layout, days: number) {
    const counted = indexOf(censusFacilities(city));
    this.#placeOf = layout.wardFacility.map((f) => counted.get(layout.facilities.ids[f]) ?? -1);
    this.#facilities = counted.size;
    this.#days = days;
    this.values = new Float64Array(days * counted.size * CENSUS_VALUES);
  }

  /**
   * Notes beds and patients now.
   *
   * @param day The day that ends, from 0 [d]; nothing is noted of others than those of the run.
   * @param wards The wards.
   */
  take(day: number, { usable, covid, ordinary }: Wards): void {
    if (day < 0 || day >= this.#days) return;
    const step = this.#facilities * this.#days;
    for (let w = 0; w < this.#placeOf.length; w++) {
      if (this.#placeOf[w] < 0) continue;
      const at = this.#placeOf[w] * this.#days + day;
      this.values[at] += usable[w];
      this.values[at + step] += covid[w];
      this.values[at + 2 * step] += ordinary[w];
    }
  }
}
