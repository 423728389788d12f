/**
 * From staff employed to staff present: hours, rest and shifts.
 *
 * Ratios such as one physician for each ICU bed count people employed for the ward who work the
 * hours of a norm. So "present" is counted in such people too: who works more hours counts for more
 * than one, and a shift that has more than its share of them has more than the ward's number.
 */

/** Minutes in a day and in a week [min]. */
const DAY = 1440;
const WEEK = 7 * DAY;

/** One shift of a day. */
export interface Shift {
  /** Begins [min of the day]. */
  readonly from: number;
  /** Staff who work in it, relative to the other shifts [-], not negative. */
  readonly weight: number;
}

/** How a ward's staff share out the week. */
export interface Roster {
  /** Hours a week for which the ratios of staff to beds hold [min/w], above 0. */
  readonly normHours: number;
  /** Longest hours a week of one person [min/w], above 0. */
  readonly weekHours: number;
  /** Rest between two shifts of one person [min]. */
  readonly rest: number;
  /** Shifts of a day in order; the last one goes on to the beginning of the first. At least one. */
  readonly shifts: readonly Shift[];
}

/** Staff present in one shift. */
export interface ShiftPresence {
  /** Begins [min of the day]. */
  readonly from: number;
  /** Present ÷ employed, in people of the norm [-]. */
  readonly factor: number;
}

/**
 * Staff present ÷ staff employed in every shift.
 *
 * A person on shifts of length L with rest R between them works at most `168 h × L ÷ (L + R)` a
 * week, and never more than the longest hours. A shift has its share of the staff; its presence is
 * their hours a week spread over the seven shifts of its kind, relative to the same with norm hours
 * and everybody spread evenly over the day. Hence: even weights and norm hours give 1 in each shift.
 *
 * @param roster Hours, rest, shifts.
 * @returns Presence by shift, in the order of the shifts.
 * @throws {RangeError} When no shift has staff, or shifts are not in order within a day.
 *
 * @example Three shifts of eight hours, half as many at night
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { rosterPresence } from "./mod.ts";
 *
 * const [day, , night] = rosterPresence({
 *   normHours: 2400,
 *   weekHours: 2400,
 *   rest: 0,
 *   shifts: [{ from: 480, weight: 2 }, { from: 960, weight: 2 }, { from: 0, weight: 1 }]
 *     .sort((a, b) => a.from - b.from),
 * }).sort((a, b) => b.factor - a.factor);
 * assertAlmostEquals(day.factor, 1.2, 1e-12);
 * assertAlmostEquals(night.factor, 0.6, 1e-12);
 * ```
 */
export function rosterPresence({ normHours, weekHours, rest, shifts }: Roster): ShiftPresence[] {
  checkShifts(shifts);
  const staff = shifts.reduce((sum, { weight }) => sum + weight, 0);
  return shifts.map(({ from, weight }, i) => {
    const next = shifts[i + 1]?.from ?? shifts[0].from + DAY;
    const length = next - from;
    const hours = Math.min(weekHours, WEEK * length / (length + rest));
    return { from, factor: weight / staff * (DAY / length) * (hours / normHours) };
  });
}

function checkShifts(shifts: readonly Shift[]): void {
  const refuse = (rule: string, value: string) => {
    throw new RangeError(`Cannot read a roster as ${rule}: current ${value}`);
  };
  if (!shifts.some(({ weight }) => weight > 0)) {
    refuse("a shift must have staff", `weights are ${shifts.map((s) => s.weight).join(", ")}`);
  }
  shifts.forEach(({ from }, i) => {
    if (from >= 0 && from < DAY && (i === 0 || from > shifts[i - 1].from)) return;
    refuse("shifts must begin in order within one day", `beginning of shift ${i} is ${from} min`);
  });
}
