/** Which ordinary inpatients need an operation, of which grade and for how long; all by key. */
import { WARD_TYPES } from "../domain/mod.ts";
import { distributionOf, tabulated } from "../engine/mod.ts";
import type { Distribution } from "../engine/mod.ts";
import { drawInpatient, INPATIENT_BLOCK } from "./ordinary_identity.ts";
import type { World } from "./world.ts";

const GENERAL = WARD_TYPES.indexOf("general");

/** An operation that a patient needs. */
export interface Need {
  /** Grade, 1 to 4 [-]. */
  readonly grade: number;
  /** Time in the theatre [min]. */
  readonly minutes: number;
  /** Uniform that says whether infection is excluded beforehand [-]. */
  readonly excluded: number;
}

/** The needs of all ordinary inpatients. */
export class Operations {
  readonly #world: World;
  readonly #laws: readonly Distribution[];

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    this.#laws = world.scenario.hospital.surgery.duration
      .map((spec) => tabulated(distributionOf(spec)));
  }

  /**
   * The operation that a patient needs.
   *
   * @param w Ward.
   * @param who Number of the patient [-].
   * @param line Whether the patient is urgent or elective.
   * @returns The need; undefined for none, or outside general wards of tiers 2 and 3.
   */
  needOf(w: number, who: number, line: "urgent" | "elective"): Need | undefined {
    const { layout, draws, scenario: { hospital: { surgery } } } = this.#world;
    if (layout.wardType[w] !== GENERAL) return undefined;
    if (layout.facilities.tier[layout.wardFacility[w]] === 0) return undefined;
    drawInpatient(this.#world, w, who, INPATIENT_BLOCK.OPERATION);
    if (draws.u0 >= surgery.share[line]) return undefined;
    let grade = 1;
    for (let sum = surgery.grades[0]; grade < 4 && draws.u1 >= sum; grade++) {
      sum += surgery.grades[grade];
    }
    const minutes = this.#laws[grade - 1].quantile(draws.u2);
    return { grade, minutes, excluded: draws.u3 };
  }
}

/** A patient who is to be operated on. */
export interface Candidate extends Need {
  /** Ward. */
  readonly w: number;
  /** Number of the patient [-]. */
  readonly who: number;
  /** First came [min]. */
  readonly since: number;
  /** Admitted [min]. */
  readonly admitted: number;
  /** Stay by the law [min]. */
  readonly stay: number;
  /** Whether of the priority class. */
  readonly priority: boolean;
}

/** Called when an operation is fixed: who, when it begins [min]. */
export type Fixed = (candidate: Candidate, at: number) => void;
