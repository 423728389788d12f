/** Steady-state means from cycles that begin anew, such as busy cycles of a queue. */

import { normalQuantile } from "../random/mod.ts";
import { checkLevel, checkName } from "./_check.ts";

/** What happened in each cycle; one row per cycle. */
export interface Cycles {
  /** Sum over the cycle of what is averaged [unit of the values], such as the waits of its customers. */
  readonly sums: ArrayLike<number>;
  /** Length of the cycle [values, or min], such as its customers; not negative, not all 0. */
  readonly lengths: ArrayLike<number>;
}

/** How the interval is made. */
export interface RegenerativeOptions {
  /** Probability that the interval holds the ratio [-], 0 < level < 1; default 0.95. */
  readonly level?: number;
  /** "classical" (the default), or "jackknife", which is less biased when cycles are few. */
  readonly method?: "classical" | "jackknife";
}

/** Ratio of two means with its confidence interval. */
export interface RatioInterval {
  /** Mean sum over mean length of cycles [unit of the values]. */
  readonly ratio: number;
  /** Lower bound [unit of the values]. */
  readonly low: number;
  /** Upper bound [unit of the values]. */
  readonly high: number;
  /** Half of the interval's width [unit of the values]. */
  readonly halfWidth: number;
  /** Cycles [cycles]. */
  readonly n: number;
}

/**
 * Regenerative estimate of a steady-state mean, E(sum of a cycle) / E(length of a cycle).
 *
 * Cycles must be independent and alike. No warm-up is dropped, provided that the first cycle begins
 * as the others do.
 *
 * Source: Crane and Lemoine (1977), "An Introduction to the Regenerative Method for Simulation
 * Analysis", Springer, chapter 3 (classical); Iglehart (1975), "Simulating stable stochastic systems,
 * V: comparison of ratio estimators", Naval Research Logistics Quarterly 22, 553–565 (jackknife).
 *
 * @param cycles Sums and lengths, at least two rows.
 * @param options Level and method.
 * @returns Ratio and bounds.
 * @throws {RangeError} If the columns differ in length, there are fewer than two cycles, the lengths
 * do not add up to a positive number, or the level lies outside its domain.
 * @throws {TypeError} If the method is unknown.
 *
 * @example Cycles of one ratio leave no doubt
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { regenerativeInterval } from "./mod.ts";
 *
 * const { ratio, halfWidth } = regenerativeInterval({ sums: [2, 4, 8], lengths: [1, 2, 4] });
 * assertEquals([ratio, halfWidth], [2, 0]);
 * ```
 */
export function regenerativeInterval(
  cycles: Cycles,
  { level = 0.95, method = "classical" }: RegenerativeOptions = {},
): RatioInterval {
  checkLevel(level);
  checkName("take a ratio of cycles", {
    option: "method",
    name: method,
    known: ["classical", "jackknife"],
  });
  const n = cycles.sums.length;
  let [sum, length] = [0, 0];
  for (let i = 0; i < n; i++) {
    sum += cycles.sums[i];
    length += cycles.lengths[i];
  }
  if (!(n >= 2 && n === cycles.lengths.length && length > 0)) {
    throw new RangeError(
      `Cannot take a ratio of cycles as it takes two or more, with as many sums as lengths, of positive total: current numbers are ${n} sums and ${cycles.lengths.length} lengths of total ${length}`,
    );
  }
  const totals = { sum, length, n };
  const { ratio, error } = method === "jackknife"
    ? jackknife(cycles, totals)
    : classical(cycles, totals);
  const halfWidth = normalQuantile((1 + level) / 2) * error;
  return { ratio, low: ratio - halfWidth, high: ratio + halfWidth, halfWidth, n };
}

interface Totals {
  readonly sum: number;
  readonly length: number;
  readonly n: number;
}

interface Estimate {
  readonly ratio: number;
  readonly error: number;
}

/** Variance of sum - ratio × length, whose mean over the cycles is 0. */
function classical({ sums, lengths }: Cycles, { sum, length, n }: Totals): Estimate {
  const ratio = sum / length;
  let squares = 0;
  for (let i = 0; i < n; i++) squares += (sums[i] - ratio * lengths[i]) ** 2;
  return { ratio, error: Math.sqrt(squares / (n - 1) / n) / (length / n) };
}

function jackknife({ sums, lengths }: Cycles, { sum, length, n }: Totals): Estimate {
  const whole = n * (sum / length);
  let [mean, squares] = [0, 0];
  for (let i = 0; i < n; i++) {
    const pseudo = whole - (n - 1) * ((sum - sums[i]) / (length - lengths[i]));
    const from = pseudo - mean;
    mean += from / (i + 1);
    squares += from * (pseudo - mean);
  }
  return { ratio: mean, error: Math.sqrt(squares / (n - 1) / n) };
}
