/** What processes can wait for: signals, and the ends of other processes. */

/** One who waits, as much of it as an occasion knows. */
export interface Waiter {
  /** The one who came before it. */
  ahead: Waiter | undefined;
  /** The one who came after it. */
  behind: Waiter | undefined;
  /** Says that its wait is over: it is to go on when its turn comes. */
  endWait(): void;
  /** Lets those go on whose wait is over, unless that is under way already. */
  takeTurns(): void;
}

/**
 * Something that comes to pass, with those who wait for it in order of waiting: a {@link Signal}, or the
 * end of a process.
 *
 * @example The end of another process
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Executive } from "../mod.ts";
 * import { Processes } from "./mod.ts";
 *
 * const executive = new Executive({ end: 100 });
 * const processes = new Processes(executive);
 * const test = processes.start("test", function* (self) {
 *   yield self.hold(40);
 * });
 * let told = NaN;
 * processes.start("patient", function* (self) {
 *   yield self.wait(test.ended);
 *   told = executive.now;
 * });
 * executive.run();
 * assertEquals([told, test.ended.isOver], [40, true]);
 * ```
 */
export class Occasion {
  /** Name, for people and errors. */
  readonly name: string;
  /** Processes that wait [processes] -- state. */
  waiting = 0;
  /** Whether it has passed for good, so that nobody waits any more -- state. */
  isOver = false;
  #first: Waiter | undefined;
  #last: Waiter | undefined;

  /**
   * Makes an occasion for which nobody waits.
   * @param name Name, for people and errors.
   */
  constructor(name: string) {
    this.name = name;
  }

  /**
   * Lets one wait, behind the others. Processes call it; a model yields `self.wait`.
   * @param waiter Who waits.
   */
  join(waiter: Waiter): void {
    waiter.ahead = this.#last;
    waiter.behind = undefined;
    if (this.#last === undefined) this.#first = waiter;
    else this.#last.behind = waiter;
    this.#last = waiter;
    this.waiting++;
  }

  /**
   * Takes one out, wherever it stands. Processes call it.
   * @param waiter Who waits for this.
   */
  leave(waiter: Waiter): void {
    const { ahead, behind } = waiter;
    if (ahead === undefined) this.#first = behind;
    else ahead.behind = behind;
    if (behind === undefined) this.#last = ahead;
    else behind.ahead = ahead;
    waiter.ahead = waiter.behind = undefined;
    this.waiting--;
  }

  /**
   * Ends the wait of the first ones.
   * @param most How many at most [processes].
   * @returns How many there were [processes].
   */
  protected letGo(most: number): number {
    const first = this.#first;
    // Those who wait again meanwhile are not among them.
    const count = Math.min(most, this.waiting);
    for (let done = 0; done < count; done++) {
      const waiter = this.#first!;
      this.leave(waiter);
      waiter.endWait();
    }
    if (count > 0) first!.takeTurns();
    return count;
  }
}

/** The end of a process; it comes once, and is over then. */
export class Ending extends Occasion {
  /** Lets all who wait go on; whoever comes later need not wait. */
  come(): void {
    this.isOver = true;
    this.letGo(Infinity);
  }
}

/**
 * A signal for which processes wait.
 *
 * It is not kept: whoever begins to wait after it was fired waits for the next time.
 *
 * @example Doors open for all, in order of waiting
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Executive } from "../mod.ts";
 * import { Processes, Signal } from "./mod.ts";
 *
 * const executive = new Executive({ end: 480 });
 * const processes = new Processes(executive);
 * const doors = new Signal("doors open");
 * const log: string[] = [];
 * for (const name of ["first", "second"]) {
 *   processes.start(name, function* (self) {
 *     yield self.wait(doors);
 *     log.push(`${name} at ${executive.now}`);
 *   });
 * }
 * processes.start("porter", function* (self) {
 *   yield self.hold(60);
 *   assertEquals(doors.fire(), 2);
 * });
 * executive.run();
 * assertEquals(log, ["first at 60", "second at 60"]);
 * ```
 */
export class Signal extends Occasion {
  /**
   * Lets all who wait go on, in order of waiting.
   * @returns How many there were [processes].
   */
  fire(): number {
    return this.letGo(Infinity);
  }

  /**
   * Lets the one go on who has waited longest.
   * @returns Whether there was one.
   */
  fireOne(): boolean {
    return this.letGo(1) > 0;
  }
}
