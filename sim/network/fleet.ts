/** Vehicles with identity: where each one is, whom it serves, which is free. */
import type { Scenario } from "../scenario/mod.ts";
import type { Layout } from "./layout.ts";

/** All vehicles of the city. */
export class Fleet {
  /** Vehicles on duty [vehicles] -- constant. */
  readonly size: number;
  /** Grid served; −1 for the pool -- constant. */
  readonly grid: Int32Array;
  /** Node of the base -- constant. */
  readonly base: Int32Array;
  /** Node where the vehicle is or will next be -- state. */
  readonly node: Int32Array;
  /** Patient; −1 without -- state. */
  readonly patient: Int32Array;
  readonly #busy: Uint8Array;
  readonly #ofGrid: readonly number[][];
  readonly #pool: number[] = [];
  #freeInPool = 0;

  /**
   * @param scenario A checked scenario.
   * @param layout Its layout.
   */
  constructor(scenario: Scenario, layout: Layout) {
    const grids = new Map(layout.grids.ids.map((id, i) => [id, i]));
    const vehicles = scenario.city.fleets.flatMap((fleet, i) =>
      Array.from({ length: Math.round(fleet.vehicles * scenario.transfer.vehicleFactor) }, () => ({
        grid: fleet.grid === "" ? -1 : grids.get(fleet.grid)!,
        base: layout.fleetNode[i],
      }))
    );
    this.size = vehicles.length;
    this.grid = Int32Array.from(vehicles, (v) => v.grid);
    this.base = Int32Array.from(vehicles, (v) => v.base);
    this.node = this.base.slice();
    this.patient = new Int32Array(this.size).fill(-1);
    this.#busy = new Uint8Array(this.size);
    this.#ofGrid = layout.grids.ids.map(() => []);
    vehicles.forEach((v, i) => (v.grid < 0 ? this.#pool : this.#ofGrid[v.grid]).push(i));
    this.#freeInPool = this.#pool.length;
  }

  /**
   * The free vehicle for a grid: of its own with the least distance, else of the pool.
   *
   * @param grid Grid of the patient.
   * @param km Distance of a vehicle [km].
   * @returns Vehicle; −1 when none is free.
   */
  nearestFree(grid: number, km: (vehicle: number) => number): number {
    const own = this.#nearest(this.#ofGrid[grid], km);
    if (own >= 0 || this.#freeInPool === 0) return own;
    return this.#nearest(this.#pool, km);
  }

  #nearest(vehicles: readonly number[], km: (vehicle: number) => number): number {
    let best = -1;
    let least = Infinity;
    for (const v of vehicles) {
      if (this.#busy[v] === 1) continue;
      const distance = km(v);
      if (distance < least) {
        least = distance;
        best = v;
      }
    }
    return best;
  }

  /**
   * Gives a vehicle to a patient.
   *
   * @param v Free vehicle.
   * @param p Patient.
   */
  take(v: number, p: number): void {
    this.#busy[v] = 1;
    this.patient[v] = p;
    if (this.grid[v] < 0) this.#freeInPool--;
  }

  /**
   * Makes a vehicle free.
   *
   * @param v Vehicle in use.
   */
  release(v: number): void {
    this.#busy[v] = 0;
    this.patient[v] = -1;
    if (this.grid[v] < 0) this.#freeInPool++;
  }

  /** Vehicles in use [vehicles]. */
  get busy(): number {
    return this.#busy.reduce((sum, x) => sum + x, 0);
  }
}
