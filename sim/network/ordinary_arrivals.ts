/**
 * When ordinary inpatients of each ward arrive, by number: by the week profile, and elective ones fewer
 * in festivals, like visits with appointments. Who is not asked for then does not come later, as the
 * volume of 2019 is without them; the number of everybody else, and what is keyed by it, stays.
 */
import { RUNGS } from "../engine/mod.ts";
import { MINUTES_PER_DAY, weekdayOf } from "./calendar_days.ts";
import { KIND } from "./decisions.ts";
import { Holidays } from "./holidays.ts";
import { drawInpatient, INPATIENT_BLOCK } from "./ordinary_identity.ts";
import type { World } from "./world.ts";

/** Arrivals at all wards. */
export class OrdinaryArrivals {
  /** Mean arrivals by ward [patients/min]; 0 for wards set apart for COVID. */
  readonly rate: Float64Array;

  readonly #world: World;
  readonly #next: Int32Array;
  readonly #firstWeekday: number;
  readonly #arrives: number;
  readonly #holidays: Holidays;

  /**
   * @param world The replication.
   * @param meanStay Mean stay in a ward [min].
   * @param arrive Called with ward and number of everybody who arrives.
   */
  constructor(
    world: World,
    meanStay: (w: number) => number,
    arrive: (w: number, who: number) => void,
  ) {
    this.#world = world;
    const { city, services, window } = world.scenario;
    this.rate = Float64Array.from(
      city.wards,
      (_, w) =>
        world.wards.uses.everOrdinary[w] === 0
          ? 0
          : world.wards.usableUnder(w, 1) * services.occupancy / meanStay(w),
    );
    this.#next = new Int32Array(city.wards.length);
    this.#firstWeekday = weekdayOf(window.start, 0);
    this.#holidays = new Holidays(world.scenario);
    this.#arrives = world.executive.on("ordinary arrival", RUNGS.seize, (w) => {
      arrive(w, this.#next[w]++);
      this.schedule(w);
    });
  }

  /**
   * Schedules the next arrival at a ward where its gap ends on the clock of expected arrivals.
   *
   * @param w Ward.
   */
  schedule(w: number): void {
    const { executive, draws, scenario } = this.#world;
    draws.block(this.#next[w], KIND.INPATIENT | w, 0, 0);
    let left = -Math.log(draws.u0);
    let at = executive.now;
    for (let day = Math.floor(at / MINUTES_PER_DAY);; day++) {
      const weekday = (((this.#firstWeekday + day) % 7) + 7) % 7;
      const most = Math.max(1, this.#holidays.on(day));
      const rate = this.rate[w] * scenario.services.weekProfile[weekday] * most;
      const end = (day + 1) * MINUTES_PER_DAY;
      const expected = (end - at) * rate;
      if (left < expected) {
        executive.at(at + left / rate, this.#arrives, w);
        return;
      }
      if (end > executive.end) return;
      left -= expected;
      at = end;
    }
  }

  /**
   * Whether somebody who arrives now comes on such a day: elective patients by the factor of a festival,
   * urgent ones on every day alike.
   *
   * @param w Ward.
   * @param who Number of the patient [-].
   * @param line Whether urgent or elective.
   * @returns False for one who does not come.
   */
  comes(w: number, who: number, line: "urgent" | "elective"): boolean {
    const { executive, draws } = this.#world;
    const factor = this.#holidays.on(Math.floor(executive.now / MINUTES_PER_DAY));
    if (factor === 1) return true;
    drawInpatient(this.#world, w, who, INPATIENT_BLOCK.LATER);
    return draws.u2 * Math.max(1, factor) < (line === "elective" ? factor : 1);
  }
}
