/** Operations on ordinary inpatients: who needs one, where they wait for it, and when they leave. */
import { LINES } from "../domain/mod.ts";
import { EmergencyTheatres } from "./emergency_theatres.ts";
import type { HospitalTally } from "./hospital_tally.ts";
import { Operations } from "./operations.ts";
import type { Candidate } from "./operations.ts";
import { Theatres } from "./theatres.ts";
import type { World } from "./world.ts";

const SURGERY = LINES.indexOf("surgery");

/** An ordinary inpatient who is admitted now. */
export interface Admission {
  /** Ward. */
  readonly w: number;
  /** Number of the patient [-]. */
  readonly who: number;
  /** Whether urgent or elective. */
  readonly line: "urgent" | "elective";
  /** First came [min]. */
  readonly since: number;
  /** Stay by the law [min]. */
  readonly stay: number;
  /** Whether of the priority class. */
  readonly priority: boolean;
}

/** Operations of all hospitals. */
export class Surgery {
  readonly #world: World;
  readonly #tally: HospitalTally;
  readonly #operations: Operations;
  readonly #theatres: Theatres;
  readonly #emergency: EmergencyTheatres;
  readonly #leaves: (w: number, who: number, at: number) => void;

  /**
   * @param world The replication.
   * @param tally Counters.
   * @param leaves Called when it is known when a patient operated on leaves [min].
   */
  constructor(
    world: World,
    tally: HospitalTally,
    leaves: (w: number, who: number, at: number) => void,
  ) {
    this.#world = world;
    this.#tally = tally;
    this.#leaves = leaves;
    this.#operations = new Operations(world);
    this.#theatres = new Theatres(world, (candidate, at) => this.#begins(candidate, at, false));
    this.#emergency = new EmergencyTheatres(world, (c, at) => this.#begins(c, at, true));
  }

  /**
   * Counts the operation that a patient who has just come needs, if any.
   *
   * @param w Ward.
   * @param who Number of the patient [-].
   * @param line Whether urgent or elective.
   */
  came(w: number, who: number, line: "urgent" | "elective"): void {
    const need = this.#operations.needOf(w, who, line);
    if (need !== undefined) this.#tally.needs(need.grade, this.#world.executive.now);
  }

  /**
   * Whether an elective patient may be admitted, as far as an operation goes.
   *
   * @param w Ward.
   * @param who Number of the patient [-].
   * @param level Risk level of the day [-].
   * @returns False when the operation has to wait.
   */
  admits(w: number, who: number, level: number): boolean {
    const need = this.#operations.needOf(w, who, "elective");
    return need === undefined || this.#theatres.admits(w, need, level);
  }

  /**
   * Takes over the stay of a patient who needs an operation.
   *
   * @param admission Who.
   * @returns False when the patient needs none.
   */
  takes(admission: Admission): boolean {
    const need = this.#operations.needOf(admission.w, admission.who, admission.line);
    if (need === undefined) return false;
    const candidate = { ...admission, ...need, admitted: this.#world.executive.now };
    if (admission.line === "urgent") this.#emergency.join(candidate);
    else this.#theatres.join(candidate);
    return true;
  }

  /**
   * The patient leaves when the stay is over, and not before its later part after the operation; one
   * sent home early from a hospital that closed is not operated on.
   */
  #begins(candidate: Candidate, at: number, emergency: boolean): void {
    const { w, who, admitted, stay, minutes, grade, since } = candidate;
    const { layout, volume, scenario, flows } = this.#world;
    if (flows.routine.moves.wardOf(w, who) < 0) return;
    this.#tally.operates({ grade, since, at, emergency });
    const tier = layout.facilities.tier[layout.wardFacility[w]];
    volume.served(SURGERY, { tier, time: at }, 1);
    const { afterShare } = scenario.hospital.surgery;
    this.#leaves(w, who, Math.max(admitted + stay, at + minutes + afterShare * stay));
  }
}
