/** Visits that patients at home wait for: columns of the table of patients, under names of their own. */
import type { Patients } from "./patients.ts";

/** A face of the table, as queues want it. */
export class VisitTable {
  readonly #patients: Patients;

  constructor(patients: Patients) {
    this.#patients = patients;
  }

  get line(): Uint8Array {
    return this.#patients.visitLine;
  }
  get queue(): Int32Array {
    return this.#patients.visitQueue;
  }
  get bucket(): Uint8Array {
    return this.#patients.visitBucket;
  }
  get after(): Int32Array {
    return this.#patients.visitAfter;
  }
  get before(): Int32Array {
    return this.#patients.visitBefore;
  }
  get dueAt(): Float64Array {
    return this.#patients.visitDueAt;
  }
  get kind(): Uint8Array {
    return this.#patients.visitKind;
  }
  get stamp(): Int32Array {
    return this.#patients.visitStamp;
  }
  get lastAt(): Float64Array {
    return this.#patients.visitedAt;
  }
}
