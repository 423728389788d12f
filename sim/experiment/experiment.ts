/**
 * An experiment: N replications of several scenarios on the same people, compared with the first.
 */
import { LOG_COLUMNS } from "../network/mod.ts";
import type { Row, SeriesPoint } from "../network/mod.ts";
import { dateOf } from "../network/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { incomparable } from "./comparable.ts";
import { compareMeasures } from "./comparison.ts";
import { manifestOf } from "./manifest.ts";
import type { ExperimentOptions } from "./options.ts";
import { pairedDeaths } from "./paired_deaths.ts";
import { runTasks } from "./pool.ts";
import type { Task, TaskResult } from "./protocol.ts";
import { referenceKey, referenceOf } from "./reference.ts";
import { restorationOf } from "./restoration.ts";
import type { MeasureRow, ResultSet, RowGroups, SeriesRow } from "./result_set.ts";

/** Work of a reference run relative to a scenario's [-]. */
const REFERENCE_WEIGHT = 0.15;

const NO_GROUPS: RowGroups = {
  grid: "",
  tier: "",
  facility: "",
  ward: "",
  colour: "",
  rule: "",
  line: "",
};

/** Refuses options that no experiment can have. */
function check({ scenarios, replications }: ExperimentOptions): void {
  if (scenarios.length === 0) {
    throw new RangeError("Cannot run an experiment as it needs a scenario: current number is 0");
  }
  if (!Number.isInteger(replications) || replications < 1) {
    throw new RangeError(
      `Cannot run an experiment as replications must be a whole number >= 1: current number is ${replications}`,
    );
  }
  const reason = incomparable(scenarios);
  if (reason !== "") throw new RangeError(reason);
}

/** Tasks: references first (they are short), then scenarios, replication by replication. */
function plan(
  options: ExperimentOptions,
): { runs: Scenario[]; tasks: Task[]; referenceOfRun: number[] } {
  const { scenarios, replications, seed } = options;
  const keys = scenarios.map(referenceKey);
  const distinct = [...new Set(keys)];
  const references = distinct.map((key) => referenceOf(scenarios[keys.indexOf(key)]));
  const runs = [...references, ...scenarios];
  const tasks: Task[] = [];
  for (let replication = 0; replication < replications; replication++) {
    runs.forEach((_, scenario) => {
      const log = options.onLog !== undefined && replication === 0 && scenario >= references.length;
      const weight = scenario < references.length ? REFERENCE_WEIGHT : 1;
      tasks.push({ id: tasks.length, scenario, replication, seed, log, weight });
    });
  }
  return { runs, tasks, referenceOfRun: keys.map((key) => distinct.indexOf(key)) };
}

const measureRow = (scenario: string, replication: number, row: Row): MeasureRow => ({
  scenario,
  replication,
  ...NO_GROUPS,
  ...row,
});

function seriesRows(
  scenario: Scenario,
  replication: number,
  points: readonly SeriesPoint[],
): SeriesRow[] {
  const rows: SeriesRow[] = [];
  for (const { values, ...point } of points) {
    values.forEach((value, day) =>
      rows.push({
        scenario: scenario.name,
        replication,
        date: dateOf(scenario.window.start, day),
        ...NO_GROUPS,
        ...point,
        value,
      })
    );
  }
  return rows;
}

/**
 * Runs an experiment.
 *
 * @param options Scenarios, replications, seed, workers.
 * @returns Rows by scenario and replication, the comparison with the first scenario, the manifest
 * with an empty clock.
 * @throws {RangeError} When options contradict one another.
 * @throws {Error} When a replication breaks, or the work is stopped.
 *
 * @example Two rule sets on the same people
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../scenario/mod.ts";
 * import { runExperiment } from "./mod.ts";
 *
 * const files = ["scenarios/training.yaml", "scenarios/training_no_tiers.yaml"];
 * const scenarios = await Promise.all(files.map((file) => loadScenario(file)));
 * const { comparison } = await runExperiment({ scenarios, replications: 1, seed: "1" });
 * const infected = comparison.filter((row) => row.measure === "infected" && row.colour === "");
 * assertEquals(infected.map((row) => row.difference), [0, 0]);
 * ```
 */
export async function runExperiment(options: ExperimentOptions): Promise<ResultSet> {
  check(options);
  const { scenarios, replications } = options;
  const { runs, tasks, referenceOfRun } = plan(options);
  const results = await runTasks(runs, tasks, {
    workers: options.workers ?? 1,
    ...(options.onProgress && { onProgress: options.onProgress }),
    ...(options.signal && { signal: options.signal }),
  });
  const references = runs.length - scenarios.length;
  const resultOf = (run: number, replication: number): TaskResult =>
    results[replication * runs.length + run];
  const measures: MeasureRow[] = [];
  const series: SeriesRow[] = [];
  scenarios.forEach((scenario, s) => {
    for (let r = 0; r < replications; r++) {
      const result = resultOf(references + s, r);
      const { rows, weekly } = restorationOf(
        scenario.window,
        result.volume,
        resultOf(referenceOfRun[s], r).volume,
      );
      const deaths = pairedDeaths(result.died, resultOf(references, r).died);
      for (const row of [...result.measures, ...deaths, ...rows]) {
        measures.push(measureRow(scenario.name, r, row));
      }
      series.push(...seriesRows(scenario, r, result.series));
      for (const point of weekly) {
        series.push({ scenario: scenario.name, replication: r, ...NO_GROUPS, ...point });
      }
    }
    options.onLog?.(scenario, { names: LOG_COLUMNS, ...resultOf(references + s, 0).log });
  });
  return {
    manifest: manifestOf(options),
    measures,
    series,
    comparison: compareMeasures(measures, scenarios[0].name),
  };
}
