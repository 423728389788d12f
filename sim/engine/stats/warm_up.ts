/** Where the beginning of a run should be cut off. */

import { Tally } from "./tally.ts";

/** How the cut is looked for. */
export interface WarmUpOptions {
  /**
   * Values averaged before the cut is looked for [values], a whole number; default 5, which makes it
   * MSER-5.
   */
  readonly batch?: number;
  /**
   * Batches that the cut must leave [batches], a whole number; default 5, as a few last ones may agree
   * by chance.
   */
  readonly least?: number;
}

/** Where to cut, and why. */
export interface WarmUp {
  /** Values to drop at the beginning [values]. */
  readonly cut: number;
  /**
   * Whether the cut lies in the first half of the run. If not, the run is too short to tell and the
   * cut is not to be used.
   */
  readonly reliable: boolean;
  /** Mean of the batches after the cut [unit of the values]. */
  readonly mean: number;
  /** The statistic, by batches dropped [unit squared]; its least place is the cut. */
  readonly statistic: Float64Array;
}

/**
 * Truncation point that makes the squared standard error of what is left least, MSER.
 *
 * The standard error is that of independent values; so the cut weighs what a start that is not
 * typical adds against what dropping values costs. Values past the last full batch are not looked at.
 *
 * Source: White (1997), "An effective truncation heuristic for bias reduction in simulation output",
 * Simulation 69(6), 323–334; Franklin and White (2008), "Stationarity tests and MSER-5: exploring the
 * intuition behind mean-squared-error-reduction in detecting and correcting initialization bias",
 * Proceedings of the 2008 Winter Simulation Conference, 541–546.
 *
 * @param values Series of one run, or means over replications [their unit].
 * @param options Size of batches, and how many to leave.
 * @returns Cut, mean after it, and the statistic.
 * @throws {RangeError} If there are fewer values than two batches more than must be left, a number is
 * not whole, or a value is not finite.
 *
 * @example Ten high values before ninety that hold
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { warmUpOf } from "./mod.ts";
 *
 * const series = Array.from({ length: 100 }, (_, i) => i < 10 ? 50 : i % 2);
 * assertEquals(warmUpOf(series, { batch: 2 }).cut, 10);
 * ```
 */
export function warmUpOf(
  values: ArrayLike<number>,
  { batch = 5, least = 5 }: WarmUpOptions = {},
): WarmUp {
  const batches = Math.floor(values.length / batch);
  if (!(batch >= 1 && least >= 2 && batches >= least + 2)) {
    throw new RangeError(
      `Cannot look for a warm-up as it takes batches >= 1 long and two more than must be left, at least 2: current numbers are ${values.length} values in batches of ${batch}, ${least} to be left`,
    );
  }
  if (!(Number.isInteger(batch) && Number.isInteger(least))) {
    throw new RangeError(
      `Cannot look for a warm-up as batches and what must be left are whole numbers: current numbers are batches of ${batch}, ${least} to be left`,
    );
  }
  for (let i = 0; i < values.length; i++) {
    if (Number.isFinite(values[i])) continue;
    throw new RangeError(
      `Cannot look for a warm-up as each value must be finite: current value ${i} is ${values[i]}`,
    );
  }
  const statistic = new Float64Array(batches - least + 1);
  const rest = new Tally();
  let [best, mean] = [0, NaN];
  for (let dropped = batches - 1; dropped >= 0; dropped--) {
    let sum = 0;
    for (let i = dropped * batch; i < (dropped + 1) * batch; i++) sum += values[i];
    rest.add(sum / batch);
    if (dropped >= statistic.length) continue;
    statistic[dropped] = rest.variance * (rest.count - 1) / (rest.count * rest.count);
    // Of equal places the first is taken: it drops least.
    if (dropped < statistic.length - 1 && statistic[dropped] > statistic[best]) continue;
    [best, mean] = [dropped, rest.mean];
  }
  return { cut: best * batch, reliable: best <= batches / 2, mean, statistic };
}

/**
 * Means over replications at each place of their series, smoothed by a moving average, to see where
 * a warm-up ends.
 *
 * Near the beginning the average is over as many places before as after. Places that not all series
 * have are left out, and so are the last `window` places.
 *
 * Source: Welch (1983), "The statistical analysis of simulation results", in: Lavenberg (ed.),
 * "Computer Performance Modeling Handbook", Academic Press, 268–328.
 *
 * @param series One series of values for each replication [their unit], at least one.
 * @param window Places on either side [places], a whole number from 0; 0 does not smooth.
 * @returns Smoothed means by place [unit of the values].
 * @throws {RangeError} If there is no series or the window is no whole number from 0.
 *
 * @example Two replications, no smoothing
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { welchMeans } from "./mod.ts";
 *
 * assertEquals([...welchMeans([[1, 2, 6], [3, 6, 8]], 0)], [2, 4, 7]);
 * ```
 */
export function welchMeans(series: readonly ArrayLike<number>[], window = 0): Float64Array {
  if (!(series.length > 0 && Number.isInteger(window) && window >= 0)) {
    throw new RangeError(
      `Cannot average replications as it takes a series and a whole window from 0: current numbers are ${series.length} series and a window of ${window}`,
    );
  }
  const length = Math.min(...series.map((one) => one.length));
  const means = new Float64Array(length);
  for (const one of series) {
    for (let i = 0; i < length; i++) means[i] += one[i] / series.length;
  }
  if (window === 0) return means;
  const smooth = new Float64Array(Math.max(0, length - window));
  for (let i = 0; i < smooth.length; i++) {
    const reach = Math.min(i, window);
    let sum = 0;
    for (let j = i - reach; j <= i + reach; j++) sum += means[j];
    smooth[i] = sum / (2 * reach + 1);
  }
  return smooth;
}
