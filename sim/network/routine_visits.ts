/**
 * Ordinary visits whose patients have no identity that matters: counted per half-hour slot.
 *
 * Outpatients come in sixteen slots, eight in the morning and eight in the afternoon, as the city's
 * notice of March 2020 asks; emergency visits in all forty-eight. A count is the Poisson quantile of
 * a keyed uniform, so that a wider plan never lowers it.
 */
import { LINES } from "../domain/mod.ts";
import { poissonQuantile, RUNGS } from "../engine/mod.ts";
import { MINUTES_PER_DAY, weekdayOf } from "./calendar_days.ts";
import type { Capacity } from "./capacity.ts";
import { KIND } from "./decisions.ts";
import type { World } from "./world.ts";

const OUTPATIENT_SLOTS = 16;
const EMERGENCY_SLOTS = 48;
const DAYS_PER_YEAR = 365;
const TIER_COUNT = 3;

/** Counts visits day by day. */
export class RoutineVisits {
  readonly #world: World;
  readonly #capacity: Capacity;
  readonly #wakes: number;

  /**
   * @param world The replication.
   * @param capacity Levels and plans by day.
   */
  constructor(world: World, capacity: Capacity) {
    this.#world = world;
    this.#capacity = capacity;
    this.#wakes = world.executive.on("visits of a day", RUNGS.statistics, (day) => this.#day(day));
  }

  /** Schedules the first day; call once. */
  start(): void {
    this.#world.executive.at(0, this.#wakes, 0);
  }

  #day(day: number): void {
    const { scenario: { services, window }, executive } = this.#world;
    const { open } = this.#capacity.planOn(day);
    const weekday = services.weekProfile[weekdayOf(window.start, day)];
    for (let tier = 0; tier < TIER_COUNT; tier++) {
      const outpatient = services.outpatientVisits[tier] / DAYS_PER_YEAR * weekday;
      this.#count(day, tier, 0, outpatient * open.outpatient, OUTPATIENT_SLOTS);
      const emergency = services.emergencyVisits[tier] / DAYS_PER_YEAR;
      this.#count(day, tier, 1, emergency * open.emergency, EMERGENCY_SLOTS);
    }
    if (day + 1 < window.days + window.runOnDays) {
      executive.at((day + 1) * MINUTES_PER_DAY, this.#wakes, day + 1);
    }
  }

  /** Counts the visits of one line and tier over all grids and slots of a day. */
  #count(day: number, tier: number, line: 0 | 1, perResident: number, slots: number): void {
    const { draws, layout, collect } = this.#world;
    const time = day * MINUTES_PER_DAY;
    const { population } = layout.grids;
    let visits = 0;
    for (let grid = 0; grid < population.length; grid++) {
      const mean = perResident * population[grid] / slots;
      if (mean <= 0) continue;
      for (let slot = 0; slot < slots; slot += 4) {
        draws.block(day * EMERGENCY_SLOTS + slot, KIND.VISITS | grid, tier * 2 + line, 0);
        visits += poissonQuantile(mean, draws.u0) + poissonQuantile(mean, draws.u1) +
          poissonQuantile(mean, draws.u2) + poissonQuantile(mean, draws.u3);
      }
    }
    collect.served(LINES.indexOf(line === 0 ? "outpatient" : "emergency"), tier, time, visits);
  }
}
