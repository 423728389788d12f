/** Curves over the time since a request or since a need arose, over all replications. */
export { BED_OUTCOMES } from "../../domain/mod.ts";
export type { BedOutcome } from "../../domain/mod.ts";
import type { Uncertainty } from "./comparison_row.ts";

/** Curves that are kept. */
export const CURVES = ["transfer_unfinished", "bed_outcome"] as const;
/**
 * Name of a curve.
 *
 * `transfer_unfinished`: the share not yet in the bed by a time since the request, had nobody left the
 * queue, for all and by health colour. Kaplan–Meier: those who recover, die or are still waiting are
 * censored, so it is not the share of all requests. The requests are those of measure
 * `transfer_delay_mean`, which is the area below the whole curve. Source: Kaplan and Meier
 * (1958), "Nonparametric estimation from incomplete observations", Journal of the American Statistical
 * Association 53, 457–481.
 *
 * `bed_outcome`: the share of cases to whom one of `BED_OUTCOMES` has come by a time since they first
 * needed a bed (became moderate). The cases are those of measure `recovered_by_day_28_of_bed_needing`,
 * whose 28 days count from infection: residents infected in the window and at least 28 days before the
 * end of the run, so the same people in every scenario of one wave; whoever is still ill at the end is
 * censored then. Having had a bed is part of the outcome and groups nobody beforehand: no case is
 * counted as one with a bed for the time before it got one. The four and those unresolved sum to 1 at
 * every time. Source: Aalen and Johansen (1978), "An empirical transition matrix for non-homogeneous
 * Markov chains based on censored observations", Scandinavian Journal of Statistics 5(3), 141–150.
 */
export type CurveName = (typeof CURVES)[number];

/** One point of a curve. */
export interface CurveRow {
  /** Scenario. */
  readonly scenario: string;
  /** Curve. */
  readonly curve: CurveName;
  /** Health colour, or outcome; empty for all transfers. */
  readonly group: string;
  /** Time since the request or the need [h]. */
  readonly hours: number;
  /** Replications with a value [-]. */
  readonly replications: number;
  /** Mean share [-]. */
  readonly mean: number;
  /** Lower end of the 95 % interval of the mean [-]; NaN with one value. */
  readonly meanLow: number;
  /** Upper end [-]. */
  readonly meanHigh: number;
  /** What the spread of replications holds. */
  readonly uncertainty: Uncertainty;
}
