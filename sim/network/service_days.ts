/**
 * Ordinary services whose patients have no identity that matters, day by day.
 *
 * Once a day, per home grid and tier: the demand of 2019 and those put off before who come back; what
 * is served by telephone or by delivery of drugs; what the plan leaves open; the physicians present,
 * slot by slot; and what becomes of those not served. A count is a quantile of a keyed uniform, so a
 * wider plan never changes who asks, and scenarios are paired visit by visit.
 */
import {
  appointmentsNext,
  chronicVisitFactor,
  consult,
  COUNTED_LINES,
  familyOf,
  isChronic,
  LINES,
  slotShares,
  splitBacklog,
  TIERS,
  wholeShare,
} from "../domain/mod.ts";
import { poissonQuantile, RUNGS } from "../engine/mod.ts";
import { dayOf, MINUTES_PER_DAY, weekdayOf } from "./calendar_days.ts";
import { KIND } from "./decisions.ts";
import { LineCounts } from "./line_counts.ts";
import { Returning } from "./returning.ts";
import { checkBalance } from "./service_balance.ts";
import { Workforce } from "./workforce.ts";
import { ZonePlans } from "./zone_plans.ts";
import type { ZonePlan } from "./zone_plans.ts";
import type { World } from "./world.ts";

const DAYS_PER_YEAR = 365;
const TIER_COUNT = TIERS.length;
const LINE_COUNT = COUNTED_LINES.length;
const EMERGENCY = COUNTED_LINES.indexOf("emergency");
const CODE = COUNTED_LINES.map((line) => LINES.indexOf(line));
const CHRONIC = COUNTED_LINES.map(isChronic);
/** Lines asked for on weekdays, not in festivals. */
const BY_WEEKDAY = COUNTED_LINES.map((line) => familyOf(line) !== "emergency");

/** One grid and tier on a day. */
interface Pool {
  readonly day: number;
  readonly grid: number;
  readonly tier: number;
  readonly zone: ZonePlan;
}

/** Runs the ordinary services. */
export class ServiceDays {
  /** What became of demand. */
  readonly counts: LineCounts;
  readonly #world: World;
  readonly #plans: ZonePlans;
  readonly #workforce: Workforce;
  readonly #returning: Returning;
  readonly #wakes: number;
  readonly #minutes: Float64Array;
  readonly #order: readonly number[];
  readonly #shares: Float64Array;
  /** Share of the ordinary number of appointments by pool [-] -- state. */
  readonly #offeredShare: Float64Array;
  /** Who worsened yesterday and comes today, by grid [visits] -- state. */
  readonly #worsened: Int32Array;
  /** Who worsens today [visits] -- state. */
  readonly #worsening: Int32Array;
  /** Tier whose emergency departments most go to [-] -- constant. */
  readonly #emergencyTier: number;
  /** Those who came to an emergency department instead of elsewhere [visits] -- statistic. */
  #worsenedCame = 0;
  readonly #physicians = new Float64Array(TIER_COUNT);
  readonly #offered = new Int32Array(LINE_COUNT);
  readonly #asked = new Int32Array(LINE_COUNT);
  readonly #result = { served: new Int32Array(LINE_COUNT), waitedSlots: 0, mostWaiting: 0 };

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { scenario, layout, executive } = world;
    const { services, window } = scenario;
    const grids = layout.grids.ids.length;
    this.counts = new LineCounts(window.days + window.runOnDays);
    this.#plans = new ZonePlans(scenario, world.epidemic);
    this.#workforce = new Workforce(world);
    this.#returning = new Returning(services, grids);
    this.#minutes = Float64Array.from(COUNTED_LINES, (line) => services.lines[line].minutes);
    const lines = COUNTED_LINES.map((_, line) => line);
    const first = (line: number) => services.lines[COUNTED_LINES[line]].protected;
    this.#order = [...lines.filter(first), ...lines.filter((line) => !first(line))];
    this.#shares = slotShares(services.appointments.morningShare);
    this.#offeredShare = new Float64Array(grids * TIER_COUNT).fill(1);
    this.#worsened = new Int32Array(grids);
    this.#worsening = new Int32Array(grids);
    const visits = services.lines.emergency.volume;
    this.#emergencyTier = visits.indexOf(Math.max(...visits));
    this.#wakes = executive.on(
      "services of a day",
      RUNGS.statistics,
      (day) => this.#day(day),
    );
  }

  /** Schedules the first day; call once. */
  start(): void {
    this.#world.executive.at(0, this.#wakes, 0);
  }

  /** Notes the last midnight, and checks that nobody who asked is lost from the books; call once. */
  close(): void {
    const { days, runOnDays } = this.#world.scenario.window;
    this.#noteInpatients(days + runOnDays - 1);
    checkBalance(this.counts, this.#worsenedCame, this.#world.executive.now);
  }

  #day(day: number): void {
    const { layout, executive, scenario: { window } } = this.#world;
    const zones = this.#plans.on(day);
    this.#worsened.set(this.#worsening);
    this.#worsening.fill(0);
    const holiday = this.#holidayFactor(day);
    for (let grid = 0; grid < layout.grids.ids.length; grid++) {
      const zone = zones[this.#plans.zoneOf[grid]];
      this.#workforce.present(grid, { day, plan: zone.plan, holiday }, this.#physicians);
      for (let tier = 0; tier < TIER_COUNT; tier++) {
        this.counts.physicians[day * TIER_COUNT + tier] += this.#physicians[tier];
        this.#pool({ day, grid, tier, zone }, holiday);
      }
    }
    this.counts.backlogByDay[day] = this.counts.backlog.reduce((sum, n) => sum + n, 0);
    if (day > 0) this.#noteInpatients(day - 1);
    if (day + 1 < window.days + window.runOnDays) {
      executive.at((day + 1) * MINUTES_PER_DAY, this.#wakes, day + 1);
    }
  }

  #holidayFactor(day: number): number {
    const { services: { holidays }, window: { start } } = this.#world.scenario;
    for (const { from, to, factor } of holidays) {
      if (day >= dayOf(start, from) && day <= dayOf(start, to)) return factor;
    }
    return 1;
  }

  #pool(pool: Pool, holiday: number): void {
    const { services: { lines } } = this.#world.scenario;
    for (let line = 0; line < LINE_COUNT; line++) {
      this.#offered[line] = 0;
      this.#asked[line] = 0;
      if (lines[COUNTED_LINES[line]].volume[pool.tier] > 0) this.#ask(pool, line, holiday);
    }
    this.#consult(pool);
    for (let line = 0; line < LINE_COUNT; line++) this.#settle(pool, line);
  }

  /** Who asks for a line today, and what of it is not a visit in person. */
  #ask(pool: Pool, line: number, holiday: number): void {
    const { draws, scenario, layout } = this.#world;
    const { day, grid, tier, zone } = pool;
    const name = COUNTED_LINES[line];
    const weekday = scenario.services.weekProfile[weekdayOf(scenario.window.start, day)] * holiday;
    const factor = (BY_WEEKDAY[line] ? weekday : 1) *
      (CHRONIC[line] ? chronicVisitFactor(zone.longPrescriptions) : 1);
    const { volume } = scenario.services.lines[name];
    const mean = volume[tier] / DAYS_PER_YEAR * layout.grids.population[grid] * factor;
    this.#draw(pool, line, 0);
    const fresh = mean > 0 ? poissonQuantile(mean, draws.u0) : 0;
    const back = this.#returning.take(day, grid * TIER_COUNT + tier, line);
    this.counts.backlog[line] -= back;
    this.counts.demanded[line] += fresh;
    let all = fresh + back;
    if (line === EMERGENCY && tier === this.#emergencyTier) {
      all += this.#worsened[grid];
      this.#worsenedCame += this.#worsened[grid];
    }
    const remote = wholeShare(all, zone.plan.remote[name], draws.u1);
    const delivered = CHRONIC[line]
      ? wholeShare(all, zone.plan.remote[name] + zone.plan.delivered, draws.u1) - remote
      : 0;
    this.#away(pool, line, { remote, delivered });
    this.#asked[line] = all - remote - delivered;
    const limited = this.#byAppointment(line) ? this.#offeredShare[grid * TIER_COUNT + tier] : 1;
    this.#offered[line] = wholeShare(this.#asked[line], zone.open[line] * limited, draws.u2);
  }

  #draw({ day, grid, tier }: Pool, line: number, occurrence: number): void {
    this.#world.draws.block(day, KIND.VISITS | grid, tier * LINE_COUNT + line, occurrence);
  }

  #byAppointment(line: number): boolean {
    const { appointments, lines } = this.#world.scenario.services;
    return appointments.adjusted && line !== EMERGENCY && !lines[COUNTED_LINES[line]].protected;
  }

  /** Counts what is served by telephone, online or by delivery, and the time that it takes. */
  #away(
    { day, tier }: Pool,
    line: number,
    { remote, delivered }: { readonly remote: number; readonly delivered: number },
  ): void {
    const { remoteTime, minutesPerDay } = this.#world.scenario.services.workforce;
    this.counts.add("remote", line, remote);
    this.counts.add("delivered", line, delivered);
    this.counts.remoteByDay[day] += remote + delivered;
    const physicians = remote * this.#minutes[line] * remoteTime / minutesPerDay;
    this.#physicians[tier] = Math.max(0, this.#physicians[tier] - physicians);
  }

  #consult({ grid, tier }: Pool): void {
    const { services: { appointments } } = this.#world.scenario;
    const physicians = this.#physicians[tier];
    consult({
      offered: this.#offered,
      order: this.#order,
      minutes: this.#minutes,
      physicians,
      shares: this.#shares,
    }, this.#result);
    const crowding = physicians > 0 ? this.#result.mostWaiting / physicians : 0;
    this.counts.waitedSlots[tier] += this.#result.waitedSlots;
    this.counts.crowding[tier] = Math.max(this.counts.crowding[tier], crowding);
    const pool = grid * TIER_COUNT + tier;
    if (!appointments.adjusted || physicians <= 0) return;
    this.#offeredShare[pool] = appointmentsNext(this.#offeredShare[pool], crowding, {
      limit: appointments.crowdingLimit,
      step: appointments.step,
      least: appointments.least,
    });
  }

  /** Counts those served, and what becomes of the others. */
  #settle(pool: Pool, line: number): void {
    const { draws, volume, scenario: { services } } = this.#world;
    const { day, grid, tier } = pool;
    const served = this.#result.served[line];
    if (served > 0) {
      this.counts.add("served", line, served);
      if (this.#minutes[line] > 0) this.counts.seen[tier] += served;
      volume.served(CODE[line], { tier, time: day * MINUTES_PER_DAY, grid }, served);
    }
    const unserved = this.#asked[line] - served;
    if (unserved === 0) return;
    this.#draw(pool, line, 1);
    const split = splitBacklog(unserved, services.lines[COUNTED_LINES[line]], draws.u0);
    this.counts.add("returned", line, split.returning);
    this.counts.add("worsened", line, split.worsened);
    this.counts.add("lost", line, split.lost);
    this.counts.backlog[line] += split.returning;
    this.#worsening[grid] += split.worsened;
    const where = { pool: grid * TIER_COUNT + tier, line };
    this.#returning.putOff(day, where, { visits: split.returning, u: draws.u1 });
  }

  /** Ordinary patients in bed at midnight, by tier of the facility. */
  #noteInpatients(day: number): void {
    const { wards, layout, volume } = this.#world;
    const byTier = new Float64Array(TIER_COUNT);
    wards.ordinary.forEach((patients, w) => {
      byTier[layout.facilities.tier[layout.wardFacility[w]]] += patients;
    });
    byTier.forEach((patients, tier) => volume.inpatients(day, tier, patients));
  }
}
