/**
 * Family doctors: follow-up by telephone of known cases with a contract, and calls to all with one.
 *
 * A call finds a worsening with a stated probability; a visit always does. Calls to everybody with a
 * contract also reach cases that nobody knows of, and lead some who would seek no care to their
 * primary clinic.
 */
import type { DoctorSpec } from "../scenario/mod.ts";
import { BLOCK } from "./decisions.ts";
import type { DoctorsFace } from "./primary_faces.ts";
import type { World } from "./world.ts";

/** Family doctors of all residents. */
export class FamilyDoctors implements DoctorsFace {
  readonly #world: World;
  readonly #spec: DoctorSpec;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    this.#spec = world.scenario.primary.doctors;
  }

  #contract(p: number): boolean {
    const { patients, profiles } = this.#world;
    return profiles.contract[patients.cell[p]] === 1;
  }

  /**
   * Whether a known case is followed up by telephone. Draws a block.
   *
   * @param p Patient [-].
   * @returns True when so; never for those treated in place.
   */
  telephones(p: number): boolean {
    const { patients, draws } = this.#world;
    if (this.#spec.telephone === 0 || patients.visited[p] === 1 || !this.#contract(p)) return false;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.PRIMARY, 0);
    return draws.u1 < this.#spec.telephone;
  }

  /** Whether a call finds the present state of a patient. */
  #notices(p: number): boolean {
    const { patients, draws } = this.#world;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.CALLS, patients.severity[p]);
    return draws.u0 < this.#spec.notices;
  }

  /**
   * Time until follow-up finds a worsening. Draws blocks.
   *
   * @param p Patient [-].
   * @param due Time until the next follow-up [min].
   * @returns The same; Infinity when it is a call that does not find it [min].
   */
  heard(p: number, due: number): number {
    if (due === Infinity || !this.telephones(p)) return due;
    return this.#notices(p) ? due : Infinity;
  }

  /**
   * Time until the next call to everybody with a contract finds a worsening. Draws blocks.
   *
   * @param p Patient [-].
   * @returns Time [min]; Infinity without a contract or calls, or when the call does not find it.
   */
  untilCall(p: number): number {
    const { patients, draws, executive } = this.#world;
    const { calls } = this.#spec;
    if (calls === 0 || !this.#contract(p) || !this.#notices(p)) return Infinity;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.CALLS, 0);
    const since = executive.now - draws.u1 * calls;
    return calls - (((since % calls) + calls) % calls);
  }

  /**
   * Whether calls may lead residents of a cell to their clinic.
   *
   * @param cell Cell of attributes [-].
   * @returns True when so.
   */
  mayUrge(cell: number): boolean {
    return this.#spec.urged > 0 && this.#world.profiles.contract[cell] === 1;
  }

  /**
   * Whether a symptomatic resident who would seek no care is led to the own clinic. Draws a block.
   *
   * @param n Number of the person [-].
   * @param grid Grid [-].
   * @param cell Cell of attributes [-].
   * @returns True when so.
   */
  urges(n: number, grid: number, cell: number): boolean {
    if (!this.mayUrge(cell)) return false;
    const { draws } = this.#world;
    draws.block(n, grid, BLOCK.PRIMARY, 0);
    return draws.u2 < this.#spec.urged;
  }
}
