import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  distributionOf,
  type DistributionSpec,
  residualLifeOf,
  tabulated,
} from "../../../../sim/engine/mod.ts";

Deno.test("distributionOf() gives quantiles known in closed form", () => {
  assertEquals(distributionOf({ law: "constant", value: 4 }).quantile(0.9), 4);
  assertEquals(distributionOf({ law: "uniform", low: 2, high: 6 }).quantile(0.25), 3);
  const exponential = distributionOf({ law: "exponential", mean: 3 });
  assertAlmostEquals(exponential.quantile(0.5), 3 * Math.LN2, 1e-14);
  const weibull = distributionOf({ law: "weibull", shape: 2, scale: 5 });
  assertAlmostEquals(weibull.quantile(1 - Math.exp(-1)), 5, 1e-13);
  assertAlmostEquals(weibull.mean, 5 * Math.sqrt(Math.PI) / 2, 1e-13);
  const triangular = distributionOf({ law: "triangular", low: 0, mode: 1, high: 2 });
  assertAlmostEquals(triangular.quantile(0.125), 0.5, 1e-15);
  // The median of a log-normal law is mean / √(1 + (sd / mean)²).
  assertAlmostEquals(
    distributionOf({ law: "lognormal", mean: 3, sd: 4 }).quantile(0.5),
    1.8,
    1e-14,
  );
});

Deno.test("distributionOf() gives a truncated law its own moments", () => {
  // An exponential law of mean m above c is c + an exponential law of mean m.
  const above = distributionOf({
    law: "truncated",
    of: { law: "exponential", mean: 4 },
    low: 10,
    high: 1e6,
  });
  assertAlmostEquals(above.mean, 14, 1e-7);
  assertAlmostEquals(above.variance, 16, 1e-5);
  const part = {
    law: "truncated",
    of: { law: "uniform", low: 0, high: 9 },
    low: 3,
    high: 5,
  } as const;
  assertAlmostEquals(distributionOf(part).variance, 4 / 12, 1e-12);
  assertEquals(distributionOf({ ...part, of: { law: "constant", value: 3 } }).quantile(0.5), 3);
});

Deno.test("residualLifeOf() leaves the exponential law as it is", () => {
  const law = distributionOf({ law: "exponential", mean: 5 });
  const residual = residualLifeOf(law);
  assertAlmostEquals(residual.mean, 5, 1e-12);
  assertAlmostEquals(residual.variance, 25, 1e-9);
  for (const u of [1e-6, 0.01, 0.5, 0.99, 1 - 1e-6]) {
    assertAlmostEquals(residual.quantile(u) / law.quantile(u), 1, 1e-9);
  }
});

Deno.test("residualLifeOf() has mean (variance + mean²) / (2 mean)", () => {
  const residual = residualLifeOf(distributionOf({ law: "gamma", mean: 6, sd: 3 }));
  assertAlmostEquals(residual.mean, (9 + 36) / 12, 1e-12);
});

Deno.test("tabulated() keeps the moments and the quantile in both tails", () => {
  const law = distributionOf({ law: "lognormal", mean: 5, sd: 7 });
  const table = tabulated(law);
  assertEquals([table.mean, table.variance, table.cdf(3)], [law.mean, law.variance, law.cdf(3)]);
  for (const u of [1e-10, 1e-3, 0.0019, 0.9981, 0.999, 1 - 1e-10]) {
    assertEquals(table.quantile(u), law.quantile(u));
  }
  for (let u = 0.001; u < 1; u += 0.00037) {
    assertAlmostEquals(table.quantile(u), law.quantile(u), 2e-5 * 7);
  }
});

Deno.test("distributionOf() refuses parameters outside their domain", () => {
  const refused: [DistributionSpec, string][] = [
    [
      { law: "constant", value: NaN },
      '"constant" as it requires value is finite: current value is NaN',
    ],
    [{ law: "uniform", low: 2, high: 2 }, '"uniform" as it requires low < high: current 2 and 2'],
    [
      { law: "exponential", mean: 0 },
      '"exponential" as it requires mean is positive: current mean is 0',
    ],
    [
      { law: "erlang", stages: 1.5, mean: 1 },
      '"erlang" as it requires stages is a whole number: current stages is 1.5',
    ],
    [{ law: "gamma", mean: 1, sd: -1 }, '"gamma" as it requires sd is positive: current sd is -1'],
    [
      { law: "lognormal", mean: 1, sd: 0 },
      '"lognormal" as it requires sd is positive: current sd is 0',
    ],
    [
      { law: "weibull", shape: Infinity, scale: 1 },
      '"weibull" as it requires shape is positive: current shape is Infinity',
    ],
    [
      { law: "triangular", low: 0, mode: 3, high: 2 },
      '"triangular" as it requires low <= mode <= high and low < high: current 0, 3 and 2',
    ],
    [
      { law: "truncated", of: { law: "uniform", low: 0, high: 1 }, low: 2, high: 3 },
      '"truncated" as it requires the bounds hold probability: current 2 and 3 hold 0',
    ],
  ];
  for (const [spec, message] of refused) {
    assertThrows(() => distributionOf(spec), RangeError, `Cannot build a law ${message}`);
  }
  assertThrows(
    () => distributionOf({ law: "pareto" } as unknown as DistributionSpec),
    RangeError,
    'Cannot build a law as its name must be known: current law is "pareto"',
  );
});

Deno.test("tabulated() and residualLifeOf() refuse what they cannot do", () => {
  const law = distributionOf({ law: "uniform", low: -1, high: 4 });
  assertThrows(
    () => tabulated(law, 8),
    RangeError,
    "Cannot tabulate a law as it takes at least 16 cells: current number is 8",
  );
  assertThrows(
    () => residualLifeOf(law),
    RangeError,
    "Cannot take the residual life of a law as it must be non-negative with a positive mean: current mean is 1.5, lowest value is -0.99",
  );
});
