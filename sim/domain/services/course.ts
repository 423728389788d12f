/**
 * Schedules of treatment in sessions: dialysis, chemotherapy, radiotherapy.
 */

/** How sessions follow one another. */
export const COURSE_PATTERNS = ["thrice_weekly", "workdays", "interval"] as const;
/** Name of a pattern. */
export type CoursePattern = (typeof COURSE_PATTERNS)[number];

/** A schedule. */
export interface Schedule {
  /** Pattern: Monday, Wednesday, Friday or Tuesday, Thursday, Saturday; Monday to Friday; every so many days. */
  readonly pattern: CoursePattern;
  /** Days between sessions [d]; for the pattern `interval`. */
  readonly interval: number;
}

const SUNDAY = 6;
const SATURDAY = 5;

/**
 * Whether a session can fall on a weekday.
 *
 * @param pattern Pattern.
 * @param weekday 0 for Monday to 6 for Sunday [-].
 * @param phase 0 for those of Monday, 1 for those of Tuesday [-]; for `thrice_weekly`.
 * @returns True when it can.
 *
 * @example Thrice a week, from Tuesday
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { isSessionDay } from "./mod.ts";
 * const days = [0, 1, 2, 3, 4, 5, 6].filter((day) => isSessionDay("thrice_weekly", day, 1));
 * assertEquals(days, [1, 3, 5]);
 * ```
 */
export function isSessionDay(pattern: CoursePattern, weekday: number, phase: number): boolean {
  if (pattern === "interval") return weekday < SATURDAY;
  if (pattern === "workdays") return weekday < SATURDAY;
  return weekday !== SUNDAY && weekday % 2 === phase;
}

/**
 * The day on which the session after one is due.
 *
 * @param schedule Schedule.
 * @param from Day on which the last session was due [d], its weekday [-] and the phase [-].
 * @returns Days from then [d], at least 1; days off are passed over.
 *
 * @example A Friday's session, three weeks on, is due on a Friday
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { daysToNext } from "./mod.ts";
 * assertEquals(daysToNext({ pattern: "interval", interval: 21 }, { weekday: 4, phase: 0 }), 21);
 * assertEquals(daysToNext({ pattern: "workdays", interval: 1 }, { weekday: 4, phase: 0 }), 3);
 * ```
 */
export function daysToNext(
  { pattern, interval }: Schedule,
  { weekday, phase }: { readonly weekday: number; readonly phase: number },
): number {
  let days = pattern === "interval" ? interval : 1;
  while (!isSessionDay(pattern, (weekday + days) % 7, phase)) days++;
  return days;
}

/**
 * Sessions of one patient in an ordinary week.
 *
 * @param schedule Schedule.
 * @returns Sessions a week [1/week].
 *
 * @example Dialysis
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { sessionsPerWeek } from "./mod.ts";
 * assertEquals(sessionsPerWeek({ pattern: "thrice_weekly", interval: 1 }), 3);
 * ```
 */
export function sessionsPerWeek({ pattern, interval }: Schedule): number {
  if (pattern === "thrice_weekly") return 3;
  return pattern === "workdays" ? 5 : 7 / interval;
}
