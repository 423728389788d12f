/**
 * What a plan leaves open on a day, when a service comes back step by step after the level fell.
 */

/**
 * Share of a line that is open some days after the level last changed.
 *
 * A level that rises takes effect at once; one that falls lets the service grow by a share of the
 * ordinary volume a week until the plan's own share is reached (N162-3, N162-4e).
 *
 * @param before Share that was open when the level changed [-].
 * @param plan Share that the plan of the level in force has [-].
 * @param growth Time since the change [d], and growth a week [-]; 0 means at once.
 * @returns Share open [-].
 *
 * @example From a half to all, a tenth a week
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { openShare } from "./mod.ts";
 * assertAlmostEquals(openShare(0.5, 1, { days: 14, perWeek: 0.1 }), 0.7);
 * assertAlmostEquals(openShare(1, 0.5, { days: 0, perWeek: 0.1 }), 0.5);
 * ```
 */
export function openShare(
  before: number,
  plan: number,
  { days, perWeek }: { readonly days: number; readonly perWeek: number },
): number {
  if (perWeek <= 0 || plan <= before) return plan;
  return Math.min(plan, before + perWeek * days / 7);
}
