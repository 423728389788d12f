/** A run whose disk is full: what it says, what it leaves, and that it goes on once there is room. */

import {
  type KilledExperiment,
  replicationsIn,
  runArguments,
  type Undisturbed,
} from "../support/killed_run.ts";
import { differingFiles, resultFiles } from "../support/result_files.ts";
import { runSim } from "../support/sim_command.ts";

/** What a small disk showed. */
export interface FullDiskOutcome {
  /** Why it could not be tried; empty when it was. */
  readonly skipped: string;
  /** What the run said when the disk was full. */
  readonly said: string;
  /** Replications kept by then [-]. */
  readonly kept: number;
  /** What went wrong; empty when the proof holds. */
  readonly problems: readonly string[];
}

async function command(name: string, ...args: string[]): Promise<string> {
  try {
    const { code, stderr } = await new Deno.Command(name, { args, stdout: "null", stderr: "piped" })
      .output();
    return code === 0
      ? ""
      : new TextDecoder().decode(stderr).trim() || `${name} ended with ${code}`;
  } catch (error) {
    return (error as Error).message;
  }
}

/**
 * Runs an experiment with its store on a small disk in memory, gives the disk room, and resumes.
 *
 * @param experiment What is run.
 * @param options Folder for the disk and the results, size of the disk, undisturbed run.
 * @returns What it showed; skipped where nobody may mount a disk.
 */
export async function fillDisk(
  experiment: KilledExperiment,
  { folder, bytes, undisturbed }: {
    readonly folder: string;
    readonly bytes: number;
    readonly undisturbed: Undisturbed;
  },
): Promise<FullDiskOutcome> {
  const disk = `${folder}/disk`;
  await Deno.mkdir(disk, { recursive: true });
  const refused = await command("mount", "-t", "tmpfs", "-o", `size=${bytes}`, "tmpfs", disk);
  if (refused !== "") {
    const skipped = `a small disk needs Linux and root: ${refused.split("\n")[0]}`;
    return { skipped, said: "", kept: 0, problems: [] };
  }
  // A disk in memory must not stay when the proof is interrupted.
  const interrupt = () => command("umount", "--lazy", disk).then(() => Deno.exit(130));
  Deno.addSignalListener("SIGINT", interrupt);
  try {
    return await onDisk(experiment, { disk, out: `${folder}/full`, undisturbed });
  } finally {
    Deno.removeSignalListener("SIGINT", interrupt);
    await command("umount", disk);
  }
}

async function onDisk(
  experiment: KilledExperiment,
  { disk, out, undisturbed }: {
    readonly disk: string;
    readonly out: string;
    readonly undisturbed: Undisturbed;
  },
): Promise<FullDiskOutcome> {
  const store = `${disk}/store.sqlite`;
  const problems: string[] = [];
  const full = await runSim(...runArguments(experiment, { store, out }));
  const said = full.stderr.split("\n").find((line) => line.startsWith("Cannot ")) ?? "";
  if (full.code === 0) problems.push("the run did not notice that the disk was full");
  if (!said.includes("the disk must have room")) problems.push(`unclear: ${full.stderr.trim()}`);
  if (full.stderr.includes("    at ")) problems.push("it shows a stack and not a sentence");
  const grown = await command("mount", "-o", "remount,size=256m", disk);
  if (grown !== "") problems.push(`no room given: ${grown}`);
  const sound = await runSim("store", "--check", store);
  if (sound.code !== 0) problems.push(`not sound: ${sound.stderr.trim()}`);
  const kept = replicationsIn(store);
  if (!(kept > 0 && kept < undisturbed.replications)) problems.push(`${kept} replications kept`);
  const resumed = await runSim("run", "--resume", "--store", store);
  if (resumed.code !== 0) problems.push(`not resumed: ${resumed.stderr.trim()}`);
  else {
    const differing = differingFiles(resultFiles(out), undisturbed.files);
    if (differing.length > 0) problems.push(`other bytes: ${differing.join(", ")}`);
  }
  return { skipped: "", said, kept, problems };
}
