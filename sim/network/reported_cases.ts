/**
 * Reported cases: what a commission would have counted of the true infections.
 *
 * A person infected is reported when they come to be tested, the infection is detected and the case
 * is counted, by one keyed draw, so many days after infection by another. Who is reported is
 * therefore the same in every scenario. Nothing but the case rule takes anything from these numbers.
 */
import { distributionOf, tabulated } from "../engine/mod.ts";
import type { Distribution, KeyedDraws } from "../engine/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";
import { BLOCK } from "./decisions.ts";

/** Counts reported cases by grid and day. */
export class ReportedCases {
  /** Cases reported by grid and day [cases] -- statistic. */
  readonly byGrid: readonly Int32Array[];
  readonly #draws: KeyedDraws;
  readonly #delay: Distribution;
  readonly #symptomatic: number;
  readonly #asymptomatic: number;

  /**
   * @param scenario A checked scenario.
   * @param grids Number of grids [-].
   * @param draws Keyed draws.
   */
  constructor({ wave: { reported }, window }: Scenario, grids: number, draws: KeyedDraws) {
    const days = window.days + window.runOnDays;
    this.byGrid = Array.from({ length: grids }, () => new Int32Array(days));
    this.#draws = draws;
    this.#delay = tabulated(distributionOf(reported.delay));
    const { seeksCare, detected, counted } = reported;
    this.#symptomatic = seeksCare.symptomatic * detected * counted;
    this.#asymptomatic = seeksCare.asymptomatic * detected * counted;
  }

  /**
   * Somebody is infected. Draws a block.
   *
   * @param n Number of the person in the grid [-].
   * @param grid Grid [-].
   * @param infection When [d], and whether without symptoms.
   */
  infected(
    n: number,
    grid: number,
    { day, asymptomatic }: { readonly day: number; readonly asymptomatic: boolean },
  ): void {
    this.#draws.block(n, grid, BLOCK.REPORT, 0);
    if (this.#draws.u0 >= (asymptomatic ? this.#asymptomatic : this.#symptomatic)) return;
    const reported = Math.floor(day + this.#delay.quantile(this.#draws.u1) / MINUTES_PER_DAY);
    if (reported < this.byGrid[grid].length) this.byGrid[grid][reported]++;
  }
}
