/**
 * Stroke wards with as many beds as there are: who finds none goes elsewhere.
 *
 * Acute wards of several sizes are all offered the same acute patients, wards for rehabilitation those
 * who would come to it, and wards for both keep a patient in one bed all the way.
 */

import { Executive, type Key, keyOf, Resource, RUNGS } from "../../../sim/engine/mod.ts";
import { letStrokePatientsCome, StrokePatients, YEAR, type Years } from "./_stroke_unit.ts";

/** Kind of a ward and its beds [beds]. */
export interface Ward {
  readonly kind: "acute" | "rehab" | "both";
  readonly beds: number;
}

/** What a ward has seen in one run. */
export interface Seen {
  readonly asked: number;
  readonly refused: number;
  /** Mean number of beds in use [beds]. */
  readonly inUse: number;
}

/** The wards of one run. */
class StrokeWards {
  readonly executive: Executive;
  readonly beds: readonly { readonly kind: Ward["kind"]; readonly resource: Resource }[];
  readonly #begin: number;
  /** Kind of event that ends a stay, by ward. */
  readonly #ends: readonly number[];

  constructor(key: Key, { wards, end }: { wards: readonly Ward[]; end: number }) {
    const executive = this.executive = new Executive({ end });
    this.beds = wards.map(({ kind, beds }) => ({
      kind,
      resource: new Resource(executive, { name: `${kind} ${beds}`, capacity: beds, room: 0 }),
    }));
    this.#begin = executive.on("stay begins", RUNGS.startOfStay, () => {});
    this.#ends = this.beds.map(({ resource }) =>
      executive.on(
        `stay in ${resource.name} ends`,
        RUNGS.endOfStay,
        (_, bed) => resource.release(bed),
      )
    );
    this.#open(new StrokePatients(key), key);
  }

  #open(patients: StrokePatients, key: Key): void {
    const { executive } = this;
    const diagnoses: number[] = [];
    const enterRehab = (patient: number): void =>
      this.#ask("rehab", patient, patients.rehab(patient, diagnoses[patient]));
    const goOn = executive.on("goes on to rehabilitation", RUNGS.decision, enterRehab);
    letStrokePatientsCome(executive, key, {
      acute: (patient, diagnosis) => {
        diagnoses[patient] = diagnosis;
        const { stay, toRehab } = patients.acute(patient, diagnosis);
        this.#ask("acute", patient, stay);
        this.#ask("both", patient, stay + (toRehab ? patients.rehab(patient, diagnosis) : 0));
        if (toRehab) executive.after(stay, goOn, patient);
      },
      rehab: (patient, diagnosis) => {
        diagnoses[patient] = diagnosis;
        enterRehab(patient);
        this.#ask("both", patient, patients.rehab(patient, diagnosis));
      },
    });
  }

  /** Asks every ward of a kind for a bed. */
  #ask(kind: Ward["kind"], patient: number, stay: number): void {
    this.beds.forEach((ward, i) => {
      if (ward.kind !== kind) return;
      const bed = ward.resource.seize(patient, this.#begin);
      if (bed >= 0) this.executive.after(stay, this.#ends[i], patient, bed);
    });
  }
}

/** Which random numbers, and how long. */
export interface WardRun {
  readonly seed: string;
  readonly replication: number;
  readonly years: Years;
}

/** One run of wards, empty at its start. */
export function strokeWardRun(wards: readonly Ward[], run: WardRun): Seen[] {
  const from = run.years.warmUp * YEAR;
  const end = from + run.years.watched * YEAR;
  const { executive, beds } = new StrokeWards(keyOf(run.seed, run.replication), { wards, end });
  executive.run(from);
  for (const { resource } of beds) resource.statistics.flush(from);
  executive.run();
  return beds.map(({ resource: { statistics } }) => ({
    asked: statistics.requested,
    refused: statistics.noRoom,
    inUse: statistics.meanInUse,
  }));
}
