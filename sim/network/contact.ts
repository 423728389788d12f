/**
 * First contacts, and worsening at home: who notices, when, and where the person then goes.
 *
 * Someone who worsens at home is seen at the next follow-up (by colour, when the case is known) or
 * acts after a delay of their own, whichever is first. Who waits for a bed and goes nowhere is told of
 * then, and decided anew.
 */
import { MILD, MODERATE } from "../domain/mod.ts";
import { RUNGS } from "../engine/mod.ts";
import { CONTACTS } from "../scenario/mod.ts";
import type { Breach } from "./audits.ts";
import { bedOrder } from "./bed_search.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import { BLOCK } from "./decisions.ts";
import { LINE, PLACE } from "./patients.ts";
import type { PrimaryFace } from "./primary_faces.ts";
import type { ContactFace, World } from "./world.ts";

const [NOT_AT_ALL, ONLINE, PRIMARY, , CALL] = CONTACTS.keys();

/** Interval of visits to those treated in place [min]: as often as red residents are followed up. */
const VISITS = MINUTES_PER_DAY;

/** Leads people to places. */
export class ContactFlow implements ContactFace {
  readonly #world: World;
  readonly #shares: readonly (readonly number[])[];
  readonly #followUp: readonly number[];
  readonly #made: number;
  readonly #told: number;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { worsening, followUp } = world.scenario.contact;
    this.#shares = [worsening.moderate, worsening.severe, worsening.critical].map((shares) => {
      let sum = 0;
      return CONTACTS.map((c) => sum += shares[c]);
    });
    this.#followUp = [followUp.green, followUp.yellow, followUp.red];
    this.#made = world.executive.on("contact", RUNGS.decision, (p, stamp) => {
      if (stamp === world.patients.pathStamp[p]) this.make(p);
    });
    this.#told = world.executive.on("worse while waiting", RUNGS.decision, (p, stamp) => {
      if (stamp === world.patients.pathStamp[p]) this.#decideAnew(p);
    });
    world.audits.push((breach) => this.#audit(breach));
  }

  worsenedAtHome(p: number): void {
    const { patients, draws, laws, executive, primary, log } = this.#world;
    primary?.access.unwell(p);
    if (this.#underWay(p)) {
      this.#world.flows.transfer.worsened(p);
      return;
    }
    const severity = patients.severity[p];
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.MODERATE + severity - MODERATE, 0);
    const noticed = laws.notice[severity].quantile(draws.u3);
    const u = draws.u2;
    const own = noticed * (primary?.careHomes.notice(p) ?? 1);
    const followUp = this.#untilFollowUp(p);
    log?.depth(p)?.patient("will be noticed", p, followUp < own ? 1 : 0);
    let way = followUp < own ? this.#followedUp(severity, u) : this.#pick(severity, u);
    let at = executive.now + Math.min(own, followUp);
    if (way === NOT_AT_ALL || !this.#reaches(p, way)) {
      if (followUp === Infinity || followUp < own) return this.#tell(p, at);
      way = this.#followedUp(severity, u);
      if (!this.#reaches(p, way)) return this.#tell(p, at);
      at = executive.now + followUp;
    }
    patients.way[p] = way;
    patients.contactAt[p] = Math.min(at, Math.max(executive.now, patients.contactAt[p]));
    executive.at(patients.contactAt[p], this.#made, p, ++patients.pathStamp[p]);
  }

  /**
   * Nobody goes anywhere for a worsening. Who waits for a bed has asked for care already: whoever keeps
   * the request is told when the worsening is noticed, so that nobody waits as ill as before for a bed
   * that no longer suits.
   */
  #tell(p: number, at: number): void {
    const { patients, executive } = this.#world;
    if (patients.line[p] !== LINE.BED || patients.contactAt[p] < Infinity) return;
    patients.contactAt[p] = at;
    executive.at(at, this.#told, p, ++patients.pathStamp[p]);
  }

  #decideAnew(p: number): void {
    const { patients, flows, log } = this.#world;
    patients.contactAt[p] = Infinity;
    if (patients.line[p] !== LINE.BED) return;
    log?.depth(p)?.patient("worse while waiting", p, patients.severity[p]);
    flows.referral.decideAnew(p);
  }

  /** Who waits at home for a bed waits as ill as now, or will be found to be worse. */
  #audit(breach: Breach): void {
    const { patients } = this.#world;
    for (const p of patients.handles()) {
      if (patients.line[p] !== LINE.BED || patients.place[p] !== PLACE.HOME) continue;
      const order = bedOrder(this.#world, p);
      if (patients.bucket[p] === order || patients.contactAt[p] < Infinity) continue;
      const state = `person ${patients.ordinal[p]} of grid ${patients.grid[p]} in place ${
        patients.bucket[p]
      }, should be ${order}`;
      breach(
        "who waits at home for a bed must wait as ill as now or be about to be found",
        state,
        p,
      );
    }
  }

  /** The way of contact of a severity that a uniform picks. */
  #pick(severity: number, u: number): number {
    const shares = this.#shares[severity - MODERATE];
    let way = 0;
    while (way < shares.length - 1 && u >= shares[way]) way++;
    return way;
  }

  /** The same for those found by follow-up, who are not left without contact. */
  #followedUp(severity: number, u: number): number {
    const none = this.#shares[severity - MODERATE][NOT_AT_ALL];
    return this.#pick(severity, none + u * (1 - none));
  }

  /** Whether a bed is held or a vehicle called, so that no contact is needed. */
  #underWay(p: number): boolean {
    const { patients } = this.#world;
    return patients.target[p] >= 0 || patients.vehicle[p] >= 0 || patients.line[p] === LINE.VEHICLE;
  }

  /** Time until somebody who follows up finds a worsening [min]; Infinity when nobody does. */
  #untilFollowUp(p: number): number {
    const { primary, flows } = this.#world;
    if (primary === null) return this.untilRegular(p);
    const call = primary.doctors.untilCall(p);
    if (flows.visits?.follows(p)) return call;
    return Math.min(call, primary.doctors.heard(p, this.untilRegular(p)));
  }

  followUpInterval(p: number): number {
    const { patients, profiles } = this.#world;
    const own = this.#followUp[profiles.colour[patients.cell[p]]];
    return patients.visited[p] === 1 ? Math.min(own || Infinity, VISITS) : own;
  }

  untilRegular(p: number): number {
    const { patients, draws, executive } = this.#world;
    const interval = this.followUpInterval(p);
    if (interval === 0 || patients.known[p] === 0) return Infinity;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.CONDUCT, 0);
    const since = executive.now - patients.infectedAt[p] - draws.u2 * interval;
    return interval - (((since % interval) + interval) % interval);
  }

  #reaches(p: number, way: number): boolean {
    if (way !== ONLINE) return true;
    const { draws, patients, scenario } = this.#world;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.ACCESS, patients.severity[p]);
    return draws.u0 < scenario.contact.onlineDirected;
  }

  expect(p: number, at: number): void {
    const { patients, executive } = this.#world;
    patients.contactAt[p] = at;
    executive.at(at, this.#made, p, ++patients.pathStamp[p]);
  }

  reported(p: number): void {
    this.#world.patients.known[p] = 1;
    this.#world.log?.patient("positive at home", p, 1);
    this.#world.primary?.medicines?.offer(p);
  }

  testedAtHome(p: number): boolean {
    const { patients, draws, scenario, primary } = this.#world;
    if (!primary!.kits.atHand(p, -1)) return false;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.CONDUCT, 0);
    return patients.known[p] === 1 || draws.u3 < scenario.contact.antigenSensitivity;
  }

  foundByVisit(p: number): void {
    const { patients, draws } = this.#world;
    const severity = patients.severity[p];
    if (severity <= MILD || this.#underWay(p) || patients.line[p] !== LINE.NONE) return;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.MODERATE + severity - MODERATE, 0);
    const way = this.#followedUp(severity, draws.u2);
    if (!this.#reaches(p, way)) return;
    patients.way[p] = way;
    patients.pathStamp[p]++;
    this.make(p);
  }

  make(p: number): void {
    const { patients, layout, flows, profiles, log } = this.#world;
    patients.contactAt[p] = Infinity;
    if (this.#underWay(p)) return;
    if (patients.line[p] === LINE.BED) flows.referral.cancel(p);
    const community = patients.community[p];
    const hospital = layout.communities.hospital[community];
    log?.patient("contact", p, patients.way[p]);
    flows.visits?.leave(p);
    if (flows.visits?.seesFirst(p)) return;
    if (this.#world.primary !== null && this.#steered(p, this.#world.primary)) return;
    if (patients.way[p] === CALL) {
      flows.transfer.callFor(p, hospital);
      return;
    }
    const contract = profiles.contract[patients.cell[p]] === 1;
    const primary = patients.way[p] === PRIMARY || (patients.way[p] === ONLINE && contract) ||
      this.#world.primary?.careHomes.goesToAssigned(p) === true;
    this.#walkTo(p, primary ? layout.communities.primary[community] : hospital, hospital);
  }

  /** Counts the contact; one online may be referred at once, as a known case that is worse. */
  #steered(p: number, { access }: PrimaryFace): boolean {
    const { patients, draws, scenario: { primary: { online } }, flows } = this.#world;
    access.contact(p);
    const worse = patients.severity[p] > MILD && patients.known[p] === 1;
    if (patients.way[p] !== ONLINE || !worse || online.steered === 0) return false;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.ACCESS, patients.severity[p]);
    if (draws.u3 >= online.steered) return false;
    access.steered++;
    flows.referral.decide(p);
    return true;
  }

  /** Goes to a place; when it is closed the mild wait for it to open, the others go to a hospital. */
  #walkTo(p: number, facility: number, hospital: number): void {
    const { patients, layout: { facilities }, executive, collect, flows, log } = this.#world;
    const shut = flows.opening?.turnsAway(p, facility) === true;
    const minute = ((executive.now % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
    const open = !shut && facilities.feverPhysicians[facility] > 0 &&
      minute >= facilities.opens[facility] && minute < facilities.closes[facility];
    if (open || facility === hospital) this.arriveAt(p, facility);
    else {
      collect.foundClosed();
      log?.depth(p)?.patient("found closed", p, facility);
      if (shut || facilities.feverPhysicians[facility] === 0 || patients.severity[p] > MILD) {
        this.arriveAt(p, hospital);
      } else {
        const wait = (facilities.opens[facility] - minute + MINUTES_PER_DAY) % MINUTES_PER_DAY;
        patients.contactAt[p] = executive.now + wait;
        executive.after(wait, this.#made, p, ++patients.pathStamp[p]);
      }
    }
  }

  arriveAt(p: number, facility: number): void {
    const { patients, flows } = this.#world;
    patients.destination[p] = -1;
    patients.place[p] = PLACE.CLINIC;
    patients.facility[p] = facility;
    flows.course.careChanged(p);
    flows.clinic.join(p, facility);
  }
}
