/**
 * Layouts of one city side by side.
 *
 * Who falls ill when is drawn grid by grid. Layouts with other grids so have other people ill, as many
 * on average: they are run apart and compared replication by replication, without the pairing by
 * person that makes differences of rules so sharp. They take more replications for that.
 */
import { mergeResultSets, type ResultSet, runExperiment } from "../../experiment/mod.ts";
import { differencesOf, type Scenario } from "../../scenario/mod.ts";
import { refuse, replicationProblems, type StudyRuns } from "../measured/mod.ts";
import { type LayoutRow, layoutRows } from "./layout_rows.ts";

/** What a comparison of layouts is asked for. */
export interface LayoutOptions extends StudyRuns {
  /** Scenarios that differ in their layouts, e.g. of `withCity`; the first is the baseline. */
  readonly scenarios: readonly Scenario[];
}

/** Layouts side by side. */
export interface LayoutComparison {
  /** All layouts: results, differences from the first, figures' data. */
  readonly results: ResultSet;
  /** The results of each layout by itself, whose maps have its grids. */
  readonly each: readonly ResultSet[];
  /** Grids of all layouts. */
  readonly grids: readonly LayoutRow[];
}

function problemsOf(options: LayoutOptions): string[] {
  const { scenarios } = options;
  const problems = replicationProblems(options, 2);
  if (scenarios.length < 2) {
    problems.push(`there must be at least two layouts: current number is ${scenarios.length}`);
  }
  const names = scenarios.map(({ name }) => name);
  const twice = names.find((name, i) => names.indexOf(name) !== i);
  if (twice !== undefined) problems.push(`names must differ: "${twice}" comes twice`);
  const [first, ...others] = scenarios.map(placeOf);
  const other = others.find((place) => place !== first);
  if (other !== undefined) {
    problems.push(`layouts must be of one city and window: they have ${first} and ${other}`);
  }
  return problems;
}

/** What layouts must share. */
function placeOf({ city, window }: Scenario): string {
  const residents = city.communities.reduce((sum, { population }) => sum + population, 0);
  const { start, days, runOnDays } = window;
  return `"${city.id}" of ${residents} residents, ${days} + ${runOnDays} days from ${start}`;
}

/**
 * Runs layouts of one city and compares them with the first.
 *
 * Differences and their intervals are over replications. Replication r of two layouts does not have
 * the same people, so that pairing takes away little of the variance; the intervals hold all the
 * same, as replications are independent. Measures that join two scenarios person by person are left
 * out.
 *
 * @param options Scenarios, runs.
 * @returns Results of all layouts together and of each, and what their grids are.
 * @throws {RangeError} When the question is wrong, with all problems.
 *
 * @example Three grids, or one
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario, regrid, setParameters, withCity } from "../../scenario/mod.ts";
 * import { compareLayouts } from "./mod.ts";
 *
 * const city = await loadScenario("scenarios/training_city.yaml");
 * const three = setParameters(city, { "wave.scale": 0.05 }, { name: "three_grids" });
 * const one = withCity(three, regrid(three.city, () => "whole"), { name: "one_grid" });
 * const scenarios = [three, one];
 * const { results, grids } = await compareLayouts({ scenarios, replications: 2, seed: "example" });
 * assertEquals(grids.map(({ grid }) => grid), ["town-g1", "town-g2", "county-g1", "whole"]);
 * assertEquals(results.manifest.scenarios.map(({ name }) => name), ["three_grids", "one_grid"]);
 * ```
 */
export async function compareLayouts(options: LayoutOptions): Promise<LayoutComparison> {
  refuse("compare layouts", problemsOf(options));
  const { scenarios, onProgress, ...runs } = options;
  const each: ResultSet[] = [];
  for (const [i, scenario] of scenarios.entries()) {
    const progress = (share: number) => onProgress?.((i + share) / scenarios.length);
    each.push(await runExperiment({ ...runs, scenarios: [scenario], onProgress: progress }));
  }
  const parts = scenarios.map(({ name }, i) => ({ name, set: each[i] }));
  return {
    results: withChanges(mergeResultSets(parts, ""), scenarios),
    each,
    grids: layoutRows(scenarios),
  };
}

/** Says of each layout what it changes, which a run by itself could not know. */
function withChanges(results: ResultSet, scenarios: readonly Scenario[]): ResultSet {
  const { manifest } = results;
  const told = manifest.scenarios.map((summary, i) => ({
    ...summary,
    changes: i === 0 ? [] : differencesOf(scenarios[0], scenarios[i]),
  }));
  return { ...results, manifest: { ...manifest, scenarios: told } };
}
