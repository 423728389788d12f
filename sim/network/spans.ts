/** Durations with how they ended, in arrays of numbers. */

/** How a duration ended [-]: 0 still open, 1 by the event, 2 otherwise. */
export type Ended = 0 | 1 | 2;

/** Durations of one kind, with a group. */
export class Spans {
  /** Durations kept [-]. */
  count = 0;
  #durations = new Float64Array(64);
  #events = new Uint8Array(64);
  #groups = new Uint8Array(64);

  /**
   * Adds one.
   *
   * @param duration Duration [min].
   * @param event How it ended.
   * @param group Group [-], up to 255.
   */
  add(duration: number, event: Ended, group = 0): void {
    if (this.count === this.#durations.length) this.#grow();
    this.#durations[this.count] = duration;
    this.#events[this.count] = event;
    this.#groups[this.count++] = group;
  }

  #grow(): void {
    const [durations, events, groups] = [this.#durations, this.#events, this.#groups];
    this.#durations = new Float64Array(2 * durations.length);
    this.#events = new Uint8Array(2 * events.length);
    this.#groups = new Uint8Array(2 * groups.length);
    this.#durations.set(durations);
    this.#events.set(events);
    this.#groups.set(groups);
  }

  /**
   * Durations of some groups, as the survival estimator wants them.
   *
   * @param among Whether a group is among them.
   * @returns Durations [min] and how they ended.
   */
  of(among: (group: number) => boolean): { durations: Float64Array; events: Uint8Array } {
    const isIn = Uint8Array.from({ length: 256 }, (_, group) => among(group) ? 1 : 0);
    let n = 0;
    for (let i = 0; i < this.count; i++) n += isIn[this.#groups[i]];
    const durations = new Float64Array(n);
    const events = new Uint8Array(n);
    let at = 0;
    for (let i = 0; i < this.count; i++) {
      if (isIn[this.#groups[i]] === 0) continue;
      durations[at] = this.#durations[i];
      events[at++] = this.#events[i];
    }
    return { durations, events };
  }
}
