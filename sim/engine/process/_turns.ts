/**
 * Whose turn it is: resumes routines, one at a time, in the order in which they became ready.
 *
 * A routine runs from one yield to the next without another in between. Whoever becomes ready
 * meanwhile, by a release or a signal, joins a list and has its turn after it; so the stack stays flat
 * however many let one another go on, and none of this takes a place in the calendar.
 */

import { type Executive, RUNGS, SimulationError } from "../kernel/mod.ts";
import type { Resource, SeizeOptions } from "../resources/mod.ts";
import { EntityNumbers } from "./_entity_numbers.ts";
import { Holdings, NONE } from "./_holdings.ts";
import { Life, STATE, STEP, type World } from "./_life.ts";
import { Interrupted } from "./interrupted.ts";
import type { Occasion } from "./occasion.ts";
import type { Outcome, RequestOptions } from "./process.ts";

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** Living processes by entity, and those who are to go on. */
export class Turns implements World {
  readonly executive: Executive;
  readonly holdings: Holdings = new Holdings();
  readonly kinds: readonly number[];
  readonly seized: number;
  readonly numbers: EntityNumbers = new EntityNumbers();
  readonly lives: (Life | undefined)[] = [];
  readonly plainRequest: SeizeOptions;
  running: Life | undefined = undefined;
  /** Processes that have not ended. */
  living = 0;
  /** One object for all requests: a resource does not keep it. */
  readonly #request: Writable<Required<SeizeOptions>>;
  #number = 0;
  #stamp = 0;
  #first: Life | undefined = undefined;
  #last: Life | undefined = undefined;

  constructor(executive: Executive) {
    this.executive = executive;
    this.kinds = Object.entries(RUNGS).map(([name, rung]) =>
      executive.on(`a process goes on (${name})`, rung, (entity, stamp) => {
        this.#goOn(entity, stamp);
      })
    );
    this.seized = executive.on("a process seizes units", RUNGS.seize, (entity, claim) => {
      this.#seize(this.lives[entity]!, claim);
    });
    const onRenege = executive.on("a process reneges", RUNGS.decision, (entity) => {
      this.#letGo(this.lives[entity]!, "reneged");
    });
    const onPreempt = executive.on("a process loses units", RUNGS.seize, (entity, claim) => {
      this.lives[entity]!.lose(claim);
    });
    const plain = { units: 1, priority: 0, patience: Infinity, ahead: false };
    this.plainRequest = { ...plain, onRenege, onPreempt };
    this.#request = { ...plain, onRenege, onPreempt };
  }

  newNumber(): number {
    return this.#number++;
  }

  newStamp(): number {
    return ++this.#stamp;
  }

  requestOf(options: RequestOptions): SeizeOptions {
    const { units = 1, priority = 0, patience = Infinity, ahead = false } = options;
    const request = this.#request;
    request.units = units;
    request.priority = priority;
    request.patience = patience;
    request.ahead = ahead;
    return request;
  }

  enqueue(life: Life): void {
    if (life === this.running) {
      // Its step is not yielded yet and will not end its turn.
      if (life.state === STATE.ready) life.state = STATE.goesOn;
      return;
    }
    life.behind = undefined;
    if (this.#last === undefined) this.#first = life;
    else this.#last.behind = life;
    this.#last = life;
  }

  /** Lets a new process begin in its turn. */
  begin(life: Life): void {
    this.#add(life);
    this.enqueue(life);
    this.takeTurns();
  }

  /** Schedules the beginning of a new process. */
  beginLater(life: Life, after: number, rung: number): void {
    this.#add(life);
    life.state = STATE.unborn;
    life.ticket = this.newStamp();
    this.executive.after(after, this.kinds[rung], life.entity, life.ticket);
  }

  takeTurns(): void {
    if (this.running !== undefined) return;
    try {
      for (let life = this.#first; life !== undefined; life = this.#first) {
        this.#first = life.behind;
        if (this.#first === undefined) this.#last = undefined;
        this.#resume(life);
      }
    } catch (error) {
      throw error instanceof SimulationError ? error : this.#broken(this.running!, error);
    } finally {
      this.running = undefined;
    }
  }

  /** Lets a routine run until it waits or ends. */
  #resume(life: Life): void {
    this.running = life;
    const { routine } = life;
    do {
      const isStruck = life.state === STATE.interrupted;
      life.state = STATE.running;
      const result = isStruck ? routine.throw(life.nextInterrupt()) : routine.next(life.outcome);
      if (result.done) return this.#end(life);
      if (result.value !== STEP || life.state === STATE.running) refuseYield(life, result.value);
    } while (life.state === STATE.goesOn || life.state === STATE.interrupted);
  }

  #broken({ name, entity }: Life, cause: unknown): SimulationError {
    const why = cause instanceof Interrupted
      ? `it must catch its interrupt: current cause is ${cause.message}`
      : `its routine must not throw: current error is ${cause}`;
    return new SimulationError(`Cannot go on with process "${name}" as ${why}`, {
      clock: this.executive.now,
      entity,
      cause,
    });
  }

  #end(life: Life): void {
    if (life.state !== STATE.running) {
      throw new SimulationError(
        `Cannot end process "${life.name}" as its last step must be yielded: it was not`,
        { clock: this.executive.now, entity: life.entity },
      );
    }
    if (life.holding !== NONE) {
      const { name } = this.holdings.resourceAt(life.holding);
      throw new SimulationError(
        `Cannot end process "${life.name}" as it must have released what it holds: it holds resource "${name}"`,
        { clock: this.executive.now, entity: life.entity },
      );
    }
    life.state = STATE.ended;
    this.lives[life.entity] = undefined;
    this.living--;
    this.numbers.giveBack(life.entity);
    life.extras?.ended?.come();
  }

  #add(life: Life): void {
    this.lives[life.entity] = life;
    this.living++;
  }

  #seize(life: Life, claim: number): void {
    life.holding = this.holdings.add(life.holding, life.target as Resource, claim);
    if (life.state === STATE.asking) {
      life.state = STATE.goesOn;
      life.outcome = "seized";
    } else {
      this.#letGo(life, "seized");
    }
  }

  /** A hold, a delay of the beginning or the patience of a wait is over; unless it was cut short. */
  #goOn(entity: number, stamp: number): void {
    const life = this.lives[entity];
    if (life === undefined || life.ticket !== stamp) return;
    if (life.state === STATE.holds || life.state === STATE.unborn) {
      this.#letGo(life, "done");
    } else if (life.state === STATE.waits) {
      (life.target as Occasion).leave(life);
      this.#letGo(life, "reneged");
    }
  }

  #letGo(life: Life, outcome: Outcome): void {
    life.outcome = outcome;
    life.state = STATE.ready;
    this.enqueue(life);
    this.takeTurns();
  }
}

function refuseYield({ name, entity, world }: Life, value: unknown): never {
  throw new SimulationError(
    `Cannot go on with process "${name}" as it must yield a step of its own, once: current value is ${
      value === STEP ? "a step of before or of another" : String(value)
    }`,
    { clock: world.executive.now, entity },
  );
}
