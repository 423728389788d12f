import { assert, assertEquals, assertThrows } from "@std/assert";
import { discreteTable, KeyedDraws, poissonQuantile } from "../../../../sim/engine/mod.ts";

// Reference values of scipy.stats.poisson.ppf.
Deno.test("poissonQuantile() agrees with SciPy for small and large means", () => {
  const table = [
    [0.3, 0.5, 0],
    [0.3, 0.99, 2],
    [3.7, 0.001, 0],
    [3.7, 0.5, 4],
    [3.7, 0.999999, 16],
    [50, 0.025, 37],
    [120, 0.5, 120],
    [120, 0.9999, 163],
    [121, 0.5, 121],
    [121, 0.9999, 164],
    [1000, 0.975, 1062],
    [100000.0, 1e-09, 98109],
    [1000000.0, 0.5, 1000000],
    [1000000.0, 0.999999, 1004757],
  ];
  for (const [mean, u, count] of table) {
    assertEquals([mean, u, poissonQuantile(mean, u)], [mean, u, count]);
  }
});

Deno.test("poissonQuantile() never falls as u or the mean grow, over the change of method", () => {
  for (const u of [1e-9, 0.01, 0.5, 0.99, 1 - 1e-9]) {
    let last = 0;
    for (let mean = 118; mean < 123; mean += 0.05) {
      const count = poissonQuantile(mean, u);
      assert(count >= last);
      last = count;
    }
  }
  for (const mean of [0.1, 10, 120, 130, 1e5]) {
    let last = 0;
    for (let u = 0.0005; u < 1; u += 0.001) {
      const count = poissonQuantile(mean, u);
      assert(count >= last);
      last = count;
    }
  }
});

Deno.test("poissonQuantile() gives 0 for a mean of 0 and ends at the largest uniform", () => {
  assertEquals(poissonQuantile(0, 0.999), 0);
  for (const mean of [1e-300, 1, 120, 1e4]) {
    assert(Number.isFinite(poissonQuantile(mean, 1 - 2 ** -53)));
  }
});

Deno.test("poissonQuantile() agrees with a sum from 0 everywhere, on both sides of the change", () => {
  for (const mean of [0.4, 30, 119, 121, 400]) {
    let probability = Math.exp(-mean);
    let sum = probability;
    let k = 0;
    const middle = Array.from({ length: 10_000 }, (_, i) => (i + 0.5) / 10_000);
    const tail = Array.from({ length: 10_000 }, (_, i) => 1 - (10_000.5 - i) * 1e-9);
    for (const u of [...middle.slice(0, -1), ...tail]) {
      while (sum < u) {
        probability *= mean / ++k;
        sum += probability;
      }
      assertEquals([mean, u, poissonQuantile(mean, u)], [mean, u, k]);
    }
  }
});

Deno.test("poissonQuantile() refuses means and probabilities outside their domain", () => {
  for (const [mean, u] of [[-1, 0.5], [NaN, 0.5], [1e7, 0.5], [1, 0], [1, 1], [1, NaN]]) {
    assertThrows(
      () => poissonQuantile(mean, u),
      RangeError,
      `Cannot draw a Poisson count as it takes 0 <= mean <= 1e6 and 0 < u < 1: current mean is ${mean}, u is ${u}`,
    );
  }
});

Deno.test("DiscreteTable.index() inverts the cumulative shares exactly", () => {
  const table = discreteTable([0, 2, 0, 0, 5, 1, 0]);
  const at = [1e-10, 0.25, 0.2500001, 0.875, 0.8750001, 1 - 2 ** -53];
  assertEquals(at.map((u) => table.index(u)), [1, 1, 4, 4, 5, 5]);
});

Deno.test("DiscreteTable.index() agrees with a search from the start on many weights", () => {
  const draws = new KeyedDraws({ a: 5, b: 6 });
  const weights = Float64Array.from({ length: 999 }, (_, i) => {
    draws.block(i, 0, 0, 0);
    return draws.u0 < 0.3 ? 0 : draws.u1 ** 4;
  });
  const table = discreteTable(weights);
  const total = weights.reduce((a, b) => a + b);
  for (let i = 0; i < 3000; i++) {
    draws.block(i, 1, 0, 0);
    let index = 0;
    let sum = weights[0];
    while (sum / total < draws.u0) sum += weights[++index];
    assertEquals(table.index(draws.u0), index);
  }
});

Deno.test("discreteTable() refuses negative weights and weights without a sum", () => {
  assertThrows(
    () => discreteTable([1, -2]),
    RangeError,
    "Cannot make a table as every weight must be finite and >= 0: current weight 1 is -2",
  );
  const rule = "Cannot make a table as the weights must have a positive sum: current sum is 0";
  assertThrows(() => discreteTable([0, 0]), RangeError, rule);
  assertThrows(() => discreteTable([]), RangeError, rule);
});
