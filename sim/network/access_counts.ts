/**
 * What is counted about access: where first visits go, how long contact and care take.
 *
 * A delay to care begins when somebody at home becomes worse and ends with arrival at a clinic or in
 * a bed, or with a team that sees them in place. Another worsening while it lasts begins none.
 */
import { COLOURS, MODERATE } from "../domain/mod.ts";
import { Tally } from "../engine/mod.ts";
import { CONTACTS } from "../scenario/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import { BLOCK } from "./decisions.ts";
import { Delays } from "./delays.ts";
import { indexOf } from "./layout.ts";
import { FIRST_PRESENT } from "./present_numbers.ts";
import type { AccessFace } from "./primary_faces.ts";
import type { World } from "./world.ts";

const HOSPITAL = CONTACTS.indexOf("hospital");
/** Place of visits at home in `firstVisits`, after the tiers. */
export const IN_PLACE = 3;

/** How an online contact at onset goes on. */
export const ONLINE_ENDS = ["ended", "delivered", "directed"] as const;

/** Counters of access of one replication. */
export class AccessCounts implements AccessFace {
  /** First visits by tier − 1, and in place [visits]. */
  readonly firstVisits = new Float64Array(4);
  /** First visits to a hospital by choice, though ill no worse than moderately and the own clinic open [visits]. */
  bypassed = 0;
  /** First visits to a facility that the home grid is not linked with [visits]. */
  crossed = 0;
  /** Onset to first contact by colour [min]. */
  readonly contactDelay: readonly Tally[] = COLOURS.map(() => new Tally());
  /** Delays from a worsening at home to care. */
  readonly care = new Delays();
  /** Requests that go to the lead hospital as the lower levels lack a capability [1]. */
  beyondAbility = 0;
  /** Online contacts at onset by how they go on, see `ONLINE_ENDS` [contacts]. */
  readonly online = new Float64Array(ONLINE_ENDS.length);
  /** Online contacts after a worsening that are referred at once [contacts]. */
  steered = 0;
  readonly #world: World;
  /** 1 where a grid is linked with a facility: `facility * grids + grid`. */
  readonly #linked: Uint8Array;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { layout: { grids, facilities, communities }, scenario: { city } } = world;
    const facility = indexOf(facilities.ids);
    const grid = indexOf(grids.ids);
    this.#linked = new Uint8Array(facilities.ids.length * grids.ids.length);
    const link = (f: number, g: number) => this.#linked[f * grids.ids.length + g] = 1;
    for (const l of city.links) link(facility.get(l.facility)!, grid.get(l.grid)!);
    communities.primary.forEach((f, c) => link(f, communities.grid[c]));
  }

  /**
   * A patient makes contact: goes out, calls 120, or is directed online. Draws a block.
   *
   * @param p Patient [-].
   */
  contact(p: number): void {
    const { patients, profiles, draws, laws, executive } = this.#world;
    if (patients.contacted[p] === 1) return;
    patients.contacted[p] = 1;
    if (patients.ordinal[p] >= FIRST_PRESENT) return;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.ONSET, 0);
    const onset = patients.infectedAt[p] + laws.incubation.quantile(draws.u0);
    this.contactDelay[profiles.colour[patients.cell[p]]].add(executive.now - onset);
  }

  /**
   * A patient arrives at a clinic.
   *
   * @param p Patient, whose visits do not count this one yet [-].
   * @param facility Facility [-].
   */
  arrives(p: number, facility: number): void {
    this.ends(p, 1);
    const { patients, layout: { facilities, communities, grids } } = this.#world;
    if (patients.visits[p] > 0) return;
    const tier = facilities.tier[facility];
    this.firstVisits[tier]++;
    const { primary } = communities;
    const near = primary[patients.community[p]];
    const chosen = tier > 0 && patients.way[p] === HOSPITAL && patients.severity[p] <= MODERATE;
    if (chosen && this.#open(near)) this.bypassed++;
    if (this.#linked[facility * grids.ids.length + patients.grid[p]] === 0) this.crossed++;
  }

  #open(facility: number): boolean {
    const { layout: { facilities }, executive, flows } = this.#world;
    if (flows.opening?.isOpen(facility) === false) return false;
    const minute = ((executive.now % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
    return facilities.feverPhysicians[facility] > 0 && minute >= facilities.opens[facility] &&
      minute < facilities.closes[facility];
  }

  /**
   * A team sees a patient in place.
   *
   * @param p Patient [-].
   */
  seenInPlace(p: number): void {
    this.ends(p, 1);
    if (this.#world.patients.visits[p] === 0) this.firstVisits[IN_PLACE]++;
  }

  /**
   * A patient at home has become worse.
   *
   * @param p Patient [-].
   */
  unwell(p: number): void {
    const { patients, executive } = this.#world;
    if (Number.isNaN(patients.unwellAt[p])) patients.unwellAt[p] = executive.now;
  }

  /**
   * Ends a delay to care, if one is running.
   *
   * @param p Patient [-].
   * @param how 1 by care (also a bed), 2 by recovery or death, 0 with the run [-].
   */
  ends(p: number, how: 0 | 1 | 2): void {
    const { patients, profiles, executive } = this.#world;
    const since = patients.unwellAt[p];
    if (Number.isNaN(since)) return;
    patients.unwellAt[p] = NaN;
    const duration = executive.now - since;
    const colour = profiles.colour[patients.cell[p]];
    this.care.add({ requestedAt: since, duration, how, rule: 0, colour });
  }
}
