/** One measure of many scenarios, replication by replication. */
import {
  cellKey,
  formatMeasureCell,
  type MeasureRow,
  NO_GROUPS,
  runExperiment,
} from "../../experiment/mod.ts";
import type { Scenario } from "../../scenario/mod.ts";
import type { StudyMeasure, StudyRuns } from "./study_options.ts";

/** Values of a measure. */
export interface Samples {
  /**
   * Values of a scenario by replication [unit of the measure]; NaN where a replication did not reach
   * one or has no cases.
   *
   * @param scenario Name.
   */
  of(scenario: string): readonly number[];
}

/**
 * Runs scenarios on the same people and takes one measure from the results.
 *
 * @param scenarios Scenarios, run as one experiment; names must differ.
 * @param asked Measure and how to run.
 * @returns Its values.
 * @throws {RangeError} When scenarios cannot be compared, or none of them has a value of the measure.
 *
 * @example Deaths of two replications
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../../scenario/mod.ts";
 * import { samplesOf } from "./mod.ts";
 *
 * const plan = await loadScenario("scenarios/training.yaml");
 * const deaths = await samplesOf([plan], { measure: "deaths", replications: 2, seed: "1" });
 * assertEquals(deaths.of("training").length, 2);
 * ```
 */
export async function samplesOf(
  scenarios: readonly Scenario[],
  asked: StudyMeasure & StudyRuns,
): Promise<Samples> {
  const { measure, groups = {}, replications, seed, onProgress } = asked;
  const { workers, store, uncertainty, signal } = asked;
  const { measures } = await runExperiment({
    scenarios,
    replications,
    seed,
    ...(workers !== undefined && { workers }),
    ...(store !== undefined && { store }),
    ...(uncertainty !== undefined && { uncertainty }),
    ...(signal !== undefined && { signal }),
    ...(onProgress !== undefined && { onProgress: (share) => onProgress(share) }),
  });
  const values = valuesOf(measures, asked);
  if (values.size === 0) {
    throw new RangeError(
      `Cannot take a measure from results as there must be a value of it: there is none of ` +
        `"${formatMeasureCell({ measure, groups })}" in any of ${scenarios.length} scenarios`,
    );
  }
  const none = Array.from({ length: replications }, () => NaN);
  return { of: (scenario) => values.get(scenario) ?? none };
}

/** Values of one cell by scenario and replication; NaN where there is no row. */
function valuesOf(
  rows: Iterable<MeasureRow>,
  { measure, groups, replications }: StudyMeasure & StudyRuns,
): Map<string, number[]> {
  const wanted = cellKey({ ...NO_GROUPS, ...groups, measure });
  const values = new Map<string, number[]>();
  for (const row of rows) {
    if (row.measure !== measure || cellKey(row) !== wanted) continue;
    const own = values.get(row.scenario) ?? Array.from({ length: replications }, () => NaN);
    own[row.replication] = row.value;
    values.set(row.scenario, own);
  }
  return values;
}

/**
 * Differences of two scenarios, replication by replication.
 *
 * @param samples Values.
 * @param names Names of the scenarios: one, whose values are given as they are; or two, of which the
 * second minus the first is.
 * @returns Values [unit of the measure], by replication.
 *
 * @example The second minus the first
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { pairedValues } from "./mod.ts";
 *
 * const values: Record<string, number[]> = { plan: [10, 14], other: [12, 17] };
 * assertEquals(pairedValues({ of: (name) => values[name] }, ["plan", "other"]), [2, 3]);
 * assertEquals(pairedValues({ of: (name) => values[name] }, ["plan"]), [10, 14]);
 * ```
 */
export function pairedValues(
  samples: Samples,
  [first, second]: readonly string[],
): readonly number[] {
  const a = samples.of(first);
  if (second === undefined) return a;
  const b = samples.of(second);
  return a.map((value, replication) => b[replication] - value);
}
