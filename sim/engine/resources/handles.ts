/** Small whole numbers for entities that come and go, so that arrays can be their columns. */

/**
 * Numbers in use, each given back when its entity leaves; the one given back last is taken next.
 *
 * @example A number is used again
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Handles } from "./mod.ts";
 *
 * const handles = new Handles();
 * const first = handles.take();
 * const second = handles.take();
 * handles.giveBack(first);
 * assertEquals([first, second, handles.take(), handles.inUse], [0, 1, 0, 2]);
 * ```
 */
export class Handles {
  /** Numbers in use [entities] -- state. */
  inUse = 0;
  readonly #free: number[] = [];
  #fresh = 0;

  /**
   * Takes a number.
   * @returns Number that is not in use [-], from 0.
   */
  take(): number {
    this.inUse++;
    return this.#free.length > 0 ? this.#free.pop()! : this.#fresh++;
  }

  /**
   * Gives a number back.
   * @param handle Number in use [-]; not checked.
   */
  giveBack(handle: number): void {
    this.inUse--;
    this.#free.push(handle);
  }
}
