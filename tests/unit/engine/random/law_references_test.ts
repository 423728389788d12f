import { assertAlmostEquals } from "@std/assert";
import { distributionOf, type DistributionSpec } from "../../../../sim/engine/random/mod.ts";

interface Reference {
  readonly spec: DistributionSpec;
  readonly mean: number;
  readonly variance: number;
  /** Quantiles at `PROBABILITIES`. */
  readonly quantiles: readonly number[];
}

const PROBABILITIES = [1e-9, 0.01, 0.5, 0.95, 0.999];

/** SciPy 1.17, scipy.stats: lognorm, norm, fisk, beta, poisson, binom and nbinom. */
const REFERENCES: readonly Reference[] = [
  {
    spec: { law: "lognormal", median: 12, quantile: { p: 0.9, value: 40 } },
    mean: 18.656672662852262,
    variance: 493.2738690242061,
    quantiles: [
      0.04285971478750831,
      1.349027971267232,
      12.0,
      56.27154639079863,
      218.78109278978695,
    ],
  },
  {
    spec: { law: "normal", mean: -3, sd: 2.5 },
    mean: -3.0,
    variance: 6.25,
    quantiles: [
      -17.994517537519215,
      -8.815869685102102,
      -3.0,
      1.1121340673786806,
      4.725580765419533,
    ],
  },
  {
    spec: { law: "loglogistic", shape: 2.5, scale: 7 },
    mean: 9.249144797743549,
    variance: 123.96934960503017,
    quantiles: [
      0.0017583205027600335,
      1.1138942502105984,
      7.0,
      22.73000233794969,
      110.89813314267737,
    ],
  },
  {
    spec: { law: "loglogistic", shape: 8, scale: 7 },
    mean: 7.183205070839215,
    variance: 2.826880902709763,
    quantiles: [0.5249259465983348, 3.941337638259987, 7.0, 10.11444926165347, 16.597540079279675],
  },
  {
    spec: { law: "beta", alpha: 0.5, beta: 0.5, low: 0, high: 1 },
    mean: 0.5,
    variance: 0.125,
    quantiles: [
      2.4674011002723396e-18,
      0.00024671981713422146,
      0.4999999999999999,
      0.9938441702975689,
      0.999997532600929,
    ],
  },
  {
    spec: { law: "beta", alpha: 2, beta: 3, low: 0, high: 1 },
    mean: 0.4,
    variance: 0.04,
    quantiles: [
      1.291005560032202e-05,
      0.04199863562170072,
      0.3857275681323895,
      0.7513953742698181,
      0.9359618608971666,
    ],
  },
  {
    spec: { law: "beta", alpha: 0.2, beta: 4, low: -1, high: 3 },
    mean: -0.8095238095238095,
    variance: 0.13954299668585382,
    quantiles: [
      -1.0,
      -0.9999999999277153,
      -0.9770857361101296,
      -0.009120660241691225,
      1.7008627199058033,
    ],
  },
  {
    spec: { law: "beta", alpha: 120, beta: 80, low: 0, high: 1 },
    mean: 0.6,
    variance: 0.0011940298507462687,
    quantiles: [
      0.38977202387084803,
      0.5183924465628567,
      0.6003339822766283,
      0.6562820512027154,
      0.7030949310752403,
    ],
  },
  {
    spec: { law: "beta", alpha: 1, beta: 1, low: 5, high: 6 },
    mean: 5.5,
    variance: 0.08333333333333333,
    quantiles: [5.000000001, 5.01, 5.5, 5.95, 5.999],
  },
  {
    spec: { law: "poisson", mean: 0.2 },
    mean: 0.2,
    variance: 0.2,
    quantiles: [0.0, 0.0, 0.0, 1.0, 3.0],
  },
  {
    spec: { law: "poisson", mean: 3.7 },
    mean: 3.7,
    variance: 3.7,
    quantiles: [0.0, 0.0, 4.0, 7.0, 11.0],
  },
  {
    spec: { law: "poisson", mean: 60 },
    mean: 60.0,
    variance: 60.0,
    quantiles: [20.0, 43.0, 60.0, 73.0, 85.0],
  },
  {
    spec: { law: "poisson", mean: 900 },
    mean: 900.0,
    variance: 900.0,
    quantiles: [726.0, 831.0, 900.0, 950.0, 994.0],
  },
  {
    spec: { law: "binomial", trials: 1, probability: 0.3 },
    mean: 0.3,
    variance: 0.21,
    quantiles: [0.0, 0.0, 0.0, 1.0, 1.0],
  },
  {
    spec: { law: "binomial", trials: 12, probability: 0.5 },
    mean: 6.0,
    variance: 3.0,
    quantiles: [0.0, 2.0, 6.0, 9.0, 11.0],
  },
  {
    spec: { law: "binomial", trials: 200, probability: 0.02 },
    mean: 4.0,
    variance: 3.92,
    quantiles: [0.0, 0.0, 4.0, 7.0, 11.0],
  },
  {
    spec: { law: "binomial", trials: 5000, probability: 0.7 },
    mean: 3500.0,
    variance: 1050.0000000000005,
    quantiles: [3303.0, 3424.0, 3500.0, 3553.0, 3600.0],
  },
  {
    spec: { law: "negativeBinomial", successes: 1, probability: 0.3 },
    mean: 2.3333333333333335,
    variance: 7.777777777777778,
    quantiles: [0.0, 0.0, 1.0, 8.0, 19.0],
  },
  {
    spec: { law: "negativeBinomial", successes: 0.35, probability: 0.1 },
    mean: 3.15,
    variance: 31.499999999999993,
    quantiles: [0.0, 0.0, 1.0, 14.0, 46.0],
  },
  {
    spec: { law: "negativeBinomial", successes: 40, probability: 0.8 },
    mean: 9.999999999999996,
    variance: 12.499999999999995,
    quantiles: [0.0, 3.0, 10.0, 16.0, 23.0],
  },
  {
    spec: { law: "negativeBinomial", mean: 12, dispersion: 0.5 },
    mean: 12.0,
    variance: 300.0,
    quantiles: [0.0, 0.0, 5.0, 47.0, 132.0],
  },
];

/** Truncated normal laws in 260 digits, by mpmath 1.3: the far tails are beyond SciPy's. */
const TRUNCATED: readonly Reference[] = [
  {
    spec: { law: "truncated", of: { law: "normal", mean: 0, sd: 1 }, low: -2, high: 5 },
    mean: 0.05524635755414156,
    variance: 0.8864444755557868,
    quantiles: [
      -1.999999981899758,
      -1.844946953480765,
      0.02851656718034245,
      1.6559816673699,
      3.096973657417704,
    ],
  },
  {
    spec: { law: "truncated", of: { law: "normal", mean: 0, sd: 1 }, low: 7, high: 9 },
    mean: 7.137545439418038,
    variance: 0.018261569719006346,
    quantiles: [
      7.000000000140104,
      7.001407957641671,
      7.096472643454135,
      7.408245249200004,
      7.910680825431225,
    ],
  },
  {
    spec: { law: "truncated", of: { law: "normal", mean: 0, sd: 1 }, low: 20, high: 30 },
    mean: 20.04975306852785,
    variance: 0.0024632616150521637,
    quantiles: [
      20.000000000049877,
      20.000501263556515,
      20.03454167651402,
      20.14886364097522,
      20.341627290984,
    ],
  },
  {
    spec: { law: "truncated", of: { law: "normal", mean: 0, sd: 1 }, low: -30, high: -20 },
    mean: -20.04975306852785,
    variance: 0.0024632616150521637,
    quantiles: [
      -21.008298933449712,
      -20.22838949959531,
      -20.03454167651402,
      -20.002558137760452,
      -20.000049900818638,
    ],
  },
  {
    spec: { law: "truncated", of: { law: "normal", mean: 5, sd: 2 }, low: 0, high: 100 },
    mean: 5.0352756509738335,
    variance: 3.822377373579205,
    quantiles: [
      1.1339265487929519e-07,
      0.718523134268181,
      5.0155654798163765,
      8.295743091747088,
      11.184163611138278,
    ],
  },
  {
    spec: {
      law: "truncated",
      of: { law: "normal", mean: 16, sd: 1.7320508 },
      low: 0.5,
      high: 1000.0,
    },
    mean: 16.0,
    variance: 2.9999999737806395,
    quantiles: [5.611493561460819, 11.970647303689262, 16.0, 18.8489700404442, 21.352439338083805],
  },
];

function assertAgrees({ spec, mean, variance, quantiles }: Reference, tolerance: number): void {
  const law = distributionOf(spec);
  const sd = Math.sqrt(variance);
  assertAlmostEquals(law.mean, mean, tolerance * (Math.abs(mean) + sd));
  assertAlmostEquals(law.variance, variance, tolerance * variance);
  PROBABILITIES.forEach((u, i) => {
    const near = tolerance * (Math.abs(quantiles[i]) + 1e-3 * sd);
    assertAlmostEquals(law.quantile(u), quantiles[i], near);
  });
}

for (const reference of REFERENCES) {
  Deno.test(`distributionOf() agrees with SciPy to 1e-12: ${JSON.stringify(reference.spec)}`, () => {
    assertAgrees(reference, 1e-12);
  });
}

for (const reference of TRUNCATED) {
  const { spec } = reference;
  Deno.test(`distributionOf() agrees with mpmath to 1e-12: ${JSON.stringify(spec)}`, () => {
    assertAgrees(reference, 1e-12);
  });
}
