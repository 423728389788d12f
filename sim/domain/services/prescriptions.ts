/**
 * Prescriptions of chronic patients: how the visits that they need change when the drugs last longer.
 *
 * A patient comes when the drugs are used up and gets, by the plan of that day, those of an ordinary
 * or of a long interval. So nothing changes before the ordinary interval is over: who gets twelve
 * weeks today would not have come for four anyway. Then the visits of those with long prescriptions
 * are missing for eight weeks, come back together, and are missing again, as the patients of each day
 * come on one day. Both intervals are whole weeks, so weekdays stay apart.
 */

/** Ordinary interval between visits for drugs [d]; an assumption, no notice states it. */
export const ORDINARY_INTERVAL_DAYS = 28;
/** Longest interval for stable chronic patients [d]: 12 weeks (N35-3.3c). */
export const LONG_INTERVAL_DAYS = 84;

/** Patients who get long prescriptions at the same targets. */
interface Stratum {
  /** Least target at which they get them [-]. */
  readonly from: number;
  /** Share of all patients by the day on which they come next, modulo the long interval [-] -- state. */
  readonly due: Float64Array;
}

/**
 * The chronic patients of a place, by the day on which each comes next.
 *
 * Patients are ranked once and for all: at a target of a half it is always the same half who get long
 * prescriptions. Targets change among few values, so patients between two of them are alike, and the
 * recursion is exact. Before the first day its target has held for long.
 *
 * @example Half of them get twelve weeks from the second day on
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { PrescriptionRounds } from "./mod.ts";
 *
 * const rounds = new PrescriptionRounds([0, 0.5], 0);
 * const visits = [0, ...new Array(120).fill(0.5)].map((target) => rounds.next(target));
 * assertAlmostEquals(visits[28], 1);
 * assertAlmostEquals(visits[29], 0.5);
 * assertAlmostEquals(visits[85], 1);
 * ```
 */
export class PrescriptionRounds {
  readonly #strata: readonly Stratum[];
  #day = 0;

  /**
   * @param targets All shares of patients with long prescriptions that plans aim at [-], 0 to 1.
   * @param first The one that has held for long [-].
   */
  constructor(targets: readonly number[], first: number) {
    const bounds = [...new Set([...targets, 1])].filter((x) => x > 0).sort((a, b) => a - b);
    this.#strata = bounds.map((from, i) => {
      const interval = from <= first ? LONG_INTERVAL_DAYS : ORDINARY_INTERVAL_DAYS;
      const due = new Float64Array(LONG_INTERVAL_DAYS);
      due.fill((from - (bounds[i - 1] ?? 0)) / interval, 0, interval);
      return { from, due };
    });
  }

  /**
   * Visits of the next day, the first one first.
   *
   * @param target Share of patients who are to get long prescriptions on that day [-]; one of the targets.
   * @returns Visits relative to a day on which everybody has ordinary prescriptions [-].
   */
  next(target: number): number {
    const today = this.#day++ % LONG_INTERVAL_DAYS;
    const ordinary = (today + ORDINARY_INTERVAL_DAYS) % LONG_INTERVAL_DAYS;
    let visits = 0;
    for (const { from, due } of this.#strata) {
      const come = due[today];
      visits += come;
      due[today] = 0;
      // A long interval is once around.
      due[from <= target ? today : ordinary] += come;
    }
    return visits * ORDINARY_INTERVAL_DAYS;
  }
}
