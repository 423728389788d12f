/**
 * Of several events that exclude one another: the share to whom each has come by some times.
 *
 * Until the first is censored a share is a count by the number of all, which takes no sorting; where few
 * are censored, and late, an estimate for a million takes a tenth of a second.
 */
import { checkRows, durationsByEnd } from "./_by_end.ts";
import type { SurvivalRows } from "./survival.ts";

/** What is estimated. */
export interface IncidenceOptions {
  /** Number of events [-]; they are numbered from 1. */
  readonly events: number;
  /** Times, ascending [unit of the durations]; the step at a time itself is taken. */
  readonly times: ArrayLike<number>;
}

/** First end of all that are left; Infinity when none is. */
function earliest(ended: readonly Float64Array[], next: Int32Array): number {
  let least = Infinity;
  for (let k = 0; k < ended.length; k++) {
    if (next[k] < ended[k].length && ended[k][next[k]] < least) least = ended[k][next[k]];
  }
  return least;
}

/** Time at which the first is censored; Infinity when nobody is. */
function firstCensored({ durations, events }: SurvivalRows): number {
  let first = Infinity;
  for (let row = 0; row < events.length; row++) {
    if (events[row] === 0 && durations[row] < first) first = durations[row];
  }
  return first;
}

/** By event: ends up to a bound that have come by each time; in the last place, those of any time. */
function countsUpTo(
  bound: number,
  { durations, events: ends }: SurvivalRows,
  { events, times }: IncidenceOptions,
): Float64Array[] {
  const counts = Array.from({ length: events }, () => new Float64Array(times.length + 1));
  for (let row = 0; row < ends.length; row++) {
    if (ends[row] === 0 || durations[row] > bound) continue;
    let place = 0;
    while (place < times.length && times[place] < durations[row]) place++;
    counts[ends[row] - 1][place]++;
  }
  for (const own of counts) for (let i = 1; i < own.length; i++) own[i] += own[i - 1];
  return counts;
}

function checkTimes(times: ArrayLike<number>): void {
  for (let i = 0; i < times.length; i++) {
    if (i === 0 ? !Number.isNaN(times[0]) : times[i] >= times[i - 1]) continue;
    throw new RangeError(
      `Cannot estimate incidence as times must ascend: current time ${i} is ${times[i]}` +
        (i === 0 ? "" : ` after ${times[i - 1]}`),
    );
  }
}

/**
 * Cumulative incidence of events that exclude one another, by Aalen and Johansen.
 *
 * Censored at the time of an event counts as still at risk then. The shares of all events and of those
 * to whom none has come sum to 1; with one event, or two, each is {@link Survival.incidence}.
 *
 * Source: Aalen and Johansen (1978), "An empirical transition matrix for non-homogeneous Markov chains
 * based on censored observations", Scandinavian Journal of Statistics 5(3), 141–150.
 *
 * @param rows Durations, and the event that ended each; 0 for one that is censored.
 * @param options Number of events, times.
 * @returns Shares [-] by event, one for each time; NaN without subjects.
 * @throws {RangeError} If the columns differ in length, a duration is negative or NaN, an event is
 * unknown, or times do not ascend.
 *
 * @example Two ends, and one not seen to end
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { incidencesOf } from "./mod.ts";
 *
 * const rows = { durations: Float64Array.of(1, 2, 3, 4), events: Uint8Array.of(1, 2, 0, 1) };
 * const [home, moved] = incidencesOf(rows, { events: 2, times: [0, 2, 4] });
 * assertEquals([...home], [0, 0.25, 0.75]);
 * assertEquals([...moved], [0, 0.25, 0.25]);
 * ```
 */
export function incidencesOf(
  rows: SurvivalRows,
  { events, times }: IncidenceOptions,
): Float64Array[] {
  checkTimes(times);
  checkRows(rows, events);
  const n = rows.durations.length;
  const first = firstCensored(rows);
  const counts = countsUpTo(first, rows, { events, times });
  const [censored, ...ended] = durationsByEnd(rows, events, first);
  const next = new Int32Array(events);
  const later = new Float64Array(events);
  let [atRisk, lost] = [n - counts.reduce((sum, own) => sum + own[times.length], 0), 0];
  let free = atRisk / n;
  const curves = ended.map(() => new Float64Array(times.length));
  for (let i = 0; i < times.length; i++) {
    for (let t = earliest(ended, next); t <= times[i]; t = earliest(ended, next)) {
      for (; lost < censored.length && censored[lost] < t; lost++) atRisk--;
      let came = 0;
      for (let k = 0; k < events; k++) {
        const from = next[k];
        while (ended[k][next[k]] === t) next[k]++;
        later[k] += free * (next[k] - from) / atRisk;
        came += next[k] - from;
      }
      free *= 1 - came / atRisk;
      atRisk -= came;
    }
    for (let k = 0; k < events; k++) curves[k][i] = counts[k][i] / n + later[k];
  }
  return curves;
}
