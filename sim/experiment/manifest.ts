/** What made a result set, for whoever wants to make it again. */
import type { Scenario } from "../scenario/mod.ts";
import type { ExperimentOptions } from "./options.ts";
import type { Manifest, MapGrid, ScenarioSummary } from "./result_set.ts";
import { VERSION } from "./version.ts";

/** Three decimals of a degree, about 100 m: enough for a map. */
const round = (x: number): number => Math.round(x * 1000) / 1000;

function summaryOf(scenario: Scenario): ScenarioSummary {
  const grades: Record<string, number> = {};
  for (const { grade } of scenario.provenance) grades[grade] = (grades[grade] ?? 0) + 1;
  const { name, title, description, hash, provenance } = scenario;
  return { name, title, description, hash, grades, provenance };
}

function mapGrids({ city }: Scenario): MapGrid[] {
  return city.grids.map(({ id, name }) => {
    const communities = city.communities.filter((c) => c.grid === id);
    return {
      id,
      name,
      population: communities.reduce((sum, c) => sum + c.population, 0),
      points: communities.map((c) => [round(c.lon), round(c.lat), c.population] as const),
    };
  });
}

/**
 * The manifest of an experiment, with an empty clock.
 *
 * @param options What the experiment was asked for.
 * @returns The manifest.
 */
export function manifestOf(options: ExperimentOptions): Manifest {
  const [baseline] = options.scenarios;
  const { city, window } = baseline;
  return {
    program: `gridcare ${VERSION}`,
    seed: options.seed,
    replications: options.replications,
    baseline: baseline.name,
    scenarios: options.scenarios.map(summaryOf),
    city: {
      id: city.id,
      name: city.name,
      population: city.communities.reduce((sum, c) => sum + c.population, 0),
      facilities: city.facilities.length,
      outlines: city.outlines,
      grids: mapGrids(baseline),
    },
    window: { start: window.start, days: window.days, runOnDays: window.runOnDays },
    command: options.command ?? "",
    clock: { finished: "", workers: options.workers ?? 1, seconds: 0, deno: Deno.version.deno },
  };
}
