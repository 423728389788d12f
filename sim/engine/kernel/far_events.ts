/**
 * Notices that are not due for a while, kept by buckets of equal width, unsorted.
 *
 * A heap of half a million notices misses the cache at every level; most of them are days away.
 * Putting those into lists by the hour and sorting only the hour at hand made the care network's
 * calendar three times as fast, and leaves the order of events exactly what it is without them.
 */

/** Buckets that are kept; a notice farther away goes to the calendar at once [buckets]. */
const MOST_BUCKETS = 1 << 20;
const NONE = -1;
/** Fields of a notice: time, order, kind, entity, stamp. */
const FIELDS = 5;
/** Notices of one block; a bucket is a list of blocks, so that neighbours in time are neighbours. */
const BLOCK = 32;
const BLOCK_LENGTH = BLOCK * FIELDS;

/** What takes the notices of a bucket that has come near. */
export interface NearEvents {
  /** Adds a notice; see `Calendar.schedule`. */
  schedule(time: number, order: number, kind: number, entity: number, stamp: number): void;
}

/** Unsorted lists of notices by bucket of time. */
export class FarEvents {
  /** Beginning of the first bucket kept here [min]; earlier notices are not here -- state. */
  boundary: number;
  /** Notices kept here [notices] -- state. */
  size = 0;

  readonly #width: number;
  readonly #origin: number;
  #bucket = 0;
  #last = 0;
  /** First block of each bucket, the only one that may have room. */
  #heads = new Int32Array(256).fill(NONE);
  /** Notices in the first block of each bucket [notices]. */
  #filled = new Int32Array(256);
  /** The block after each block, in its bucket or in the list of free ones. */
  #next = new Int32Array(256);
  #free = NONE;
  #blocks = 0;
  #notices = new Float64Array(256 * BLOCK_LENGTH);

  /**
   * Makes empty lists.
   * @param start Beginning of the first bucket [min].
   * @param width Width of a bucket [min], above 0.
   */
  constructor(start: number, width: number) {
    this.#origin = start;
    this.#width = width;
    this.boundary = start;
  }

  /**
   * Keeps a notice.
   * @param time When it falls due [min].
   * @param order Rank among those of the same time [-].
   * @param kind Code of what happens [-].
   * @param entity To whom it happens [-].
   * @param stamp A number that comes back with the notice [-].
   * @returns Whether it was kept; false when it is near, or too far away for a bucket.
   */
  keep(time: number, order: number, kind: number, entity: number, stamp: number): boolean {
    const bucket = Math.floor((time - this.#origin) / this.#width);
    if (!(bucket >= this.#bucket && bucket < MOST_BUCKETS)) return false;
    if (bucket >= this.#heads.length) this.#widen(bucket);
    let block = this.#heads[bucket];
    if (block === NONE || this.#filled[bucket] === BLOCK) block = this.#open(bucket);
    const notices = this.#notices;
    const at = block * BLOCK_LENGTH + this.#filled[bucket]++ * FIELDS;
    notices[at] = time;
    notices[at + 1] = order;
    notices[at + 2] = kind;
    notices[at + 3] = entity;
    notices[at + 4] = stamp;
    if (bucket > this.#last) this.#last = bucket;
    this.size++;
    return true;
  }

  /**
   * Hands over the next bucket that holds notices and moves the boundary behind it.
   * @param near What takes them.
   */
  handOver(near: NearEvents): void {
    while (this.#bucket <= this.#last && this.#heads[this.#bucket] === NONE) this.#bucket++;
    if (this.#bucket <= this.#last) {
      let block = this.#heads[this.#bucket];
      let filled = this.#filled[this.#bucket];
      this.#heads[this.#bucket] = NONE;
      while (block !== NONE) {
        this.#handOverBlock(near, block, filled);
        const next = this.#next[block];
        this.#next[block] = this.#free;
        this.#free = block;
        this.size -= filled;
        filled = BLOCK;
        block = next;
      }
      this.#bucket++;
    }
    this.boundary = this.#origin + this.#bucket * this.#width;
  }

  #handOverBlock(near: NearEvents, block: number, filled: number): void {
    const notices = this.#notices;
    const from = block * BLOCK_LENGTH;
    for (let at = from; at < from + filled * FIELDS; at += FIELDS) {
      near.schedule(
        notices[at],
        notices[at + 1],
        notices[at + 2],
        notices[at + 3],
        notices[at + 4],
      );
    }
  }

  /** Puts an empty block first in a bucket. */
  #open(bucket: number): number {
    let block = this.#free;
    if (block !== NONE) this.#free = this.#next[block];
    else {
      block = this.#blocks++;
      if (block === this.#next.length) this.#grow();
    }
    this.#next[block] = this.#heads[bucket];
    this.#heads[bucket] = block;
    this.#filled[bucket] = 0;
    return block;
  }

  #widen(bucket: number): void {
    const length = Math.max(2 * this.#heads.length, bucket + 1);
    const heads = new Int32Array(length).fill(NONE);
    heads.set(this.#heads);
    this.#heads = heads;
    const filled = new Int32Array(length);
    filled.set(this.#filled);
    this.#filled = filled;
  }

  #grow(): void {
    const blocks = 2 * this.#next.length;
    const next = new Int32Array(blocks);
    next.set(this.#next);
    this.#next = next;
    const notices = new Float64Array(blocks * BLOCK_LENGTH);
    notices.set(this.#notices);
    this.#notices = notices;
  }
}
