/**
 * The calendar of event notices: near ones in a heap, the others in unsorted lists.
 *
 * Notices leave by time, and at one time by `order`, which the executive makes of the rung of the
 * event and the sequence of scheduling; so the order of a run never depends on the shape inside.
 *
 * A heap of a million notices misses the cache at every level, though most of them are not due for
 * long. So the time ahead is cut into buckets of some eight notices each, and a bucket is sorted only
 * when its turn comes; what lies beyond the last bucket waits in one row, of which new buckets are
 * cut. The notices themselves choose the width, there is nothing to set. Up to some dozens the heap
 * alone is faster. With 10,000 pending an event takes less than half the time of a heap's. Buckets of
 * two notices, and a linked list of those beyond, took a third more time with a million pending.
 *
 * Source of the idea: Tang, Goh and Thng (2005), "Ladder queue: an O(1) priority queue structure for
 * large-scale discrete event simulation", ACM Transactions on Modeling and Computer Simulation 15(3),
 * 175–204. Here there is one rung, and its width comes from the median.
 */

import { FarRow } from "./far_row.ts";
import { FIELDS, NearHeap } from "./near_heap.ts";

const NONE = -1;
/** Notices in the heap from which they are spread over buckets. */
const MANY = 128;
/** Notices of a bucket on average. */
const A_BUCKET = 8;
/** Notices beyond the buckets up to which the heap takes them all. */
const FEW = 48;
/** Most buckets at a time. */
const MOST_BUCKETS = 1 << 20;
/** Notices of which the median is taken. */
const SAMPLE = 63;

/**
 * Event notices in order of time, then of `order`.
 *
 * @example Notices leave by time, then by order
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Calendar } from "./mod.ts";
 *
 * const calendar = new Calendar();
 * calendar.schedule(5, 1, 0, 10, 0);
 * calendar.schedule(3, 2, 0, 20, 0);
 * calendar.schedule(3, 1, 0, 30, 0);
 * const entities: number[] = [];
 * while (calendar.pop()) entities.push(calendar.entity);
 * assertEquals(entities, [30, 20, 10]);
 * ```
 */
export class Calendar {
  /** Last instant of interest: a later notice stays [min since the window began]. */
  until = Infinity;
  // What begins as a whole number would get a new box at each fraction; NaN is a fraction.
  /** Time of the notice popped last [min since the window began] -- state; NaN before the first. */
  time = NaN;
  /** Kind of the notice popped last [-] -- state. */
  kind = 0;
  /** Entity of the notice popped last [-] -- state. */
  entity = 0;
  /** Stamp of the notice popped last [-] -- state. */
  stamp = 0;

  readonly #near = new NearHeap();
  #size = 0;
  /** Whether all notices are in the heap; they are, until so many. */
  #nearOnly = true;
  #spreadAt = MANY;

  /** Notices by slot, and the slot behind each in its list. */
  #notices: Float64Array;
  #next: Int32Array;
  #free = NONE;
  #slots = 0;

  /** First slot of each bucket. Notices of buckets before `#bucket` are in the heap. */
  #heads = new Int32Array(0);
  #bucket = 0;
  #buckets = 0;
  #start = NaN;
  #perMinute = NaN;
  #inBuckets = 0;
  #sizeAtCut = 0;

  /** Notices beyond the last bucket. */
  readonly #far: FarRow;

  /**
   * Makes an empty calendar.
   * @param room Notices for which memory is set aside at first [notices], at least 1; more comes as
   * needed.
   */
  constructor(room = 256) {
    this.#notices = new Float64Array(room * FIELDS);
    this.#next = new Int32Array(room);
    this.#far = new FarRow(room);
  }

  /** Notices that are pending [notices]. */
  get size(): number {
    return this.#size;
  }

  /** Time of the next notice [min since the window began]; Infinity when none is pending. */
  get nextTime(): number {
    return this.#bringNear() ? this.#near.firstTime : Infinity;
  }

  /**
   * Adds a notice.
   * @param time When it falls due [min since the window began]; not NaN, which is not checked here.
   * @param order Rank among those of the same time [-], the smaller the sooner.
   * @param kind Code of what happens [-], a 32-bit integer.
   * @param entity To whom it happens [-].
   * @param stamp A number that comes back with the notice [-].
   */
  schedule(time: number, order: number, kind: number, entity: number, stamp: number): void {
    let slot = this.#free;
    if (slot === NONE) slot = this.#newSlot();
    else this.#free = this.#next[slot];
    const notices = this.#notices;
    const at = slot * FIELDS;
    notices[at] = time;
    notices[at + 1] = order;
    notices[at + 2] = kind;
    notices[at + 3] = entity;
    notices[at + 4] = stamp;
    this.#size++;
    if (this.#nearOnly && this.#size < this.#spreadAt) this.#near.add(slot, notices);
    else this.#place(slot);
  }

  /**
   * Takes the next notice and leaves it in `time`, `kind`, `entity` and `stamp`.
   * @returns Whether there was one up to `until`; when not, the fields stay as they were.
   */
  pop(): boolean {
    const near = this.#near;
    if (near.size === 0 && !this.#bringNear()) return false;
    if (near.firstTime > this.until) return false;
    const slot = near.take();
    const notices = this.#notices;
    const at = slot * FIELDS;
    // Whole numbers as such: a handler then gets them without a box.
    const kind = notices[at + 2] | 0;
    const entity = notices[at + 3];
    const stamp = notices[at + 4];
    const wholeEntity = entity | 0;
    const wholeStamp = stamp | 0;
    this.time = notices[at];
    this.kind = kind;
    this.entity = wholeEntity === entity ? wholeEntity : entity;
    this.stamp = wholeStamp === stamp ? wholeStamp : stamp;
    this.#next[slot] = this.#free;
    this.#free = slot;
    this.#size--;
    return true;
  }

  /** Puts a notice where it belongs: into the heap, a bucket, or beyond. */
  #place(slot: number): void {
    const bucket = (this.#notices[slot * FIELDS] - this.#start) * this.#perMinute;
    if (!this.#nearOnly && bucket >= this.#bucket) this.#keep(bucket, slot);
    else {
      this.#near.add(slot, this.#notices);
      if (this.#nearOnly) this.#spread();
    }
  }

  /** Puts a notice into its bucket, or among those beyond the last. */
  #keep(bucket: number, slot: number): void {
    if (bucket < this.#buckets) {
      const b = bucket | 0;
      this.#next[slot] = this.#heads[b];
      this.#heads[b] = slot;
      this.#inBuckets++;
    } else {
      this.#far.add(slot, this.#notices[slot * FIELDS]);
    }
  }

  /** Sees that the heap holds the next notice; false when none is pending. */
  #bringNear(): boolean {
    while (this.#near.size === 0) {
      if (this.#size === 0) return false;
      if (this.#size > 4 * this.#sizeAtCut) this.#emptyBuckets();
      if (this.#inBuckets === 0) this.#cut();
      else {
        const heads = this.#heads;
        let bucket = this.#bucket;
        while (heads[bucket] === NONE) bucket++;
        this.#bucket = bucket + 1;
        this.#inBuckets -= this.#toHeap(heads[bucket]);
        heads[bucket] = NONE;
      }
    }
    return true;
  }

  /** Puts the notices of a list into the heap; returns their number. */
  #toHeap(first: number): number {
    const notices = this.#notices;
    const next = this.#next;
    let moved = 0;
    for (let slot = first; slot !== NONE; slot = next[slot]) {
      this.#near.add(slot, notices);
      moved++;
    }
    return moved;
  }

  /** Spreads the heap's notices over buckets; they were all there. */
  #spread(): void {
    this.#nearOnly = false;
    this.#bucket = 0;
    this.#buckets = 0;
    while (this.#near.size > 0) this.#keep(0, this.#near.take());
    this.#cut();
  }

  /** Puts the notices of all buckets back beyond them: they have become many times as many. */
  #emptyBuckets(): void {
    const heads = this.#heads;
    const buckets = this.#buckets;
    this.#buckets = 0;
    for (let bucket = this.#bucket; bucket < buckets; bucket++) {
      for (let slot = heads[bucket]; slot !== NONE;) {
        const after = this.#next[slot];
        this.#keep(0, slot);
        slot = after;
      }
      heads[bucket] = NONE;
    }
    this.#inBuckets = 0;
  }

  /** Cuts the time from the first notice to twice as far as the median into buckets. */
  #cut(): void {
    const far = this.#far;
    const count = far.size;
    this.#sizeAtCut = this.#size;
    const { least, median } = far.look(SAMPLE);
    const buckets = Math.min(MOST_BUCKETS, Math.floor(count / A_BUCKET));
    const perMinute = buckets / (2 * (median - least));
    if (count <= FEW || !(perMinute > 0 && perMinute < Infinity)) {
      this.#nearOnly = true;
      this.#spreadAt = Math.max(MANY, 2 * count);
      for (let i = 0; i < count; i++) this.#near.add(far.slots[i], this.#notices);
      far.size = 0;
      return;
    }
    if (this.#heads.length < buckets) this.#heads = new Int32Array(2 * buckets).fill(NONE);
    this.#nearOnly = false;
    this.#bucket = 0;
    this.#buckets = buckets;
    this.#start = least;
    this.#perMinute = perMinute;
    this.#inBuckets += far.fill({
      start: least,
      perMinute,
      buckets,
      heads: this.#heads,
      next: this.#next,
    });
  }

  #newSlot(): number {
    const length = this.#next.length;
    if (this.#slots === length) {
      const notices = new Float64Array(2 * length * FIELDS);
      notices.set(this.#notices);
      this.#notices = notices;
      const next = new Int32Array(2 * length);
      next.set(this.#next);
      this.#next = next;
    }
    return this.#slots++;
  }
}
