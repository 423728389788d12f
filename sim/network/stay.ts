/** Stays in beds: admission, observation before a move down, discharge, leaving. */
import { RUNGS } from "../engine/mod.ts";
import { NEED } from "./course.ts";
import { PLACE } from "./patients.ts";
import type { StayFace, World } from "./world.ts";

/** Admits and discharges. */
export class StayFlow implements StayFace {
  readonly #world: World;
  readonly #observed: number;
  readonly #discharged: number;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { executive, patients } = world;
    this.#observed = executive.on("end of observation", RUNGS.decision, (p, stamp) => {
      if (stamp === patients.pathStamp[p]) world.flows.referral.stepDown(p);
    });
    this.#discharged = executive.on("discharge", RUNGS.release, (p, stamp) => {
      if (stamp === patients.pathStamp[p]) this.#leave(p);
    });
  }

  admit(p: number): void {
    const { patients, wards, layout, executive, collect, flows, log } = this.#world;
    const ward = patients.target[p];
    patients.target[p] = -1;
    patients.ward[p] = ward;
    patients.place[p] = PLACE.BED;
    patients.facility[p] = layout.wardFacility[ward];
    patients.pathStamp[p]++;
    wards.occupyHeld(executive.now, ward);
    log?.referral("admitted", p, patients.ruleSet[p], patients.rule[p], ward);
    patients.everInBed[p] = 1;
    collect.ends.passages.admitted(p);
    this.#world.primary?.access.ends(p, 1);
    flows.course.careChanged(p);
    if (layout.wardType[ward] >= NEED[patients.severity[p]]) flows.referral.completed(p);
    if (patients.recovering[p] === 1) this.observe(p);
    else flows.referral.needChanged(p);
  }

  observe(p: number): void {
    const { patients, layout, scenario, executive, flows, wards } = this.#world;
    if (wards.uses.empties[patients.ward[p]] === 1) {
      flows.referral.needChanged(p);
      return;
    }
    flows.emergency?.ends(p);
    flows.referral.cancel(p);
    if (layout.wardType[patients.ward[p]] <= NEED[patients.severity[p]]) return;
    executive.after(scenario.referral.observation, this.#observed, p, ++patients.pathStamp[p]);
  }

  discharge(p: number): void {
    const { patients, scenario, executive, flows } = this.#world;
    flows.referral.cancel(p);
    flows.emergency?.ends(p);
    const wait = patients.recovering[p] === 1 ? 0 : scenario.referral.observation;
    executive.after(wait, this.#discharged, p, ++patients.pathStamp[p]);
  }

  #leave(p: number): void {
    const { patients, log } = this.#world;
    log?.patient("discharged", p, patients.ward[p]);
    this.vacate(p);
    log?.patient("depart", p, 0);
    patients.give(p);
  }

  vacate(p: number): void {
    const { patients, wards, executive, flows, log } = this.#world;
    const ward = patients.ward[p];
    flows.arrivals?.left(p);
    if (ward >= 0) {
      if (wards.uses.closed[ward] > 0) flows.closures?.left(p);
      log?.patient("bed left", p, ward);
      patients.ward[p] = -1;
      wards.leave(executive.now, ward);
      flows.referral.serve(ward);
    } else if (patients.place[p] === PLACE.CLINIC) flows.clinic.leave(p);
    patients.facility[p] = -1;
  }
}
