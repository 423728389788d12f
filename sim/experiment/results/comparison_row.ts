/** A measure of a scenario beside that of another. */
import type { RowGroups } from "./rows.ts";

/**
 * What the spread of replications holds. `replication`: chance alone, all parameters fixed.
 * `parameters`: each set of parameters is drawn from its stated laws, so the spread holds the
 * uncertainty of the parameters and chance together.
 */
export type Uncertainty = "replication" | "parameters";

/** A measure of a scenario beside that of the baseline, over all replications. */
export interface ComparisonRow extends RowGroups {
  /** Scenario. */
  readonly scenario: string;
  /** Baseline. */
  readonly baseline: string;
  /** Measure. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /**
   * Replications with a value in both [-]; where the baseline does not have the measure, so that there
   * is no difference, those of this scenario with a value.
   */
  readonly replications: number;
  /** Mean [unit]. */
  readonly mean: number;
  /** Lower end of the 95 % interval of the mean [unit]; NaN with one replication. */
  readonly meanLow: number;
  /** Upper end [unit]. */
  readonly meanHigh: number;
  /** Mean of the baseline [unit]. */
  readonly baselineMean: number;
  /** Mean paired difference, scenario − baseline [unit]; 0 for the baseline itself. */
  readonly difference: number;
  /** Lower end of its 95 % interval [unit]. */
  readonly differenceLow: number;
  /** Upper end [unit]. */
  readonly differenceHigh: number;
  /** Lower end of the interval of the difference that holds for all differences of this measure together, at 95 % [unit]. */
  readonly allLow: number;
  /** Upper end [unit]. */
  readonly allHigh: number;
  /** Share of the variance of the difference that pairing by person removed [-]: 1 − Var(X − Y) ÷ (Var X + Var Y); negative when it added. */
  readonly varianceRemoved: number;
  /** Replications of this scenario with a value [-]; fewer than made when a value was not reached. */
  readonly reached: number;
  /** Median of the values there are [unit]. */
  readonly p50: number;
  /** Quantile 5 % of the values over replications, or over means of sets when several share a set [unit]; NaN with fewer than 20. */
  readonly p05: number;
  /** Quantile 95 % of the values [unit]. */
  readonly p95: number;
  /** Quantile 5 % of the paired differences [unit]. */
  readonly differenceP05: number;
  /** Quantile 95 % of the paired differences [unit]. */
  readonly differenceP95: number;
  /** Share of the variance of the values that drawn parameters account for, the rest being chance [-]; NaN with fixed parameters or one replication per set. */
  readonly parameterShare: number;
  /** What the spread of replications holds. */
  readonly uncertainty: Uncertainty;
  /** Weakest grade among the numbers that the scenario rests on: observed, derived, calibrated, assumed. */
  readonly grade: string;
}
