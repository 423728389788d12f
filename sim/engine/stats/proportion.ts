/** Intervals of proportions, and the counts that a known proportion gives. */

import { betaQuantile, normalQuantile } from "../random/mod.ts";
import { binomialQuantile } from "./_binomial.ts";
import { checkLevel, checkName } from "./_check.ts";

/** How the interval of a proportion is made, and with which level. */
export interface ProportionOptions {
  /** Probability that the interval holds the proportion [-], 0 < level < 1; default 0.95. */
  readonly level?: number;
  /**
   * "wilson" (the default) holds its level on average over proportions; "exact", of Clopper and
   * Pearson, holds it for every proportion and is wider.
   */
  readonly method?: "wilson" | "exact";
}

/** Share of trials with its confidence interval. */
export interface ProportionInterval {
  /** Share seen [-]. */
  readonly share: number;
  /** Lower bound [-]. */
  readonly low: number;
  /** Upper bound [-]. */
  readonly high: number;
  /** Trials [trials]. */
  readonly n: number;
}

function checkTrials(n: number): void {
  if (!(Number.isInteger(n) && n > 0)) {
    throw new RangeError(
      `Cannot take a proportion as it takes a whole number of trials >= 1: current number is ${n}`,
    );
  }
}

/**
 * Confidence interval of a probability from independent trials.
 *
 * Source: Wilson (1927), "Probable inference, the law of succession, and statistical inference",
 * Journal of the American Statistical Association 22, 209–212; Clopper and Pearson (1934), "The use
 * of confidence or fiducial limits illustrated in the case of the binomial", Biometrika 26, 404–413.
 *
 * @param successes Trials that came out [trials], 0 to n.
 * @param n Trials [trials], at least 1.
 * @param options Level and method.
 * @returns Share and bounds.
 * @throws {RangeError} If the numbers are not whole, the successes more than the trials, or the level
 * outside its domain.
 * @throws {TypeError} If the method is unknown.
 *
 * @example None of ten
 * ```ts
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 * import { proportionInterval } from "./mod.ts";
 *
 * const { low, high } = proportionInterval(0, 10, { method: "exact" });
 * assertEquals(low, 0);
 * assertAlmostEquals(high, 1 - 0.025 ** 0.1, 1e-14);
 * ```
 */
export function proportionInterval(
  successes: number,
  n: number,
  { level = 0.95, method = "wilson" }: ProportionOptions = {},
): ProportionInterval {
  checkLevel(level);
  checkName("take a proportion", { option: "method", name: method, known: ["wilson", "exact"] });
  checkTrials(n);
  if (!(Number.isInteger(successes) && successes >= 0 && successes <= n)) {
    throw new RangeError(
      `Cannot take a proportion as successes must be whole and between 0 and the trials: current number is ${successes} of ${n}`,
    );
  }
  const share = successes / n;
  const tail = (1 - level) / 2;
  if (method === "exact") {
    const low = successes === 0 ? 0 : betaQuantile(tail, successes, n - successes + 1);
    const high = successes === n ? 1 : betaQuantile(1 - tail, successes + 1, n - successes);
    return { share, low, high, n };
  }
  const z = normalQuantile(1 - tail);
  const centre = (share + z * z / (2 * n)) / (1 + z * z / n);
  const half = z / (1 + z * z / n) * Math.sqrt(share * (1 - share) / n + z * z / (4 * n * n));
  return {
    share,
    low: successes === 0 ? 0 : centre - half,
    high: successes === n ? 1 : centre + half,
    n,
  };
}

/** Counts between which a binomial count lies, both included. */
export interface CountBand {
  /** Least count [trials]. */
  readonly low: number;
  /** Greatest count [trials]. */
  readonly high: number;
}

/**
 * Band of the number of successes when their probability is known, with at most half of
 * 1 - level beyond either bound; such as for how many of many intervals should hold the true value.
 *
 * @param p Probability of a success [-], 0 < p < 1.
 * @param n Trials [trials], at least 1.
 * @param level Probability that the count lies in the band, at least [-], 0 < level < 1.
 * @returns Bounds, both included.
 * @throws {RangeError} If the probability, the trials or the level lie outside their domain.
 *
 * @example How many of 2,000 intervals of 95 % hold the mean
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { binomialBand } from "./mod.ts";
 *
 * assertEquals(binomialBand(0.95, 2000, 0.999), { low: 1867, high: 1931 });
 * ```
 */
export function binomialBand(p: number, n: number, level = 0.999): CountBand {
  checkLevel(level);
  checkTrials(n);
  if (!(p > 0 && p < 1)) {
    throw new RangeError(
      `Cannot make a band as its probability must lie between 0 and 1: current probability is ${p}`,
    );
  }
  const tail = (1 - level) / 2;
  return { low: binomialQuantile(tail, n, p), high: binomialQuantile(1 - tail, n, p) };
}
