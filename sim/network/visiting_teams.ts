/**
 * Mobile teams of each grid: they go to those who are followed up at home, treated in place, or to be
 * sampled.
 *
 * A visit that is due waits for a team, the redder first, then the earlier due. A team goes there by a
 * travel time, stays, and takes the next; outside the hours no visit is begun. A patient who leaves
 * home waits no more; a team already on its way finds nobody. Where a visit is not made before the
 * next is due, the two become one and the earlier counts as missed: so overload lengthens the interval
 * that is really kept.
 */
import { MILD, MODERATE } from "../domain/mod.ts";
import { distributionOf, PriorityQueues, RUNGS, tabulated } from "../engine/mod.ts";
import type { Distribution } from "../engine/mod.ts";
import { CONTACTS } from "../scenario/mod.ts";
import type { TeamSpec } from "../scenario/mod.ts";
import { VisitTable } from "./_visit_table.ts";
import type { Breach } from "./audits.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import { BLOCK } from "./decisions.ts";
import { LINE, PLACE } from "./patients.ts";
import type { VisitFace } from "./primary_faces.ts";
import { VisitCounts } from "./visit_counts.ts";
import type { World } from "./world.ts";

/** Kinds of visits, in the order in which they go before one another within a colour. */
const VISIT = { SAMPLE: 0, FOLLOW_UP: 1, FIRST: 2 } as const;
const KINDS = 3;
const LINE_OF_TEAMS = 1;
const CALL = CONTACTS.indexOf("call_120");
const HOSPITAL = CONTACTS.indexOf("hospital");

/** A team at work. */
interface Errand {
  p: number;
  stamp: number;
  grid: number;
  dueAt: number;
}

/** Teams of all grids. */
export class VisitingTeams implements VisitFace {
  readonly #world: World;
  readonly #spec: TeamSpec;
  readonly #table: VisitTable;
  readonly #queues: PriorityQueues<VisitTable>;
  readonly #free: Float64Array;
  readonly #wakes: Uint8Array;
  readonly #errands: Errand[] = [];
  readonly #spare: number[] = [];
  readonly #visit: Distribution;
  readonly #travel: Distribution;
  readonly #due: number;
  readonly #atDoor: number;
  readonly #done: number;
  readonly #starts: number;
  readonly #result: number;
  /** What was counted. */
  readonly counts = new VisitCounts();

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { executive, layout: { grids } } = world;
    this.#spec = world.scenario.primary.teams;
    this.#table = new VisitTable(world.patients);
    const { limited, per10k, visit, travel } = this.#spec;
    this.#queues = new PriorityQueues({
      queues: grids.ids.length,
      table: this.#table,
      line: LINE_OF_TEAMS,
      time: (table) => table.dueAt,
    });
    this.#free = grids.population.map((n) =>
      limited ? Math.max(1, Math.round(n * per10k / 1e4)) : Infinity
    );
    this.#wakes = new Uint8Array(grids.ids.length);
    this.#visit = tabulated(distributionOf(visit));
    this.#travel = tabulated(distributionOf(travel));
    world.audits.push((breach) => this.#audit(breach));
    const live = (p: number, stamp: number) => stamp === this.#table.stamp[p];
    this.#due = executive.on("visit due", RUNGS.decision, (p, stamp) => {
      if (live(p, stamp)) this.#nowDue(p);
    });
    this.#atDoor = executive.on("team at the door", RUNGS.vehicle, (e) => this.#arrive(e));
    this.#done = executive.on("team free", RUNGS.release, (grid) => {
      this.#free[grid]++;
      this.#serve(grid);
    });
    this.#starts = executive.on("teams go on duty", RUNGS.capacity, (grid) => {
      this.#wakes[grid] = 0;
      this.#serve(grid);
    });
    this.#result = executive.on("result of a home sample", RUNGS.decision, (p, stamp) => {
      if (live(p, stamp)) this.#known(p);
    });
  }

  follows(p: number): boolean {
    const { patients, flows, primary } = this.#world;
    if (!this.#spec.limited || patients.known[p] === 0) return false;
    return flows.contact.followUpInterval(p) > 0 && !primary!.doctors.telephones(p);
  }

  sentHome(p: number, undecided: boolean): boolean {
    const { patients, draws, flows } = this.#world;
    if (this.follows(p)) this.#follow(p);
    else {
      if (!undecided || patients.known[p] === 1 || this.#spec.sampling === 0) return false;
      draws.block(patients.ordinal[p], patients.grid[p], BLOCK.HOME_VISIT, 0);
      if (draws.u2 >= this.#spec.sampling) return false;
      this.leave(p);
      this.#join(p, VISIT.SAMPLE);
    }
    flows.course.watch(p);
    return true;
  }

  seesFirst(p: number): boolean {
    const { patients, primary, flows } = this.#world;
    const way = patients.way[p];
    if (patients.severity[p] > MODERATE || way === HOSPITAL || way === CALL) return false;
    if (!primary!.careHomes.seenInPlace(p)) return false;
    this.#join(p, VISIT.FIRST);
    flows.course.watch(p);
    return true;
  }

  leave(p: number): void {
    const { stamp, line } = this.#table;
    stamp[p]++;
    if (line[p] === 0) return;
    this.#queues.remove(p);
    this.counts.withdrawn++;
  }

  /** Begins regular visits, the first when follow-up is next due. */
  #follow(p: number): void {
    this.leave(p);
    this.#table.lastAt[p] = NaN;
    this.#scheduleIn(p, this.#world.flows.contact.untilRegular(p));
  }

  #scheduleIn(p: number, wait: number): void {
    this.#world.executive.after(wait, this.#due, p, this.#table.stamp[p]);
  }

  #nowDue(p: number): void {
    const waits = this.#table.line[p] === LINE_OF_TEAMS;
    if (waits) {
      this.counts.due++;
      this.counts.missed++;
    } else this.#join(p, VISIT.FOLLOW_UP);
    this.#scheduleIn(p, this.#world.flows.contact.followUpInterval(p));
  }

  #join(p: number, kind: number): void {
    const { patients, profiles, executive } = this.#world;
    this.counts.due++;
    this.#table.dueAt[p] = executive.now;
    this.#table.kind[p] = kind;
    const colour = profiles.colour[patients.cell[p]];
    this.#queues.join(p, patients.grid[p], colour * KINDS + kind);
    this.#serve(patients.grid[p]);
  }

  /** Sends out teams while there are some, it is the time for it, and somebody waits. */
  #serve(grid: number): void {
    if (this.#queues.length[grid] === 0) return;
    const { executive } = this.#world;
    const { opens, closes } = this.#spec;
    const minute = ((executive.now % MINUTES_PER_DAY) + MINUTES_PER_DAY) % MINUTES_PER_DAY;
    if (minute < opens || minute >= closes) {
      if (this.#wakes[grid] === 1) return;
      this.#wakes[grid] = 1;
      const wait = (opens - minute + MINUTES_PER_DAY) % MINUTES_PER_DAY;
      executive.after(wait, this.#starts, grid);
      return;
    }
    while (this.#free[grid] > 0 && this.#queues.length[grid] > 0) {
      const p = this.#queues.first(grid, this.#queues.top(grid));
      this.#queues.remove(p);
      this.#setOut(p, grid);
    }
  }

  #setOut(p: number, grid: number): void {
    const { draws, patients, executive } = this.#world;
    const { stamp, dueAt } = this.#table;
    this.#free[grid]--;
    const e = this.#spare.pop() ?? this.#errands.length;
    this.#errands[e] = { p, stamp: stamp[p], grid, dueAt: dueAt[p] };
    draws.block(patients.ordinal[p], grid, BLOCK.HOME_VISIT, this.#dayOfVisit(p, dueAt[p]));
    executive.after(this.#travel.quantile(draws.u1), this.#atDoor, e);
  }

  /** Days from infection to a visit, counted from 1 [-]. */
  #dayOfVisit(p: number, dueAt: number): number {
    const days = Math.floor((dueAt - this.#world.patients.infectedAt[p]) / MINUTES_PER_DAY);
    return Math.max(0, days) + 1;
  }

  #arrive(e: number): void {
    const { p, stamp, grid, dueAt } = this.#errands[e];
    this.#spare.push(e);
    const { executive, draws, patients } = this.#world;
    if (stamp !== this.#table.stamp[p]) {
      this.counts.withdrawn++;
      this.#free[grid]++;
      this.#serve(grid);
      return;
    }
    const { counts } = this;
    counts.made++;
    counts.delay.add(executive.now - dueAt);
    if (executive.now - dueAt > this.#spec.target) counts.late++;
    draws.block(patients.ordinal[p], grid, BLOCK.HOME_VISIT, this.#dayOfVisit(p, dueAt));
    executive.after(this.#visit.quantile(draws.u0), this.#done, grid);
    this.#world.log?.patient("visited", p, this.#table.kind[p]);
    this.#visited(p);
  }

  #visited(p: number): void {
    const { kind, lastAt, stamp } = this.#table;
    const { patients, profiles, executive, flows, primary, scenario } = this.#world;
    if (kind[p] === VISIT.FOLLOW_UP) {
      if (!Number.isNaN(lastAt[p])) {
        this.counts.interval[profiles.colour[patients.cell[p]]].add(executive.now - lastAt[p]);
      }
      lastAt[p] = executive.now;
      flows.contact.foundByVisit(p);
      return;
    }
    const first = kind[p] === VISIT.FIRST;
    if (first) {
      this.counts.first++;
      primary!.access.contact(p);
      primary!.access.seenInPlace(p);
      if (flows.contact.testedAtHome(p)) {
        this.#known(p);
        return;
      }
      if (patients.severity[p] <= MILD) return;
    } else this.counts.sampled++;
    executive.after(scenario.contact.pcrTurnaround, this.#result, p, stamp[p]);
  }

  /** A case seen at home is known now: the rules decide for those seen first, others stay followed. */
  #known(p: number): void {
    const { patients, flows, primary } = this.#world;
    patients.known[p] = 1;
    if (patients.place[p] !== PLACE.HOME || patients.line[p] !== LINE.NONE) return;
    const first = this.#table.kind[p] === VISIT.FIRST;
    this.leave(p);
    if (!first) {
      this.sentHome(p, false);
      return;
    }
    patients.pathStamp[p]++;
    primary!.treats(p);
    flows.referral.decide(p);
  }

  /** Every visit due is made, missed, withdrawn or open; nobody waits for a free team on duty. */
  #audit(breach: Breach): void {
    const { due, made, missed, withdrawn } = this.counts;
    if (due !== made + missed + withdrawn + this.open) {
      breach(
        "visits due must equal made, missed, withdrawn and open",
        `due ${due}, made ${made}, missed ${missed}, withdrawn ${withdrawn}, open ${this.open}`,
      );
    }
    this.#free.forEach((free, grid) => {
      const waiting = this.#queues.length[grid];
      if (free >= 0 && (free === 0 || waiting === 0 || this.#wakes[grid] === 1)) return;
      breach("a team must not be idle while a visit waits", `free ${free}, due ${waiting}`, grid);
    });
  }

  /** Visits that still wait, or for which a team is on its way [visits]. */
  get open(): number {
    const onTheWay = this.#errands.length - this.#spare.length;
    return this.#queues.length.reduce((sum, n) => sum + n, 0) + onTheWay;
  }
}
