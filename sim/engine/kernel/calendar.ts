/**
 * The calendar of event notices: a 4-ary heap on typed arrays.
 *
 * Notices leave by time, and at one time by `order`, which the executive makes of the rung of the
 * event and the sequence of scheduling; so the order of a run never depends on the heap's shape.
 * Only time, order and a slot move in the heap; what the notice says stays in its slot. The slots of
 * the heap's unused end are the free ones, so nothing is allocated but when the arrays double.
 */

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
  /** Time of the notice popped last [min since the window began] -- state. */
  time = 0;
  /** Kind of the notice popped last [-] -- state. */
  kind = 0;
  /** Entity of the notice popped last [-] -- state. */
  entity = 0;
  /** Stamp of the notice popped last [-] -- state. */
  stamp = 0;

  #size = 0;
  #times: Float64Array;
  #orders: Float64Array;
  #slots: Int32Array;
  #kinds: Int32Array;
  #entities: Float64Array;
  #stamps: Float64Array;

  /**
   * Makes an empty calendar.
   * @param capacity Notices that fit before the arrays first double [notices], at least 1.
   */
  constructor(capacity = 1024) {
    this.#times = new Float64Array(capacity);
    this.#orders = new Float64Array(capacity);
    this.#slots = Int32Array.from({ length: capacity }, (_, i) => i);
    this.#kinds = new Int32Array(capacity);
    this.#entities = new Float64Array(capacity);
    this.#stamps = new Float64Array(capacity);
  }

  /** Notices that are pending [notices]. */
  get size(): number {
    return this.#size;
  }

  /** Time of the next notice [min since the window began]; Infinity when none is pending. */
  get nextTime(): number {
    return this.#size === 0 ? Infinity : this.#times[0];
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
    if (this.#size === this.#times.length) this.#grow();
    const times = this.#times;
    const orders = this.#orders;
    const slots = this.#slots;
    let i = this.#size++;
    const slot = slots[i];
    this.#kinds[slot] = kind;
    this.#entities[slot] = entity;
    this.#stamps[slot] = stamp;
    while (i > 0) {
      const parent = (i - 1) >> 2;
      const t = times[parent];
      if (t < time || (t === time && orders[parent] <= order)) break;
      times[i] = t;
      orders[i] = orders[parent];
      slots[i] = slots[parent];
      i = parent;
    }
    times[i] = time;
    orders[i] = order;
    slots[i] = slot;
  }

  /**
   * Takes the next notice and leaves it in `time`, `kind`, `entity` and `stamp`.
   * @returns Whether there was one; when not, the fields stay as they were.
   */
  pop(): boolean {
    if (this.#size === 0) return false;
    const slot = this.#slots[0];
    this.time = this.#times[0];
    this.kind = this.#kinds[slot];
    this.entity = this.#entities[slot];
    this.stamp = this.#stamps[slot];
    this.#sinkLast();
    this.#slots[this.#size] = slot;
    return true;
  }

  /** Moves the last notice to the root and down to its place. */
  #sinkLast(): void {
    const times = this.#times;
    const orders = this.#orders;
    const slots = this.#slots;
    const size = --this.#size;
    const time = times[size];
    const order = orders[size];
    const slot = slots[size];
    let i = 0;
    for (let first = 1; first < size; first = 4 * i + 1) {
      const end = first + 4 < size ? first + 4 : size;
      let best = first;
      let t = times[first];
      for (let child = first + 1; child < end; child++) {
        const c = times[child];
        if (c < t || (c === t && orders[child] < orders[best])) {
          best = child;
          t = c;
        }
      }
      if (time < t || (time === t && order <= orders[best])) break;
      times[i] = t;
      orders[i] = orders[best];
      slots[i] = slots[best];
      i = best;
    }
    times[i] = time;
    orders[i] = order;
    slots[i] = slot;
  }

  /** Doubles the arrays; the new slots are free. */
  #grow(): void {
    const old = this.#times.length;
    const length = Math.max(16, 2 * old);
    this.#times = doubled(this.#times, new Float64Array(length));
    this.#orders = doubled(this.#orders, new Float64Array(length));
    this.#slots = doubled(this.#slots, new Int32Array(length));
    this.#kinds = doubled(this.#kinds, new Int32Array(length));
    this.#entities = doubled(this.#entities, new Float64Array(length));
    this.#stamps = doubled(this.#stamps, new Float64Array(length));
    for (let i = old; i < length; i++) this.#slots[i] = i;
  }
}

function doubled<T extends Float64Array | Int32Array>(old: T, fresh: T): T {
  fresh.set(old);
  return fresh;
}
