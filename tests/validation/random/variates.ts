/** Every variate: four moments, distribution function and tails, against SciPy. */

import {
  type Distribution,
  distributionOf,
  keyOf,
  Streams,
  Variates,
} from "../../../sim/engine/random/mod.ts";
import { type Fault, type Finding, type ValidationCase, zFinding } from "../_case.ts";
import { chiSquare, kolmogorov } from "./_judges.ts";
import { LAWS, type Row } from "./_laws.ts";

/** Bounds of the cells, as probabilities: tails of a thousandth, then tens and twentieths. */
const BOUNDS = [1e-3, 0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999];

function sampleOf(law: Distribution, name: string, n: number): Float64Array {
  const stream = new Streams(keyOf("every variate", 0)).open(name);
  const variates = new Variates(law, stream);
  return Float64Array.from({ length: n }, () => variates.next());
}

/** Standardised moments; errors of the first two by the law, of the others by the sample itself. */
function moments(sample: Float64Array, [, mean, variance, third, fourth]: Row): Finding[] {
  const sd = Math.sqrt(variance);
  return [0, 1, third, fourth].map((reference, i) => {
    let sum = 0;
    let squares = 0;
    for (const x of sample) {
      const power = ((x - mean) / sd) ** (i + 1);
      sum += power;
      squares += power ** 2;
    }
    const ours = sum / sample.length;
    const spread = [1, fourth - 1][i] ?? squares / sample.length - ours ** 2;
    const error = Math.sqrt(spread / sample.length);
    return zFinding(`moment ${i + 1}, standardised [-]`, reference, { ours, error });
  });
}

/** Counts in cells between quantiles; a law of few values has fewer cells. */
function cells(sample: Float64Array, law: Distribution): Finding {
  const edges = [...new Set(BOUNDS.map((p) => law.quantile(p)))];
  const shares = [...edges.map((x) => law.cdf(x)), 1].map((p, i, all) =>
    p - (i > 0 ? all[i - 1] : 0)
  );
  if (shares[shares.length - 1] * sample.length < 5) {
    edges.pop();
    shares.splice(-2, 2, shares[shares.length - 2] + shares[shares.length - 1]);
  }
  const counts = new Float64Array(shares.length);
  for (const x of sample) {
    const cell = edges.findIndex((edge) => x <= edge);
    counts[cell < 0 ? edges.length : cell]++;
  }
  return chiSquare("counts by cell", counts, (cell) => shares[cell] * sample.length);
}

const nameOf = ([spec]: Row): string => `Variates of ${JSON.stringify(spec)}`;

/** One case a law. */
export const cases: ValidationCase[] = LAWS.map((row) => ({
  name: nameOf(row),
  source:
    "SciPy 1.17, scipy.stats: stats(moments='mvsk'); cells by the law's own distribution function",
  run: (effort) => {
    const law = distributionOf(row[0]);
    const sample = sampleOf(law, JSON.stringify(row[0]), effort === "fast" ? 20_000 : 1_000_000);
    const smooth = new Set(sample.subarray(0, 1000)).size > 900;
    return [
      ...moments(sample, row),
      cells(sample, law),
      ...(smooth && row[0].law !== "poisson"
        ? [kolmogorov("distribution function", sample.map((x) => law.cdf(x)))]
        : []),
    ];
  },
}));

const named = (part: string): string[] => LAWS.map(nameOf).filter((name) => name.includes(part));

/** Faults that the cases must notice. */
export const faults: Fault[] = [
  {
    name: "lognormal_sd_taken_on_log_scale",
    what: "The standard deviation of a log-normal law is taken for that of its logarithm.",
    file: "sim/engine/random/_continuous.ts",
    find: "const logVariance = Math.log1p((sd / mean) ** 2);",
    replace: "const logVariance = sd ** 2;",
    red: [
      ...named('"lognormal","mean"'),
      "M/lognormal/1, load .6, coefficient of variation .8",
      "Erlang B(45, 30), stay lognormal",
      "Erlang B(100, 90), stay lognormal",
      "M(t)/G/∞, census of every hour, stay lognormal",
      "Care network: no infections, no COVID patient in any bed",
      "Care network: elective patients of a ward as Erlang B(10, 8), stay lognormal",
      "Urgent care centre as published, rate frozen at the arrival before",
      "Urgent care centre with arrivals at the rate of their own time",
      "Stroke unit, delay by the number of acute and rehabilitation beds",
      "Stroke wards that refuse whom they have no bed for",
      "Intensive care without triage, 45 beds and a demand for 60",
      "Intensive care without triage in a wave",
      "Experiment: census of a ward without limit, two lengths of stay",
    ],
  },
  {
    name: "count_table_one_too_high",
    what: "A count drawn from the table is one too high.",
    file: "sim/engine/random/_counts.ts",
    find: "return from + i;",
    replace: "return from + i + 1;",
    red: [
      "poisson",
      "binomial",
      "negativeBinomial",
    ].flatMap((law) => named(`"law":"${law}"`))
      .filter((name) => !name.includes("20000")),
  },
];
