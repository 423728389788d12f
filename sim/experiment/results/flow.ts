/**
 * How many COVID patients went from which kind of place to which, over all replications.
 *
 * `FLOW_PLACES` begins with `present_at_start` and ends with `unresolved`, so that what goes into a
 * kind of facility equals what goes out of it, in the mean too.
 */
export { FLOW_PLACES } from "../../domain/mod.ts";
export type { FlowPlace } from "../../domain/mod.ts";
import type { FlowPlace } from "../../domain/mod.ts";

/**
 * Patients who went from one kind of place to another in the whole run.
 *
 * Counted are cases who came to need a bed (moderate, severe or critical), or had one. A move is an
 * admission to a bed of another facility than the last, which may be of the same kind; a change of
 * wards inside a facility is none. Who recovers or dies on the road does so from the last bed; illness
 * ends with recovery, though the bed may be left a day later. All that goes to `died` are the deaths of
 * the run; what goes from `home` to `recovered` and `died` are those who never had a bed.
 */
export interface FlowRow {
  /** Scenario. */
  readonly scenario: string;
  /** Where from; never an end. */
  readonly from: FlowPlace;
  /** Where to; never `present_at_start`. */
  readonly to: FlowPlace;
  /** Replications [-]. */
  readonly replications: number;
  /** Mean number of COVID patients [patients]. */
  readonly mean: number;
  /** Lower end of the 95 % interval of the mean [patients]; NaN with one value. */
  readonly meanLow: number;
  /** Upper end [patients]. */
  readonly meanHigh: number;
}
