/** Integrals of the survival function of a law, over cells cut at its quantiles. */

import type { ShapedLaw } from "./_shaped_law.ts";

/** Nodes and weights of Gauss and Legendre's rule of 8 points on (-1, 1), positive half. */
const NODES = [0.1834346424956498, 0.525532409916329, 0.7966664774136267, 0.9602898564975363];
const WEIGHTS = [0.362683783378362, 0.3137066458778873, 0.2223810344533745, 0.1012285362903763];

/** Integral of f from low to high, exact for polynomials of degree 15. */
export function gauss(f: (x: number) => number, low: number, high: number): number {
  const half = (high - low) / 2;
  const middle = low + half;
  let sum = 0;
  for (let i = 0; i < 4; i++) {
    const d = half * NODES[i];
    sum += WEIGHTS[i] * (f(middle - d) + f(middle + d));
  }
  return half * sum;
}

/**
 * Ascending cuts of [from, end of the law]: quantiles of equal steps, and of halving steps in both
 * tails to 2⁻⁴⁸, and every atom; neighbours that coincide are one cut.
 */
export function cutsOf(law: ShapedLaw, from: number, steps = 128): number[] {
  const probabilities: number[] = [];
  const tail = Math.log2(steps);
  for (let k = 48; k > tail; k--) probabilities.push(2 ** -k);
  for (let i = 1; i < steps; i++) probabilities.push(i / steps);
  for (let k = tail + 1; k <= 48; k++) probabilities.push(1 - 2 ** -k);
  const cuts = [from];
  const at = probabilities.map((u) => law.quantile(u));
  for (const x of law.atoms ? at.concat(Array.from(law.atoms())).sort((a, b) => a - b) : at) {
    if (x > cuts[cuts.length - 1] && x < Infinity) cuts.push(x);
  }
  return cuts;
}

/** Integral of f over all cells of the cuts. */
export function overCells(f: (x: number) => number, cuts: readonly number[]): number {
  let sum = 0;
  for (let i = 1; i < cuts.length; i++) sum += gauss(f, cuts[i - 1], cuts[i]);
  return sum;
}
