/** Runs a request and writes its result folder: what `run`, `run --resume` and `reproduce` share. */
import { checkExperiment, ResultStore, runExperiment } from "../experiment/mod.ts";
import type {
  EventLog,
  ExperimentOptions,
  ExperimentProgress,
  Manifest,
  ResultSet,
  RunRequest,
} from "../experiment/mod.ts";
import { writeReportFolder } from "../report/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { writeEventLog, writeMoves } from "./event_log.ts";
import { InputError, Interrupted } from "./exit.ts";
import { onInterrupt } from "./on_interrupt.ts";
import { Progress } from "./progress.ts";
import { commandOf } from "./request.ts";

/** Where and with what a request is run. */
export interface Place {
  /** Result folder. */
  readonly out: string;
  /** Worker threads [-]. */
  readonly workers: number;
  /** Longest silence of a worker [s]. */
  readonly patience?: number;
  /** Store; left open. */
  readonly store: ResultStore;
  /** What to say when the work is interrupted. */
  readonly interrupted: string;
  /** Clock to write into the manifest; the machine's own when left out. */
  readonly clock?: Manifest["clock"];
}

/** What was made. */
export interface Made {
  /** Results; rows of single replications are read from the store. */
  readonly set: ResultSet;
  /** Time [s]. */
  readonly seconds: number;
  /** Replications found in the store and run [-]. */
  readonly progress: ExperimentProgress;
}

/**
 * Runs a request and writes its result folder.
 *
 * @param request What is asked for.
 * @param scenarios Its scenarios, loaded.
 * @param place Folder, workers, store.
 * @returns Results.
 * @throws {Interrupted} When the user stops it.
 */
export async function execute(
  request: RunRequest,
  scenarios: readonly Scenario[],
  place: Place,
): Promise<Made> {
  const stop = new AbortController();
  const release = onInterrupt(() => stop.abort(new Interrupted(place.interrupted)));
  const progress = new Progress(labelOf(request, scenarios));
  const logs: [Scenario, EventLog][] = [];
  let reached: ExperimentProgress = { kept: 0, run: 0, expected: 0 };
  try {
    progress.show(0);
    const found = await experiment({
      ...optionsOf(request, scenarios, place),
      signal: stop.signal,
      onProgress: (share, now) => {
        reached = now;
        progress.show(share, now.expected);
      },
      onSummingUp: () => {
        // What is left is not awaited: a signal now ends the program, and nothing is half-written.
        release();
        progress.say("Summing up");
      },
      onReplaced: ({ why, message }) => progress.say(`A worker was replaced: ${why}, ${message}`),
      ...(request.log && {
        onLog: (scenario: Scenario, log: EventLog) => logs.push([scenario, log]),
      }),
    });
    progress.end();
    const set = withClock(found, place, progress.seconds);
    writeReportFolder(set, place.out);
    for (const [scenario, log] of logs) {
      writeEventLog(place.out, scenario, log);
      if (scenario.interventions !== undefined) writeMoves(place.out, scenario, log);
    }
    return { set, seconds: progress.seconds, progress: reached };
  } finally {
    release();
  }
}

/** What no experiment can be asked for is bad input; so is a target that no replication measures. */
async function experiment(options: ExperimentOptions): Promise<ResultSet> {
  try {
    checkExperiment(options);
    return await runExperiment(options);
  } catch (error) {
    if (
      error instanceof RangeError &&
      /^Cannot (run an exp|stop by|judge prec|compare)/.test(error.message)
    ) {
      throw new InputError(error.message);
    }
    throw error;
  }
}

function labelOf({ replications }: RunRequest, { length }: readonly Scenario[]): string {
  const scenarios = `${length} scenario${length === 1 ? "" : "s"}`;
  return typeof replications === "number"
    ? `${scenarios} × ${replications} replications`
    : `${scenarios} until sure`;
}

function optionsOf(
  request: RunRequest,
  scenarios: readonly Scenario[],
  { workers, patience, store }: Place,
): ExperimentOptions {
  const { replications, seed, uncertainty, replicationsPerSet, pairs, exceedances } = request;
  return {
    scenarios,
    replications,
    seed,
    uncertainty,
    replicationsPerSet,
    pairs,
    ...(exceedances.length > 0 && { exceedances }),
    workers,
    ...(patience !== undefined && { patience }),
    store,
    request,
    command: commandOf(request),
  };
}

function withClock(set: ResultSet, { workers, clock }: Place, seconds: number): ResultSet {
  const own = {
    finished: new Date().toISOString(),
    workers,
    seconds: Math.round(seconds * 10) / 10,
    deno: Deno.version.deno,
  };
  return { ...set, manifest: { ...set.manifest, clock: clock ?? own } };
}
