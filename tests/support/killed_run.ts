/**
 * An experiment whose process is killed and that is then resumed.
 *
 * The instant lies a share into the time that the undisturbed run took; from then on the next change
 * of the store's log is waited for, and a moment more, so that the kill falls among the writes of a
 * commit as often as between commits.
 */

import { ResultStore } from "../../sim/experiment/store/mod.ts";
import { differingFiles, type ResultFiles, resultFiles } from "./result_files.ts";
import { runSim, type Said, startSim } from "./sim_command.ts";
import { logFrames } from "./write_ahead_log.ts";

/** What is run. */
export interface KilledExperiment {
  /** Scenario files; the first is the baseline. */
  readonly scenarios: readonly string[];
  /** Replications per scenario [-]. */
  readonly replications: number;
  /** Worker threads [-]. */
  readonly workers: number;
}

/** Where a run keeps its store and writes its results. */
export interface RunPlace {
  /** File of the store. */
  readonly store: string;
  /** Result folder. */
  readonly out: string;
}

/** The run that nobody disturbs. */
export interface Undisturbed {
  /** Wall-clock time [s]. */
  readonly seconds: number;
  /** Time until the store had its first replication [s]. */
  readonly first: number;
  /** Its result files. */
  readonly files: ResultFiles;
  /** Replications in its store, those of references too [-]. */
  readonly replications: number;
}

/** When a run is killed. */
export interface Instant {
  /** Share of the time from the first replication in the store to the end of the undisturbed run [-]. */
  readonly share: number;
  /** Time after the next change of the log [ms]. */
  readonly delay: number;
}

/** What became of a run that was killed and resumed. */
export interface KilledOutcome {
  /** Time until it was killed [s]. */
  readonly killedAfter: number;
  /** Whether the kill found the process still running. */
  readonly killed: boolean;
  /** Replications in the store after the kill [-]. */
  readonly kept: number;
  /** Whether the log ended in a transaction that was not committed. */
  readonly unfinished: boolean;
  /** What went wrong, in order; empty when the proof holds. */
  readonly problems: readonly string[];
}

/** Arguments of the command. */
export function runArguments(
  { scenarios, replications, workers }: KilledExperiment,
  { store, out }: RunPlace,
): string[] {
  const options = ["--replications", `${replications}`, "--workers", `${workers}`];
  return ["run", ...scenarios, ...options, "--store", store, "--out", out];
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Size and time of the last change of a store's log; empty while there is none. */
function logState(store: string): string {
  try {
    const { size, mtime } = Deno.statSync(`${store}-wal`);
    return size === 0 ? "" : `${size} ${mtime?.getTime()}`;
  } catch {
    return "";
  }
}

/** Replications that a store holds [-]; 0 while it has no tables. */
export function replicationsIn(file: string): number {
  try {
    if (Deno.statSync(file).size === 0 && logState(file) === "") return 0;
  } catch {
    return 0;
  }
  const store = ResultStore.open(file);
  try {
    return store.contents().reduce((sum, { replications }) => sum + replications, 0);
  } finally {
    store.close();
  }
}

function expectDone(what: string, said: Said): void {
  if (said.code === 0) return;
  throw new Error(
    `Cannot go on as ${what} must end with 0: it ended with ${said.code}\n${said.stderr}`,
  );
}

/**
 * Runs the experiment without disturbing it, to compare with.
 *
 * @param experiment What is run.
 * @param place Where.
 * @returns Its files and how long it took.
 */
export async function runUndisturbed(
  experiment: KilledExperiment,
  place: RunPlace,
): Promise<Undisturbed> {
  const started = performance.now();
  const since = () => (performance.now() - started) / 1000;
  let [first, running] = [NaN, true];
  const watch = (async () => {
    // The schema is the first change; the tables are filled by those that follow.
    while (running && !(replicationsChanged(place.store) > 1)) await pause(2);
    first = since();
  })();
  const said = await runSim(...runArguments(experiment, place));
  running = false;
  await watch;
  expectDone("the undisturbed run", said);
  return {
    seconds: said.seconds,
    first,
    files: resultFiles(place.out),
    replications: replicationsIn(place.store),
  };
}

/** Transactions in the log [-], by its bytes alone: reading it does not touch the store. */
function replicationsChanged(store: string): number {
  try {
    const bytes = Deno.readFileSync(`${store}-wal`);
    const { committed, beforeLast } = logFrames(bytes);
    return committed === 0 ? 0 : beforeLast === 0 ? 1 : 2;
  } catch {
    return 0;
  }
}

/** Waits for the instant; ends early when the process does. */
export async function untilInstant(
  { share, delay }: Instant,
  { store, undisturbed, ended }: {
    readonly store: string;
    readonly undisturbed: Undisturbed;
    readonly ended: () => boolean;
  },
): Promise<void> {
  while (!ended() && replicationsChanged(store) < 2) await pause(1);
  await pause(1000 * share * (undisturbed.seconds - undisturbed.first));
  const before = logState(store);
  const limit = performance.now() + 300;
  while (!ended() && performance.now() < limit && logState(store) === before) await pause(0);
  const until = performance.now() + delay;
  while (performance.now() < until);
}

/**
 * Starts the experiment, kills its process with SIGKILL, checks the store, resumes and compares.
 *
 * @param experiment What is run.
 * @param options Where, when, and the undisturbed run to compare with.
 * @returns What became of it.
 */
export async function killAndResume(
  experiment: KilledExperiment,
  { place, instant, undisturbed }: {
    readonly place: RunPlace;
    readonly instant: Instant;
    readonly undisturbed: Undisturbed;
  },
): Promise<KilledOutcome> {
  const { store, out } = place;
  const started = performance.now();
  const child = startSim(runArguments(experiment, place), "null");
  let over = false;
  const status = child.status.finally(() => over = true);
  await untilInstant(instant, { store, undisturbed, ended: () => over });
  if (!over) child.kill("SIGKILL");
  const killedAfter = (performance.now() - started) / 1000;
  const killed = (await status).signal === "SIGKILL";
  const { frames, committed } = logFrames(logBytes(store));
  const problems: string[] = [];
  const sound = await runSim("store", "--check", store);
  if (sound.code !== 0) problems.push(`not sound: ${sound.stderr.trim()}`);
  const kept = replicationsIn(store);
  const resumed = await resume(experiment, place, killed);
  if (resumed.code !== 0) problems.push(`not resumed: ${resumed.stderr.trim()}`);
  const found = Number(resumed.stdout.match(/(\d+) replications were in the store/)?.[1] ?? 0);
  if (found !== kept) problems.push(`${kept} replications were kept, ${found} used again`);
  if (resumed.code === 0) {
    const differing = differingFiles(resultFiles(out), undisturbed.files);
    if (differing.length > 0) problems.push(`other bytes: ${differing.join(", ")}`);
  }
  problems.push(...leftBehind(out));
  return { killedAfter, killed, kept, unfinished: frames > committed, problems };
}

function logBytes(store: string): Uint8Array {
  try {
    return Deno.readFileSync(`${store}-wal`);
  } catch {
    return new Uint8Array(0);
  }
}

/** `--resume`; the same command where the process was done before it could be killed. */
async function resume(
  experiment: KilledExperiment,
  place: RunPlace,
  killed: boolean,
): Promise<Said> {
  return killed
    ? await runSim("run", "--resume", "--store", place.store, "--workers", `${experiment.workers}`)
    : await runSim(...runArguments(experiment, place));
}

/** Hidden folders beside a result folder that a writer has not cleared. */
function leftBehind(out: string): string[] {
  const [folder, name] = [out.slice(0, out.lastIndexOf("/")), out.slice(out.lastIndexOf("/") + 1)];
  return [...Deno.readDirSync(folder)].filter((entry) => entry.name.startsWith(`.${name}.`))
    .map((entry) => `left behind: ${entry.name}`);
}
