/**
 * Delay in a stroke unit by the number of its beds: acute, rehabilitation, split and shared.
 *
 * Patients come as Poisson streams, and a bed is always found. So the patients in acute beds and those
 * in rehabilitation are independent Poisson counts, whatever the laws of the stays; those who go on
 * from the one to the other are a Poisson stream too. The probability of delay with n beds is taken to
 * be p(n) / P(N ≤ n), which is Erlang's loss formula.
 */

import { binomialBand, Tally, tInterval } from "../../../sim/engine/mod.ts";
import { bandFinding, type Effort, exactFinding, type Finding, zFinding } from "../_case.ts";
import type { Fault, ValidationCase } from "../_case.ts";
import {
  DIAGNOSES,
  PUBLISHED_YEARS,
  type Stay,
  type StrokeRun,
  strokeRun,
} from "./_stroke_unit.ts";

/** Acute beds, beds in rehabilitation, and beds shared by both. */
type Beds = readonly [acute: number, rehab: number, shared: number];

/** Which patients' numbers a probability adds up, out of which. */
interface Share {
  readonly name: string;
  readonly part: (acute: number, rehab: number) => boolean;
  readonly of: (acute: number, rehab: number) => boolean;
  /** Number that the authors printed. */
  readonly printed?: string;
  /** Our own figures of the theory, rounded to four places. */
  readonly known?: number;
}

/** Patients at a time beyond whom a Poisson count of mean 18 has a probability below 1e-12. */
const MOST = 60;
const always = (): boolean => true;

/** Patients a day times mean stay [d]: the mean number in acute beds and in rehabilitation. */
export function strokeLoads(): readonly [acute: number, rehab: number] {
  const dot = (shares: readonly number[], stays: readonly Stay[]): number =>
    shares.reduce((sum, share, i) => sum + share * stays[i][0], 0);
  let acute = 0;
  let rehab = 0;
  for (const diagnosis of DIAGNOSES) {
    const { acuteEvery, rehabEvery, onward, supportedFromRehab: supported } = diagnosis;
    acute += dot(onward, diagnosis.acuteStay) / acuteEvery;
    const toRehab = onward[0] / acuteEvery + 1 / rehabEvery;
    rehab += toRehab * dot([1 - supported, supported], diagnosis.rehabStay);
  }
  return [acute, rehab];
}

/** The last is printed twice, as .02 and among the partly shared beds as .019. */
const ACUTE = [9, 10, 11, 12, 13, 14].map((beds, i): Share => ({
  name: `P(delay), ${beds} acute beds`,
  part: (a) => a === beds,
  of: (a) => a <= beds,
  printed: [".18", ".13", ".08", ".06", ".03", ".019"][i],
  known: [0.1806, 0.1283, 0.0867, 0.0556, 0.0337, 0.0192][i],
}));

const REHAB = [10, 12, 13, 14, 15, 16].map((beds, i): Share => ({
  name: `P(delay), ${beds} beds in rehabilitation`,
  part: (_, r) => r === beds,
  of: (_, r) => r <= beds,
  printed: [".20", ".11", ".08", ".05", ".03", ".02"][i],
  known: [0.2015, 0.1091, 0.0754, 0.0497, 0.0312, 0.0186][i],
}));

const POOLED = [22, 26].map((beds, i): Share => ({
  name: `P(delay), ${beds} beds for both`,
  part: (a, r) => a + r === beds,
  of: (a, r) => a + r <= beds,
  printed: [".065", ".016"][i],
  known: [0.0629, 0.0158][i],
}));

/** Shared beds that would be needed. */
const needed = (a: number, r: number, [acute, rehab]: Beds): number =>
  Math.max(a - acute, 0) + Math.max(r - rehab, 0);

/**
 * Partial pooling. The printed numbers are shares of all the time: own beds and shared beds are taken,
 * or more would be. They are not the shares of the time when everybody has a bed, as above; those are
 * three times as small, and are here beside them.
 */
const PARTIAL = ([[9, 9, 8]] as const).flatMap((beds): Share[] => {
  const name = `${beds[0]} acute beds, ${beds[1]} in rehabilitation, ${beds[2]} shared`;
  const [acute, rehab, shared] = beds;
  const enough = (a: number, r: number): boolean => needed(a, r, beds) <= shared;
  const full = (a: number, r: number): boolean => needed(a, r, beds) === shared;
  const short = (a: number, r: number): boolean => needed(a, r, beds) >= shared;
  return [
    {
      name: `${name}: acute, of all time`,
      part: (a, r) => a >= acute && short(a, r),
      of: always,
      printed: ".041",
    },
    {
      name: `${name}: rehab, of all time`,
      part: (a, r) => r >= rehab && short(a, r),
      of: always,
      printed: ".053",
    },
    { name: `${name}: acute, P(delay)`, part: (a, r) => a >= acute && full(a, r), of: enough },
    { name: `${name}: rehab, P(delay)`, part: (a, r) => r >= rehab && full(a, r), of: enough },
  ];
});

const SHARES: readonly Share[] = [...ACUTE, ...REHAB, ...POOLED, ...PARTIAL];

/** Sum of a law of both numbers over those that are meant. */
function sumOver(law: (acute: number, rehab: number) => number, meant: Share["of"]): number {
  let sum = 0;
  for (let a = 0; a < MOST; a++) {
    for (let r = 0; r < MOST; r++) if (meant(a, r)) sum += law(a, r);
  }
  return sum;
}

/** A share by theory: product of two Poisson laws. */
function exactShare({ part, of }: Share): number {
  const [acute, rehab] = strokeLoads().map(poissonTerms);
  const law = (a: number, r: number): number => acute[a] * rehab[r];
  return sumOver(law, part) / sumOver(law, of);
}

function poissonTerms(mean: number): number[] {
  const terms = [Math.exp(-mean)];
  for (let k = 1; k < MOST; k++) terms.push(terms[k - 1] * mean / k);
  return terms;
}

/** A number with its standard error. */
interface Estimate {
  readonly ours: number;
  readonly error: number;
}

/** Ratio of the means of runs. */
function ratioOf(parts: readonly number[], wholes: readonly number[]): Estimate {
  const sum = (values: readonly number[]): number => values.reduce((total, x) => total + x, 0);
  const ours = sum(parts) / sum(wholes);
  const rest = new Tally();
  parts.forEach((part, i) => rest.add(part - ours * wholes[i]));
  const n = parts.length;
  return { ours, error: Math.sqrt(rest.variance / n) * n / sum(wholes) };
}

/** A share in every run, and over all of them. */
function sharesOf(runs: readonly StrokeRun[], { part, of }: Share): Estimate {
  return ratioOf(
    runs.map((run) => sumOver(run.share, part)),
    runs.map((run) => sumOver(run.share, of)),
  );
}

/** A printed number is an estimate of 150 runs, and rounded. */
function printedFinding(
  { name, printed }: { readonly name: string; readonly printed: string },
  { ours, error, runs }: Estimate & { readonly runs: number },
): Finding {
  const reference = Number(printed);
  const rounding = 0.5 * 10 ** -(printed.length - 1);
  const reach = rounding + 3 * error * Math.hypot(1, Math.sqrt(runs / 150));
  return bandFinding(`${name}, as printed [-]`, reference, {
    ours,
    low: reference - reach,
    high: reference + reach,
  });
}

/** Runs in one experiment whose 95 % interval is to hold the mean. */
const EXPERIMENT = 5;

/** The mean over all runs, and the experiments whose interval holds it. */
function censusFindings(
  quantity: string,
  { load, means }: { readonly load: number; readonly means: readonly number[] },
): Finding[] {
  const census = new Tally();
  for (const mean of means) census.add(mean);
  const experiments = means.length / EXPERIMENT;
  let held = 0;
  for (let i = 0; i < means.length; i += EXPERIMENT) {
    const { low, high } = tInterval(means.slice(i, i + EXPERIMENT), 0.95);
    if (low <= load && load <= high) held++;
  }
  return [
    zFinding(`${quantity} [patients]`, load, {
      ours: census.mean,
      error: Math.sqrt(census.variance / means.length),
    }),
    bandFinding(`95 % intervals that hold the ${quantity} [intervals]`, 0.95 * experiments, {
      ours: held,
      ...binomialBand(0.95, experiments),
    }),
  ];
}

const NAME = "Stroke unit, delay by the number of acute and rehabilitation beds";

function run(effort: Effort): Finding[] {
  const count = effort === "full" ? 10_000 : 150;
  const runs = Array.from({ length: count }, (_, i) => strokeRun(NAME, i, PUBLISHED_YEARS));
  const findings = strokeLoads().flatMap((load, ward) =>
    censusFindings(`mean census in ${["acute beds", "rehabilitation"][ward]}`, {
      load,
      means: runs.map(({ census }) => census[ward]),
    })
  );
  const whole = runs.map(({ share }) => sumOver(share, always));
  findings.push(exactFinding("all shares of the time, of the run farthest from 1 [-]", 1, {
    ours: 1 + Math.max(...whole.map((sum) => Math.abs(sum - 1))),
    tolerance: 1e-9,
  }));
  for (const share of SHARES) {
    const { name, printed, known } = share;
    const exact = exactShare(share);
    const estimate = sharesOf(runs, share);
    findings.push(zFinding(`${name} [-]`, exact, estimate));
    if (known !== undefined) {
      findings.push(exactFinding(`${name}, theory [-]`, known, { ours: exact, tolerance: 5e-5 }));
    }
    if (printed !== undefined) {
      findings.push(printedFinding({ name, printed }, { ...estimate, runs: count }));
    }
  }
  return findings;
}

/** Cases of the stroke unit. */
export const cases: readonly ValidationCase[] = [{
  name: NAME,
  source:
    "Monks, Worthington, Allen, Pitt, Stein and James (2016), A modelling tool for capacity planning " +
    "in acute and community stroke services, BMC Health Services Research 16, 530: the printed " +
    "probabilities, each of 150 runs of 5 years after 3 years of warm-up. Theory: Poisson counts of " +
    "M/G/infinity, with means reckoned from the routing and the stays.",
  run,
}];

const MODEL = "tests/validation/studies/_stroke_unit.ts";

/** The other case with the same patients. */
const WARDS = "Stroke wards that refuse whom they have no bed for";

/** Faults that this case must see. */
export const faults: readonly Fault[] = [
  {
    name: "stroke_stay_of_another_destination",
    what:
      "The acute stay is drawn before it is known where the patient goes: always that of rehabilitation.",
    file: MODEL,
    find: "acuteStay[destination].quantile",
    replace: "acuteStay[0].quantile",
    red: [NAME, WARDS],
  },
  {
    name: "stroke_routing_shares_swapped",
    what: "The shares to rehabilitation and to early supported discharge are swapped.",
    file: MODEL,
    find: "onward: discreteTable(onward),",
    replace: "onward: discreteTable([onward[1], onward[0], onward[2]]),",
    red: [NAME, WARDS],
  },
  {
    name: "lognormal_mean_read_as_median",
    what: "The mean of a log-normal law is taken as the exponential of its location.",
    file: "sim/engine/random/_continuous.ts",
    find: "mu: Math.log(mean) - logVariance / 2, sigma, mean",
    replace: "mu: Math.log(mean), sigma, mean",
    red: [
      NAME,
      WARDS,
      "Urgent care centre as published, rate frozen at the arrival before",
      "Urgent care centre with arrivals at the rate of their own time",
      "Intensive care without triage, 45 beds and a demand for 60",
      "M/lognormal/1, load .6, coefficient of variation .8",
      "Erlang B(10, 8), stay lognormal",
      "Erlang B(45, 30), stay lognormal",
      "Erlang B(100, 90), stay lognormal",
      "Overflow of 8 beds to 4 of the tier above, stay lognormal",
      "Overflow of 10 beds to 2 of the tier above, stay lognormal",
      "Care network: elective patients of a ward as Erlang B(10, 8), stay lognormal",
      'Variates of {"law":"lognormal","mean":5,"sd":2}',
      'Variates of {"law":"lognormal","mean":7.4,"sd":0.9}',
    ],
  },
  {
    name: "stroke_route_and_stay_from_one_uniform",
    what: "The route and the stay of one patient are drawn from one uniform.",
    file: MODEL,
    find: "acuteStay[destination].quantile(this.#draws.u1)",
    replace: "acuteStay[destination].quantile(this.#draws.u0)",
    red: [NAME, WARDS],
  },
  {
    name: "state_times_keep_warm_up",
    what: "Dropping the warm-up leaves the time that each level had.",
    file: "sim/engine/stats/state_times.ts",
    find: "this.#times.fill(0);",
    replace: "",
    red: [NAME, "M/M/10/10, load 40"],
  },
];
