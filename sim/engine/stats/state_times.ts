/** Time spent in each level. */

/** Levels for which there is room at the start. */
const ROOM = 16;

/**
 * Time that a whole-numbered level, such as a queue's length, spends at each of its values; with it
 * the law of the level seen at a random instant.
 *
 * @example Two or more are present for half of the time
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { StateTimes } from "./mod.ts";
 *
 * const present = new StateTimes();
 * present.set(10, 1);
 * present.set(15, 2);
 * present.set(25, 3);
 * assertEquals(present.timeAt(2, 30), 10);
 * assertEquals(present.shareFrom(2, 30), 0.5);
 * ```
 */
export class StateTimes {
  /** Level now [entities] -- state; change it by `set` and `add`. */
  level: number;
  // NaN makes V8 keep fractional numbers in place; a field that begins as 0 takes a new object for
  // each, and `set` 6 ns in place of 3.
  #start = NaN;
  #last = NaN;
  #times: Float64Array;

  /**
   * Starts to watch the level.
   * @param level Level at the start [entities], a whole number from 0.
   * @param start When [min since the window began].
   * @throws {RangeError} If the level is no whole number from 0.
   */
  constructor(level = 0, start = 0) {
    this.level = level;
    this.#start = start;
    this.#last = start;
    this.#times = new Float64Array(ROOM);
    if (!(this.#times[level] === 0)) this.#grow(level);
  }

  /**
   * Sets the level.
   * @param now When [min since the window began], not before the last change.
   * @param level New level [entities], a whole number from 0.
   * @throws {RangeError} If the instant lies before the last change, or the level is no whole number
   * from 0.
   */
  set(now: number, level: number): void {
    const last = this.#last;
    if (!(now >= last)) this.#refuse(now);
    this.#times[this.level] += now - last;
    this.#last = now;
    // No place in the array: too high a level, or none at all.
    if (level >>> 0 !== level || level >= this.#times.length) this.#grow(level);
    this.level = level;
  }

  /**
   * Changes the level.
   * @param now When [min since the window began], not before the last change.
   * @param change What is added to the level [entities].
   * @throws {RangeError} If the instant lies before the last change, or the level comes to be no
   * whole number from 0.
   */
  add(now: number, change: number): void {
    this.set(now, this.level + change);
  }

  /**
   * Highest level that can have been seen since the start: levels above it have spent no time.
   * @returns Level [entities].
   */
  highest(): number {
    let level = this.#times.length - 1;
    while (level > this.level && this.#times[level] === 0) level--;
    return level;
  }

  /**
   * Time spent at a level.
   * @param level Level [entities].
   * @param now Until when [min since the window began], not before the last change.
   * @returns Time [min].
   * @throws {RangeError} If the instant lies before the last change.
   */
  timeAt(level: number, now: number): number {
    if (!(now >= this.#last)) this.#refuse(now);
    return (this.#times[level] ?? 0) + (level === this.level ? now - this.#last : 0);
  }

  /**
   * Share of the time spent at a level.
   * @param level Level [entities].
   * @param now Until when [min since the window began], not before the last change.
   * @returns Share [-]; NaN when no time has passed.
   * @throws {RangeError} If the instant lies before the last change.
   */
  shareAt(level: number, now: number): number {
    return this.timeAt(level, now) / (now - this.#start);
  }

  /**
   * Share of the time spent at a level or above it.
   * @param level Level [entities].
   * @param now Until when [min since the window began], not before the last change.
   * @returns Share [-]; NaN when no time has passed.
   * @throws {RangeError} If the instant lies before the last change.
   */
  shareFrom(level: number, now: number): number {
    let time = 0;
    for (let k = this.highest(); k >= level; k--) time += this.timeAt(k, now);
    return time / (now - this.#start);
  }

  /**
   * Mean level from the start.
   * @param now Until when [min since the window began], not before the last change.
   * @returns Mean [entities]; NaN when no time has passed.
   * @throws {RangeError} If the instant lies before the last change.
   */
  mean(now: number): number {
    let area = 0;
    for (let k = this.highest(); k > 0; k--) area += k * this.timeAt(k, now);
    return area / (now - this.#start);
  }

  /**
   * Shares of all levels from 0 to the highest seen.
   * @param now Until when [min since the window began], not before the last change.
   * @returns Shares by level [-].
   * @throws {RangeError} If the instant lies before the last change.
   */
  shares(now: number): Float64Array {
    return Float64Array.from({ length: this.highest() + 1 }, (_, k) => this.shareAt(k, now));
  }

  /**
   * Drops what was seen and starts anew at the present level, such as after a warm-up.
   * @param now When [min since the window began], not before the last change.
   * @throws {RangeError} If the instant lies before the last change.
   */
  flush(now: number): void {
    if (!(now >= this.#last)) this.#refuse(now);
    this.#times.fill(0);
    this.#start = now;
    this.#last = now;
  }

  #refuse(now: number): never {
    throw new RangeError(
      `Cannot follow a level as time must not go back: last change is at ${this.#last} min, time is ${now} min`,
    );
  }

  #grow(level: number): void {
    if (!(Number.isInteger(level) && level >= 0 && level < 2 ** 31)) {
      throw new RangeError(
        `Cannot follow a level as it must be a whole number from 0: current level is ${level}`,
      );
    }
    const times = new Float64Array(Math.max(2 * this.#times.length, level + 1));
    times.set(this.#times);
    this.#times = times;
  }
}
