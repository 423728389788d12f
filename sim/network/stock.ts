/**
 * Stocks of kits or courses that are used up one by one and filled up once a day at 00:00.
 *
 * What arrives is reckoned when somebody asks, so a stock that nobody asks for costs nothing.
 */
import type { Breach } from "./audits.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";

/** Slack for sums of daily deliveries that should meet a whole number [units]. */
const SLACK = 1e-9;

/** What a stock is made of. */
export interface StockSpec {
  /** Residents by grid [persons]. */
  readonly residents: Float64Array;
  /** Units for each resident on the first day [-]. */
  readonly perResident: number;
  /** Units that arrive for each resident [1/min]. */
  readonly replenished: number;
  /** Clock. */
  readonly clock: {
    /** Time [min]. */
    readonly now: number;
    /** End of the run [min]. */
    readonly end: number;
  };
}

/**
 * One stock for each grid.
 *
 * @example The third of two kits
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Stock } from "./stock.ts";
 *
 * const clock = { now: 0, end: 2880 };
 * const residents = Float64Array.of(2);
 * const stock = new Stock({ residents, perResident: 1, replenished: 0, clock });
 * assertEquals([stock.take(0), stock.take(0), stock.take(0)], [true, true, false]);
 * assertEquals([stock.used[0], stock.wanting[0], stock.emptyFor[0]], [2, 1, 2880]);
 * ```
 */
export class Stock {
  /** Units used by grid [units] -- statistic. */
  readonly used: Float64Array;
  /** Times nothing was left by grid [units] -- statistic. */
  readonly wanting: Float64Array;
  /** Time without a unit by grid, up to the end of the run [min] -- statistic. */
  readonly emptyFor: Float64Array;
  readonly #left: Float64Array;
  readonly #first: Float64Array;
  readonly #perDay: Float64Array;
  readonly #day: Int32Array;
  readonly #clock: StockSpec["clock"];

  /** @param spec Residents, units, clock. */
  constructor({ residents, perResident, replenished, clock }: StockSpec) {
    this.used = new Float64Array(residents.length);
    this.wanting = new Float64Array(residents.length);
    this.emptyFor = new Float64Array(residents.length);
    this.#left = residents.map((n) => n * perResident);
    this.#first = this.#left.slice();
    this.#perDay = residents.map((n) => n * replenished * MINUTES_PER_DAY);
    this.#day = new Int32Array(residents.length);
    this.#clock = clock;
    residents.forEach((_, grid) => this.#noteEmpty(grid, 0));
  }

  /**
   * Takes a unit.
   *
   * @param grid Grid [-].
   * @returns False when none is left.
   */
  take(grid: number): boolean {
    const { now } = this.#clock;
    const day = Math.floor(now / MINUTES_PER_DAY);
    this.#left[grid] += Math.max(0, day - this.#day[grid]) * this.#perDay[grid];
    this.#day[grid] = Math.max(day, this.#day[grid]);
    if (this.#left[grid] < 1 - SLACK) {
      this.wanting[grid]++;
      return false;
    }
    this.#left[grid]--;
    this.used[grid]++;
    this.#noteEmpty(grid, now);
    return true;
  }

  /**
   * Units are conserved: those used and left are the first ones and those delivered, and none is
   * left that was not there.
   *
   * @param what What they are, for the message.
   * @param breach Called with the first grid where they are not.
   */
  audit(what: string, breach: Breach): void {
    this.#left.forEach((left, grid) => {
      if (left === Infinity) return;
      const had = this.#first[grid] + this.#day[grid] * this.#perDay[grid];
      const used = this.used[grid];
      if (left > -SLACK && Math.abs(had - used - left) <= SLACK * Math.max(1, had, used)) return;
      breach(`${what} must be conserved`, `had ${had}, used ${used}, left ${left}`, grid);
    });
  }

  /** Counts the time until the next delivery that leaves a unit; nobody can take one before. */
  #noteEmpty(grid: number, now: number): void {
    const lacks = 1 - SLACK - this.#left[grid];
    if (lacks <= 0) return;
    const deliveries = this.#perDay[grid] > 0 ? Math.ceil(lacks / this.#perDay[grid]) : Infinity;
    const until = (this.#day[grid] + deliveries) * MINUTES_PER_DAY;
    this.emptyFor[grid] += Math.max(0, Math.min(until, this.#clock.end) - now);
  }
}
