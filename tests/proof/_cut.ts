/**
 * Copies of a store as a power cut would leave it.
 *
 * The process is stopped, its files are copied as they stand, and it goes on. Of the log's last
 * transaction, which alone may not have reached the disk, some bytes are then left out or made zero:
 * the copy must open, be sound, and hold all that was committed before.
 */

import { ResultStore } from "../../sim/experiment/store/mod.ts";
import type { Stream } from "../../sim/engine/mod.ts";
import {
  type KilledExperiment,
  replicationsIn,
  runArguments,
  type RunPlace,
  type Undisturbed,
  untilInstant,
} from "../support/killed_run.ts";
import { differingFiles, resultFiles } from "../support/result_files.ts";
import { runSim, startSim } from "../support/sim_command.ts";
import { cutLog, framesCopiedBack, logFrames, LogWatch } from "../support/write_ahead_log.ts";

/** A copy, and what is wrong with it. */
export interface CopyOutcome {
  /** Time at which it was taken [s]. */
  readonly after: number;
  /** What was done to it. */
  readonly damage: string;
  /** Replications that it holds [-]; NaN when it does not open. */
  readonly kept: number;
  /** What is wrong; empty when the proof holds. */
  readonly problems: readonly string[];
}

const SUFFIXES = ["", "-wal", "-shm"] as const;

/** Files of a store as they stand while their process is stopped. */
interface Snapshot {
  readonly after: number;
  readonly files: Readonly<Record<typeof SUFFIXES[number], Uint8Array>>;
}

const bytesOf = (path: string): Uint8Array => {
  try {
    return Deno.readFileSync(path);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return new Uint8Array(0);
    throw error;
  }
};

const same = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i]);

/** Reads the files again until nothing moves: threads stop a moment after the signal. */
function standing(store: string): Snapshot["files"] {
  const read = () => SUFFIXES.map((suffix) => bytesOf(store + suffix));
  let before = read();
  for (;;) {
    const now = read();
    if (now.every((bytes, i) => same(bytes, before[i]))) {
      return { "": now[0], "-wal": now[1], "-shm": now[2] };
    }
    before = now;
  }
}

/** Takes a number of snapshots of one run, which goes on to its end. */
async function snapshotsOf(
  experiment: KilledExperiment,
  { place, undisturbed, shares }: CutOptions & { readonly shares: readonly number[] },
): Promise<Snapshot[]> {
  const started = performance.now();
  const child = startSim(runArguments(experiment, place), "null");
  let over = false;
  const status = child.status.finally(() => over = true);
  const snapshots: Snapshot[] = [];
  const watch = new LogWatch(place.store);
  for (const share of shares) {
    await untilInstant({ share, delay: 0 }, { watch, undisturbed, ended: () => over });
    if (over) break;
    child.kill("SIGSTOP");
    const after = (performance.now() - started) / 1000;
    snapshots.push({ after, files: standing(place.store) });
    child.kill("SIGCONT");
  }
  const { code } = await status;
  if (code !== 0) throw new Error(`Cannot go on as the run must end with 0: it ended with ${code}`);
  return snapshots;
}

/** Where a run is and what it is compared with. */
export interface CutOptions {
  readonly place: RunPlace;
  readonly undisturbed: Undisturbed;
}

/** The log as it stands, cut within its last transaction, and with a sector of it made zero. */
function damagedLogs({ files }: Snapshot, draws: Stream): Readonly<Record<string, Uint8Array>> {
  const log = files["-wal"];
  const { frameBytes, committed, beforeLast } = logFrames(log);
  const whole = { "as it stands": log };
  // What was copied back was on the disk before: a power cut cannot take it.
  if (committed === 0 || framesCopiedBack(files["-shm"]) > beforeLast) return whole;
  const bytes = (committed - beforeLast) * frameBytes;
  const keep = Math.floor(draws.uniform() * bytes);
  const cut = cutLog(log, { frames: beforeLast, keep });
  const zeroed = log.slice();
  const at = 32 + beforeLast * frameBytes + Math.floor(draws.uniform() * bytes);
  zeroed.fill(0, at, Math.min(at + 512, 32 + committed * frameBytes));
  return {
    ...whole,
    [`last ${bytes - keep} of ${bytes} B missing`]: cut,
    "a sector made zero": zeroed,
  };
}

function checkCopy(path: string, atLeast: number): { kept: number; problems: string[] } {
  try {
    const kept = replicationsIn(path);
    const store = ResultStore.open(path);
    const problems = store.check();
    store.close();
    if (kept < atLeast) problems.push(`${kept} replications, expected at least ${atLeast}`);
    return { kept, problems };
  } catch (error) {
    return { kept: NaN, problems: [(error as Error).message] };
  }
}

/**
 * Copies the store of a run at several instants, damages the copies, checks each, and ends the
 * experiment from the last one.
 *
 * @param experiment What is run.
 * @param options Place, undisturbed run, stream for the damage.
 * @returns One outcome for each copy.
 */
export async function cutPower(
  experiment: KilledExperiment,
  { draws, ...options }: CutOptions & { readonly draws: Stream },
): Promise<CopyOutcome[]> {
  const shares = Array.from({ length: 5 }, (_, i) => (i + draws.uniform()) / 5 * 0.9);
  const snapshots = await snapshotsOf(experiment, { ...options, shares });
  const outcomes: CopyOutcome[] = [];
  let path = "";
  for (const snapshot of snapshots) {
    let whole = 0;
    for (const [damage, log] of Object.entries(damagedLogs(snapshot, draws))) {
      path = `${options.place.store}.copy${outcomes.length}`;
      await Deno.writeFile(path, snapshot.files[""]);
      await Deno.writeFile(`${path}-wal`, log);
      // At most the last transaction may be gone.
      const { kept, problems } = checkCopy(path, damage === "as it stands" ? 0 : whole - 1);
      if (damage === "as it stands") whole = kept;
      outcomes.push({ after: snapshot.after, damage, kept, problems });
    }
  }
  outcomes.push(await ended(experiment, { ...options, path }));
  return outcomes;
}

/** The last copy, carried to the end of the experiment. */
async function ended(
  experiment: KilledExperiment,
  { place, undisturbed, path }: CutOptions & { readonly path: string },
): Promise<CopyOutcome> {
  const out = `${place.out}_from_copy`;
  const said = await runSim(...runArguments(experiment, { store: path, out }));
  const problems = said.code === 0
    ? differingFiles(resultFiles(out), undisturbed.files).map((name) => `other bytes: ${name}`)
    : [said.stderr.trim()];
  return {
    after: NaN,
    damage: "last copy, carried to the end",
    kept: replicationsIn(path),
    problems,
  };
}
