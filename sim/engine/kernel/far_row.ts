/**
 * Notices that are far away: their slots and times in one row, in no order.
 *
 * They are looked through whenever new buckets are cut. Times side by side are read at the pace of the
 * memory; a list linked through the notices would miss the cache at each of them.
 */

/** Buckets that notices are put into. */
export interface Cut {
  /** Beginning of the first bucket [min since the window began]. */
  readonly start: number;
  /** Buckets in a minute [1/min]. */
  readonly perMinute: number;
  /** Number of buckets [-]. */
  readonly buckets: number;
  /** First slot of each bucket. */
  readonly heads: Int32Array;
  /** The slot behind each in its bucket. */
  readonly next: Int32Array;
}

/** Slots and times side by side. */
export class FarRow {
  /** Notices in the row [notices] -- state; to be set to 0 by who has taken all of them. */
  size = 0;
  /** Their slots. */
  slots: Int32Array;
  #times: Float64Array;

  /**
   * Makes an empty row.
   * @param room Notices for which memory is set aside at first [notices], at least 1.
   */
  constructor(room: number) {
    this.slots = new Int32Array(room);
    this.#times = new Float64Array(room);
  }

  /**
   * Adds a notice.
   * @param slot Its slot [-].
   * @param time When it falls due [min since the window began].
   */
  add(slot: number, time: number): void {
    if (this.size === this.slots.length) this.#grow();
    this.slots[this.size] = slot;
    this.#times[this.size++] = time;
  }

  #grow(): void {
    const { slots } = this;
    this.slots = new Int32Array(2 * slots.length);
    this.slots.set(slots);
    const times = this.#times;
    this.#times = new Float64Array(2 * times.length);
    this.#times.set(times);
  }

  /**
   * Looks through the row, which is not empty.
   * @param most Notices of which the median is taken at most [notices].
   * @returns Least time, and the median of some of the times [min since the window began].
   */
  look(most: number): { least: number; median: number } {
    const times = this.#times;
    const step = Math.ceil(this.size / most);
    let least = Infinity;
    for (let i = 0; i < this.size; i++) if (times[i] < least) least = times[i];
    const sample = new Float64Array(Math.ceil(this.size / step));
    for (let i = 0; i < sample.length; i++) sample[i] = times[i * step];
    return { least, median: sample.sort()[sample.length >> 1] };
  }

  /**
   * Puts notices into buckets as far as these go; the others stay in the row.
   * @param cut The buckets.
   * @returns Notices put into buckets [notices].
   */
  fill({ start, perMinute, buckets, heads, next }: Cut): number {
    const { slots, size } = this;
    const times = this.#times;
    let left = 0;
    for (let i = 0; i < size; i++) {
      const slot = slots[i];
      const bucket = (times[i] - start) * perMinute;
      if (bucket < buckets) {
        const b = bucket | 0;
        next[slot] = heads[b];
        heads[b] = slot;
      } else {
        slots[left] = slot;
        times[left++] = times[i];
      }
    }
    this.size = left;
    return size - left;
  }
}
