import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { pairedInterval, tInterval, tQuantile } from "../../../../sim/engine/mod.ts";

// Table of the t distribution, NIST/SEMATECH e-Handbook of Statistical Methods, section 1.3.6.7.2.
Deno.test("tQuantile() gives the values of the printed table", () => {
  const table = [
    [0.95, 1, 6.314],
    [0.975, 1, 12.706],
    [0.975, 2, 4.303],
    [0.975, 5, 2.571],
    [0.99, 9, 2.821],
    [0.975, 19, 2.093],
    [0.995, 30, 2.75],
    [0.975, 100, 1.984],
    [0.999, 10, 4.144],
  ];
  for (const [p, df, value] of table) assertAlmostEquals(tQuantile(p, df), value, 5.1e-4);
  assertAlmostEquals(tQuantile(0.025, 5), -tQuantile(0.975, 5), 1e-6);
});

Deno.test("tInterval() is mean ± t s / √n", () => {
  const { mean, low, high, halfWidth, n } = tInterval([12, 15, 11, 14, 13]);
  assertEquals([mean, n], [13, 5]);
  assertAlmostEquals(halfWidth, 2.7764451 * Math.sqrt(2.5 / 5), 1e-6);
  assertAlmostEquals(high - mean, halfWidth, 1e-14);
  assertAlmostEquals(mean - low, halfWidth, 1e-14);
  assertAlmostEquals(tInterval([12, 15, 11, 14, 13], 0.9).halfWidth, 2.1318468 * 0.70710678, 1e-6);
});

Deno.test("tInterval() has no bounds for fewer than two values", () => {
  assertEquals(tInterval([7]), { mean: 7, low: NaN, high: NaN, halfWidth: NaN, n: 1 });
  assertEquals(tInterval([]), { mean: NaN, low: NaN, high: NaN, halfWidth: NaN, n: 0 });
});

Deno.test("pairedInterval() is the interval of the differences, first minus second", () => {
  assertEquals(pairedInterval([5, 9, 8], [3, 8, 8]), tInterval([2, 1, 0]));
});

Deno.test("interval functions refuse wrong levels, degrees and unequal numbers", () => {
  assertThrows(
    () => tInterval([1, 2], 95),
    RangeError,
    "Cannot make an interval as its level must lie between 0 and 1: current level is 95",
  );
  assertThrows(
    () => tQuantile(0.5, 0),
    RangeError,
    "Cannot take a t quantile as it takes 0 < p < 1 and positive degrees of freedom: current p is 0.5, degrees are 0",
  );
  assertThrows(
    () => pairedInterval([1], [1, 2]),
    RangeError,
    "Cannot pair values as there must be as many of each: current numbers are 1 and 2",
  );
});

Deno.test("tInterval() has no mean and no bounds of values with NaN among them", () => {
  const none = { mean: NaN, low: NaN, high: NaN, halfWidth: NaN, n: 3 };
  assertEquals(tInterval([1, NaN, 2]), none);
});
