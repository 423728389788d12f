/** How much of the spread comes from uncertain parameters, and how much from chance. */
import { Tally } from "../../engine/mod.ts";

/** Variance of a measure in two parts. */
export interface VarianceShares {
  /** Sets of drawn parameters [sets]. */
  readonly sets: number;
  /** Replications in all [-]. */
  readonly replications: number;
  /** Variance between the true means of sets [unit squared]. */
  readonly parameterVariance: number;
  /** Variance of replications within a set [unit squared]. */
  readonly chanceVariance: number;
  /** Share of the variance of one replication that parameters make [-]; NaN when nothing varies. */
  readonly parameters: number;
  /** Share that chance makes [-]; NaN when nothing varies. */
  readonly chance: number;
  /** Whether the estimate of the variance between sets was below 0 and stands as 0. */
  readonly negative: boolean;
}

/**
 * Divides the variance of a measure between uncertain parameters and chance.
 *
 * By the law of total variance, Var Y = Var E(Y | parameters) + E Var(Y | parameters). The estimator
 * is that of the one-way random-effects analysis of variance, for sets of equal or unequal size. The
 * first part can come out below 0 when it is small; it then stands as 0, and `negative` says so. A
 * value of NaN makes all parts NaN.
 *
 * Source: Searle, Casella and McCulloch (1992), "Variance Components", Wiley, section 3.6; for
 * simulated patients: O'Hagan, Stevenson and Madan (2007), "Monte Carlo probabilistic sensitivity
 * analysis for patient level simulation models: efficient estimation of mean and variance using ANOVA",
 * Health Economics 16(10), 1009–1023.
 *
 * @param values Values of one measure by set: one list of replications for each set of parameters.
 * @returns Both variances and their shares.
 * @throws {RangeError} When there are fewer than two sets, or a set has fewer than two replications.
 *
 * @example All of it between the sets
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { varianceShares } from "./mod.ts";
 *
 * const { parameters, chance, parameterVariance } = varianceShares([[1, 1], [3, 3]]);
 * assertEquals([parameters, chance, parameterVariance], [1, 0, 2]);
 * ```
 */
export function varianceShares(values: readonly (readonly number[])[]): VarianceShares {
  const short = values.findIndex((set) => set.length < 2);
  if (values.length < 2 || short !== -1) {
    throw new RangeError(
      `Cannot divide the variance as there must be two sets or more, each of two replications or ` +
        `more: current number of sets is ${values.length}` +
        (short === -1 ? "" : `, replications of set ${short} are ${values[short].length}`),
    );
  }
  const all = new Tally();
  let [within, squares] = [0, 0];
  const tallies = values.map((set) => {
    const tally = new Tally();
    for (const value of set) tally.add(value);
    all.merge(tally);
    within += tally.variance * (tally.count - 1);
    squares += tally.count ** 2;
    return tally;
  });
  const between = tallies.reduce((sum, { count, mean }) => sum + count * (mean - all.mean) ** 2, 0);
  const chanceVariance = within / (all.count - values.length);
  const size = (all.count - squares / all.count) / (values.length - 1);
  const estimate = (between / (values.length - 1) - chanceVariance) / size;
  const negative = estimate < 0;
  const parameterVariance = negative ? 0 : estimate;
  const total = parameterVariance + chanceVariance;
  return {
    sets: values.length,
    replications: all.count,
    parameterVariance,
    chanceVariance,
    parameters: total === 0 ? NaN : parameterVariance / total,
    chance: total === 0 ? NaN : chanceVariance / total,
    negative,
  };
}
