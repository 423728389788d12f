/** Where the cases go who need a bed or have one, and how it ends for them. Decides nothing. */
import { MILD } from "../domain/mod.ts";
import type { City } from "../domain/mod.ts";
import type { Layout } from "./layout.ts";
import { NeedOutcomes } from "./need_outcomes.ts";
import { Passages } from "./passages.ts";
import type { FlowEnd } from "./passages.ts";
import { NEXT } from "./patients.ts";
import type { Patients } from "./patients.ts";

/** Whether a case has ever needed a bed; asked before the course is over. */
export function neededBedEver({ severity, recovering }: Patients, p: number): boolean {
  return severity[p] > MILD || recovering[p] === 1;
}

/** Passages and outcomes of one replication. */
export class CaseEnds {
  /** From which kind of place to which. */
  readonly passages: Passages;
  /** What becomes of those who need a bed. */
  readonly outcomes: NeedOutcomes;
  readonly #patients: Patients;

  /**
   * @param city The city, with the links of the first day.
   * @param layout Its layout.
   * @param patients The patients.
   */
  constructor(city: City, layout: Layout, patients: Patients) {
    this.passages = new Passages(city, layout, patients);
    this.outcomes = new NeedOutcomes(patients);
    this.#patients = patients;
  }

  /** A case whose outcome is followed has first needed a bed at a time [min]. */
  followed(p: number, time: number): void {
    this.#patients.neededAt[p] = time;
  }

  /** The illness of a case has ended at a time [min], or the run. */
  ended(p: number, time: number, how: FlowEnd): void {
    const { everInBed } = this.#patients;
    this.outcomes.ended(p, time, how);
    if (neededBedEver(this.#patients, p) || everInBed[p] === 1) this.passages.ended(p, how);
  }

  /** The run has ended at a time [min] and the case is there. */
  stillThere(p: number, time: number): void {
    if (this.#patients.next[p] !== NEXT.OVER) this.ended(p, time, "unresolved");
  }
}
