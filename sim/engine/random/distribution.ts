/**
 * The one interface behind which every law of a duration stands, and its plain-data form.
 *
 * A variate takes exactly one uniform, by inversion, so that a larger mean gives a longer time to
 * the same person when scenarios are paired.
 */

/** A law on the non-negative numbers (or the reals) with its own moments and quantile. */
export interface Distribution {
  /** Mean [unit of the variate]. */
  readonly mean: number;
  /** Variance [unit of the variate squared]. */
  readonly variance: number;
  /**
   * Smallest x with P(X ≤ x) ≥ u [unit of the variate].
   * @param u Probability [-], 0 < u < 1.
   * @returns Quantile [unit of the variate].
   */
  quantile(u: number): number;
  /**
   * P(X ≤ x) [-].
   * @param x Value [unit of the variate].
   * @returns Probability [-].
   */
  cdf(x: number): number;
}

/** A distribution as plain data. Durations are in minutes. */
export type DistributionSpec =
  | { readonly law: "constant"; readonly value: number }
  | { readonly law: "uniform"; readonly low: number; readonly high: number }
  | { readonly law: "exponential"; readonly mean: number }
  | { readonly law: "erlang"; readonly stages: number; readonly mean: number }
  | { readonly law: "gamma"; readonly mean: number; readonly sd: number }
  | { readonly law: "lognormal"; readonly mean: number; readonly sd: number }
  | { readonly law: "weibull"; readonly shape: number; readonly scale: number }
  | {
    readonly law: "triangular";
    readonly low: number;
    readonly mode: number;
    readonly high: number;
  }
  | {
    /** `of`, given that it lies between `low` and `high`. */
    readonly law: "truncated";
    readonly of: DistributionSpec;
    readonly low: number;
    readonly high: number;
  };
