/**
 * A binary heap of slots by time and order, on typed arrays.
 *
 * Taking the first leaves a hole at the root; what is added next goes there, and only when nothing
 * was added the last one is moved up. Most events schedule another, and so each costs one way down
 * the heap, not a way up and a way down. Two children a node were faster than four, here.
 */

/** Fields of a notice: time, order, kind, entity, stamp. */
export const FIELDS = 5;

/**
 * Slots in order of the time, then of the `order` of their notices.
 *
 * Times and orders are read from the notices, not handed over: a call that is not inlined would box
 * them.
 */
export class NearHeap {
  /** Slots that are held [slots] -- state; written here alone. */
  size = 0;
  /** Nodes in use, the hole included. */
  #nodes = 0;
  #hole = false;
  /** Time and order of each node, side by side. */
  #keys = new Float64Array(2 * 256);
  #slots = new Int32Array(256);

  /** Time of the first [min since the window began]; not to be asked of an empty heap. */
  get firstTime(): number {
    if (this.#hole) this.#fillHole();
    return this.#keys[0];
  }

  /**
   * Adds a slot.
   * @param slot Slot [-].
   * @param notices Notices by slot.
   */
  add(slot: number, notices: Float64Array): void {
    this.size++;
    const time = notices[slot * FIELDS];
    const order = notices[slot * FIELDS + 1];
    if (this.#hole) {
      this.#hole = false;
      this.#sink(time, order, slot);
    } else this.#rise(time, order, slot);
  }

  /**
   * Takes the first; not to be asked of an empty heap.
   * @returns Slot [-].
   */
  take(): number {
    if (this.#hole) this.#fillHole();
    this.#hole = true;
    this.size--;
    return this.#slots[0];
  }

  #rise(time: number, order: number, slot: number): void {
    if (this.#nodes === this.#slots.length) this.#grow();
    const keys = this.#keys;
    const slots = this.#slots;
    let i = this.#nodes++;
    while (i > 0) {
      const parent = (i - 1) >> 1;
      const t = keys[2 * parent];
      if (t < time || (t === time && keys[2 * parent + 1] <= order)) break;
      keys[2 * i] = t;
      keys[2 * i + 1] = keys[2 * parent + 1];
      slots[i] = slots[parent];
      i = parent;
    }
    keys[2 * i] = time;
    keys[2 * i + 1] = order;
    slots[i] = slot;
  }

  /** Moves the last to the root and down to its place. */
  #fillHole(): void {
    this.#hole = false;
    const last = --this.#nodes;
    if (last > 0) this.#sink(this.#keys[2 * last], this.#keys[2 * last + 1], this.#slots[last]);
  }

  #sink(time: number, order: number, slot: number): void {
    const keys = this.#keys;
    const slots = this.#slots;
    const size = this.#nodes;
    let i = 0;
    for (let child = 1; child < size; child = 2 * i + 1) {
      let t = keys[2 * child];
      if (child + 1 < size) {
        const right = keys[2 * child + 2];
        if (right < t || (right === t && keys[2 * child + 3] < keys[2 * child + 1])) {
          child++;
          t = right;
        }
      }
      if (time < t || (time === t && order <= keys[2 * child + 1])) break;
      keys[2 * i] = t;
      keys[2 * i + 1] = keys[2 * child + 1];
      slots[i] = slots[child];
      i = child;
    }
    keys[2 * i] = time;
    keys[2 * i + 1] = order;
    slots[i] = slot;
  }

  #grow(): void {
    const keys = new Float64Array(2 * this.#keys.length);
    keys.set(this.#keys);
    this.#keys = keys;
    const slots = new Int32Array(2 * this.#slots.length);
    slots.set(this.#slots);
    this.#slots = slots;
  }
}
