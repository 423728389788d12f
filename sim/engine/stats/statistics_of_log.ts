/**
 * The statistics of a resource once more, from nothing but its log.
 *
 * They are taken in the order of the rows by the same Tally and TimeWeighted; so they equal the
 * resource's own to the last bits, and a difference is a fault in one of the two.
 */

import { Tally } from "./tally.ts";
import { TimeWeighted } from "./time_weighted.ts";

/** Codes of the events; what `units` means with each is said at {@link LogRows}. */
const EVENT = {
  requested: 0,
  seized: 1,
  released: 2,
  reneged: 3,
  refused: 4,
  preempted: 5,
  capacity: 6,
} as const;

/**
 * Columns of a resource's log, one row per event, in the order in which they happened.
 *
 * Events are 0 requested, 1 seized, 2 released, 3 reneged (left the queue), 4 refused or balked (never
 * joined it), 5 pre-empted (units were taken from a claim), 6 capacity changed.
 */
export interface LogRows {
  /** When [min since the replication began], not descending. */
  readonly time: ArrayLike<number>;
  /** What, 0 to 6 [-]. */
  readonly event: ArrayLike<number>;
  /** Number of the claim [-], the same from its request to its end. */
  readonly claim: ArrayLike<number>;
  /** Units asked for, got, given back or taken; at a change of capacity, those there from now on [units]. */
  readonly units: ArrayLike<number>;
}

/** What the log does not say. */
export interface LogWindow {
  /** When the replication ended [min since it began], not before the last row. */
  readonly end: number;
  /** Capacity at the beginning [units]; default 0. */
  readonly capacity?: number;
  /**
   * End of the warm-up [min since the replication began]; default 0. Rows at this instant and after
   * it count; waits count by the instant at which they end.
   */
  readonly warmUp?: number;
}

/** Statistics of one resource. */
export interface LogStatistics {
  /** Rows of each kind, by their codes, 0 to 6 [rows]. */
  readonly counts: readonly number[];
  /** From request to seizure of the claims that seized [min]; reneged ones are not in it. */
  readonly wait: Tally;
  /** Mean number of claims waiting [entities]. */
  readonly waiting: number;
  /** Mean number of units in use [units]. */
  readonly inUse: number;
  /** Mean capacity [units]. */
  readonly capacity: number;
  /** Units in use over units there, both over time [-]; NaN when there was no capacity. */
  readonly utilisation: number;
}

/**
 * Statistics of a resource, regenerated from its log.
 *
 * @param rows Columns of the log.
 * @param window When it ended, the first capacity, and the warm-up.
 * @returns Counts, waits, means over time, utilisation.
 * @throws {RangeError} If the columns differ in length, an event is unknown, a claim seizes or
 * reneges that does not wait, or time goes back or lies past the end.
 *
 * @example One claim waits 5 min and holds the only unit for 10 of 20 min
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { statisticsOfLog } from "./mod.ts";
 *
 * const { wait, utilisation } = statisticsOfLog({
 *   time: [0, 5, 15],
 *   event: [0, 1, 2],
 *   claim: [1, 1, 1],
 *   units: [1, 1, 1],
 * }, { end: 20, capacity: 1 });
 * assertEquals([wait.mean, utilisation], [5, 0.5]);
 * ```
 */
export function statisticsOfLog(
  rows: LogRows,
  { end, capacity = 0, warmUp = 0 }: LogWindow,
): LogStatistics {
  const lengths = [rows.time.length, rows.event.length, rows.claim.length, rows.units.length];
  if (lengths.some((length) => length !== lengths[0])) {
    throw new RangeError(
      `Cannot read a log as its columns must have one length: current lengths are ${lengths}`,
    );
  }
  const replay = new Replay(capacity);
  let warm = warmUp <= 0;
  for (let row = 0; row < lengths[0]; row++) {
    if (!warm && rows.time[row] >= warmUp) {
      replay.flush(warmUp);
      warm = true;
    }
    replay.take(rows, row);
  }
  if (!warm) replay.flush(warmUp);
  return replay.result(end);
}

/** The resource, acted out. */
class Replay {
  readonly #waiting = new TimeWeighted();
  readonly #inUse = new TimeWeighted();
  readonly #capacity: TimeWeighted;
  readonly #since = new Map<number, number>();
  #counts = new Array<number>(7).fill(0);
  #wait = new Tally();

  constructor(capacity: number) {
    this.#capacity = new TimeWeighted(capacity);
  }

  flush(now: number): void {
    for (const level of [this.#waiting, this.#inUse, this.#capacity]) level.flush(now);
    this.#counts = this.#counts.map(() => 0);
    this.#wait = new Tally();
  }

  take(rows: LogRows, row: number): void {
    const [now, event, units] = [rows.time[row], rows.event[row], rows.units[row]];
    const claim = rows.claim[row];
    if (this.#counts[event] === undefined) this.#refuse(rows, row, "its event must be 0 to 6");
    this.#counts[event]++;
    switch (event) {
      case EVENT.requested:
        this.#since.set(claim, now);
        return this.#waiting.add(now, 1);
      case EVENT.seized:
        this.#wait.add(now - this.#leaveQueue(rows, row));
        return this.#inUse.add(now, units);
      case EVENT.reneged:
        this.#leaveQueue(rows, row);
        return;
      case EVENT.released:
      case EVENT.preempted:
        return this.#inUse.add(now, -units);
      case EVENT.capacity:
        return this.#capacity.set(now, units);
    }
  }

  result(end: number): LogStatistics {
    const inUse = this.#inUse.mean(end);
    const capacity = this.#capacity.mean(end);
    return {
      counts: this.#counts,
      wait: this.#wait,
      waiting: this.#waiting.mean(end),
      inUse,
      capacity,
      utilisation: this.#inUse.area(end) / this.#capacity.area(end),
    };
  }

  #leaveQueue(rows: LogRows, row: number): number {
    const claim = rows.claim[row];
    const since = this.#since.get(claim);
    if (since === undefined) this.#refuse(rows, row, "its claim must be waiting");
    this.#since.delete(claim);
    this.#waiting.add(rows.time[row], -1);
    return since!;
  }

  #refuse({ event, claim }: LogRows, row: number, rule: string): never {
    throw new RangeError(
      `Cannot read row ${row} of a log as ${rule}: current event is ${event[row]} of claim ${
        claim[row]
      }`,
    );
  }
}
