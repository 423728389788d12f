import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  distributionOf,
  type DistributionSpec,
  residualLifeOf,
  tabulated,
} from "../../../../sim/engine/random/mod.ts";

Deno.test("distributionOf() takes a log-normal law through its median and a quantile", () => {
  const law = distributionOf({ law: "lognormal", median: 6, quantile: { p: 0.9, value: 20 } });
  assertAlmostEquals(law.quantile(0.5), 6, 1e-14);
  assertAlmostEquals(law.quantile(0.9), 20, 1e-13);
  const same = distributionOf({ law: "lognormal", mean: law.mean, sd: Math.sqrt(law.variance) });
  assertAlmostEquals(same.quantile(0.03), law.quantile(0.03), 1e-13);
});

Deno.test("distributionOf() gives a beta law by its moments the same shapes", () => {
  const law = distributionOf({ law: "beta", mean: 4, sd: 2, low: 1, high: 11 });
  // Shapes 1.275 and 2.975 on (0, 1): mean .3, variance .04.
  assertAlmostEquals(law.mean, 4, 1e-14);
  assertAlmostEquals(law.variance, 4, 1e-14);
  const same = distributionOf({ law: "beta", alpha: 1.275, beta: 2.975 });
  assertAlmostEquals(law.quantile(0.2), 1 + 10 * same.quantile(0.2), 1e-12);
});

Deno.test("distributionOf() gives infinite moments where the integral grows without bound", () => {
  const moments = (shape: number) => {
    const { mean, variance } = distributionOf({ law: "loglogistic", shape, scale: 2 });
    return [mean, variance];
  };
  assertEquals(moments(1), [Infinity, Infinity]);
  const [mean, variance] = moments(2);
  assertAlmostEquals(mean, Math.PI, 1e-14);
  assertEquals(variance, Infinity);
  const part = { weight: 1, of: { law: "loglogistic", shape: 0.5, scale: 1 } } as const;
  const mixed = distributionOf({ law: "mixture", parts: [part, part] });
  assertEquals([mixed.mean, mixed.variance], [Infinity, Infinity]);
  const residual = residualLifeOf(distributionOf({ law: "loglogistic", shape: 1.5, scale: 1 }));
  assertEquals([residual.mean, residual.variance], [Infinity, Infinity]);
});

Deno.test("distributionOf() follows a heavy tail to the bound of a truncated law", () => {
  const of = { law: "loglogistic", shape: 1, scale: 1 } as const;
  // Density 1 / (1 + x)²: the mean up to b is (ln(1 + b) − b / (1 + b)) (1 + b) / b.
  const far = distributionOf({ law: "truncated", of, low: 0, high: 1e30 });
  assertAlmostEquals(far.mean, 30 * Math.LN10 - 1, 1e-5);
  const open = distributionOf({ law: "truncated", of, low: 1, high: Infinity });
  assertEquals([open.mean, open.variance], [Infinity, Infinity]);
  // Density 2 x / (1 + x²)²: given that it is above 1 the mean is 1 + 2 (π/2 − π/4).
  const half = { ...of, shape: 2 };
  const above = distributionOf({ law: "truncated", of: half, low: 1, high: Infinity });
  assertAlmostEquals(above.mean, 1 + Math.PI / 2, 1e-6);
  assertEquals(above.variance, Infinity);
});

Deno.test("distributionOf() gives an empirical law its steps or its lines", () => {
  const observations = [7, 1, 3, 3];
  const steps = distributionOf({ law: "empirical", observations, interpolated: false });
  assertEquals([0.25, 0.2500001, 0.75, 0.76].map((u) => steps.quantile(u)), [1, 3, 3, 7]);
  assertEquals([steps.mean, steps.variance], [3.5, 4.75]);
  const lines = distributionOf({ law: "empirical", observations, interpolated: true });
  assertEquals([1 / 6, 0.5, 5 / 6].map((u) => lines.quantile(u)), [2, 3, 5]);
  assertEquals([0, 2, 3, 5, 8].map((x) => lines.cdf(x)), [0, 1 / 6, 2 / 3, 5 / 6, 1]);
  assertAlmostEquals(lines.mean, 10 / 3, 1e-15);
});

// For every count of observations up to 60 and every step: the first u above i / n is the next one.
Deno.test("distributionOf() gives an empirical law its steps in spite of rounding", () => {
  for (let n = 1; n <= 60; n++) {
    const observations = Array.from({ length: n }, (_, i) => i);
    const law = distributionOf({ law: "empirical", observations, interpolated: false });
    for (let i = 1; i < n; i++) {
      assertEquals([n, law.quantile(i / n), law.quantile(i / n + 1e-15)], [n, i - 1, i]);
    }
  }
});

Deno.test("distributionOf() finds the quantile of a mixture to the last bit, atoms included", () => {
  const law = distributionOf({
    law: "mixture",
    parts: [
      { weight: 1, of: { law: "constant", value: 0 } },
      { weight: 2, of: { law: "uniform", low: -1, high: 3 } },
      { weight: 1, of: { law: "constant", value: 2.5 } },
    ],
  });
  const us = [0.0625, 0.1251, 0.126, 0.375, 0.5, 0.6876, 0.69, 0.9375, 0.96875];
  const xs = us.map((u) => law.quantile(u));
  assertEquals(xs.slice(0, 4), [-0.5, 0, 0, 0]);
  assertAlmostEquals(xs[4], 1, 1e-15);
  assertEquals(xs.slice(5, 8), [2.5, 2.5, 2.5]);
  assertAlmostEquals(xs[8], 2.75, 1e-14);
  for (let u = 1e-4; u < 1; u += 1e-4) {
    const x = law.quantile(u);
    assert(law.cdf(x) >= u && law.cdf(x - 1e-12) < u);
    assert(law.quantile(u + 2 ** -50) >= x);
  }
});

Deno.test("distributionOf() counts atoms on the bounds of a truncated law", () => {
  const of = { law: "discrete", values: [1, 2, 3, 4], weights: [4, 3, 2, 1] } as const;
  const law = distributionOf({ law: "truncated", of, low: 2, high: 3 });
  assertAlmostEquals(law.mean, 2.4, 1e-12);
  assertEquals([0.59, 0.61].map((u) => law.quantile(u)), [2, 3]);
  const shifted = { law: "shifted", of: { law: "scaled", of, factor: 2 }, by: 1 } as const;
  const same = distributionOf({ law: "truncated", of: shifted, low: 5, high: 7 });
  assertAlmostEquals(same.mean, 5.8, 1e-12);
});

Deno.test("residualLifeOf() is exact for laws whose values are discrete", () => {
  const law = distributionOf({ law: "discrete", values: [1, 1000], weights: [999, 1] });
  const residual = residualLifeOf(law);
  assertAlmostEquals(residual.cdf(1), 1 / law.mean, 1e-12);
  assertAlmostEquals(residual.quantile(0.75), 1 + (0.75 * law.mean - 1) / 0.001, 1e-6);
});

Deno.test("tabulated() gives a law of discrete values back as it is", () => {
  const law = distributionOf({ law: "poisson", mean: 3 });
  assertEquals(tabulated(law) === law, true);
});

Deno.test("distributionOf() refuses parameters of the newer laws outside their domain", () => {
  const one = { law: "constant", value: 1 } as const;
  const refused: [DistributionSpec, string][] = [
    [
      { law: "normal", mean: NaN, sd: 1 },
      '"normal" as it requires mean is finite: current mean is NaN',
    ],
    [{ law: "normal", mean: 0, sd: 0 }, '"normal" as it requires sd is positive: current sd is 0'],
    [
      { law: "lognormal", median: 4, quantile: { p: 0.5, value: 5 } },
      '"lognormal" as it requires 0 < p < 1 and p is not 0.5: current p is 0.5',
    ],
    [
      { law: "lognormal", median: 4, quantile: { p: 0.9, value: 3 } },
      '"lognormal" as it requires the value at 0.9 is positive and above the median: current value is 3, median is 4',
    ],
    [
      { law: "loglogistic", shape: -1, scale: 1 },
      '"loglogistic" as it requires shape is positive: current shape is -1',
    ],
    [
      { law: "beta", alpha: 0, beta: 1 },
      '"beta" as it requires alpha is positive: current alpha is 0',
    ],
    [
      { law: "beta", alpha: 1, beta: 1, low: 3, high: 2 },
      '"beta" as it requires low < high: current 3 and 2',
    ],
    [
      { law: "beta", mean: 2, sd: 0.1 },
      '"beta" as it requires mean lies between low and high: current mean is 2',
    ],
    [
      { law: "beta", mean: 0.5, sd: 0.5 },
      '"beta" as it requires sd is less than 0.5: current sd is 0.5',
    ],
    [
      { law: "poisson", mean: -1 },
      '"poisson" as it requires mean is finite and >= 0: current mean is -1',
    ],
    [
      { law: "binomial", trials: 1.5, probability: 0.5 },
      '"binomial" as it requires trials is a positive whole number: current trials is 1.5',
    ],
    [
      { law: "binomial", trials: 1, probability: 1.5 },
      '"binomial" as it requires 0 <= probability <= 1: current probability is 1.5',
    ],
    [
      { law: "negativeBinomial", successes: 0, probability: 0.5 },
      '"negativeBinomial" as it requires successes is positive: current successes is 0',
    ],
    [
      { law: "negativeBinomial", successes: 1, probability: 0 },
      '"negativeBinomial" as it requires 0 < probability <= 1: current probability is 0',
    ],
    [
      { law: "negativeBinomial", mean: 2, dispersion: Infinity },
      '"negativeBinomial" as it requires dispersion is positive: current dispersion is Infinity',
    ],
    [
      { law: "empirical", observations: [], interpolated: false },
      '"empirical" as it requires there is at least one observation: current number is 0',
    ],
    [
      { law: "empirical", observations: [1], interpolated: true },
      '"empirical" as it requires lines run between at least 2 observations: current number is 1',
    ],
    [
      { law: "empirical", observations: [1, NaN], interpolated: true },
      '"empirical" as it requires each observation is finite: current observation 1 is NaN',
    ],
    [
      { law: "discrete", values: [1, 2], weights: [1] },
      '"discrete" as it requires each value has a weight: current numbers are 2 and 1',
    ],
    [
      { law: "discrete", values: [1, 2], weights: [1, -1] },
      '"discrete" as it requires each weight is finite and >= 0: current weight 1 is -1',
    ],
    [
      { law: "discrete", values: [1, 2], weights: [0, 0] },
      '"discrete" as it requires the weights have a positive sum: current sum is 0',
    ],
    [
      { law: "mixture", parts: [] },
      '"mixture" as it requires there is at least one part: current number is 0',
    ],
    [
      { law: "mixture", parts: [{ weight: 0, of: one }] },
      '"mixture" as it requires the weights have a positive sum: current sum is 0',
    ],
    [
      { law: "shifted", of: one, by: Infinity },
      '"shifted" as it requires by is finite: current by is Infinity',
    ],
    [
      { law: "scaled", of: one, factor: 0 },
      '"scaled" as it requires factor is positive: current factor is 0',
    ],
    [
      { law: "truncated", of: { law: "normal", mean: 0, sd: 1 }, low: 50, high: 60 },
      '"truncated" as it requires the bounds hold probability: current 50 and 60 hold 0',
    ],
  ];
  for (const [spec, message] of refused) {
    assertThrows(() => distributionOf(spec), RangeError, `Cannot build a law ${message}`);
  }
});
