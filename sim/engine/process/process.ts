/** A process as a model sees it: its verbs, and what they come to. */

import type { Rung } from "../kernel/mod.ts";
import type { Resource, SeizeOptions } from "../resources/mod.ts";
import type { Occasion } from "./occasion.ts";

/**
 * What a yield comes to: a hold is "done" and so is a wait; a request is "seized", or it "reneged" as
 * patience ended, was refused as there was "no room", or "balked". A wait with patience "reneged" too.
 */
export type Outcome = "done" | "seized" | "reneged" | "no room" | "balked";

/** What a verb returns, to be yielded at once. */
export interface Step {
  /** Tells it from anything else that could be yielded. */
  readonly isStep: true;
}

/**
 * What a routine, or a part of one that is called by `yield*`, returns: the type to write where a
 * generator function stands by itself.
 */
export type Steps<Result = void> = Generator<Step, Result, Outcome>;

/** The life of an entity, written as one generator function. */
export type Routine = (self: Process) => Steps;

/** What a request of a process says beyond the resource. */
export type RequestOptions = Pick<SeizeOptions, "units" | "priority" | "patience" | "ahead">;

/** How long to wait. */
export interface WaitOptions {
  /** Longest wait [min], from 0; without end when left out. */
  readonly patience?: number;
}

/** How a process starts. */
export interface StartOptions {
  /** How long from now it begins [min], from 0; with the next turn, see `start`, when left out. */
  readonly after?: number;
  /**
   * The number of its entity [-], a whole number from 0 that no living process has; the process takes
   * a free one when left out.
   */
  readonly entity?: number;
  /** Rung of its beginning, when `after` is given; that of decisions when left out. */
  readonly rung?: Rung;
  /** Whether it may wait for an occasion for ever, such as for work; no when left out. */
  readonly background?: boolean;
}

/**
 * A process that was started. Its routine gets it as `self` and yields what the verbs return.
 *
 * `hold`, `holdUntil`, `seize` and `wait` are for its own routine alone, one at a time, and each is to
 * be yielded at once; `release` gives units back at once and is not yielded.
 *
 * An error that a routine does not catch breaks the run: a SimulationError passes as it is; any other
 * is the cause of one that names the process and the clock.
 *
 * @example Keyed draws by the number, not by the entity
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Executive, KeyedDraws, keyOf } from "../mod.ts";
 * import { Processes } from "./mod.ts";
 *
 * const executive = new Executive({ end: 100 });
 * const processes = new Processes(executive);
 * const draws = new KeyedDraws(keyOf("stays", 0));
 * const stays = new Set<number>();
 * for (let patient = 0; patient < 3; patient++) {
 *   processes.start("patient", function* (self) {
 *     draws.block(self.number, 0, 0, 0);
 *     stays.add(draws.u0);
 *     yield self.hold(draws.u0);
 *     assertEquals([self.number, self.entity], [patient, 0]);
 *   });
 *   executive.run(30 * (patient + 1));
 * }
 * assertEquals(stays.size, 3);
 * ```
 */
export interface Process {
  /** Name, for people and errors; many processes may have one name. */
  readonly name: string;
  /**
   * Number by which resources know it [-]. It is used again: when the process has ended, another may
   * get it, so draws that are keyed by it repeat. For those there is `number`.
   */
  readonly entity: number;
  /**
   * Number of its start in the run [-], from 0, which never comes again: for keyed draws, and for logs
   * that are to tell one process from the next.
   */
  readonly number: number;
  /** Whether it has ended -- state. */
  readonly hasEnded: boolean;
  /** Its end, for which others may wait; over for good when it has ended. */
  readonly ended: Occasion;

  /**
   * Lets time pass.
   *
   * @param time How long [min], finite, from 0.
   * @param rung When it goes on among the events of the instant; with the releases when left out, as
   * who ends a hold mostly gives something back. An arrival that asks is better on that of decisions.
   * @returns Step, to be yielded; its outcome is "done".
   * @throws {RangeError} If the time is negative, infinite or NaN.
   */
  hold(time: number, rung?: Rung): Step;

  /**
   * Lets time pass until an instant, to the last bit: `hold(time - now)` may miss it by rounding.
   *
   * @param time When it goes on [min since the window began], finite, at or after the clock.
   * @param rung When it goes on among the events of the instant; with the releases when left out.
   * @returns Step, to be yielded; its outcome is "done".
   * @throws {RangeError} If the time lies before the clock, is infinite or NaN.
   */
  holdUntil(time: number, rung?: Rung): Step;

  /**
   * Asks for units of a resource.
   *
   * @param resource Resource.
   * @param options Units, priority, patience, and whether it goes in front of its equals.
   * @returns Step, to be yielded; its outcome is "seized", "reneged", "no room" or "balked".
   * @throws {RangeError} If the resource refuses the options.
   * @throws {TypeError} If the resource belongs to another run.
   */
  seize(resource: Resource, options?: RequestOptions): Step;

  /**
   * Waits for an occasion: a signal, or the end of another process.
   *
   * @param occasion What it waits for.
   * @param options Patience.
   * @returns Step, to be yielded; its outcome is "done", or "reneged" when patience ended. Patience
   * ends on the rung of decisions.
   * @throws {RangeError} If patience is negative or NaN.
   */
  wait(occasion: Occasion, options?: WaitOptions): Step;

  /**
   * Gives units back.
   *
   * @param resource Resource.
   * @param claim Claim of this process [-]; the one seized latest when left out.
   * @throws {SimulationError} If the process holds no such claim.
   * @throws {Preempted} If the units have been taken away in this very turn, see `Processes`.
   */
  release(resource: Resource, claim?: number): void;

  /**
   * Whether it holds units of a resource: what to ask in a `finally` before a release, as the units
   * may have been taken away.
   *
   * @param resource Resource.
   * @returns True from seizing to release or loss.
   */
  holds(resource: Resource): boolean;

  /**
   * The claim on a resource that was seized latest.
   *
   * @param resource Resource.
   * @returns Claim [-], such as for `resource.unitOf`.
   * @throws {SimulationError} If the process holds none.
   */
  claimOf(resource: Resource): number;

  /**
   * Interrupts this process: {@link Interrupted} is thrown at its yield, in its turn. What it waits for
   * is given up at once. If it is about to go on, or has not begun, it is thrown at its next yield.
   *
   * @param cause Why; for the one who is interrupted.
   * @throws {SimulationError} If the process has ended, or interrupts itself.
   */
  interrupt(cause: unknown): void;
}
