/**
 * What becomes of ordinary demand that is not served: it returns, is lost, or worsens.
 *
 * Whole patients: a share of a number is rounded by one uniform, so that a larger number or share
 * never gives fewer, and the mean is exact.
 */

/** What becomes of those not served. */
export interface BacklogShares {
  /** Share who come back [-]. */
  readonly returns: number;
  /** Share who come to an emergency department instead [-]; what remains is lost. */
  readonly worsens: number;
}

/** Patients not served, by what becomes of them. */
export interface BacklogSplit {
  /** Come back [patients]. */
  readonly returning: number;
  /** Come to an emergency department [patients]. */
  readonly worsened: number;
  /** Do without [patients]. */
  readonly lost: number;
}

/**
 * A share of a number of patients, in whole patients.
 *
 * @param count Patients [patients], a whole number >= 0.
 * @param share Share [-], 0 to 1.
 * @param u Uniform in (0, 1) [-].
 * @returns Whole number with mean `count * share` [patients]; never falls when count or share rise.
 *
 * @example A quarter of ten is two or three
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { wholeShare } from "./mod.ts";
 * assertEquals([wholeShare(10, 0.25, 0.4), wholeShare(10, 0.25, 0.6)], [2, 3]);
 * ```
 */
export function wholeShare(count: number, share: number, u: number): number {
  return Math.min(count, Math.floor(count * share + u));
}

/**
 * Splits those not served.
 *
 * @param count Patients not served [patients], a whole number >= 0.
 * @param shares What becomes of them.
 * @param u Uniform in (0, 1) [-].
 * @returns Three whole numbers that sum to `count` [patients].
 *
 * @example Ten, of whom seven come back and one worsens
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { splitBacklog } from "./mod.ts";
 * const split = splitBacklog(10, { returns: 0.7, worsens: 0.1 }, 0.5);
 * assertEquals(split, { returning: 7, worsened: 1, lost: 2 });
 * ```
 */
export function splitBacklog(
  count: number,
  { returns, worsens }: BacklogShares,
  u: number,
): BacklogSplit {
  const worsened = wholeShare(count, worsens, u);
  const both = wholeShare(count, Math.min(1, returns + worsens), u);
  return { returning: both - worsened, worsened, lost: count - both };
}

/**
 * Spreads patients over the days on which they come back.
 *
 * @param count Patients [patients], a whole number >= 0.
 * @param upTo Share back by the end of day 1, 2, … after today [-], ascending; all are back on the
 *   last day.
 * @param u Uniform in (0, 1) [-].
 * @returns Patients by day [patients], the first is tomorrow; they sum to `count`.
 *
 * @example Four patients, half of them tomorrow
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { spreadReturns } from "./mod.ts";
 * assertEquals([...spreadReturns(4, [0.5, 0.75, 1], 0.5)], [2, 1, 1]);
 * ```
 */
export function spreadReturns(count: number, upTo: readonly number[], u: number): Int32Array {
  const days = new Int32Array(upTo.length);
  let before = 0;
  for (let day = 0; day < days.length; day++) {
    const back = day === days.length - 1 ? count : wholeShare(count, upTo[day], u);
    days[day] = back - before;
    before = back;
  }
  return days;
}
