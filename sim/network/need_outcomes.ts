/**
 * What becomes of cases by the time since they first needed a bed, as growing columns.
 *
 * Who is followed is fixed when the need arises; whether a case had a bed is looked at when the illness
 * ends, so that nobody is counted as one with a bed for the time before.
 */
import { BED_OUTCOMES } from "../domain/mod.ts";
import { incidencesOf } from "../engine/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import type { FlowEnd } from "./passages.ts";
import type { Patients } from "./patients.ts";

/** Last day of the curves [d]. */
export const OUTCOME_DAYS = 28;

const DAYS = Float64Array.from({ length: OUTCOME_DAYS + 1 }, (_, day) => day * MINUTES_PER_DAY);
/** Numbers of the outcomes, from 1, by whether a bed was had [-]. */
const END = {
  recovered: ["recovered_without_bed", "recovered_in_bed"],
  died: ["died_without_bed", "died_in_bed"],
} as const;
const numberOf = (how: keyof typeof END, inBed: number): number =>
  1 + BED_OUTCOMES.indexOf(END[how][inBed]);

/** Outcomes of one replication. */
export class NeedOutcomes {
  readonly #patients: Patients;
  #count = 0;
  #durations = new Float64Array(1024);
  #ends = new Uint8Array(1024);

  /** @param patients The patients. */
  constructor(patients: Patients) {
    this.#patients = patients;
  }

  /** The illness of a case has ended at a time [min], or the run; not in who is not followed. */
  ended(p: number, time: number, how: FlowEnd): void {
    const { neededAt, everInBed } = this.#patients;
    if (Number.isNaN(neededAt[p])) return;
    const i = this.#count++;
    if (i === this.#ends.length) this.#grow();
    this.#durations[i] = time - neededAt[p];
    this.#ends[i] = how === "unresolved" ? 0 : numberOf(how, everInBed[p]);
  }

  #grow(): void {
    const [durations, ends] = [this.#durations, this.#ends];
    this.#durations = new Float64Array(2 * durations.length);
    this.#durations.set(durations);
    this.#ends = new Uint8Array(2 * ends.length);
    this.#ends.set(ends);
  }

  /** Cumulative incidence [-] by outcome, on day 0 to 28; NaN when nobody is followed. */
  get curves(): Float64Array[] {
    const rows = {
      durations: this.#durations.subarray(0, this.#count),
      events: this.#ends.subarray(0, this.#count),
    };
    return incidencesOf(rows, { events: BED_OUTCOMES.length, times: DAYS });
  }
}
