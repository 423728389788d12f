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
  { law: "lognormal", median: 4, quantile: { p: 0.9, value: 9 } },
  { law: "lognormal", median: 4, quantile: { p: 0.05, value: 1 } },
  { law: "normal", mean: -2, sd: 3 },
  { law: "truncated", of: { law: "normal", mean: 1, sd: 2 }, low: 0, high: 1e9 },
  { law: "truncated", of: { law: "normal", mean: 0, sd: 1 }, low: 12, high: 1e9 },
  { law: "truncated", of: { law: "normal", mean: 0, sd: 1 }, low: -1e9, high: -12 },
  { law: "truncated", of: { law: "exponential", mean: 1 }, low: 40, high: 1e9 },
  { law: "truncated", of: { law: "gamma", mean: 6, sd: 4 }, low: 150, high: 1e9 },
  { law: "loglogistic", shape: 5, scale: 10 },
  { law: "truncated", of: { law: "loglogistic", shape: 1, scale: 10 }, low: 3, high: 400 },
  { law: "beta", alpha: 2, beta: 3.5 },
  { law: "beta", alpha: 0.6, beta: 0.8, low: 2, high: 5 },
  { law: "beta", mean: 30, sd: 5, low: 10, high: 90 },
  { law: "empirical", observations: [8, 1, 3, -2, 3.5], interpolated: true },
  { law: "shifted", of: { law: "gamma", mean: 6, sd: 4 }, by: 5 },
  { law: "scaled", of: { law: "weibull", shape: 2, scale: 3 }, factor: 60 },
  {
    law: "mixture",
    parts: [
      { weight: 3, of: { law: "normal", mean: 3, sd: 5 } },
      { weight: 1, of: { law: "gamma", mean: 6, sd: 4 } },
      { weight: 0, of: { law: "constant", value: 100 } },
    ],
  },
  {
    law: "mixture",
    parts: [
      { weight: 0.5, of: { law: "exponential", mean: 2 } },
      { weight: 0.5, of: { law: "lognormal", mean: 20, sd: 15 } },
    ],
  },
];

const STEPWISE: readonly DistributionSpec[] = [
  { law: "constant", value: 7 },
  { law: "poisson", mean: 0 },
  { law: "poisson", mean: 0.4 },
  { law: "poisson", mean: 37 },
  { law: "poisson", mean: 250_000 },
  { law: "binomial", trials: 1, probability: 0.3 },
  { law: "binomial", trials: 5, probability: 1 },
  { law: "binomial", trials: 60, probability: 0.95 },
  { law: "negativeBinomial", successes: 2.5, probability: 0.2 },
  { law: "negativeBinomial", mean: 3, dispersion: 0.16 },
  { law: "empirical", observations: [8, 1, 1, 3, -2, 3, 3], interpolated: false },
  { law: "discrete", values: [5, -1, 2, 9], weights: [1, 2, 0, 5] },
  { law: "truncated", of: { law: "poisson", mean: 2 }, low: 1, high: 1e9 },
  {
    law: "truncated",
    of: { law: "discrete", values: [1, 2, 3], weights: [5, 3, 2] },
    low: 2,
    high: 3,
  },
  { law: "shifted", of: { law: "binomial", trials: 4, probability: 0.5 }, by: 1 },
  { law: "scaled", of: { law: "poisson", mean: 6 }, factor: 0.25 },
  {
    law: "mixture",
    parts: [
      { weight: 1, of: { law: "poisson", mean: 3 } },
      { weight: 2, of: { law: "constant", value: 4.5 } },
    ],
  },
];

const CASES: readonly Case[] = [
  ...STEPWISE.flatMap((spec) => {
    const name = JSON.stringify(spec);
    const law = distributionOf(spec);
    return [
      { name, law, atom: true, slack: 0 },
      { name: `tabulated ${name}`, law: tabulated(law), atom: true, slack: 0 },
    ];
  }),
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

/** The same of a law whose values are all discrete: from atom to atom, each with its own share. */
function sumOverAtoms(law: Distribution, f: (x: number) => number): number {
  let sum = 0;
  let reached = 0;
  while (reached < 1 - 2 ** -40) {
    const x = law.quantile(reached + 2 ** -41);
    sum += f(x) * (law.cdf(x) - reached);
    assert(law.cdf(x) > reached);
    reached = law.cdf(x);
  }
  return sum;
}

for (const { name, law, atom = false, slack } of CASES) {
  Deno.test(`Distribution.mean and .variance are those of the quantile: ${name}`, () => {
    const scale = Math.abs(law.mean) + Math.sqrt(law.variance);
    const expected = atom ? sumOverAtoms : expectation;
    const mean = expected(law, (x) => x);
    assertAlmostEquals(mean, law.mean, 2e-6 * scale);
    const variance = expected(law, (x) => (x - law.mean) ** 2);
    assertAlmostEquals(variance, law.variance, 2e-5 * (law.variance || 1));
  });

  Deno.test(`Distribution.cdf() undoes .quantile(): ${name}`, () => {
    for (const u of PROBABILITIES) {
      const x = law.quantile(u);
      if (atom) {
        assert(law.cdf(x) >= u);
        assert(
          law.cdf(x - 1e-9 * Math.max(1, Math.abs(x))) < u,
          `${x} is not the smallest at ${u}`,
        );
      } else assertAlmostEquals(law.cdf(x), u, slack);
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
