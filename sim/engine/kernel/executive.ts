/**
 * The clock and the loop over the calendar.
 *
 * Handlers are registered once and named by a small integer, and an event says whom it concerns by
 * two numbers; so that millions of events leave no object behind. The alternative, a closure per
 * event, was 2.5 times slower and held ten times the memory.
 */

import { Calendar } from "./calendar.ts";
import { type Rung, RUNGS } from "./ties.ts";

/** What happens at an event; the entity and the stamp are those it was scheduled with. */
export type Handler = (entity: number, stamp: number) => void;

/** When a run starts and ends. */
export interface ExecutiveOptions {
  /** Clock at the beginning [min since the window began], finite; 0 when left out. */
  readonly start?: number;
  /** Last instant at which events happen [min since the window began]; may be Infinity. */
  readonly end: number;
  /** Pending events for which memory is set aside at first [events]; few when left out. */
  readonly room?: number;
}

/** The bound of a run that was told to stop; before any time. */
const STOPPED = -Infinity;
const KNOWN_RUNGS: ReadonlySet<number> = new Set(Object.values(RUNGS));
/** Room for the sequence within a rung: both fit exactly in a double. */
const RUNG_WIDTH = 2 ** 48;

/**
 * Clock, calendar and handlers of one replication.
 *
 * @example Two events of one instant happen by rung, not by sequence
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Executive, RUNGS } from "./mod.ts";
 *
 * const log: string[] = [];
 * const executive = new Executive({ end: 100 });
 * const seize = executive.on("seize", RUNGS.seize, (who) => log.push(`${who} seizes`));
 * const release = executive.on("release", RUNGS.release, (who) => log.push(`${who} releases`));
 * executive.at(60, seize, 2);
 * executive.at(60, release, 1);
 * executive.run();
 * assertEquals(log, ["1 releases", "2 seizes"]);
 * ```
 */
export class Executive {
  /** Clock [min since the window began] -- state; written by `run` alone. */
  now = NaN;
  /** Last instant at which events happen, included [min since the window began] -- constant. */
  readonly end: number;
  /** Events that have happened [events] -- statistic. */
  eventsDone = 0;
  /** Events that were not scheduled as they fell past the end [events] -- statistic. */
  droppedPastEnd = 0;

  readonly #calendar: Calendar;
  readonly #handlers: Handler[] = [];
  readonly #names: string[] = [];
  readonly #taken = new Set<string>();
  readonly #bases: number[] = [];
  readonly #checks: (() => void)[] = [];
  #sequence = 0;
  #running = false;

  /**
   * Sets the clock.
   * @param options Start, end, room.
   * @throws {RangeError} If the start is not finite, or the end lies before it or is NaN.
   */
  constructor(options: ExecutiveOptions) {
    const { start = 0, end } = options;
    if (!Number.isFinite(start)) {
      throw new RangeError(
        `Cannot make an executive as its start must be finite: current start is ${start} min`,
      );
    }
    if (!(end >= start)) {
      throw new RangeError(
        `Cannot make an executive as its end must be >= its start: start is ${start} min, end is ${end} min`,
      );
    }
    this.now = start;
    this.end = end;
    this.#calendar = new Calendar(options.room);
  }

  /** Events that are scheduled and have not happened [events]. */
  get pending(): number {
    return this.#calendar.size;
  }

  /** Time of the next event [min since the window began]; Infinity when none is scheduled. */
  get nextTime(): number {
    return this.#calendar.nextTime;
  }

  /**
   * Registers a kind of event.
   * @param name What happens, for people; unique.
   * @param rung Its place among the events of one instant.
   * @param handler What to do.
   * @returns Code of the kind [-], from 0 in order of registration.
   * @throws {TypeError} If the name is taken or the rung is none of {@link RUNGS}.
   */
  on(name: string, rung: Rung, handler: Handler): number {
    if (this.#taken.has(name)) {
      throw new TypeError(
        `Cannot register a kind of event as its name must be unique: current name is "${name}"`,
      );
    }
    if (!KNOWN_RUNGS.has(rung)) {
      throw new TypeError(
        `Cannot register "${name}" as its rung must be one of RUNGS: current rung is ${rung}`,
      );
    }
    this.#taken.add(name);
    this.#names.push(name);
    this.#bases.push(rung * RUNG_WIDTH);
    return this.#handlers.push(handler) - 1;
  }

  /**
   * Schedules an event. One that falls past the end is dropped and counted.
   * @param time When [min since the window began], at or after the clock.
   * @param kind Code that `on` returned [-].
   * @param entity To whom it happens [-].
   * @param stamp A number handed to the handler [-], such as the version of the entity's plan.
   * @throws {RangeError} If the time lies before the clock or is infinite.
   * @throws {TypeError} If the time is NaN or the kind is unknown.
   */
  at(time: number, kind: number, entity: number, stamp = 0): void {
    const base = this.#bases[kind];
    if (base === undefined) this.#refuseKind("schedule", kind);
    if (!(time >= this.now && time < Infinity)) this.#refuseTime(time, kind);
    if (time > this.end) {
      this.droppedPastEnd++;
      return;
    }
    this.#calendar.schedule(time, base + this.#sequence++, kind, entity, stamp);
  }

  /**
   * Schedules an event a while from now.
   * @param delay How long from now [min], at least 0.
   * @param kind Code that `on` returned [-].
   * @param entity To whom it happens [-].
   * @param stamp A number handed to the handler [-].
   * @throws {RangeError} If the delay is negative or infinite.
   * @throws {TypeError} If the delay is NaN or the kind is unknown.
   */
  after(delay: number, kind: number, entity: number, stamp = 0): void {
    this.at(this.now + delay, kind, entity, stamp);
  }

  /**
   * Lets every event happen up to an instant, that instant included, and leaves the clock there.
   *
   * With an infinite bound it goes on until nothing is scheduled, and the clock stays at the last
   * event. It may be called again to go on. An error in a handler passes through; the run cannot go on.
   * Blocks in which somebody then waits for ever refuse, see `atRest`.
   *
   * @param until Where to stop [min since the window began], from the clock to `end`.
   * @throws {RangeError} If the bound lies before the clock or past the end.
   * @throws {TypeError} If it is called by an event of its own run.
   */
  run(until: number = this.end): void {
    if (!(until >= this.now && until <= this.end)) {
      throw new RangeError(
        `Cannot run as the bound must lie between the clock and the end: clock is ${this.now} min, end is ${this.end} min, bound is ${until} min`,
      );
    }
    if (this.#running) {
      throw new TypeError(
        `Cannot run as an executive runs once at a time: current clock is ${this.now} min, in an event`,
      );
    }
    this.#running = true;
    try {
      this.#calendar.until = until;
      this.#goOn();
    } finally {
      this.#running = false;
    }
    const calendar = this.#calendar;
    if (calendar.until === STOPPED) return;
    if (calendar.size === 0 && until === this.end && this.droppedPastEnd === 0) {
      for (const check of this.#checks) check();
    }
    if (until < Infinity) this.now = until;
  }

  #goOn(): void {
    const calendar = this.#calendar;
    const handlers = this.#handlers;
    while (calendar.pop()) {
      this.now = calendar.time;
      this.eventsDone++;
      handlers[calendar.kind](calendar.entity, calendar.stamp);
    }
  }

  /**
   * Ends `run` after the event that is happening; the clock stays there. `run` may be called again.
   */
  stop(): void {
    this.#calendar.until = STOPPED;
  }

  /**
   * Registers a check for a run that has come to rest: it reached its end, and nothing is scheduled or
   * was past the end. Whoever waits then, waits for ever.
   *
   * @param check Throws when somebody waits.
   */
  atRest(check: () => void): void {
    this.#checks.push(check);
  }

  /**
   * Lets a kind of event happen at once, as part of the event that is happening now.
   *
   * Blocks use it to hand over to a model: a grant of a unit is no event of its own, so it takes no
   * place in the calendar and its rung plays no part.
   *
   * @param kind Code that `on` returned [-].
   * @param entity To whom it happens [-].
   * @param stamp A number handed to the handler [-].
   * @throws {TypeError} If the kind is unknown.
   */
  call(kind: number, entity: number, stamp: number): void {
    const handler = this.#handlers[kind];
    if (handler === undefined) this.#refuseKind("call", kind);
    handler(entity, stamp);
  }

  #refuseKind(action: string, kind: number): never {
    throw new TypeError(
      `Cannot ${action} an event as its kind must be registered: current kind is ${kind}, kinds are 0 to ${
        this.#names.length - 1
      }`,
    );
  }

  #refuseTime(time: number, kind: number): never {
    const event = `Cannot schedule event "${this.#names[kind]}"`;
    if (Number.isNaN(time)) {
      throw new TypeError(`${event} as its time must be a number: current time is ${time}`);
    }
    if (time === Infinity) {
      throw new RangeError(`${event} as its time must be finite: current time is ${time} min`);
    }
    throw new RangeError(
      `${event} as its time must be >= the clock: clock is ${this.now} min, time is ${time} min`,
    );
  }
}
