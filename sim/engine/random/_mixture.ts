/** The mixture of laws: one uniform draws from all of them together. */

import { demand } from "./_domain.ts";
import { demandWeights } from "./_observed.ts";
import { below, type ShapedLaw } from "./_shaped_law.ts";

interface Part {
  readonly weight: number;
  readonly law: ShapedLaw;
}

export function mixture(given: readonly Part[]): ShapedLaw {
  demand(given.length > 0, "mixture", "there is at least one part", "number is 0");
  demandWeights("mixture", given.map(({ weight }) => weight));
  const total = given.reduce((sum, { weight }) => sum + weight, 0);
  const parts = given.filter(({ weight }) => weight > 0)
    .map(({ weight, law }) => ({ weight: weight / total, law }));
  const sumOf = (f: (law: ShapedLaw) => number): number =>
    parts.reduce((sum, { weight, law }) => sum + weight * f(law), 0);
  const mean = sumOf((law) => law.mean);
  const variance = mean < Infinity
    ? sumOf((law) => law.variance + (law.mean - mean) ** 2)
    : Infinity;
  // Sums of shares that should be 1 may round to just below it.
  const cdf = (x: number): number => {
    let sum = 0;
    let open = false;
    for (const { weight, law } of parts) {
      const p = law.cdf(x);
      sum += weight * p;
      open ||= p < 1;
    }
    return open ? Math.min(1, sum) : 1;
  };
  const belowAll = (x: number): number => Math.min(1, sumOf((law) => below(law, x)));
  return {
    mean,
    variance,
    quantile: (u) => {
      let low = Infinity;
      let high = -Infinity;
      for (const { law } of parts) {
        const x = law.quantile(u);
        if (x < low) low = x;
        if (x > high) high = x;
      }
      return smallest({ cdf, below: belowAll, u, low, high });
    },
    cdf,
    below: belowAll,
    atoms: () =>
      Float64Array.from(new Set(parts.flatMap(({ law }) => Array.from(law.atoms?.() ?? []))))
        .sort(),
    stepwise: parts.every(({ law }) => law.stepwise === true),
    ...(parts.every(({ law }) => law.survival !== undefined)
      ? { survival: (x: number) => sumOf((law) => law.survival!(x)) }
      : {}),
  };
}

interface Search {
  readonly cdf: (x: number) => number;
  readonly below: (x: number) => number;
  readonly u: number;
  /** No x below it reaches u. */
  readonly low: number;
  /** It reaches u, but for rounding. */
  readonly high: number;
}

/**
 * Smallest x in [low, high] with F(x) ≥ u, to the last bit, so that the quantile never falls.
 *
 * In turns the bracket is halved, cut at the chord, and cut a 2⁻²⁰th of it past the last cut, which
 * brings the far end in as well. Where F is smooth this takes about 12 steps; at a jump, 100.
 */
function smallest({ cdf, below, u, low, high }: Search): number {
  let atLow = cdf(low);
  if (atLow >= u) return low;
  if (low < 0 && high > 0) {
    const atZero = cdf(0);
    if (atZero < u) [low, atLow] = [0, atZero];
    else if (below(0) < u) return 0;
    else high = 0;
  }
  let atHigh = Math.max(u, cdf(high));
  let cutLow = true;
  for (let turn = 0;; turn++) {
    const middle = low + (high - low) / 2;
    if (!(middle > low && middle < high)) return high;
    let x = middle;
    if (turn % 3 === 1) x = low + (high - low) * ((u - atLow) / (atHigh - atLow));
    else if (turn % 3 === 2) {
      x = cutLow ? low + (high - low) * 2 ** -20 : high - (high - low) * 2 ** -20;
    }
    if (!(x > low && x < high)) x = middle;
    const p = cdf(x);
    cutLow = p < u;
    if (cutLow) [low, atLow] = [x, p];
    else [high, atHigh] = [x, p];
  }
}
