/**
 * People who arrive from elsewhere: all of a class go to one facility, take a single place there and
 * stay until infection is excluded. Those infected become cases of the network, with the facility as
 * the place where they are; they are referred by the rules in force like anybody found, and keep the
 * single place until they leave it: for a bed, for home, recovered or dead.
 *
 * They are no residents: each is keyed by class and number, has a home grid drawn by residents, and
 * is in no count of residents infected. The course of an infected one begins when it is found.
 *
 * Source: Beijing, notice of 20 March 2020 on medical services, item 3.2 (BJ-3.2a): all who come from
 * countries or regions at high risk are seen at Xiaotangshan Hospital. How many came, how many places
 * there were and how long they stayed is not in the text. People from risk areas are looked after
 * under the notice of 1 March 2020 on primary care too (N177-2.1).
 */
import { measureDefinition } from "../domain/mod.ts";
import { DailyLevel, distributionOf, nameHash, RUNGS, tabulated } from "../engine/mod.ts";
import type { Distribution } from "../engine/mod.ts";
import type { ArrivalClassSpec } from "../scenario/mod.ts";
import { dayOf, MINUTES_PER_DAY } from "./calendar_days.ts";
import { KIND } from "./decisions.ts";
import type { Groups } from "./groups.ts";
import { indexOf } from "./layout.ts";
import type { Row } from "./measures.ts";
import { PLACE } from "./patients.ts";
import { PresentNumbers } from "./present_numbers.ts";
import { FIRST } from "./world.ts";
import type { ArrivalsFace, World } from "./world.ts";

const HASH = 0xffff;
const HOUR = 60;

/** One class of arrivals over time. */
interface ArrivalClass {
  readonly spec: ArrivalClassSpec;
  readonly kind: number;
  readonly facility: number;
  readonly stay: Distribution;
  /** Mean arrivals by day [persons/d] -- constant. */
  readonly perDay: Float64Array;
  /** Number of the next to arrive -- state. */
  next: number;
  /** Those who wait for a place, and since when [min] -- state. */
  readonly line: { readonly n: number; readonly since: number }[];
  /** Places in use [places] -- statistic. */
  readonly inUse: DailyLevel;
  came: number;
  screened: number;
  infected: number;
  waited: number;
}

/** Arrivals of all classes. */
export class Arrivals implements ArrivalsFace {
  readonly #world: World;
  /** Class of the cases who still have their single place. */
  readonly #housed = new Map<number, number>();
  readonly #classes: readonly ArrivalClass[];
  readonly #numbers = new PresentNumbers();
  readonly #cumulative: readonly number[];
  readonly #comes: number;
  readonly #result: number;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { scenario, executive, layout } = world;
    let sum = 0;
    this.#cumulative = Array.from(layout.grids.population, (n) => sum += n);
    this.#classes = (scenario.arrivals ?? []).map((spec) => this.#classOf(spec));
    this.#comes = executive.on("arrival from elsewhere", RUNGS.seize, (c) => this.#come(c));
    this.#result = executive.on("result of an arrival", RUNGS.release, (c, n) => {
      this.#known(c, n);
    });
  }

  #classOf(spec: ArrivalClassSpec): ArrivalClass {
    const { scenario: { window }, layout } = this.#world;
    const days = window.days + window.runOnDays;
    const from = spec.arrivals.map((row) => ({ ...row, day: dayOf(window.start, row.from) }));
    return {
      spec,
      kind: KIND.ARRIVAL | (nameHash(spec.name).low & HASH),
      facility: indexOf(layout.facilities.ids).get(spec.facility)!,
      stay: tabulated(distributionOf(spec.excludedAfter)),
      perDay: Float64Array.from(
        { length: days },
        (_, day) => from.findLast((row) => row.day <= day)?.perDay ?? 0,
      ),
      next: 0,
      line: [],
      inUse: new DailyLevel({ days }),
      came: 0,
      screened: 0,
      infected: 0,
      waited: 0,
    };
  }

  /** Schedules the first of each class; call once. */
  start(): void {
    this.#classes.forEach((_, c) => this.#schedule(c, 0));
  }

  /** Schedules the next of a class where their gap ends on the clock of expected arrivals. */
  #schedule(c: number, from: number): void {
    const { executive, draws } = this.#world;
    const { kind, next, perDay } = this.#classes[c];
    draws.block(next, kind, 0, 0);
    let left = -Math.log(draws.u0);
    let at = from;
    for (let day = Math.floor(from / MINUTES_PER_DAY); day < perDay.length; day++) {
      const end = (day + 1) * MINUTES_PER_DAY;
      const expected = (end - at) * perDay[day] / MINUTES_PER_DAY;
      if (left < expected) {
        executive.at(at + left / perDay[day] * MINUTES_PER_DAY, this.#comes, c);
        return;
      }
      left -= expected;
      at = end;
    }
  }

  #come(c: number): void {
    const { executive } = this.#world;
    const own = this.#classes[c];
    own.came++;
    own.line.push({ n: own.next++, since: executive.now });
    this.#admit(c);
    this.#schedule(c, executive.now);
  }

  /** Gives free places to those who wait, first come first served. */
  #admit(c: number): void {
    const { executive, draws } = this.#world;
    const own = this.#classes[c];
    while (own.line.length > 0 && own.inUse.value < own.spec.places) {
      const { n, since } = own.line.shift()!;
      own.inUse.add(executive.now, 1);
      own.waited += executive.now - since;
      draws.block(n, own.kind, 0, 0);
      executive.after(own.stay.quantile(draws.u2), this.#result, c, n);
    }
  }

  #leave(c: number): void {
    this.#classes[c].inUse.add(this.#world.executive.now, -1);
    this.#admit(c);
  }

  houses(p: number): boolean {
    return this.#housed.has(p);
  }

  left(p: number): void {
    const c = this.#housed.get(p);
    if (c === undefined) return;
    this.#housed.delete(p);
    this.#leave(c);
  }

  /** Infection is excluded, and the place is free; or found. */
  #known(c: number, n: number): void {
    const { draws, flows, patients, collect, log } = this.#world;
    const own = this.#classes[c];
    own.screened++;
    draws.block(n, own.kind, 0, 0);
    if (draws.u1 >= own.spec.infectedShare) {
      this.#leave(c);
      return;
    }
    own.infected++;
    const grid = this.#gridAt(draws.u3);
    const number = this.#numbers.of(`arrivals/${own.spec.name}`, n);
    const p = flows.cases.takeUp(number, grid, FIRST.REPORT);
    collect.fromElsewhere();
    patients.known[p] = 1;
    patients.place[p] = PLACE.BOARDING;
    patients.facility[p] = own.facility;
    this.#housed.set(p, c);
    log?.patient("found on arrival", p, 1);
    flows.referral.decide(p);
  }

  #gridAt(u: number): number {
    const all = this.#cumulative[this.#cumulative.length - 1];
    const grid = this.#cumulative.findIndex((sum) => u * all < sum);
    return grid < 0 ? this.#cumulative.length - 1 : grid;
  }

  /** Rows of measures by class, at the end of the run. */
  rows(): Row[] {
    const { end } = this.#world.executive;
    return this.#classes.flatMap(({ spec, inUse, came, screened, infected, waited, line }) => {
      const row = (measure: string, value: number, groups: Groups = {}): Row => ({
        measure,
        unit: measureDefinition(measure).unit,
        value,
        line: spec.name,
        ...groups,
      });
      inUse.finish(end);
      const admitted = came - line.length;
      return [
        row("arrivals", came),
        row("arrivals_screened", screened),
        row("arrivals_infected", infected),
        row("arrivals_wait_mean", admitted > 0 ? waited / admitted / HOUR : NaN),
        row("arrivals_places_peak", Math.max(0, inUse.highest)),
      ];
    });
  }
}
