/**
 * Prescriptions of chronic patients: how the visits that they need fall when the drugs last longer.
 *
 * A patient changes the interval at a visit, so the share with long prescriptions rises within one
 * ordinary interval and falls within one long interval.
 */

/** Ordinary interval between visits for drugs [d]; an assumption, no notice states it. */
export const ORDINARY_INTERVAL_DAYS = 28;
/** Longest interval for stable chronic patients [d]: 12 weeks (N35-3.3c). */
export const LONG_INTERVAL_DAYS = 84;

/**
 * The share of chronic patients with long prescriptions a day later.
 *
 * @param share Share today [-], 0 to 1.
 * @param target Share that the plan of the day aims at [-], 0 to 1.
 * @returns Share tomorrow [-], between the two.
 *
 * @example Up within four weeks, down within twelve
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { longPrescriptionsNext } from "./mod.ts";
 * assertAlmostEquals(longPrescriptionsNext(0, 0.56), 0.02);
 * assertAlmostEquals(longPrescriptionsNext(0.84, 0), 0.83);
 * ```
 */
export function longPrescriptionsNext(share: number, target: number): number {
  const toward = target - share;
  return share + toward / (toward > 0 ? ORDINARY_INTERVAL_DAYS : LONG_INTERVAL_DAYS);
}

/**
 * Visits that chronic patients need, relative to those with ordinary prescriptions.
 *
 * @param share Share with long prescriptions [-], 0 to 1.
 * @returns Factor [-], 1 when nobody has one and 1/3 when everybody has.
 *
 * @example Half of them come every twelve weeks
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { chronicVisitFactor } from "./mod.ts";
 * assertAlmostEquals(chronicVisitFactor(0.5), 2 / 3);
 * ```
 */
export function chronicVisitFactor(share: number): number {
  return 1 - share * (1 - ORDINARY_INTERVAL_DAYS / LONG_INTERVAL_DAYS);
}
