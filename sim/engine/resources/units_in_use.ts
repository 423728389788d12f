/**
 * The units of a resource: who holds them, since when, and what has been counted.
 *
 * It hands units over and takes them back and knows no line; who is next is for the resource to say.
 */

import type { Executive } from "../kernel/mod.ts";
import { CLAIM, type Claims } from "./claims.ts";
import { Holders } from "./holders.ts";
import { REFUSED, RESOURCE_EVENTS } from "./resource_spec.ts";
import type { ResourceSpec } from "./resource_spec.ts";
import { ResourceStatistics } from "./resource_statistics.ts";
import { UnitNumbers } from "./unit_numbers.ts";

/** Claims that have lost their units: whom to call, for whom, and the claim that ended. */
type Lost = readonly (readonly [kind: number, entity: number, claim: number])[];

/** Units in use and their statistics. */
export class UnitsInUse {
  /** Units there are [units] -- state. */
  capacity: number;
  /** Units in use [units] -- state; written here alone. */
  inUse = 0;
  /** Counts, waits and levels -- statistic; up to the last call of `advance`. */
  readonly statistics: ResourceStatistics;
  /** Who holds units; only where they may be taken away. */
  readonly holders: Holders | undefined;

  readonly #executive: Executive;
  readonly #claims: Claims;
  readonly #log: ResourceSpec["log"];
  readonly #numbers: UnitNumbers | undefined;

  /**
   * Makes units of which none is in use.
   * @param executive Clock.
   * @param claims Table of the claims.
   * @param spec What the resource is made of.
   */
  constructor(executive: Executive, claims: Claims, spec: ResourceSpec) {
    this.#executive = executive;
    this.#claims = claims;
    this.#log = spec.log;
    this.#numbers = spec.identity ? new UnitNumbers() : undefined;
    this.holders = spec.preempts || spec.whenShort === "preempt" ? new Holders(claims) : undefined;
    this.statistics = new ResourceStatistics(executive.now);
    this.capacity = 0;
  }

  /**
   * Brings the levels over time up to now.
   * @param waiting Requests that have waited since the last call [requests].
   * @returns Statistics.
   */
  advance(waiting: number): ResourceStatistics {
    this.statistics.advance(this.#executive.now, this.inUse, waiting, this.capacity);
    return this.statistics;
  }

  /**
   * Writes an event to the log, if there is one.
   * @param event Code of {@link RESOURCE_EVENTS} [-].
   * @param entity Entity [-].
   * @param claim Claim [-].
   * @param units Units [units].
   */
  write(event: number, entity: number, claim: number, units: number): void {
    if (this.#log !== undefined) this.#log.row(this.#executive.now, event, entity, claim, units);
  }

  /**
   * Writes an event of a claim to the log, if there is one.
   * @param event Code of {@link RESOURCE_EVENTS} [-].
   * @param slot Slot of the claim [-].
   */
  writeSlot(event: number, slot: number): void {
    if (this.#log === undefined) return;
    const { entity, units } = this.#claims;
    this.write(event, entity[slot], this.claimOf(slot), units[slot]);
  }

  /**
   * Hands units over and calls the model.
   * @param slot Slot of a claim that waits [-].
   * @returns Claim [-].
   */
  grant(slot: number): number {
    const claims = this.#claims;
    const claim = this.claimOf(slot);
    const entity = claims.entity[slot];
    const units = claims.units[slot];
    this.statistics.seized++;
    this.statistics.waits.add(this.#executive.now - claims.since[slot]);
    claims.state[slot] = CLAIM.held;
    this.inUse += units;
    if (this.#numbers !== undefined) claims.unit[slot] = this.#numbers.take();
    if (this.holders !== undefined) this.holders.add(slot);
    this.write(RESOURCE_EVENTS.seized, entity, claim, units);
    this.#executive.call(claims.then[slot], entity, claim);
    return claim;
  }

  /**
   * Counts a request that does not join the line.
   * @param entity Who asked [-].
   * @param refusal One of {@link REFUSED} [-].
   * @param units Units asked for [units].
   * @returns The same refusal [-].
   */
  refuse(entity: number, refusal: number, units: number): number {
    if (refusal === REFUSED.noRoom) this.statistics.noRoom++;
    else this.statistics.balked++;
    this.write(RESOURCE_EVENTS.refused, entity, refusal, units);
    return refusal;
  }

  /**
   * Takes units back and ends their claim.
   * @param slot Slot of a claim that holds units [-].
   * @param event Code of what is written to the log [-].
   */
  takeBack(slot: number, event: number): void {
    const claims = this.#claims;
    const units = claims.units[slot];
    this.inUse -= units;
    if (this.#numbers !== undefined) this.#numbers.giveBack(claims.unit[slot]);
    if (this.holders !== undefined) this.holders.remove(slot);
    this.writeSlot(event, slot);
    claims.close(slot);
  }

  /**
   * Takes units from their holders for a claim, and only then tells those who lost them.
   * @param victims Slots of claims that hold units [-].
   * @param slot Slot of a claim that waits [-].
   * @returns Claim [-].
   */
  grantFrom(victims: readonly number[], slot: number): number {
    const lost = this.#takeAway(victims);
    const claim = this.grant(slot);
    this.#tell(lost);
    return claim;
  }

  /** Takes away the units in use beyond the capacity, if there are any. */
  takeExcess(): void {
    const excess = this.inUse - this.capacity;
    if (excess > 0) this.#tell(this.#takeAway(this.holders!.victims(excess, Infinity)!));
  }

  #takeAway(victims: readonly number[]): Lost {
    const { onPreempt, entity } = this.#claims;
    return victims.map((slot) => {
      const lost = [onPreempt[slot], entity[slot], this.claimOf(slot)] as const;
      this.statistics.preempted++;
      this.takeBack(slot, RESOURCE_EVENTS.preempted);
      return lost;
    });
  }

  #tell(lost: Lost): void {
    for (const [kind, entity, claim] of lost) this.#executive.call(kind, entity, claim);
  }

  /**
   * The number of a claim; with its whole generation where units may be taken away.
   * @param slot Slot in use [-].
   * @returns Claim [-].
   */
  claimOf(slot: number): number {
    return this.#claims.claimOf(slot, this.holders !== undefined);
  }
}
