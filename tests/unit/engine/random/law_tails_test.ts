import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { distributionOf, type DistributionSpec } from "../../../../sim/engine/random/mod.ts";
import { gammaSurvival, gammaUpperQuantile } from "../../../../sim/engine/random/mod.ts";

interface Tail {
  readonly of: DistributionSpec;
  readonly low: number;
  readonly high: number;
  readonly mean: number;
  readonly variance: number;
}

/** Laws given that they lie far out: incomplete integrals by mpmath 1.3 with 40 digits. */
const TAILS: readonly Tail[] = [
  {
    of: { law: "gamma", mean: 1, sd: 1 },
    low: 36,
    high: 60,
    mean: 36.999999999093968,
    variance: 0.99999997825522502,
  },
  { of: { law: "erlang", stages: 1, mean: 1 }, low: 33, high: 1e9, mean: 34, variance: 1 },
  {
    of: { law: "gamma", mean: 6, sd: 4 },
    low: 150,
    high: 1e9,
    mean: 152.7251375001272,
    variance: 7.4208589207558113,
  },
  {
    of: { law: "gamma", mean: 1, sd: 2 },
    low: 1200,
    high: 1e9,
    mean: 1203.9900904580697,
    variance: 15.921080743087367,
  },
  {
    of: { law: "beta", alpha: 2, beta: 3 },
    low: 0.99999,
    high: 1,
    mean: 0.99999250000375003,
    variance: 3.7500062500328126e-12,
  },
  {
    of: { law: "weibull", shape: 1.5, scale: 1 },
    low: 12,
    high: 40,
    mean: 12.190953802082242,
    variance: 0.035913012938131473,
  },
  {
    of: { law: "loglogistic", shape: 5, scale: 1 },
    low: 1000,
    high: 2000,
    mean: 1209.6774193548388,
    variance: 42056.885189039214,
  },
  // Given that it lies in the last 2⁻⁴⁰ a uniform law is one; a triangular one falls as a line.
  {
    of: { law: "uniform", low: -1, high: 0 },
    low: -(2 ** -40),
    high: 0,
    mean: -(2 ** -41),
    variance: 2 ** -80 / 12,
  },
  {
    of: { law: "triangular", low: -4, mode: -1, high: 0 },
    low: -(2 ** -40),
    high: 0,
    mean: -2 * 2 ** -40 / 3,
    variance: 2 ** -80 / 18,
  },
  {
    of: { law: "triangular", low: -1, mode: 0, high: 0 },
    low: -(2 ** -40),
    high: 0,
    mean: -(2 ** -41),
    variance: 2 ** -80 / 12,
  },
];

for (const { of, low, high, mean, variance } of TAILS) {
  Deno.test(`distributionOf() keeps the digits of a far upper tail: ${JSON.stringify(of)}`, () => {
    const law = distributionOf({ law: "truncated", of, low, high });
    assertAlmostEquals(law.mean, mean, 1e-9 * Math.sqrt(variance) + 1e-15 * Math.abs(mean));
    // Where doubles lie close to the width of the tail, the variance keeps as many digits as they.
    const step = 2 ** -53 * Math.abs(low) / Math.sqrt(variance);
    assertAlmostEquals(law.variance, variance, (1e-8 + 10 * step) * variance);
    for (const u of [1e-9, 0.01, 0.5, 0.99]) {
      assertAlmostEquals(law.cdf(law.quantile(u)), u, 1e-9 + 10 * step);
    }
  });
}

// Values of gammaUpperQuantile() by mpmath 1.3.
Deno.test("gammaUpperQuantile() undoes gammaSurvival() down to 1e-250", () => {
  const table = [
    [1e-120, 0.05, 268.02627606142839],
    [1e-200, 0.001, 447.51001956479368],
    [1e-250, 0.5, 571.89855511515784],
    [1e-100, 3, 240.53944484409912],
  ];
  for (const [q, shape, x] of table) {
    assertAlmostEquals(gammaUpperQuantile(q, shape), x, 1e-13 * x);
    assertAlmostEquals(gammaSurvival(x, shape) / q, 1, 1e-10);
  }
});

Deno.test("distributionOf() takes all of a law of known tail from its survival too", () => {
  const laws: DistributionSpec[] = [
    { law: "uniform", low: 2, high: 5 },
    { law: "triangular", low: 1, mode: 2, high: 6 },
    { law: "triangular", low: 1, mode: 6, high: 6 },
    { law: "gamma", mean: 3, sd: 1 },
  ];
  for (const of of laws) {
    const law = distributionOf(of) as ReturnType<typeof distributionOf> & {
      survival(x: number): number;
      upperQuantile(q: number): number;
    };
    assertEquals([law.survival(-1), law.survival(1e9)], [1, 0]);
    for (let u = 0.05; u < 1; u += 0.1) {
      assertAlmostEquals(law.survival(law.quantile(u)), 1 - u, 1e-13);
      assertAlmostEquals(law.upperQuantile(1 - u), law.quantile(u), 1e-13 * law.mean);
    }
  }
});

Deno.test("distributionOf() refuses a far tail of a law that does not know it", () => {
  const of = { law: "poisson", mean: 2 } as const;
  assertThrows(
    () => distributionOf({ law: "truncated", of, low: 16, high: 1e9 }),
    RangeError,
    'Cannot build a law "truncated" as it requires at least 1e-8 of a law whose upper tail is not known by itself lies from low on: current low is 16, above it lies 4.79968',
  );
  const near = distributionOf({ law: "truncated", of, low: 12, high: 1e9 });
  // Σ k 2ᵏ / k! over Σ 2ᵏ / k!, both from 12 on.
  const share = (from: number) => {
    let [sum, term] = [0, 1];
    for (let k = 1; k < 60; k++) {
      term *= 2 / k;
      if (k >= from) sum += term;
    }
    return sum;
  };
  assertAlmostEquals(near.mean, 2 * share(11) / share(12), 1e-7);
});

// Variances by mpmath 1.3 with 60 digits.
Deno.test("distributionOf() keeps the digits of the variance at steep shapes", () => {
  const table = [
    [1000.5, 1.6390054051219866e-6, 3.286604494983968e-6],
    [2000, 4.1069636362647994e-7, 8.2246852162037172e-7],
    [1e5, 1.6448910372477483e-10, 3.289868136077564e-10],
    [1e7, 1.6449336365406208e-14, 3.289868133696691e-14],
  ];
  for (const [shape, weibull, loglogistic] of table) {
    const variance = (law: "weibull" | "loglogistic") =>
      distributionOf({ law, shape, scale: 10 }).variance / 100;
    assertAlmostEquals(variance("weibull") / weibull, 1, 1e-13);
    assertAlmostEquals(variance("loglogistic") / loglogistic, 1, 1e-13);
  }
});

Deno.test("distributionOf() refuses a Weibull law whose moments are no numbers", () => {
  assertThrows(
    () => distributionOf({ law: "weibull", shape: 0.005, scale: 1 }),
    RangeError,
    'Cannot build a law "weibull" as it requires shape >= 0.012, for which its moments are finite numbers: current shape is 0.005',
  );
  const { mean, variance } = distributionOf({ law: "weibull", shape: 0.012, scale: 1 });
  assertEquals([mean < Infinity, variance < Infinity], [true, true]);
});

Deno.test("distributionOf() refuses a log-normal law with a median and no quantile", () => {
  for (const quantile of [undefined, null, 5]) {
    const spec = { law: "lognormal", median: 4, quantile } as unknown as DistributionSpec;
    assertThrows(
      () => distributionOf(spec),
      TypeError,
      `Cannot build a law "lognormal" as it requires a quantile with p and value beside the median: current quantile is ${quantile}`,
    );
  }
});
