/** Long work of a cell, with its progress below and the stop button heard. */
import type { StudyRuns } from "gridcare/studies/mod.ts";
import type { Kernel } from "./display.ts";
import { stoppable } from "./interrupts.ts";
import { CellStop } from "./plain_errors.ts";
import { watchProgress } from "./progress.ts";

/** Worker threads of an experiment in a notebook, when none are named [-]. */
export const WORKERS = 2;
/**
 * Worker threads of a study [-]: its experiments are small, one after another, and each begins with
 * threads of its own that first have to warm up.
 */
const STUDY_WORKERS = 1;
const TICK = 4;

/** What work is handed. */
export interface Watching {
  /** Aborts when the stop button (■) is pressed. */
  readonly signal: AbortSignal;
  /** To be called with the share done [-]. */
  readonly report: (share: number) => void;
}

/** What stands below the cell in the end; no time, so that it is the same bytes each time. */
export interface EndTexts<Made> {
  /** When the work is done. */
  readonly done: (made: Made) => string;
  /** When it was stopped at a share [-]. */
  readonly stopped: (share: number) => string;
}

/**
 * Does some work and shows how far it has come.
 *
 * @param work The work.
 * @param texts What stands there in the end.
 * @param kernel Where progress is shown; the notebook's own when left out.
 * @returns What the work gives.
 * @throws {CellStop} When the stop button was pressed.
 */
export async function watched<Made>(
  work: (watching: Watching) => Promise<Made>,
  texts: EndTexts<Made>,
  kernel?: Kernel,
): Promise<Made> {
  using stop = stoppable();
  const progress = watchProgress(kernel);
  // The kernel looks at messages of workers once a second unless a timer runs.
  const awake = setInterval(() => {}, TICK);
  let reached = 0;
  const report = (share: number) => progress.report(reached = share);
  report(reached);
  try {
    const made = await work({ signal: stop.signal, report });
    await progress.settled(texts.done(made));
    return made;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    const text = texts.stopped(reached);
    await progress.settled(text);
    throw new CellStop("Stopped", text);
  } finally {
    clearInterval(awake);
    await progress.settled();
  }
}

/**
 * Asks a question that takes many experiments, such as `smallestThat`, and shows how far it has come.
 *
 * @param ask Asks it; hands on what it is given to the study: workers (one, since a study runs many
 * small experiments), progress and the stop signal.
 * @param kernel Where progress is shown; the notebook's own when left out.
 * @returns The answer.
 * @throws {CellStop} When the stop button was pressed.
 *
 * @example Two layouts of a small wave
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { regrid, setParameters, withCity } from "gridcare/scenario/mod.ts";
 * import { compareLayouts } from "gridcare/studies/mod.ts";
 * import { openScenario } from "./open_scenario.ts";
 * import { askAndWatch } from "./watch_work.ts";
 *
 * const small = setParameters(await openScenario("training_city"), { "wave.scale": 0.05 });
 * const one = withCity(small, regrid(small.city, () => "whole"), { name: "one_grid" });
 * const kernel = { broadcast: () => Promise.resolve() };
 * const { each } = await askAndWatch(
 *   (runs) => compareLayouts({ ...runs, scenarios: [small, one], replications: 2, seed: "1" }),
 *   kernel,
 * );
 * assertEquals(each.length, 2);
 * ```
 */
export async function askAndWatch<Answer>(
  ask: (runs: Required<Pick<StudyRuns, "workers" | "signal" | "onProgress">>) => Promise<Answer>,
  kernel?: Kernel,
): Promise<Answer> {
  return await watched(
    ({ signal, report }) => ask({ workers: STUDY_WORKERS, signal, onProgress: report }),
    {
      done: () => "Done.",
      stopped: (share) =>
        `Stopped at ${Math.floor(100 * share)} % as it was interrupted; run the cell again`,
    },
    kernel,
  );
}
