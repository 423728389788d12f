/** An experiment run from a cell, with its progress below. */
import { type ExperimentOptions, type ResultSet, runExperiment } from "gridcare/experiment/mod.ts";
import type { Kernel } from "./display.ts";
import { watched, WORKERS } from "./watch_work.ts";

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** The last line of the progress: what was done, and no time. */
function doneText({ manifest }: ResultSet): string {
  const { scenarios, replications } = manifest;
  const each = scenarios.length === 1 ? "" : " of each";
  return `Done: ${counted(scenarios.length, "scenario")}, ` +
    `${counted(replications, "replication")}${each}.`;
}

/** Why the work stopped, and how it goes on. */
function stopText(share: number, hasStore: boolean): string {
  const kept = hasStore
    ? "the finished replications are in the store, and running the cell again goes on from there"
    : "run the cell again to begin anew";
  return `Stopped at ${Math.floor(100 * share)} % as it was interrupted; ${kept}`;
}

/**
 * Runs an experiment and shows how far it has come.
 *
 * The place of the progress ends in a line that names no time, so that a notebook that is executed
 * again gives the same bytes. The stop button (■) ends the work and its threads; the kernel and all
 * values of earlier cells stay.
 *
 * @param options Scenarios, the first being the baseline; replications; seed; and whatever else an
 * experiment takes. Two workers when they are left out.
 * @param kernel Where progress is shown; the notebook's own when left out.
 * @returns Results.
 * @throws {RangeError} When options contradict one another, all problems at once.
 * @throws {CellStop} When the stop button was pressed.
 * @throws {Error} When a replication breaks.
 *
 * @example One replication, watched
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openScenario } from "./open_scenario.ts";
 * import { runAndWatch } from "./run_and_watch.ts";
 *
 * const scenarios = [await openScenario("training")];
 * const kernel = { broadcast: () => Promise.resolve() };
 * const { manifest } = await runAndWatch({ scenarios, replications: 1, seed: "1" }, kernel);
 * assertEquals(manifest.seed, "1");
 * ```
 */
export async function runAndWatch(
  options: ExperimentOptions,
  kernel?: Kernel,
): Promise<ResultSet> {
  const { signal, store, onProgress } = options;
  return await watched(
    (watching) =>
      runExperiment({
        workers: WORKERS,
        ...options,
        signal: signal === undefined ? watching.signal : AbortSignal.any([signal, watching.signal]),
        onProgress: (share, made) => {
          watching.report(share);
          onProgress?.(share, made);
        },
      }),
    { done: doneText, stopped: (share) => stopText(share, store !== undefined) },
    kernel,
  );
}
