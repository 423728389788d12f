/**
 * Fever clinics and emergency reception: physicians as servers, the most ill first, patience.
 *
 * Those who lose patience are taken out when the line reaches them and counted as having left then:
 * the physicians pass over them, so nobody else's wait depends on how they are kept.
 */
import { MILD, MODERATE } from "../domain/mod.ts";
import { PriorityQueues, RUNGS } from "../engine/mod.ts";
import { BLOCK } from "./decisions.ts";
import { onlyRecovers } from "./course.ts";
import { LINE, PLACE } from "./patients.ts";
import type { Patients } from "./patients.ts";
import type { ClinicFace, World } from "./world.ts";

/** Physicians who see emergencies where a facility has no fever clinic [persons]. */
const EMERGENCY_PHYSICIANS = 1;

/** All clinics. */
export class ClinicFlow implements ClinicFace {
  readonly #world: World;
  readonly #lines: PriorityQueues<Patients>;
  readonly #busy: Int32Array;
  readonly #ends: number;
  readonly #resultIn: number;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const facilities = world.layout.facilities.ids.length;
    this.#lines = new PriorityQueues({
      queues: facilities,
      table: world.patients,
      line: LINE.CLINIC,
      time: (patients) => patients.arrivedAt,
    });
    this.#busy = new Int32Array(facilities);
    this.#ends = world.executive.on("end of consultation", RUNGS.release, (p, stamp) => {
      if (stamp === world.patients.pathStamp[p]) this.#seen(p);
    });
    this.#resultIn = world.executive.on("test result", RUNGS.decision, (p, stamp) => {
      if (stamp === world.patients.pathStamp[p]) this.#decided(p);
    });
  }

  #physicians(facility: number): number {
    return Math.max(EMERGENCY_PHYSICIANS, this.#world.layout.facilities.feverPhysicians[facility]);
  }

  join(p: number, facility: number): void {
    const { patients, executive, collect } = this.#world;
    collect.clinicVisit(executive.now);
    patients.pathStamp[p]++;
    patients.arrivedAt[p] = executive.now;
    patients.visits[p]++;
    if (this.#busy[facility] < this.#physicians(facility)) this.#begin(p, facility);
    else this.#lines.join(p, facility, patients.severity[p] * 3);
  }

  #begin(p: number, facility: number): void {
    const { patients, executive, draws, laws, collect } = this.#world;
    this.#busy[facility]++;
    collect.clinicWait(executive.now - patients.arrivedAt[p]);
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.VISIT, patients.visits[p]);
    const duration = laws.consultation.quantile(draws.u0);
    executive.after(duration, this.#ends, p, ++patients.pathStamp[p]);
  }

  /** A physician is free: calls the next who is still there. */
  #release(facility: number): void {
    this.#busy[facility]--;
    const { patients, executive } = this.#world;
    for (let top = this.#lines.top(facility); top >= 0; top = this.#lines.top(facility)) {
      const p = this.#lines.first(facility, top);
      this.#lines.remove(p);
      if (
        patients.severity[p] > MILD || executive.now - patients.arrivedAt[p] <= this.#patience(p)
      ) {
        this.#begin(p, facility);
        return;
      }
      this.#leftUnseen(p);
    }
  }

  #leftUnseen(p: number): void {
    this.#world.collect.leftUnseen();
    this.#world.log?.patient("left unseen", p, this.#world.patients.facility[p]);
    this.#toHome(p);
  }

  #patience(p: number): number {
    const { patients, draws, laws } = this.#world;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.ACCESS, 0);
    return laws.patience.quantile(draws.u1);
  }

  #toHome(p: number): void {
    const { patients, flows } = this.#world;
    patients.place[p] = PLACE.HOME;
    patients.facility[p] = -1;
    if (onlyRecovers(this.#world, p)) flows.course.finishAtHome(p);
    else flows.course.careChanged(p);
  }

  #seen(p: number): void {
    const { patients, draws, scenario: { contact }, executive, log } = this.#world;
    const facility = patients.facility[p];
    patients.place[p] = PLACE.BOARDING;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.CONDUCT, 0);
    if (draws.u3 < contact.antigenSensitivity) patients.known[p] = 1;
    log?.patient("seen", p, patients.known[p]);
    if (patients.known[p] === 1) this.#decided(p);
    else if (patients.severity[p] >= MODERATE) {
      executive.after(contact.pcrTurnaround, this.#resultIn, p, ++patients.pathStamp[p]);
    } else this.#toHome(p);
    this.#release(facility);
  }

  #decided(p: number): void {
    this.#world.patients.known[p] = 1;
    this.#world.flows.referral.decide(p);
  }

  worsened(p: number): void {
    const { patients } = this.#world;
    if (patients.line[p] !== LINE.CLINIC) return;
    this.#lines.remove(p);
    const mildBefore = patients.severity[p] === MILD + 1;
    if (mildBefore && this.#world.executive.now - patients.arrivedAt[p] > this.#patience(p)) {
      this.#leftUnseen(p);
      this.#world.flows.contact.worsenedAtHome(p);
      return;
    }
    this.#lines.join(p, patients.facility[p], patients.severity[p] * 3);
  }

  leave(p: number): void {
    const { patients } = this.#world;
    if (patients.line[p] === LINE.CLINIC) this.#lines.remove(p);
    else if (patients.place[p] === PLACE.CLINIC) {
      patients.pathStamp[p]++;
      this.#release(patients.facility[p]);
    }
  }
}
