/** The ladder that orders events which fall at one instant. */

/**
 * Rungs of the ladder of ties, in the order in which they happen at one instant; within a rung the
 * sequence of scheduling decides.
 *
 * What gives (capacity, release, arrival of a vehicle, end of a stay) comes before who decides and
 * takes, and statistics see the instant when it is over. An event that is scheduled for the present
 * instant on a lower rung than the one now running still happens, next.
 *
 * @example Capacity comes before a release, statistics come last
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { RUNGS } from "./mod.ts";
 *
 * assertEquals(RUNGS.capacity < RUNGS.release, true);
 * assertEquals(Math.max(...Object.values(RUNGS)), RUNGS.statistics);
 * ```
 */
export const RUNGS = {
  /** A capacity changes. */
  capacity: 0,
  /** A unit is released. */
  release: 1,
  /** A vehicle arrives. */
  vehicle: 2,
  /** A stay ends. */
  endOfStay: 3,
  /** A decision is taken. */
  decision: 4,
  /** A unit is seized. */
  seize: 5,
  /** A stay starts. */
  startOfStay: 6,
  /** Statistics look at the state. */
  statistics: 7,
} as const;

/** One rung of {@link RUNGS} [-]. */
export type Rung = (typeof RUNGS)[keyof typeof RUNGS];
