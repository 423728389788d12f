/** Exceedance: on how many days a series is above a level, and how probable too many such days are. */
import type { Uncertainty } from "./comparison_row.ts";
import type { RowGroups } from "./rows.ts";

/** An event: more than `days` days on which a daily series is above, or at or above, a level. */
export interface ExceedanceSpec {
  /** Daily series, by its name in the catalogue. */
  readonly measure: string;
  /** Groups; those not named are empty. */
  readonly groups: Partial<RowGroups>;
  /** Level [the series' unit]. */
  readonly level: number;
  /** Whether a day at the level itself counts. */
  readonly orAt: boolean;
  /** The event is more than so many such days in the run, together or apart [d], from 0. */
  readonly days: number;
}

/** How probable an event is in one scenario. */
export interface ExceedanceRow extends RowGroups {
  /** Scenario. */
  readonly scenario: string;
  /** Baseline. */
  readonly baseline: string;
  /** Series. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** Level [unit]. */
  readonly level: number;
  /** Whether a day at the level counts. */
  readonly orAt: boolean;
  /** More than so many days [d]. */
  readonly days: number;
  /** Replications [-]. */
  readonly replications: number;
  /** Replications in which it happened [-]. */
  readonly hits: number;
  /** Share of replications in which it happened [-]. */
  readonly probability: number;
  /** Lower end of its 95 % interval [-]; NaN with several replications per set, which are not independent. */
  readonly low: number;
  /** Upper end [-]. */
  readonly high: number;
  /** Replications in which it happened here and not in the baseline [-]. */
  readonly onlyHere: number;
  /** Replications in which it happened in the baseline and not here [-]. */
  readonly onlyInBaseline: number;
  /** Mean number of such days [d]. */
  readonly daysMean: number;
  /** What the spread of replications holds. */
  readonly uncertainty: Uncertainty;
  /** Weakest grade among the numbers that the scenario rests on. */
  readonly grade: string;
}
