/**
 * The statistics of a resource once more, from nothing but its log.
 *
 * They are taken in the order of the rows by the same Tally and TimeWeighted; so they equal the
 * resource's own to the last bits, and a difference is a fault in one of the two.
 */

import { Tally } from "./tally.ts";
import { TimeWeighted } from "./time_weighted.ts";

/** Codes of the events of a resource in a log [-]. */
export const RESOURCE_EVENTS = {
  /** Units are asked for. */
  requested: 0,
  /** Units are seized. */
  seized: 1,
  /** Units are released. */
  released: 2,
  /** A request leaves the line unserved. */
  reneged: 3,
  /** A request is refused or its entity balks, and it never joins the line; its claim is negative. */
  refused: 4,
  /** Units are taken away. */
  preempted: 5,
  /** The capacity becomes `units`; entity and claim are -1. */
  capacity: 6,
} as const;

/** Columns of a resource's log, in the order in which a resource writes them. */
export const RESOURCE_COLUMNS = ["time", "event", "entity", "claim", "units"] as const;

/**
 * Columns of a resource's log, one row per event of {@link RESOURCE_EVENTS}, in the order in which they
 * happened.
 */
export interface LogRows {
  /** When [min since the window began], not descending. */
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
  /** When the replication ended [min since the window began], not before the last row. */
  readonly end: number;
  /** When it began [min since the window began], not after the first row; default 0. */
  readonly start?: number;
  /** Capacity at the beginning [units]; default 0. */
  readonly capacity?: number;
  /**
   * End of the warm-up [min since the window began], not before the start; default the start, and then
   * every row counts. Else rows after this instant count and those at it do not, as where a model says
   * `executive.run(100)` and then `statistics.flush(100)`. Waits count by the instant at which they end.
   */
  readonly warmUp?: number;
}

/** Statistics of one resource. */
export interface LogStatistics {
  /**
   * Rows of each kind, by their codes, 0 to 6 [rows]. A request that is refused has a row 4 and no row 0;
   * so a resource's own count `requested` is the sum of the two.
   */
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
 * @param log Columns of the log; or a log that gives them by name, such as a `ColumnLog` of
 * {@link RESOURCE_COLUMNS}.
 * @param window When it began and ended, the first capacity, and the warm-up.
 * @returns Counts, waits, means over time, utilisation.
 * @throws {RangeError} If the columns differ in length, an event is unknown, a claim seizes or
 * reneges that does not wait, time goes back or lies before the start or past the end, or the warm-up
 * ends before the start.
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
  log: LogRows | { column(name: string): ArrayLike<number> },
  { end, start = 0, capacity = 0, warmUp = start }: LogWindow,
): LogStatistics {
  const rows = "column" in log ? rowsOf(log) : log;
  const lengths = [rows.time.length, rows.event.length, rows.claim.length, rows.units.length];
  if (lengths.some((length) => length !== lengths[0])) {
    throw new RangeError(
      `Cannot read a log as its columns must have one length: current lengths are ${lengths}`,
    );
  }
  if (!(warmUp >= start)) {
    throw new RangeError(
      `Cannot read a log as its warm-up must end at its start or later: start is ${start} min, warm-up ends at ${warmUp} min`,
    );
  }
  const replay = new Replay(capacity, start);
  let warm = warmUp === start;
  for (let row = 0; row < lengths[0]; row++) {
    if (!warm && rows.time[row] > warmUp) {
      replay.flush(warmUp);
      warm = true;
    }
    replay.take(rows, row);
  }
  if (!warm) replay.flush(warmUp);
  return replay.result(end);
}

/** The columns by their names. */
function rowsOf(log: { column(name: string): ArrayLike<number> }): LogRows {
  const [time, event, _, claim, units] = RESOURCE_COLUMNS.map((name) => log.column(name));
  return { time, event, claim, units };
}

/** The resource, acted out. */
class Replay {
  readonly #waiting: TimeWeighted;
  readonly #inUse: TimeWeighted;
  readonly #capacity: TimeWeighted;
  readonly #since = new Map<number, number>();
  #counts = new Array<number>(7).fill(0);
  #wait = new Tally();

  constructor(capacity: number, start: number) {
    this.#waiting = new TimeWeighted(0, start);
    this.#inUse = new TimeWeighted(0, start);
    this.#capacity = new TimeWeighted(capacity, start);
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
      case RESOURCE_EVENTS.requested:
        this.#since.set(claim, now);
        return this.#waiting.add(now, 1);
      case RESOURCE_EVENTS.seized:
        this.#wait.add(now - this.#leaveQueue(rows, row));
        return this.#inUse.add(now, units);
      case RESOURCE_EVENTS.reneged:
        this.#leaveQueue(rows, row);
        return;
      case RESOURCE_EVENTS.released:
      case RESOURCE_EVENTS.preempted:
        return this.#inUse.add(now, -units);
      case RESOURCE_EVENTS.capacity:
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
