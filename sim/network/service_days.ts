/**
 * Ordinary services whose patients have no identity that matters, day by day.
 *
 * Once a day, per home grid and tier: who asks (`service_demand.ts`); what is served by telephone or by
 * delivery of drugs; what the plan leaves open; the physicians present, slot by slot; and what becomes
 * of those not served. A remote visit takes time of the physicians present too: that of protected lines
 * first, that of others as far as it leaves the time of protected visits in person. A hospital that is
 * closed to everybody gives no time (`open_tiers.ts`).
 */
import {
  appointmentsNext,
  consult,
  COUNTED_LINES,
  LINES,
  slotShares,
  splitBacklog,
  TIERS,
  wholeShare,
} from "../domain/mod.ts";
import { RUNGS } from "../engine/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import { KIND } from "./decisions.ts";
import { LineCounts } from "./line_counts.ts";
import { OpenTiers } from "./open_tiers.ts";
import { checkBalance } from "./service_balance.ts";
import { ServiceDemand } from "./service_demand.ts";
import type { GridDay } from "./service_demand.ts";
import { Workforce } from "./workforce.ts";
import { ZonePlans } from "./zone_plans.ts";
import type { World } from "./world.ts";

const TIER_COUNT = TIERS.length;
const LINE_COUNT = COUNTED_LINES.length;
const EMERGENCY = COUNTED_LINES.indexOf("emergency");
const CODE = COUNTED_LINES.map((line) => LINES.indexOf(line));
/** Less than this is no visit: what rounding leaves [visits]. */
const ROUNDING = 1e-9;

/** One grid and tier on a day. */
interface Pool extends GridDay {
  readonly tier: number;
}

/** Runs the ordinary services. */
export class ServiceDays {
  /** What became of demand. */
  readonly counts: LineCounts;
  readonly #world: World;
  readonly #plans: ZonePlans;
  readonly #workforce: Workforce;
  readonly #open: OpenTiers;
  readonly #demand: ServiceDemand;
  readonly #wakes: number;
  readonly #minutes: Float64Array;
  readonly #protected: readonly boolean[];
  readonly #order: readonly number[];
  readonly #shares: Float64Array;
  /** Share of the ordinary number of appointments by pool [-] -- state. */
  readonly #offeredShare: Float64Array;
  readonly #physicians = new Float64Array(TIER_COUNT);
  readonly #offered = new Int32Array(LINE_COUNT);
  /** Who asks and is not served away from the clinic [visits]. */
  readonly #asked = new Int32Array(LINE_COUNT);
  readonly #result = { served: new Int32Array(LINE_COUNT), waitedSlots: 0, mostWaiting: 0 };

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { scenario, layout, executive } = world;
    const { services, window } = scenario;
    this.counts = new LineCounts(window.days + window.runOnDays);
    this.#plans = new ZonePlans(scenario, world.epidemic);
    this.#workforce = new Workforce(world);
    this.#open = new OpenTiers(world);
    this.#demand = new ServiceDemand(world, this.counts, this.#open);
    this.#minutes = Float64Array.from(COUNTED_LINES, (line) => services.lines[line].minutes);
    this.#protected = COUNTED_LINES.map((line) => services.lines[line].protected);
    const lines = COUNTED_LINES.map((_, line) => line);
    const first = (line: number) => this.#protected[line];
    this.#order = [...lines.filter(first), ...lines.filter((line) => !first(line))];
    this.#shares = slotShares(services.appointments.morningShare);
    this.#offeredShare = new Float64Array(layout.grids.ids.length * TIER_COUNT).fill(1);
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
    this.#midnight(days + runOnDays - 1);
    checkBalance(this.counts, this.#demand.worsenedCame, this.#world.executive.now);
  }

  #day(day: number): void {
    const { layout, executive, scenario: { window } } = this.#world;
    const zones = this.#plans.on(day);
    this.#open.look();
    const holiday = this.#demand.begin(day);
    for (let grid = 0; grid < layout.grids.ids.length; grid++) {
      const zone = zones[this.#plans.zoneOf[grid]];
      this.#workforce.present(grid, { day, plan: zone.plan, holiday }, this.#physicians);
      this.#demand.ask({ day, grid, zone });
      for (let tier = 0; tier < TIER_COUNT; tier++) {
        this.#physicians[tier] *= this.#open.share(grid, tier);
        this.counts.physicians[day * TIER_COUNT + tier] += this.#physicians[tier];
        this.#pool({ day, grid, tier, zone });
      }
    }
    this.counts.backlogByDay[day] = this.counts.backlog.reduce((sum, n) => sum + n, 0);
    if (day > 0) this.#midnight(day - 1);
    if (day + 1 < window.days + window.runOnDays) {
      executive.at((day + 1) * MINUTES_PER_DAY, this.#wakes, day + 1);
    }
  }

  #pool(pool: Pool): void {
    for (let line = 0; line < LINE_COUNT; line++) this.#letIn(pool, line);
    this.#away(pool);
    this.#consult(pool);
    for (let line = 0; line < LINE_COUNT; line++) this.#settle(pool, line);
  }

  /** Who may come in person today. */
  #letIn({ grid, tier, zone }: Pool, line: number): void {
    const { all, remote, delivered, u } = this.#demand.tiers[tier];
    const inPerson = all[line] - remote[line] - delivered[line];
    const limited = this.#byAppointment(line) ? this.#offeredShare[grid * TIER_COUNT + tier] : 1;
    const open = zone.open[line] * limited * this.#reach(grid, tier, line);
    this.#asked[line] = all[line];
    this.#offered[line] = wholeShare(inPerson, open, u[line]);
  }

  /**
   * Share of a line that takes no physician's time and that the open hospitals of a tier can serve
   * [-]: they too have so much to spare as clinics have. Emergency departments take everybody.
   */
  #reach(grid: number, tier: number, line: number): number {
    if (line === EMERGENCY || this.#minutes[line] > 0) return 1;
    const { use } = this.#world.scenario.services.workforce;
    return Math.min(1, this.#open.share(grid, tier) / use);
  }

  #byAppointment(line: number): boolean {
    const { appointments } = this.#world.scenario.services;
    return appointments.adjusted && line !== EMERGENCY && !this.#protected[line];
  }

  /** Serves by telephone, online or by delivery as far as the physicians present have time. */
  #away({ day, grid, tier }: Pool): void {
    const { remoteTime, minutesPerDay } = this.#world.scenario.services.workforce;
    const { remote, delivered } = this.#demand.tiers[tier];
    const isShut = this.#open.share(grid, tier) === 0;
    let left = this.#physicians[tier] * minutesPerDay;
    let kept = 0;
    for (const line of this.#order) {
      if (this.#protected[line]) kept += this.#offered[line] * this.#minutes[line];
    }
    for (const line of this.#order) {
      if (remote[line] === 0 && delivered[line] === 0) continue;
      const each = this.#minutes[line] * remoteTime;
      const time = Math.max(0, this.#protected[line] ? left : left - kept);
      const most = each > 0 ? Math.floor(time / each + ROUNDING) : isShut ? 0 : Infinity;
      const online = Math.min(remote[line], most);
      const sent = isShut ? 0 : delivered[line];
      left -= online * each;
      this.#asked[line] -= online + sent;
      this.counts.add("remote", line, online);
      this.counts.add("delivered", line, sent);
      this.counts.remoteByDay[day] += online + sent;
    }
    this.#physicians[tier] = Math.max(0, left / minutesPerDay);
  }

  #consult({ grid, tier }: Pool): void {
    const { services: { appointments, workforce } } = this.#world.scenario;
    const physicians = this.#physicians[tier];
    consult({
      offered: this.#offered,
      order: this.#order,
      minutes: this.#minutes,
      physicians,
      minutesPerDay: workforce.minutesPerDay,
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
  #settle({ day, grid, tier }: Pool, line: number): void {
    const { draws, volume, scenario: { services } } = this.#world;
    const served = this.#result.served[line];
    if (served > 0) {
      this.counts.add("served", line, served);
      if (this.#minutes[line] > 0) this.counts.seen[tier] += served;
      volume.served(CODE[line], { tier, time: day * MINUTES_PER_DAY, grid }, served);
    }
    const unserved = this.#asked[line] - served;
    if (unserved === 0) return;
    draws.block(day, KIND.VISITS | grid, tier * LINE_COUNT + line, 1);
    const split = splitBacklog(unserved, services.lines[COUNTED_LINES[line]], draws.u0);
    this.counts.add("returned", line, split.returning);
    this.counts.add("worsened", line, split.worsened);
    this.counts.add("lost", line, split.lost);
    this.#demand.worsen(grid, split.worsened);
    this.#demand.putOff({ day, grid }, { tier, line }, { visits: split.returning, u: draws.u1 });
  }

  /** Notes who is in bed at midnight: ordinary patients by tier, and all by facility. */
  #midnight(day: number): void {
    const { wards, layout, volume, census } = this.#world;
    const byTier = new Float64Array(TIER_COUNT);
    wards.ordinary.forEach((patients, w) => {
      byTier[layout.facilities.tier[layout.wardFacility[w]]] += patients;
    });
    byTier.forEach((patients, tier) => volume.inpatients(day, tier, patients));
    census.take(day, wards);
  }
}
