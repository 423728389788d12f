/**
 * Durations of which some had not ended when the watching did, or ended otherwise.
 *
 * The rows are parted by how they ended and each part sorted as plain numbers; a million rows then
 * take a fraction of a second, where an index sorted by a comparator takes several.
 */
import { checkRows, durationsByEnd } from "./_by_end.ts";

/** Durations and how each ended; one row per subject. */
export interface SurvivalRows {
  /** Time from the beginning to the end or the last look [unit of the durations], not negative. */
  readonly durations: Float64Array;
  /** How it ended [-]: 0 censored, 1 by the event, 2 by a competing event. */
  readonly events: Uint8Array;
}

/**
 * Estimates from durations with censoring.
 *
 * Censored at the time of an event counts as still at risk then. Where the longest duration is
 * censored, the curves go on flat after it.
 */
export interface Survival {
  /** Subjects [subjects]. */
  readonly n: number;
  /**
   * Share whose event has not come by t, Kaplan and Meier; a competing event counts as censoring.
   * @param t Time [unit of the durations]; the step at t itself is taken.
   * @returns Share [-]; NaN without subjects.
   */
  at(t: number): number;
  /**
   * Share whose event has come by t in the presence of the competing one, Aalen and Johansen.
   * @param t Time [unit of the durations]; the step at t itself is taken.
   * @returns Share [-]; NaN without subjects.
   */
  incidence(t: number): number;
  /**
   * Least time by which the share p has had the event, by the curve of `at`.
   * @param p Share [-], 0 < p < 1.
   * @returns Time [unit of the durations]; NaN when the share is never reached.
   */
  quantile(p: number): number;
  /**
   * Mean time to the event, or to tau where that is sooner: area below the curve of `at` to tau.
   * @param tau Bound [unit of the durations].
   * @returns Mean [unit of the durations]; NaN without subjects.
   */
  restrictedMean(tau: number): number;
}

/** Slack for products that should meet a round share. */
const SLACK = 1e-12;

/**
 * Kaplan–Meier and Aalen–Johansen estimates of durations.
 *
 * Source: Kaplan and Meier (1958), "Nonparametric estimation from incomplete observations", Journal
 * of the American Statistical Association 53, 457–481; Aalen and Johansen (1978), "An empirical
 * transition matrix for non-homogeneous Markov chains based on censored observations", Scandinavian
 * Journal of Statistics 5(3), 141–150.
 *
 * @param rows Durations and how each ended.
 * @returns The estimates.
 * @throws {RangeError} If the columns differ in length, a duration is negative or NaN, or a way of
 * ending is unknown.
 *
 * @example The second of three was not seen to end
 * ```ts
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 * import { survivalOf } from "./mod.ts";
 *
 * const survival = survivalOf({
 *   durations: Float64Array.of(1, 2, 4),
 *   events: Uint8Array.of(1, 0, 1),
 * });
 * assertAlmostEquals(survival.at(3), 2 / 3, 1e-15);
 * assertEquals(survival.quantile(0.5), 4);
 * ```
 */
export function survivalOf(rows: SurvivalRows): Survival {
  const n = rows.durations.length;
  const { times, alive, hit } = curvesOf(rows);
  const empty = n === 0 ? NaN : 0;
  return {
    n,
    at: (t) => alive[upTo(times, t)] + empty,
    incidence: (t) => hit[upTo(times, t)] + empty,
    quantile: (p) => {
      for (let i = 1; i < alive.length; i++) if (alive[i] <= 1 - p + SLACK) return times[i - 1];
      return NaN;
    },
    restrictedMean: (tau) => {
      let area = empty;
      let from = 0;
      for (let i = 0; i < times.length && times[i] < tau; i++) {
        area += alive[i] * (times[i] - from);
        from = times[i];
      }
      return area + alive[upTo(times, from)] * (tau - from);
    },
  };
}

/** Times of steps; before step i (and after the last) the shares at index i. */
interface Curves {
  readonly times: Float64Array;
  readonly alive: Float64Array;
  readonly hit: Float64Array;
}

function curvesOf(rows: SurvivalRows): Curves {
  checkRows(rows, 2);
  const [censored, ended, competing] = durationsByEnd(rows, 2);
  const steps = ended.length + competing.length;
  const times = new Float64Array(steps);
  const alive = new Float64Array(steps + 1).fill(1);
  const hit = new Float64Array(steps + 1);
  let [i, j, lost, step, unhurt] = [0, 0, 0, 0, 1];
  while (i < ended.length || j < competing.length) {
    const t = Math.min(ended[i] ?? Infinity, competing[j] ?? Infinity);
    while (lost < censored.length && censored[lost] < t) lost++;
    const atRisk = rows.durations.length - i - j - lost;
    const [fromI, fromJ] = [i, j];
    while (i < ended.length && ended[i] === t) i++;
    while (j < competing.length && competing[j] === t) j++;
    times[step] = t;
    alive[step + 1] = alive[step] * (1 - (i - fromI) / atRisk);
    hit[step + 1] = hit[step] + unhurt * (i - fromI) / atRisk;
    unhurt *= 1 - (i - fromI + j - fromJ) / atRisk;
    step++;
  }
  return {
    times: times.slice(0, step),
    alive: alive.slice(0, step + 1),
    hit: hit.slice(0, step + 1),
  };
}

/** How many of the ascending times are not above t. */
function upTo(times: Float64Array, t: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (times[middle] <= t) low = middle + 1;
    else high = middle;
  }
  return low;
}
