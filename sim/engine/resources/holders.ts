/** Who holds units that may be taken away, in the order of seizing. */

import type { Claims } from "./claims.ts";

/** Claims that hold units of one resource; the latest stands last. */
export class Holders {
  readonly #claims: Claims;
  readonly #slots: number[] = [];

  /**
   * Makes an empty list.
   * @param claims Table of the claims.
   */
  constructor(claims: Claims) {
    this.#claims = claims;
  }

  /**
   * Adds the latest holder.
   * @param slot Slot of the claim [-].
   */
  add(slot: number): void {
    this.#slots.push(slot);
  }

  /**
   * Takes a holder out.
   * @param slot Slot of the claim [-].
   */
  remove(slot: number): void {
    this.#slots.splice(this.#slots.indexOf(slot), 1);
  }

  /**
   * Chooses from whom to take units: the lowest priority first, and of one priority the latest; then
   * spares, from the highest priority and earliest on, everyone without whom the units still suffice.
   * @param units Units that are wanted [units].
   * @param below Only holders of a lower priority than this lose theirs [-].
   * @returns Slots that hold at least so many units together; undefined when they do not.
   */
  victims(units: number, below: number): number[] | undefined {
    const { priority, units: held } = this.#claims;
    const able = this.#slots.filter((slot) => priority[slot] < below).reverse()
      .sort((a, b) => priority[a] - priority[b]);
    const chosen: number[] = [];
    let sum = 0;
    for (const slot of able) {
      if (sum >= units) break;
      sum += held[slot];
      chosen.push(slot);
    }
    if (sum < units) return undefined;
    return chosen.reverse().filter((slot) => {
      const spared = sum - held[slot] >= units;
      if (spared) sum -= held[slot];
      return !spared;
    }).reverse();
  }
}
