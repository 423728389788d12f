/** Refuses a scenario that results do not have. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import { nearestName, quoted } from "../../scenario/mod.ts";

/**
 * Checks the scenario that a figure is asked for.
 *
 * @throws {RangeError} If no scenario of the results has the name; the nearest is named.
 */
export function checkScenario(
  { manifest }: ResultSet,
  what: string,
  scenario: string | undefined,
): void {
  const names = manifest.scenarios.map(({ name }) => name);
  if (scenario === undefined || names.includes(scenario)) return;
  const nearest = nearestName(scenario, names);
  throw new RangeError(
    `Cannot draw ${what} as scenario must be one of the results: current is ${quoted(scenario)}` +
      (nearest === undefined ? "" : `; nearest is ${quoted(nearest)}`),
  );
}
