/**
 * Models as processes: the life of each entity as one generator function, on top of the handlers.
 *
 * Not async functions: an await goes through the queue of the language, whose order is no business of
 * a model's, and costs several times a yield.
 */

import { type Executive, RUNGS, SimulationError } from "../kernel/mod.ts";
import { nameEntities } from "../resources/mod.ts";
import { Life, STATE } from "./_life.ts";
import { Turns } from "./_turns.ts";
import type { Process, Routine, StartOptions } from "./process.ts";
import type { Occasion } from "./occasion.ts";

/** Those who wait for ever and are named. */
const NAMED = 5;
const MOST_ENTITIES = 2 ** 32 - 1;

/**
 * The processes of a run.
 *
 * A routine runs from one yield to the next as one turn: nobody else runs in between. Who becomes ready
 * in the course of it, as units are released, a signal is fired, a process ends, is started or
 * interrupted, has its turn at the same instant, after it, in the order of becoming ready; this takes
 * no event. Units, too, pass at once: those released at an instant belong to the first in line before
 * its turn comes. What is there when it is asked for does not end the turn.
 *
 * Only time passes through the calendar. The end of a hold is an event on the rung of releases, or the
 * one that is given; the beginning of a process that starts later, and the end of patience, are on that
 * of decisions. So at one instant holds end, and units are released, before those ask who start then;
 * and of one rung the one goes first whose event was scheduled first.
 *
 * The event of a hold that was cut short stays in the calendar and does nothing; it counts among the
 * events that have happened.
 *
 * @example One nurse, three patients, of whom one will not wait
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Executive, Resource } from "../mod.ts";
 * import { Processes } from "./mod.ts";
 *
 * const executive = new Executive({ end: 480 });
 * const nurse = new Resource(executive, { name: "nurse", capacity: 1 });
 * const processes = new Processes(executive);
 * const log: string[] = [];
 * for (const [name, patience] of [["Ann", 30], ["Ben", 10], ["Eva", 30]] as const) {
 *   processes.start(name, function* (self) {
 *     const outcome = yield self.seize(nurse, { patience });
 *     log.push(`${executive.now} ${name} ${outcome}`);
 *     if (outcome !== "seized") return;
 *     yield self.hold(15);
 *     self.release(nurse);
 *   });
 * }
 * executive.run();
 * assertEquals(log, ["0 Ann seized", "10 Ben reneged", "15 Eva seized"]);
 * ```
 */
export class Processes {
  readonly #executive: Executive;
  readonly #turns: Turns;
  readonly #background = new WeakSet<Life>();

  /**
   * Makes the processes of a run, one such object for each.
   *
   * A run that comes to rest while processes wait for occasions breaks with a SimulationError that
   * names them, unless they were started in the background.
   *
   * @param executive Clock and calendar.
   * @throws {TypeError} If the run has one already.
   */
  constructor(executive: Executive) {
    this.#executive = executive;
    this.#turns = new Turns(executive);
    nameEntities(executive, (entity) => {
      const life = this.#turns.lives[entity];
      return life === undefined ? undefined : nameOf(life);
    });
    executive.atRest(() => this.#checkRest());
  }

  /** Processes that have been started and have not ended [processes] -- state. */
  get living(): number {
    return this.#turns.living;
  }

  /**
   * Starts a process. Without a delay it begins in the turn after the one that is under way, or before
   * this returns when none is.
   *
   * A generator function that is written once and started many times takes half the memory of one
   * written anew at each start. What differs can come by an arrow, `(self) => patient(self, ward)`.
   *
   * @param name Name, for people and errors.
   * @param routine Generator function; it gets the process.
   * @param options When it begins, the number of its entity, whether it may wait for ever.
   * @returns The process, such as to interrupt it.
   * @throws {RangeError} If the delay is negative or not finite, or the number of the entity is no whole
   * number from 0 or is in use.
   * @throws {TypeError} If the routine is no generator function.
   */
  start(name: string, routine: Routine, options?: StartOptions): Process {
    const turns = this.#turns;
    const after = options?.after;
    if (after !== undefined && !(after >= 0 && after < Infinity)) refuseDelay(name, after);
    const entity = options?.entity === undefined
      ? turns.numbers.take()
      : this.#given(name, options.entity);
    const life = new Life(turns, name, entity, routine);
    if (typeof life.routine?.next !== "function") {
      turns.numbers.giveBack(entity);
      refuseRoutine(name, life.routine);
    }
    if (options?.background) this.#background.add(life);
    if (after === undefined) turns.begin(life);
    else turns.beginLater(life, after, options?.rung ?? RUNGS.decision);
    return life;
  }

  #given(name: string, entity: number): number {
    const action = `Cannot start process "${name}"`;
    if (!(Number.isInteger(entity) && entity >= 0 && entity < MOST_ENTITIES)) {
      throw new RangeError(
        `${action} as its entity must be a whole number from 0 below ${MOST_ENTITIES}: current entity is ${entity}`,
      );
    }
    const other = this.#turns.lives[entity];
    if (other !== undefined) {
      throw new RangeError(
        `${action} as its entity must not be in use: current entity is ${entity}, of process "${other.name}"`,
      );
    }
    this.#turns.numbers.give(entity);
    return entity;
  }

  #checkRest(): void {
    const waiting = this.#turns.lives.filter((life) =>
      life !== undefined && life.state === STATE.waits && !this.#background.has(life)
    ) as Life[];
    if (waiting.length === 0) return;
    const said = waiting.slice(0, NAMED).map((life) =>
      `${nameOf(life)} waits for "${(life.target as Occasion).name}"`
    );
    if (waiting.length > NAMED) said.push("…");
    throw new SimulationError(
      `Cannot go on as nothing is scheduled and ${
        waiting.length === 1 ? "1 process waits" : `${waiting.length} processes wait`
      } for what does not come: ${said.join(", ")}`,
      { clock: this.#executive.now },
    );
  }
}

function nameOf({ name, entity }: Life): string {
  return `process "${name}" (entity ${entity})`;
}

function refuseDelay(name: string, after: number): never {
  throw new RangeError(
    `Cannot start process "${name}" as its delay must be finite and >= 0: current delay is ${after} min`,
  );
}

function refuseRoutine(name: string, found: unknown): never {
  throw new TypeError(
    `Cannot start process "${name}" as its routine must be a generator function: current result is ${found}`,
  );
}
