/** What is counted about visits of teams. */
import { Tally } from "../engine/mod.ts";

/** Counts of visits. */
export class VisitCounts {
  /** Due [visits]. */
  due = 0;
  /** Made [visits]. */
  made = 0;
  /** Of them, later than the target [visits]. */
  late = 0;
  /** Not made before the next was due [visits]. */
  missed = 0;
  /** No longer needed, as the patient had left home or was well [visits]. */
  withdrawn = 0;
  /** Due until made [min]. */
  readonly delay: Tally = new Tally();
  /** From one visit made to the next, by colour of the patient [min]. */
  readonly interval: readonly Tally[] = [new Tally(), new Tally(), new Tally()];
  /** First contacts in place [visits]. */
  first = 0;
  /** Samples taken at home [visits]. */
  sampled = 0;
}
