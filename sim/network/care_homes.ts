/**
 * Care homes: which of the very old live in one. Each is linked to the primary facility of its
 * community, whose grid's teams come to it.
 *
 * Who lives in one is an attribute drawn after age and mobility, by a draw of its own, so that the
 * other attributes of nobody change with the shares.
 */
import type { CareHomeSpec } from "../scenario/mod.ts";
import { BLOCK } from "./decisions.ts";
import type { CareHomesFace } from "./primary_faces.ts";
import type { World } from "./world.ts";

/** Care homes of all grids. */
export class CareHomes implements CareHomesFace {
  readonly #world: World;
  readonly #spec: CareHomeSpec;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    this.#spec = world.scenario.primary.careHomes;
  }

  /**
   * Whether a patient lives in a care home. Draws a block where somebody of their kind may.
   *
   * @param p Patient [-].
   * @returns True when so.
   */
  residesIn(p: number): boolean {
    const { patients, profiles, draws } = this.#world;
    const cell = patients.cell[p];
    if (profiles.veryOld[cell] === 0) return false;
    const share = profiles.immobile[cell] === 1 ? this.#spec.immobile : this.#spec.mobile;
    if (share === 0) return false;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.PRIMARY, 0);
    return draws.u3 < share;
  }

  /**
   * Factor on the delay until a worsening is noticed. May draw a block.
   *
   * @param p Patient [-].
   * @returns Factor [-].
   */
  notice(p: number): number {
    return this.#spec.notice !== 1 && this.residesIn(p) ? this.#spec.notice : 1;
  }

  /**
   * Whether a visit that would lead elsewhere goes to the primary facility assigned to the home. May
   * draw blocks.
   *
   * @param p Patient [-].
   * @returns True when so.
   */
  goesToAssigned(p: number): boolean {
    const { patients, draws } = this.#world;
    if (this.#spec.assigned === 0 || !this.residesIn(p)) return false;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.VISIT, patients.visits[p] + 1);
    return draws.u1 < this.#spec.assigned;
  }

  /**
   * Whether a team sees a patient where they live instead of in the clinic. May draw a block.
   *
   * @param p Patient [-].
   * @returns True when so.
   */
  seenInPlace(p: number): boolean {
    const { patients, profiles } = this.#world;
    return this.#spec.seenInPlace && profiles.immobile[patients.cell[p]] === 1 && this.residesIn(p);
  }
}
