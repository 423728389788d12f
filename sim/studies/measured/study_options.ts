/** What every study is asked for: the measure, and how the experiments that it needs are run. */
import type { ResultStore, RowGroups, Uncertainty } from "../../experiment/mod.ts";

/** How the experiments of a study are run. */
export interface StudyRuns {
  /** Replications of each scenario [-], at least 2, so that differences have intervals. */
  readonly replications: number;
  /** Seed; all scenarios of a study have the same people. */
  readonly seed: string;
  /** Worker threads [-], at least 1; results do not depend on it. */
  readonly workers?: number;
  /** Where finished replications are kept and looked up; in memory when left out. Left open. */
  readonly store?: ResultStore;
  /** What varies between replications: chance alone (left out), or uncertain numbers too. */
  readonly uncertainty?: Uncertainty;
  /** Called as work goes on with the share done [-]. */
  readonly onProgress?: (share: number) => void;
  /** Stops the work. */
  readonly signal?: AbortSignal;
}

/** Which value of a result a study is about. */
export interface StudyMeasure {
  /** Measure, by its name in the catalogue, e.g. `deaths`. */
  readonly measure: string;
  /** Groups of it, e.g. `{ ward: "icu" }`; all together when left out. */
  readonly groups?: Partial<RowGroups>;
}
