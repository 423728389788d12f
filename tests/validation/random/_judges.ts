/** Statistics of samples against a law, each with the probability of one as large. */

import { chiSquareCdf } from "../../../sim/engine/random/mod.ts";
import { bandFinding, type Finding } from "../_case.ts";

/** A p-value is refused outside of (LEAST, 1 - LEAST): 2 in 100,000 wrongly. */
const LEAST = 1e-5;

/** p-value of counts in cells against expected counts, as a finding. */
export function chiSquare(
  quantity: string,
  counts: ArrayLike<number>,
  expected: (cell: number) => number,
): Finding {
  let sum = 0;
  for (let i = 0; i < counts.length; i++) sum += (counts[i] - expected(i)) ** 2 / expected(i);
  const p = 1 - chiSquareCdf(sum, counts.length - 1);
  return bandFinding(`${quantity}: p of chi-square [-]`, 0.5, {
    ours: p,
    low: LEAST,
    high: 1 - LEAST,
  });
}

/**
 * Largest distance from the uniform law, times √n; 2.47 is passed once in 100,000.
 *
 * Source: Kolmogorov (1933), "Sulla determinazione empirica di una legge di distribuzione", Giornale
 * dell'Istituto Italiano degli Attuari 4, 83–91: P(D √n > x) is near 2 exp(−2 x²).
 */
export function kolmogorov(quantity: string, uniforms: Float64Array): Finding {
  const n = uniforms.length;
  const sorted = uniforms.toSorted();
  let most = 0;
  for (let i = 0; i < n; i++) {
    most = Math.max(most, sorted[i] - i / n, (i + 1) / n - sorted[i]);
  }
  return bandFinding(`${quantity}: largest distance times √n [-]`, 0.83, {
    ours: most * Math.sqrt(n),
    low: 0.25,
    high: 2.47,
  });
}
