/**
 * An experiment whose process is killed and that is then resumed.
 *
 * The instant is told by the commits that the store's log has seen, not by the clock: so it falls
 * where it should on a busy machine too. Then the log's next growth is waited for, and a moment more,
 * so that the kill falls among the writes of a commit as often as between commits.
 */

import { ResultStore } from "../../sim/experiment/store/mod.ts";
import { differingFiles, type ResultFiles, resultFiles } from "./result_files.ts";
import { runSim, type Said, startSim } from "./sim_command.ts";
import { logFrames, LogWatch } from "./write_ahead_log.ts";

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
  /** Time from the commit of its last replication to its end [s]. */
  readonly tail: number;
  /** Its result files. */
  readonly files: ResultFiles;
  /** Replications in its store, those of references too [-]. */
  readonly replications: number;
}

/** When a run is killed. */
export interface Instant {
  /** Share of the run [-]: the first nine tenths by commits, the last one by time since the last commit. */
  readonly share: number;
  /** Time after the log's next growth [ms]. */
  readonly delay: number;
}

/** Commits before the first replication: the tables, and the note that an experiment runs [-]. */
const BEFORE = 2;
/** Share of a run that is told by its commits [-]; after that it writes its results. */
const BY_COMMITS = 0.9;

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
  /** Whether a folder of results was left half written, hidden beside the one named. */
  readonly hidden: boolean;
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

/** Longest wait for the next change of the log [ms]. */
const LONGEST_WAIT_MS = 1000;

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Replications of some scenarios that a store holds [-]; of all when none are named, 0 without a file. */
export function replicationsIn(
  file: string,
  wanted: (scenario: string) => boolean = () => true,
): number {
  return inStore(file, (store) =>
    store.contents().filter(({ scenario }) => wanted(scenario))
      .reduce((sum, { replications }) => sum + replications, 0)) ?? 0;
}

/** What is asked of a store; undefined while there is no file. */
function inStore<T>(file: string, ask: (store: ResultStore) => T): T | undefined {
  try {
    Deno.statSync(file);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
  const store = ResultStore.open(file);
  try {
    return ask(store);
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
  const watch = new LogWatch(place.store);
  /** Times at which each number of commits was first seen [ms]. */
  const seen = new Map<number, number>();
  let running = true;
  const watching = (async () => {
    while (running) {
      watch.look();
      if (!seen.has(watch.commits)) seen.set(watch.commits, performance.now());
      await pause(5);
    }
  })();
  const said = await runSim(...runArguments(experiment, place));
  const end = performance.now();
  running = false;
  await watching;
  expectDone("the undisturbed run", said);
  const replications = replicationsIn(place.store);
  const all = BEFORE + replications;
  const last = Math.min(...[...seen].map(([commits, at]) => commits >= all ? at : end));
  return {
    seconds: (end - started) / 1000,
    tail: (end - last) / 1000,
    files: resultFiles(place.out),
    replications,
  };
}

/** Waits for the instant; ends early when the process does. */
export async function untilInstant(
  { share, delay }: Instant,
  { watch, undisturbed: { replications, tail }, ended }: {
    readonly watch: LogWatch;
    readonly undisturbed: Undisturbed;
    readonly ended: () => boolean;
  },
): Promise<void> {
  const wanted = Math.floor(Math.min(1, share / BY_COMMITS) * (BEFORE + replications));
  while (!ended() && watch.commits < wanted) {
    watch.look();
    await pause(1);
  }
  if (share > BY_COMMITS) return await pause(1000 * tail * (share - BY_COMMITS) / (1 - BY_COMMITS));
  const before = watch.size;
  const limit = performance.now() + LONGEST_WAIT_MS;
  // Without a pause, which would last longer than the writes of a commit.
  do watch.look(); while (performance.now() < limit && watch.size === before);
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
  const watch = new LogWatch(store);
  await untilInstant(instant, { watch, undisturbed, ended: () => over });
  if (!over) child.kill("SIGKILL");
  const killedAfter = (performance.now() - started) / 1000;
  const killed = (await status).signal === "SIGKILL";
  const { frames, committed } = logFrames(logBytes(store));
  const sound = await runSim("store", "--check", store);
  const kept = replicationsIn(store);
  const left = hiddenBeside(out);
  const problems = [
    ...sound.code === 0 ? [] : [`not sound: ${sound.stderr.trim()}`],
    ...await carriedOn(experiment, { place, undisturbed }),
    ...left.length === 0 ? [] : await cleared(experiment, { place, left, undisturbed }),
  ];
  const unfinished = frames > committed;
  return { killedAfter, killed, kept, unfinished, hidden: left.length > 0, problems };
}

/** Resumes and compares; what is wrong. */
async function carriedOn(
  experiment: KilledExperiment,
  { place, undisturbed }: { readonly place: RunPlace; readonly undisturbed: Undisturbed },
): Promise<string[]> {
  const kept = replicationsIn(place.store, (scenario) => !scenario.startsWith("reference "));
  const resumed = await resume(experiment, place);
  if (resumed.code !== 0) return [`not resumed: ${resumed.stderr.trim()}`];
  return [...notUsedAgain(kept, resumed, experiment), ...otherBytes(place.out, undisturbed)];
}

function otherBytes(out: string, { files }: Undisturbed): string[] {
  return differingFiles(resultFiles(out), files).map((name) => `other bytes: ${name}`);
}

/**
 * What a kill among the writing of results leaves is one hidden folder, which the next writer clears
 * once it is a day old: it is made so, and results are written again.
 */
async function cleared(
  experiment: KilledExperiment,
  { place, left, undisturbed }: {
    readonly place: RunPlace;
    readonly left: readonly string[];
    readonly undisturbed: Undisturbed;
  },
): Promise<string[]> {
  left.forEach(makeOld);
  const again = await runSim(...runArguments(experiment, place));
  if (again.code !== 0) return [`not written again: ${again.stderr.trim()}`];
  const more = left.length > 1 ? [`left behind: ${left.join(", ")}`] : [];
  const stays = hiddenBeside(place.out).map((path) => `not cleared after a day: ${path}`);
  return [...more, ...stays, ...otherBytes(place.out, undisturbed)];
}

function makeOld(path: string): void {
  const before = new Date(Date.now() - 2 * 86_400_000);
  if (Deno.statSync(path).isDirectory) {
    for (const { name } of Deno.readDirSync(path)) makeOld(`${path}/${name}`);
  }
  Deno.utimeSync(path, before, before);
}

function logBytes(store: string): Uint8Array {
  try {
    return Deno.readFileSync(`${store}-wal`);
  } catch {
    return new Uint8Array(0);
  }
}

/** `--resume`; the same command where the store knows of nothing unfinished. */
async function resume(experiment: KilledExperiment, place: RunPlace): Promise<Said> {
  const unfinished = inStore(place.store, (store) => store.lastUnfinished());
  return unfinished === undefined
    ? await runSim(...runArguments(experiment, place))
    : await runSim("run", "--resume", "--store", place.store, "--workers", `${experiment.workers}`);
}

/** What the command says of replications of scenarios in the store, beside how many there were. */
function notUsedAgain(
  kept: number,
  { stdout }: Said,
  { scenarios, replications }: KilledExperiment,
): string[] {
  // Where everything was there, there was nothing left to run and to speak of.
  if (kept === scenarios.length * replications) return [];
  const said = stdout.match(/(\d+) replications of scenarios were in the store/)?.[1] ?? "0";
  return Number(said) === kept ? [] : [`${kept} replications were kept, ${said} used again`];
}

/** Hidden folders of writers beside a result folder. */
function hiddenBeside(out: string): string[] {
  const [folder, name] = [out.slice(0, out.lastIndexOf("/")), out.slice(out.lastIndexOf("/") + 1)];
  return [...Deno.readDirSync(folder)].filter((entry) => entry.name.startsWith(`.${name}.`))
    .map((entry) => `${folder}/${entry.name}`);
}
