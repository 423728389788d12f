/** The mean of values of replications, with its interval. */
import { tInterval } from "../../engine/mod.ts";
import { meansOfSets } from "./_sets.ts";

/** What replications say of one number. */
export interface MeanEstimate {
  /** Replications with a value [-]. */
  readonly replications: number;
  /** Mean [unit of the values]; NaN without values. */
  readonly mean: number;
  /** Lower end of the 95 % interval of the mean [unit of the values]; NaN with one value. */
  readonly meanLow: number;
  /** Upper end [unit of the values]. */
  readonly meanHigh: number;
}

/**
 * Mean over the replications that have a value; the interval is of means of sets, where replications
 * share drawn parameters.
 *
 * @param values Values by replication; NaN where there is none.
 * @param perSet Replications per set [-].
 */
export function meanEstimate(values: readonly number[], perSet: number): MeanEstimate {
  const replications = [...values.keys()].filter((i) => !Number.isNaN(values[i]));
  const there = replications.map((i) => values[i]);
  const { mean, low, high } = tInterval(meansOfSets(there, replications, perSet));
  return { replications: there.length, mean, meanLow: low, meanHigh: high };
}
