/**
 * Infections: who is infected when, and which of them the network will ever meet.
 *
 * Per grid the n-th infection falls where the expected cumulative incidence reaches the n-th point
 * of a keyed unit-rate Poisson process; one block of four uniforms gives a person's attributes,
 * whether the case worsens, the first contact and the gap to the person before. Most people recover
 * at home unseen: they are counted and leave no object. Of the others only the time of the first
 * event is kept until it happens.
 */
import { MILD } from "../domain/mod.ts";
import { RUNGS } from "../engine/mod.ts";
import { CONTACTS } from "../scenario/mod.ts";
import type { ContactShares } from "../scenario/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import { BLOCK } from "./decisions.ts";
import { communityAt } from "./layout.ts";
import { FIRST } from "./world.ts";
import type { CaseFace, World } from "./world.ts";

const ONLINE = CONTACTS.indexOf("online");
const PRIMARY = CONTACTS.indexOf("primary");

/** Cumulative shares of the ways of contact, with contracts moved to the own primary facility. */
function cumulativeShares(shares: ContactShares, toPrimary: number): number[] {
  const moved = shares.hospital * toPrimary;
  const parts = CONTACTS.map((c) =>
    c === "primary"
      ? shares.primary + moved
      : c === "hospital"
      ? shares.hospital - moved
      : shares[c]
  );
  let sum = 0;
  return parts.map((x) => sum += x);
}

/** What is drawn of a person of whom nothing is kept. */
interface Foreseen {
  readonly cell: number;
  readonly u1: number;
  readonly way: number;
  readonly onset: number;
}

/** Draws infections day by day. */
export class CaseFlow implements CaseFace {
  readonly #world: World;
  readonly #next: Int32Array;
  readonly #point: Float64Array;
  readonly #contact: readonly (readonly number[])[];
  readonly #noContact: Float64Array;
  readonly #wakes: number;
  /** Infected people whose first event has not happened [persons] -- state. */
  foreseen = 0;
  readonly #firstContact: number;
  readonly #firstWorsening: number;
  readonly #test: number;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const grids = world.layout.grids.ids.length;
    this.#next = new Int32Array(grids);
    this.#point = new Float64Array(grids);
    const { onset, contractToPrimary } = world.scenario.contact;
    this.#contact = [onset.green, onset.yellow, onset.red].flatMap((shares) =>
      [0, contractToPrimary].map((to) => cumulativeShares(shares, to))
    );
    const { profiles, executive, flows, primary } = world;
    this.#noContact = Float64Array.from(
      { length: profiles.count },
      (_, cell) =>
        primary !== null && (primary.kits.asked(cell) || primary.doctors.mayUrge(cell))
          ? 0
          : this.#contact[profiles.colour[cell] * 2 + profiles.contract[cell]][0],
    );
    this.#wakes = executive.on("infections of a day", RUNGS.statistics, (day) => this.#day(day));
    this.#firstContact = executive.on("first contact", RUNGS.decision, (n, grid) => {
      this.foreseen--;
      flows.contact.make(this.takeUp(n, grid, FIRST.CONTACT));
    });
    this.#test = executive.on(
      "test at home",
      RUNGS.decision,
      (n, grid) => this.#testAtHome(n, grid),
    );
    this.#firstWorsening = executive.on("first worsening", RUNGS.endOfStay, (n, grid) => {
      this.foreseen--;
      flows.course.worsen(this.takeUp(n, grid, FIRST.WORSENING));
    });
  }

  /** Schedules the first day; call once. */
  start(): void {
    if (this.#world.epidemic.curve.infects) this.#world.executive.at(0, this.#wakes, 0);
  }

  #day(day: number): void {
    const { executive, layout, scenario, flows, epidemic } = this.#world;
    for (let grid = 0; grid < this.#next.length; grid++) {
      const reached = epidemic.curve.cumulative(epidemic.districts.ofGrid[grid], day + 1);
      this.#infect(grid, day, reached * layout.grids.population[grid]);
    }
    epidemic.drawn(day);
    flows.screening?.infected(day, this.#next);
    if (day + 1 < scenario.window.days) {
      executive.at((day + 1) * MINUTES_PER_DAY, this.#wakes, day + 1);
    }
  }

  #infect(grid: number, day: number, reached: number): void {
    const { draws, profiles, risks, collect, layout, epidemic: { reported } } = this.#world;
    const residents = layout.grids.population[grid];
    const noContact = this.#noContact;
    let n = this.#next[grid];
    let point = this.#point[grid];
    for (; n < residents; n++) {
      draws.block(n, grid, BLOCK.INFECTION, 0);
      const at = point - Math.log(draws.u3);
      if (at > reached) break;
      point = at;
      const cell = profiles.index(draws.u0);
      const row = profiles.severityRow[cell];
      const u1 = draws.u1;
      collect.infected(day, grid, profiles.colour[cell]);
      const meets = u1 >= risks.asymptomatic[row] &&
        (u1 > risks.worsensAbove[row] || draws.u2 >= noContact[cell]) &&
        this.#foresee(grid, n, cell, at / residents);
      if (meets) this.foreseen++;
      else collect.crowdInfected(day);
      reported?.infected(n, grid, {
        day: this.#infectedAt(grid, at / residents),
        asymptomatic: u1 < risks.asymptomatic[row],
      });
    }
    this.#next[grid] = n;
    this.#point[grid] = point;
  }

  /** When a share of the residents of a grid has been infected [d]. */
  #infectedAt(grid: number, share: number): number {
    const { curve, districts } = this.#world.epidemic;
    return curve.timeOf(districts.ofGrid[grid], share);
  }

  /**
   * Schedules what first brings a person to the network; whether there is such a thing. Nothing is
   * kept until then: everything is drawn again, by key, when it happens.
   */
  #foresee(grid: number, n: number, cell: number, share: number): boolean {
    const { draws, laws, executive, primary } = this.#world;
    const { u1, u2 } = draws;
    const tests = primary !== null && primary.kits.selfTests(n, grid, cell);
    const way = this.#wayFor(n, grid, { cell, u: u2 });
    draws.block(n, grid, BLOCK.ONSET, 0);
    const infected = this.#infectedAt(grid, share) * MINUTES_PER_DAY;
    const onset = infected + laws.incubation.quantile(draws.u0);
    if (tests) executive.at(onset, this.#test, n, grid);
    return tests || this.#goesOn(n, grid, { cell, u1, way, onset });
  }

  /** Schedules the first contact or worsening; whether there is one. The block ONSET is drawn. */
  #goesOn(n: number, grid: number, { cell, u1, way, onset }: Foreseen): boolean {
    const { draws, laws, executive, risks, profiles } = this.#world;
    const row = profiles.severityRow[cell];
    const contactAt = onset + laws.onsetDelay.quantile(draws.u2);
    const ends = onset + this.#mildFor(row, u1, laws.state[MILD].quantile(draws.u1));
    if (way > 0 && contactAt < ends && this.#reaches(grid, n, way)) {
      executive.at(contactAt, this.#firstContact, n, grid);
      return true;
    }
    const worsens = u1 > risks.worsensAbove[row];
    if (worsens) executive.at(ends, this.#firstWorsening, n, grid);
    return worsens;
  }

  /** Somebody tests at home at onset: one who is positive reports and is known from now on. */
  #testAtHome(n: number, grid: number): void {
    const { draws, laws, executive, risks, profiles, primary, collect, flows } = this.#world;
    this.foreseen--;
    const positive = primary!.kits.positiveAtHome(n, grid);
    draws.block(n, grid, BLOCK.INFECTION, 0);
    const { u1, u2 } = draws;
    const cell = profiles.index(draws.u0);
    const way = this.#wayFor(n, grid, { cell, u: u2 });
    const onset = executive.now;
    draws.block(n, grid, BLOCK.ONSET, 0);
    if (!positive) {
      if (this.#goesOn(n, grid, { cell, u1, way, onset })) this.foreseen++;
      else collect.crowdInfected(this.#dayInfected(n, grid));
      return;
    }
    const row = profiles.severityRow[cell];
    const contactAt = onset + laws.onsetDelay.quantile(draws.u2);
    const ends = onset + this.#mildFor(row, u1, laws.state[MILD].quantile(draws.u1));
    const p = this.takeUp(n, grid, FIRST.REPORT);
    flows.contact.reported(p);
    const makes = way > 0 && contactAt < ends && this.#reaches(grid, n, way);
    if (makes) flows.contact.expect(p, contactAt);
    const visited = flows.visits?.sentHome(p, false) ?? false;
    if (!visited && !makes && u1 <= risks.worsensAbove[row]) flows.course.finishAtHome(p);
  }

  /** Day of infection of one whose onset is now [d]. */
  #dayInfected(n: number, grid: number): number {
    const { draws, laws, executive } = this.#world;
    draws.block(n, grid, BLOCK.ONSET, 0);
    const infectedAt = executive.now - laws.incubation.quantile(draws.u0);
    return Math.max(0, Math.floor(infectedAt / MINUTES_PER_DAY));
  }

  /** Way of first contact of a person, whom the family doctor may have urged. May draw a block. */
  #wayFor(n: number, grid: number, { cell, u }: { cell: number; u: number }): number {
    const way = this.#wayOf(cell, u);
    const { primary } = this.#world;
    return way === 0 && primary !== null && primary.doctors.urges(n, grid, cell) ? PRIMARY : way;
  }

  #wayOf(cell: number, u2: number): number {
    const { profiles } = this.#world;
    const shares = this.#contact[profiles.colour[cell] * 2 + profiles.contract[cell]];
    let way = 0;
    while (way < shares.length - 1 && u2 >= shares[way]) way++;
    return way;
  }

  /** Hazard left until a mild case worsens [-]; Infinity without symptoms. */
  #threshold(row: number, u1: number): number {
    const a = this.#world.risks.asymptomatic[row];
    return u1 < a ? Infinity : -Math.log((u1 - a) / (1 - a));
  }

  /** Time from onset to recovery or worsening [min]. */
  #mildFor(row: number, u1: number, duration: number): number {
    const hazard = this.#world.risks.worsening(row, MILD, 0);
    return duration * Math.min(1, this.#threshold(row, u1) / hazard);
  }

  /** Whether a contact leads to a place: online contacts end or direct. */
  #reaches(grid: number, n: number, way: number): boolean {
    if (way !== ONLINE) return true;
    const { draws, scenario: { contact, primary: { online } }, primary } = this.#world;
    draws.block(n, grid, BLOCK.ACCESS, 0);
    const going = contact.onlineDirected * (1 - online.delivered);
    const ends = draws.u0 >= contact.onlineDirected;
    if (primary !== null) primary.access.online[ends ? 0 : draws.u0 >= going ? 1 : 2]++;
    return draws.u0 < going;
  }

  takeUp(n: number, grid: number, first: number): number {
    const { patients, draws, laws, profiles, executive, flows, log } = this.#world;
    const p = patients.take(grid, n);
    draws.block(n, grid, BLOCK.INFECTION, 0);
    const cell = profiles.index(draws.u0);
    const row = profiles.severityRow[cell];
    const u1 = draws.u1;
    patients.cell[p] = cell;
    patients.way[p] = this.#wayFor(n, grid, { cell, u: draws.u2 });
    patients.severity[p] = MILD;
    patients.worsens[p] = this.#threshold(row, u1);
    patients.dies[p] = Infinity;
    draws.block(n, grid, BLOCK.ONSET, 0);
    const duration = laws.state[MILD].quantile(draws.u1);
    const sinceOnset = first === FIRST.CONTACT
      ? laws.onsetDelay.quantile(draws.u2)
      : first === FIRST.WORSENING
      ? this.#mildFor(row, u1, duration)
      : 0;
    const onset = executive.now - sinceOnset;
    patients.duration[p] = patients.remaining[p] = duration;
    patients.since[p] = onset;
    patients.infectedAt[p] = onset - laws.incubation.quantile(draws.u0);
    patients.community[p] = communityAt(this.#world.layout.grids, grid, draws.u3);
    if (first !== FIRST.SCREENING) log?.arrives(p, onset);
    if (first !== FIRST.WORSENING) flows.course.begin(p);
    return p;
  }

  inCrowd(n: number, grid: number): boolean {
    const { draws, profiles, risks } = this.#world;
    draws.block(n, grid, BLOCK.INFECTION, 0);
    const cell = profiles.index(draws.u0);
    const row = profiles.severityRow[cell];
    return draws.u1 < risks.asymptomatic[row] ||
      (draws.u1 <= risks.worsensAbove[row] && draws.u2 < this.#noContact[cell]);
  }

  /** Infections drawn so far, by grid [persons]. */
  get drawn(): Int32Array {
    return this.#next;
  }
}
