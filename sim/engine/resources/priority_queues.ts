/**
 * Queues by priority over a table of entities: buckets of priority, and time within a bucket.
 *
 * The links of the queues are columns of the entities' own table, so that joining and leaving cost no
 * memory and an entity can leave from anywhere at once. An entity waits in one queue of one kind at a
 * time. The rank of the first of each queue lies in one array: whoever has a unit to give away finds
 * the best of hundreds of queues in one pass, and nothing polls.
 */

/** Buckets of a queue [-]; a bit set of them fits one integer. */
export const BUCKETS = 30;
/** More than any time of a run, so that a bucket outranks every time in the one below [min]. */
const BUCKET_RANK = 1e9;

/** Columns that a table of entities has for its queues; they may be replaced as it grows. */
export interface QueueColumns {
  /** Kind of queue in which the entity waits; 0 for none. */
  readonly line: Uint8Array;
  /** Queue; -1 for none. */
  readonly queue: Int32Array;
  /** Bucket [-]. */
  readonly bucket: Uint8Array;
  /** The one behind; -1 at the end. */
  readonly after: Int32Array;
  /** The one ahead; -1 at the head. */
  readonly before: Int32Array;
}

/** What queues are made of. */
export interface PriorityQueuesSpec<T extends QueueColumns> {
  /** Number of queues [-]. */
  readonly queues: number;
  /** Table of the entities. */
  readonly table: T;
  /** Kind of these queues [-], 1 to 255, unlike that of any others over the table. */
  readonly line: number;
  /** The column of times by which entities of one bucket are ordered [min]. */
  readonly time: (table: T) => Float64Array;
}

/**
 * All queues of one kind.
 *
 * @example The more urgent first, then the earlier
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { PriorityQueues } from "./mod.ts";
 *
 * const table = {
 *   line: new Uint8Array(3),
 *   queue: new Int32Array(3).fill(-1),
 *   bucket: new Uint8Array(3),
 *   after: new Int32Array(3).fill(-1),
 *   before: new Int32Array(3).fill(-1),
 *   asked: Float64Array.of(5, 3, 9),
 * };
 * const queues = new PriorityQueues({ queues: 1, table, line: 1, time: (t) => t.asked });
 * queues.join(0, 0, 2);
 * queues.join(1, 0, 2);
 * queues.join(2, 0, 7);
 * assertEquals([queues.top(0), queues.first(0, 7), queues.first(0, 2)], [7, 2, 1]);
 * ```
 */
export class PriorityQueues<T extends QueueColumns> {
  /** Entities waiting by queue [-] -- state. */
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
  readonly #table: T;
  readonly #queue: number;
  readonly #time: (table: T) => Float64Array;

  /**
   * Makes empty queues.
   * @param spec Number, table, kind, order.
   */
  constructor({ queues, table, line, time }: PriorityQueuesSpec<T>) {
    this.#queue = line;
    this.#time = time;
    this.length = new Int32Array(queues);
    this.rank = new Float64Array(queues).fill(-Infinity);
    this.used = new Int32Array(queues);
    this.#head = new Int32Array(queues * BUCKETS).fill(-1);
    this.#tail = new Int32Array(queues * BUCKETS).fill(-1);
    this.#table = table;
  }

  /**
   * Puts an entity into a queue, behind all of the bucket who asked no later.
   *
   * @param p Entity [-], with the time that orders the queue set.
   * @param queue Queue [-].
   * @param bucket Bucket [-], 0 to 29; higher is served first.
   */
  join(p: number, queue: number, bucket: number): void {
    const { after, before } = this.#table;
    const times = this.#time(this.#table);
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
    this.#table.line[p] = this.#queue;
    this.#table.queue[p] = queue;
    this.#table.bucket[p] = bucket;
    this.used[queue] |= 1 << bucket;
    this.length[queue]++;
    if (left < 0) this.#setRank(queue);
  }

  /**
   * Takes an entity out of the queue it waits in.
   *
   * @param p Entity that waits [-].
   */
  remove(p: number): void {
    const { after, before, queue, bucket } = this.#table;
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
    this.#table.line[p] = 0;
    this.length[q]--;
    if (wasHead) this.#setRank(q);
  }

  #setRank(queue: number): void {
    const top = this.top(queue);
    this.rank[queue] = top < 0
      ? -Infinity
      : top * BUCKET_RANK - this.#time(this.#table)[this.first(queue, top)];
  }

  /**
   * The highest bucket in use of a queue.
   *
   * @param queue Queue [-].
   * @returns Bucket [-]; −1 when none waits.
   */
  top(queue: number): number {
    return 31 - Math.clz32(this.used[queue]);
  }

  /**
   * The first of a bucket.
   *
   * @param queue Queue [-].
   * @param bucket Bucket [-].
   * @returns Entity [-], or -1 when the bucket is empty.
   */
  first(queue: number, bucket: number): number {
    return this.#head[queue * BUCKETS + bucket];
  }
}
