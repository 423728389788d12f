/** How many replications a wanted precision takes. */

import { tQuantile } from "./interval.ts";
import { Tally } from "./tally.ts";

/** Half-width that is wanted: in the unit of the values, or as a share of the mean. */
export type Precision =
  | {
    /** Half-width [unit of the values], positive. */
    readonly absolute: number;
  }
  | {
    /** Greatest error of the mean as a share of the true mean [-], between 0 and 1. */
    readonly relative: number;
  };

/** Above this the answer is as good as never. */
const MOST = 2 ** 40;

/**
 * Least number of replications whose Student interval would be as narrow as wanted, if the variance
 * and the mean stay as the values at hand have them; no fewer than are at hand.
 *
 * A relative error γ of the true mean takes a half-width of γ / (1 + γ) of the estimated mean.
 *
 * Source: Law (2015), "Simulation Modeling and Analysis", fifth edition, section 9.4.1.
 *
 * @param values One value per replication made so far [their unit], two or more.
 * @param wanted Half-width wanted.
 * @param level Probability that the interval holds the mean [-], 0 < level < 1.
 * @returns Replications in all [replications]; Infinity if above 10¹².
 * @throws {RangeError} If there are fewer than two values, or the precision or the level lies outside
 * its domain.
 *
 * @example Half-width 1 with variance 4
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { requiredReplications } from "./mod.ts";
 *
 * assertEquals(requiredReplications([8, 10, 12], { absolute: 1 }), 18);
 * ```
 */
export function requiredReplications(
  values: ArrayLike<number>,
  wanted: Precision,
  level = 0.95,
): number {
  const tally = new Tally();
  for (let i = 0; i < values.length; i++) tally.add(values[i]);
  const half = halfWidthOf(wanted, tally.mean);
  if (!(values.length >= 2 && half > 0)) {
    throw new RangeError(
      `Cannot plan replications as it takes 2 values or more and a positive half-width, relative below 1: current numbers are ${values.length} values and ${
        JSON.stringify(wanted)
      }`,
    );
  }
  const enough = (n: number): boolean =>
    tQuantile((1 + level) / 2, n - 1) * Math.sqrt(tally.variance / n) <= half;
  let [low, high] = [values.length - 1, values.length];
  while (!enough(high)) {
    if (high > MOST) return Infinity;
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (enough(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** Half-width in the unit of the values; NaN when it makes no sense. */
function halfWidthOf(wanted: Precision, mean: number): number {
  if ("absolute" in wanted) return wanted.absolute;
  const { relative } = wanted;
  return relative > 0 && relative < 1 ? relative / (1 + relative) * Math.abs(mean) : NaN;
}
