/** The beta law and Student's t, by the incomplete beta function. */

import { incompleteBeta, logitOfBeta } from "./_incomplete_beta.ts";

/**
 * P(X ≤ x) of the beta law on (0, 1): the incomplete beta function.
 * @param x Value [-].
 * @param a First shape [-], positive.
 * @param b Second shape [-], positive.
 * @returns Probability [-].
 *
 * @example With shapes of 1 it is the uniform law
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { betaCdf } from "./mod.ts";
 *
 * assertAlmostEquals(betaCdf(0.3, 1, 1), 0.3, 1e-15);
 * ```
 */
export function betaCdf(x: number, a: number, b: number): number {
  return incompleteBeta(x, 1 - x, a, b);
}

/**
 * Quantile of the beta law on (0, 1).
 * @param u Probability [-], 0 < u < 1.
 * @param a First shape [-], positive.
 * @param b Second shape [-], positive.
 * @returns Value [-].
 *
 * @example The exact upper bound of a share after 0 events in 20
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { betaQuantile } from "./mod.ts";
 *
 * assertAlmostEquals(betaQuantile(0.975, 1, 20), 1 - 0.025 ** (1 / 20), 1e-14);
 * ```
 */
export function betaQuantile(u: number, a: number, b: number): number {
  return u <= 0.5
    ? 1 / (1 + Math.exp(-logitOfBeta(u, a, b)))
    : 1 / (1 + Math.exp(logitOfBeta(1 - u, b, a)));
}

/**
 * P(T ≤ t) of Student's t law.
 * @param t Value [-].
 * @param df Degrees of freedom [-], positive.
 * @returns Probability [-].
 *
 * @example One degree of freedom is Cauchy's law
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { studentCdf } from "./mod.ts";
 *
 * assertAlmostEquals(studentCdf(1, 1), 0.75, 1e-15);
 * ```
 */
export function studentCdf(t: number, df: number): number {
  const square = t * t;
  const total = df + square;
  if (square === Infinity) return t > 0 ? 1 : 0;
  const tail = incompleteBeta(df / total, square / total, df / 2, 0.5) / 2;
  return t > 0 ? 1 - tail : tail;
}

/**
 * Quantile of Student's t law, to a relative 1e-13.
 *
 * The square over the degrees of freedom has the odds of a beta law, which is inverted from its
 * smaller tail.
 *
 * @param p Probability [-], 0 < p < 1.
 * @param df Degrees of freedom [-], positive.
 * @returns Value [-].
 *
 * @example The bound of a 95 % interval from ten values
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { studentQuantile } from "./mod.ts";
 *
 * assertAlmostEquals(studentQuantile(0.975, 9), 2.262157162798205, 1e-12);
 * ```
 */
export function studentQuantile(p: number, df: number): number {
  const outside = 2 * Math.min(p, 1 - p);
  if (outside === 1) return 0;
  const logOdds = outside < 0.5
    ? -logitOfBeta(outside, df / 2, 0.5)
    : logitOfBeta(2 * Math.abs(p - 0.5), 0.5, df / 2);
  const size = Math.sqrt(df) * Math.exp(logOdds / 2);
  return p < 0.5 ? -size : size;
}
