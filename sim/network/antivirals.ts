/**
 * Oral antivirals: a stock by grid; a course slows the worsening of the state in which it is begun.
 *
 * Mild and moderate cases may have one when a physician or a team sees them as known cases, the first
 * to come first. The factor falls on the hazard left, so a course begun late helps less. Death and
 * the duration of the state are as before.
 */
import { MODERATE } from "../domain/mod.ts";
import { BLOCK } from "./decisions.ts";
import { Stock } from "./stock.ts";
import type { AntiviralsFace } from "./primary_faces.ts";
import type { World } from "./world.ts";

/** Antivirals of all grids. */
export class Antivirals implements AntiviralsFace {
  readonly #world: World;
  readonly #offered: readonly number[];
  /** The stock. */
  readonly stock: Stock;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    const { stock, replenished, offered } = world.scenario.primary.antivirals;
    this.#offered = [offered.green, offered.yellow, offered.red];
    const residents = world.layout.grids.population;
    this.stock = new Stock({
      residents,
      perResident: stock,
      replenished,
      clock: world.executive,
    });
    world.audits.push((breach) => this.stock.audit("courses of antivirals", breach));
  }

  /**
   * Offers a course to a case that has been seen; once for each person. May draw a block.
   *
   * @param p Patient, known [-].
   */
  offer(p: number): void {
    const { patients, draws, profiles, flows, scenario, log } = this.#world;
    if (patients.antiviral[p] === 1 || patients.severity[p] > MODERATE) return;
    if (patients.recovering[p] === 1) return;
    patients.antiviral[p] = 1;
    draws.block(patients.ordinal[p], patients.grid[p], BLOCK.CALLS, 0);
    if (draws.u3 >= this.#offered[profiles.colour[patients.cell[p]]]) return;
    if (!this.stock.take(patients.grid[p])) return;
    log?.patient("antiviral begun", p, patients.severity[p]);
    flows.course.slow(p, scenario.primary.antivirals.worsening);
  }
}
