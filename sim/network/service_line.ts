/**
 * A line before servers of one kind, in every facility: triage, physicians, scanners.
 *
 * All lines of receptions lie side by side in one table of queues, so that a patient has one place in
 * one of them; each kind has its own stretch, one queue per facility.
 */
import type { PriorityQueues } from "../engine/mod.ts";
import type { Breach } from "./audits.ts";
import type { Patients } from "./patients.ts";

/** What a kind of line is made of. */
export interface ServiceLineSpec {
  /** The queues of all kinds. */
  readonly queues: PriorityQueues<Patients>;
  /** First queue of this kind [-]. */
  readonly first: number;
  /** Number of facilities [-]. */
  readonly facilities: number;
  /** Servers at a facility now [servers]. */
  readonly servers: (facility: number) => number;
  /** Serves a patient who is no longer in line; false when they are gone and nobody is served. */
  readonly begin: (p: number, facility: number) => boolean;
}

/** The lines of one kind. */
export class ServiceLine {
  /** Servers in use by facility [servers] -- state. */
  readonly busy: Int32Array;
  readonly #spec: ServiceLineSpec;

  /** @param spec What it is made of. */
  constructor(spec: ServiceLineSpec) {
    this.#spec = spec;
    this.busy = new Int32Array(spec.facilities);
  }

  /**
   * Serves a patient at once, or puts them in line.
   *
   * @param p Patient [-].
   * @param facility Facility [-].
   * @param bucket Priority [-]; the higher goes first, then who came earlier.
   */
  arrive(p: number, facility: number, bucket: number): void {
    const { servers, begin, queues, first } = this.#spec;
    if (this.busy[facility] >= servers(facility)) queues.join(p, first + facility, bucket);
    else if (begin(p, facility)) this.busy[facility]++;
  }

  /**
   * Those who wait in line.
   *
   * @param facility Facility [-].
   * @returns Patients [patients].
   */
  waiting(facility: number): number {
    return this.#spec.queues.length[this.#spec.first + facility];
  }

  /**
   * A server is free: calls the next who is still there.
   *
   * @param facility Facility [-].
   */
  release(facility: number): void {
    this.busy[facility]--;
    this.call(facility);
  }

  /**
   * Calls patients as long as there are free servers, of whom more may have come.
   *
   * @param facility Facility [-].
   */
  call(facility: number): void {
    const { servers, begin, queues, first } = this.#spec;
    const queue = first + facility;
    while (this.busy[facility] < servers(facility)) {
      const top = queues.top(queue);
      if (top < 0) return;
      const p = queues.first(queue, top);
      queues.remove(p);
      if (begin(p, facility)) this.busy[facility]++;
    }
  }

  /**
   * Servers in use are those with a patient or, after one, out of use; none is free while somebody
   * waits.
   *
   * @param breach Called with the first facility where they are not.
   * @param what What the servers are, for the message.
   * @param served Servers that have a patient or are out of use at a facility [servers].
   */
  audit(breach: Breach, what: string, served: (facility: number) => number): void {
    const { servers, queues, first } = this.#spec;
    this.busy.forEach((busy, facility) => {
      const waiting = queues.length[first + facility];
      const idle = waiting > 0 && busy < servers(facility);
      if (busy === served(facility) && !idle) return;
      const state = `${what}: there are ${servers(facility)}, in use ${busy}, serving ${
        served(facility)
      }, waiting ${waiting}`;
      breach("each server must be free or serve one patient", state, facility);
    });
  }

  /**
   * Whether a patient waits in a line of this kind.
   *
   * @param p Patient in some line of receptions [-].
   * @param table The patients.
   * @returns True when the queue is one of these.
   */
  holds(p: number, table: Patients): boolean {
    const place = table.queue[p] - this.#spec.first;
    return place >= 0 && place < this.busy.length;
  }
}
