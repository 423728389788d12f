/**
 * An intensive care unit in a wave, which refuses whom it has no bed for, and perhaps triages before.
 *
 * Source of the shares and mortalities: Wood, Pratt, Kenward, McWilliams, Booton, Thomas, Bourdeaux and
 * Vasilakis (2021), "The value of triage during periods of intense COVID-19 demand: simulation modeling
 * study", Medical Decision Making 41(4), 393–407. Beds, demand and stays are chosen here; the results
 * that are compared do not depend on them, or in a way that theory tells.
 */

import {
  discreteTable,
  type Distribution,
  distributionOf,
  Executive,
  KeyedDraws,
  keyOf,
  poissonArrivals,
  type RateProfile,
  rateProfile,
  Resource,
  RUNGS,
  Streams,
} from "../../../sim/engine/mod.ts";

const DAY = 1440;

/** A group of patients. */
export interface Group {
  /** Share of those who need intensive care [-]. */
  readonly share: number;
  /** Probability to die if admitted [-]. */
  readonly dies: number;
  /** Mean stay [d]. */
  readonly stay: number;
}

/** Shares and mortalities as published; the stays differ so that the mix in the beds does too. */
export const GROUPS: readonly Group[] = [
  { share: 0.0803, dies: 0.152, stay: 6 },
  { share: 0.1360, dies: 0.223, stay: 8 },
  { share: 0.2763, dies: 0.345, stay: 10 },
  { share: 0.2936, dies: 0.482, stay: 12 },
  { share: 0.1832, dies: 0.605, stay: 9 },
  { share: 0.0306, dies: 0.601, stay: 7 },
];

/** Probability to die if refused [-]. */
export const DIES_IF_REFUSED = 0.99;

/** Mean stay over the groups [d]. */
export const MEAN_STAY: number = GROUPS.reduce((sum, { share, stay }) => sum + share * stay, 0);

/** Beds of the unit [beds]. */
export const BEDS = 45;

/** How the unit is run. */
export interface Policy {
  /** Free beds that are kept from the two groups of highest mortality [beds]. */
  readonly reserved: number;
  /** Law of the stays: log-normal by group, or exponential and the same for all. */
  readonly stays: "byGroup" | "exponential";
}

/** When patients come and are counted. */
export interface Demand {
  readonly profile: RateProfile;
  /** From when on patients are counted [min]. */
  readonly from: number;
}

/** Constant demand for so many beds, counted after an eighth of the time. */
export function constantDemand(load: number, days: number): Demand {
  const rates = [load / (MEAN_STAY * DAY)];
  return { profile: rateProfile({ rates, width: days * DAY }), from: days * DAY / 8 };
}

/** A wave of 120 days, at its peak at a rate for three times the beds; all are counted. */
export const WAVE: Demand = {
  profile: rateProfile({
    rates: Array.from(
      { length: 120 },
      (_, day) => 3 * BEDS / (MEAN_STAY * DAY) * Math.exp(-(((day + 0.5 - 60) / 20) ** 2) / 2),
    ),
    width: DAY,
  }),
  from: 0,
};

/** Patients who came in the time that counts, by group and what became of them. */
export interface Outcome {
  readonly admitted: number[];
  readonly diedAdmitted: number[];
  readonly refused: number[];
  readonly diedRefused: number[];
}

const table = discreteTable(GROUPS.map(({ share }) => share));
const isGrave = (group: number): boolean => GROUPS[group].dies > 0.6;
const LAWS: Readonly<Record<Policy["stays"], readonly Distribution[]>> = {
  byGroup: GROUPS.map(({ stay }) =>
    distributionOf({ law: "lognormal", mean: stay * DAY, sd: 0.9 * stay * DAY })
  ),
  exponential: GROUPS.map(() => distributionOf({ law: "exponential", mean: MEAN_STAY * DAY })),
};

/** The unit from its first patient to the last one's end. */
class IntensiveCare {
  readonly outcome: Outcome = {
    admitted: GROUPS.map(() => 0),
    diedAdmitted: GROUPS.map(() => 0),
    refused: GROUPS.map(() => 0),
    diedRefused: GROUPS.map(() => 0),
  };
  readonly executive = new Executive({ end: Infinity });
  readonly #unit = new Resource(this.executive, { name: "ICU", capacity: BEDS, room: 0 });
  readonly #draws: KeyedDraws;
  readonly #policy: Policy;
  readonly #from: number;
  readonly #begin: number;

  constructor({ seed, replication }: Run, { demand, policy }: Setting) {
    const key = keyOf(seed, replication);
    const { executive } = this;
    this.#draws = new KeyedDraws(key);
    this.#policy = policy;
    this.#from = demand.from;
    const end = executive.on("stay ends", RUNGS.endOfStay, (patient, bed) => {
      this.#unit.release(bed);
      this.#die(patient, this.outcome.diedAdmitted, (group) => GROUPS[group].dies);
    });
    this.#begin = executive.on("stay begins", RUNGS.startOfStay, (patient, bed) => {
      const group = this.#groupOf(patient);
      executive.after(LAWS[policy.stays][group].quantile(this.#draws.u1), end, patient, bed);
    });
    const stream = new Streams(key).open("arrivals");
    const arrivals = poissonArrivals({ profile: demand.profile, stream });
    const arrive = executive.on("arrive", RUNGS.decision, (patient) => {
      this.#arrive(patient);
      const next = arrivals.next(executive.now);
      if (next < Infinity) executive.at(next, arrive, patient + 1);
    });
    const first = arrivals.next(0);
    if (first < Infinity) executive.at(first, arrive, 0);
  }

  /** Patients who are counted have even numbers, the others odd ones: the number is all that is kept. */
  #arrive(patient: number): void {
    const counted = this.executive.now >= this.#from;
    const entity = 2 * patient + (counted ? 0 : 1);
    const group = this.#groupOf(entity);
    const triaged = isGrave(group) && this.#unit.free <= this.#policy.reserved;
    const { outcome } = this;
    if (!triaged && this.#unit.seize(entity, this.#begin) >= 0) {
      if (counted) outcome.admitted[group]++;
      return;
    }
    if (counted) outcome.refused[group]++;
    this.#die(entity, outcome.diedRefused, () => DIES_IF_REFUSED);
  }

  #die(entity: number, deaths: number[], probability: (group: number) => number): void {
    const group = this.#groupOf(entity);
    if (entity % 2 === 0 && this.#draws.u2 < probability(group)) deaths[group]++;
  }

  /** Group of a patient; his draws are then at hand: the stay in `u1`, death in `u2`. */
  #groupOf(entity: number): number {
    this.#draws.block(entity, 0, 0, 0);
    return table.index(this.#draws.u0);
  }
}

/** Which random numbers. */
export interface Run {
  readonly seed: string;
  readonly replication: number;
}

/** What is simulated. */
export interface Setting {
  readonly demand: Demand;
  readonly policy: Policy;
}

/**
 * One run, from an empty unit until the last patient has left.
 * @param run Which random numbers.
 * @param setting What is simulated.
 * @returns What became of the patients.
 */
export function icuRun(run: Run, setting: Setting): Outcome {
  const unit = new IntensiveCare(run, setting);
  unit.executive.run();
  return unit.outcome;
}
