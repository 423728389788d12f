/** How much is needed to keep a promise: the smallest value, by halving a grid of values. */
import { ResultStore } from "../../experiment/mod.ts";
import type { StudyHead } from "../../report/mod.ts";
import { headOf, refuse, replicationProblems, type StudyRuns } from "../measured/mod.ts";
import { Trials } from "./_trials.ts";
import { promiseProblems, type ServicePromise, type TriedValue } from "./promise.ts";
import { gridOf, type GridOptions, type ValueGrid } from "./value_grid.ts";

/** What is sought. */
export type SmallestOptions = GridOptions & StudyRuns & {
  /** What must be kept. */
  readonly promise: ServicePromise;
  /** Most replications of a value that is still open [-]; four times `replications` when left out. */
  readonly mostReplications?: number;
};

/** The smallest value that keeps a promise, and all that was tried. */
export interface SmallestStudy extends Omit<StudyHead, "unit" | "replications"> {
  /** What takes the values: a path, or what a change is called. */
  readonly what: string;
  /** Unit of the values; empty without one. */
  readonly unit: string;
  /** Unit of the measure. */
  readonly measureUnit: string;
  /** The promise. */
  readonly promise: ServicePromise;
  /** All values of the grid, ascending [unit of the values]. */
  readonly values: readonly number[];
  /** Values tried, ascending. */
  readonly tried: readonly TriedValue[];
  /** Smallest value that is shown to keep the promise [unit of the values]; null for none. */
  readonly answer: number | null;
  /** Value tried with the best mean [unit of the values]; null when none has one. */
  readonly best: number | null;
  /** Whether no larger value is shown to be worse than a smaller one, as halving supposes. */
  readonly monotone: boolean;
}

function problemsOf(options: SmallestOptions): { grid?: ValueGrid; problems: string[] } {
  const { replications, mostReplications: most = replications * 4, promise } = options;
  const { grid, problems } = gridOf(options);
  const all = [...problems, ...promiseProblems(promise), ...replicationProblems(options, 2)];
  if (!(Number.isInteger(most) && most >= replications)) {
    all.push(`most replications must be whole and >= replications: current number is ${most}`);
  }
  return grid === undefined ? { problems: all } : { grid, problems: all };
}

/** Tries both ends, then halves; the middle too when even the largest value does not keep it. */
async function search(trials: Trials, last: number): Promise<void> {
  await trials.try([0, last]);
  if (!trials.isKept(last)) return await trials.try([Math.floor(last / 2)]);
  let [without, kept] = [0, last];
  while (!trials.isKept(0) && kept - without > 1) {
    const middle = Math.floor((without + kept) / 2);
    await trials.try([middle]);
    if (trials.isKept(middle)) kept = middle;
    else without = middle;
  }
}

/** The value tried with the best mean. */
function bestOf(rows: readonly TriedValue[], { atMost }: ServicePromise): number | null {
  const sign = atMost === undefined ? -1 : 1;
  const known = rows.filter(({ mean }) => !Number.isNaN(mean));
  const best = known.reduce<TriedValue | null>(
    (before, row) => before === null || sign * (row.mean - before.mean) < 0 ? row : before,
    null,
  );
  return best?.value ?? null;
}

/**
 * Finds the smallest value that keeps a promise, e.g. the vehicles needed for nine in ten transfers
 * within two hours.
 *
 * Values lie on a grid; more of it is supposed to help, so that half of those left fall away with each
 * value tried. All values have the same people. A value keeps the promise when the end of the
 * one-sided interval of the mean lies on the right side of the target; while replications do not
 * tell, their number is doubled, and what is open in the end counts as not kept. The confidence is
 * that of each value by itself. When the largest value does not keep it, the middle is tried too, to
 * see whether more helps at all. The numbers tried and `monotone` say whether the supposition holds.
 *
 * Source: Law (2015), "Simulation Modeling and Analysis", fifth edition, section 9.4.1 (intervals of
 * means over replications), 9.7 (Bonferroni's inequality, here for looking several times).
 *
 * @param options Scenario, values, promise, runs.
 * @returns The answer, what was tried, and whether more always helped.
 * @throws {RangeError} When the question is wrong, with all problems.
 * @throws {ScenarioError} When a value does not fit the scenario.
 *
 * @example The smallest wave of two that infects a thousand
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../../scenario/mod.ts";
 * import { smallestThat } from "./mod.ts";
 *
 * const { answer, tried } = await smallestThat({
 *   scenario: await loadScenario("scenarios/training.yaml"),
 *   path: "wave.scale",
 *   from: 0.02,
 *   to: 0.04,
 *   step: 0.02,
 *   promise: { measure: "infected", atLeast: 1000 },
 *   replications: 2,
 *   seed: "example",
 * });
 * assertEquals([answer, tried.length], [0.02, 2]);
 * ```
 */
export async function smallestThat(options: SmallestOptions): Promise<SmallestStudy> {
  const { grid, problems } = problemsOf(options);
  refuse("seek a goal", problems);
  const { replications, mostReplications: most = replications * 4, promise, scenario } = options;
  const { seed, workers, uncertainty, onProgress, signal } = options;
  using own = options.store === undefined ? ResultStore.open(":memory:") : null;
  const trials = new Trials(grid!, {
    replications,
    seed,
    promise,
    most,
    store: options.store ?? own!,
    ...(workers !== undefined && { workers }),
    ...(uncertainty !== undefined && { uncertainty }),
    ...(onProgress !== undefined && { onProgress }),
    ...(signal !== undefined && { signal }),
  });
  await search(trials, grid!.values.length - 1);
  onProgress?.(1);
  const { unit: measureUnit, replications: _, ...head } = headOf([scenario], {
    ...promise,
    ...options,
  });
  const { what, unit, values } = grid!;
  const tried = trials.rows;
  const answer = tried.find(({ verdict }) => verdict === "kept")?.value ?? null;
  const found = { answer, best: bestOf(tried, promise), monotone: trials.isMonotone() };
  return { ...head, what, unit, measureUnit, promise, values, tried, ...found };
}
