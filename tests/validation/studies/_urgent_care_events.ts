/** The urgent care centre in events: each place calls what comes next. */

import {
  type Arrivals,
  Executive,
  keyOf,
  Resource,
  RUNGS,
  Streams,
  Tally,
} from "../../../sim/engine/mod.ts";
import {
  arrivalsOf,
  type Day,
  END,
  measuresOf,
  type Observed,
  Patients,
  type Place,
} from "./_urgent_care.ts";

/** One place: a resource and the durations in it. */
class Station {
  readonly resource: Resource;
  readonly #begin: number;
  begun = 0;

  constructor(
    executive: Executive,
    { place, capacity, patients, then }: {
      place: Place;
      capacity: number;
      patients: Patients;
      then: (patient: number) => void;
    },
  ) {
    this.resource = new Resource(executive, { name: place, capacity });
    const end = executive.on(`${place} ends`, RUNGS.release, (patient, claim) => {
      this.resource.release(claim);
      then(patient);
    });
    this.#begin = executive.on(`${place} begins`, RUNGS.startOfStay, (patient, claim) => {
      const duration = patients.durationIn(place, patient);
      this.begun += duration;
      executive.after(duration, end, patient, claim);
    });
  }

  enter(patient: number): void {
    this.resource.seize(patient, this.#begin);
  }
}

/** The centre on one day. */
class Centre {
  readonly #executive = new Executive({ end: END });
  readonly #patients: Patients;
  readonly #arrivals: Arrivals;
  readonly #at: Readonly<Record<Place, Station>>;
  /** Arrival of each patient [min]. */
  readonly #came: number[] = [];
  readonly #times = { trauma: new Tally(), other: new Tally() };

  constructor({ seed, replication, coming, capacities }: Day) {
    const key = keyOf(seed, replication);
    const patients = this.#patients = new Patients(key);
    this.#arrivals = arrivalsOf(coming, new Streams(key).open("arrivals"));
    const station = (place: Place, then: (patient: number) => void): Station =>
      new Station(this.#executive, { place, capacity: capacities[place], patients, then });
    const home = (patient: number): void => this.#goHome(patient);
    const at = this.#at = {
      triage: station(
        "triage",
        (p) => (patients.isTrauma(p) ? at.trauma : at.registration).enter(p),
      ),
      registration: station("registration", (p) => at.examination.enter(p)),
      examination: station(
        "examination",
        (p) => patients.isTreated(p) ? at.treatment.enter(p) : home(p),
      ),
      treatment: station("treatment", home),
      trauma: station("trauma", (p) => at.traumaTreatment.enter(p)),
      traumaTreatment: station("traumaTreatment", home),
    };
  }

  run(): Observed {
    const executive = this.#executive;
    const arrive = executive.on("arrive", RUNGS.decision, (patient) => {
      this.#came[patient] = executive.now;
      this.#at.triage.enter(patient);
      executive.at(this.#arrivals.next(executive.now), arrive, patient + 1);
    });
    executive.at(this.#arrivals.next(0), arrive, 0);
    executive.run();
    return { arrivals: this.#came.length, at: this.#at, times: this.#times };
  }

  #goHome(patient: number): void {
    const kind = this.#patients.isTrauma(patient) ? "trauma" : "other";
    this.#times[kind].add(this.#executive.now - this.#came[patient]);
  }
}

/**
 * One day in events.
 * @param day What makes it.
 * @returns Numbers in the order of `MEASURES`.
 */
export function dayInEvents(day: Day): number[] {
  return measuresOf(new Centre(day).run());
}
