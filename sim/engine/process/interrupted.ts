/** What is thrown into a process at its yield. */

import type { Resource } from "../resources/mod.ts";

/**
 * Another has interrupted the process: thrown at its yield. The wait it was in is over: a hold is cut
 * short, and a line is left.
 *
 * @example A rest that is cut short
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Executive } from "../mod.ts";
 * import { Interrupted, Processes } from "./mod.ts";
 *
 * const executive = new Executive({ end: 100 });
 * const processes = new Processes(executive);
 * let left = NaN;
 * const nurse = processes.start("nurse", function* (self) {
 *   try {
 *     yield self.hold(30);
 *   } catch (error) {
 *     if (!(error instanceof Interrupted)) throw error;
 *     left = error.remaining;
 *   }
 * });
 * processes.start("bell", function* (self) {
 *   yield self.hold(20);
 *   nurse.interrupt("bell");
 * });
 * executive.run();
 * assertEquals(left, 10);
 * ```
 */
export class Interrupted extends Error {
  /** What was left of the hold [min]; 0 when the process did not hold. */
  readonly remaining: number;

  /**
   * Makes the error.
   * @param cause What the other gave as cause.
   * @param remaining What was left of the hold [min].
   */
  constructor(cause: unknown, remaining: number) {
    super(String(cause), { cause });
    this.name = "Interrupted";
    this.remaining = remaining;
  }
}

/**
 * Units that the process held have been taken away: by a request of higher priority, or as the
 * capacity fell. It holds them no more. If it asks for them again, it does so in its turn: what was left
 * over of several units is the line's by then.
 *
 * A release in a `finally` asks `self.holds` first: to release what was taken away is an error, which
 * would come in place of this one.
 *
 * @example Service goes on where it was broken off
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Executive, Resource } from "../mod.ts";
 * import { Preempted, Processes } from "./mod.ts";
 *
 * const executive = new Executive({ end: 100 });
 * const theatre = new Resource(executive, { name: "theatre", capacity: 1, preempts: true });
 * const processes = new Processes(executive);
 * const ends: number[] = [];
 * processes.start("planned", function* (self) {
 *   for (let left = 30; left > 0;) {
 *     yield self.seize(theatre, { ahead: true });
 *     try {
 *       yield self.hold(left);
 *       left = 0;
 *     } catch (error) {
 *       if (!(error instanceof Preempted)) throw error;
 *       left = error.remaining;
 *     } finally {
 *       if (self.holds(theatre)) self.release(theatre);
 *     }
 *   }
 *   ends.push(executive.now);
 * });
 * processes.start("emergency", function* (self) {
 *   yield self.hold(10);
 *   yield self.seize(theatre, { priority: 1 });
 *   yield self.hold(45);
 *   self.release(theatre);
 *   ends.push(executive.now);
 * });
 * executive.run();
 * assertEquals(ends, [55, 75]);
 * ```
 */
export class Preempted extends Interrupted {
  /** Resource whose units were taken. */
  readonly resource: Resource;

  /**
   * Makes the error.
   * @param resource Resource whose units were taken.
   * @param remaining What was left of the hold [min].
   */
  constructor(resource: Resource, remaining: number) {
    super(`loss of "${resource.name}"`, remaining);
    this.name = "Preempted";
    this.resource = resource;
  }
}
