/** The band that holds a share of whole paths. */

/** Bounds by date. */
export interface Envelope {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/** Values that a date must have to bound paths [values]. */
const FEWEST = 20;
/** Slack for products that should be whole. */
const FUZZ = 1e-9;

/** Number of sorted values below a value, or, with `orEqual`, below or equal to it. */
function countBelow(sorted: Float64Array, value: number, orEqual: boolean): number {
  let [from, to] = [0, sorted.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (sorted[middle] < value || (orEqual && sorted[middle] === value)) from = middle + 1;
    else to = middle;
  }
  return from;
}

/**
 * How far inside all others a path stays on its worst date: values on the far side of it as a share
 * of all; of equal values each takes the rank that lies deepest.
 */
function depthOf(path: Float64Array, sorted: readonly Float64Array[]): number {
  let least = 1;
  for (let date = 0; date < path.length; date++) {
    const n = sorted[date].length;
    if (n < FEWEST || Number.isNaN(path[date])) continue;
    const above = countBelow(sorted[date], path[date], true) - 1;
    const below = n - 1 - countBelow(sorted[date], path[date], false);
    least = Math.min(least, Math.min(above, below) / n);
  }
  return least;
}

/**
 * Rank envelope of paths: the narrowest pair of equal ranks, from below and from above, between which
 * at least a share of paths lie on all dates at once.
 *
 * Source: Besag, Green, Higdon and Mengersen (1995), "Bayesian computation and stochastic systems",
 * Statistical Science 10(1), 3–66. Ranks are taken as shares of the values of a date, so
 * that dates with fewer values can be in; with a value on every date it is their envelope.
 *
 * @param paths Paths; NaN where a path has no value.
 * @param sorted Values of each date, ascending, without NaN.
 * @param share Share of paths inside [-].
 */
export function envelopeOf(
  paths: readonly Float64Array[],
  sorted: readonly Float64Array[],
  share: number,
): Envelope {
  const low = new Float64Array(sorted.length).fill(NaN);
  const high = low.slice();
  if (paths.length < FEWEST) return { low, high };
  const depths = Float64Array.from(paths, (path) => depthOf(path, sorted)).sort();
  const inside = Math.ceil(share * paths.length - FUZZ);
  const depth = depths[paths.length - inside];
  sorted.forEach((values, date) => {
    const n = values.length;
    if (n < FEWEST) return;
    // With ties a depth can pass the middle; there both bounds are the tied value.
    const rank = Math.min(Math.floor(depth * n + FUZZ), (n - 1) >> 1);
    low[date] = values[rank];
    high[date] = values[n - 1 - rank];
  });
  return { low, high };
}
