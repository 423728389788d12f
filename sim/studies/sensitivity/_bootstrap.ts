/** How far a crossing of zero could lie elsewhere: replications drawn again with replacement. */
import { keyOf, normalCdf, Streams, tQuantile } from "../../engine/mod.ts";
import { crossingOf, type Direction, isotonic } from "./_monotone.ts";

/** Differences of two scenarios at some values of a number. */
export interface Differences {
  /** Values of the number, ascending. */
  readonly at: readonly number[];
  /** Differences by value, each by replication. */
  readonly rows: readonly (readonly number[])[];
}

/** What the replications drawn again say. */
export interface Resampled {
  /** Lower end of the 95 % interval of the crossing; -Infinity when it lies before the first value. */
  readonly low: number;
  /** Upper end; Infinity when it lies after the last value. */
  readonly high: number;
  /** Share of the samples that cross zero between the values [-]. */
  readonly crossed: number;
}

/** Means over replications, one for each value. */
export function meansOf(rows: Differences["rows"], drawn?: ArrayLike<number>): number[] {
  const n = drawn?.length ?? rows[0].length;
  return rows.map((row) => {
    let sum = 0;
    for (let r = 0; r < n; r++) sum += row[drawn === undefined ? r : drawn[r]];
    return sum / n;
  });
}

/**
 * Draws replications with replacement, whole: all values of a replication stay together, as they
 * have the same people.
 *
 * The interval is the expanded percentile interval: with few replications percentiles are too narrow
 * by the factor √((n − 1)/n) and for want of Student's t, so that farther percentiles are taken.
 *
 * Source: Efron and Tibshirani (1993), "An Introduction to the Bootstrap", Chapman and Hall, chapter
 * 13 (percentile intervals); Hesterberg (2015), "What teachers should know about the bootstrap:
 * resampling in the undergraduate statistics curriculum", The American Statistician 69(4), 371–386,
 * section 5.3 (expanded percentile interval).
 */
export function resample(
  { at, rows }: Differences,
  { direction, seed, resamples }: {
    readonly direction: Direction;
    readonly seed: string;
    readonly resamples: number;
  },
): Resampled {
  const n = rows[0].length;
  const stream = new Streams(keyOf(`resampling of ${seed}`, 0)).open("replications");
  const drawn = new Int32Array(n);
  const crossings: number[] = [];
  for (let b = 0; b < resamples; b++) {
    for (let r = 0; r < n; r++) drawn[r] = Math.floor(stream.uniform() * n);
    const fitted = isotonic(meansOf(rows, drawn), direction);
    const crossing = crossingOf(at, fitted, direction);
    if (!Number.isNaN(crossing)) crossings.push(crossing);
  }
  crossings.sort((a, b) => a - b);
  const tail = normalCdf(Math.sqrt(n / (n - 1)) * tQuantile(0.025, n - 1));
  const place = (p: number) =>
    Math.min(crossings.length, Math.max(1, Math.ceil(p * crossings.length)));
  return {
    low: crossings[place(tail) - 1] ?? NaN,
    high: crossings[place(1 - tail) - 1] ?? NaN,
    crossed: crossings.filter(Number.isFinite).length / resamples,
  };
}
