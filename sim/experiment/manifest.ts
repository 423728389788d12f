/** What made a result set, for whoever wants to make it again. */
import { differencesOf } from "../scenario/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import type { ExperimentOptions } from "./options.ts";
import { inputsHash, isUncertain } from "./runs.ts";
import { sourcesOf, VERSION } from "./results/mod.ts";
import type { Manifest, MapGrid, ScenarioSummary, StartCheck } from "./results/mod.ts";

/** Grades, the weakest first. */
const WEAKEST = ["assumed", "calibrated", "derived", "observed"];

/** What an experiment has found out beside its rows. */
export interface Found {
  /** Replications per scenario [-]. */
  readonly replications: number;
  /** Replications that the rule of precision recommends [-]. */
  readonly recommended: number | null;
  /** How runs start, and the check of it, by scenario. */
  readonly starts: readonly StartCheck[];
}

/** Three decimals of a degree, about 100 m: enough for a map. */
const round = (x: number): number => Math.round(x * 1000) / 1000;

/**
 * The weakest grade among the numbers of a scenario.
 *
 * @param scenario A checked scenario.
 * @returns `assumed`, `calibrated`, `derived` or `observed`.
 */
export function weakestGrade({ provenance }: Scenario): string {
  return WEAKEST.find((grade) => provenance.some((number) => number.grade === grade)) ?? "";
}

function parametersOf({ uncertainty }: Scenario): ScenarioSummary["parameters"] {
  const { parameters, sets } = uncertainty;
  const drawn = parameters.map(({ path, written, grade, source }) => ({
    path,
    law: written,
    grade,
    source,
  }));
  if (sets === null) return drawn;
  const { paths, grade, source } = sets;
  return [...drawn, ...paths.map((path) => ({ path, law: "accepted sets", grade, source }))];
}

function summaryOf(
  scenario: Scenario,
  baseline: Scenario,
  { drawn, start }: { readonly drawn: boolean; readonly start: StartCheck },
): ScenarioSummary {
  const grades: Record<string, number> = {};
  for (const { grade } of scenario.provenance) grades[grade] = (grades[grade] ?? 0) + 1;
  const { name, title, description, provenance } = scenario;
  return {
    name,
    title,
    description,
    hash: inputsHash(scenario),
    lawsHash: isUncertain(scenario) ? scenario.uncertainty.hash : "",
    start,
    grades,
    provenance,
    changes: scenario === baseline ? [] : differencesOf(baseline, scenario)
      .filter(({ path }) => drawn || !path.startsWith("uncertainty")),
    parameters: drawn ? parametersOf(scenario) : [],
  };
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
 * @param found Replications and the check of the start.
 * @returns The manifest.
 */
export function manifestOf(options: ExperimentOptions, found: Found): Manifest {
  const { scenarios, uncertainty = "replication", replications, replicationsPerSet = 1 } = options;
  const [baseline] = scenarios;
  const { city, window } = baseline;
  const drawn = uncertainty === "parameters";
  return {
    program: `gridcare ${VERSION}`,
    sources: sourcesOf(),
    seed: options.seed,
    replications: found.replications,
    precision: typeof replications === "number" ? null : replications,
    recommended: found.recommended,
    uncertainty,
    replicationsPerSet,
    baseline: baseline.name,
    scenarios: scenarios.map((scenario, s) =>
      summaryOf(scenario, baseline, { drawn, start: found.starts[s] })
    ),
    city: {
      id: city.id,
      name: city.name,
      population: city.communities.reduce((sum, c) => sum + c.population, 0),
      facilities: city.facilities.length,
      facilityNames: city.facilities.filter(({ kind }) => kind !== "primary")
        .map(({ id, name, kind, tier }) => ({ id, name, kind, tier })),
      outlines: city.outlines,
      grids: mapGrids(baseline),
    },
    window: { start: window.start, days: window.days, runOnDays: window.runOnDays },
    command: options.command ?? "",
    requests: options.request === undefined ? [] : [options.request],
    clock: { finished: "", workers: options.workers ?? 1, seconds: 0, deno: Deno.version.deno },
  };
}
