/** Staff of every ward: employed for it, and present now; numbers, not persons. */
import { staffedBeds } from "../domain/mod.ts";
import type { StaffPerBed } from "../domain/mod.ts";
import type { Scenario } from "../scenario/mod.ts";

/** Staff by ward. Without rosters, illness and reserve those employed are present. */
export class WardStaff {
  /** Physicians employed for the ward [persons] -- state; changed by moves and opened wards. */
  readonly physicians: Float64Array;
  /** Nurses employed for the ward [persons] -- state. */
  readonly nurses: Float64Array;
  /** Physicians present, in people of the norm [persons] -- state. */
  readonly physiciansPresent: Float64Array;
  /** Nurses present, in people of the norm [persons] -- state. */
  readonly nursesPresent: Float64Array;
  readonly #ratio: readonly StaffPerBed[];

  /** @param scenario A checked scenario. */
  constructor({ city, wards }: Scenario) {
    this.physicians = Float64Array.from(city.wards, (spec) => spec.physicians);
    this.nurses = Float64Array.from(city.wards, (spec) => spec.nurses);
    this.physiciansPresent = this.physicians.slice();
    this.nursesPresent = this.nurses.slice();
    this.#ratio = city.wards.map(({ type }) => wards.staff[type]);
  }

  /**
   * Changes who is employed for a ward; they are present until a roster or an absence says otherwise.
   *
   * @param w Ward.
   * @param physicians Physicians that come, negative for those who go [persons].
   * @param nurses Nurses that come, negative for those who go [persons].
   */
  assign(w: number, physicians: number, nurses: number): void {
    this.physicians[w] += physicians;
    this.nurses[w] += nurses;
    this.physiciansPresent[w] += physicians;
    this.nursesPresent[w] += nurses;
  }

  /**
   * Beds that those present can staff.
   *
   * @param w Ward.
   * @returns Beds [beds], not rounded.
   */
  beds(w: number): number {
    return staffedBeds(
      { physicians: this.physiciansPresent[w], nurses: this.nursesPresent[w] },
      this.#ratio[w],
    );
  }

  /**
   * Beds that those employed could staff if a share of them were present.
   *
   * @param w Ward.
   * @param share Present ÷ employed [-].
   * @returns Beds [beds], not rounded.
   */
  bedsOf(w: number, share: number): number {
    return staffedBeds(
      { physicians: this.physicians[w] * share, nurses: this.nurses[w] * share },
      this.#ratio[w],
    );
  }
}
