/** How sure results must be: what is asked for, and what was reached. */
import type { RowGroups } from "./rows.ts";

/** A half-width that the confidence interval of a measure must not exceed. */
export interface PrecisionTarget {
  /** Measure, by its name in the catalogue. */
  readonly measure: string;
  /** Groups; those not named are empty. */
  readonly groups: Partial<RowGroups>;
  /** Whether the mean of every scenario, or its paired difference from the baseline, must be sure. */
  readonly of: "mean" | "difference";
  /** Whether the half-width is a share of the mean's size, or in the measure's unit. */
  readonly kind: "relative" | "absolute";
  /** Largest half-width [- when relative, else the measure's unit], above 0. */
  readonly halfWidth: number;
}

/** When to stop replicating. */
export interface PrecisionRule {
  /** Targets; all must be met, in every scenario. At least one. */
  readonly targets: readonly PrecisionTarget[];
  /** Replications before the first look [-], at least 3. */
  readonly atLeast: number;
  /** Most replications [-], at least `atLeast`. */
  readonly atMost: number;
  /** Confidence of each interval [-], above 0 and below 1. */
  readonly confidence: number;
  /** Further replications over which the precision must hold once met, up to 100 done [-]; beyond, in proportion. */
  readonly lookAhead: number;
}

/** How sure one target was after a number of replications, in one scenario. */
export interface PrecisionRow extends RowGroups {
  /** Scenario. */
  readonly scenario: string;
  /** Measure. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** Mean, or paired difference from the baseline. */
  readonly of: "mean" | "difference";
  /** Kind of target. */
  readonly kind: "relative" | "absolute";
  /** Largest half-width allowed [- when relative, else unit]. */
  readonly target: number;
  /** Replications so far [-]. */
  readonly replications: number;
  /** Mean, or mean difference, so far [unit]. */
  readonly mean: number;
  /** Lower end of its interval [unit]. */
  readonly low: number;
  /** Upper end of its interval [unit]. */
  readonly high: number;
  /** Half-width so far, of the kind of the target [- or unit]; NaN while there is none. */
  readonly halfWidth: number;
  /** Whether the target is met here. */
  readonly met: boolean;
}
