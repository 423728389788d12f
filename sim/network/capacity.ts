/**
 * Usable beds over time: spacing by the risk level of the day, and convertible ICU beds that open.
 *
 * When a level or a stock changes, it changes at 00:00 before anything else of that instant.
 */
import { levelsByDay, RISK_LEVELS, WARD_TYPES } from "../domain/mod.ts";
import { RUNGS } from "../engine/mod.ts";
import type { LevelPlan } from "../scenario/mod.ts";
import { dayOf, MINUTES_PER_DAY } from "./calendar_days.ts";
import type { World } from "./world.ts";

const GENERAL = WARD_TYPES.indexOf("general");

/** Keeps the plan of the day and the usable beds. */
export class Capacity {
  readonly #world: World;
  readonly #levels: Uint8Array;
  readonly #change: number;
  #level = 0;
  /** Day on which convertible beds open [d]; Infinity for never. */
  #opening = Infinity;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { services, window } = world.scenario;
    this.#levels = levelsByDay(services.levels, {
      start: window.start,
      days: window.days + window.runOnDays,
    });
    this.#change = world.executive.on("capacity of a day", RUNGS.capacity, (day) => this.#day(day));
  }

  /** Plan in force [-]. */
  get plan(): LevelPlan {
    return this.#world.scenario.services.plans[RISK_LEVELS[this.#level]];
  }

  /**
   * Plan of a day of the window.
   *
   * @param day Day [d], from 0.
   * @returns The plan.
   */
  planOn(day: number): LevelPlan {
    return this.#world.scenario.services.plans[RISK_LEVELS[this.#levels[day]]];
  }

  /** Opens the beds of the first day and schedules every change; call once, before anything else. */
  start(): void {
    const { executive, scenario } = this.#world;
    const opens = scenario.wards.convertibleOpens;
    const opening = opens === "" ? Infinity : dayOf(scenario.window.start, opens);
    this.#opening = opening;
    this.#level = this.#levels[0];
    if (opening < 0) this.#convert();
    this.#apply();
    for (let day = 0; day < this.#levels.length; day++) {
      if (day === opening || (day > 0 && this.#levels[day] !== this.#levels[day - 1])) {
        executive.at(day * MINUTES_PER_DAY, this.#change, day);
      }
    }
  }

  #day(day: number): void {
    this.#level = this.#levels[day];
    if (day === this.#opening) this.#convert();
    this.#apply();
  }

  /** Turns the stated beds of general wards into ICU beds, staffed by the trained reserve. */
  #convert(): void {
    const { scenario: { city }, wards, layout } = this.#world;
    city.wards.forEach((spec, w) => {
      if (spec.convertibleBeds === 0) return;
      wards.converted[w] += spec.convertibleBeds;
      const general = city.wards.findIndex((_, other) =>
        layout.wardFacility[other] === layout.wardFacility[w] && layout.wardType[other] === GENERAL
      );
      if (general >= 0) {
        wards.converted[general] -= Math.min(spec.convertibleBeds, wards.physical[general]);
      }
    });
  }

  #apply(): void {
    const { wards, executive, flows } = this.#world;
    const { spacing } = this.plan;
    for (let w = 0; w < wards.usable.length; w++) {
      const beds = wards.usableUnder(w, spacing);
      if (beds === wards.usable[w]) continue;
      wards.setUsable(executive.now, w, beds);
      if (wards.free(w) > 0 && executive.now >= 0) flows.referral.serve(w);
    }
  }
}
