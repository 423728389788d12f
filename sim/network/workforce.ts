/**
 * Physicians of ordinary clinics, by home grid of the patients and tier.
 *
 * How many there are follows from the demand of 2019: so many minutes on a weekday, of which a
 * physician gives so many at the share of use. They are the same people whom the wave makes ill, whom
 * a plan puts to community control, whom fever clinics borrow and whom hospitals lend to primary
 * facilities. Numbers, not persons.
 */
import { COUNTED_LINES, TIERS } from "../domain/mod.ts";
import type { LevelPlan, Scenario } from "../scenario/mod.ts";
import { dayOf, weekdayOf } from "./calendar_days.ts";
import type { Layout } from "./layout.ts";
import type { World } from "./world.ts";

const DAYS_PER_YEAR = 365;
const TIER_COUNT = TIERS.length;

/** Physicians of all pools. */
export class Workforce {
  /** Physicians on a full weekday by `grid * 3 + tier` [physicians] -- constant. */
  readonly norm: Float64Array;
  readonly #scenario: Scenario;
  readonly #epidemic: World["epidemic"];
  readonly #lent: Float64Array;
  readonly #lentFrom: number;
  readonly #busiest: number;

  /** @param world The replication. */
  constructor({ scenario, layout, epidemic }: World) {
    this.#scenario = scenario;
    this.#epidemic = epidemic;
    const { weekProfile, workforce } = scenario.services;
    this.#busiest = Math.max(...weekProfile);
    this.norm = normOf(scenario, layout, this.#busiest);
    this.#lent = workforce.lendsToFeverClinics ? lentOf(scenario, layout) : new Float64Array(0);
    const { from } = scenario.clinics.support;
    this.#lentFrom = from === "" ? 0 : dayOf(scenario.window.start, from);
  }

  /**
   * Physicians present in the pools of a grid.
   *
   * @param grid Grid [-].
   * @param on Day [d], plan in force, and volume of the day against a weekday's by a holiday [-].
   * @param into Physicians by tier [physicians].
   */
  present(
    grid: number,
    { day, plan, holiday }: {
      readonly day: number;
      readonly plan: LevelPlan;
      readonly holiday: number;
    },
    into: Float64Array,
  ): void {
    const { services: { weekProfile, workforce }, window } = this.#scenario;
    const { illness, districts } = this.#epidemic;
    const absent = workforce.fallsIll ? illness.absent(districts.ofGrid[grid], day) : 0;
    const roster = weekProfile[weekdayOf(window.start, day)] / this.#busiest * holiday;
    const well = roster * (1 - absent);
    let lentToPrimary = 0;
    for (let tier = TIER_COUNT - 1; tier >= 0; tier--) {
      const all = this.norm[grid * TIER_COUNT + tier] * well;
      const support = tier > 0 ? all * plan.supportToPrimary : 0;
      lentToPrimary += support;
      const lent = day >= this.#lentFrom ? this.#lent[grid * TIER_COUNT + tier] ?? 0 : 0;
      const stay = all * (1 - plan.diverted[tier]) - support - lent;
      into[tier] = Math.max(0, stay) + (tier === 0 ? lentToPrimary : 0);
    }
  }
}

/** Physicians whom the demand of a full weekday of 2019 needs. */
function normOf(scenario: Scenario, layout: Layout, busiest: number): Float64Array {
  const { lines, workforce } = scenario.services;
  const perResident = Float64Array.from(TIERS, (_, tier) => {
    let minutes = 0;
    for (const line of COUNTED_LINES) {
      const { volume, minutes: each, online } = lines[line];
      minutes += volume[tier] * each * (1 - online + online * workforce.remoteTime);
    }
    return minutes / DAYS_PER_YEAR * busiest / (workforce.minutesPerDay * workforce.use);
  });
  const { population } = layout.grids;
  return Float64Array.from(
    { length: population.length * TIER_COUNT },
    (_, i) => population[Math.floor(i / TIER_COUNT)] * perResident[i % TIER_COUNT],
  );
}

/** Physicians whom fever clinics borrow, shared over the grids of their district by residents. */
function lentOf(scenario: Scenario, layout: Layout): Float64Array {
  const { city, clinics: { support } } = scenario;
  const lent = new Float64Array(city.grids.length * TIER_COUNT);
  const residents = new Map<string, number>();
  city.grids.forEach(({ district }, g) =>
    residents.set(district, (residents.get(district) ?? 0) + layout.grids.population[g])
  );
  for (const { kind, district, feverPhysicians } of city.facilities) {
    if (kind !== "primary" || feverPhysicians === 0) continue;
    city.grids.forEach((grid, g) => {
      if (grid.district !== district) return;
      const share = layout.grids.population[g] / residents.get(district)!;
      lent[g * TIER_COUNT] += support.physicians * share;
    });
  }
  return lent;
}
