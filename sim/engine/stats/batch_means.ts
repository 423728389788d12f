/** Interval of a steady-state mean from one long run, by means of batches. */

import type { Interval } from "./interval.ts";
import { tInterval } from "./interval.ts";

/** How a run is cut into batches. */
export interface BatchOptions {
  /** Batches [batches], 3 or more; default 20. */
  readonly batches?: number;
  /** Probability that the interval holds the mean [-], 0 < level < 1; default 0.95. */
  readonly level?: number;
}

/** Mean of a run with the interval that its batches give. */
export interface BatchMeans {
  /** Mean of the batches and its Student interval. */
  readonly interval: Interval;
  /** Means of the batches, in order [unit of the values]. */
  readonly means: Float64Array;
  /** Values in a batch [values]. */
  readonly size: number;
  /** Values that filled no batch [values]. */
  readonly left: number;
  /** Whether the batches look independent. */
  readonly dependence: Dependence;
}

/** Correlation of neighbours in a series. */
export interface Dependence {
  /** Sample correlation of each value with the next [-]; NaN where the values are all equal. */
  readonly lag1: number;
  /** Sum of squared steps over sum of squared deviations [-]; 2 is expected of independent values. */
  readonly vonNeumann: number;
  /**
   * The ratio as a standard normal number [-]; above 1.645 it speaks, at 5 %, for neighbours that
   * go together, so that batches should be longer.
   */
  readonly z: number;
}

/**
 * Correlation of neighbours, and the test of von Neumann for independence.
 *
 * Source: von Neumann (1941), "Distribution of the ratio of the mean square successive difference to
 * the variance", Annals of Mathematical Statistics 12, 367–395; standardised as in Fishman (1978),
 * "Grouping observations in digital simulation", Management Science 24(5), 510–521.
 *
 * @param values Values in order [their unit], 3 or more.
 * @returns Correlation, ratio and its standard normal form.
 * @throws {RangeError} If there are fewer than three values.
 *
 * @example Values that go up and down in turn
 * ```ts
 * import { assert } from "@std/assert";
 * import { dependenceOf } from "./mod.ts";
 *
 * assert(dependenceOf([1, 2, 1, 2, 1, 2, 1, 2]).vonNeumann > 3);
 * ```
 */
export function dependenceOf(values: ArrayLike<number>): Dependence {
  const n = values.length;
  if (n < 3) {
    throw new RangeError(
      `Cannot test for dependence as it takes 3 values or more: current number is ${n}`,
    );
  }
  let mean = 0;
  for (let i = 0; i < n; i++) mean += values[i] / n;
  let [squares, products, steps] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    squares += (values[i] - mean) ** 2;
    if (i === 0) continue;
    products += (values[i - 1] - mean) * (values[i] - mean);
    steps += (values[i] - values[i - 1]) ** 2;
  }
  const vonNeumann = steps / squares;
  const z = (1 - vonNeumann / 2) * Math.sqrt((n * n - 1) / (n - 2));
  return { lag1: products / squares, vonNeumann, z };
}

/**
 * Interval of the mean of a stationary series by batch means that do not overlap.
 *
 * The batches are equally long; values that fill none are left out at the beginning, where the rest
 * of a warm-up would be.
 *
 * Source: Law and Carson (1979), "A sequential procedure for determining the length of a steady-state
 * simulation", Operations Research 27(5), 1011–1025, section 1.
 *
 * @param values Values in order, warm-up already dropped [their unit].
 * @param options Number of batches and level.
 * @returns Interval, means of the batches, and whether they look independent.
 * @throws {RangeError} If there are fewer than three batches, fewer values than batches, or the level
 * lies outside its domain.
 *
 * @example Four batches of two, the first value left out
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { batchMeansOf } from "./mod.ts";
 *
 * const { means, left } = batchMeansOf([9, 1, 3, 2, 4, 3, 5, 0, 2], { batches: 4 });
 * assertEquals([[...means], left], [[2, 3, 4, 1], 1]);
 * ```
 */
export function batchMeansOf(
  values: ArrayLike<number>,
  { batches = 20, level = 0.95 }: BatchOptions = {},
): BatchMeans {
  if (!(Number.isInteger(batches) && batches >= 3 && values.length >= batches)) {
    throw new RangeError(
      `Cannot make batches as it takes 3 or more and a value for each: current numbers are ${batches} batches and ${values.length} values`,
    );
  }
  const size = Math.floor(values.length / batches);
  const left = values.length - size * batches;
  const means = new Float64Array(batches);
  for (let batch = 0; batch < batches; batch++) {
    const from = left + batch * size;
    let sum = 0;
    for (let i = from; i < from + size; i++) sum += values[i];
    means[batch] = sum / size;
  }
  return {
    interval: tInterval(means, level),
    means,
    size,
    left,
    dependence: dependenceOf(means),
  };
}
