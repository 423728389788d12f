/** Who the residents are: shares by age band, in the order in which they are drawn. */
import type { AgeBand } from "../terms/mod.ts";

/**
 * Attributes of residents of one age band; every share is of the residents of the band.
 * Drawn in the order mobility, underlying disease and its severity, dialysis, vaccination,
 * contract; given the age band they are taken as independent of one another, but for dialysis,
 * which only residents with unstable or severe disease need.
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
  /** Share with a family-doctor contract [-]. */
  readonly contract: number;
}
