/**
 * A living process: where its routine stands and what it waits for.
 *
 * The verbs only note what is to be; the routine is resumed by `Turns` alone. A million of these may
 * live at once, so what few need is kept apart, in `Extras`.
 */

import { type Executive, type Rung, RUNGS } from "../kernel/mod.ts";
import { REFUSED, type Resource, type SeizeOptions } from "../resources/mod.ts";
import { type Holdings, NONE } from "./_holdings.ts";
import {
  refuseClaim,
  refuseForeign,
  refuseInstant,
  refuseInterrupt,
  refuseTime,
  refuseVerb,
} from "./_refusals.ts";
import { Interrupted, Preempted } from "./interrupted.ts";
import { Ending, type Occasion, type Waiter } from "./occasion.ts";
import type { Outcome, Process, RequestOptions, Step, Steps, WaitOptions } from "./process.ts";

/** What every verb returns. */
export const STEP: Step = Object.freeze({ isStep: true });

/** Where a process stands. */
export const STATE = {
  /** Its beginning is scheduled. */
  unborn: 0,
  /** It is to go on in its turn. */
  ready: 1,
  /** Its routine runs. */
  running: 2,
  /** Its routine runs and a resource has not answered yet. */
  asking: 3,
  /** What it asked for was there: it goes on at once. */
  goesOn: 4,
  /** An interrupt is to be thrown. */
  interrupted: 5,
  holds: 6,
  inLine: 7,
  waits: 8,
  ended: 9,
} as const;

/** No event and no claim. */
const NO_TICKET = -1;

/** Why a process is interrupted: units of a resource were taken, or what another says. */
interface Strike {
  readonly resource?: Resource;
  readonly cause?: unknown;
}

/** What few processes need. */
interface Extras {
  readonly strikes: Strike[];
  ended: Ending | undefined;
}

/** What a process knows of the run. */
export interface World {
  readonly executive: Executive;
  readonly holdings: Holdings;
  /** Kind of event for going on, by rung. */
  readonly kinds: readonly number[];
  /** Kind to call when units are seized. */
  readonly seized: number;
  readonly running: Life | undefined;
  /** A number that no process of the run had. */
  newNumber(): number;
  /** A stamp that no event had. */
  newStamp(): number;
  /** A request that says nothing but what to call in each case. */
  readonly plainRequest: SeizeOptions;
  /** A request with what to call in each case; valid until the next. */
  requestOf(options: RequestOptions): SeizeOptions;
  /** Lets a process go on in its turn. */
  enqueue(life: Life): void;
  /** Gives turns to all who are to go on, unless that is under way. */
  takeTurns(): void;
}

/** A process that was started. */
export class Life implements Process, Waiter {
  readonly name: string;
  readonly entity: number;
  readonly number: number;
  readonly world: World;
  readonly routine: Steps;
  state: number;
  outcome: Outcome = "done";
  /** Stamp of the event, or claim, by which it goes on. */
  ticket: number = NO_TICKET;
  /** When its hold ends; of one that is interrupted, what was left of it. */
  until = NaN;
  /** What it asks for or waits for. */
  target: Resource | Occasion | undefined = undefined;
  ahead: Life | undefined = undefined;
  behind: Life | undefined = undefined;
  /** Its latest claim among the holdings. */
  holding: number = NONE;
  extras: Extras | undefined = undefined;

  constructor(world: World, name: string, entity: number, routine: (self: Process) => Steps) {
    this.world = world;
    this.name = name;
    this.entity = entity;
    this.number = world.newNumber();
    this.state = STATE.ready;
    this.routine = routine(this);
  }

  get hasEnded(): boolean {
    return this.state === STATE.ended;
  }

  get ended(): Occasion {
    const extras = this.#needExtras();
    if (extras.ended === undefined) {
      extras.ended = new Ending(`the end of process "${this.name}"`);
      extras.ended.isOver = this.hasEnded;
    }
    return extras.ended;
  }

  hold(time: number, rung: Rung = RUNGS.release): Step {
    const { world } = this;
    if (world.running !== this || this.state !== STATE.running) refuseVerb(this, "hold");
    if (!(time >= 0 && time < Infinity)) refuseTime(this, "hold", time);
    if (this.extras !== undefined && this.extras.strikes.length > 0) return this.#cutAtOnce(time);
    return this.#holdTo(world.executive.now + time, rung);
  }

  holdUntil(time: number, rung: Rung = RUNGS.release): Step {
    const { world } = this;
    const { now } = world.executive;
    if (world.running !== this || this.state !== STATE.running) refuseVerb(this, "hold");
    if (!(time >= now && time < Infinity)) refuseInstant(this, time);
    if (this.extras !== undefined && this.extras.strikes.length > 0) {
      return this.#cutAtOnce(time - now);
    }
    return this.#holdTo(time, rung);
  }

  seize(resource: Resource, options?: RequestOptions): Step {
    const { world } = this;
    if (world.running !== this || this.state !== STATE.running) refuseVerb(this, "seize");
    if (this.extras !== undefined && this.extras.strikes.length > 0) return this.#cutAtOnce(0);
    if (resource.executive !== world.executive) refuseForeign(this, resource);
    this.state = STATE.asking;
    this.target = resource;
    let claim = NO_TICKET;
    try {
      const request = options === undefined ? world.plainRequest : world.requestOf(options);
      claim = resource.seize(this.entity, world.seized, request);
    } catch (error) {
      this.state = STATE.running;
      throw error;
    }
    if (this.state !== STATE.asking) return STEP;
    if (claim >= 0) {
      this.state = STATE.inLine;
      this.ticket = claim;
    } else {
      this.state = STATE.goesOn;
      this.outcome = claim === REFUSED.noRoom ? "no room" : "balked";
    }
    return STEP;
  }

  wait(occasion: Occasion, { patience = Infinity }: WaitOptions = {}): Step {
    const { world } = this;
    if (world.running !== this || this.state !== STATE.running) refuseVerb(this, "wait");
    if (!(patience >= 0)) refuseTime(this, "wait", patience);
    if (this.extras !== undefined && this.extras.strikes.length > 0) return this.#cutAtOnce(0);
    if (occasion.isOver) {
      this.state = STATE.goesOn;
      this.outcome = "done";
      return STEP;
    }
    this.state = STATE.waits;
    this.target = occasion;
    this.ticket = NO_TICKET;
    occasion.join(this);
    if (patience < Infinity) {
      this.ticket = world.newStamp();
      world.executive.after(patience, world.kinds[RUNGS.decision], this.entity, this.ticket);
    }
    return STEP;
  }

  release(resource: Resource, claim?: number): void {
    const { holdings, running } = this.world;
    const node = holdings.find(this.holding, resource, claim);
    if (node === NONE) {
      if (running === this) this.#throwLoss(resource);
      refuseClaim(this, "release", resource);
    }
    const held = holdings.claimAt(node);
    this.holding = holdings.remove(this.holding, node);
    resource.release(held);
  }

  holds(resource: Resource): boolean {
    return this.world.holdings.find(this.holding, resource) !== NONE;
  }

  claimOf(resource: Resource): number {
    const node = this.world.holdings.find(this.holding, resource);
    if (node === NONE) refuseClaim(this, "name the claim on", resource);
    return this.world.holdings.claimAt(node);
  }

  interrupt(cause: unknown): void {
    if (this.hasEnded) refuseInterrupt(this, "it must not have ended");
    if (this.world.running === this) refuseInterrupt(this, "another must do it");
    this.#strike({ cause });
  }

  /** Notes that units were taken away; called by the resource. */
  lose(claim: number): void {
    const { holdings } = this.world;
    const node = holdings.findClaim(this.holding, claim);
    const resource = holdings.resourceAt(node);
    this.holding = holdings.remove(this.holding, node);
    this.#strike({ resource });
  }

  endWait(): void {
    this.outcome = "done";
    this.state = STATE.ready;
    this.world.enqueue(this);
  }

  takeTurns(): void {
    this.world.takeTurns();
  }

  /** The error to throw at the yield. */
  nextInterrupt(): Interrupted {
    const { resource, cause } = this.extras!.strikes.shift()!;
    return resource === undefined
      ? new Interrupted(cause, this.until)
      : new Preempted(resource, this.until);
  }

  /** Ends the wait the process is in; where it is in none, its next yield is struck. */
  #strike(why: Strike): void {
    this.#needExtras().strikes.push(why);
    const { world, state, ticket } = this;
    if (state < STATE.holds) return;
    this.until = state === STATE.holds ? this.until - world.executive.now : 0;
    this.state = STATE.interrupted;
    if (state === STATE.inLine) (this.target as Resource).leave(ticket);
    else if (state === STATE.waits) (this.target as Occasion).leave(this);
    world.enqueue(this);
    world.takeTurns();
  }

  /** Schedules the end of a hold; an end that the calendar refuses leaves the process as it was. */
  #holdTo(until: number, rung: Rung): Step {
    const { world } = this;
    const ticket = world.newStamp();
    world.executive.at(until, world.kinds[rung], this.entity, ticket);
    this.state = STATE.holds;
    this.until = until;
    this.ticket = ticket;
    return STEP;
  }

  #cutAtOnce(remaining: number): Step {
    this.until = remaining;
    this.state = STATE.interrupted;
    return STEP;
  }

  #needExtras(): Extras {
    return this.extras ??= { strikes: [], ended: undefined };
  }

  /** Throws the loss of units that is still to be thrown at the next yield, if there is one. */
  #throwLoss(resource: Resource): void {
    const strikes = this.extras?.strikes ?? [];
    const at = strikes.findIndex((strike) => strike.resource === resource);
    if (at < 0) return;
    strikes.splice(at, 1);
    throw new Preempted(resource, 0);
  }
}
