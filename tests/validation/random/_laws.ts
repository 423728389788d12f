/** Laws with their first four moments by SciPy 1.17. */

import type { DistributionSpec } from "../../../sim/engine/random/mod.ts";

/** A law, its mean and variance, and its third and fourth standardised moments. */
export type Row = readonly [DistributionSpec, number, number, number, number];

/** scipy.stats: stats("mvsk") of each law; 3 is added to the excess of the fourth moment. */
export const LAWS: readonly Row[] = [
  [{ law: "uniform", low: -3, high: 5 }, 1.0, 5.333333333333333, 0.0, 1.8],
  [{ law: "exponential", mean: 90 }, 90.0, 8100.0, 2.0, 9.0],
  [{ law: "erlang", stages: 3, mean: 12 }, 12.0, 48.0, 1.1547005383792517, 5.0],
  [{ law: "gamma", mean: 6, sd: 4 }, 6.0, 16.0, 1.3333333333333333, 5.666666666666666],
  [{ law: "gamma", mean: 100, sd: 3 }, 100.00000000000001, 9.000000000000002, 0.06, 3.0054],
  [
    { law: "lognormal", mean: 5, sd: 2 },
    5.000000000000001,
    4.0000000000000036,
    1.2640000000000007,
    5.969231360000002,
  ],
  [
    { law: "lognormal", mean: 7.4, sd: 0.9 },
    7.4,
    0.8099999999999992,
    0.36666386985963295,
    3.239970536491853,
  ],
  [
    { law: "lognormal", median: 12, quantile: { p: 0.9, value: 16 } },
    12.306187391616248,
    7.826880458154907,
    0.6937614152085669,
    3.867817739026746,
  ],
  [
    { law: "weibull", shape: 1.5, scale: 10 },
    9.027452929509336,
    37.5690284813932,
    1.0719865728909583,
    4.390403561595774,
  ],
  [
    { law: "weibull", shape: 5, scale: 2 },
    1.8363374847995215,
    0.17691991193246803,
    -0.2541096037066862,
    2.8802900637817124,
  ],
  [
    { law: "triangular", low: 2, mode: 3, high: 9 },
    4.666666666666666,
    2.388888888888889,
    0.521609693635237,
    2.4,
  ],
  [{ law: "normal", mean: -2, sd: 3 }, -2.0, 9.0, 0.0, 3.0],
  [
    { law: "truncated", of: { law: "normal", mean: 0, sd: 1 }, low: 1, high: 8 },
    1.5251352761609553,
    0.19909766557017894,
    1.316228037554776,
    4.997356773120406,
  ],
  [
    { law: "loglogistic", shape: 20, scale: 5 },
    5.020621019769936,
    0.20938303742059072,
    0.44301532856061004,
    4.690833822842342,
  ],
  [
    { law: "beta", alpha: 0.5, beta: 0.7 },
    0.4166666666666667,
    0.11047979797979797,
    0.3133915852640043,
    1.683673469387755,
  ],
  [
    { law: "beta", alpha: 30, beta: 12, low: -1, high: 4 },
    2.5714285714285716,
    0.11865211200759374,
    -0.2827696548181053,
    2.983939393939394,
  ],
  [{ law: "poisson", mean: 0.3 }, 0.3, 0.3, 1.8257418583505538, 6.333333333333334],
  [{ law: "poisson", mean: 40 }, 40.0, 40.0, 0.15811388300841897, 3.025],
  [{ law: "poisson", mean: 20000 }, 20000.0, 20000.0, 0.007071067811865475, 3.00005],
  [
    { law: "binomial", trials: 12, probability: 0.4 },
    4.800000000000001,
    2.8800000000000003,
    0.11785113019775789,
    2.8472222222222223,
  ],
  [
    { law: "binomial", trials: 4000, probability: 0.9 },
    3600.0,
    360.0,
    -0.04216370213557841,
    3.0012777777777777,
  ],
  [
    { law: "negativeBinomial", successes: 2.5, probability: 0.3 },
    5.833333333333334,
    19.444444444444446,
    1.2850792082313724,
    5.451428571428572,
  ],
  [
    { law: "negativeBinomial", mean: 60, dispersion: 20 },
    60.0,
    240.0,
    0.45184805705753195,
    3.3041666666666667,
  ],
];
