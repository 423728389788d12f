import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { KeyedDraws, keyOf, normalQuantile } from "../../../../sim/engine/mod.ts";
import { varianceShares } from "../../../../sim/experiment/analysis/mod.ts";

// By hand: means 2, 6, 10, mean square between 32 (2 × 32 ÷ 2), within 2; (32 − 2) ÷ 2 = 15.
Deno.test("varianceShares() divides the variance of sets of equal size", () => {
  const shares = varianceShares([[1, 3], [5, 7], [9, 11]]);
  assertEquals([shares.sets, shares.replications, shares.negative], [3, 6, false]);
  assertAlmostEquals(shares.parameterVariance, 15, 1e-12);
  assertAlmostEquals(shares.chanceVariance, 2, 1e-12);
  assertAlmostEquals(shares.parameters, 15 / 17, 1e-14);
  assertAlmostEquals(shares.chance, 2 / 17, 1e-14);
});

// By hand: sizes 2 and 4, means 1 and 4, mean 3: between 2 × 4 + 4 × 1 = 12; within (2 + 10) ÷ 4 = 3;
// effective size (6 − 20 ÷ 6) ÷ 1 = 8/3; (12 − 3) ÷ (8/3) = 27/8.
Deno.test("varianceShares() divides the variance of sets of unequal size", () => {
  const shares = varianceShares([[0, 2], [2, 3, 5, 6]]);
  assertAlmostEquals(shares.chanceVariance, 3, 1e-12);
  assertAlmostEquals(shares.parameterVariance, 27 / 8, 1e-12);
});

Deno.test("varianceShares() sets a part below 0 to 0 and says so", () => {
  const shares = varianceShares([[0, 4], [1, 3]]);
  assertEquals([shares.parameterVariance, shares.parameters, shares.chance], [0, 0, 1]);
  assertEquals(shares.negative, true);
  const flat = varianceShares([[2, 2], [2, 2]]);
  assertEquals([flat.parameters, flat.chance, flat.negative], [NaN, NaN, false]);
  const unreached = varianceShares([[1, NaN], [2, 3]]);
  assertEquals([unreached.parameters, unreached.chance, unreached.negative], [NaN, NaN, false]);
});

// The parameter part has, with 400 sets of two and true parts 3 and 1, a standard error of
// √(2 ÷ 399 × 7² + 2 ÷ 400) ÷ 2 = 0.25. Planted: not divided by the size of sets: 6 and more, red.
Deno.test("varianceShares() finds the parts of drawn values", () => {
  const draws = new KeyedDraws(keyOf("varianceShares() finds the parts", 0));
  const values = Array.from({ length: 400 }, (_, set) =>
    [0, 1].map((replication) => {
      draws.block(set, 0, 0, 0);
      const level = normalQuantile(draws.u0) * Math.sqrt(3);
      draws.block(set, replication, 1, 0);
      return level + normalQuantile(draws.u0);
    }));
  const { parameterVariance, chanceVariance } = varianceShares(values);
  assertEquals(Math.abs(parameterVariance - 3) < 4 * 0.25, true, `${parameterVariance}`);
  assertEquals(Math.abs(chanceVariance - 1) < 4 * Math.sqrt(2 / 400), true, `${chanceVariance}`);
});

Deno.test("varianceShares() refuses single sets and single replications", () => {
  const rule = "Cannot divide the variance as there must be two sets or more, each of two " +
    "replications or more: current number of sets is ";
  assertThrows(() => varianceShares([[1, 2]]), RangeError, `${rule}1`);
  assertThrows(
    () => varianceShares([[1, 2], [3]]),
    RangeError,
    `${rule}2, replications of set 1 are 1`,
  );
});
