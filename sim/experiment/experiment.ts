/**
 * An experiment: replications of several scenarios on the same people, compared with the first.
 *
 * Plan, run what the store lacks, read everything back from the store, sum up. Whatever is summed up
 * was read from the store, so an experiment that was interrupted and resumed cannot differ.
 */
import { LOG_COLUMNS } from "../network/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import {
  bandsOf,
  compareMeasures,
  comparePairs,
  DEFAULT_EXCEEDANCES,
  detailTables,
  exceedancesOf,
  monitoringPaths,
  monitoringRows,
  PrecisionProcedure,
  restorationPaths,
  restorationRows,
  startCheckOf,
  startRowsOf,
} from "./analysis/mod.ts";
import { checkExperiment } from "./check.ts";
import { Ledger } from "./ledger.ts";
import { manifestOf, weakestGrade } from "./manifest.ts";
import type { ExperimentOptions } from "./options.ts";
import { Readings } from "./readings.ts";
import { programKey } from "./results/mod.ts";
import type { ResultSet, StartCheck } from "./results/mod.ts";
import { runsOf } from "./runs.ts";
import type { Runs } from "./runs.ts";
import { ResultStore } from "./store/mod.ts";
import { runTasks } from "./workers/mod.ts";
import type { Task } from "./workers/mod.ts";

/** What is open while an experiment runs. */
interface Work {
  readonly options: ExperimentOptions;
  readonly runs: Runs;
  readonly store: ResultStore;
  readonly ledger: Ledger;
  readonly precision: PrecisionProcedure | null;
  /** What the rule recommends, once it has decided [-]. */
  recommended: number | null;
}

/** Sets up the ledger: what is wanted, and who decides when it is enough. */
function workOf(options: ExperimentOptions): Work {
  const { scenarios, replications, seed, uncertainty = "replication" } = options;
  const perSet = options.replicationsPerSet ?? 1;
  const runs = runsOf(scenarios, uncertainty, perSet);
  const store = options.store ?? ResultStore.open(":memory:");
  const names = scenarios.map(({ name }) => name);
  const precision = typeof replications === "number"
    ? null
    : new PrecisionProcedure(replications, names);
  const ledger: Ledger = new Ledger({
    runs,
    most: typeof replications === "number" ? replications : replications.atMost,
    perSet,
    program: programKey(),
    seed,
    log: options.onLog !== undefined,
    has: (key) => store.has(key),
    onComplete: (replication) => {
      if (precision === null) return "more";
      const readings = new Readings(store, ledger, runs, replication + 1);
      const answer = precision.add(names.map((_, s) => readings.measuresOf(s, replication)));
      if (answer === "more") return answer;
      work.recommended = answer.recommended;
      return answer.stop;
    },
  });
  const work: Work = { options, runs, store, ledger, precision, recommended: null };
  return work;
}

/** Runs what the store lacks. */
async function replicate({ options, runs, store, ledger, precision }: Work): Promise<void> {
  const { workers = 1, patience, onReplaced, onProgress, signal } = options;
  const running = new Map<number, number>();
  const total = runs.all.reduce((sum, { weight }) => sum + weight, 0);
  const fixed = typeof options.replications === "number" ? options.replications : 0;
  const expected = () =>
    ledger.wanted ?? (precision === null ? fixed : precision.replications + precision.remaining);
  let finished = 0;
  const show = () => {
    let now = finished;
    for (const part of running.values()) now += part;
    const aim = expected();
    const all = aim * total - ledger.keptWeight;
    onProgress?.(all > 1e-9 ? Math.min(1, now / all) : 1, {
      kept: ledger.kept,
      run: ledger.ran,
      expected: aim,
    });
  };
  await runTasks(runs.all.map(({ scenario }) => scenario), ledger.tasks(), {
    workers,
    ...(patience !== undefined && { patience }),
    ...(onReplaced && { onReplaced }),
    ...(signal && { signal }),
    onShare: ({ id, weight }: Task, share) => {
      running.set(id, weight * share);
      show();
    },
    onDone: (task, { record, log }) => {
      store.write(ledger.keyOf(task.scenario, task.replication), record);
      if (task.log) {
        options.onLog?.(runs.all[task.scenario].scenario, { names: LOG_COLUMNS, ...log });
      }
      running.delete(task.id);
      finished += task.weight;
      const answer = ledger.done(task);
      show();
      return answer;
    },
  });
  show();
}

const gradesOf = (scenarios: readonly Scenario[]): Readonly<Record<string, string>> =>
  Object.fromEntries(scenarios.map((scenario) => [scenario.name, weakestGrade(scenario)]));

/** How the runs of each scenario start, and the check of it. */
function startsOf(scenarios: readonly Scenario[], readings: Readings) {
  return scenarios.map(({ name, start, window: { warmUpDays } }, s) => {
    const kind: StartCheck["kind"] = start === undefined ? "equilibrium" : "census";
    const runs = readings.startsOf(s);
    return {
      check: startCheckOf(runs, { kind, warmUpDays }),
      rows: startRowsOf(runs, { scenario: name, warmUpDays }),
    };
  });
}

/** Sums up what the store holds. */
function sumUp(work: Work): ResultSet {
  const { options, runs, store, ledger, precision, recommended } = work;
  const { scenarios, seed, uncertainty = "replication", replicationsPerSet = 1 } = options;
  const replications = ledger.wanted ?? ledger.complete;
  const readings = new Readings(store, ledger, runs, replications);
  const { measures, paths } = readings;
  const baseline = scenarios[0].name;
  const settings = { grades: gradesOf(scenarios), uncertainty, replicationsPerSet };
  const comparing = { ...settings, comparisons: options.pairs ? "pairs" : "baseline" } as const;
  const starts = startsOf(scenarios, readings);
  const events = options.exceedances ?? DEFAULT_EXCEEDANCES;
  return {
    manifest: manifestOf(options, {
      replications,
      recommended,
      starts: starts.map(({ check }) => check),
    }),
    measures,
    series: readings.series,
    bands: bandsOf(paths, settings),
    comparison: compareMeasures(measures, baseline, comparing),
    pairs: options.pairs ? comparePairs(measures, baseline, settings) : [],
    exceedances: exceedancesOf(paths, events, { baseline, ...settings }),
    precision: precision?.rows ?? [],
    parameters: readings.parameters(seed, replicationsPerSet),
    start: starts.flatMap(({ rows }) => rows),
    restoration: restorationRows(readings.noticePaths(restorationPaths), settings),
    monitoring: monitoringRows(readings.noticePaths(monitoringPaths), settings),
    ...detailTables(readings.details, settings),
  };
}

/**
 * Runs an experiment.
 *
 * Replications that the store already holds, of the same program, scenario and seed, are not run
 * again. The store stays open: rows of single replications are read from it as they are asked for.
 *
 * @param options Scenarios, replications, seed, workers, store.
 * @returns Rows by scenario and replication, the comparison with the first scenario, the manifest
 * with an empty clock.
 * @throws {RangeError} When options contradict one another, all problems at once.
 * @throws {Error} When a replication breaks, or the work is stopped; finished replications stay in
 * the store.
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
  checkExperiment(options);
  const work = workOf(options);
  await replicate(work);
  options.onSummingUp?.();
  return sumUp(work);
}
