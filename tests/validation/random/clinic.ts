/** A clinic whose arrivals change from hour to hour: every hour by itself. */

import {
  type Arrivals,
  keyOf,
  poissonArrivals,
  rateProfile,
  Streams,
} from "../../../sim/engine/random/mod.ts";
import { type Fault, type Finding, type ValidationCase, zFinding } from "../_case.ts";
import { kolmogorov } from "./_judges.ts";

/** Arrivals in each hour of the day, 6 to 24 o'clock [patients/h]. */
const RATES = [
  [2.3667, 2.8, 8.8333, 10.4333, 14.8, 26.2667, 31.4, 18.0667, 16.4667],
  [12.0333, 11.6, 28.8667, 18.0333, 11.5, 5.3, 4.0667, 2.2, 2.1],
].flat();

const PROFILE = rateProfile({ rates: RATES.map((rate) => rate / 60), width: 60, period: 1080 });

/** Counts by day and hour, and the probabilities of the gaps in rescaled time. */
function observe(arrivals: Arrivals, days: number): { counts: Float64Array[]; gaps: number[] } {
  const counts = RATES.map(() => new Float64Array(days));
  const gaps: number[] = [];
  const end = days * 1080;
  let before = 0;
  for (let at = arrivals.next(0); at < end; at = arrivals.next(at)) {
    counts[Math.floor(at / 60) % 18][Math.floor(at / 1080)]++;
    gaps.push(-Math.expm1(-PROFILE.integral(before, at)));
    before = at;
  }
  return { counts, gaps };
}

function hours(counts: readonly Float64Array[], days: number): Finding[] {
  return counts.flatMap((count, hour) => {
    const mean = count.reduce((sum, n) => sum + n, 0) / days;
    const variance = count.reduce((sum, n) => sum + (n - mean) ** 2, 0) / (days - 1);
    const rate = RATES[hour];
    // The fourth central moment of a Poisson count is rate + 3 rate².
    const ofVariance = Math.sqrt((rate + 2 * rate ** 2) / days);
    return [
      zFinding(`mean of hour ${hour + 1} [patients]`, rate, {
        ours: mean,
        error: Math.sqrt(rate / days),
      }),
      zFinding(`variance of hour ${hour + 1} [patients²]`, rate, {
        ours: variance,
        error: ofVariance,
      }),
      zFinding(`dispersion of hour ${hour + 1} [-]`, 1, {
        ours: variance / mean,
        error: Math.sqrt(2 / days),
      }),
    ];
  });
}

const METHODS = ["inversion", "thinning"] as const;

/** One case a method. */
export const cases: ValidationCase[] = METHODS.map((method) => ({
  name: `Clinic by the hour, ${method}`,
  source:
    'rates of Nelson (2013), "Foundations and methods of stochastic simulation", exercise 13; ' +
    "the counts of a Poisson process, and unit exponential gaps in rescaled time",
  run: (effort) => {
    const days = effort === "fast" ? 1000 : 20_000;
    const stream = new Streams(keyOf("clinic by the hour", 0)).open(method);
    const { counts, gaps } = observe(poissonArrivals({ profile: PROFILE, stream, method }), days);
    return [
      ...hours(counts, days),
      kolmogorov("gaps in rescaled time", Float64Array.from(gaps)),
    ];
  },
}));

/** Faults that the cases must notice. */
export const faults: Fault[] = [
  {
    name: "rate_frozen_at_last_arrival",
    what: "The gap is drawn at the rate of the arrival before.",
    file: "sim/engine/random/arrivals.ts",
    find: "return this.#profile.timeAfter(after, -Math.log1p(-this.#stream.uniform()));",
    replace: "return after - Math.log1p(-this.#stream.uniform()) / this.#profile.rateAt(after);",
    red: [
      "Clinic by the hour, inversion",
      "M(t)/G/∞, census of every hour, stay exponential",
      "M(t)/G/∞, census of every hour, stay lognormal",
      "M(t)/G/∞, census of every hour, stay constant",
    ],
  },
  {
    name: "thinning_at_rate_of_last_arrival",
    what: "A candidate is kept by the rate of the arrival before, not by that of its own time.",
    file: "sim/engine/random/arrivals.ts",
    find: "< this.#profile.rateAt(time)",
    replace: "< this.#profile.rateAt(after)",
    red: [
      "Clinic by the hour, thinning",
      "Urgent care centre with arrivals at the rate of their own time",
    ],
  },
];
