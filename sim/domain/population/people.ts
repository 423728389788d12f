/** Who the residents are: shares by age band, in the order in which they are drawn. */
import type { AgeBand } from "../terms/mod.ts";

/** Age bands that hold women of 15 to 49 years, the ages at which births are counted. */
export const PREGNANT_BANDS: readonly AgeBand[] = ["12-19", "20-29", "30-39", "40-49"];

/**
 * Attributes of residents of one age band; every share is of the residents of the band.
 * Drawn in the order mobility, underlying disease and its severity, dialysis, vaccination,
 * contract, pregnancy; given the age band they are taken as independent of one another, but for
 * dialysis, which only residents with unstable or severe disease need, and for the contracts of the
 * groups that are to have one first. Sex is not told apart.
 */
export interface PeopleRow {
  /** Age band. */
  readonly ageBand: AgeBand;
  /** Share that can hardly move [-]. */
  readonly immobile: number;
  /** Share with stable underlying disease [-]. */
  readonly stable: number;
  /** Share with unstable underlying disease [-]. */
  readonly unstable: number;
  /** Share of those with stable disease whose disease is severe [-]. */
  readonly severeOfStable: number;
  /** Share of those with unstable disease whose disease is severe [-]. */
  readonly severeOfUnstable: number;
  /** Share of those with severe disease who need haemodialysis [-]. */
  readonly dialysisOfSevere: number;
  /** Share with a full course of vaccination [-]. */
  readonly full: number;
  /** Share with a course begun [-]; the rest have none. */
  readonly partial: number;
  /** Share that is pregnant, women and men together [-]; 0 outside {@link PREGNANT_BANDS}. */
  readonly pregnant: number;
  /** Share with a family-doctor contract [-]. */
  readonly contract: number;
}

/**
 * Least share with a family-doctor contract in the groups that are to have one first [-]; where the
 * table has a higher share it stays. Who belongs to several groups has the highest of their shares.
 *
 * Source: plan for graded care of COVID-19 through medical alliances
 * (以医联体为载体做好新冠肺炎分级诊疗工作方案), 7 December 2022 (P22-2.2.1c): ages 0 to 6, the
 * pregnant, 65 and above, chronic disease.
 */
export interface ContractCoverage {
  /** Children of 0 to 6 years [-]. */
  readonly under7: number;
  /** Residents of 65 years and above [-]. */
  readonly from65: number;
  /** Residents with underlying disease, stable or unstable [-]. */
  readonly chronic: number;
  /** The pregnant [-]. */
  readonly pregnant: number;
}
