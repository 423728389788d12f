/** A series over time, summed up over replications. */
import type { Uncertainty } from "./comparison_row.ts";
import type { RowGroups } from "./rows.ts";

/** One date of one series of one scenario over all replications. */
export interface BandRow extends RowGroups {
  /** Scenario. */
  readonly scenario: string;
  /** ISO date; for weekly series the Monday. */
  readonly date: string;
  /** Series. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** Replications with a value [-]. */
  readonly replications: number;
  /** Mean [unit]. */
  readonly mean: number;
  /** Lower end of the 95 % interval of the mean [unit]; NaN with one value. */
  readonly meanLow: number;
  /** Upper end [unit]. */
  readonly meanHigh: number;
  /** Pointwise quantile 5 % over replications, or over means of sets when several share a set [unit]; NaN with fewer than 20 values. */
  readonly p05: number;
  /** Pointwise median [unit]. */
  readonly p50: number;
  /** Pointwise quantile 95 % [unit]; NaN with fewer than 20 values. */
  readonly p95: number;
  /** Lower end of the band in which at least 90 % of replications lie on all dates at once [unit]; NaN with fewer than 20 paths. */
  readonly allLow: number;
  /** Upper end [unit]. */
  readonly allHigh: number;
  /** What the spread of replications holds. */
  readonly uncertainty: Uncertainty;
  /** Weakest grade among the numbers that the scenario rests on. */
  readonly grade: string;
}
