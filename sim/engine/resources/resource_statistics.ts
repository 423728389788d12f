/** What a resource counts and measures while it runs. */

import { Tally } from "../stats/mod.ts";

/**
 * Counts, waits and levels over time of one resource, from the start of the run or the last flush.
 *
 * A request that is served at once has a wait of 0 and counts among the waits. Whoever leaves unserved
 * is in the counts and in the mean number waiting, not among the waits. What a flush cuts in two counts
 * by its end: a wait that ends after the flush counts whole, one that ended before it does not.
 *
 * @example One of two units in use for 30 of 40 min
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { ResourceStatistics } from "./mod.ts";
 *
 * const statistics = new ResourceStatistics(0);
 * statistics.advance(10, 0, 0, 2);
 * statistics.advance(40, 1, 0, 2);
 * assertEquals([statistics.meanInUse, statistics.utilisation], [30 / 40, 30 / 80]);
 * ```
 */
export class ResourceStatistics {
  /** Requests, the refused ones included [requests] -- statistic. */
  requested = 0;
  /** Requests that got their units [requests] -- statistic; as many as there are waits. */
  seized = 0;
  /** Claims that gave their units back [claims] -- statistic. */
  released = 0;
  /** Requests refused as the line had no room [requests] -- statistic. */
  noRoom = 0;
  /** Requests whose entity would not join the line [requests] -- statistic. */
  balked = 0;
  /** Requests that left the line unserved [requests] -- statistic. */
  reneged = 0;
  /** Claims whose units were taken away [claims] -- statistic. */
  preempted = 0;
  /** Waits of those who got their units [min] -- statistic. */
  waits: Tally = new Tally();

  // NaN makes V8 keep fractional numbers in place; a field that begins as 0 takes a new object for
  // each, and M/M/1 a twentieth longer.
  /** Start of what is measured [min since the window began] -- state. */
  #from = NaN;
  #last = NaN;
  #inUse = NaN;
  #waiting = NaN;
  #capacity = NaN;

  /**
   * Starts to measure.
   * @param now When [min since the window began].
   */
  constructor(now: number) {
    this.#from = now;
    this.#last = now;
    this.#inUse = this.#waiting = this.#capacity = 0;
  }

  /**
   * Goes on to an instant with the levels that held until then.
   * @param now When [min since the window began].
   * @param inUse Units in use since the last call [units].
   * @param waiting Requests that waited since then [requests].
   * @param capacity Units there were since then [units].
   * @throws {RangeError} If the instant lies before the last call, or before a flush.
   */
  advance(now: number, inUse: number, waiting: number, capacity: number): void {
    const duration = now - this.#last;
    if (!(duration > 0)) {
      if (duration === 0) return;
      this.#refuse("take", now);
    }
    this.#last = now;
    this.#inUse += inUse * duration;
    this.#waiting += waiting * duration;
    this.#capacity += capacity * duration;
  }

  /** Mean number of units in use [units]; NaN when no time has passed. */
  get meanInUse(): number {
    return this.#inUse / (this.#last - this.#from);
  }

  /** Mean number of requests that wait [requests]; NaN when no time has passed. */
  get meanWaiting(): number {
    return this.#waiting / (this.#last - this.#from);
  }

  /**
   * Units in use over units there were, both over time [-]. A unit whose holder is blocked, such as by a
   * full ward that comes next, is in use all the while. It is above 1 where capacity fell below use, 0
   * with a capacity of Infinity, NaN when there was no unit at any time, and Infinity when there was
   * none but some were still in use.
   */
  get utilisation(): number {
    return this.#inUse / this.#capacity;
  }

  /**
   * Drops what was measured, such as at the end of the warm-up; who waits and who holds stays.
   * @param now When [min since the window began], not before the last call of `advance`; the clock, as what
   * comes next must not lie before it.
   * @throws {RangeError} If the instant lies before that call.
   */
  flush(now: number): void {
    if (!(now >= this.#last)) this.#refuse("flush", now);
    this.requested = this.seized = this.released = 0;
    this.noRoom =
      this.balked =
      this.reneged =
      this.preempted =
        0;
    this.waits = new Tally();
    this.#from = this.#last = now;
    this.#inUse = this.#waiting = this.#capacity = 0;
  }

  #refuse(verb: string, now: number): never {
    throw new RangeError(
      `Cannot ${verb} statistics as time must not go back: last change is at ${this.#last} min, time is ${now} min`,
    );
  }
}
