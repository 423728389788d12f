/** The events of a log as rows, with words for codes where the log has words. */
import { LOG_COLUMNS } from "../../network/mod.ts";

/** An event of a person. */
export interface PersonEvent {
  /** Time [min since 00:00 of the first day]. */
  readonly time: number;
  /** Word, see `LOG_EVENTS`. */
  readonly event: string;
  /** Facility by its place in the city [-]; -1 for none. */
  readonly facility: number;
  /** Ward by its place in the city [-]; -1 for none. */
  readonly ward: number;
  /** 0 for the rules in force, 1 for the others, -1 for none [-]. */
  readonly set: number;
  /** Rule by its place in the set [-]; -1 for none. */
  readonly rule: number;
  /** What it is about [as `LOG_EVENTS` says]. */
  readonly value: number;
}

/** What events are read from. */
export interface LoggedColumns {
  /** Words of the column `event`. */
  readonly events: {
    /** Words by their codes. */
    readonly texts: readonly string[];
  };
  /** Rows. */
  readonly rows: {
    /**
     * Reads a column.
     * @param name Its name.
     * @returns Values, one for each row [as `LOG_COLUMNS` says].
     */
    column(name: string): Float64Array;
  };
}

/**
 * The events of a log that follows one person.
 *
 * @param log The log of a replication with `follow`.
 * @returns Events in order.
 *
 * @example A log without rows
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { personEvents } from "./mod.ts";
 *
 * const log = { events: { texts: [] }, rows: { column: () => new Float64Array(0) } };
 * assertEquals(personEvents(log), []);
 * ```
 */
export function personEvents(log: LoggedColumns): PersonEvent[] {
  const [time, , event, facility, ward, set, rule, value] = LOG_COLUMNS.map((name) =>
    log.rows.column(name)
  );
  return Array.from(time, (at, i) => ({
    time: at,
    event: log.events.texts[event[i]],
    facility: facility[i],
    ward: ward[i],
    set: set[i],
    rule: rule[i],
    value: value[i],
  }));
}
