import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { binomialBand, proportionInterval } from "../../../../sim/engine/stats/mod.ts";

// SciPy 1.17, binomtest(...).proportion_ci(level, method).
Deno.test("proportionInterval() gives SciPy's exact intervals", () => {
  const table = [
    [0, 10, 0.95, 0, 0.30849710781876294],
    [7, 20, 0.95, 0.1539092047845412, 0.5921885345328283],
    [1885, 2000, 0.95, 0.9313816645287212, 0.9522975226195982],
    [10, 10, 0.9, 0.7411344491066528, 1],
    // Here by beta.ppf, as the search of proportion_ci stops early.
    [1, 1_000_000, 0.99, 5.012541810981495e-9, 7.430105611978525e-6],
  ];
  for (const [successes, n, level, low, high] of table) {
    const ours = proportionInterval(successes, n, { level, method: "exact" });
    assertAlmostEquals(ours.low, low, 1e-12 * low);
    assertAlmostEquals(ours.high, high, 1e-12 * high);
    assertEquals([ours.share, ours.n], [successes / n, n]);
  }
});

Deno.test("proportionInterval() gives SciPy's Wilson intervals", () => {
  const table = [
    [0, 10, 0.95, 0, 0.27753279986288926],
    [7, 20, 0.95, 0.1811918241010821, 0.5671457233147637],
    [1885, 2000, 0.95, 0.9314237261895167, 0.9518796869665745],
    [10, 10, 0.9, 0.787058029916593, 1],
  ];
  for (const [successes, n, level, low, high] of table) {
    const ours = proportionInterval(successes, n, { level });
    assertAlmostEquals(ours.low, low, 1e-13);
    assertAlmostEquals(ours.high, high, 1e-13);
  }
});

// SciPy 1.17, binom.ppf.
Deno.test("binomialBand() gives SciPy's binomial quantiles", () => {
  assertEquals(binomialBand(0.95, 2000, 0.999), { low: 1867, high: 1931 });
  assertEquals(binomialBand(0.5, 100, 0.95), { low: 40, high: 60 });
});

Deno.test("proportions refuse successes, trials and probabilities outside", () => {
  assertThrows(
    () => proportionInterval(11, 10),
    RangeError,
    "Cannot take a proportion as successes must be whole and between 0 and the trials: current number is 11 of 10",
  );
  assertThrows(
    () => proportionInterval(0, 0),
    RangeError,
    "Cannot take a proportion as it takes a whole number of trials >= 1: current number is 0",
  );
  assertThrows(
    () => binomialBand(1, 10),
    RangeError,
    "Cannot make a band as its probability must lie between 0 and 1: current probability is 1",
  );
});

Deno.test("proportionInterval() refuses a method that it does not know", () => {
  assertThrows(
    () => proportionInterval(1, 10, { method: "wald" as "wilson" }),
    TypeError,
    'Cannot take a proportion as method must be "wilson" or "exact": current method is "wald"',
  );
});
