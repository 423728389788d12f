/**
 * Ordinary volume served: by week, line and tier; by week, family and home grid; and what
 * institutions of level two and above report every day.
 *
 * All in one array, so that a record of a replication holds it as it is; {@link volumesOf} says what
 * lies where.
 */
import { familyOf, LINE_FAMILIES, LINES, MONITORED, TIERS } from "../domain/mod.ts";
import type { Line, Monitored } from "../domain/mod.ts";
import { MINUTES_PER_DAY, weekdayOf } from "./calendar_days.ts";

/** The days that a volume array covers. */
export interface VolumeWindow {
  /** First day, ISO date. */
  readonly start: string;
  /** Days of the window [d]. */
  readonly days: number;
  /** Days run on [d]. */
  readonly runOnDays: number;
}

/** The parts of a volume array. */
export interface Volumes {
  /** By `(week * lines + line) * 3 + tier` [visits, sessions or admissions]. */
  readonly weekly: Float64Array;
  /** Counted lines and courses by `(week * families + family) * grids + home grid` [the same]. */
  readonly byGrid: Float64Array;
  /** By `(day * monitored + figure) * 3 + tier` [visits, admissions, patients, operations]. */
  readonly daily: Float64Array;
}

const TIER_COUNT = TIERS.length;
const FAMILY_OF = LINES.map((line) => LINE_FAMILIES.indexOf(familyOf(line)));
const FIGURE_OF: { readonly [L in Line]?: Monitored } = {
  inpatient_urgent: "admissions",
  inpatient_elective: "admissions",
  surgery: "operations",
  emergency: "visits",
};
const MONITORED_AS = LINES.map((line) => {
  const figure = FIGURE_OF[line] ?? (familyOf(line) === "outpatient" ? "visits" : undefined);
  return figure === undefined ? -1 : MONITORED.indexOf(figure);
});
const INPATIENTS = MONITORED.indexOf("inpatients");

/** Days and weeks that a window touches, and numbers that do not depend on grids [-]. */
function sizesOf({ start, days, runOnDays }: VolumeWindow) {
  const all = days + runOnDays;
  const weeks = Math.ceil((all + weekdayOf(start, 0)) / 7);
  return {
    days: all,
    weeks,
    weekly: weeks * LINES.length * TIER_COUNT,
    daily: all * MONITORED.length * TIER_COUNT,
  };
}

/**
 * Views of the parts of a volume array.
 *
 * @param packed The array.
 * @param window The days that it covers.
 * @returns Views, no copies.
 * @throws {RangeError} When the array cannot be of that window.
 *
 * @example One week of one grid
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { volumesOf } from "./mod.ts";
 *
 * const window = { start: "2022-11-07", days: 7, runOnDays: 0 };
 * const { weekly, byGrid, daily } = volumesOf(new Float64Array(75 + 7 + 84), window);
 * assertEquals([weekly.length, byGrid.length, daily.length], [75, 7, 84]);
 * ```
 */
export function volumesOf(packed: Float64Array, window: VolumeWindow): Volumes {
  const { weekly, daily, weeks } = sizesOf(window);
  const grids = (packed.length - weekly - daily) / (weeks * LINE_FAMILIES.length);
  if (!(Number.isInteger(grids) && grids > 0)) {
    throw new RangeError(
      `Cannot read volumes as their array must be of this window and whole grids: current number of grids is ${grids}`,
    );
  }
  return {
    weekly: packed.subarray(0, weekly),
    byGrid: packed.subarray(weekly, packed.length - daily),
    daily: packed.subarray(packed.length - daily),
  };
}

/** Counts what is served. */
export class ServiceVolume {
  /** All parts in one array, see {@link volumesOf}. */
  readonly packed: Float64Array;
  readonly #days: number;
  readonly #grids: number;
  readonly #parts: Volumes;
  readonly #firstWeekday: number;

  /**
   * @param window The window.
   * @param grids Grids [-].
   */
  constructor(window: VolumeWindow, grids: number) {
    const { days, weeks, weekly, daily } = sizesOf(window);
    this.packed = new Float64Array(weekly + weeks * LINE_FAMILIES.length * grids + daily);
    this.#days = days;
    this.#grids = grids;
    this.#parts = volumesOf(this.packed, window);
    this.#firstWeekday = weekdayOf(window.start, 0);
  }

  /**
   * Counts what is served; nothing before the window.
   *
   * @param line Code of the line [-].
   * @param at Tier from 0 [-], time [min], and home grid [-] where it is known.
   * @param volume Visits, sessions, operations or admissions [-].
   */
  served(
    line: number,
    { tier, time, grid = -1 }: {
      readonly tier: number;
      readonly time: number;
      readonly grid?: number;
    },
    volume: number,
  ): void {
    const day = Math.floor(time / MINUTES_PER_DAY);
    const grids = this.#grids;
    if (day < 0 || day >= this.#days) return;
    const week = Math.floor((day + this.#firstWeekday) / 7);
    this.#parts.weekly[(week * LINES.length + line) * TIER_COUNT + tier] += volume;
    if (grid >= 0) {
      this.#parts.byGrid[(week * LINE_FAMILIES.length + FAMILY_OF[line]) * grids + grid] += volume;
    }
    const figure = MONITORED_AS[line];
    if (figure >= 0) {
      this.#parts.daily[(day * MONITORED.length + figure) * TIER_COUNT + tier] += volume;
    }
  }

  /**
   * Notes the ordinary patients in bed at the end of a day.
   *
   * @param day Day [d], from 0.
   * @param tier Tier from 0 [-].
   * @param patients Patients in bed [patients].
   */
  inpatients(day: number, tier: number, patients: number): void {
    if (day < 0 || day >= this.#days) return;
    this.#parts.daily[(day * MONITORED.length + INPATIENTS) * TIER_COUNT + tier] = patients;
  }
}
