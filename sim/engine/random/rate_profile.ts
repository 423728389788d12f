/** Rates of arrival by time: constant on intervals, once or again and again. */

import { countBelow } from "./_guide.ts";

/** A rate profile as plain data. */
export interface RateProfileSpec {
  /** Rate of each interval [1/min], not negative, at least one positive. */
  readonly rates: readonly number[];
  /** Width of every interval [min], or of each. */
  readonly width: number | readonly number[];
  /** When the first interval begins [min]; 0 when left out. */
  readonly start?: number;
  /**
   * After what time the profile begins again [min], at least the sum of the widths; what is left of
   * the period has rate 0. Without it the rate is 0 past the last interval.
   */
  readonly period?: number;
}

/**
 * Rates that are constant on intervals closed on the left and open on the right. Made by
 * {@link rateProfile}.
 *
 * A periodic profile begins at its start; before it the rate is 0.
 *
 * @example Two hours, the second busier
 * ```ts
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 * import { RateProfile } from "./mod.ts";
 *
 * const profile = new RateProfile({ rates: [0.1, 0.5], width: 60 });
 * assertEquals([profile.rateAt(59), profile.rateAt(60), profile.rateAt(120)], [0.1, 0.5, 0]);
 * assertAlmostEquals(profile.integral(30, 90), 18, 1e-12);
 * ```
 */
export class RateProfile {
  /** When the first interval begins [min]. */
  readonly start: number;
  /** When the rate is 0 for good [min]; Infinity for a periodic profile. */
  readonly end: number;
  /** Highest rate [1/min]. */
  readonly highest: number;
  /** Expected arrivals of one period, or of the whole profile without one [entities]. */
  readonly total: number;
  readonly #period: number;
  /** The period, or the length of the profile without one [min]. */
  readonly #length: number;
  /** Ends of the intervals since the start, ascending; the first entry is 0. */
  readonly #edges: Float64Array;
  readonly #rates: Float64Array;
  /** Expected arrivals up to each edge. */
  readonly #sums: Float64Array;

  /**
   * Checks the profile and sums it.
   * @param spec Profile as plain data.
   */
  constructor(spec: RateProfileSpec) {
    const { start = 0, period } = spec;
    const rates = checkedRates(spec);
    const widths = checkedWidths(spec);
    const length = widths.reduce((sum, width) => sum + width, 0);
    demand(Number.isFinite(start), "its start is finite", `start is ${start} min`);
    if (period !== undefined) {
      demand(
        period >= length * (1 - 1e-12) && period < Infinity,
        `its period holds all intervals, ${length} min`,
        `period is ${period} min`,
      );
    }
    const rest = period === undefined ? 0 : period - length;
    const gap = rest > length * 1e-12;
    this.#rates = Float64Array.from(gap ? [...rates, 0] : rates);
    this.#edges = runningSum(gap ? [...widths, rest] : widths);
    this.#sums = runningSum(
      this.#rates.map((rate, i) => rate * (this.#edges[i + 1] - this.#edges[i])),
    );
    this.#length = this.#edges[this.#edges.length - 1];
    this.#period = period === undefined ? Infinity : this.#length;
    this.start = start;
    this.end = period === undefined ? start + this.#length : Infinity;
    this.highest = Math.max(...rates);
    this.total = this.#sums[this.#sums.length - 1];
  }

  /**
   * Rate at an instant.
   * @param time Instant [min].
   * @returns Rate [1/min].
   */
  rateAt(time: number): number {
    const at = this.#phase(time);
    return at >= 0 && time < this.end ? this.#rates[this.#cell(this.#edges, at)] : 0;
  }

  /**
   * Expected arrivals since the start.
   * @param time Instant [min].
   * @returns Expected number [entities]; 0 before the start.
   */
  cumulative(time: number): number {
    if (!(time > this.start)) return 0;
    if (time >= this.end) return time === Infinity && this.end === Infinity ? Infinity : this.total;
    const at = this.#phase(time);
    const cell = this.#cell(this.#edges, at);
    const turns = this.#turns(time);
    return turns * this.total + this.#sums[cell] + this.#rates[cell] * (at - this.#edges[cell]);
  }

  /**
   * Expected arrivals between two instants.
   * @param from First instant [min].
   * @param to Last instant [min], not before the first.
   * @returns Expected number [entities].
   */
  integral(from: number, to: number): number {
    return this.cumulative(to) - this.cumulative(from);
  }

  /**
   * First instant by which a number of arrivals is expected: the inverse of `cumulative`.
   * @param expected Expected number since the start [entities], not negative.
   * @returns Instant [min]; Infinity if the profile never comes to so many.
   */
  timeOf(expected: number): number {
    return this.timeAfter(this.start, expected);
  }

  /**
   * First instant by which a number of arrivals is expected after another instant.
   * @param time Instant [min].
   * @param expected Expected number after it [entities], not negative.
   * @returns Instant [min], not before `time`; Infinity if the profile never comes to so many.
   */
  timeAfter(time: number, expected: number): number {
    const from = Math.max(time, this.start);
    if (from >= this.end || expected === Infinity) return Infinity;
    const at = this.#phase(from);
    const cell = this.#cell(this.#edges, at);
    const rate = this.#rates[cell];
    const left = (this.#edges[cell + 1] - at) * rate;
    if (expected < left) return from + expected / rate;
    const target = this.#sums[cell + 1] + (expected - left);
    const more = target > this.total ? Math.ceil(target / this.total) - 1 : 0;
    if (more > 0 && this.#period === Infinity) return Infinity;
    const begin = this.start + (this.#turns(from) + more) * this.#length;
    // At the edge of an interval the sums may round to just before it.
    return Math.max(from, begin + this.#timeWithin(target - more * this.total));
  }

  /** Time since a period began at which so many arrivals of it are expected [min]. */
  #timeWithin(expected: number): number {
    const sums = this.#sums;
    const last = this.#rates.length - 1;
    const cell = Math.min(last, Math.max(0, countBelow(sums, expected) - 1));
    const rate = this.#rates[cell];
    const within = rate > 0 ? (expected - sums[cell]) / rate : 0;
    return Math.min(this.#edges[cell] + within, this.#edges[cell + 1]);
  }

  #turns(time: number): number {
    return this.#period < Infinity ? Math.floor((time - this.start) / this.#period) : 0;
  }

  /** Time since the start, or since the period began [min]. */
  #phase(time: number): number {
    const since = time - this.start;
    if (since < 0 || this.#period === Infinity) return since;
    return since - this.#turns(time) * this.#period;
  }

  /** Index of the last entry, but for the very last, that is not above the value. */
  #cell(values: Float64Array, value: number): number {
    let low = 0;
    let high = values.length - 1;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (values[middle] <= value) low = middle;
      else high = middle;
    }
    return low;
  }
}

/**
 * Rate profile of a specification.
 *
 * @param spec Rates, widths, start and period.
 * @returns The profile.
 * @throws {RangeError} If a rate is negative or not finite, none is positive, a width is not
 * positive, widths and rates differ in number, or the period is shorter than the intervals.
 *
 * @example A clinic that is open eight hours of every day
 * ```ts
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 * import { rateProfile } from "./mod.ts";
 *
 * const profile = rateProfile({ rates: [0.2], width: 480, start: 480, period: 1440 });
 * assertEquals([profile.rateAt(500), profile.rateAt(1000), profile.rateAt(1440 + 500)], [0.2, 0, 0.2]);
 * assertAlmostEquals(profile.integral(0, 10 * 1440), 960, 1e-9);
 * ```
 */
export function rateProfile(spec: RateProfileSpec): RateProfile {
  return new RateProfile(spec);
}

function checkedRates({ rates }: RateProfileSpec): readonly number[] {
  const wrong = rates.findIndex((rate) => !(rate >= 0 && rate < Infinity));
  demand(wrong < 0, "each rate is finite and >= 0", `rate ${wrong} is ${rates[wrong]} /min`);
  demand(
    rates.some((rate) => rate > 0),
    "at least one rate is positive",
    `rates are ${rates.length === 0 ? "none" : "all 0"}`,
  );
  return rates;
}

function checkedWidths({ rates, width }: RateProfileSpec): readonly number[] {
  const widths = typeof width === "number" ? rates.map(() => width) : width;
  demand(
    widths.length === rates.length,
    "each rate has a width",
    `numbers are ${rates.length} and ${widths.length}`,
  );
  const wrong = widths.findIndex((width) => !(width > 0 && width < Infinity));
  demand(wrong < 0, "each width is positive", `width ${wrong} is ${widths[wrong]} min`);
  return widths;
}

function runningSum(values: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(values.length + 1);
  for (let i = 0; i < values.length; i++) sums[i + 1] = sums[i] + values[i];
  return sums;
}

function demand(holds: boolean, rule: string, found: string): void {
  if (holds) return;
  throw new RangeError(`Cannot make a rate profile as ${rule}: current ${found}`);
}
