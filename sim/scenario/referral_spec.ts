/**
 * How much a referral sees, and how far it reaches; both without limit unless a scenario says so.
 *
 * Beds are then seen live, a request at once, and no facility on the list is too far.
 */
import type { DistributionSpec } from "../engine/mod.ts";

/** What is known of beds and of requests, and when. */
export interface InformationSpec {
  /** Time from one publication of all free beds to the next [min], at least 1; 0 for live. */
  readonly publishedEvery: number;
  /** Time lost with a facility that was published free and has no bed on confirmation [min]. */
  readonly confirmation: DistributionSpec;
  /** Time before a request is seen, as records and platform are not linked [min]; 0 for at once. */
  readonly seenAfter: number;
}

/** From which severity on suspected cases are referred before the result; `never` waits for it. */
export const SUSPECTED_FROM = ["never", "critical", "severe", "moderate"] as const;

/** Referral of suspected cases, those whose result is not there yet (BJ-3.2b, P22-2.2.2b). */
export interface SuspectedSpec {
  /**
   * The least severity that is referred before the result. All cases of a run are infected, so no
   * suspicion is ever withdrawn: beds that others take until theirs is are not counted.
   */
  readonly from: (typeof SUSPECTED_FROM)[number];
}

/** The part of the section `referral` that this file describes. */
export interface ReferralHorizon {
  /** Suspected cases. */
  readonly suspected: SuspectedSpec;
  /** What is known when a decision is taken. */
  readonly information: InformationSpec;
  /**
   * Longest travel accepted to any candidate [min], as for `maxTravel` at the mean speed of the day
   * from the grid's most populous community; 0 for no limit. Facilities to which residents of the
   * grid go by themselves are never too far.
   */
  readonly reach: number;
}
