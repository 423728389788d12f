/** Quantiles of a whole sample. */

import { binomialCdf, binomialQuantile } from "./_binomial.ts";
import { checkLevel } from "./_check.ts";

/** Definitions of the sample quantile, numbered by Hyndman and Fan; 7 is that of R, NumPy and Excel. */
export type QuantileType = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9;

/** Plotting positions α and β of the interpolating types. */
const POSITIONS: Readonly<Record<number, readonly [number, number]>> = {
  4: [0, 1],
  5: [0.5, 0.5],
  6: [0, 0],
  7: [1, 1],
  8: [1 / 3, 1 / 3],
  9: [3 / 8, 3 / 8],
};

/** Slack for products n p that should be whole, as in R. */
const FUZZ = 4 * Number.EPSILON;

function checkProbability(p: number): void {
  if (!(p >= 0 && p <= 1)) {
    throw new RangeError(
      `Cannot take a quantile as its probability must lie in [0, 1]: current probability is ${p}`,
    );
  }
}

/**
 * Quantile of values that are sorted already.
 *
 * Source: Hyndman and Fan (1996), "Sample quantiles in statistical packages", The American
 * Statistician 50(4), 361–365.
 *
 * @param sorted Values, ascending [their unit].
 * @param p Probability [-], 0 ≤ p ≤ 1.
 * @param type Definition [-], 1 to 9.
 * @returns Quantile [unit of the values]; NaN for no values.
 * @throws {RangeError} If the probability lies outside its domain.
 *
 * @example A quarter of the way from the first to the second of five
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { sortedQuantile } from "./mod.ts";
 *
 * assertEquals(sortedQuantile([1, 3, 5, 7, 9], 1 / 16), 1.5);
 * ```
 */
export function sortedQuantile(
  sorted: ArrayLike<number>,
  p: number,
  type: QuantileType = 7,
): number {
  checkProbability(p);
  const n = sorted.length;
  if (n === 0) return NaN;
  const [alpha, beta] = POSITIONS[type] ?? [0, type === 3 ? 1.5 : 1];
  const position = type > 3 ? alpha + p * (n + 1 - alpha - beta) : n * p - (type === 3 ? 0.5 : 0);
  const slack = FUZZ * Math.max(1, position);
  const below = Math.floor(position + slack);
  const rest = Math.abs(position - below) <= slack ? 0 : position - below;
  const at = (rank: number): number => sorted[Math.min(n, Math.max(1, rank)) - 1];
  const weight = type > 3 ? rest : stepWeight({ type, rest, below });
  return weight === 0
    ? at(below)
    : weight === 1
    ? at(below + 1)
    : at(below) + weight * (at(below + 1) - at(below));
}

/** Weight of the upper neighbour for the types that do not interpolate. */
function stepWeight(
  { type, rest, below }: { type: QuantileType; rest: number; below: number },
): number {
  if (rest > 0) return 1;
  if (type === 1) return 0;
  return type === 2 ? 0.5 : below % 2 === 0 ? 0 : 1;
}

/**
 * Quantile of values in any order. The values are not changed.
 *
 * @param values Values [their unit].
 * @param p Probability [-], 0 ≤ p ≤ 1.
 * @param type Definition of Hyndman and Fan [-], 1 to 9.
 * @returns Quantile [unit of the values]; NaN for no values.
 * @throws {RangeError} If the probability lies outside its domain.
 *
 * @example Median of four
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { quantileOf } from "./mod.ts";
 *
 * assertEquals(quantileOf([9, 1, 4, 6], 0.5), 5);
 * ```
 */
export function quantileOf(values: ArrayLike<number>, p: number, type: QuantileType = 7): number {
  return sortedQuantile(Float64Array.from(values).sort(), p, type);
}

/** Quantile of a sample with its confidence interval, whatever the law. */
export interface QuantileInterval {
  /** Quantile of type 7 [unit of the values]. */
  readonly quantile: number;
  /** Lower bound, a value of the sample [unit of the values]; -Infinity where none is low enough. */
  readonly low: number;
  /** Upper bound, a value of the sample [unit of the values]; Infinity where none is high enough. */
  readonly high: number;
  /** Probability that the interval holds the quantile of a continuous law [-], at least the level. */
  readonly coverage: number;
}

/**
 * Distribution-free confidence interval of a quantile, between two values of the sample, with at most
 * half of 1 - level beyond either bound. The values are to be independent.
 *
 * Source: David and Nagaraja (2003), "Order Statistics", third edition, section 7.1.
 *
 * @param values Values [their unit].
 * @param p Probability of the quantile [-], 0 ≤ p ≤ 1.
 * @param level Probability that the interval holds the quantile [-], 0 < level < 1.
 * @returns Quantile, bounds, and the probability that they hold.
 * @throws {RangeError} If the probability or the level lies outside its domain.
 *
 * @example The median of ten lies between the second and the ninth
 * ```ts
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 * import { quantileInterval } from "./mod.ts";
 *
 * const { low, high, coverage } = quantileInterval([1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.5);
 * assertEquals([low, high], [2, 9]);
 * assertAlmostEquals(coverage, 1 - 22 / 1024, 1e-14);
 * ```
 */
export function quantileInterval(
  values: ArrayLike<number>,
  p: number,
  level = 0.95,
): QuantileInterval {
  checkLevel(level);
  checkProbability(p);
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  if (n === 0) return { quantile: NaN, low: -Infinity, high: Infinity, coverage: 1 };
  const tail = (1 - level) / 2;
  // The value of rank r lies above the quantile with probability P(X < r), X binomial.
  const lower = binomialQuantile(tail, n, p);
  const upper = binomialQuantile(1 - tail, n, p) + 1;
  return {
    quantile: sortedQuantile(sorted, p),
    low: lower < 1 ? -Infinity : sorted[lower - 1],
    high: upper > n ? Infinity : sorted[upper - 1],
    coverage: binomialCdf(upper - 1, n, p) - binomialCdf(lower - 1, n, p),
  };
}
