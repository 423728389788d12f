/**
 * Antigen kits of the primary level: who tests at home, and what is left for the primary clinics.
 *
 * A symptomatic resident of a colour that is asked to test does so at onset and, when positive,
 * reports: the case is known from then on and followed up at home. Without a kit it is known only
 * when a physician has a test, and where the clinic has no kit either, by PCR. Hospitals have kits of
 * their own. The test at home and the one in the clinic of one person give the same result. There is
 * nobody without the infection in the model, so a false positive cannot occur and specificity plays
 * no part; the kits of those who test without being infected are not drawn from the stock.
 */
import type { KitSpec } from "../scenario/mod.ts";
import { BLOCK } from "./decisions.ts";
import { Stock } from "./stock.ts";
import type { KitsFace } from "./primary_faces.ts";
import type { World } from "./world.ts";

/** Kits of all grids. */
export class AntigenKits implements KitsFace {
  readonly #world: World;
  readonly #spec: KitSpec;
  readonly #shares: readonly number[];
  /** The stock; with endless units where kits cannot run out. */
  readonly stock: Stock;

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
    this.#spec = world.scenario.primary.kits;
    const { green, yellow, red } = this.#spec.selfTest;
    this.#shares = [green, yellow, red];
    this.stock = new Stock({
      residents: world.layout.grids.population,
      perResident: this.#spec.limited ? this.#spec.stock : Infinity,
      replenished: this.#spec.limited ? this.#spec.replenished : 0,
      clock: world.executive,
    });
    world.audits.push((breach) => this.stock.audit("antigen kits", breach));
  }

  /**
   * Whether some residents of a cell of attributes test themselves.
   *
   * @param cell Cell [-].
   * @returns True when their colour is asked to.
   */
  asked(cell: number): boolean {
    return this.#shares[this.#world.profiles.colour[cell]] > 0;
  }

  /**
   * Whether a resident tests at onset when there is a kit. Draws a block.
   *
   * @param n Number of the person [-].
   * @param grid Grid [-].
   * @param cell Cell of attributes [-].
   * @returns True when they do.
   */
  selfTests(n: number, grid: number, cell: number): boolean {
    if (!this.asked(cell)) return false;
    const { draws, profiles } = this.#world;
    draws.block(n, grid, BLOCK.PRIMARY, 0);
    return draws.u0 < this.#shares[profiles.colour[cell]];
  }

  /**
   * Takes a kit for a test at home, if one is left. Draws a block.
   *
   * @param n Number of the person [-].
   * @param grid Grid [-].
   * @returns True when there was one and the test is positive.
   */
  positiveAtHome(n: number, grid: number): boolean {
    if (!this.stock.take(grid)) return false;
    const { draws, scenario } = this.#world;
    draws.block(n, grid, BLOCK.CONDUCT, 0);
    return draws.u3 < scenario.contact.antigenSensitivity;
  }

  /**
   * Whether the place where somebody is seen has a kit for them; takes it.
   *
   * @param p Patient [-].
   * @param facility Facility [-]; −1 at home.
   * @returns True when the test can be done, or the case is known.
   */
  atHand(p: number, facility: number): boolean {
    const { patients, layout } = this.#world;
    if (patients.known[p] === 1) return true;
    const primary = facility < 0 || layout.facilities.tier[facility] === 0;
    return !primary || this.stock.take(patients.grid[p]);
  }
}
