/**
 * Plans in force by zone: a zone is a county or district, whose grids have its risk level.
 *
 * What is open follows the level at once when it rises and step by step when it falls; visits of chronic
 * patients follow the prescriptions that they got at the last one.
 */
import {
  COUNTED_LINES,
  familyOf,
  openShare,
  PrescriptionRounds,
  RAMPED_FAMILIES,
  RISK_LEVELS,
} from "../domain/mod.ts";
import type { RampedFamily } from "../domain/mod.ts";
import type { LevelPlan, Scenario } from "../scenario/mod.ts";
import type { Epidemic } from "./epidemic.ts";
import type { RiskLevels } from "./risk_levels.ts";

/** What is in force in a zone today. */
export interface ZonePlan {
  /** Plan of the level. */
  plan: LevelPlan;
  /** Share open by counted line [-], ramps included. */
  readonly open: Float64Array;
  /** Visits that chronic patients need, relative to ordinary prescriptions [-]. */
  chronicVisits: number;
}

interface Zone extends ZonePlan {
  /** Share open by line when the level last changed [-]. */
  readonly before: Float64Array;
  /** Day of the last change [d]. */
  changed: number;
  /** When chronic patients come next. */
  readonly prescriptions: PrescriptionRounds;
}

const FAMILIES: readonly string[] = RAMPED_FAMILIES;
const FAMILY_OF = COUNTED_LINES.map(familyOf);

/** Keeps the plan of every zone day by day. */
export class ZonePlans {
  /** Zone of each grid [-] -- constant. */
  readonly zoneOf: Int32Array;
  readonly #levels: RiskLevels;
  readonly #zones: Zone[];

  /**
   * @param scenario A checked scenario.
   * @param epidemic Levels by district.
   */
  constructor(scenario: Scenario, { levels, districts }: Pick<Epidemic, "levels" | "districts">) {
    this.#levels = levels;
    this.zoneOf = districts.ofGrid;
    const { plans } = scenario.services;
    const targets = RISK_LEVELS.map((level) => plans[level].longPrescriptions);
    this.#zones = scenario.city.districts.map((_, district) => {
      const plan = levels.planOn(district, 0);
      const open = Float64Array.from(COUNTED_LINES, (line) => plan.open[line]);
      return {
        plan,
        open,
        before: open.slice(),
        changed: -Infinity,
        chronicVisits: 1,
        prescriptions: new PrescriptionRounds(targets, plan.longPrescriptions),
      };
    });
  }

  /**
   * What is in force in each zone; call once a day, in order.
   *
   * @param day Day [d], from 0.
   * @returns Plans by zone; the same objects every day.
   */
  on(day: number): readonly ZonePlan[] {
    this.#zones.forEach((zone, district) => this.#advance(zone, day, district));
    return this.#zones;
  }

  #advance(zone: Zone, day: number, district: number): void {
    const plan = this.#levels.planOn(district, day);
    if (plan !== zone.plan) {
      zone.plan = plan;
      zone.before.set(zone.open);
      zone.changed = day;
    }
    COUNTED_LINES.forEach((line, l) => {
      const family = FAMILY_OF[l];
      const perWeek = FAMILIES.includes(family) ? plan.rampPerWeek[family as RampedFamily] : 0;
      const growth = { days: day - zone.changed, perWeek };
      zone.open[l] = openShare(zone.before[l], plan.open[line], growth);
    });
    zone.chronicVisits = zone.prescriptions.next(plan.longPrescriptions);
  }
}
