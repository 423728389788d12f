/**
 * Receptions: fever clinics and emergency departments, from the door to the physician.
 *
 * On foot a patient may pass triage first; the most ill are then seen first. Where emergency
 * departments are apart from the fever clinics, those brought by ambulance and the severe are seen
 * there. Those who lose patience are taken out when the line reaches them and counted as having left
 * then: the physicians pass over them, so nobody else's wait depends on how they are kept.
 *
 * First contact binds (P22-2.2.2b): nobody is turned away, and the critical are stabilised where
 * they are, in the care of someone who boards, until the transfer.
 */
import { CRITICAL, MILD, partOf } from "../domain/mod.ts";
import { PriorityQueues, RUNGS } from "../engine/mod.ts";
import { CONTACTS } from "../scenario/mod.ts";
import { dayOf, MINUTES_PER_DAY } from "./calendar_days.ts";
import { onlyRecovers } from "./course.ts";
import { BLOCK } from "./decisions.ts";
import type { Breach, Heads } from "./audits.ts";
import { LINE, PLACE, STEP } from "./patients.ts";
import type { Patients } from "./patients.ts";
import { ServiceLine } from "./service_line.ts";
import { Triage } from "./triage.ts";
import { WorkUp } from "./work_up.ts";
import type { ClinicFace, World } from "./world.ts";

/** Physicians who see emergencies where a facility has no fever clinic [persons]. */
const EMERGENCY_PHYSICIANS = 1;
/** What sums of parts of a physician may lack of a whole one [persons]. */
const ROUNDING = 1e-9;
const CALL = CONTACTS.indexOf("call_120");

/** All receptions. */
export class ClinicFlow implements ClinicFace {
  readonly #world: World;
  readonly #lines: PriorityQueues<Patients>;
  readonly #fever: ServiceLine;
  readonly #emergency: ServiceLine;
  readonly #triage: Triage | undefined;
  readonly #workUp: WorkUp;
  readonly physicians: Float64Array;
  readonly #ends: number;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { layout: { facilities }, scenario: { clinics }, patients } = world;
    const count = facilities.ids.length;
    const queues = this.#lines = new PriorityQueues({
      queues: count * 4,
      table: patients,
      line: LINE.CLINIC,
      time: (table) => table.arrivedAt,
    });
    const lines = (kind: number) => ({ queues, first: kind * count, facilities: count });
    this.physicians = Float64Array.from(
      facilities.feverPhysicians,
      (n) => Math.max(EMERGENCY_PHYSICIANS, n),
    );
    const begin = (p: number) => this.#stays(p) && this.#begin(p);
    this.#fever = new ServiceLine({
      ...lines(0),
      servers: (f) => Math.floor(this.physicians[f] + ROUNDING),
      begin,
    });
    this.#emergency = new ServiceLine({
      ...lines(1),
      servers: (f) => world.flows.emergency?.physicians[f] ?? 0,
      begin,
    });
    const home = (p: number) => this.#toHome(p);
    if (clinics.triage.nurses > 0) {
      const goesOn = (p: number) => this.#toPhysician(p);
      const stays = (p: number) => this.#stays(p);
      this.#triage = new Triage(world, { lines: lines(2), stays, goesOn, home });
    }
    const waits = (p: number) => this.#waits(p);
    this.#workUp = new WorkUp(world, { lines: lines(3), waits, home });
    this.#ends = world.executive.on("end of consultation", RUNGS.release, (p, stamp) => {
      if (stamp === patients.pathStamp[p]) this.#seen(p);
    });
    if (clinics.support.physicians > 0) this.#awaitSupport();
    world.audits.push((breach, heads) => this.#audit(breach, heads));
  }

  /** Physicians with a patient are those of the patients with one. */
  #audit(breach: Breach, heads: Heads): void {
    this.#fever.audit(breach, "physicians", (f) => heads.atStep(STEP.PHYSICIAN, f));
    this.#emergency.audit(breach, "physicians", (f) => heads.atStep(STEP.EMERGENCY, f));
    const queued = this.#lines.length.reduce((a, b) => a + b, 0);
    if (queued === heads.inLine[LINE.CLINIC]) return;
    const state = `in queues ${queued}, patients ${heads.inLine[LINE.CLINIC]}`;
    breach("who waits in a clinic must be in one queue", state);
  }

  /** Adds physicians to the fever clinics of primary facilities, now or on the day they come. */
  #awaitSupport(): void {
    const { executive, scenario: { clinics: { support }, city, window } } = this.#world;
    const add = () =>
      city.facilities.forEach((facility, f) => {
        if (facility.kind !== "primary" || facility.feverPhysicians === 0) return;
        this.physicians[f] += partOf(facility, support.physicians);
        this.#fever.call(f);
      });
    const comes = executive.on("support of clinics", RUNGS.capacity, add);
    const at = support.from === ""
      ? -Infinity
      : dayOf(window.start, support.from) * MINUTES_PER_DAY;
    if (at <= executive.now) add();
    else executive.at(at, comes, 0);
  }

  addPhysicians(facility: number, physicians: number): void {
    this.physicians[facility] += physicians;
    this.#fever.call(facility);
  }

  join(p: number, facility: number): void {
    const { patients, executive, collect, flows, layout } = this.#world;
    collect.clinicVisit(executive.now);
    patients.pathStamp[p]++;
    patients.arrivedAt[p] = executive.now;
    this.#world.primary?.access.arrives(p, facility);
    patients.visits[p]++;
    flows.emergency?.arrives(p);
    const onFoot = !this.#isBrought(p) && layout.facilities.feverPhysicians[facility] > 0;
    if (this.#triage !== undefined && onFoot && patients.severity[p] < CRITICAL) {
      this.#triage.arrive(p);
    } else this.#toPhysician(p);
  }

  #isBrought(p: number): boolean {
    return this.#world.patients.way[p] === CALL;
  }

  #toPhysician(p: number): void {
    const { patients, flows, log } = this.#world;
    const facility = patients.facility[p];
    const emergency = flows.emergency?.takes(p) === true;
    patients.step[p] = emergency ? STEP.EMERGENCY_LINE : STEP.LINE;
    const line = emergency ? this.#emergency : this.#fever;
    log?.patient("waits for physician", p, line.waiting(facility));
    line.arrive(p, facility, patients.severity[p] * 3);
  }

  #begin(p: number): boolean {
    const { patients, executive, draws, laws, collect, log } = this.#world;
    collect.clinicWait(executive.now - patients.arrivedAt[p]);
    log?.patient("with physician", p, patients.severity[p]);
    const emergency = patients.step[p] === STEP.EMERGENCY_LINE;
    patients.step[p] = emergency ? STEP.EMERGENCY : STEP.PHYSICIAN;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.VISIT, patients.visits[p]);
    const duration = laws.consultation.quantile(draws.u0);
    executive.after(duration, this.#ends, p, ++patients.pathStamp[p]);
    return true;
  }

  /** Whether a patient whose turn it is has not left; one who has is taken out. */
  #stays(p: number): boolean {
    if (this.#waits(p)) return true;
    this.#leftUnseen(p);
    return false;
  }

  /** Whether patience has not run out; that of the more than mild never does. */
  #waits(p: number): boolean {
    const { patients, executive } = this.#world;
    const waited = executive.now - patients.arrivedAt[p];
    return patients.severity[p] > MILD || waited <= this.#patience(p);
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
    flows.emergency?.ends(p);
    patients.place[p] = PLACE.HOME;
    patients.facility[p] = -1;
    patients.step[p] = STEP.NONE;
    patients.tests[p] = 0;
    const kept = flows.visits?.sentHome(p, true) ?? false;
    if (!kept && onlyRecovers(this.#world, p)) flows.course.finishAtHome(p);
    else flows.course.careChanged(p);
  }

  #seen(p: number): void {
    const { patients, draws, scenario: { contact }, log } = this.#world;
    const facility = patients.facility[p];
    const line = patients.step[p] === STEP.EMERGENCY ? this.#emergency : this.#fever;
    patients.step[p] = STEP.NONE;
    const kit = this.#world.primary?.kits.atHand(p, facility) ?? true;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.CONDUCT, 0);
    if (kit && draws.u3 < contact.antigenSensitivity) patients.known[p] = 1;
    log?.patient("seen", p, patients.known[p]);
    this.#workUp.start(p);
    line.release(facility);
  }

  worsened(p: number): void {
    const { patients, executive } = this.#world;
    if (patients.line[p] !== LINE.CLINIC) {
      this.#workUp.worsened(p);
      return;
    }
    const step = patients.step[p];
    if (step === STEP.SCANNER_LINE) {
      this.#lines.remove(p);
      this.#workUp.scanAgain(p);
      return;
    }
    const mildBefore = patients.severity[p] === MILD + 1;
    const gone = mildBefore && executive.now - patients.arrivedAt[p] > this.#patience(p);
    if (!gone && step === STEP.TRIAGE_LINE && patients.severity[p] < CRITICAL) return;
    this.#lines.remove(p);
    if (gone) {
      this.#leftUnseen(p);
      this.#world.flows.contact.worsenedAtHome(p);
    } else this.#toPhysician(p);
  }

  leave(p: number): void {
    const { patients } = this.#world;
    if (patients.line[p] === LINE.CLINIC) this.#lines.remove(p);
    const facility = patients.facility[p];
    patients.pathStamp[p]++;
    switch (patients.step[p]) {
      case STEP.TRIAGE:
        return this.#triage?.leave(p);
      case STEP.PHYSICIAN:
        return this.#fever.release(facility);
      case STEP.EMERGENCY:
        return this.#emergency.release(facility);
      default:
        this.#workUp.leave(p);
    }
  }
}
