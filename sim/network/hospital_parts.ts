/** The parts of hospitals that act in a scenario, built together; those that are off are left out. */
import { BufferWards } from "./buffer_wards.ts";
import type { Capacity } from "./capacity.ts";
import { ElectiveList } from "./elective_intake.ts";
import type { Intake, IntakeShares } from "./elective_intake.ts";
import type { HospitalTally } from "./hospital_tally.ts";
import { InHospitalInfection } from "./in_hospital_infection.ts";
import { drawInpatient, INPATIENT_BLOCK } from "./ordinary_identity.ts";
import { Surgery } from "./surgery.ts";
import { distributionOf } from "../engine/mod.ts";
import type { Distribution } from "../engine/mod.ts";
import type { World } from "./world.ts";

/** What the parts ask of the flow of ordinary inpatients. */
export interface Needs extends Intake {
  /** A patient leaves at a time [min]. */
  readonly leaves: (w: number, who: number, at: number) => void;
  /** Share of elective demand taken in. */
  readonly shares: IntakeShares;
}

/** Parts that act, and what every one of them may ask. */
export class HospitalParts {
  /** Counters. */
  readonly tally: HospitalTally;
  /** Buffer wards; undefined when there are none. */
  readonly buffers?: BufferWards;
  /** Infection; undefined when there is none. */
  readonly infection?: InHospitalInfection;
  /** Operations; undefined when they are not counted. */
  readonly surgery?: Surgery;
  /** Lists of elective patients; undefined when they come again by themselves. */
  readonly list?: ElectiveList;

  readonly #world: World;
  readonly #capacity: Capacity;
  readonly #patience: Distribution;

  /**
   * @param world The replication.
   * @param capacity Levels and plans by day.
   * @param tally Counters.
   * @param needs What the parts ask of the flow of ordinary inpatients.
   */
  constructor(world: World, capacity: Capacity, tally: HospitalTally, needs: Needs) {
    this.#world = world;
    this.#capacity = capacity;
    this.tally = tally;
    const { buffer, infection, surgery, admission } = world.scenario.hospital;
    this.#patience = distributionOf(admission.patience);
    if (buffer.share > 0) this.buffers = new BufferWards(world);
    if (infection.rate > 0) this.infection = new InHospitalInfection(world, capacity, tally);
    if (surgery.counted) this.surgery = new Surgery(world, tally, needs.leaves);
    if (admission.list) this.list = new ElectiveList(world, needs.shares, needs);
  }

  /** Schedules what happens by day; call once. */
  start(): void {
    this.infection?.start();
    this.list?.start();
  }

  /**
   * Whether a patient is of the priority class.
   *
   * @param w Ward.
   * @param who Number of the patient [-].
   * @param line Whether urgent or elective.
   * @returns True for malignancy, emergency surgery, dialysis.
   */
  isFirst(w: number, who: number, line: "urgent" | "elective"): boolean {
    const share = this.#world.scenario.hospital.admission.priority[line];
    if (share === 0) return false;
    drawInpatient(this.#world, w, who, INPATIENT_BLOCK.INFECTION);
    return this.#world.draws.u2 < share;
  }

  /**
   * How long an elective patient waits on a list or in line.
   *
   * @param w Ward.
   * @param who Number of the patient [-].
   * @returns Time [min].
   */
  patienceOf(w: number, who: number): number {
    drawInpatient(this.#world, w, who, INPATIENT_BLOCK.LATER);
    return this.#patience.quantile(this.#world.draws.u1);
  }

  /**
   * Whether an elective patient may be admitted, as far as an operation goes.
   *
   * @param w Ward.
   * @param who Number of the patient [-].
   * @returns False when the operation has to wait.
   */
  admitsForSurgery(w: number, who: number): boolean {
    return this.surgery?.admits(w, who, this.#capacity.levelOf(w)) ?? true;
  }
}
