/**
 * Emergency departments: who is seen there, and the places where they stay until they leave.
 *
 * Acuity is severity: the critical have resuscitation places, suspected cases single rooms while
 * there are any, the others observation beds. Who finds no place stays in the corridor, first contact
 * being binding, and takes the first fit place that becomes free, the most ill first. All of them
 * have the care of someone who boards; in the corridor it may be less, by a stated share. A single
 * room is kept until its patient leaves the facility, also when infection is excluded or confirmed.
 *
 * Source: Beijing, notice of 20 March 2020 on medical services: acuity and zones, the resuscitation
 * area for critical suspects, others led to outpatients (BJ-3.3a); single rooms, transfer in time
 * (BJ-3.2b).
 */
import { CRITICAL, MILD, MODERATE, partOf, SEVERE } from "../domain/mod.ts";
import { CONTACTS } from "../scenario/mod.ts";
import { BLOCK } from "./decisions.ts";
import type { Breach, Heads } from "./audits.ts";
import { BAY } from "./patients.ts";
import type { EmergencyFace, World } from "./world.ts";

const CALL = CONTACTS.indexOf("call_120");

/** Kinds of place that a patient may have, the best first. */
const ANY = [BAY.OBSERVATION] as const;
const FOR_CRITICAL = [BAY.RESUSCITATION, BAY.OBSERVATION] as const;
const FOR_SUSPECTED = [BAY.ISOLATION, BAY.OBSERVATION] as const;

/** All emergency departments. */
export class EmergencyFlow implements EmergencyFace {
  readonly physicians: Int32Array;
  readonly #world: World;
  /** Places in all, by kind and facility [places] -- constant. */
  readonly #places: readonly Int32Array[];
  /** Places in use, by kind and facility [places] -- state. */
  readonly #used: readonly Int32Array[];
  /** Patients who stay, by facility, in the order in which they came to. */
  readonly #present: readonly number[][];

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { city, emergency } = world.scenario;
    const byTier = (numbers: readonly number[]) =>
      Int32Array.from(
        city.facilities,
        (f) => f.kind === "shelter" ? 0 : partOf(f, numbers[f.tier - 1]),
      );
    this.physicians = byTier(emergency.physicians);
    const { resuscitation, observation, isolation } = emergency;
    const none = new Int32Array(city.facilities.length);
    this.#places = [none, byTier(resuscitation), byTier(observation), byTier(isolation), none];
    this.#used = this.#places.map((places) => new Int32Array(places.length));
    this.#present = city.facilities.map(() => []);
    world.audits.push((breach, heads) => this.#audit(breach, heads));
    world.reception.emergency = true;
    world.reception.places = this.#places.map((places) => places.reduce((a, b) => a + b, 0));
  }

  takes(p: number): boolean {
    const { patients, draws, scenario: { emergency }, reception } = this.#world;
    if (this.physicians[patients.facility[p]] === 0) return false;
    if (patients.severity[p] >= SEVERE) return true;
    if (patients.way[p] !== CALL) return false;
    if (patients.severity[p] > MILD) return true;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.TRIAGE, patients.visits[p]);
    if (draws.u2 >= emergency.directedShare) return true;
    reception.directed++;
    return false;
  }

  arrives(p: number): void {
    const { patients, executive } = this.#world;
    if (patients.doorSeverity[p] === 0) patients.doorAt[p] = executive.now;
  }

  seen(p: number, suspected: boolean): void {
    const { patients, executive } = this.#world;
    if (suspected) patients.suspectAt[p] = executive.now;
    if (patients.severity[p] < MODERATE || patients.bay[p] !== BAY.NONE) return;
    const facility = patients.facility[p];
    if (this.#places.every((places) => places[facility] === 0)) return;
    this.#present[facility].push(p);
    const free = this.#wanted(p).find((kind) => this.#isFree(kind, facility));
    this.#move(p, free ?? BAY.CORRIDOR);
  }

  /** Kinds of place that a patient may have now, the best first. */
  #wanted(p: number): readonly number[] {
    const { patients } = this.#world;
    if (patients.severity[p] >= CRITICAL) return FOR_CRITICAL;
    return Number.isNaN(patients.suspectAt[p]) ? ANY : FOR_SUSPECTED;
  }

  #isFree(kind: number, facility: number): boolean {
    return this.#used[kind][facility] < this.#places[kind][facility];
  }

  /** Gives a patient another place, or none; what was theirs is not yet given away. */
  #move(p: number, kind: number): void {
    const { patients, executive, reception, flows, log } = this.#world;
    const from = patients.bay[p];
    const facility = patients.facility[p];
    if (from !== BAY.NONE) this.#count(from, facility, -1);
    patients.bay[p] = kind;
    if (kind === BAY.NONE) return;
    flows.course.careChanged(p);
    this.#count(kind, facility, 1);
    reception.stays[kind]++;
    log?.patient("place", p, kind);
    reception.checkPlaces(executive.now, this.#used[kind][facility], {
      places: this.#places[kind][facility],
      limited: kind !== BAY.CORRIDOR,
    });
  }

  /** Places in use are those of patients, and no more than there are. */
  #audit(breach: Breach, heads: Heads): void {
    this.#present.forEach((present, facility) => {
      let staying = 0;
      for (const kind of [BAY.RESUSCITATION, BAY.OBSERVATION, BAY.ISOLATION, BAY.CORRIDOR]) {
        const used = this.#used[kind][facility];
        const places = this.#places[kind][facility];
        staying += used;
        const patients = heads.inBay(kind, facility);
        if (used === patients && (kind === BAY.CORRIDOR || used <= places)) continue;
        const state = `kind ${kind}: ${places} places, in use ${used}, patients ${patients}`;
        breach("each place of an emergency department must be of one patient", state, facility);
      }
      if (staying === present.length) return;
      const state = `places in use ${staying}, patients who stay ${present.length}`;
      breach("each place of an emergency department must be of one patient", state, facility);
    });
  }

  #count(kind: number, facility: number, change: 1 | -1): void {
    this.#used[kind][facility] += change;
    this.#world.reception.inPlace[kind].add(this.#world.executive.now, change);
  }

  /** Whether a place of a kind is wanted by a patient and better than what they have. */
  #betters(p: number, kind: number): boolean {
    const { bay, severity, suspectAt } = this.#world.patients;
    if (bay[p] !== BAY.CORRIDOR && (bay[p] !== BAY.OBSERVATION || kind === BAY.OBSERVATION)) {
      return false;
    }
    if (kind === BAY.OBSERVATION) return true;
    const isCritical = severity[p] >= CRITICAL;
    return kind === BAY.RESUSCITATION ? isCritical : !isCritical && !Number.isNaN(suspectAt[p]);
  }

  /** Gives a free place to the first who may have it: in the corridor, or in a lesser place. */
  #offer(kind: number, facility: number): void {
    if (kind === BAY.CORRIDOR || !this.#isFree(kind, facility)) return;
    if (kind === BAY.OBSERVATION && this.#used[BAY.CORRIDOR][facility] === 0) return;
    const { patients } = this.#world;
    let best = -1;
    for (const p of this.#present[facility]) {
      if (best >= 0 && patients.severity[p] <= patients.severity[best]) continue;
      if (this.#betters(p, kind)) best = p;
    }
    if (best < 0) return;
    const left = patients.bay[best];
    this.#move(best, kind);
    this.#offer(left, facility);
  }

  worsened(p: number): void {
    const { patients } = this.#world;
    const from = patients.bay[p];
    if (from === BAY.NONE) {
      if (patients.tests[p] !== 0) this.seen(p, false);
      return;
    }
    if (patients.severity[p] < CRITICAL || from === BAY.RESUSCITATION) return;
    const facility = patients.facility[p];
    if (!this.#isFree(BAY.RESUSCITATION, facility)) return;
    this.#move(p, BAY.RESUSCITATION);
    this.#offer(from, facility);
  }

  asksForBed(p: number): void {
    const { patients } = this.#world;
    if (patients.doorSeverity[p] > 0 || Number.isNaN(patients.doorAt[p])) return;
    patients.doorSeverity[p] = patients.severity[p];
  }

  admitted(p: number): void {
    this.#world.reception.doorEnds(p, 1);
  }

  departs(p: number): void {
    this.#world.reception.suspicionEnds(p, 1);
    this.#leavePlace(p);
  }

  waitsAtHome(p: number): void {
    this.#world.reception.suspicionEnds(p, 2);
    this.#leavePlace(p);
  }

  ends(p: number): void {
    this.waitsAtHome(p);
    this.#world.reception.doorEnds(p, 2);
  }

  #leavePlace(p: number): void {
    const { patients } = this.#world;
    const kind = patients.bay[p];
    if (kind === BAY.NONE) return;
    const facility = patients.facility[p];
    const present = this.#present[facility];
    present.splice(present.indexOf(p), 1);
    this.#move(p, BAY.NONE);
    this.#offer(kind, facility);
  }
}
