/** What every law promises, asked of every law. */

import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import {
  type Distribution,
  distributionOf,
  type DistributionSpec,
  residualLifeOf,
  tabulated,
} from "../../sim/engine/mod.ts";

interface Case {
  readonly name: string;
  readonly law: Distribution;
  /** Whether the law has an atom, so that its distribution function jumps over some u. */
  readonly atom?: boolean;
  /** Allowed |F(Q(u)) − u| [-]. */
  readonly slack: number;
}

const SPECS: readonly DistributionSpec[] = [
  { law: "uniform", low: -3, high: 5 },
  { law: "exponential", mean: 90 },
  { law: "erlang", stages: 3, mean: 12 },
  { law: "gamma", mean: 6, sd: 4 },
  { law: "gamma", mean: 2, sd: 5 },
  { law: "gamma", mean: 100, sd: 3 },
  { law: "lognormal", mean: 5, sd: 7 },
  { law: "weibull", shape: 0.8, scale: 10 },
  { law: "weibull", shape: 3, scale: 10 },
  { law: "triangular", low: 2, mode: 3, high: 9 },
  { law: "triangular", low: 2, mode: 2, high: 9 },
  { law: "triangular", low: 2, mode: 9, high: 9 },
  { law: "truncated", of: { law: "lognormal", mean: 5, sd: 7 }, low: 1, high: 30 },
  { law: "truncated", of: { law: "gamma", mean: 6, sd: 4 }, low: 5, high: 1e9 },
  { law: "truncated", of: { law: "triangular", low: 0, mode: 3, high: 9 }, low: 1, high: 8 },
];

const CASES: readonly Case[] = [
  {
    name: "constant",
    law: distributionOf({ law: "constant", value: 7 }),
    atom: true,
    slack: 0,
  },
  ...SPECS.flatMap((spec) => {
    const name = JSON.stringify(spec);
    const law = distributionOf(spec);
    const cases: Case[] = [
      { name, law, slack: 1e-9 },
      { name: `tabulated ${name}`, law: tabulated(law), slack: 2e-6 },
    ];
    if (law.quantile(1e-9) < 0) return cases;
    const residual = residualLifeOf(law);
    return [
      ...cases,
      { name: `residual ${name}`, law: residual, slack: 1e-9 },
      { name: `tabulated residual ${name}`, law: tabulated(residual), slack: 2e-6 },
    ];
  }),
  {
    name: "residual of a constant",
    law: residualLifeOf(distributionOf({ law: "constant", value: 7 })),
    slack: 1e-9,
  },
];

const PROBABILITIES = [1e-9, 1e-6, 1e-3, 0.0021]
  .concat(Array.from({ length: 199 }, (_, i) => (i + 1) / 200))
  .concat([0.9979, 0.999, 1 - 1e-6, 1 - 1e-9]);

/** Integral of f(Q(u)) over (0, 1), by trapezoids in the logit of u. */
function expectation(law: Distribution, f: (x: number) => number): number {
  let sum = 0;
  const step = 0.02;
  for (let w = -36; w <= 36; w += step) {
    const u = 1 / (1 + Math.exp(-w));
    sum += f(law.quantile(u)) * u / (1 + Math.exp(w)) * step;
  }
  return sum;
}

for (const { name, law, atom = false, slack } of CASES) {
  Deno.test(`Distribution.mean and .variance are those of the quantile: ${name}`, () => {
    const scale = Math.abs(law.mean) + Math.sqrt(law.variance);
    const mean = expectation(law, (x) => x);
    assertAlmostEquals(mean, law.mean, 2e-6 * scale);
    const variance = expectation(law, (x) => (x - law.mean) ** 2);
    assertAlmostEquals(variance, law.variance, 2e-5 * (law.variance || 1));
  });

  Deno.test(`Distribution.cdf() undoes .quantile(): ${name}`, () => {
    for (const u of PROBABILITIES) {
      const p = law.cdf(law.quantile(u));
      if (atom) assert(p >= u);
      else assertAlmostEquals(p, u, slack);
    }
  });

  Deno.test(`Distribution.quantile() and .cdf() never fall: ${name}`, () => {
    const values = PROBABILITIES.map((u) => law.quantile(u));
    for (let i = 1; i < values.length; i++) {
      assert(values[i] >= values[i - 1]);
      assert(law.cdf(values[i]) >= law.cdf(values[i - 1]));
    }
    assertEquals([law.cdf(-1e12), law.cdf(1e12)], [0, 1]);
  });
}
