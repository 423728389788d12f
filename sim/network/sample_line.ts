/**
 * The line of one laboratory: samples in order of arrival, batches, machines.
 *
 * A batch starts when a machine is free and either so many samples wait as a machine holds or the
 * first of them has waited long enough; it takes the first of all who wait. Samples of other people
 * come evenly over time. They are numbers, not events: batches of theirs alone are reckoned when the
 * next sample of ours comes, so that a laboratory without samples of ours costs nothing.
 */

/** What a line is made of. */
export interface SampleLineSpec {
  /** Samples of a full batch [samples]. */
  readonly batchSize: number;
  /** Longest time that the first of a batch waits for it to be full [min]. */
  readonly longestWait: number;
  /** Start of a batch to its results [min]. */
  readonly cycle: number;
  /** Machines [machines]. */
  readonly machines: number;
  /** Time of day from which batches are started [min]. */
  readonly opens: number;
  /** Time of day until which they are [min]; 1440 for day and night. */
  readonly closes: number;
  /** Samples of other people [samples/min]. */
  readonly others: number;
  /** When those begin to come [min]. */
  readonly start: number;
}

/** Takes a sample whose batch has started, and when its result will be there [min]. */
export type Started = (sample: number, resultAt: number) => void;

const DAY = 1440;

/**
 * The samples of one laboratory.
 *
 * @example Two samples wait for a third, then two hours, then the machine
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { SampleLine } from "./sample_line.ts";
 *
 * const hours = { opens: 0, closes: 1440 };
 * const load = { others: 0, start: 0 };
 * const line = new SampleLine({
 *   ...{ batchSize: 3, longestWait: 120, cycle: 240, machines: 1 },
 *   ...hours,
 *   ...load,
 * });
 * line.add(7, 0);
 * line.add(8, 60);
 * assertEquals(line.next(), 120);
 * const results: number[][] = [];
 * line.advance(120, (sample, at) => results.push([sample, at]));
 * assertEquals(results, [[7, 360], [8, 360]]);
 * ```
 */
export class SampleLine {
  /** Batches started that held a sample of ours [batches] -- statistic. */
  batches = 0;
  readonly #spec: SampleLineSpec;
  /** When each machine is free [min]. */
  readonly #free: Float64Array;
  readonly #ids: number[] = [];
  readonly #times: number[] = [];
  #head = 0;
  /** Samples of others that are in a batch already [samples]. */
  #othersTaken = 0;

  /** @param spec What it is made of. */
  constructor(spec: SampleLineSpec) {
    this.#spec = spec;
    this.#free = new Float64Array(spec.machines).fill(-Infinity);
  }

  /** Samples of ours that wait for a batch [samples]. */
  get waiting(): number {
    return this.#ids.length - this.#head;
  }

  /**
   * Adds a sample; batches due before must have been started by `advance`.
   *
   * @param sample Sample [-].
   * @param now Its arrival [min], not before those added already.
   */
  add(sample: number, now: number): void {
    this.#ids.push(sample);
    this.#times.push(now);
  }

  /**
   * When the next batch starts if no more of our samples come.
   *
   * @returns Time [min]; Infinity when none of ours waits.
   */
  next(): number {
    return this.waiting > 0 ? this.#nextStart() : Infinity;
  }

  /**
   * Starts every batch due up to a time.
   *
   * @param now Time [min].
   * @param started Takes our samples in those batches, in order.
   * @param before Whether a batch due at the very time is left for later.
   */
  advance(now: number, started: Started, before = false): void {
    for (;;) {
      const at = this.#nextStart();
      if (before ? at >= now : at > now) break;
      const machine = this.#firstFree();
      const resultAt = at + this.#spec.cycle;
      this.#free[machine] = resultAt;
      this.#fill(at, resultAt, started);
    }
    if (this.#head > 1024) {
      this.#ids.splice(0, this.#head);
      this.#times.splice(0, this.#head);
      this.#head = 0;
    }
  }

  #firstFree(): number {
    let first = 0;
    for (let m = 1; m < this.#free.length; m++) if (this.#free[m] < this.#free[first]) first = m;
    return first;
  }

  /** Arrival of the k-th sample of others that is in no batch, from 0 [min]. */
  #other(k: number): number {
    const { others, start } = this.#spec;
    return others > 0 ? start + (this.#othersTaken + k + 1) / others : Infinity;
  }

  #our(k: number): number {
    return this.#times[this.#head + k] ?? Infinity;
  }

  /** When the next batch would start as things are; Infinity when nobody's sample comes [min]. */
  #nextStart(): number {
    const first = Math.min(this.#our(0), this.#other(0));
    if (first === Infinity) return Infinity;
    const due = Math.min(first + this.#spec.longestWait, this.#filledAt());
    return this.#whenOpen(Math.max(due, this.#free[this.#firstFree()]));
  }

  /**
   * When as many wait as a batch holds; Infinity when our samples at hand do not suffice [min]. It is
   * the time of the last of them, by halving in the two lines of arrivals.
   */
  #filledAt(): number {
    const size = this.#spec.batchSize;
    let ours = 0;
    let most = Math.min(size, this.waiting);
    while (ours < most) {
      const middle = (ours + most) >> 1;
      if (this.#other(size - middle - 1) <= this.#our(middle)) most = middle;
      else ours = middle + 1;
    }
    const lastOurs = ours > 0 ? this.#our(ours - 1) : -Infinity;
    return ours < size ? Math.max(lastOurs, this.#other(size - ours - 1)) : lastOurs;
  }

  /** The first time from `at` on at which batches are started [min]. */
  #whenOpen(at: number): number {
    const { opens, closes } = this.#spec;
    if (opens === 0 && closes === DAY) return at;
    const midnight = Math.floor(at / DAY) * DAY;
    const minute = at - midnight;
    if (minute < opens) return midnight + opens;
    return minute < closes ? at : midnight + DAY + opens;
  }

  /** Fills a batch that starts now from the head of the line. */
  #fill(at: number, resultAt: number, started: Started): void {
    let room = this.#spec.batchSize;
    const before = this.#head;
    while (room > 0) {
      const our = this.#our(0);
      const other = this.#other(0);
      if (Math.min(our, other) > at) break;
      room--;
      if (our <= other) started(this.#ids[this.#head++], resultAt);
      else this.#othersTaken++;
    }
    if (this.#head > before) this.batches++;
  }
}
