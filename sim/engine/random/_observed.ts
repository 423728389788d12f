/** The laws of given values: constant, discrete and empirical. */

import { demand, type Spec } from "./_domain.ts";
import { countBelow, countUpTo } from "./_guide.ts";
import type { ShapedLaw } from "./_shaped_law.ts";
import { discreteTable } from "./discrete.ts";

export function constant({ value }: Spec<"constant">): ShapedLaw {
  demand(Number.isFinite(value), "constant", "value is finite", `value is ${value}`);
  return {
    mean: value,
    variance: 0,
    quantile: () => value,
    cdf: (x) => x >= value ? 1 : 0,
    below: (x) => x > value ? 1 : 0,
    atoms: () => [value],
    stepwise: true,
  };
}

export function discrete({ values, weights }: Spec<"discrete">): ShapedLaw {
  demandFinite("discrete", "value", values);
  demand(
    weights.length === values.length,
    "discrete",
    "each value has a weight",
    `numbers are ${values.length} and ${weights.length}`,
  );
  demandWeights("discrete", weights);
  const order = Array.from(values.keys()).sort((i, j) => values[i] - values[j]);
  const points = Float64Array.from(order, (i) => values[i]);
  const table = discreteTable(order.map((i) => weights[i]));
  const share = (i: number): number => table.share(i) - table.share(i - 1);
  const mean = points.reduce((sum, x, i) => sum + share(i) * x, 0);
  return {
    mean,
    variance: points.reduce((sum, x, i) => sum + share(i) * (x - mean) ** 2, 0),
    quantile: (u) => points[table.index(u)],
    cdf: (x) => table.share(countUpTo(points, x) - 1),
    below: (x) => table.share(countBelow(points, x) - 1),
    atoms: () => points.filter((_, i) => share(i) > 0),
    stepwise: true,
  };
}

export function empirical({ observations, interpolated }: Spec<"empirical">): ShapedLaw {
  demandFinite("empirical", "observation", observations);
  const sorted = Float64Array.from(observations).sort();
  return interpolated ? lines(sorted) : steps(sorted);
}

function steps(sorted: Float64Array): ShapedLaw {
  const n = sorted.length;
  const mean = sorted.reduce((sum, x) => sum + x / n, 0);
  return {
    mean,
    variance: sorted.reduce((sum, x) => sum + (x - mean) ** 2 / n, 0),
    // The product may round to just above a whole number or just below it.
    quantile: (u) => {
      let i = Math.max(0, Math.ceil(u * n) - 1);
      if (i > 0 && i / n >= u) i--;
      else if (i < n - 1 && (i + 1) / n < u) i++;
      return sorted[i];
    },
    cdf: (x) => countUpTo(sorted, x) / n,
    below: (x) => countBelow(sorted, x) / n,
    atoms: () => sorted,
    stepwise: true,
  };
}

/**
 * Straight lines between (x₁, 0) and (xₙ, 1) through (xᵢ, (i − 1) / (n − 1)).
 *
 * Source: Law (2015), "Simulation modeling and analysis", 5th edition, section 6.2.4.
 */
function lines(sorted: Float64Array): ShapedLaw {
  const cells = sorted.length - 1;
  demand(
    cells > 0,
    "empirical",
    "lines run between at least 2 observations",
    `number is ${sorted.length}`,
  );
  let mean = 0;
  for (let i = 0; i < cells; i++) mean += (sorted[i] + sorted[i + 1]) / 2 / cells;
  let variance = 0;
  for (let i = 0; i < cells; i++) {
    const a = sorted[i] - mean;
    const b = sorted[i + 1] - mean;
    variance += (a * a + a * b + b * b) / 3 / cells;
  }
  const at = (count: number, x: number): number => {
    if (count <= 0) return 0;
    if (count > cells) return 1;
    const from = sorted[count - 1];
    return (count - 1 + (x - from) / (sorted[count] - from)) / cells;
  };
  return {
    mean,
    variance,
    quantile: (u) => {
      const cell = Math.min(cells - 1, Math.floor(u * cells));
      return sorted[cell] + (u * cells - cell) * (sorted[cell + 1] - sorted[cell]);
    },
    cdf: (x) => at(countUpTo(sorted, x), x),
    below: (x) => {
      const count = countBelow(sorted, x);
      return sorted[count] === x ? Math.max(0, count / cells) : at(count, x);
    },
    atoms: () => sorted.filter((x, i) => i > 0 && x === sorted[i - 1]),
  };
}

function demandFinite(law: string, what: string, values: readonly number[]): void {
  demand(values.length > 0, law, `there is at least one ${what}`, "number is 0");
  const wrong = values.findIndex((value) => !Number.isFinite(value));
  demand(wrong < 0, law, `each ${what} is finite`, `${what} ${wrong} is ${values[wrong]}`);
}

/** Refuses weights that are negative or not finite, or have no positive sum. */
export function demandWeights(law: string, weights: readonly number[]): void {
  const wrong = weights.findIndex((weight) => !(weight >= 0 && weight < Infinity));
  demand(
    wrong < 0,
    law,
    "each weight is finite and >= 0",
    `weight ${wrong} is ${weights[wrong]}`,
  );
  const sum = weights.reduce((sum, weight) => sum + weight, 0);
  demand(sum > 0 && sum < Infinity, law, "the weights have a positive sum", `sum is ${sum}`);
}
