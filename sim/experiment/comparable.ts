/** Whether scenarios can be compared person by person. */
import type { Scenario } from "../scenario/mod.ts";

/** Residents by grid and the days of the run: what decides who is infected when. */
function signature({ city, window }: Scenario): string {
  const residents = new Map(city.grids.map(({ id }) => [id, 0]));
  for (const { grid, population } of city.communities) {
    residents.set(grid, residents.get(grid)! + population);
  }
  const { start, days, runOnDays } = window;
  return JSON.stringify([city.id, [...residents], start, days, runOnDays]);
}

/**
 * Says why scenarios cannot be compared person by person.
 *
 * @param scenarios Scenarios; the first is the baseline.
 * @returns The reason, as an error says it; empty when they can be compared.
 *
 * @example A city and one of its districts
 * ```ts
 * import { assert } from "@std/assert";
 * import { loadScenario } from "../scenario/mod.ts";
 * import { incomparable } from "./mod.ts";
 *
 * const city = await loadScenario("scenarios/plan.yaml");
 * const district = await loadScenario("scenarios/district_shijingshan.yaml");
 * assert(incomparable([city, district]).startsWith("Cannot compare scenario"));
 * ```
 */
export function incomparable(scenarios: readonly Scenario[]): string {
  const names = scenarios.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) {
    return `Cannot compare scenarios as their names must differ: "${twice}" comes twice`;
  }
  const [first, ...others] = scenarios;
  const other = others.find((scenario) => signature(scenario) !== signature(first));
  if (other === undefined) return "";
  const size = ({ city, window }: Scenario) =>
    `"${city.id}", ${city.grids.length} grids, ` +
    `${city.communities.reduce((sum, { population }) => sum + population, 0)} residents, ` +
    `${window.days} + ${window.runOnDays} days from ${window.start}`;
  return `Cannot compare scenario "${other.name}" with "${first.name}" as both must have the same ` +
    `residents, grids and days: they have ${size(other)} and ${size(first)}`;
}
