/**
 * Chinese medicines of the primary level: a stock by grid, one course for each case that wants one.
 *
 * Those who test positive at home and those seen as known cases, mild or moderate, may have a course,
 * the first to come first. No effect on the course of disease was published, so that the factor on
 * worsening is 1 unless a scenario tries another.
 *
 * Source: plan for graded care of COVID-19 through medical alliances
 * (以医联体为载体做好新冠肺炎分级诊疗工作方案), 7 December 2022 (P22-2.3d): Chinese medicines (中药)
 * for 15 to 20 % of the residents served.
 */
import { MODERATE } from "../domain/mod.ts";
import { BLOCK } from "./decisions.ts";
import type { AntiviralsFace } from "./primary_faces.ts";
import { Stock } from "./stock.ts";
import type { World } from "./world.ts";

/** Chinese medicines of all grids. */
export class Medicines implements AntiviralsFace {
  readonly #world: World;
  readonly #offered: readonly number[];
  /** The stock. */
  readonly stock: Stock;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { stock, replenished, offered } = world.scenario.primary.medicines;
    this.#offered = [offered.green, offered.yellow, offered.red];
    const residents = world.layout.grids.population;
    this.stock = new Stock({ residents, perResident: stock, replenished, clock: world.executive });
  }

  /**
   * Offers a course to a known case; once for each person. May draw a block.
   *
   * @param p Patient, known [-].
   */
  offer(p: number): void {
    const { patients, draws, profiles, flows, scenario, log } = this.#world;
    if (patients.medicine[p] === 1 || patients.severity[p] > MODERATE) return;
    if (patients.recovering[p] === 1) return;
    patients.medicine[p] = 1;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.MEDICINE, 0);
    if (draws.u0 >= this.#offered[profiles.colour[patients.cell[p]]]) return;
    if (!this.stock.take(patients.grid[p])) return;
    log?.patient("medicine given", p, patients.severity[p]);
    const { worsening } = scenario.primary.medicines;
    if (worsening !== 1) flows.course.slow(p, worsening);
  }
}
