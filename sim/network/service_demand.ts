/**
 * Who asks for ordinary services whose patients have no identity that matters, day by day.
 *
 * Per home grid, tier and line: the demand of 2019 on such a day, those put off before who come back,
 * and at emergency departments those who worsened. A count is a quantile of a keyed uniform, so a wider
 * plan never changes who asks, and scenarios are paired visit by visit.
 */
import { COUNTED_LINES, familyOf, isChronic, TIERS, wholeShare } from "../domain/mod.ts";
import { poissonQuantile } from "../engine/mod.ts";
import { weekdayOf } from "./calendar_days.ts";
import { KIND } from "./decisions.ts";
import { Holidays } from "./holidays.ts";
import type { LineCounts } from "./line_counts.ts";
import type { OpenTiers } from "./open_tiers.ts";
import { Returning } from "./returning.ts";
import type { ZonePlan } from "./zone_plans.ts";
import type { World } from "./world.ts";

const DAYS_PER_YEAR = 365;
const TIER_COUNT = TIERS.length;
const LINE_COUNT = COUNTED_LINES.length;
const EMERGENCY = COUNTED_LINES.indexOf("emergency");
const CHRONIC = COUNTED_LINES.map(isChronic);
/** Lines asked for on weekdays, not in festivals. */
const BY_WEEKDAY = COUNTED_LINES.map((line) => familyOf(line) !== "emergency");

/** One grid on a day. */
export interface GridDay {
  /** Day [d]. */
  readonly day: number;
  /** Grid [-]. */
  readonly grid: number;
  /** What is in force there. */
  readonly zone: ZonePlan;
}

/** What is asked for at one tier, by line [visits]; the same arrays every day. */
export interface Asked {
  /** New and back. */
  readonly all: Int32Array;
  /** Of them, those whom the plan would serve by telephone or online. */
  readonly remote: Int32Array;
  /** Of them, those whose drugs are delivered. */
  readonly delivered: Int32Array;
  /** Uniform that rounds how many of those in person are let in [-]. */
  readonly u: Float64Array;
}

/** Demand of all grids. */
export class ServiceDemand {
  /** Demand of the grid that was asked about last, by tier. */
  readonly tiers: readonly Asked[];
  /** Those who came to an emergency department instead of elsewhere [visits] -- statistic. */
  worsenedCame = 0;
  readonly #world: World;
  readonly #counts: LineCounts;
  readonly #open: OpenTiers;
  readonly #holidays: Holidays;
  readonly #returning: Returning;
  /** Who worsened yesterday and comes today, by grid [visits] -- state. */
  readonly #worsened: Int32Array;
  /** Who worsens today [visits] -- state. */
  readonly #worsening: Int32Array;
  /** Tiers with emergency departments, the one that most go to first [-] -- constant. */
  readonly #emergencyTiers: readonly number[];

  /**
   * @param world The replication.
   * @param counts What becomes of demand.
   * @param open What is open of each tier.
   */
  constructor(world: World, counts: LineCounts, open: OpenTiers) {
    this.#world = world;
    this.#counts = counts;
    this.#open = open;
    const { scenario, layout } = world;
    const grids = layout.grids.ids.length;
    this.#holidays = new Holidays(scenario);
    this.#returning = new Returning(scenario.services, grids);
    this.#worsened = new Int32Array(grids);
    this.#worsening = new Int32Array(grids);
    const { volume } = scenario.services.lines.emergency;
    this.#emergencyTiers = [...TIERS.keys()].sort((a, b) => volume[b] - volume[a] || a - b);
    this.tiers = TIERS.map(() => ({
      all: new Int32Array(LINE_COUNT),
      remote: new Int32Array(LINE_COUNT),
      delivered: new Int32Array(LINE_COUNT),
      u: new Float64Array(LINE_COUNT),
    }));
  }

  /**
   * A day begins.
   *
   * @param day Day [d].
   * @returns Volume of lines with appointments relative to the weekday's [-].
   */
  begin(day: number): number {
    this.#worsened.set(this.#worsening);
    this.#worsening.fill(0);
    return this.#holidays.on(day);
  }

  /**
   * Finds out what is asked for in a grid, see {@link tiers}.
   *
   * @param on Grid, day and what is in force.
   */
  ask(on: GridDay): void {
    const { lines } = this.#world.scenario.services;
    this.tiers.forEach((asked, tier) => {
      for (let line = 0; line < LINE_COUNT; line++) {
        const isAsked = lines[COUNTED_LINES[line]].volume[tier] > 0;
        if (isAsked) this.#ask(on, tier, line);
        else asked.all[line] = asked.remote[line] = asked.delivered[line] = 0;
      }
    });
    if (this.#open.isAnyShut) this.#sendEmergencies(on.grid);
  }

  #ask({ day, grid, zone }: GridDay, tier: number, line: number): void {
    const { draws, scenario: { services, window }, layout } = this.#world;
    const name = COUNTED_LINES[line];
    const weekday = services.weekProfile[weekdayOf(window.start, day)] * this.#holidays.on(day);
    const factor = (BY_WEEKDAY[line] ? weekday : 1) * (CHRONIC[line] ? zone.chronicVisits : 1);
    const { volume } = services.lines[name];
    const mean = volume[tier] / DAYS_PER_YEAR * layout.grids.population[grid] * factor;
    draws.block(day, KIND.VISITS | grid, tier * LINE_COUNT + line, 0);
    const fresh = mean > 0 ? poissonQuantile(mean, draws.u0) : 0;
    const back = this.#returning.take(day, grid * TIER_COUNT + tier, line);
    this.#counts.backlog[line] -= back;
    this.#counts.demanded[line] += fresh;
    const { all, remote, delivered, u } = this.tiers[tier];
    all[line] = fresh + back;
    if (line === EMERGENCY && tier === this.#emergencyTiers[0]) {
      all[line] += this.#worsened[grid];
      this.worsenedCame += this.#worsened[grid];
    }
    remote[line] = wholeShare(all[line], zone.plan.remote[name], draws.u1);
    delivered[line] = CHRONIC[line]
      ? wholeShare(all[line], zone.plan.remote[name] + zone.plan.delivered, draws.u1) - remote[line]
      : 0;
    u[line] = draws.u2;
  }

  /**
   * Who would go to the emergency department of a closed hospital goes to that of another tier, which
   * is never closed; where there is none they are seen all the same (N162-4d).
   */
  #sendEmergencies(grid: number): void {
    const sent = this.tiers.map(({ all, u }, tier) =>
      wholeShare(all[EMERGENCY], 1 - this.#open.share(grid, tier), u[EMERGENCY])
    );
    sent.forEach((visits, tier) => {
      const to = this.#emergencyTiers.find((other) =>
        other !== tier && this.#open.share(grid, other) > 0 &&
        this.#world.scenario.services.lines.emergency.volume[other] > 0
      );
      if (visits === 0 || to === undefined) return;
      this.tiers[tier].all[EMERGENCY] -= visits;
      this.tiers[to].all[EMERGENCY] += visits;
    });
  }

  /**
   * Some come back later.
   *
   * @param on Grid and day.
   * @param where Tier and place of the line among the counted ones [-].
   * @param visits How many [visits], and a uniform in (0, 1) [-] that rounds.
   */
  putOff(
    { day, grid }: Pick<GridDay, "day" | "grid">,
    { tier, line }: { readonly tier: number; readonly line: number },
    visits: { readonly visits: number; readonly u: number },
  ): void {
    this.#counts.backlog[line] += visits.visits;
    this.#returning.putOff(day, { pool: grid * TIER_COUNT + tier, line }, visits);
  }

  /**
   * Some come to an emergency department tomorrow.
   *
   * @param grid Grid [-].
   * @param visits How many [visits].
   */
  worsen(grid: number, visits: number): void {
    this.#worsening[grid] += visits;
  }
}
