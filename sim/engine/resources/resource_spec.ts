/** What a resource is made of and what a request says: plain data. */

import type { CapacitySchedule } from "./capacity_schedule.ts";
import type { Discipline } from "./queue.ts";

export { RESOURCE_COLUMNS, RESOURCE_EVENTS } from "../stats/mod.ts";

/** A resource as plain data. */
export interface ResourceSpec {
  /** Name, for people and errors. */
  readonly name: string;
  /** Units [units], a whole number from 0 or Infinity; or what it is when. */
  readonly capacity: number | CapacitySchedule;
  /** Order of service; "fifo" when left out. */
  readonly discipline?: Discipline;
  /**
   * Requests that may wait at a time [requests], a whole number from 0, or Infinity, as when left out.
   * It binds those too who come back after pre-emption.
   */
  readonly room?: number;
  /**
   * Whether an entity that would have to wait goes away at once; nobody does when left out.
   * @param entity Entity [-].
   * @param waiting Requests that wait [requests].
   * @returns Whether it balks.
   */
  readonly balks?: (entity: number, waiting: number) => boolean;
  /**
   * Whether a request takes units from holders of lower priority; no when left out. It does so when it
   * is made or not at all, and only if its priority is higher than that of the first who waits. It
   * takes no more than it needs beyond the units that are free; so while capacity is below use, it takes
   * the place of others and the use does not rise. Each release and each such request then takes a time
   * in proportion to the holders.
   */
  readonly preempts?: boolean;
  /**
   * What becomes of holders when capacity falls below use: they finish, or the lowest priority and
   * latest seized lose their units; "finish" when left out.
   */
  readonly whenShort?: "finish" | "preempt";
  /** Whether units have identity, the lowest free number being seized; no when left out. */
  readonly identity?: boolean;
  /** Where each event of the resource is written; nowhere when left out. */
  readonly log?: RowSink;
}

/** Where events are written, such as a log in columns. */
export interface RowSink {
  /**
   * Writes one event, as columns of the names and order of `RESOURCE_COLUMNS`.
   * @param time When [min since the window began].
   * @param event Code of `RESOURCE_EVENTS` [-].
   * @param entity Entity [-].
   * @param claim Claim [-].
   * @param units Units [units].
   */
  row(time: number, event: number, entity: number, claim: number, units: number): void;
}

/** What `seize` returns in place of a claim. */
export const REFUSED = {
  /** The line had no room. */
  noRoom: -1,
  /** The entity would not join the line. */
  balked: -2,
} as const;

/** What a request says beyond who asks. */
export interface SeizeOptions {
  /** Units [units], a whole number from 1 to the capacity; 1 when left out. */
  readonly units?: number;
  /** Priority [-], higher first; 0 when left out. It plays a part in "priority" and pre-emption. */
  readonly priority?: number;
  /**
   * Longest wait [min], from 0; without end when left out. It ends on the rung of decisions, so a unit
   * that is released at that very instant still comes in time.
   */
  readonly patience?: number;
  /** Kind of event to call when patience ends, with entity and claim [-]; none when left out. */
  readonly onRenege?: number;
  /** Kind of event to call when the units are taken away, with entity and the ended claim [-]. */
  readonly onPreempt?: number;
  /** Whether it goes in front of its equals, such as one who comes back after pre-emption. */
  readonly ahead?: boolean;
}
