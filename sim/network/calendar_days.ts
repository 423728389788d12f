/** Days of the window and minutes of the day. */

/** Minutes in a day [min]. */
export const MINUTES_PER_DAY = 1440;

const MS_PER_DAY = 86_400_000;

/**
 * Days from one ISO date to another.
 *
 * @param start ISO date of day 0.
 * @param date ISO date.
 * @returns Whole days [d]; negative before the start.
 *
 * @example New Year's Eve after the first of December
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { dayOf } from "./calendar_days.ts";
 * assertEquals(dayOf("2022-12-01", "2022-12-31"), 30);
 * ```
 */
export function dayOf(start: string, date: string): number {
  return Math.round((Date.parse(`${date}T00:00Z`) - Date.parse(`${start}T00:00Z`)) / MS_PER_DAY);
}

/**
 * The ISO date of a day.
 *
 * @param start ISO date of day 0.
 * @param day Day [d].
 * @returns ISO date.
 *
 * @example Thirty days on
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { dateOf } from "./calendar_days.ts";
 * assertEquals(dateOf("2022-12-01", 30), "2022-12-31");
 * ```
 */
export function dateOf(start: string, day: number): string {
  const ms = Date.parse(`${start}T00:00Z`) + day * MS_PER_DAY;
  return Temporal.Instant.fromEpochMilliseconds(ms).toString().slice(0, 10);
}

/**
 * Weekday of a day of the window.
 *
 * @param start ISO date of day 0.
 * @param day Day [d], may be negative.
 * @returns 0 for Monday to 6 for Sunday [-].
 *
 * @example The first of November 2022 was a Tuesday
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { weekdayOf } from "./calendar_days.ts";
 * assertEquals(weekdayOf("2022-11-01", 0), 1);
 * ```
 */
export function weekdayOf(start: string, day: number): number {
  const thursday = Date.parse(`${start}T00:00Z`) / MS_PER_DAY + day;
  return (((thursday + 3) % 7) + 7) % 7;
}
