/** Vehicles with identity: where each one is, whom it carries, which is free. */

/** A vehicle as plain data. */
export interface VehicleSpec {
  /** Group that it serves alone; -1 for all of them [-]. */
  readonly group: number;
  /** Node of its base [-]. */
  readonly base: number;
}

/**
 * Vehicles of groups, and a pool for all of them.
 *
 * @example The group's own first, then the pool
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { VehiclePool } from "./mod.ts";
 *
 * const pool = new VehiclePool([{ group: -1, base: 7 }, { group: 0, base: 3 }], 1);
 * const first = pool.nearestFree(0, () => 0);
 * pool.take(first, 12);
 * assertEquals([first, pool.nearestFree(0, () => 0)], [1, 0]);
 * ```
 */
export class VehiclePool {
  /** Vehicles, on duty or not [vehicles] -- constant. */
  readonly size: number;
  /** Group served [-]; -1 for the pool -- constant. */
  readonly group: Int32Array;
  /** Node of the base [-] -- constant. */
  readonly base: Int32Array;
  /** Node where the vehicle is or will next be [-] -- state. */
  readonly node: Int32Array;
  /** Entity that it fetches or carries [-]; -1 without -- state. */
  readonly load: Int32Array;
  readonly #busy: Uint8Array;
  readonly #off: Uint8Array;
  readonly #ofGroup: readonly number[][];
  readonly #pool: number[] = [];
  #freeInPool = 0;

  /**
   * Makes free vehicles at their bases, all on duty.
   * @param vehicles Vehicles.
   * @param groups Number of groups [-].
   */
  constructor(vehicles: readonly VehicleSpec[], groups: number) {
    this.size = vehicles.length;
    this.group = Int32Array.from(vehicles, (v) => v.group);
    this.base = Int32Array.from(vehicles, (v) => v.base);
    this.node = this.base.slice();
    this.load = new Int32Array(this.size).fill(-1);
    this.#busy = new Uint8Array(this.size);
    this.#off = new Uint8Array(this.size);
    this.#ofGroup = Array.from({ length: groups }, () => []);
    vehicles.forEach((v, i) => (v.group < 0 ? this.#pool : this.#ofGroup[v.group]).push(i));
    this.#freeInPool = this.#pool.length;
  }

  /**
   * The free vehicle for a group: of its own with the least distance, else of the pool.
   *
   * @param group Group [-].
   * @param km Distance of a vehicle [km].
   * @returns Vehicle [-]; −1 when none is free.
   */
  nearestFree(group: number, km: (vehicle: number) => number): number {
    const own = this.#nearest(this.#ofGroup[group], km);
    if (own >= 0 || this.#freeInPool === 0) return own;
    return this.#nearest(this.#pool, km);
  }

  #nearest(vehicles: readonly number[], km: (vehicle: number) => number): number {
    let best = -1;
    let least = Infinity;
    for (const v of vehicles) {
      if (this.#busy[v] === 1 || this.#off[v] === 1) continue;
      const distance = km(v);
      if (distance < least) {
        least = distance;
        best = v;
      }
    }
    return best;
  }

  /**
   * Gives a vehicle to an entity.
   *
   * @param v Free vehicle [-].
   * @param p Entity [-].
   */
  take(v: number, p: number): void {
    this.#busy[v] = 1;
    this.load[v] = p;
    if (this.group[v] < 0) this.#freeInPool--;
  }

  /**
   * Makes a vehicle free.
   *
   * @param v Vehicle in use [-].
   */
  release(v: number): void {
    this.#busy[v] = 0;
    this.load[v] = -1;
    if (this.group[v] < 0 && this.#off[v] === 0) this.#freeInPool++;
  }

  /**
   * Puts a vehicle on duty or takes it off; one in use does what it is doing first.
   *
   * @param v Vehicle [-].
   * @param on Whether it is on duty from now on.
   * @returns Whether it can be given to somebody now.
   */
  setDuty(v: number, on: boolean): boolean {
    const isFree = this.#busy[v] === 0;
    const change = (on ? 1 : 0) - (this.#off[v] === 0 ? 1 : 0);
    this.#off[v] = on ? 0 : 1;
    if (this.group[v] < 0 && isFree) this.#freeInPool += change;
    return on && isFree;
  }

  /**
   * Whether a vehicle is on duty.
   *
   * @param v Vehicle [-].
   * @returns True when it serves others after what it is doing.
   */
  isOnDuty(v: number): boolean {
    return this.#off[v] === 0;
  }

  /**
   * Whether a vehicle is in use.
   *
   * @param v Vehicle [-].
   * @returns True from `take` to `release`.
   */
  isBusy(v: number): boolean {
    return this.#busy[v] === 1;
  }

  /** Vehicles in use [vehicles]. */
  get busy(): number {
    return this.#busy.reduce((sum, x) => sum + x, 0);
  }
}
