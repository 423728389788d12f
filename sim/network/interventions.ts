/**
 * Dated changes of policy: rules and links by phase, closures, vehicles, beds lost.
 *
 * All changes of an instant happen together, before anything else of it. Then everybody whom they
 * concern is decided upon anew, the most ill first: who waits for a bed when rules or links change,
 * keeping the time of the request where the destination stays; who is to be moved out of a closed
 * ward; and who has a bed held in one and is not yet on the road. Other accepted transfers go on. Last
 * come the ordinary inpatients of closed wards (`ordinary_moves.ts`).
 */
import { WARD_TYPES } from "../domain/mod.ts";
import { RUNGS } from "../engine/mod.ts";
import { minuteOf, phasesOf } from "../scenario/mod.ts";
import type { BedsLost, InterventionSpec, Phase } from "../scenario/mod.ts";
import type { BedWatch } from "./bed_watch.ts";
import { Closures } from "./closures.ts";
import type { Row } from "./measures.ts";
import { LINE, NEXT, personKey, PLACE } from "./patients.ts";
import { enterPhase } from "./phases.ts";
import type { World } from "./world.ts";

/** Makes the changes. */
export class Interventions {
  /** Closures. */
  readonly closures: Closures;
  readonly #world: World;
  readonly #phases: readonly Phase[];
  readonly #instants: readonly number[];
  readonly #happens: number;

  /**
   * @param world The replication.
   * @param watch Tells when beds change.
   */
  constructor(world: World, watch: BedWatch) {
    this.#world = world;
    const { scenario, executive } = world;
    this.#phases = phasesOf(scenario).slice(1);
    const times = this.#list.map(({ on }) => minuteOf(scenario, on));
    this.#instants = [...new Set(times)];
    this.closures = new Closures(world, watch);
    this.#happens = executive.on("intervention", RUNGS.capacity, () => this.#happen());
  }

  get #list(): readonly InterventionSpec[] {
    return this.#world.scenario.interventions ?? [];
  }

  /** Schedules all of them; call once. */
  start(): void {
    for (const at of this.#instants) this.#world.executive.at(at, this.#happens, 0);
  }

  #happen(): void {
    const { executive: { now }, flows, scenario, wards: { uses } } = this.#world;
    const phase = this.#phases.find(({ at }) => at === now);
    if (phase !== undefined) {
      enterPhase(this.#world, phase);
      flows.screening?.rulesChanged();
    }
    for (const { on, vehicles, beds } of this.#list) {
      if (minuteOf(scenario, on) !== now) continue;
      if (vehicles !== undefined) flows.transfer.onDuty(vehicles.factor);
      if (beds !== undefined) this.#lose(beds);
    }
    const closed = new Set(this.closures.close(now));
    flows.capacity.changed();
    for (const p of this.#concerned(phase !== undefined, closed)) {
      if (this.#isStill(p)) this.#decideAnew(p.handle);
    }
    const emptied = [...closed].filter((w) => uses.closed[w] === 2 && uses.empties[w] === 1);
    flows.routine.moves.moveOut(emptied);
  }

  /** Decides anew; a request that no rule in force makes is over. */
  #decideAnew(p: number): void {
    const { patients, flows } = this.#world;
    flows.referral.decideAnew(p);
    const asks = patients.target[p] >= 0 || patients.line[p] === LINE.BED;
    if (!asks && patients.grid[p] >= 0 && patients.rule[p] >= 0) flows.referral.cancel(p);
  }

  #lose({ facility, ward, lost }: BedsLost): void {
    const { layout, wards } = this.#world;
    const f = layout.facilities.ids.indexOf(facility);
    const type = WARD_TYPES.indexOf(ward);
    const w = layout.wardFacility.findIndex((own, i) => own === f && layout.wardType[i] === type);
    wards.uses.lost[w] = Math.min(wards.physical[w], wards.uses.lost[w] + lost);
  }

  /** Whom the changes concern, the most ill first, then by time of request and person. */
  #concerned(isPhase: boolean, closed: ReadonlySet<number>) {
    const { patients, profiles, scenario: { referral } } = this.#world;
    const found = [...patients.handles()].filter((p) => this.#isConcerned(p, isPhase, closed));
    const rank = (p: number) =>
      patients.severity[p] * 3 + (referral.greenChannel ? profiles.colour[patients.cell[p]] : 0);
    const waits = (p: number) => patients.rule[p] >= 0 ? patients.requestedAt[p] : Infinity;
    return found.map((handle) => ({
      handle,
      key: personKey(patients.grid[handle], patients.ordinal[handle]),
      rank: rank(handle),
      since: waits(handle),
    })).sort((a, b) =>
      b.rank - a.rank || (a.since === b.since ? a.key - b.key : a.since - b.since)
    );
  }

  #isConcerned(p: number, isPhase: boolean, closed: ReadonlySet<number>): boolean {
    const { patients, wards: { uses } } = this.#world;
    const { place, ward, target, line, next } = patients;
    if (next[p] === NEXT.OVER) return false;
    const isIn = place[p] === PLACE.BED;
    if (target[p] >= 0) {
      // A step down within a facility whose inpatients stay goes on.
      const inside = isIn && closed.has(ward[p]) && uses.empties[ward[p]] === 0;
      return closed.has(target[p]) && place[p] !== PLACE.ROAD && !inside;
    }
    if (isIn && closed.has(ward[p]) && uses.empties[ward[p]] === 1) return true;
    return isPhase && line[p] === LINE.BED;
  }

  /** Whether a row is still of the same person, with the course not over. */
  #isStill({ handle, key }: { readonly handle: number; readonly key: number }): boolean {
    const { patients } = this.#world;
    return patients.grid[handle] >= 0 &&
      personKey(patients.grid[handle], patients.ordinal[handle]) === key;
  }

  /** Rows of measures, at the end of the run. */
  rows(): Row[] {
    return this.closures.tally.rows();
  }
}
