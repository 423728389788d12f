/**
 * Screening: a share of those who feel no need of care is found, and follows the referral rules.
 *
 * Where rules send the mild to shelters, millions wait for a few thousand beds. They are not kept as
 * a queue but as numbers: per grid, who is next in the order of infection. A free bed draws the
 * next by key, passes over those not found or recovered, and makes a row only for the one it takes.
 * The order is by day of infection; a case is found a day after infection at the earliest.
 */
import { MILD } from "../domain/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import { BLOCK } from "./decisions.ts";
import { PLACE } from "./patients.ts";
import { FIRST } from "./world.ts";
import type { ScreeningFace, World } from "./world.ts";

/** Finds people for free beds. */
export class ScreeningFlow implements ScreeningFace {
  readonly #world: World;
  /** Last number infected by the end of each day, by grid. */
  readonly #upTo: readonly number[][];
  readonly #next: Int32Array;
  readonly #day: Int32Array;
  /** Grids whose rules name a ward for the mild, by ward. */
  #gridsOf: readonly number[][];
  #today = -1;
  #offering = false;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const grids = world.layout.grids.ids.length;
    this.#upTo = Array.from({ length: grids }, () => []);
    this.#next = new Int32Array(grids);
    this.#day = new Int32Array(grids);
    this.#gridsOf = this.#listGrids();
  }

  #listGrids(): number[][] {
    const { layout, rules: [{ set, candidates, toBed, inForce }] } = this.#world;
    const grids = layout.grids.ids.length;
    const gridsOf: Set<number>[] = Array.from(layout.wardFacility, () => new Set<number>());
    const [first, end] = inForce ?? [0, set.rules.length];
    for (let r = first; r < end; r++) {
      const { severity = ["mild"] } = set.rules[r].when;
      if (toBed[r] === 0 || !severity.includes("mild")) continue;
      for (let g = 0; g < grids; g++) {
        for (const ward of candidates[r * grids + g].wards) gridsOf[ward].add(g);
      }
    }
    return gridsOf.map((set) => [...set].sort((a, b) => a - b));
  }

  rulesChanged(): void {
    this.#gridsOf = this.#listGrids();
  }

  infected(day: number, drawn: Int32Array): void {
    drawn.forEach((n, grid) => this.#upTo[grid].push(n));
    this.#today = day;
    for (let ward = 0; ward < this.#gridsOf.length; ward++) this.offer(ward);
  }

  offer(ward: number): void {
    if (this.#offering || this.#world.wards.uses.covid[ward] === 0) return;
    if (this.#world.flows.platform?.isMatching === false) return;
    this.#offering = true;
    const { wards, flows } = this.#world;
    while (wards.free(ward) > 0) {
      const grid = this.#longestWaiting(ward);
      if (grid < 0) break;
      const n = this.#next[grid]++;
      if (!this.#found(n, grid)) continue;
      this.#world.collect.leavesCrowd(this.#day[grid]);
      const p = flows.cases.takeUp(n, grid, FIRST.SCREENING);
      this.#place(p, n, grid);
      flows.referral.decide(p);
    }
    this.#offering = false;
  }

  /** Sets a person found back to where the course is by now. */
  #place(p: number, n: number, grid: number): void {
    const { patients, flows, executive, log } = this.#world;
    const onset = this.#onsetOf(n, grid);
    patients.infectedAt[p] += onset - executive.now;
    patients.since[p] = onset;
    patients.known[p] = 1;
    patients.place[p] = PLACE.HOME;
    log?.arrives(p, onset);
    log?.depth(p)?.patient("screened", p, 1);
    flows.course.begin(p);
  }

  /** Onset of a person of the crowd: infected at noon of the day, for want of the minute [min]. */
  #onsetOf(n: number, grid: number): number {
    const { draws, laws } = this.#world;
    draws.block(n, grid, BLOCK.ONSET, 0);
    return (this.#day[grid] + 0.5) * MINUTES_PER_DAY + laws.incubation.quantile(draws.u0);
  }

  /** Whether a person is of the crowd, found by screening, and still ill. */
  #found(n: number, grid: number): boolean {
    const { draws, laws, scenario, executive, flows } = this.#world;
    draws.block(n, grid, BLOCK.ACCESS, 0);
    if (draws.u2 >= scenario.referral.screenedShare || !flows.cases.inCrowd(n, grid)) return false;
    const onset = this.#onsetOf(n, grid);
    return onset + laws.state[MILD].quantile(draws.u1) > executive.now;
  }

  /** Of the grids that a ward serves, the one whose next person was infected first; −1 for none. */
  #longestWaiting(ward: number): number {
    let best = -1;
    for (const grid of this.#gridsOf[ward]) {
      while (
        this.#day[grid] < this.#today && this.#next[grid] >= this.#upTo[grid][this.#day[grid]]
      ) {
        this.#day[grid]++;
      }
      const waits = this.#day[grid] < this.#today;
      if (waits && (best < 0 || this.#day[grid] < this.#day[best])) best = grid;
    }
    return best;
  }
}
