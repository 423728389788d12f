/** The binomial law by way of the incomplete beta function. */

import { betaCdf } from "../random/mod.ts";

/** P(X ≤ k) of the binomial law of n trials with probability p; k is a whole number. */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : betaCdf(1 - p, n - k, k + 1);
}

/** Least k with P(X ≤ k) ≥ u of the binomial law of n trials with probability p. */
export function binomialQuantile(u: number, n: number, p: number): number {
  let [low, high] = [-1, n];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (binomialCdf(middle, n, p) >= u) high = middle;
    else low = middle;
  }
  return high;
}
