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
/** Fields of a notice: time, order, kind, entity, stamp, next of its list. */
const FIELDS = 6;
const NEXT = 5;

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
  #heads = new Int32Array(256).fill(NONE);
  #last = 0;
  #used = 0;
  #free = NONE;
  /** A notice lies in one piece, so that it costs one cache miss to fetch and not six. */
  #notices = new Float64Array(256 * FIELDS);

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
    let at = this.#free;
    if (at === NONE) at = this.#room();
    else this.#free = this.#notices[at + NEXT];
    const notices = this.#notices;
    notices[at] = time;
    notices[at + 1] = order;
    notices[at + 2] = kind;
    notices[at + 3] = entity;
    notices[at + 4] = stamp;
    notices[at + NEXT] = this.#heads[bucket];
    this.#heads[bucket] = at;
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
      const notices = this.#notices;
      let at = this.#heads[this.#bucket];
      this.#heads[this.#bucket] = NONE;
      while (at !== NONE) {
        near.schedule(
          notices[at],
          notices[at + 1],
          notices[at + 2],
          notices[at + 3],
          notices[at + 4],
        );
        const next = notices[at + NEXT];
        notices[at + NEXT] = this.#free;
        this.#free = at;
        this.size--;
        at = next;
      }
      this.#bucket++;
    }
    this.boundary = this.#origin + this.#bucket * this.#width;
  }

  #widen(bucket: number): void {
    const heads = new Int32Array(Math.max(2 * this.#heads.length, bucket + 1)).fill(NONE);
    heads.set(this.#heads);
    this.#heads = heads;
  }

  /** Room for one more notice, behind all the others. */
  #room(): number {
    const at = this.#used;
    this.#used += FIELDS;
    if (this.#used > this.#notices.length) {
      const larger = new Float64Array(2 * this.#notices.length);
      larger.set(this.#notices);
      this.#notices = larger;
    }
    return at;
  }
}
