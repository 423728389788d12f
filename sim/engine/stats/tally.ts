/** Statistics over observations. */

/**
 * Count, mean, variance and extremes of observations, in one pass.
 *
 * An observation of NaN is counted and makes the mean, the sum and the variance NaN for good; the
 * extremes pass over it. No call looks for it, as `add` is called at every event.
 *
 * Source: Welford (1962), "Note on a method for calculating corrected sums of squares and products",
 * Technometrics 4(3), 419–420.
 *
 * @example Three waits
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Tally } from "./mod.ts";
 *
 * const waits = new Tally();
 * for (const wait of [2, 4, 9]) waits.add(wait);
 * assertEquals([waits.count, waits.mean, waits.variance, waits.max], [3, 5, 13, 9]);
 * ```
 */
export class Tally {
  /** Observations [observations] -- statistic. */
  count = 0;
  /** Least observation [unit of the observations] -- statistic; Infinity when there is none. */
  min: number = Infinity;
  /** Greatest observation [unit of the observations] -- statistic; -Infinity when there is none. */
  max: number = -Infinity;
  // What begins as a whole number would get a new box at each fraction; NaN is a fraction.
  #mean = NaN;
  #squares = NaN;

  /** Makes an empty tally. */
  constructor() {
    this.#mean = 0;
    this.#squares = 0;
  }

  /** Mean [unit of the observations]; NaN when there is none. */
  get mean(): number {
    return this.count === 0 ? NaN : this.#mean;
  }

  /** Variance with n - 1 below [unit squared]; NaN for fewer than two observations. */
  get variance(): number {
    return this.count < 2 ? NaN : this.#squares / (this.count - 1);
  }

  /** Sum [unit of the observations]. */
  get sum(): number {
    return this.#mean * this.count;
  }

  /**
   * Adds an observation.
   * @param value Observation [unit of the observations].
   */
  add(value: number): void {
    this.count++;
    const from = value - this.#mean;
    this.#mean += from / this.count;
    this.#squares += from * (value - this.#mean);
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
  }
  /**
   * Adds all that another tally has seen; the other keeps its own.
   *
   * Source: Chan, Golub and LeVeque (1979), "Updating formulae and a pairwise algorithm for computing
   * sample variances", Technical Report STAN-CS-79-773, Stanford University.
   *
   * @param other Tally of observations in the same unit.
   */
  merge(other: Tally): void {
    if (other.count === 0) return;
    const count = this.count + other.count;
    const from = other.#mean - this.#mean;
    this.#mean += from * (other.count / count);
    this.#squares += other.#squares + from * from * (this.count * other.count / count);
    this.count = count;
    if (other.min < this.min) this.min = other.min;
    if (other.max > this.max) this.max = other.max;
  }
}
