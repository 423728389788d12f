/** When ordinary inpatients of each ward arrive, by number. */
import { RUNGS } from "../engine/mod.ts";
import { MINUTES_PER_DAY, weekdayOf } from "./calendar_days.ts";
import { KIND } from "./decisions.ts";
import type { World } from "./world.ts";

/** Arrivals at all wards. */
export class OrdinaryArrivals {
  /** Mean arrivals by ward [patients/min]; 0 for wards set apart for COVID. */
  readonly rate: Float64Array;

  readonly #world: World;
  readonly #next: Int32Array;
  readonly #firstWeekday: number;
  readonly #arrives: number;

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
      const rate = this.rate[w] * scenario.services.weekProfile[weekday];
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
}
