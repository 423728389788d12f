/** Intervals that all hold at once. */

import { type Interval, pairedInterval, tInterval } from "./interval.ts";
import { checkLevel, checkName } from "./_check.ts";

/** How the level of all intervals together is kept. */
export interface SimultaneousOptions {
  /** Probability that every interval holds its mean, at least [-], 0 < level < 1; default 0.95. */
  readonly level?: number;
  /**
   * "bonferroni" (the default) holds under any dependence; "sidak" is a little narrower and holds for
   * independent samples, and for two-sided intervals of normal ones.
   */
  readonly method?: "bonferroni" | "sidak";
}

/** Interval of the mean difference of two samples, by their indices. */
export interface Difference {
  /** Index of the sample from which is taken [-]. */
  readonly of: number;
  /** Index of the sample that is taken away [-]. */
  readonly from: number;
  /** Mean and bounds of the difference. */
  readonly interval: Interval;
}

/**
 * Level that each of several intervals needs for all to hold together.
 *
 * Source: Bonferroni's inequality; Šidák (1967), "Rectangular confidence regions for the means of
 * multivariate normal distributions", Journal of the American Statistical Association 62, 626–633.
 *
 * @param intervals Intervals [intervals], 1 or more.
 * @param options Level of all together, and method.
 * @returns Level of each [-].
 * @throws {RangeError} If the number is no whole number from 1 or the level lies outside its domain.
 * @throws {TypeError} If the method is unknown.
 *
 * @example Ten intervals, 95 % for all
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { levelOfEach } from "./mod.ts";
 *
 * assertAlmostEquals(levelOfEach(10), 0.995, 1e-12);
 * ```
 */
export function levelOfEach(
  intervals: number,
  { level = 0.95, method = "bonferroni" }: SimultaneousOptions = {},
): number {
  checkLevel(level);
  checkName("share a level", { option: "method", name: method, known: ["bonferroni", "sidak"] });
  if (!(Number.isInteger(intervals) && intervals >= 1)) {
    throw new RangeError(
      `Cannot share a level as there must be a whole number of intervals >= 1: current number is ${intervals}`,
    );
  }
  return method === "sidak" ? level ** (1 / intervals) : 1 - (1 - level) / intervals;
}

/**
 * Student intervals of several means that hold all at once.
 *
 * @param samples Independent values of each sample, such as one per replication [their unit].
 * @param options Level of all together, and method.
 * @returns One interval per sample, in order.
 * @throws {RangeError} If there is no sample or the level lies outside its domain.
 * @throws {TypeError} If the method is unknown.
 *
 * @example Two at once are wider than one alone
 * ```ts
 * import { assert } from "@std/assert";
 * import { simultaneousIntervals, tInterval } from "./mod.ts";
 *
 * const [first] = simultaneousIntervals([[1, 2, 3], [4, 5, 9]]);
 * assert(first.halfWidth > tInterval([1, 2, 3]).halfWidth);
 * ```
 */
export function simultaneousIntervals(
  samples: readonly ArrayLike<number>[],
  options: SimultaneousOptions = {},
): Interval[] {
  const each = levelOfEach(samples.length, options);
  return samples.map((sample) => tInterval(sample, each));
}

/**
 * Paired differences of every sample from a baseline, with intervals that hold all at once.
 *
 * @param samples Values by replication, paired across samples [their unit]; two samples or more.
 * @param baseline Index of the baseline [-].
 * @param options Level of all together, and method.
 * @returns One row per sample but the baseline, in order: sample minus baseline.
 * @throws {RangeError} If there are fewer than two samples, the baseline is none of them, they differ
 * in length, or the level lies outside its domain.
 * @throws {TypeError} If the method is unknown.
 *
 * @example Two changes against what is
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { differencesFrom } from "./mod.ts";
 *
 * const rows = differencesFrom([[5, 6, 7], [4, 5, 6], [7, 8, 9]], 0);
 * assertEquals(rows.map(({ of, interval }) => [of, interval.mean]), [[1, -1], [2, 2]]);
 * ```
 */
export function differencesFrom(
  samples: readonly ArrayLike<number>[],
  baseline: number,
  options: SimultaneousOptions = {},
): Difference[] {
  if (samples.length < 2 || samples[baseline] === undefined) {
    throw new RangeError(
      `Cannot compare as there must be two samples or more and the baseline one of them: current numbers are ${samples.length} samples and baseline ${baseline}`,
    );
  }
  const each = levelOfEach(samples.length - 1, options);
  return samples.flatMap((sample, of) =>
    of === baseline
      ? []
      : [{ of, from: baseline, interval: pairedInterval(sample, samples[baseline], each) }]
  );
}

/**
 * Paired differences of every two samples, with intervals that hold all at once.
 *
 * @param samples Values by replication, paired across samples [their unit]; two samples or more.
 * @param options Level of all together, and method.
 * @returns One row per pair, the first before the second: first minus second.
 * @throws {RangeError} If there are fewer than two samples, they differ in length, or the level lies
 * outside its domain.
 * @throws {TypeError} If the method is unknown.
 *
 * @example Three samples make three pairs
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { differencesOfPairs } from "./mod.ts";
 *
 * const rows = differencesOfPairs([[5, 6, 7], [4, 5, 6], [7, 8, 9]]);
 * assertEquals(rows.map(({ of, from }) => [of, from]), [[0, 1], [0, 2], [1, 2]]);
 * ```
 */
export function differencesOfPairs(
  samples: readonly ArrayLike<number>[],
  options: SimultaneousOptions = {},
): Difference[] {
  const each = levelOfEach(samples.length * (samples.length - 1) / 2, options);
  return samples.flatMap((sample, of) =>
    samples.slice(of + 1).map((other, i) => ({
      of,
      from: of + 1 + i,
      interval: pairedInterval(sample, other, each),
    }))
  );
}
