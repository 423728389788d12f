/** Numbers of the cases that a run starts with, apart from those of everybody infected later. */
import { nameHash } from "../engine/mod.ts";

/** Number of the first case of a given start; residents of a grid have numbers below it [-]. */
export const FIRST_PRESENT = 2 ** 23;

/** Odd number near 2³² over the golden ratio, which spreads 0, 1, 2, … evenly [-]. */
const GOLDEN = 0x9e3779b1;

/**
 * Numbers by the name of a cell of the census and the place in it, so that one more patient in one
 * ward leaves everybody else who they are. Where two fall on one number, which happens once in some
 * hundreds, the later takes the next free one.
 *
 * @example Each number once, none of them a resident's
 * ```ts
 * import { assert, assertNotEquals } from "@std/assert";
 * import { FIRST_PRESENT, PresentNumbers } from "./present_numbers.ts";
 *
 * const numbers = new PresentNumbers();
 * const first = numbers.of("a/icu/critical", 0);
 * assert(first >= FIRST_PRESENT);
 * assertNotEquals(numbers.of("a/icu/critical", 1), first);
 * ```
 */
export class PresentNumbers {
  readonly #taken = new Set<number>();
  #name = "";
  #hash = 0;

  /**
   * Gives a number.
   *
   * @param name Cell of the census.
   * @param place Place in it, from 0 [-].
   * @returns Number [-], from 2²³ to below 2²⁴.
   */
  of(name: string, place: number): number {
    if (name !== this.#name) {
      this.#name = name;
      this.#hash = nameHash(name).low;
    }
    let number = (this.#hash + Math.imul(place, GOLDEN)) >>> 9;
    while (this.#taken.has(number)) number = (number + 1) % FIRST_PRESENT;
    this.#taken.add(number);
    return FIRST_PRESENT + number;
  }
}
