/** Closed vocabularies of what becomes of cases: where they go, and how it ends. */

/**
 * Kinds of place between which COVID patients move, sources first, ends last.
 *
 * `present_at_start`: where cases of a given census come from; `home`: at home or in a clinic, on the
 * road to a first bed too; then kinds of facility in whose beds they are, by its role in the patient's
 * home grid; last how it ends, `unresolved` for whoever is ill at the end of the run. A facility with
 * several roles has the first of `ROLES`, as referral rules see it. A primary facility or shelter that
 * no link of the grid names is one all the same; a hospital that none names is `other_hospital`.
 */
export const FLOW_PLACES = [
  "present_at_start",
  "home",
  "primary",
  "shelter",
  "sub_designated",
  "designated",
  "lead",
  "partner",
  "other_hospital",
  "recovered",
  "died",
  "unresolved",
] as const;
/** Kind of place. */
export type FlowPlace = (typeof FLOW_PLACES)[number];

/**
 * What has become of a case that needed a bed: recovered or died, `in_bed` when in the bed of any ward
 * at some time until then, `without_bed` when never. Exclusive.
 */
export const BED_OUTCOMES = [
  "recovered_in_bed",
  "recovered_without_bed",
  "died_in_bed",
  "died_without_bed",
] as const;
/** What has become of a case that needed a bed. */
export type BedOutcome = (typeof BED_OUTCOMES)[number];
