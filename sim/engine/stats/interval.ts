/** Confidence intervals of means. */

import { studentQuantile } from "../random/mod.ts";
import { checkLevel } from "./_check.ts";
import { Tally } from "./tally.ts";

/** Mean of some values with its confidence interval. */
export interface Interval {
  /** Mean [unit of the values]; NaN for no values. */
  readonly mean: number;
  /** Lower bound [unit of the values]; NaN for fewer than two values. */
  readonly low: number;
  /** Upper bound [unit of the values]; NaN for fewer than two values. */
  readonly high: number;
  /** Half of the interval's width [unit of the values]; NaN for fewer than two values. */
  readonly halfWidth: number;
  /** Values [values]. */
  readonly n: number;
}

/**
 * Quantile of Student's t law.
 *
 * @param p Probability [-], 0 < p < 1.
 * @param df Degrees of freedom [-], positive.
 * @returns Quantile [-].
 * @throws {RangeError} If the probability or the degrees of freedom lie outside their domain.
 *
 * @example Five values, 95 %
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { tQuantile } from "./mod.ts";
 *
 * assertAlmostEquals(tQuantile(0.975, 4), 2.776, 5e-4);
 * ```
 */
export function tQuantile(p: number, df: number): number {
  if (!(p > 0 && p < 1 && df > 0)) {
    throw new RangeError(
      `Cannot take a t quantile as it takes 0 < p < 1 and positive degrees of freedom: current p is ${p}, degrees are ${df}`,
    );
  }
  return studentQuantile(p, df);
}

/**
 * Student's t interval of the mean of independent values, such as one per replication.
 *
 * A value of NaN makes the mean and the bounds NaN; none is left out.
 *
 * @param values Values [their unit].
 * @param level Probability that the interval holds the mean [-], 0 < level < 1.
 * @returns Mean and bounds.
 * @throws {RangeError} If the level lies outside its domain.
 *
 * @example Mean 3 of five values
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { tInterval } from "./mod.ts";
 *
 * assertAlmostEquals(tInterval([1, 2, 3, 4, 5]).high, 4.963, 5e-4);
 * ```
 */
export function tInterval(values: ArrayLike<number>, level = 0.95): Interval {
  checkLevel(level);
  const tally = new Tally();
  for (let i = 0; i < values.length; i++) tally.add(values[i]);
  const { mean, count: n } = tally;
  const halfWidth = n < 2 ? NaN : tQuantile((1 + level) / 2, n - 1) * Math.sqrt(tally.variance / n);
  return { mean, low: mean - halfWidth, high: mean + halfWidth, halfWidth, n };
}

/**
 * Student's t interval of the mean difference of pairs, such as two scenarios on common random
 * numbers.
 *
 * @param a Values [their unit].
 * @param b Values to take away, in the same order [their unit].
 * @param level Probability that the interval holds the mean difference [-], 0 < level < 1.
 * @returns Mean and bounds of a - b.
 * @throws {RangeError} If there are not as many of the one as of the other, or the level lies
 * outside its domain.
 *
 * @example Pairs that differ by the same leave no doubt
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { pairedInterval } from "./mod.ts";
 *
 * const { mean, halfWidth } = pairedInterval([5, 9, 7], [3, 7, 5]);
 * assertEquals([mean, halfWidth], [2, 0]);
 * ```
 */
export function pairedInterval(
  a: ArrayLike<number>,
  b: ArrayLike<number>,
  level = 0.95,
): Interval {
  if (a.length !== b.length) {
    throw new RangeError(
      `Cannot pair values as there must be as many of each: current numbers are ${a.length} and ${b.length}`,
    );
  }
  return tInterval(Float64Array.from({ length: a.length }, (_, i) => a[i] - b[i]), level);
}
