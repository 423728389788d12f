/** How often the intervals of an experiment hold what theory expects of its wards. */

import { binomialBand, distributionOf, type DistributionSpec } from "../../../sim/engine/mod.ts";
import type { ComparisonRow, MeasureRow } from "../../../sim/experiment/results/mod.ts";
import { bandFinding, type Effort, exactFinding, type Finding, zFinding } from "../_case.ts";
import type { Fault, ValidationCase } from "../_case.ts";
import { integralFromZero } from "../queueing/_theory.ts";
import {
  compared,
  comparisons,
  lastCensusOf,
  lossOf,
  meanFinding,
  rowsOfWards,
  shareFinding,
  valuesOf,
  type Wards,
} from "./_macro.ts";
import { empty, expectedOf, lawAfter, type LossWard } from "./_transient.ts";

/** Small experiments of ten replications each [-]. */
const experimentsOf = (effort: Effort): number => effort === "fast" ? 300 : 2000;

const holds = (low: number, value: number, high: number): boolean => low <= value && value <= high;

const [RATE, STAY, DAYS] = [8, 1, 30];
const lossWard = (beds: number): LossWard => ({ beds, rate: RATE, stay: STAY });
const BEDS = [10, 9, 11, 12];
const LOSS_WARDS: Wards = Object.fromEntries(
  BEDS.map((beds) => [
    `${beds} beds`,
    { beds, rate: RATE, stay: { law: "exponential", mean: STAY }, days: DAYS },
  ]),
);
const EXPECTED = Object.fromEntries(
  BEDS.map((beds) => [`${beds} beds`, expectedOf(lossWard(beds), DAYS)]),
);
const [BASELINE, ...OTHERS] = Object.keys(LOSS_WARDS);

const samples = new Map<Effort, MeasureRow[][]>();

/** Runs of the four wards, shared by the cases of one thread. */
function lossRows(effort: Effort): MeasureRow[][] {
  const kept = samples.get(effort) ??
    rowsOfWards("loss wards on common random numbers", LOSS_WARDS, {
      replications: 10 * experimentsOf(effort),
      read: lossOf,
    });
  samples.set(effort, kept);
  return kept;
}

const MEASURES = [
  ["refused", "refused in 30 d", "[patients]"],
  ["inUse", "in use", "[beds]"],
] as const;

/** Whether each kind of interval of a row holds what is expected. */
const meanHeld = (row: ComparisonRow, mean: number) => holds(row.meanLow, mean, row.meanHigh);
const differenceHeld = (row: ComparisonRow, difference: number) =>
  holds(row.differenceLow, difference, row.differenceHigh);
const allHeld = (row: ComparisonRow, difference: number) =>
  holds(row.allLow, difference, row.allHigh);

function twoBedNumbers(effort: Effort): Finding[] {
  const rows = lossRows(effort);
  const experiments = comparisons(rows, BASELINE);
  const whole = compared(rows, BASELINE);
  const other = "12 beds";
  const full = lawAfter(lossWard(10), 100, empty(lossWard(10)))[10];
  const findings = MEASURES.flatMap(([measure, words, unit]) => {
    const [mean, others] = [EXPECTED[BASELINE][measure], EXPECTED[other][measure]];
    return [
      meanFinding(`${words}, 10 beds ${unit}`, mean, valuesOf(rows, BASELINE, measure)),
      meanFinding(`${words}, 12 beds ${unit}`, others, valuesOf(rows, other, measure)),
      shareFinding(
        `${words}, 10 beds: share of 95 % intervals that hold the mean`,
        0.95,
        experiments.map((one) => meanHeld(one(BASELINE, measure), mean)),
      ),
      shareFinding(
        `${words}, 12 less 10 beds: share of paired 95 % intervals that hold the difference`,
        0.95,
        experiments.map((one) => differenceHeld(one(other, measure), others - mean)),
      ),
      bandFinding(`${words}: share of variance that pairing removes, at least half [-]`, 0.5, {
        ours: whole(other, measure).varianceRemoved,
        low: 0.5,
        high: 1,
      }),
    ];
  });
  const erlang = exactFinding("P(all 10 in use) after 100 stays, by the chain, printed", 0.121661, {
    ours: full,
    tolerance: 5.001e-7,
  });
  return [erlang, ...findings];
}

/** Quantiles 1 - 0.05/6 and 0.975 of Student's t with 9 degrees, by SciPy 1.17. */
const WIDER = 2.93332408837399 / 2.262157162798205;

function threeAtOnce(effort: Effort): Finding[] {
  const experiments = comparisons(lossRows(effort), BASELINE);
  const n = experiments.length;
  return MEASURES.flatMap(([measure, words]) => {
    const differences = OTHERS.map((name) => EXPECTED[name][measure] - EXPECTED[BASELINE][measure]);
    const held = experiments.map((one) =>
      OTHERS.map((name, i) => allHeld(one(name, measure), differences[i]))
    );
    const together = held.filter((three) => three.every((one) => one)).length / n;
    const [{ low }, { high }] = [
      binomialBand(0.95, n, 0.9973),
      binomialBand(1 - 0.05 / 3, n, 0.9973),
    ];
    const { allHigh, differenceHigh, difference } = experiments[0](OTHERS[0], measure);
    return [
      bandFinding(`${words}: share of experiments that hold all three differences [-]`, 0.95, {
        ours: together,
        low: low / n,
        high: high / n,
      }),
      ...OTHERS.map((name, i) =>
        shareFinding(
          `${words}, ${name} less 10: share of simultaneous intervals that hold the difference`,
          1 - 0.05 / 3,
          held.map((three) => three[i]),
        )
      ),
      exactFinding(`${words}: width for three at once over that for one [-]`, WIDER, {
        ours: (allHigh - difference) / (differenceHigh - difference),
        tolerance: 1e-8,
      }),
    ];
  });
}

const LAST = 20;
const stayOf = (mean: number): DistributionSpec => ({ law: "lognormal", mean, sd: 0.8 * mean });
const STAYS: Wards = {
  "stays of 5 d": { beds: Infinity, rate: RATE, stay: stayOf(5), days: LAST },
  "stays of 6 d": { beds: Infinity, rate: RATE, stay: stayOf(6), days: LAST },
};

/** Mean census after some days of a ward that refuses nobody: λ times the integral of P(S > x). */
function meanCensus(mean: number): number {
  const { cdf } = distributionOf(stayOf(mean));
  return RATE * integralFromZero((x) => 1 - (x > 0 ? cdf(x) : 0), LAST);
}

/** Share of variance removed, with the standard error that its influence on single pairs gives. */
function removedShare(short: readonly number[], long: readonly number[]) {
  const centred = (values: readonly number[]) => {
    const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
    return values.map((value) => value - mean);
  };
  const [a, b] = [centred(short), centred(long)];
  const apart = a.reduce((sum, x, i) => sum + x * x + b[i] * b[i], 0) / a.length;
  const left = a.reduce((sum, x, i) => sum + (b[i] - x) ** 2, 0) / a.length;
  const influence = a.map((x, i) =>
    ((b[i] - x) ** 2 - left / apart * (x * x + b[i] * b[i])) / apart
  );
  const square = influence.reduce((sum, one) => sum + one * one, 0);
  return Math.sqrt(square) / a.length;
}

function twoStays(effort: Effort): Finding[] {
  const [short, long] = Object.keys(STAYS);
  const rows = rowsOfWards("wards without limit", STAYS, {
    replications: 10 * experimentsOf(effort),
    read: lastCensusOf,
  });
  const experiments = comparisons(rows, short);
  const [m, n] = [meanCensus(5), meanCensus(6)];
  const [a, b] = [valuesOf(rows, short, "census"), valuesOf(rows, long, "census")];
  return [
    meanFinding("census after 20 d, stays of 5 d [patients]", m, a),
    meanFinding("census after 20 d, 6 d less 5 d [patients]", n - m, b.map((x, i) => x - a[i])),
    shareFinding(
      "census, stays of 5 d: share of 95 % intervals that hold the mean",
      0.95,
      experiments.map((one) => meanHeld(one(short, "census"), m)),
    ),
    shareFinding(
      "census, 6 d less 5 d: share of paired 95 % intervals that hold the difference",
      0.95,
      experiments.map((one) => differenceHeld(one(long, "census"), n - m)),
    ),
    zFinding("share of variance that pairing removes [-]", 1 - (n - m) / (n + m), {
      ours: compared(rows, short)(long, "census").varianceRemoved,
      error: removedShare(a, b),
    }),
  ];
}

const UNIFORMISED =
  "expectations over 30 d from an empty ward by uniformisation (Jensen 1953, Skandinavisk " +
  "Aktuarietidskrift 36, 87–91); long run: Erlang B(10, 8)";
const NAMES = {
  two: "Experiment: means and paired differences of a loss ward with 10 and 12 beds",
  three: "Experiment: differences of 9, 11 and 12 beds from 10, all at once",
  census: "Experiment: census of a ward without limit, two lengths of stay",
};

/** Cases of intervals of experiments. */
export const cases: ValidationCase[] = [
  {
    name: NAMES.two,
    source: `${UNIFORMISED}; 0.95 but for the skewness of the values, which the band covers`,
    run: twoBedNumbers,
  },
  {
    name: NAMES.three,
    source:
      `${UNIFORMISED}; at least 0.95 by Bonferroni's inequality, at most 1 - 0.05/3 as if all three ` +
      "were one",
    run: threeAtOnce,
  },
  {
    name: NAMES.census,
    source:
      "Poisson census of M/G/∞ begun empty; whom the longer stay alone keeps there is Poisson too and " +
      "independent of the others, so that pairing removes exactly 1 - (n - m) / (n + m)",
    run: twoStays,
  },
];

/** Faults that the cases must notice. */
export const faults: Fault[] = [
  {
    name: "replications_paired_crosswise",
    what: "Of every two replications, each is compared with the baseline's other one.",
    file: "sim/experiment/analysis/_compare_cell.ts",
    find: "theirs.push(from?.values[replication] ?? NaN);",
    replace: "theirs.push(from?.values[replication ^ 1] ?? NaN);",
    red: [NAMES.two, NAMES.census],
  },
  {
    name: "scenarios_do_not_share_the_level",
    what: "Intervals that are to hold for all scenarios at once are those of one.",
    file: "sim/experiment/analysis/_compare_cell.ts",
    find: "levelOfEach(together, { level })",
    replace: "levelOfEach(0 * together + 1, { level })",
    red: [NAMES.three],
  },
];
