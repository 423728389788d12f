/** Long runs: warm-up, batch means, regenerative cycles, common random numbers. */

import {
  batchMeansOf,
  binomialBand,
  regenerativeInterval,
  StreamingBatchMeans,
  Tally,
  warmUpOf,
  welchMeans,
} from "../../../sim/engine/stats/mod.ts";
import { bandFinding, type Effort, type Finding, zFinding } from "../_case.ts";
import type { Fault, ValidationCase } from "../_case.ts";
import { exactMeanWaits, Inputs } from "./_inputs.ts";

/** What one interval says. */
interface Estimate {
  readonly value: number;
  readonly halfWidth: number;
}

/** Count of intervals that hold the value inside its band, and the mean estimate against the value. */
function judged(
  name: string,
  estimates: readonly Estimate[],
  { value, bias = 0 }: { value: number; bias?: number },
): Finding[] {
  const held = estimates.filter((one) => Math.abs(one.value - value) <= one.halfWidth).length;
  const tally = new Tally();
  for (const one of estimates) tally.add(one.value);
  const n = estimates.length;
  return [
    bandFinding(`95 % intervals that hold the mean wait, ${name} [intervals]`, 0.95 * n, {
      ours: held,
      ...binomialBand(0.95, n),
    }),
    zFinding(`mean wait, ${name} [services]`, value + bias, {
      ours: tally.mean,
      error: Math.sqrt(tally.variance / n),
    }),
  ];
}

/** Batches of stationary waits at load 0.3, whose correlations die out within some ten customers. */
function batchCoverage(effort: Effort): Finding[] {
  const inputs = new Inputs("coverage of batch means");
  const load = 0.3;
  const [macros, length] = effort === "fast" ? [2000, 3200] : [5000, 51_200];
  const waits = new Float64Array(length);
  const fixed: Estimate[] = [];
  const growing: Estimate[] = [];
  for (let run = 0; run < macros; run++) {
    inputs.waits(waits, { run, load, stationary: true });
    const { interval } = batchMeansOf(waits, { batches: 16 });
    fixed.push({ value: interval.mean, halfWidth: interval.halfWidth });
    const stream = new StreamingBatchMeans({ batches: 10 });
    for (let i = 0; i < length; i++) stream.add(waits[i]);
    const grown = stream.result().interval;
    growing.push({ value: grown.mean, halfWidth: grown.halfWidth });
  }
  const value = load / (1 - load);
  return [
    ...judged("16 batches", fixed, { value }),
    ...judged("batches that grow", growing, { value }),
  ];
}

/** Sums of waits and customers of each busy cycle; a cycle begins with a customer who finds nobody. */
function cyclesOf(waits: Float64Array): { sums: number[]; lengths: number[] } {
  const sums: number[] = [];
  const lengths: number[] = [];
  for (const wait of waits) {
    if (wait === 0) {
      sums.push(0);
      lengths.push(0);
    }
    sums[sums.length - 1] += wait;
    lengths[lengths.length - 1]++;
  }
  // The last cycle was not seen to its end.
  return { sums: sums.slice(0, -1), lengths: lengths.slice(0, -1) };
}

function regenerativeCoverage(effort: Effort): Finding[] {
  const inputs = new Inputs("coverage of the regenerative estimator");
  const load = 0.2;
  const [macros, length] = effort === "fast" ? [2000, 6000] : [5000, 60_000];
  const waits = new Float64Array(length);
  const estimates: Record<"classical" | "jackknife", Estimate[]> = { classical: [], jackknife: [] };
  for (let run = 0; run < macros; run++) {
    const cycles = cyclesOf(inputs.waits(waits, { run, load, stationary: false }));
    for (const method of ["classical", "jackknife"] as const) {
      const { ratio, halfWidth } = regenerativeInterval(cycles, { method });
      estimates[method].push({ value: ratio, halfWidth });
    }
  }
  const value = load / (1 - load);
  return [
    ...judged("classical", estimates.classical, { value }),
    ...judged("jackknife", estimates.jackknife, { value }),
  ];
}

const LOAD = 0.8;
const CUSTOMERS = 1000;

/** Exact bias of the mean over customers from `cut` as a share of the stationary mean; -2.5 % from 0. */
function biasFrom(exact: Float64Array, cut: number): number {
  const stationary = LOAD / (1 - LOAD);
  return meanOf(exact.subarray(cut)) / stationary - 1;
}

function meanOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean waits over replications of M/M/1 started empty: against theory, and cut by MSER-5. */
function emptyStart(effort: Effort): Finding[] {
  const inputs = new Inputs("M/M/1 started empty");
  const replications = effort === "fast" ? 1000 : 20_000;
  const series = Array.from(
    { length: replications },
    (_, run) => inputs.waits(new Float64Array(CUSTOMERS), { run, load: LOAD, stationary: false }),
  );
  const exact = exactMeanWaits(LOAD, CUSTOMERS);
  const means = welchMeans(series);
  const places = [1, 4, 19, 99, 499].map((place) => {
    const tally = new Tally();
    for (const one of series) tally.add(one[place]);
    return zFinding(`mean wait of customer ${place + 1} [services]`, exact[place], {
      ours: means[place],
      error: Math.sqrt(tally.variance / replications),
    });
  });
  // A thousand at either effort: with more, the noise is less than the last of the transient.
  const { cut, reliable } = warmUpOf(welchMeans(series.slice(0, 1000)));
  const whole = new Tally();
  for (const one of series) whole.add(one.reduce((sum, wait) => sum + wait, 0) / CUSTOMERS);
  return [
    ...places,
    zFinding("mean wait of all customers, its bias included [services]", meanOf(exact), {
      ours: whole.mean,
      error: Math.sqrt(whole.variance / replications),
    }),
    bandFinding("bias after the cut of MSER-5, share of the mean [-]", 0, {
      ours: biasFrom(exact, cut),
      low: -0.01,
      high: 0.01,
    }),
    bandFinding("cut in the first half [-]", 1, { ours: Number(reliable), low: 1, high: 1 }),
  ];
}

/** Mean time that 400 patients wait for one of ten beds, first come, first served. */
function meanWaitForBed(draws: Inputs, { run, stay }: { run: number; stay: number }): number {
  const free = new Float64Array(10);
  const tally = new Tally();
  let now = 0;
  for (let patient = 0; patient < 400; patient++) {
    now += draws.exponential(run, 2 * patient) / 9;
    let bed = 0;
    for (let i = 1; i < free.length; i++) if (free[i] < free[bed]) bed = i;
    const start = Math.max(now, free[bed]);
    free[bed] = start + stay * draws.exponential(run, 2 * patient + 1);
    tally.add(start - now);
  }
  return tally.mean;
}

/** Variance of what stays shorter by 5 % change: the same patients over other patients. */
function commonNumbers(effort: Effort): Finding[] {
  const [one, other] = [new Inputs("beds, one seed"), new Inputs("beds, another seed")];
  const [same, apart] = [new Tally(), new Tally()];
  for (let run = 0; run < (effort === "fast" ? 500 : 10_000); run++) {
    const now = meanWaitForBed(one, { run, stay: 1 });
    same.add(now - meanWaitForBed(one, { run, stay: 0.95 }));
    apart.add(now - meanWaitForBed(other, { run, stay: 0.95 }));
  }
  const ours = same.variance / apart.variance;
  return [
    bandFinding("variance with common numbers over without [-]", 0.5, { ours, low: 0, high: 0.5 }),
  ];
}

/** Cases of long runs. */
export const cases: ValidationCase[] = [
  {
    name: "Coverage of batch means, waits of M/M/1",
    source: "mean wait ρ / (1 - ρ), Cohen (1982), The Single Server Queue, II.4",
    run: batchCoverage,
  },
  {
    name: "Coverage of the regenerative estimator, waits of M/M/1",
    source: "mean wait ρ / (1 - ρ), Cohen (1982), The Single Server Queue, II.4",
    run: regenerativeCoverage,
  },
  {
    name: "Warm-up of M/M/1 started empty",
    source: "mean waits of the first customers by Spitzer's identity (1956), Transactions of the " +
      "American Mathematical Society 82, 323–339; bias after the cut is the exact one",
    run: emptyStart,
  },
  {
    name: "Common random numbers for two lengths of stay",
    source:
      "Law (2015), Simulation Modeling and Analysis, fifth edition, section 11.2; at least halved",
    run: commonNumbers,
  },
];

/** Faults that the cases must notice. */
export const faults: Fault[] = [
  {
    name: "batches_not_used",
    what: "The interval of batch means is made from the values themselves.",
    file: "sim/engine/stats/batch_means.ts",
    find: "interval: tInterval(means, level)",
    replace: "interval: tInterval(values, level)",
    red: ["Coverage of batch means, waits of M/M/1"],
  },
  {
    name: "cycles_of_length_one",
    what: "The standard error is not divided by the mean length of the cycles.",
    file: "sim/engine/stats/regenerative.ts",
    find: " / (length / n) };",
    replace: " };",
    red: ["Coverage of the regenerative estimator, waits of M/M/1"],
  },
  {
    name: "warm_up_not_cut",
    what: "The truncation point is found and not used.",
    file: "sim/engine/stats/warm_up.ts",
    find: "cut: best * batch",
    replace: "cut: 0 * batch",
    red: [
      "Warm-up of M/M/1 started empty",
      "Experiment: check of the start of a ward that begins empty",
    ],
  },
];
