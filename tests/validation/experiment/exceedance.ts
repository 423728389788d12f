/** How often the interval of the probability of too many full days holds it. */

import { binomialBand, keyOf } from "../../../sim/engine/mod.ts";
import { exceedancesOf } from "../../../sim/experiment/analysis/mod.ts";
import {
  type ExceedanceSpec,
  NO_GROUPS,
  type SeriesPath,
} from "../../../sim/experiment/results/mod.ts";
import { bandFinding, type Effort, type Finding, zFinding } from "../_case.ts";
import type { Fault, ValidationCase } from "../_case.ts";
import { empty, exceedanceOf, lawAfter, type LossWard } from "./_transient.ts";
import { runWard } from "./_ward.ts";

const NAME = "Experiment: probability of too many days that end with all beds in use";
const WARD: LossWard = { beds: 10, rate: 8, stay: 1 };
const DAYS = 14;
/** Replications of one experiment [-]. */
const GROUP = 20;
/** Level of the band of coverage: that of |z| < 3 [-]. */
const LEVEL = 0.9973;

const MEASURE = "bed_occupancy";
/** Events: more than so many of the days end with every bed in use. */
const EVENTS = [2, 4].map((days): ExceedanceSpec => ({
  measure: MEASURE,
  groups: { ward: "general" },
  level: 1,
  orAt: true,
  days,
}));

function pathOf(replication: number): SeriesPath {
  const stay = { law: "exponential", mean: WARD.stay } as const;
  const run = runWard({ ...WARD, stay, days: DAYS }, keyOf(NAME, replication));
  return {
    ...NO_GROUPS,
    ward: "general",
    scenario: "ward",
    replication: replication % GROUP,
    measure: MEASURE,
    unit: "-",
    dates: Array.from({ length: DAYS }, (_, day) => `2022-12-${String(day + 1).padStart(2, "0")}`),
    values: run.census.map((census) => census / WARD.beds),
  };
}

/** Probability of each number of successes in so many trials [-]. */
function binomialLaw(trials: number, p: number): number[] {
  const law: number[] = [];
  let mass = (1 - p) ** trials;
  for (let k = 0; k <= trials; k++) {
    law.push(mass);
    mass *= (trials - k) / (k + 1) * p / (1 - p);
  }
  return law;
}

/**
 * Exact share of intervals of Clopper and Pearson that hold the probability: that of the numbers which
 * neither tail makes less probable than 2.5 %.
 */
function exactCoverage(trials: number, p: number): number {
  const law = binomialLaw(trials, p);
  const sum = (from: number, to: number) => law.slice(from, to).reduce((a, b) => a + b, 0);
  return law.reduce(
    (share, mass, k) => sum(0, k + 1) > 0.025 && sum(k, law.length) > 0.025 ? share + mass : share,
    0,
  );
}

function intervals(effort: Effort): Finding[] {
  const experiments = effort === "fast" ? 400 : 4000;
  const rows = Array.from({ length: experiments }, (_, experiment) => {
    const paths = Array.from({ length: GROUP }, (_, r) => pathOf(experiment * GROUP + r));
    return exceedancesOf(paths, EVENTS, { baseline: "ward" });
  });
  return EVENTS.flatMap(({ days }, event) => {
    const p = exceedanceOf(WARD, { level: WARD.beds, more: days, days: DAYS });
    const coverage = exactCoverage(GROUP, p);
    const { low, high } = binomialBand(coverage, experiments, LEVEL);
    const own = rows.map((one) => one[event]);
    const held = own.filter((row) => row.low <= p && p <= row.high).length;
    const hits = own.reduce((sum, row) => sum + row.hits, 0);
    const n = experiments * GROUP;
    const words = `more than ${days} of ${DAYS} days`;
    return [
      zFinding(`${words}: probability [-]`, p, {
        ours: hits / n,
        error: Math.sqrt(p * (1 - p) / n),
      }),
      bandFinding(
        `${words}: share of 95 % intervals of ${GROUP} replications that hold it [-]`,
        coverage,
        { ours: held / experiments, low: low / experiments, high: high / experiments },
      ),
    ];
  }).concat(meanDays(rows.map(([row]) => row.daysMean)));
}

/** Mean number of such days against the sum of the chain's probabilities. */
function meanDays(means: readonly number[]): Finding {
  let [law, expected] = [empty(WARD), 0];
  for (let day = 0; day < DAYS; day++) {
    law = lawAfter(WARD, 1, law);
    expected += law[WARD.beds];
  }
  const mean = means.reduce((a, b) => a + b, 0) / means.length;
  const variance = means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (means.length - 1);
  return zFinding("days that end with all beds in use, mean [d]", expected, {
    ours: mean,
    error: Math.sqrt(variance / means.length),
  });
}

/** Cases of exceedance. */
export const cases: ValidationCase[] = [
  {
    name: NAME,
    source: "probabilities of M/M/10/10 begun empty, load 8, by uniformisation from day to day; " +
      "Clopper and Pearson (1934), The use of confidence or fiducial limits illustrated in the case " +
      "of the binomial, Biometrika 26(4), 404–413: their exact coverage, which is above .95",
    run: intervals,
  },
];

/** Faults that the case must notice. */
export const faults: Fault[] = [
  {
    name: "exactly_so_many_days_is_too_many",
    what: "An event of more than so many days is seen on exactly so many.",
    file: "sim/experiment/analysis/exceedance.ts",
    find: "const hit = count > spec.days;",
    replace: "const hit = count >= spec.days;",
    red: [NAME],
  },
];
