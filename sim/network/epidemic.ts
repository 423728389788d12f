/**
 * The epidemic as the network meets it, and what follows it day by day: levels, infections, what is
 * reported of them, staff who fall ill.
 *
 * The circle runs once a day: cases reported up to yesterday → level at 00:00 → contact rate →
 * infections of the day → cases reported later. Every part works out a day when it is first asked for
 * it; a part asked too early says so.
 */
import type { KeyedDraws } from "../engine/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { districtsOf } from "./districts.ts";
import type { Districts } from "./districts.ts";
import { infectionCurve } from "./infection_curve.ts";
import type { InfectionCurve } from "./infection_curve.ts";
import type { Layout } from "./layout.ts";
import { ReportedCases } from "./reported_cases.ts";
import { RiskLevels } from "./risk_levels.ts";
import { StaffIllness } from "./staff_illness.ts";

/** Levels, infections, reports, illness of staff. */
export class Epidemic {
  /** Districts. */
  readonly districts: Districts;
  /** Reported cases; null when they are not counted. */
  readonly reported: ReportedCases | null;
  /** Risk levels. */
  readonly levels: RiskLevels;
  /** Expected infections. */
  readonly curve: InfectionCurve;
  /** Staff who are ill. */
  readonly illness: StaffIllness;
  readonly #lastDay: number;

  /**
   * @param scenario A checked scenario.
   * @param layout Its layout.
   * @param draws Keyed draws.
   */
  constructor(scenario: Scenario, layout: Layout, draws: KeyedDraws) {
    const { wave, window } = scenario;
    const grids = layout.grids.ids.length;
    this.districts = districtsOf(scenario, layout);
    this.reported = wave.reported.modelled ? new ReportedCases(scenario, grids, draws) : null;
    this.levels = new RiskLevels(scenario, this.districts, this.reported);
    this.curve = infectionCurve(scenario, this.levels, this.districts.ids.length);
    this.illness = new StaffIllness(scenario, this.curve, this.districts.ids.length);
    this.#lastDay = window.days - 1;
    if (!this.curve.infects) this.levels.drawn(Infinity);
  }

  /**
   * The infections of a day have been drawn.
   *
   * @param day Day [d].
   */
  drawn(day: number): void {
    this.levels.drawn(day < this.#lastDay ? day : Infinity);
  }
}
