/**
 * First contacts, and worsening at home: who notices, when, and where the person then goes.
 *
 * Someone who worsens at home is seen at the next follow-up (by colour, when the case is known) or
 * acts after a delay of their own, whichever is first.
 */
import { MILD, MODERATE } from "../domain/mod.ts";
import { RUNGS } from "../engine/mod.ts";
import { CONTACTS } from "../scenario/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import { BLOCK } from "./decisions.ts";
import { LINE, PLACE } from "./patients.ts";
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
  }

  worsenedAtHome(p: number): void {
    const { patients, draws, laws, executive } = this.#world;
    if (this.#underWay(p)) {
      this.#world.flows.transfer.worsened(p);
      return;
    }
    const severity = patients.severity[p];
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.MODERATE + severity - MODERATE, 0);
    const own = laws.notice[severity].quantile(draws.u3);
    const u = draws.u2;
    const followUp = this.#untilFollowUp(p);
    let way = followUp < own ? this.#followedUp(severity, u) : this.#pick(severity, u);
    let at = executive.now + Math.min(own, followUp);
    if (way === NOT_AT_ALL || !this.#reaches(p, way)) {
      if (followUp === Infinity || followUp < own) return;
      way = this.#followedUp(severity, u);
      at = executive.now + followUp;
      if (!this.#reaches(p, way)) return;
    }
    patients.way[p] = way;
    patients.contactAt[p] = Math.min(at, Math.max(executive.now, patients.contactAt[p]));
    executive.at(patients.contactAt[p], this.#made, p, ++patients.pathStamp[p]);
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

  /** Time to the next follow-up at home [min]; Infinity without follow-up. */
  #untilFollowUp(p: number): number {
    const { patients, profiles, draws, executive } = this.#world;
    const own = this.#followUp[profiles.colour[patients.cell[p]]];
    const interval = patients.visited[p] === 1 ? Math.min(own || Infinity, VISITS) : own;
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

  make(p: number): void {
    const { patients, layout, flows, profiles, log } = this.#world;
    patients.contactAt[p] = Infinity;
    if (this.#underWay(p)) return;
    if (patients.line[p] === LINE.BED) flows.referral.cancel(p);
    const community = patients.community[p];
    const hospital = layout.communities.hospital[community];
    log?.patient("contact", p, patients.way[p]);
    if (patients.way[p] === CALL) {
      flows.transfer.callFor(p, hospital);
      return;
    }
    const contract = profiles.contract[patients.cell[p]] === 1;
    const primary = patients.way[p] === PRIMARY || (patients.way[p] === ONLINE && contract);
    this.#walkTo(p, primary ? layout.communities.primary[community] : hospital, hospital);
  }

  /** Goes to a place; when it is closed the mild wait for it to open, the others go to a hospital. */
  #walkTo(p: number, facility: number, hospital: number): void {
    const { patients, layout: { facilities }, executive, collect } = this.#world;
    const minute = ((executive.now % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
    const open = facilities.feverPhysicians[facility] > 0 &&
      minute >= facilities.opens[facility] && minute < facilities.closes[facility];
    if (open || facility === hospital) this.arriveAt(p, facility);
    else {
      collect.foundClosed();
      if (facilities.feverPhysicians[facility] === 0 || patients.severity[p] > MILD) {
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
