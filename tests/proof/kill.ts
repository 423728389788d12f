/**
 * `deno task proof`: an experiment survives what ends its process.
 *
 * The command that everybody uses is started with a store on disk; it is killed at instants spread over
 * its run, its store is copied as a power cut would leave it, its disk is filled. Each time the store
 * must be sound, and the experiment, resumed, must end in the same bytes as one that nobody disturbed.
 * A worker that dies or hangs alone is a matter of the pool and tested there.
 */

import { fromFileUrl } from "@std/path";
import { keyOf, type Stream, Streams } from "../../sim/engine/mod.ts";
import { asksForHelp } from "../support/command_line.ts";
import {
  killAndResume,
  type KilledExperiment,
  type KilledOutcome,
  runUndisturbed,
  type Undisturbed,
} from "../support/killed_run.ts";
import { cutPower } from "./_cut.ts";
import { fillDisk } from "./_full_disk.ts";
import { type ProofOptions, proofOptionsOf, USAGE } from "./_options.ts";

/** Files of the experiment. */
const SCENARIOS = ["scenarios/training.yaml", "scenarios/training_no_tiers.yaml"];
const WORKERS = 2;
/** Longest wait after a change of the log before the kill [ms]. */
const LONGEST_DELAY = 3;
/** The disk that is filled, as a share of the undisturbed store [-]. */
const SMALL = 0.5;

/** What passed and failed so far. */
interface Count {
  passed: number;
  failed: number;
}

/** What all parts of the proof share. */
interface Proof {
  readonly experiment: KilledExperiment;
  readonly undisturbed: Undisturbed;
  readonly folder: string;
  readonly draws: Stream;
  readonly count: Count;
}

function row(cells: readonly string[], problems: readonly string[], count: Count): void {
  if (problems.length === 0) count.passed++;
  else count.failed++;
  const widths = [4, 9, 12, 40];
  const line = cells.map((cell, i) => cell.padStart(i < 3 ? widths[i] : 0).padEnd(widths[i]));
  console.log(
    `${line.join("  ")}  ${problems.length === 0 ? "ok" : `FAIL ${problems.join("; ")}`}`,
  );
}

async function killAll({ experiment, undisturbed, folder, draws, count }: Proof, instants: number) {
  console.log(`\nKilled with SIGKILL, checked, resumed, compared byte for byte`);
  console.log("   n  killed at  kept          the kill left");
  for (let n = 0; n < instants; n++) {
    const share = (n + draws.uniform()) / instants;
    // Every other kill comes with the first bytes of a commit.
    const delay = n % 2 === 0 ? 0 : draws.uniform() * LONGEST_DELAY;
    const place = { store: `${folder}/kill${n}.sqlite`, out: `${folder}/kill${n}` };
    const outcome = await killAndResume(experiment, {
      place,
      instant: { share, delay },
      undisturbed,
    });
    const { killedAfter, kept, problems } = outcome;
    const left = leftBy(outcome);
    const cells = [
      `${n + 1}`,
      `${killedAfter.toFixed(2)} s`,
      `${kept} of ${undisturbed.replications}`,
    ];
    row([...cells, left], problems, count);
    if (problems.length === 0) removeRun(place);
  }
}

function leftBy({ killed, unfinished, hidden }: KilledOutcome): string {
  if (!killed) return "nothing: done before";
  const left = [
    ...unfinished ? ["a transaction begun"] : [],
    ...hidden ? ["half a result folder"] : [],
  ];
  return left.join(", ") || "-";
}

function removeRun({ store, out }: { store: string; out: string }): void {
  for (const path of [store, `${store}-wal`, `${store}-shm`, out]) {
    try {
      Deno.removeSync(path, { recursive: true });
    } catch (error) {
      if (!(error instanceof Deno.errors.NotFound)) throw error;
    }
  }
}

async function cutAll({ experiment, undisturbed, folder, draws, count }: Proof): Promise<void> {
  console.log("\nCopied while it runs, as a power cut would leave it");
  console.log("   n  copied at  kept          damage");
  const place = { store: `${folder}/cut.sqlite`, out: `${folder}/cut` };
  const copies = await cutPower(experiment, { place, undisturbed, draws });
  copies.forEach(({ after, damage, kept, problems }, n) => {
    const at = Number.isNaN(after) ? "-" : `${after.toFixed(2)} s`;
    row([`${n + 1}`, at, `${kept} of ${undisturbed.replications}`, damage], problems, count);
  });
}

async function full({ experiment, undisturbed, folder, count }: Proof): Promise<void> {
  console.log("\nA full disk");
  const { size } = await Deno.stat(`${folder}/whole.sqlite`);
  const bytes = Math.round(SMALL * size);
  const { skipped, said, kept, problems } = await fillDisk(experiment, {
    folder,
    bytes,
    undisturbed,
  });
  if (skipped !== "") return console.log(`skipped: ${skipped}`);
  console.log(`it said: ${said}`);
  row(["1", "", `${kept} of ${undisturbed.replications}`, `disk of ${bytes} B`], problems, count);
}

async function prove({ instants, replications, seed, parts }: ProofOptions): Promise<Count> {
  const results = fromFileUrl(new URL("../../results/", import.meta.url));
  await Deno.mkdir(results, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: results, prefix: "proof_" });
  const count = { passed: 0, failed: 0 };
  const experiment = { scenarios: SCENARIOS, replications, workers: WORKERS };
  const place = { store: `${folder}/whole.sqlite`, out: `${folder}/whole` };
  const undisturbed = await runUndisturbed(experiment, place);
  const { seconds, tail, files } = undisturbed;
  console.log(
    `Undisturbed: ${undisturbed.replications} replications in ${seconds.toFixed(1)} s, ` +
      `${tail.toFixed(1)} s of it after the last replication; ${files.size} files`,
  );
  const draws = new Streams(keyOf(seed, 0)).open("instants");
  const proof = { experiment, undisturbed, folder, draws, count };
  if (parts.includes("kill")) await killAll(proof, instants);
  if (parts.includes("cut")) await cutAll(proof);
  if (parts.includes("full")) await full(proof);
  if (count.failed === 0) await Deno.remove(folder, { recursive: true });
  else console.log(`\nStores and results of what failed are in ${folder}`);
  return count;
}

/**
 * Runs the proof.
 *
 * @param args Arguments, without the program's name.
 * @returns Exit code: 0 all passed, 1 something failed, 2 bad options.
 */
export async function main(args: readonly string[]): Promise<number> {
  if (asksForHelp(args)) {
    console.log(USAGE);
    return 0;
  }
  let options: ProofOptions;
  try {
    options = proofOptionsOf(args);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    console.error(`${error.message}\n${USAGE}`);
    return 2;
  }
  const { passed, failed } = await prove(options).catch((error: Error) => {
    console.error(error.message);
    return { passed: 0, failed: 1 };
  });
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed > 0 ? 1 : 0;
}

if (import.meta.main) Deno.exit(await main(Deno.args));
