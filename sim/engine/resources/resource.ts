/**
 * Units that are seized, waited for and released: servers, beds, staff, theatres.
 *
 * A grant calls the model at once, as part of the event that made it possible; it is no event of its
 * own. A model without waits then has one event for each service, and the order in which things
 * happen at one instant is that of the calls. The alternative, a grant event on the rung "seize", took
 * a third longer.
 */

import { type Executive, RUNGS } from "../kernel/mod.ts";
import { followSchedule, mostFrom } from "./capacity_schedule.ts";
import { CLAIM, type Claims, claimsOf } from "./claims.ts";
import {
  checkCapacity,
  checkIdentity,
  checkRequest,
  checkSpec,
  notThere,
  refusalOf,
} from "./resource_checks.ts";
import { RESOURCE_EVENTS, type ResourceSpec, type SeizeOptions } from "./resource_spec.ts";
import type { ResourceStatistics } from "./resource_statistics.ts";
import { UnitsInUse } from "./units_in_use.ts";
import { type Queue, queueOf } from "./queue.ts";

const PLAIN: SeizeOptions = {};

/**
 * A resource with a line of those who wait.
 *
 * Served strictly in the order of the discipline: a request for more units than are free holds up
 * those behind it. Units that are released go to the line before anybody who asks later.
 *
 * @example One nurse, two patients at once
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Executive, Resource, RUNGS } from "../mod.ts";
 *
 * const executive = new Executive({ end: 480 });
 * const nurse = new Resource(executive, { name: "nurse", capacity: 1 });
 * const begin = executive.on("begin", RUNGS.startOfStay, (patient, claim) => {
 *   executive.after(15, end, patient, claim);
 * });
 * const end = executive.on("end", RUNGS.release, (_, claim) => nurse.release(claim));
 * const arrive = executive.on("arrive", RUNGS.decision, (who) => nurse.seize(who, begin));
 * for (const patient of [1, 2]) executive.at(60, arrive, patient);
 * executive.run();
 * assertEquals([nurse.statistics.waits.mean, nurse.statistics.released], [7.5, 2]);
 * assertEquals(nurse.statistics.utilisation, 30 / 480);
 * ```
 */
export class Resource {
  /** Name, for people and errors. */
  readonly name: string;
  /** Clock and calendar of its run. */
  readonly executive: Executive;

  readonly #claims: Claims;
  readonly #spec: ResourceSpec;
  readonly #number: number;
  readonly #units: UnitsInUse;
  readonly #queue: Queue;
  readonly #patienceEnds: number;
  #serving = false;

  /**
   * Makes a resource of which nothing is in use.
   * @param executive Clock and calendar.
   * @param spec Capacity, discipline, room.
   * @throws {RangeError} If a capacity or the room is no whole number from 0 or Infinity, or the steps
   * of a schedule do not rise.
   * @throws {TypeError} If a field is not of its type, the discipline is unknown or the name is taken.
   */
  constructor(executive: Executive, spec: ResourceSpec) {
    checkSpec(spec);
    const { name, capacity, discipline = "fifo" } = spec;
    this.name = name;
    this.executive = executive;
    this.#claims = claimsOf(executive);
    this.#spec = spec;
    this.#queue = queueOf(this.#claims, discipline);
    this.#number = this.#claims.resources.push(this) - 1;
    this.#units = new UnitsInUse(executive, this.#claims, spec);
    this.#patienceEnds = executive.on(`patience for "${name}" ends`, RUNGS.decision, (_, whole) => {
      const slot = this.#claims.slotOf(whole, true);
      if (slot >= 0 && this.#claims.state[slot] === CLAIM.waiting) this.#renege(slot);
    });
    this.#units.capacity = typeof capacity === "number"
      ? capacity
      : followSchedule(executive, { name, schedule: capacity, set: (n) => this.setCapacity(n) });
  }

  /** Units there are [units] -- state. */
  get capacity(): number {
    return this.#units.capacity;
  }

  /** Most units there are from now on, by schedule or else as there are [units] -- state. */
  get most(): number {
    return mostFrom(this.#spec.capacity, this.capacity, this.executive.now);
  }

  /** Units in use [units] -- state. */
  get inUse(): number {
    return this.#units.inUse;
  }

  /** Units that are not in use [units] -- state; below 0 while capacity has fallen below use. */
  get free(): number {
    return this.#units.capacity - this.#units.inUse;
  }

  /** Requests that wait [requests] -- state. */
  get waiting(): number {
    return this.#queue.size;
  }

  /** Counts, waits and levels up to now -- statistic. */
  get statistics(): ResourceStatistics {
    return this.#units.advance(this.#queue.size);
  }

  /** Who waits, in the order in which they would be served [entities]. */
  get queue(): number[] {
    return this.#queue.inOrder().map((slot) => this.#claims.entity[slot]);
  }

  /**
   * Asks for units. When they are free, `then` is called before this returns.
   *
   * @param entity Who asks [-].
   * @param then Kind of event to call when the units are seized, with entity and claim [-].
   * @param options Units, priority, patience.
   * @returns Claim [-], to release by; negative when refused, see {@link REFUSED}.
   * @throws {RangeError} If the units are no whole number from 1 to the capacity, patience is negative,
   * or the priority is not finite.
   * @throws {TypeError} If the units may be taken away and `onPreempt` does not say what happens then.
   */
  seize(entity: number, then: number, options: SeizeOptions = PLAIN): number {
    const own = this.#units;
    if (options !== PLAIN || own.holders) checkRequest(this.#spec, own.capacity, entity, options);
    const units = options === PLAIN ? 1 : options.units ?? 1;
    own.advance(this.#queue.size).requested++;
    if (own.capacity - own.inUse >= units && this.#queue.size === 0) {
      return own.grant(this.#open(entity, then, options));
    }
    const victims = this.#spec.preempts ? this.#victims(units, options.priority ?? 0) : undefined;
    if (victims !== undefined) {
      const claim = own.grantFrom(victims, this.#open(entity, then, options));
      this.#serve();
      return claim;
    }
    const refusal = refusalOf(this.#spec, entity, this.#queue.size);
    if (refusal < 0) return own.refuse(entity, refusal, units);
    return this.#wait(this.#open(entity, then, options), options);
  }

  /**
   * Gives the units of a claim back and serves the line.
   *
   * @param claim Claim that holds units [-]; one that has long ended may pass, see `isWaiting`.
   * @throws {SimulationError} If the claim holds no units of this resource.
   */
  release(claim: number): void {
    const slot = this.#slotOf(claim, CLAIM.held, "release");
    this.#units.advance(this.#queue.size).released++;
    this.#units.takeBack(slot, RESOURCE_EVENTS.released);
    if (this.#queue.size > 0) this.#serve();
  }

  /**
   * Leaves the line before being served, such as to change to another; counted as reneging.
   * @param claim Claim that waits [-]; one that has long ended may pass, see `isWaiting`.
   * @throws {SimulationError} If the claim does not wait for this resource.
   */
  leave(claim: number): void {
    const slot = this.#slotOf(claim, CLAIM.waiting, "leave the line of");
    this.#units.advance(this.#queue.size).reneged++;
    this.#units.writeSlot(RESOURCE_EVENTS.reneged, slot);
    this.#queue.leave(slot);
    this.#claims.close(slot);
    this.#serve();
  }

  /**
   * Changes the capacity. When it rises the line is served; when it falls below use, `whenShort` says
   * whether holders finish or lose their units.
   *
   * @param capacity Units from now on [units], a whole number from 0 or Infinity.
   * @throws {RangeError} If it is no such number.
   */
  setCapacity(capacity: number): void {
    checkCapacity(capacity, `Cannot set the capacity of resource "${this.name}"`);
    const own = this.#units;
    own.advance(this.#queue.size);
    own.capacity = capacity;
    own.write(RESOURCE_EVENTS.capacity, -1, -1, capacity);
    if (this.#spec.whenShort === "preempt") own.takeExcess();
    this.#serve();
  }

  /**
   * Whether a claim holds units.
   * @param claim Claim [-]; one that has long ended may pass, see `isWaiting`.
   * @returns True from seizing to release; false when it waits or has ended.
   */
  isHeld(claim: number): boolean {
    return this.#find(claim, CLAIM.held) >= 0;
  }

  /**
   * Whether a claim waits.
   *
   * Where units cannot be taken away, the number of a claim comes again once 511 others had its place.
   * So do not ask long after its end; for a limit to waiting there is `patience`.
   * @param claim Claim [-].
   * @returns True from the request to seizing or reneging.
   */
  isWaiting(claim: number): boolean {
    return this.#find(claim, CLAIM.waiting) >= 0;
  }

  /**
   * The unit that a claim holds, where units have identity.
   * @param claim Claim that holds one unit [-].
   * @returns Unit [-], from 0.
   * @throws {SimulationError} If the claim holds no units of this resource.
   * @throws {TypeError} If its units have no identity.
   */
  unitOf(claim: number): number {
    checkIdentity(this.#spec);
    return this.#claims.unit[this.#slotOf(claim, CLAIM.held, "name the unit of")];
  }

  #find(claim: number, state: number): number {
    const claims = this.#claims;
    const slot = claims.slotOf(claim, this.#units.holders !== undefined);
    if (slot < 0 || claims.state[slot] !== state) return -1;
    return claims.resource[slot] === this.#number ? slot : -1;
  }

  #slotOf(claim: number, state: number, verb: string): number {
    const slot = this.#find(claim, state);
    if (slot < 0) throw notThere(verb, claim, this, this.executive.now);
    return slot;
  }

  #open(entity: number, then: number, options: SeizeOptions): number {
    const claims = this.#claims;
    const slot = claims.open(this.#number, entity, then);
    claims.since[slot] = this.executive.now;
    if (options !== PLAIN) claims.note(slot, options);
    this.#units.writeSlot(RESOURCE_EVENTS.requested, slot);
    return slot;
  }

  /** From whom a request takes units; undefined when it cannot, or must not pass the line. */
  #victims(units: number, priority: number): number[] | undefined {
    const { first } = this.#queue;
    return first < 0 || this.#claims.priority[first] < priority
      ? this.#units.holders!.victims(units - Math.max(0, this.free), priority)
      : undefined;
  }

  #wait(slot: number, { patience = Infinity, ahead = false }: SeizeOptions): number {
    const claim = this.#units.claimOf(slot);
    this.#queue.join(slot, ahead);
    if (patience < Infinity) {
      const whole = this.#claims.claimOf(slot, true);
      this.executive.after(patience, this.#patienceEnds, this.#claims.entity[slot], whole);
    }
    // One who goes ahead may need fewer units than the one who held up the line.
    if (this.#queue.first === slot) this.#serve();
    this.#claims.onWait?.(slot);
    return claim;
  }

  #renege(slot: number): void {
    const claim = this.#units.claimOf(slot);
    const entity = this.#claims.entity[slot];
    const kind = this.#claims.onRenege[slot];
    this.leave(claim);
    if (kind >= 0) this.executive.call(kind, entity, claim);
  }

  /** Serves the line as far as units go, levels being up to now. The outer call does it for inner. */
  #serve(): void {
    if (this.#serving) return;
    this.#serving = true;
    const own = this.#units;
    const queue = this.#queue;
    for (let slot = queue.first; slot >= 0; slot = queue.first) {
      if (own.capacity - own.inUse < this.#claims.units[slot]) break;
      queue.leave(slot);
      own.grant(slot);
    }
    this.#serving = false;
  }
}
