/**
 * Infections: who is infected when, and which of them the network will ever meet.
 *
 * Per grid the n-th infection falls where the expected cumulative incidence reaches the n-th point
 * of a keyed unit-rate Poisson process; one block of four uniforms gives a person's attributes,
 * whether the case worsens, the first contact and the gap to the person before. Most people recover
 * at home unseen: they are counted and leave no object.
 */
import { fitWave, MILD } from "../domain/mod.ts";
import type { Wave } from "../domain/mod.ts";
import { RUNGS } from "../engine/mod.ts";
import { CONTACTS } from "../scenario/mod.ts";
import type { ContactShares, Scenario } from "../scenario/mod.ts";
import { dayOf, MINUTES_PER_DAY } from "./calendar_days.ts";
import { BLOCK } from "./decisions.ts";
import type { World } from "./world.ts";

const ONLINE = CONTACTS.indexOf("online");

/**
 * The wave of a scenario as a curve over the days of its window.
 *
 * @param scenario A checked scenario.
 * @returns The wave; day 0 is the first day's 00:00.
 */
export function waveOf(scenario: Scenario): Wave {
  const { wave, window } = scenario;
  return fitWave({
    peakDay: dayOf(window.start, wave.peak),
    attack: wave.attack.map(({ date, share }) => ({ day: dayOf(window.start, date), share })),
    scale: wave.scale,
  });
}

/** Cumulative shares of the ways of contact, with contracts moved to the own primary facility. */
function cumulativeShares(shares: ContactShares, toPrimary: number): number[] {
  const moved = shares.hospital * toPrimary;
  const parts = CONTACTS.map((c) =>
    c === "primary" ? shares.primary + moved : c === "hospital" ? shares.hospital - moved : shares[c]
  );
  let sum = 0;
  return parts.map((x) => sum += x);
}

/** Draws infections day by day. */
export class CaseFlow {
  readonly #world: World;
  readonly #wave: Wave;
  readonly #next: Int32Array;
  readonly #point: Float64Array;
  readonly #contact: readonly (readonly number[])[];
  readonly #noContact: Float64Array;
  readonly #wakes: number;
  readonly #firstContact: number;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    this.#wave = waveOf(world.scenario);
    const grids = world.layout.grids.ids.length;
    this.#next = new Int32Array(grids);
    this.#point = new Float64Array(grids);
    const { onset, contractToPrimary } = world.scenario.contact;
    this.#contact = [onset.green, onset.yellow, onset.red].flatMap((shares) =>
      [0, contractToPrimary].map((to) => cumulativeShares(shares, to))
    );
    const { profiles } = world;
    this.#noContact = Float64Array.from(
      { length: profiles.count },
      (_, cell) => this.#contact[profiles.colour[cell] * 2 + profiles.contract[cell]][0],
    );
    this.#wakes = world.executive.on("infections of a day", RUNGS.statistics, (day) => this.#day(day));
    this.#firstContact = world.executive.on("first contact", RUNGS.decision, (p, stamp) => {
      if (stamp === world.patients.pathStamp[p]) world.flows.contact.make(p);
    });
  }

  /** Schedules the first day; call once. */
  start(): void {
    if (this.#wave.cumulative(this.#world.scenario.window.days) > 0) {
      this.#world.executive.at(0, this.#wakes, 0);
    }
  }

  #day(day: number): void {
    const { executive, layout, scenario } = this.#world;
    const reached = this.#wave.cumulative(day + 1);
    for (let grid = 0; grid < this.#next.length; grid++) {
      this.#infect(grid, day, reached * layout.grids.population[grid]);
    }
    if (day + 1 < scenario.window.days) {
      executive.at((day + 1) * MINUTES_PER_DAY, this.#wakes, day + 1);
    }
  }

  #infect(grid: number, day: number, reached: number): void {
    const { draws, profiles, risks, collect, layout } = this.#world;
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
      const symptomatic = draws.u1 >= risks.asymptomatic[row];
      const worsens = draws.u1 > risks.worsensAbove[row];
      collect.infected(day, grid, profiles.colour[cell]);
      if (symptomatic && (worsens || draws.u2 >= noContact[cell])) {
        this.#meet(grid, n, cell, at / residents, draws.u1, draws.u2);
      } else collect.crowdInfected(day);
    }
    this.#next[grid] = n;
    this.#point[grid] = point;
  }

  /** Takes up a person who will worsen or seek care. */
  #meet(grid: number, n: number, cell: number, share: number, u1: number, u2: number): void {
    const { patients, draws, laws, profiles, risks, executive, scenario, flows } = this.#world;
    const p = patients.take(grid, n);
    const row = profiles.severityRow[cell];
    const infectedAt = this.#wave.timeOf(share) * MINUTES_PER_DAY;
    draws.block(n, grid, BLOCK.ONSET, 0);
    const onset = infectedAt + laws.incubation.quantile(draws.u0);
    patients.cell[p] = cell;
    patients.community[p] = this.#communityOf(grid, draws.u3);
    patients.infectedAt[p] = infectedAt;
    patients.severity[p] = MILD;
    patients.duration[p] = patients.remaining[p] = laws.state[MILD].quantile(draws.u1);
    const a = risks.asymptomatic[row];
    patients.worsens[p] = -Math.log((u1 - a) / (1 - a));
    patients.dies[p] = Infinity;
    patients.since[p] = onset;
    const shares = this.#contact[profiles.colour[cell] * 2 + profiles.contract[cell]];
    let way = 0;
    while (way < shares.length - 1 && u2 >= shares[way]) way++;
    patients.way[p] = way;
    const contactAt = onset + laws.onsetDelay.quantile(draws.u2);
    flows.course.begin(p);
    const ends = onset + this.#untilNext(p, row);
    if (way > 0 && contactAt < ends && this.#reaches(p, way, scenario.contact.onlineDirected)) {
      executive.at(contactAt, this.#firstContact, p, patients.pathStamp[p]);
    } else if (u1 <= risks.worsensAbove[row]) flows.course.finishAtHome(p);
  }

  /** Time from onset to the end of the mild state or its worsening [min]. */
  #untilNext(p: number, row: number): number {
    const { patients, risks } = this.#world;
    const hazard = risks.worsening(row, MILD, 0);
    return patients.duration[p] * Math.min(1, patients.worsens[p] / hazard);
  }

  /** Whether a contact leads to a place: online contacts end or direct. */
  #reaches(p: number, way: number, directed: number): boolean {
    if (way !== ONLINE) return true;
    const { draws, patients } = this.#world;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.ACCESS, 0);
    return draws.u0 < directed;
  }

  #communityOf(grid: number, u: number): number {
    const { first, order, cumulative } = this.#world.layout.grids;
    let i = first[grid];
    while (i < first[grid + 1] - 1 && u >= cumulative[i]) i++;
    return order[i];
  }

  /** Infections drawn so far, by grid [persons]. */
  get drawn(): Int32Array {
    return this.#next;
  }
}
