/**
 * Lines of claims that wait, by discipline.
 *
 * First in, first out (or last) is a list through the claims' own columns; any other order is a heap
 * by rank. From both a claim can leave wherever it stands, which is what reneging takes.
 */

import type { Claims } from "./claims.ts";

/** What a rank may depend on. */
export interface Request {
  /** Entity that asks [-]. */
  readonly entity: number;
  /** Priority given at the request [-]. */
  readonly priority: number;
  /** Units asked for [units]. */
  readonly units: number;
  /** When [min since the window began]. */
  readonly time: number;
}

/**
 * Order in which those who wait are served: first in, first out; last in, first out; by priority, the
 * higher first, and first in, first out within one; or by a rank, the smaller first.
 */
export type Discipline = "fifo" | "lifo" | "priority" | ((request: Request) => number);

/** Claims that wait for one resource. */
export interface Queue {
  /** Claims that wait [requests]. */
  readonly size: number;
  /** First to be served [slot]; -1 when none waits. */
  readonly first: number;
  /**
   * Lets a claim join.
   * @param slot Slot of the claim [-].
   * @param ahead Whether it goes in front of its equals.
   */
  join(slot: number, ahead: boolean): void;
  /**
   * Lets a claim leave from wherever it stands.
   * @param slot Slot of the claim [-].
   */
  leave(slot: number): void;
  /**
   * Lists the claims in the order in which they would be served.
   * @returns Slots [-].
   */
  inOrder(): number[];
}

/**
 * The line of a discipline.
 * @param claims Table of the claims.
 * @param discipline Order of service.
 * @returns Empty line.
 * @throws {TypeError} If the discipline is neither a known name nor a function.
 */
export function queueOf(claims: Claims, discipline: Discipline): Queue {
  if (discipline === "fifo") return new ListQueue(claims, false);
  if (discipline === "lifo") return new ListQueue(claims, true);
  if (discipline === "priority") return new RankedQueue(claims, (request) => -request.priority);
  if (typeof discipline === "function") return new RankedQueue(claims, discipline);
  throw new TypeError(
    `Cannot make a line as its discipline must be "fifo", "lifo", "priority" or a function: current discipline is ${discipline}`,
  );
}

/** A list, served from the front. */
class ListQueue implements Queue {
  size = 0;
  first = -1;
  #last = -1;
  readonly #claims: Claims;
  readonly #newestFirst: boolean;

  constructor(claims: Claims, newestFirst: boolean) {
    this.#claims = claims;
    this.#newestFirst = newestFirst;
  }

  join(slot: number, ahead: boolean): void {
    const { after, before } = this.#claims;
    this.size++;
    if (ahead || this.#newestFirst) {
      after[slot] = this.first;
      before[slot] = -1;
      if (this.first >= 0) before[this.first] = slot;
      else this.#last = slot;
      this.first = slot;
      return;
    }
    before[slot] = this.#last;
    after[slot] = -1;
    if (this.#last >= 0) after[this.#last] = slot;
    else this.first = slot;
    this.#last = slot;
  }

  leave(slot: number): void {
    const { after, before } = this.#claims;
    const left = before[slot];
    const right = after[slot];
    if (left >= 0) after[left] = right;
    else this.first = right;
    if (right >= 0) before[right] = left;
    else this.#last = left;
    this.size--;
  }

  inOrder(): number[] {
    const slots: number[] = [];
    for (let slot = this.first; slot >= 0; slot = this.#claims.after[slot]) slots.push(slot);
    return slots;
  }
}

/** A heap by rank, then by sequence of joining; `after` holds each claim's place in it. */
class RankedQueue implements Queue {
  readonly #claims: Claims;
  readonly #rankOf: (request: Request) => number;
  readonly #slots: number[] = [];
  readonly #ranks: number[] = [];
  readonly #orders: number[] = [];
  #sequence = 0;

  constructor(claims: Claims, rankOf: (request: Request) => number) {
    this.#claims = claims;
    this.#rankOf = rankOf;
  }

  get size(): number {
    return this.#slots.length;
  }

  get first(): number {
    return this.#slots.length > 0 ? this.#slots[0] : -1;
  }

  join(slot: number, ahead: boolean): void {
    const { entity, priority, units, since } = this.#claims;
    const rank = this.#rankOf({
      entity: entity[slot],
      priority: priority[slot],
      units: units[slot],
      time: since[slot],
    });
    if (Number.isNaN(rank)) {
      throw new TypeError(
        `Cannot let entity ${
          entity[slot]
        } wait as its rank must be a number: current rank is ${rank}`,
      );
    }
    this.#sequence++;
    this.#slots.push(slot);
    this.#ranks.push(rank);
    this.#orders.push(ahead ? -this.#sequence : this.#sequence);
    this.#rise(this.#slots.length - 1);
  }

  leave(slot: number): void {
    const place = this.#claims.after[slot];
    const last = this.#slots.length - 1;
    if (place !== last) this.#swap(place, last);
    this.#slots.pop();
    this.#ranks.pop();
    this.#orders.pop();
    if (place !== last) this.#fall(this.#rise(place));
  }

  inOrder(): number[] {
    return this.#slots.map((_, place) => place).sort((a, b) => this.#goesFirst(a, b) ? -1 : 1)
      .map((place) => this.#slots[place]);
  }

  #goesFirst(a: number, b: number): boolean {
    const difference = this.#ranks[a] - this.#ranks[b];
    return difference < 0 || (!(difference > 0) && this.#orders[a] < this.#orders[b]);
  }

  #rise(place: number): number {
    let at = place;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.#goesFirst(at, parent)) break;
      this.#swap(at, parent);
      at = parent;
    }
    this.#claims.after[this.#slots[at]] = at;
    return at;
  }

  #fall(place: number): void {
    let at = place;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= this.#slots.length) break;
      if (child + 1 < this.#slots.length && this.#goesFirst(child + 1, child)) child++;
      if (!this.#goesFirst(child, at)) break;
      this.#swap(at, child);
      at = child;
    }
  }

  #swap(a: number, b: number): void {
    const { after } = this.#claims;
    for (const column of [this.#slots, this.#ranks, this.#orders]) {
      [column[a], column[b]] = [column[b], column[a]];
    }
    after[this.#slots[a]] = a;
    after[this.#slots[b]] = b;
  }
}
