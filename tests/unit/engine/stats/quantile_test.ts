import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { KeyedDraws, keyOf } from "../../../../sim/engine/random/mod.ts";
import {
  binomialBand,
  quantileInterval,
  quantileOf,
  type QuantileType,
  sortedQuantile,
} from "../../../../sim/engine/stats/mod.ts";

const VALUES = [9.1, 2.2, 7.7, 3.5, 15.0, 4.4, 8.8, 1.3, 6.1, 5.0];

// numpy.quantile of NumPy 2 with the methods that are types 1 to 9.
const NUMPY: readonly (readonly [number, readonly number[]])[] = [
  [0, [1.3, 1.3, 1.3, 1.3, 1.3, 1.3, 1.3, 1.3, 1.3]],
  [0.1, [1.3, 1.75, 1.3, 1.3, 1.75, 1.39, 2.11, 1.63, 1.66]],
  [0.25, [3.5, 3.5, 2.2, 2.85, 3.5, 3.175, 3.725, 3.3916666666666666, 3.41875]],
  [0.33, [4.4, 4.4, 3.5, 3.77, 4.22, 4.067, 4.373, 4.169, 4.18175]],
  [0.5, [5.0, 5.55, 5.0, 5.0, 5.55, 5.55, 5.55, 5.55, 5.55]],
  [0.9, [9.1, 12.05, 9.1, 9.1, 12.05, 14.41, 9.69, 12.836666666666664, 12.64]],
  [0.97, [15, 15, 15, 13.23, 15, 15, 13.407, 15, 15]],
  [1, [15, 15, 15, 15, 15, 15, 15, 15, 15]],
];

Deno.test("quantileOf() gives NumPy's quantiles of all nine types and leaves the values as they are", () => {
  const values = [...VALUES];
  for (const [p, expected] of NUMPY) {
    expected.forEach((value, i) =>
      assertAlmostEquals(quantileOf(values, p, i + 1 as QuantileType), value, 1e-13)
    );
  }
  assertEquals(values, VALUES);
});

Deno.test("quantileOf() has no quantile of nothing and one of a single value", () => {
  assertEquals(quantileOf([], 0.5), NaN);
  for (const type of [1, 2, 3, 4, 5, 6, 7, 8, 9] as const) {
    assertEquals(quantileOf([4], 0.3, type), 4);
  }
});

// Ranks and coverage from SciPy 1.17, binom.ppf and binom.cdf.
Deno.test("quantileInterval() takes the ranks of the binomial law", () => {
  const upTo = (n: number) => Array.from({ length: n }, (_, i) => n - i);
  const a = quantileInterval(upTo(50), 0.9);
  assertEquals([a.low, a.high], [41, 50]);
  assertAlmostEquals(a.coverage, 0.9703082890880885, 1e-13);
  assertAlmostEquals(a.quantile, 45.1, 1e-13);
  const b = quantileInterval(upTo(20), 0.95, 0.9);
  assertEquals([b.low, b.high], [17, Infinity]);
  assertAlmostEquals(b.coverage, 0.9840984739802364, 1e-13);
  assertEquals(quantileInterval([3], 0.5), {
    quantile: 3,
    low: -Infinity,
    high: Infinity,
    coverage: 1,
  });
  assertEquals(quantileInterval([], 0.5).quantile, NaN);
});

// Planted fault that this catches: the lower bound one rank too high.
Deno.test("quantileInterval() holds the quantile as often as it says", () => {
  const draws = new KeyedDraws(keyOf("quantileInterval() holds the quantile", 0));
  const sample = new Float64Array(60);
  let [held, coverage] = [0, 0];
  for (let run = 0; run < 20_000; run++) {
    for (let i = 0; i < sample.length; i++) {
      draws.block(i, 0, 0, run);
      sample[i] = draws.u0;
    }
    const interval = quantileInterval(sample, 0.8);
    if (interval.low <= 0.8 && 0.8 <= interval.high) held++;
    coverage = interval.coverage;
  }
  const { low, high } = binomialBand(coverage, 20_000, 0.9999);
  assertEquals(held >= low && held <= high, true, `${held} not in ${low} to ${high}`);
});

Deno.test("sortedQuantile() and quantileInterval() refuse probabilities and levels outside", () => {
  assertThrows(
    () => sortedQuantile([1], 1.5),
    RangeError,
    "Cannot take a quantile as its probability must lie in [0, 1]: current probability is 1.5",
  );
  assertThrows(
    () => quantileInterval([1], 0.5, 1),
    RangeError,
    "Cannot make an interval as its level must lie between 0 and 1: current level is 1",
  );
});
