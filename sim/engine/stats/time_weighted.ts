/** Statistics over time. */

/**
 * A level that changes by steps, and the area below it.
 *
 * @example Two in use for a third of the time
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TimeWeighted } from "./mod.ts";
 *
 * const inUse = new TimeWeighted();
 * inUse.set(10, 2);
 * inUse.add(20, -2);
 * assertEquals(inUse.area(30), 20);
 * assertEquals(inUse.mean(30), 20 / 30);
 * ```
 */
export class TimeWeighted {
  /** Level now [unit of the level] -- state; change it by `set` and `add`. */
  value: number;
  // NaN makes V8 keep fractional numbers in place; a field that begins as 0 takes a new object for
  // each.
  #start = NaN;
  #last = NaN;
  #area = NaN;

  /**
   * Starts to watch the level.
   * @param value Level at the start [unit of the level].
   * @param start When [min since the window began].
   */
  constructor(value = 0, start = 0) {
    this.value = value;
    this.#start = start;
    this.#last = start;
    this.#area = 0;
  }

  /**
   * Sets the level.
   * @param now When [min since the window began], not before the last change.
   * @param value New level [unit of the level].
   * @throws {RangeError} If the instant lies before the last change.
   */
  set(now: number, value: number): void {
    this.#area = this.area(now);
    this.#last = now;
    this.value = value;
  }

  /**
   * Changes the level.
   * @param now When [min since the window began], not before the last change.
   * @param change What is added to the level [unit of the level].
   * @throws {RangeError} If the instant lies before the last change.
   */
  add(now: number, change: number): void {
    this.set(now, this.value + change);
  }

  /**
   * Area below the level from the start.
   * @param now Until when [min since the window began], not before the last change.
   * @returns Area [unit of the level × min].
   * @throws {RangeError} If the instant lies before the last change.
   */
  area(now: number): number {
    if (!(now >= this.#last)) {
      throw new RangeError(
        `Cannot follow a level as time must not go back: last change is at ${this.#last} min, time is ${now} min`,
      );
    }
    return this.#area + this.value * (now - this.#last);
  }

  /**
   * Mean level from the start.
   * @param now Until when [min since the window began], not before the last change.
   * @returns Mean [unit of the level]; NaN when no time has passed.
   * @throws {RangeError} If the instant lies before the last change.
   */
  mean(now: number): number {
    return this.area(now) / (now - this.#start);
  }

  /**
   * Drops what was seen and starts anew at the present level, such as after a warm-up.
   * @param now When [min since the window began], not before the last change.
   * @throws {RangeError} If the instant lies before the last change.
   */
  flush(now: number): void {
    this.set(now, this.value);
    this.#area = 0;
    this.#start = now;
  }
}
