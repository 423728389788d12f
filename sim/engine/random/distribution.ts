/**
 * The one interface behind which every law stands, and its plain-data form.
 *
 * A variate takes exactly one uniform, by inversion, so that a larger mean gives a longer time to
 * the same person when scenarios are paired.
 */

/** A law on the reals with its own moments and quantile. */
export interface Distribution {
  /** Mean [unit of the variate]; Infinity where the integral grows without bound. */
  readonly mean: number;
  /** Variance [unit of the variate squared]; Infinity where it or the mean is infinite. */
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

/** One law of a mixture and how often it is drawn. */
export interface MixturePart {
  /** Weight [-], not negative; the weights need not sum to 1. */
  readonly weight: number;
  /** The law. */
  readonly of: DistributionSpec;
}

/** A distribution as plain data. Durations are in minutes, counts in events. */
export type DistributionSpec =
  | { readonly law: "constant"; readonly value: number }
  | { readonly law: "uniform"; readonly low: number; readonly high: number }
  | { readonly law: "exponential"; readonly mean: number }
  | { readonly law: "erlang"; readonly stages: number; readonly mean: number }
  | { readonly law: "gamma"; readonly mean: number; readonly sd: number }
  | { readonly law: "lognormal"; readonly mean: number; readonly sd: number }
  | {
    /** Through two of its quantiles: the median, and another at probability `p`. */
    readonly law: "lognormal";
    readonly median: number;
    readonly quantile: { readonly p: number; readonly value: number };
  }
  | { readonly law: "normal"; readonly mean: number; readonly sd: number }
  | { readonly law: "weibull"; readonly shape: number; readonly scale: number }
  | {
    /** `scale` is the median; the tail falls as x to the power of −`shape`. */
    readonly law: "loglogistic";
    readonly shape: number;
    readonly scale: number;
  }
  | {
    readonly law: "triangular";
    readonly low: number;
    readonly mode: number;
    readonly high: number;
  }
  | {
    /** On (`low`, `high`), which are 0 and 1 when left out. */
    readonly law: "beta";
    readonly alpha: number;
    readonly beta: number;
    readonly low?: number;
    readonly high?: number;
  }
  | {
    /** The same by its moments on (`low`, `high`). */
    readonly law: "beta";
    readonly mean: number;
    readonly sd: number;
    readonly low?: number;
    readonly high?: number;
  }
  | { readonly law: "poisson"; readonly mean: number }
  | { readonly law: "binomial"; readonly trials: number; readonly probability: number }
  | {
    /** Failures before the `successes`-th success; `successes` need not be whole. */
    readonly law: "negativeBinomial";
    readonly successes: number;
    readonly probability: number;
  }
  | {
    /** The same with variance mean + mean² / `dispersion`. */
    readonly law: "negativeBinomial";
    readonly mean: number;
    readonly dispersion: number;
  }
  | {
    /** Each observation alike, or straight lines between the sorted ones; in any order. */
    readonly law: "empirical";
    readonly observations: readonly number[];
    readonly interpolated: boolean;
  }
  | {
    /** Values by weight; in any order, and weights need not sum to 1. */
    readonly law: "discrete";
    readonly values: readonly number[];
    readonly weights: readonly number[];
  }
  | { readonly law: "mixture"; readonly parts: readonly MixturePart[] }
  | { readonly law: "shifted"; readonly of: DistributionSpec; readonly by: number }
  | {
    /** `of` times a positive factor, such as a change of unit. */
    readonly law: "scaled";
    readonly of: DistributionSpec;
    readonly factor: number;
  }
  | {
    /** `of`, given that it lies between `low` and `high`, both included. */
    readonly law: "truncated";
    readonly of: DistributionSpec;
    readonly low: number;
    readonly high: number;
  };
