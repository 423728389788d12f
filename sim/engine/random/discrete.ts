/** Discrete laws by monotone inversion: Poisson counts, and an index by weights. */

import { guideOf } from "./_guide.ts";
import { gammaSurvival, logGamma, normalQuantile } from "./special.ts";

/** Mean up to which the sum from 0 is as quick as one call of the distribution function. */
const SUM_UP_TO = 120;

/**
 * Smallest k with P(N ≤ k) ≥ u, for N Poisson.
 *
 * Up to a mean of 120 the probabilities are summed from 0; above, the distribution function is
 * taken once near the answer, which a few probabilities then reach. Both are exact to rounding.
 *
 * Source of the start: Cornish and Fisher (1938), "Moments and cumulants in the specification of
 * distributions", Revue de l'Institut International de Statistique 5(4), 307–320.
 *
 * @param mean Mean [events], 0 to 1e6.
 * @param u Probability [-], 0 < u < 1.
 * @returns Count [events].
 * @throws {RangeError} If the mean or the probability lies outside its domain.
 *
 * @example The median of a law of mean 1
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { poissonQuantile } from "./mod.ts";
 *
 * assertEquals(poissonQuantile(1, 0.5), 1);
 * assertEquals(poissonQuantile(0, 0.999), 0);
 * ```
 */
export function poissonQuantile(mean: number, u: number): number {
  if (!(mean >= 0 && mean <= 1e6 && u > 0 && u < 1)) {
    throw new RangeError(
      `Cannot draw a Poisson count as it takes 0 <= mean <= 1e6 and 0 < u < 1: current mean is ${mean}, u is ${u}`,
    );
  }
  return mean <= SUM_UP_TO ? sumFromZero(mean, u) : walkFromNear(mean, u);
}

function sumFromZero(mean: number, u: number): number {
  let probability = Math.exp(-mean);
  let sum = probability;
  let k = 0;
  while (sum < u) {
    probability *= mean / ++k;
    const next = sum + probability;
    if (next === sum && k > mean) return k;
    sum = next;
  }
  return k;
}

function walkFromNear(mean: number, u: number): number {
  const z = normalQuantile(u);
  const near = mean + Math.sqrt(mean) * z + (z * z - 1) / 6;
  let k = Math.max(0, Math.round(near));
  let sum = gammaSurvival(mean, k + 1);
  let probability = Math.exp(k * Math.log(mean) - mean - logGamma(k + 1));
  if (sum >= u) {
    while (k > 0 && sum - probability >= u) {
      sum -= probability;
      probability *= k-- / mean;
    }
    return k;
  }
  while (sum < u) {
    probability *= mean / ++k;
    if (sum + probability === sum) return k;
    sum += probability;
  }
  return k;
}

/** An index drawn by weights. */
export interface DiscreteTable {
  /**
   * Smallest index at which the cumulative share reaches u; never one of weight 0.
   * @param u Probability [-], 0 < u < 1.
   * @returns Index [-], from 0.
   */
  index(u: number): number;
  /**
   * Share of all weight that an index and those before it hold; 0 before the first.
   * @param index Index [-], from -1.
   * @returns Share [-], 0 to 1.
   */
  share(index: number): number;
}

/**
 * Table that draws an index by its weight, larger indices for larger u.
 *
 * A guide gives for each of equally many parts of (0, 1) the index to begin at, so that a draw takes
 * two steps on average whatever the number of weights.
 *
 * Source: Chen and Asau (1974), "On generating random variates from an empirical distribution",
 * AIIE Transactions 6(2), 163–166.
 *
 * @param weights Weight of each index [-], not negative; they need not sum to 1.
 * @returns The table.
 * @throws {RangeError} If a weight is negative or not finite, or none is positive.
 *
 * @example Three quarters of the draws take index 2
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { discreteTable } from "./mod.ts";
 *
 * const table = discreteTable([1, 0, 3]);
 * assertEquals([0.1, 0.25, 0.26, 0.9].map((u) => table.index(u)), [0, 0, 2, 2]);
 * ```
 */
export function discreteTable(weights: ArrayLike<number>): DiscreteTable {
  const n = weights.length;
  const cumulative = new Float64Array(n);
  let total = 0;
  let last = -1;
  for (let i = 0; i < n; i++) {
    const weight = weights[i];
    if (!(weight >= 0 && weight < Infinity)) {
      throw new RangeError(
        `Cannot make a table as every weight must be finite and >= 0: current weight ${i} is ${weight}`,
      );
    }
    if (weight > 0) last = i;
    total += weight;
    cumulative[i] = total;
  }
  if (!(total > 0 && total < Infinity)) {
    throw new RangeError(
      `Cannot make a table as the weights must have a positive sum: current sum is ${total}`,
    );
  }
  cumulative.forEach((sum, at) => cumulative[at] = at < last ? sum / total : 1);
  const guide = guideOf(cumulative);
  return {
    index: (u) => {
      let i = guide[(u * n) | 0];
      while (cumulative[i] < u) i++;
      return i;
    },
    share: (index) => index < 0 ? 0 : cumulative[index],
  };
}
