/** Which risk level holds on a day, from dated entries. */
import { RISK_LEVELS, type RiskLevel } from "../terms/mod.ts";

/** A risk level from a date on. */
export interface LevelEntry {
  /** ISO date, from 00:00. */
  readonly from: string;
  /** Level. */
  readonly level: RiskLevel;
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MILLISECONDS = 86_400_000;

/** Milliseconds of an ISO date at 00:00; refuses what is not a date of the calendar. */
function instantOf(date: string): number {
  const instant = ISO_DATE.test(date) ? Date.parse(`${date}T00:00:00Z`) : NaN;
  if (Number.isNaN(instant) || new Date(instant).toISOString().slice(0, 10) !== date) {
    throw new RangeError(
      `Cannot read the risk level as a date must be YYYY-MM-DD: current date is "${date}"`,
    );
  }
  return instant;
}

/** Start of each entry [ms]; refuses entries that are none, unknown or out of order. */
function startsOf(entries: readonly LevelEntry[]): number[] {
  if (entries.length === 0) {
    throw new RangeError(
      "Cannot read the risk level as there must be an entry: current number is 0",
    );
  }
  const starts = entries.map(({ from }) => instantOf(from));
  entries.forEach(({ from, level }, i) => {
    if (!RISK_LEVELS.includes(level)) {
      throw new RangeError(
        `Cannot read the risk level as a level must be ${
          RISK_LEVELS.join(", ")
        }: level from ${from} is "${level}"`,
      );
    }
    if (i > 0 && starts[i] <= starts[i - 1]) {
      throw new RangeError(
        `Cannot read the risk level as entries must be in order of date: ${from} follows ${
          entries[i - 1].from
        }`,
      );
    }
  });
  return starts;
}

/**
 * Risk level on a day: that of the last entry not later than it. Before the first entry that one
 * holds already.
 *
 * @param entries Levels by date, in order of date.
 * @param date Day, ISO date.
 * @returns Level from 00:00 to 24:00 of the day.
 * @throws {RangeError} When there is no entry, a date or level cannot be read, or the order is wrong.
 *
 * @example A level that rises and falls
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { levelOn } from "./mod.ts";
 *
 * const entries = [
 *   { from: "2022-11-01", level: "low" },
 *   { from: "2022-12-07", level: "high" },
 * ] as const;
 * assertEquals(levelOn(entries, "2022-12-06"), "low");
 * assertEquals(levelOn(entries, "2022-12-07"), "high");
 * ```
 */
export function levelOn(entries: readonly LevelEntry[], date: string): RiskLevel {
  const instant = instantOf(date);
  const at = startsOf(entries).findLastIndex((start) => start <= instant);
  return entries[Math.max(0, at)].level;
}

/**
 * Risk levels of a run of days.
 *
 * @param entries Levels by date, in order of date.
 * @param span First day, ISO date, and number of days [d], a whole number >= 0.
 * @returns Codes of the levels [-], by day from the first.
 * @throws {RangeError} When an entry or the span cannot be read.
 *
 * @example Three days around a change
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { levelsByDay } from "./mod.ts";
 *
 * const entries = [
 *   { from: "2022-11-01", level: "low" },
 *   { from: "2022-12-07", level: "high" },
 * ] as const;
 * assertEquals([...levelsByDay(entries, { start: "2022-12-06", days: 3 })], [0, 2, 2]);
 * ```
 */
export function levelsByDay(
  entries: readonly LevelEntry[],
  { start, days }: { readonly start: string; readonly days: number },
): Uint8Array {
  if (!(Number.isInteger(days) && days >= 0)) {
    throw new RangeError(
      `Cannot read the risk level as the number of days must be a whole number >= 0: current number is ${days}`,
    );
  }
  const first = instantOf(start);
  const starts = startsOf(entries);
  return Uint8Array.from({ length: days }, (_, day) => {
    const at = starts.findLastIndex((from) => from <= first + day * DAY_MILLISECONDS);
    return RISK_LEVELS.indexOf(entries[Math.max(0, at)].level);
  });
}
