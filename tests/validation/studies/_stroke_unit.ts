/**
 * The stroke unit of Monks and others: acute beds, and rehabilitation beds behind them.
 *
 * Beds are without limit, as in the published model, and what is watched is how many are in use. How
 * many beds would have been enough, split or shared, is then read off one and the same run.
 *
 * Source: Monks, Worthington, Allen, Pitt, Stein and James (2016), "A modelling tool for capacity
 * planning in acute and community stroke services", BMC Health Services Research 16, 530.
 */

import {
  discreteTable,
  distributionOf,
  Executive,
  KeyedDraws,
  keyOf,
  poissonArrivals,
  Resource,
  RUNGS,
  StateTimes,
  Streams,
} from "../../../sim/engine/mod.ts";
import type { DiscreteTable, Distribution, Key } from "../../../sim/engine/mod.ts";

const DAY = 1440;
export const YEAR = 365 * DAY;

/** Mean and standard deviation of a log-normal stay [d]. */
export type Stay = readonly [mean: number, sd: number];

/** Patients of one diagnosis. */
export interface Diagnosis {
  readonly name: string;
  /** Mean time between arrivals in the acute ward [d]. */
  readonly acuteEvery: number;
  /** Mean time between arrivals from outside in rehabilitation [d]; Infinity for none. */
  readonly rehabEvery: number;
  /** Shares who go on to rehabilitation, early supported discharge, anywhere else or die [-]. */
  readonly onward: readonly [rehab: number, supported: number, other: number];
  /** Acute stay by where the patient goes next, in the order of `onward`. */
  readonly acuteStay: readonly [rehab: Stay, supported: Stay, other: Stay];
  /** Share of those in rehabilitation who leave with early supported discharge [-]. */
  readonly supportedFromRehab: number;
  /** Stay in rehabilitation without and with early supported discharge. */
  readonly rehabStay: readonly [without: Stay, supported: Stay];
}

const same = (stay: Stay): readonly [Stay, Stay, Stay] => [stay, stay, stay];

/** Tables 1 and 2 of the source. Only a stroke patient's stay depends on where he goes next. */
export const DIAGNOSES: readonly Diagnosis[] = [
  {
    name: "stroke",
    acuteEvery: 1.2,
    rehabEvery: 21.8,
    onward: [0.24, 0.13, 0.63],
    acuteStay: [[7.4, 8.61], [4.6, 4.8], [7.0, 8.7]],
    supportedFromRehab: 0.4,
    rehabStay: [[28.4, 27.2], [30.3, 23.1]],
  },
  {
    name: "transient ischaemic attack",
    acuteEvery: 9.3,
    rehabEvery: Infinity,
    onward: [0.01, 0.01, 0.98],
    acuteStay: same([1.8, 2.3]),
    supportedFromRehab: 0,
    rehabStay: [[18.7, 23.5], [18.7, 23.5]],
  },
  {
    name: "complex neurological",
    acuteEvery: 3.6,
    rehabEvery: 31.7,
    onward: [0.11, 0.05, 0.84],
    acuteStay: same([4, 5]),
    supportedFromRehab: 0,
    rehabStay: [[27.6, 28.4], [27.6, 28.4]],
  },
  {
    name: "other",
    acuteEvery: 3.2,
    rehabEvery: 28.6,
    onward: [0.05, 0.10, 0.85],
    acuteStay: same([3.8, 5.2]),
    supportedFromRehab: 0,
    rehabStay: [[16.1, 14.1], [16.1, 14.1]],
  },
];

/** Years of one run: those dropped at its start and those watched. */
export interface Years {
  readonly warmUp: number;
  readonly watched: number;
}

/** Years of each of the 150 published runs. */
export const PUBLISHED_YEARS: Years = { warmUp: 3, watched: 5 };

/** Most patients in rehabilitation at a time that the joint level has room for. */
const WIDTH = 64;

/** What one run shows. */
export interface StrokeRun {
  /** Mean number of patients in acute beds and in rehabilitation [patients]. */
  readonly census: readonly [acute: number, rehab: number];
  /**
   * Share of the time with exactly so many in both [-].
   * @param acute Patients in acute beds [patients].
   * @param rehab Patients in rehabilitation [patients].
   */
  share(acute: number, rehab: number): number;
}

interface Laws {
  readonly onward: DiscreteTable;
  readonly acuteStay: readonly Distribution[];
  readonly supportedFromRehab: number;
  readonly rehabStay: readonly Distribution[];
}

function lawsOf({ onward, acuteStay, supportedFromRehab, rehabStay }: Diagnosis): Laws {
  const law = ([mean, sd]: Stay): Distribution =>
    distributionOf({ law: "lognormal", mean: mean * DAY, sd: sd * DAY });
  return {
    onward: discreteTable(onward),
    acuteStay: acuteStay.map(law),
    supportedFromRehab,
    rehabStay: rehabStay.map(law),
  };
}

const LAWS = DIAGNOSES.map(lawsOf);

/** Decisions of a patient, as parts of the counter of his draws. */
const ACUTE = 0;
const REHAB = 1;

/** What patients draw. It depends on the patient's number and diagnosis alone. */
export class StrokePatients {
  readonly #draws: KeyedDraws;

  constructor(key: Key) {
    this.#draws = new KeyedDraws(key);
  }

  /**
   * Acute care of a patient.
   * @returns How long [min], and whether rehabilitation comes next.
   */
  acute(patient: number, diagnosis: number): { stay: number; toRehab: boolean } {
    this.#draws.block(patient, 0, ACUTE, 0);
    const { onward, acuteStay } = LAWS[diagnosis];
    const destination = onward.index(this.#draws.u0);
    const stay = acuteStay[destination].quantile(this.#draws.u1);
    return { stay, toRehab: destination === 0 };
  }

  /**
   * Rehabilitation of a patient.
   * @returns How long [min].
   */
  rehab(patient: number, diagnosis: number): number {
    this.#draws.block(patient, 0, REHAB, 0);
    const { supportedFromRehab, rehabStay } = LAWS[diagnosis];
    const supported = this.#draws.u0 < supportedFromRehab ? 1 : 0;
    return rehabStay[supported].quantile(this.#draws.u1);
  }
}

/** Whom a patient's arrival concerns. */
export interface Comers {
  /** A patient comes to the acute ward. */
  readonly acute: (patient: number, diagnosis: number) => void;
  /** A patient comes to rehabilitation from outside. */
  readonly rehab: (patient: number, diagnosis: number) => void;
}

/** Lets patients of all diagnoses come for ever, numbered in the order of their arrival. */
export function letStrokePatientsCome(executive: Executive, key: Key, comers: Comers): void {
  const streams = new Streams(key);
  let came = 0;
  DIAGNOSES.forEach(({ name, acuteEvery, rehabEvery }, diagnosis) => {
    for (const [ward, every] of [["acute", acuteEvery], ["rehab", rehabEvery]] as const) {
      if (every === Infinity) continue;
      const stream = streams.open(`${name} to ${ward}`);
      const arrivals = poissonArrivals({ rate: 1 / (every * DAY), stream });
      const arrive = executive.on(`${name} to ${ward}`, RUNGS.decision, () => {
        comers[ward](came++, diagnosis);
        executive.at(arrivals.next(executive.now), arrive, 0);
      });
      executive.at(arrivals.next(0), arrive, 0);
    }
  });
}

/** The unit with beds without limit. */
class StrokeUnit {
  readonly executive: Executive;
  readonly acute: Resource;
  readonly rehab: Resource;
  /** Joint level: patients in acute beds times `WIDTH` plus those in rehabilitation. */
  readonly joint = new StateTimes();
  readonly #patients: StrokePatients;
  /** By patient: his diagnosis, and whether he goes on to rehabilitation. */
  readonly #diagnosis: number[] = [];
  readonly #toRehab: boolean[] = [];
  readonly #beginAcute: number;
  readonly #endAcute: number;
  readonly #beginRehab: number;
  readonly #endRehab: number;

  constructor(key: Key, end: number) {
    this.#patients = new StrokePatients(key);
    const executive = this.executive = new Executive({ end });
    this.acute = new Resource(executive, { name: "acute", capacity: Infinity });
    this.rehab = new Resource(executive, { name: "rehabilitation", capacity: Infinity });
    const { startOfStay, endOfStay } = RUNGS;
    this.#beginAcute = executive.on(
      "acute begins",
      startOfStay,
      (patient, bed) => this.#stayAcute(patient, bed),
    );
    this.#endAcute = executive.on(
      "acute ends",
      endOfStay,
      (patient, bed) => this.#leaveAcute(patient, bed),
    );
    this.#beginRehab = executive.on(
      "rehab begins",
      startOfStay,
      (patient, bed) => this.#stayRehab(patient, bed),
    );
    this.#endRehab = executive.on("rehab ends", endOfStay, (_, bed) => {
      this.rehab.release(bed);
      this.#look();
    });
    letStrokePatientsCome(executive, key, {
      acute: (patient, diagnosis) => {
        this.#diagnosis[patient] = diagnosis;
        this.acute.seize(patient, this.#beginAcute);
      },
      rehab: (patient, diagnosis) => {
        this.#diagnosis[patient] = diagnosis;
        this.rehab.seize(patient, this.#beginRehab);
      },
    });
  }

  #stayAcute(patient: number, bed: number): void {
    this.#look();
    const { stay, toRehab } = this.#patients.acute(patient, this.#diagnosis[patient]);
    this.#toRehab[patient] = toRehab;
    this.executive.after(stay, this.#endAcute, patient, bed);
  }

  #leaveAcute(patient: number, bed: number): void {
    this.acute.release(bed);
    this.#look();
    if (this.#toRehab[patient]) this.rehab.seize(patient, this.#beginRehab);
  }

  #stayRehab(patient: number, bed: number): void {
    this.#look();
    const stay = this.#patients.rehab(patient, this.#diagnosis[patient]);
    this.executive.after(stay, this.#endRehab, patient, bed);
  }

  #look(): void {
    this.joint.set(this.executive.now, this.acute.inUse * WIDTH + this.rehab.inUse);
  }
}

/** One run, empty at its start. */
export function strokeRun(seed: string, replication: number, years: Years): StrokeRun {
  const from = years.warmUp * YEAR;
  const end = from + years.watched * YEAR;
  const unit = new StrokeUnit(keyOf(seed, replication), end);
  const { executive, acute, rehab, joint } = unit;
  executive.run(from);
  acute.statistics.flush(from);
  rehab.statistics.flush(from);
  joint.flush(from);
  executive.run();
  return {
    census: [acute.statistics.meanInUse, rehab.statistics.meanInUse],
    share: (a, r) => joint.shareAt(a * WIDTH + r, end),
  };
}
