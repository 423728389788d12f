/** What experiments cost: two workers, the store, resuming, memory. */

import { fromFileUrl } from "@std/path";
import type { ExperimentAsked, ExperimentSeen } from "./experiment_run.ts";
import { type Figure, RUNS, timingOf } from "./_timing.ts";
import { measure } from "./peers/measure.ts";

const PROJECT = new URL("../../", import.meta.url);
/** As the tasks that simulate. */
const COMMAND = [
  Deno.execPath(),
  "run",
  "--v8-flags=--max-inlined-bytecode-size-cumulative=4000",
  "-A",
  fromFileUrl(new URL("tests/bench/experiment_run.ts", PROJECT)),
];
/** An experiment is given up after this time [ms]. */
const LIMIT_MS = 1_800_000;

const TRAINING = ["scenarios/training.yaml", "scenarios/training_no_tiers.yaml"];
const DISTRICT = ["scenarios/district_shijingshan.yaml"];
const BEIJING = ["scenarios/plan.yaml"];

/** What one experiment in a process of its own showed. */
interface Run extends ExperimentSeen {
  /** Highest resident set of the process [MB]. */
  readonly peak: number;
}

async function run(
  asked: Partial<ExperimentAsked> & Pick<ExperimentAsked, "files" | "replications">,
) {
  const whole: ExperimentAsked = { workers: 1, store: ":memory:", writes: 0, ...asked };
  const files = whole.files.map((path) => fromFileUrl(new URL(path, PROJECT)));
  const command = [...COMMAND, JSON.stringify({ ...whole, files })];
  const { output, peak } = await measure(command, LIMIT_MS);
  const seen: ExperimentSeen = JSON.parse(output.trim().split("\n").at(-1)!);
  return { ...seen, peak: peak ?? NaN } satisfies Run;
}

/** A folder for stores on the disk that results go to. */
async function withFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const results = fromFileUrl(new URL("results/", PROJECT));
  await Deno.mkdir(results, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: results, prefix: "bench_" });
  try {
    return await work(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Time of one worker over that of two, and whether both give the same rows. */
async function workers(
  label: string,
  asked: Pick<ExperimentAsked, "files" | "replications">,
  runs: number,
): Promise<Figure[]> {
  const [one, two]: Run[][] = [[], []];
  for (let i = 0; i < runs; i++) {
    one.push(await run({ ...asked, workers: 1 }));
    two.push(await run({ ...asked, workers: 2 }));
  }
  const [alone, both] = [one, two].map((all) => timingOf(all.map(({ seconds }) => seconds)));
  const digests = new Set([...one, ...two].map(({ digest }) => digest));
  const name = `${label}, ${asked.replications} replications`;
  return [
    { name: `${name}: one worker`, value: alone.best, unit: "s", spread: alone.spread },
    { name: `${name}: two workers`, value: both.best, unit: "s", spread: both.spread },
    { name: `${name}: one over two workers`, value: alone.best / both.best, unit: "times" },
    { name: `${name}: different results, wanted 1`, value: digests.size, unit: "results" },
  ];
}

/** What the disk costs over memory, and asking for an experiment that is done. */
async function stores(folder: string): Promise<Figure[]> {
  const asked = { files: TRAINING, replications: 40 };
  const [disk, memory, again]: Run[][] = [[], [], []];
  for (let i = 0; i < RUNS; i++) {
    const store = `${folder}/training${i}.sqlite`;
    memory.push(await run(asked));
    disk.push(await run({ ...asked, store }));
    again.push(await run({ ...asked, store }));
  }
  const [onDisk, inMemory, resumed] = [disk, memory, again].map((all) =>
    timingOf(all.map(({ seconds }) => seconds))
  );
  const most = Math.max(...again.map((one) => one.run));
  const results = new Set([...disk, ...memory, ...again].map(({ digest }) => digest)).size;
  const name = "training grid, 2 × 40 replications";
  return [
    { name: `${name}: store in memory`, value: inMemory.best, unit: "s", spread: inMemory.spread },
    { name: `${name}: store on disk`, value: onDisk.best, unit: "s", spread: onDisk.spread },
    { name: `${name}: disk over memory`, value: onDisk.best / inMemory.best, unit: "times" },
    { name: `${name}: asked again`, value: resumed.best, unit: "s", spread: resumed.spread },
    { name: `${name}: replications run when asked again, wanted 0`, value: most, unit: "-" },
    { name: `${name}: different results, wanted 1`, value: results, unit: "results" },
  ];
}

/** One commit of a Beijing replication beside the replication itself; the target is 2 %. */
async function commits(folder: string): Promise<Figure[]> {
  const seen = await run({
    files: BEIJING,
    replications: 1,
    store: `${folder}/beijing.sqlite`,
    writes: 20,
  });
  return [
    { name: "Beijing: one commit to the store", value: 1000 * seen.write, unit: "ms" },
    {
      name: "Beijing: commits, share of a replication, wanted at most 2",
      // A scenario's replication and its reference's are one commit each.
      value: 100 * 2 * seen.write / seen.seconds,
      unit: "%",
    },
  ];
}

/** Memory must not grow with the number of replications. */
async function memory(folder: string): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const replications of [200, 2000]) {
    const { peak, rows, seconds } = await run({
      files: TRAINING.slice(0, 1),
      replications,
      workers: 2,
      store: `${folder}/memory${replications}.sqlite`,
    });
    const name = `training grid, ${replications.toLocaleString("en")} replications`;
    figures.push(
      { name: `${name}: peak memory`, value: peak, unit: "MB" },
      { name: `${name}: time`, value: seconds, unit: "s" },
      { name: `${name}: rows`, value: rows, unit: "rows" },
    );
  }
  return figures;
}

/** All figures of experiments, in the order in which they are measured. */
export async function experimentFigures(say: (text: string) => void): Promise<Figure[]> {
  say("experiments: two workers on the district");
  const district = await workers(
    "Shijingshan district",
    { files: DISTRICT, replications: 20 },
    RUNS,
  );
  say("experiments: two workers on Beijing");
  const beijing = await workers("Beijing", { files: BEIJING, replications: 4 }, 1);
  return await withFolder(async (folder) => {
    say("experiments: the store");
    const stored = [...await stores(folder), ...await commits(folder)];
    say("experiments: memory");
    return [...district, ...beijing, ...stored, ...await memory(folder)];
  });
}
