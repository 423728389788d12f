/**
 * What studies of one parameter at a time leave behind, as figures and tables read it. A study of one
 * scenario is about a measure; a study of two is about the second minus the first.
 */
import type { RowGroups, ScenarioSummary, Uncertainty } from "../../experiment/results/mod.ts";

/** What a study is about. */
export interface StudyHead {
  /** City. */
  readonly city: { readonly name: { readonly en: string; readonly zh: string } };
  /**
   * One scenario, whose measure is studied; or two, of which the second minus the first is, paired
   * replication by replication.
   */
  readonly scenarios: readonly Pick<ScenarioSummary, "name" | "title" | "grades">[];
  /** Measure. */
  readonly measure: string;
  /** Groups of the measure that are not all, e.g. `{ ward: "icu" }`. */
  readonly groups: Partial<RowGroups>;
  /** Unit of the measure as in result tables; `-` for a proportion of 0 to 1. */
  readonly unit: string;
  /** Replications at each value of a parameter [-]. */
  readonly replications: number;
  /** What the spread of replications holds. */
  readonly uncertainty: Uncertainty;
}

/** A mean, or mean difference, with the ends of an interval. */
export interface StudyEstimate {
  /** Mean of the measure, or of the difference of two scenarios [unit of the study]. */
  readonly mean: number;
  /** Lower end of its 95 % interval [unit of the study]; NaN with one replication. */
  readonly meanLow: number;
  /** Upper end [unit of the study]. */
  readonly meanHigh: number;
}

/** A value of a parameter with what it leads to. */
export interface StudyPoint extends StudyEstimate {
  /** Value of the parameter [its unit]. */
  readonly value: number;
}

/** An end of a parameter's law and what it leads to, all other parameters as they are. */
export interface InfluenceEnd {
  /** Value of the parameter [unit]. */
  readonly value: number;
  /** Unit of the parameter as written, e.g. `h` or `d`; empty for a number without one. */
  readonly unit: string;
  /** Mean of the measure, or of the difference of two scenarios [unit of the study]. */
  readonly mean: number;
  /**
   * Lower end [unit of the study]: of the 95 % interval of the paired difference from the baseline,
   * laid at the baseline's mean, so that the interval tells whether the parameter moves the measure;
   * NaN with one replication.
   */
  readonly meanLow: number;
  /** Upper end [unit of the study]. */
  readonly meanHigh: number;
}

/** A parameter at both ends of its law. */
export interface InfluenceRow {
  /** Path in the scenario, e.g. `care.lowerBed`. */
  readonly path: string;
  /** Law as written, e.g. `uniform 0.3 to 0.7`. */
  readonly written: string;
  /** At its low end. */
  readonly low: InfluenceEnd;
  /** At its high end. */
  readonly high: InfluenceEnd;
}

/** Influence of parameters on a measure, one at a time. */
export interface InfluenceStudy extends StudyHead {
  /** Estimate with all parameters as the scenario says. */
  readonly baseline: StudyEstimate;
  /** Parameters, in any order. */
  readonly rows: readonly InfluenceRow[];
}

/** Where a difference is zero. */
export interface Crossing {
  /** Value of the parameter [its unit]. */
  readonly value: number;
  /** Lower end of its 95 % interval [its unit]; NaN when it lies below all values that were tried. */
  readonly low: number;
  /** Upper end [its unit]; NaN when it lies above all of them. */
  readonly high: number;
}

/** A difference of two scenarios over the values of one parameter. */
export interface ThresholdStudy extends Omit<StudyHead, "unit"> {
  /** Path in the scenario, e.g. `care.lowerBed`. */
  readonly path: string;
  /** Unit of the parameter as written, e.g. `h` or `d`; empty for a number without one. */
  readonly unit: string;
  /** Unit of the measure as in result tables; `-` for a proportion of 0 to 1. */
  readonly measureUnit: string;
  /** Differences, by value of the parameter, ascending. */
  readonly points: readonly StudyPoint[];
  /** Where the difference changes its sign; null when it does not within the points. */
  readonly crossing: Crossing | null;
  /** Share of samples drawn again in which the sign changes between the values [-]; if known. */
  readonly crossed?: number;
  /** Whether the means rise or fall throughout as far as chance allows; if known. */
  readonly monotone?: boolean;
}
