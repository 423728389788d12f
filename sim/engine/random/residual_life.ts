/** What is left of a stay that is found running: the start of a model in equilibrium. */

import type { Distribution } from "./distribution.ts";
import { cutsOf, gauss } from "./_quadrature.ts";

/**
 * Equilibrium residual of a law on the non-negative numbers: its density is (1 − F(x)) / mean.
 *
 * The distribution function is integrated once over cells cut at the quantiles; the quantile finds
 * its cell and solves within it. It takes some tens of evaluations of the law, so tabulate it where
 * many are drawn.
 *
 * Source: Cox (1962), "Renewal theory", Methuen, section 5.1.
 *
 * @param law Law of the whole stay; non-negative, with a positive mean.
 * @returns Law of what is left at a random instant. The mean is (variance + mean²) / (2 mean).
 * @throws {RangeError} If the law reaches below 0 or has no positive mean.
 *
 * @example A constant stay has a uniform residual
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { distributionOf, residualLifeOf } from "./mod.ts";
 *
 * const residual = residualLifeOf(distributionOf({ law: "constant", value: 8 }));
 * assertAlmostEquals(residual.mean, 4, 1e-12);
 * assertAlmostEquals(residual.quantile(0.25), 2, 1e-9);
 * ```
 */
export function residualLifeOf(law: Distribution): Distribution {
  const { mean } = law;
  const lowest = law.quantile(2 ** -48);
  if (!(mean > 0 && mean < Infinity && lowest >= 0)) {
    throw new RangeError(
      `Cannot take the residual life of a law as it must be non-negative with a positive mean: current mean is ${mean}, lowest value is ${lowest}`,
    );
  }
  const survival = (x: number): number => 1 - law.cdf(x);
  const cuts = Float64Array.from(cutsOf(law, 0));
  const areas = new Float64Array(cuts.length);
  let third = 0;
  for (let i = 1; i < cuts.length; i++) {
    areas[i] = areas[i - 1] + gauss(survival, cuts[i - 1], cuts[i]);
    third += gauss((x) => x * x * survival(x), cuts[i - 1], cuts[i]);
  }
  const total = areas[areas.length - 1];
  const heavy = law.variance === Infinity;
  const residualMean = (law.variance + mean ** 2) / (2 * mean);
  return {
    mean: residualMean,
    variance: heavy ? Infinity : third / mean - residualMean ** 2,
    quantile: (u) => {
      const area = u * total;
      const cell = cellOf(areas, area);
      return solve(survival, cuts[cell], cuts[cell + 1], area - areas[cell]);
    },
    cdf: (x) => {
      if (!(x > 0)) return 0;
      if (x >= cuts[cuts.length - 1]) return 1;
      const cell = cellOf(cuts, x);
      return Math.min(1, (areas[cell] + gauss(survival, cuts[cell], x)) / total);
    },
  };
}

/** Index of the last of the ascending values that is not above x, and never the very last. */
function cellOf(values: Float64Array, x: number): number {
  let low = 0;
  let high = values.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (values[middle] <= x) low = middle;
    else high = middle;
  }
  return low;
}

/** x in [low, high] at which the integral of f from low is the area: Newton within a bracket. */
function solve(f: (x: number) => number, low: number, high: number, area: number): number {
  const from = low;
  let x = low + (high - low) * Math.min(1, area / gauss(f, low, high));
  for (let i = 0; i < 60; i++) {
    const over = gauss(f, from, x) - area;
    if (over > 0) high = x;
    else low = x;
    const slope = f(x);
    const next = slope > 0 ? x - over / slope : NaN;
    const better = next >= low && next <= high ? next : low + (high - low) / 2;
    if (Math.abs(better - x) <= 4e-16 * Math.abs(x)) return better;
    x = better;
  }
  return x;
}
