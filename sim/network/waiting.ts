/**
 * Queues of patients by priority: for beds, for clinics, for vehicles.
 *
 * Within a queue those most ill come first, then (with the green channel) red before yellow before
 * green, then who asked first. A patient waits in one queue of one kind at a time; whatever becomes
 * free takes the best who may have it, so that nothing polls.
 */
import type { Patients } from "./patients.ts";

/** Kinds of queue. */
export const LINE = { NONE: 0, BED: 1, CLINIC: 2, VEHICLE: 3 } as const;

/** Buckets of a queue: severity × colour. */
export const BUCKETS = 15;

/** More than any time of a run, so that a bucket outranks every time in the one below [min]. */
const BUCKET_RANK = 1e9;

/** All queues of one kind. */
export class Waiting {
  /** Patients waiting [patients] -- state. */
  readonly length: Int32Array;
  /**
   * Rank of the first of each queue [-]: the higher bucket, then the earlier time; -Infinity for an
   * empty queue -- state.
   */
  readonly rank: Float64Array;
  /** Bit set of buckets in use by queue [-] -- state. */
  readonly used: Int32Array;
  readonly #head: Int32Array;
  readonly #tail: Int32Array;
  readonly #patients: Patients;
  readonly #line: number;
  readonly #orderBy: "requestedAt" | "arrivedAt" | "readyAt";

  /**
   * @param queues Number of queues [-].
   * @param patients The patients who may wait.
   * @param line Kind, see {@link LINE}.
   * @param orderBy The time by which patients of one bucket are ordered.
   */
  constructor(
    queues: number,
    patients: Patients,
    line: number,
    orderBy: "requestedAt" | "arrivedAt" | "readyAt",
  ) {
    this.#line = line;
    this.#orderBy = orderBy;
    this.length = new Int32Array(queues);
    this.rank = new Float64Array(queues).fill(-Infinity);
    this.used = new Int32Array(queues);
    this.#head = new Int32Array(queues * BUCKETS).fill(-1);
    this.#tail = new Int32Array(queues * BUCKETS).fill(-1);
    this.#patients = patients;
  }

  /**
   * Puts a patient into a queue, behind all of the bucket who asked no later.
   *
   * @param p Patient, with the time that orders the queue set.
   * @param queue Queue.
   * @param bucket Bucket [-], 0 to 14; higher is served first.
   */
  join(p: number, queue: number, bucket: number): void {
    const { after, before } = this.#patients;
    const times = this.#patients[this.#orderBy];
    const slot = queue * BUCKETS + bucket;
    let left = this.#tail[slot];
    while (left >= 0 && times[left] > times[p]) left = before[left];
    const right = left >= 0 ? after[left] : this.#head[slot];
    before[p] = left;
    after[p] = right;
    if (left >= 0) after[left] = p;
    else this.#head[slot] = p;
    if (right >= 0) before[right] = p;
    else this.#tail[slot] = p;
    this.#patients.line[p] = this.#line;
    this.#patients.queue[p] = queue;
    this.#patients.bucket[p] = bucket;
    this.used[queue] |= 1 << bucket;
    this.length[queue]++;
    if (left < 0) this.#setRank(queue);
  }

  /**
   * Takes a patient out of the queue they wait in.
   *
   * @param p Patient who waits.
   */
  remove(p: number): void {
    const { after, before, queue, bucket } = this.#patients;
    const q = queue[p];
    const slot = q * BUCKETS + bucket[p];
    const wasHead = before[p] < 0;
    if (before[p] >= 0) after[before[p]] = after[p];
    else this.#head[slot] = after[p];
    if (after[p] >= 0) before[after[p]] = before[p];
    else this.#tail[slot] = before[p];
    if (this.#head[slot] < 0) this.used[q] &= ~(1 << bucket[p]);
    after[p] = before[p] = -1;
    queue[p] = -1;
    this.#patients.line[p] = LINE.NONE;
    this.length[q]--;
    if (wasHead) this.#setRank(q);
  }

  #setRank(queue: number): void {
    const top = this.top(queue);
    this.rank[queue] = top < 0
      ? -Infinity
      : top * BUCKET_RANK - this.#patients[this.#orderBy][this.first(queue, top)];
  }

  /**
   * The highest bucket in use of a queue.
   *
   * @param queue Queue.
   * @returns Bucket [-]; −1 when nobody waits.
   */
  top(queue: number): number {
    return 31 - Math.clz32(this.used[queue]);
  }

  /**
   * The first of a bucket.
   *
   * @param queue Queue.
   * @param bucket Bucket [-].
   * @returns Patient, or -1 when the bucket is empty.
   */
  first(queue: number, bucket: number): number {
    return this.#head[queue * BUCKETS + bucket];
  }
}
