/**
 * How far beds are spaced out, by district: little by little after a level has risen, since beds are
 * given up as patients leave and nobody is turned out for it; at once after it has fallen.
 */
import { RISK_LEVELS } from "../domain/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";

/** Spacing in force. */
export class Spacing {
  readonly #scenario: Scenario;
  /** Days over which spacing comes in [d] -- constant. */
  readonly #within: number;
  /** Share that was left usable before the last change, by district [-] -- state. */
  readonly #from: Float64Array;
  /** Share that the plan in force leaves usable, by district [-] -- state. */
  readonly #to: Float64Array;
  /** First day of the plan in force, by district [d] -- state. */
  readonly #since: Float64Array;

  /**
   * @param scenario A checked scenario.
   * @param levels Levels of the first day by district, as places in `RISK_LEVELS`; their spacing is
   * taken to be in force already.
   */
  constructor(scenario: Scenario, levels: Uint8Array) {
    this.#scenario = scenario;
    this.#within = scenario.wards.spacingWithin / MINUTES_PER_DAY;
    this.#to = Float64Array.from(levels, (level) => this.#planned(level));
    this.#from = this.#to.slice();
    this.#since = new Float64Array(levels.length).fill(-Infinity);
  }

  #planned(level: number): number {
    return this.#scenario.services.plans[RISK_LEVELS[level]].spacing;
  }

  /**
   * Takes the level of a day.
   *
   * @param district District [-].
   * @param on Day [d], and its level [-].
   */
  set(district: number, { day, level }: { readonly day: number; readonly level: number }): void {
    const planned = this.#planned(level);
    if (planned === this.#to[district]) return;
    this.#from[district] = this.share(district, day - 1);
    this.#to[district] = planned;
    this.#since[district] = day;
  }

  /**
   * Share of physical beds that spacing leaves usable.
   *
   * @param district District [-].
   * @param day Day [d], not before the last change.
   * @returns Share [-].
   */
  share(district: number, day: number): number {
    const [from, to] = [this.#from[district], this.#to[district]];
    if (to >= from || this.#within === 0) return to;
    const done = Math.min(1, (day - this.#since[district] + 1) / this.#within);
    return from + (to - from) * done;
  }

  /**
   * Whether the share of a district changes the next day though its level does not.
   *
   * @param day Day [d].
   * @returns True while spacing comes in somewhere.
   */
  isComingIn(day: number): boolean {
    return this.#to.some((to, d) => to < this.#from[d] && day - this.#since[d] + 1 < this.#within);
  }
}
