/**
 * The course of disease under care: when a state ends in recovery, worsening or death.
 *
 * A state has a duration in right care and keyed thresholds. Time runs towards recovery at one pace;
 * the thresholds are used up at the pace of the present care. Whenever care changes, what is left is
 * brought up to date and the earliest of the three ends is scheduled anew.
 */
import {
  CARE_BOARDING,
  CARE_CORRIDOR,
  CARE_LOWER,
  CARE_NONE,
  CARE_RIGHT,
  CRITICAL,
  MILD,
  MODERATE,
  SEVERE,
} from "../domain/mod.ts";
import { RUNGS } from "../engine/mod.ts";
import { BLOCK } from "./decisions.ts";
import { BAY, NEXT, PLACE } from "./patients.ts";
import type { CourseFace, World } from "./world.ts";

/** Ward type needed by severity; −1 for none. */
export const NEED = [-1, -1, 0, 1, 2] as const;

/** Follows every known course. */
export class Course implements CourseFace {
  readonly #world: World;
  readonly #ends: number;
  /** Whether the corridor of an emergency department is worse than boarding. */
  readonly #corridorCounts: boolean;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    this.#corridorCounts = world.scenario.emergency.corridor > 0;
    this.#ends = world.executive.on("end of a state", RUNGS.endOfStay, (p, stamp) => {
      if (stamp === world.patients.courseStamp[p]) this.#end(p);
    });
  }

  /** The care a patient has now. */
  #careOf(p: number): number {
    const { patients, layout } = this.#world;
    const need = NEED[patients.severity[p]];
    if (need < 0 || patients.recovering[p] === 1) return CARE_RIGHT;
    switch (patients.place[p]) {
      case PLACE.BED:
        return layout.wardType[patients.ward[p]] >= need ? CARE_RIGHT : CARE_LOWER;
      case PLACE.HOME:
        return CARE_NONE;
      default:
        return this.#corridorCounts && patients.bay[p] === BAY.CORRIDOR
          ? CARE_CORRIDOR
          : CARE_BOARDING;
    }
  }

  begin(p: number): void {
    this.#world.patients.care[p] = this.#careOf(p);
    this.#schedule(p);
  }

  careChanged(p: number): void {
    const { patients, log } = this.#world;
    const care = this.#careOf(p);
    if (care === patients.care[p]) return;
    this.#bringUpToDate(p);
    patients.care[p] = care;
    log?.depth(p)?.patient("care", p, care);
    this.#schedule(p);
  }

  find(p: number): void {
    const { patients } = this.#world;
    const duration = patients.duration[p];
    const remaining = patients.remaining[p];
    this.#enter(p, patients.severity[p]);
    patients.duration[p] = duration;
    patients.remaining[p] = remaining;
    this.#firstNeed(p, remaining / duration);
    this.begin(p);
  }

  #bringUpToDate(p: number): void {
    const { patients, risks, profiles, executive } = this.#world;
    const elapsed = executive.now - patients.since[p];
    if (elapsed <= 0) return;
    const row = profiles.severityRow[patients.cell[p]];
    const share = elapsed / patients.duration[p];
    patients.since[p] = executive.now;
    patients.remaining[p] -= elapsed;
    if (patients.recovering[p] === 1) return;
    patients.worsens[p] -= share * risks.worsening(row, patients.severity[p], patients.care[p]);
    patients.dies[p] -= share * risks.death(row, patients.severity[p], patients.care[p]);
  }

  /** Schedules the earliest end of the present state. */
  #schedule(p: number): void {
    const { patients, risks, profiles, executive } = this.#world;
    let wait = patients.remaining[p];
    let next: number = NEXT.RECOVERY;
    if (patients.recovering[p] === 0) {
      const row = profiles.severityRow[patients.cell[p]];
      const { severity, care, duration } = patients;
      const worse = patients.worsens[p] * duration[p] / risks.worsening(row, severity[p], care[p]);
      if (worse < wait) {
        wait = worse;
        next = NEXT.WORSENING;
      }
      const death = patients.dies[p] * duration[p] / risks.death(row, severity[p], care[p]);
      if (death < wait) {
        wait = death;
        next = NEXT.DEATH;
      }
    }
    patients.next[p] = next;
    const stamp = ++patients.courseStamp[p];
    // The mild who only recover mostly do so at home, where nobody need be told.
    if (next === NEXT.RECOVERY && patients.severity[p] <= MILD) return;
    const at = patients.since[p] + Math.max(0, wait);
    executive.at(Math.max(executive.now, at), this.#ends, p, stamp);
  }

  watch(p: number): void {
    const { patients, executive } = this.#world;
    if (!onlyRecovers(this.#world, p)) return;
    const at = patients.since[p] + patients.remaining[p];
    executive.at(Math.max(executive.now, at), this.#ends, p, ++patients.courseStamp[p]);
  }

  slow(p: number, factor: number): void {
    if (this.#world.patients.next[p] === NEXT.OVER) return;
    this.#bringUpToDate(p);
    this.#world.patients.worsens[p] /= factor;
    this.#schedule(p);
  }

  #end(p: number): void {
    const { patients } = this.#world;
    this.#bringUpToDate(p);
    if (patients.next[p] === NEXT.DEATH) this.#die(p);
    else if (patients.next[p] === NEXT.WORSENING) this.worsen(p);
    else if (patients.recovering[p] === 0 && patients.severity[p] >= SEVERE) {
      this.#recoverFromSevere(p);
    } else this.#recover(p);
  }

  worsen(p: number): void {
    const { patients, collect, flows, log } = this.#world;
    const severity = ++patients.severity[p];
    if (severity === MODERATE) {
      this.#firstNeed(p);
      collect.neededBed(p);
    }
    this.#enter(p, severity);
    log?.patient("worsened", p, severity);
    this.begin(p);
    if (patients.place[p] === PLACE.HOME) flows.contact.worsenedAtHome(p);
    else flows.referral.needChanged(p);
  }

  /** What is drawn once, when a person first needs a bed, or is found in one. */
  #firstNeed(p: number, left = 1): void {
    const { patients, draws, risks, profiles, log } = this.#world;
    const row = profiles.severityRow[patients.cell[p]];
    const state = { state: patients.severity[p], left };
    patients.diesInRightCare[p] =
      risks.diesInRightCare(draws, patients.grid[p], patients.ordinal[p], row, state) ? 1 : 0;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.SEVERE_TOO, 0);
    patients.mainCause[p] = draws.u1 < risks.underlyingMain[row] ? 1 : 0;
    patients.capability[p] = this.#capabilityOf(p, draws.u3);
    log?.depth(p)?.patient("needs", p, patients.capability[p]);
  }

  /** Capability needed beside a bed, + 1; 0 for none. */
  #capabilityOf(p: number, u: number): number {
    const { profiles, patients, scenario: { referral } } = this.#world;
    const cell = patients.cell[p];
    if (profiles.dialysis[cell] === 1) return 1;
    if (profiles.disease[cell] !== 2 && profiles.diseaseSevere[cell] === 0) return 0;
    let sum = 0;
    for (let i = 0; i < referral.capabilityNeeds.length; i++) {
      sum += referral.capabilityNeeds[i].share;
      if (u < sum) return this.#world.capabilityCodes[i] + 1;
    }
    return 0;
  }

  /** Draws the duration and thresholds of a state just entered. */
  #enter(p: number, severity: number): void {
    const { patients, draws, laws, executive } = this.#world;
    const grid = patients.grid[p];
    const ordinal = patients.ordinal[p];
    draws.block(ordinal, grid, BLOCK.MODERATE + severity - MODERATE, 0);
    patients.duration[p] = patients.remaining[p] = laws.state[severity].quantile(draws.u0);
    const threshold = -Math.log(draws.u1);
    patients.worsens[p] = severity === CRITICAL ? Infinity : threshold;
    patients.dies[p] = severity === CRITICAL ? threshold : Infinity;
    patients.since[p] = executive.now;
    if (severity === SEVERE) {
      draws.block(ordinal, grid, BLOCK.SEVERE_TOO, 0);
      patients.dies[p] = -Math.log(draws.u0);
    }
  }

  #recoverFromSevere(p: number): void {
    const { patients, draws, laws, executive, flows, log } = this.#world;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.SEVERE_TOO, 0);
    patients.recovering[p] = 1;
    patients.duration[p] = patients.remaining[p] = laws.convalescence.quantile(draws.u2);
    patients.since[p] = executive.now;
    patients.severity[p] = MODERATE;
    log?.patient("convalescent", p, MODERATE);
    this.begin(p);
    if (patients.place[p] === PLACE.BED) flows.stay.observe(p);
    else if (patients.place[p] !== PLACE.ROAD) flows.referral.needChanged(p);
  }

  #recover(p: number): void {
    const { patients, collect, executive, flows, log } = this.#world;
    collect.recovered(p, executive.now);
    log?.patient("recovered", p, patients.severity[p]);
    patients.severity[p] = MILD;
    patients.next[p] = NEXT.OVER;
    patients.courseStamp[p]++;
    if (patients.place[p] === PLACE.BED) flows.stay.discharge(p);
    else this.#leave(p);
  }

  #die(p: number): void {
    const { patients, collect, executive, log } = this.#world;
    const care = patients.care[p];
    collect.dead(p, executive.now, care === CARE_CORRIDOR ? CARE_BOARDING : care);
    log?.patient("died", p, patients.severity[p]);
    log?.depth(p)?.patient("in care", p, patients.care[p]);
    log?.depth(p)?.patient("in right care", p, patients.diesInRightCare[p]);
    this.#leave(p);
  }

  #leave(p: number): void {
    const { patients, flows, primary, log } = this.#world;
    primary?.access.ends(p, 2);
    flows.visits?.leave(p);
    flows.referral.cancel(p);
    flows.emergency?.ends(p);
    flows.stay.vacate(p);
    log?.patient("depart", p, 0);
    patients.give(p);
  }

  finishAtHome(p: number): void {
    const { patients, collect, flows, executive, log } = this.#world;
    flows.visits?.leave(p);
    const over = patients.since[p] + patients.remaining[p];
    collect.recovered(p, over);
    log?.patient("depart", p, Math.max(0, over - executive.now));
    patients.give(p);
  }
}

/** Whether a mild case at home can only recover. */
export function onlyRecovers(world: World, p: number): boolean {
  const { patients } = world;
  return patients.severity[p] === MILD && patients.next[p] === NEXT.RECOVERY;
}
