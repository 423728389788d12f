/** Counts by day and daily means of a level. */

const DAY = 1440;

/** Which days are recorded. */
export interface DailyOptions {
  /** Number of days [d]. */
  readonly days: number;
  /** Beginning of the first day [min since the window began]; 0 when left out. */
  readonly start?: number;
}

/**
 * Events counted by the day in which they fall; midnight belongs to the day that begins.
 *
 * @example One on the first day, three on the second
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DailyCount } from "./mod.ts";
 *
 * const visits = new DailyCount(2);
 * visits.add(1439);
 * visits.add(1440, 3);
 * visits.add(-5);
 * assertEquals([...visits.values], [1, 3]);
 * assertEquals(visits.outside, 1);
 * ```
 */
export class DailyCount {
  /** Count of each day [events/d] -- statistic. */
  readonly values: Float64Array;
  /** Count of what fell before the first day or after the last [events] -- statistic. */
  outside = 0;
  readonly #start: number;

  /**
   * Starts at zero.
   * @param days Number of days [d].
   * @param start Beginning of the first day [min since the window began].
   * @throws {RangeError} If the number of days is not whole, or negative.
   */
  constructor(days: number, start = 0) {
    this.values = daysOf(days);
    this.#start = start;
  }

  /**
   * Counts.
   * @param time When [min since the window began].
   * @param n How many [events].
   */
  add(time: number, n = 1): void {
    const day = Math.floor((time - this.#start) / DAY);
    if (day >= 0 && day < this.values.length) this.values[day] += n;
    else this.outside += n;
  }
}

/**
 * Daily means of a level that changes by steps.
 *
 * What lies before the first day or after the last is followed but not averaged; so the level may
 * be set during a warm-up.
 *
 * @example A bed used from noon to noon
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { DailyLevel } from "./mod.ts";
 *
 * const bed = new DailyLevel({ days: 3 });
 * bed.set(720, 1);
 * bed.set(2160, 0);
 * assertEquals([...bed.finish(4320)], [0.5, 0.5, 0]);
 * ```
 */
export class DailyLevel {
  /** Level now [unit of the level] -- state; change it by `set` and `add`. */
  value = 0;
  /** Highest level within the days [unit of the level] -- statistic; -Infinity before they begin. */
  highest: number = -Infinity;
  readonly #start: number;
  readonly #areas: Float64Array;
  #last = -Infinity;

  /**
   * Starts at level 0.
   * @param options Which days.
   * @throws {RangeError} If the number of days is not whole, or negative.
   */
  constructor(options: DailyOptions) {
    this.#start = options.start ?? 0;
    this.#areas = daysOf(options.days);
  }

  /**
   * Sets the level.
   * @param now When [min since the window began], not before the last change.
   * @param value New level [unit of the level].
   * @throws {RangeError} If the instant lies before the last change.
   */
  set(now: number, value: number): void {
    this.#advance(now);
    this.value = value;
  }

  /**
   * Changes the level.
   * @param now When [min since the window began], not before the last change.
   * @param change What is added to the level [unit of the level].
   * @throws {RangeError} If the instant lies before the last change.
   */
  add(now: number, change: number): void {
    this.#advance(now);
    this.value += change;
  }

  /**
   * Follows the level to the end and averages it.
   * @param end End of the watching [min since the window began], not before the last change.
   * @returns Mean level of each day [unit of the level]; of the day in which the end falls, over its
   * part before the end; NaN for days after it.
   * @throws {RangeError} If the instant lies before the last change.
   */
  finish(end: number): Float64Array {
    this.#advance(end);
    return this.#areas.map((area, day) =>
      area / Math.min(DAY, Math.max(0, end - this.#start - day * DAY))
    );
  }

  /** Adds the piece from the last change to now to its days. */
  #advance(now: number): void {
    if (!(now >= this.#last)) {
      throw new RangeError(
        `Cannot follow a level as time must not go back: last change is at ${this.#last} min, time is ${now} min`,
      );
    }
    const areas = this.#areas;
    const to = Math.min(now - this.#start, areas.length * DAY);
    let from = Math.max(0, this.#last - this.#start);
    this.#last = now;
    if (!(from < to)) return;
    if (this.value > this.highest) this.highest = this.value;
    for (let day = Math.floor(from / DAY); from < to; day++) {
      const next = Math.min(to, (day + 1) * DAY);
      areas[day] += this.value * (next - from);
      from = next;
    }
  }
}

function daysOf(days: number): Float64Array {
  if (!Number.isInteger(days) || days < 0) {
    throw new RangeError(
      `Cannot record by day as the number of days must be whole and >= 0: current number is ${days}`,
    );
  }
  return new Float64Array(days);
}
