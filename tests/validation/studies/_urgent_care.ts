/**
 * The urgent care centre of Nelson's exercise: one day from six in the morning.
 *
 * Everybody is triaged. Trauma patients are stabilised and treated; the others are registered and
 * examined, and some of them treated. After 18 hours the rates begin again, and at 19 hours the day is
 * cut off; who is still there counts in what he has had.
 *
 * Source of the model: Nelson (2013), "Foundations and methods of stochastic simulation", Springer,
 * exercise 13 of chapter 4. Source of the numbers and of what is measured: Monks and Harper, treat-sim
 * 3.0.0, Python package.
 */

import {
  type Arrivals,
  distributionOf,
  type DistributionSpec,
  type Key,
  KeyedDraws,
  poissonArrivals,
  rateProfile,
  type Resource,
  type Stream,
  type Tally,
} from "../../../sim/engine/mod.ts";

/** Length of the day [min]. */
export const END = 19 * 60;

/** Arrivals in each hour [patients/h]; after the last comes the first again. */
export const HOURLY_RATES: readonly number[] = [
  71 / 30,
  2.8,
  53 / 6,
  313 / 30,
  14.8,
  394 / 15,
  31.4,
  271 / 15,
  247 / 15,
  361 / 30,
  11.6,
  433 / 15,
  541 / 30,
  11.5,
  5.3,
  61 / 15,
  2.2,
  2.1,
];

/** Shares of patients [-]. */
const TRAUMA_SHARE = 0.12;
const TREATED_SHARE = 0.6;

const lognormal = (mean: number, variance: number): DistributionSpec => ({
  law: "lognormal",
  mean,
  sd: Math.sqrt(variance),
});

/** Durations [min]. */
const DURATIONS = {
  triage: { law: "exponential", mean: 3 },
  registration: lognormal(5, 2),
  examination: {
    law: "truncated",
    of: { law: "normal", mean: 16, sd: Math.sqrt(3) },
    low: 0.5,
    high: Infinity,
  },
  treatment: lognormal(13.3, 2),
  trauma: { law: "exponential", mean: 90 },
  traumaTreatment: lognormal(30, 4),
} as const satisfies Record<string, DistributionSpec>;

/** A place of the centre. */
export type Place = keyof typeof DURATIONS;

const PLACES = Object.keys(DURATIONS) as Place[];
const LAWS = PLACES.map((place) => distributionOf(DURATIONS[place]));

/** Staff or rooms of each place [units]. */
export type Capacities = Readonly<Record<Place, number>>;

/** Published centre. */
export const BASE: Capacities = {
  triage: 1,
  registration: 1,
  examination: 3,
  treatment: 1,
  trauma: 2,
  traumaTreatment: 1,
};

/**
 * How patients come: by the library, or with the rate that held at the arrival before, as in the
 * published program.
 */
export type Coming = "inversion" | "thinning" | "frozen";

const PROFILE = rateProfile({
  rates: HOURLY_RATES.map((rate) => rate / 60),
  width: 60,
  period: 18 * 60,
});

/**
 * Arrivals of a day.
 * @param coming How patients come.
 * @param stream Stream that the arrivals have for themselves.
 * @returns The arrivals.
 */
export function arrivalsOf(coming: Coming, stream: Stream): Arrivals {
  return coming === "frozen"
    ? { next: (after) => nextAtFrozenRate(after, stream) }
    : poissonArrivals({ profile: PROFILE, stream, method: coming });
}

/** Thinning as published: candidates are kept by the rate at the arrival before. */
function nextAtFrozenRate(after: number, stream: Stream): number {
  const kept = PROFILE.rateAt(after) / PROFILE.highest;
  let time = after;
  do time -= Math.log1p(-stream.uniform()) / PROFILE.highest; while (stream.uniform() >= kept);
  return time;
}

/** What a day shows, in the order of the published table. */
export const MEASURES = [
  "arrivals [patients]",
  "triage wait [min]",
  "triage use [-]",
  "registration wait [min]",
  "registration use [-]",
  "examination wait [min]",
  "examination use [-]",
  "treatment wait [min]",
  "treatment use [-]",
  "time in system [min]",
  "trauma wait [min]",
  "trauma use [-]",
  "trauma treatment wait [min]",
  "trauma treatment use [-]",
  "trauma time in system [min]",
  "throughput [patients]",
] as const;

/** What makes a day: which random numbers, how patients come, how many places there are. */
export interface Day {
  readonly seed: string;
  readonly replication: number;
  readonly coming: Coming;
  readonly capacities: Capacities;
}

/** Decisions of a patient beyond his durations, as parts of the counter of his draws. */
const IS_TRAUMA = PLACES.length;
const IS_TREATED = PLACES.length + 1;

/** Who a patient is and what he takes. It depends on his number alone, not on who came before him. */
export class Patients {
  readonly #draws: KeyedDraws;

  constructor(key: Key) {
    this.#draws = new KeyedDraws(key);
  }

  isTrauma(patient: number): boolean {
    return this.#uniform(patient, IS_TRAUMA) < TRAUMA_SHARE;
  }

  isTreated(patient: number): boolean {
    return this.#uniform(patient, IS_TREATED) < TREATED_SHARE;
  }

  durationIn(place: Place, patient: number): number {
    const decision = PLACES.indexOf(place);
    return LAWS[decision].quantile(this.#uniform(patient, decision));
  }

  #uniform(patient: number, decision: number): number {
    this.#draws.block(patient, 0, decision, 0);
    return this.#draws.u0;
  }
}

/** What becomes of a place: its resource, and the whole durations that were begun in it [min]. */
export interface Used {
  readonly resource: Resource;
  readonly begun: number;
}

/** What a day comes to. */
export interface Observed {
  readonly arrivals: number;
  readonly at: Readonly<Record<Place, Used>>;
  /** Times in the system of those who went home. */
  readonly times: { readonly trauma: Tally; readonly other: Tally };
}

/**
 * Numbers of a day in the order of {@link MEASURES}. Waits are of those whose wait is over; use is the
 * durations begun, also what of them lies past the end, over the time there was.
 */
export function measuresOf({ arrivals, at, times }: Observed): number[] {
  const waitAndUse = (...places: Place[]): number[] =>
    places.flatMap((place) => {
      const { resource: { statistics, capacity }, begun } = at[place];
      return [statistics.waits.mean, begun / (END * capacity)];
    });
  return [
    arrivals,
    ...waitAndUse("triage", "registration", "examination", "treatment"),
    times.other.mean,
    ...waitAndUse("trauma", "traumaTreatment"),
    times.trauma.mean,
    times.other.count + times.trauma.count,
  ];
}
