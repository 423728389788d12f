/**
 * One experiment in a process of its own: what `experiment.ts` measures.
 *
 * Takes one argument, JSON of `ExperimentAsked`, and prints one line of JSON, `ExperimentSeen`. All rows
 * are gone through as when a result folder is written.
 */

import { createHash } from "node:crypto";
import { type ResultSet, ResultStore, runExperiment } from "../../sim/experiment/mod.ts";
import { loadScenario } from "../../sim/scenario/mod.ts";

/** What is run. */
export interface ExperimentAsked {
  /** Scenario files; the first is the baseline. */
  readonly files: readonly string[];
  readonly replications: number;
  readonly workers: number;
  /** File of the store; ":memory:" for none. */
  readonly store: string;
  /** How often the largest record is written again, to time it [-]; 0 for not at all. */
  readonly writes: number;
}

/** What was seen. */
export interface ExperimentSeen {
  /** Time of the experiment, its rows gone through [s]. */
  readonly seconds: number;
  /** Replications that were run and written to the store, references too [-]. */
  readonly run: number;
  /** Digest of every row. */
  readonly digest: string;
  /** Rows gone through [-]. */
  readonly rows: number;
  /** Time to write one record [s]; 0 when none was written again. */
  readonly write: number;
  /** Resident set at the end [B]. */
  readonly resident: number;
}

/** Digest of every row that a result folder would hold, and how many there are. */
function digestOf(set: ResultSet): { digest: string; rows: number } {
  const hash = createHash("sha256");
  let rows = 0;
  for (
    const table of [
      set.measures,
      set.series,
      set.bands,
      set.comparison,
      set.exceedances,
      set.start,
      set.parameters,
    ]
  ) {
    for (const row of table) {
      rows++;
      // JSON has no NaN: null stands for it, everywhere alike.
      hash.update(JSON.stringify(row)).update("\n");
    }
  }
  return { digest: hash.digest("hex"), rows };
}

/** Time to write the largest record of the store under keys of its own [s]. */
function timeOfWrite(store: ResultStore, writes: number): number {
  if (writes === 0) return 0;
  const size = (one: { bytes: number; replications: number }) => one.bytes / one.replications;
  const [largest] = store.contents().sort((a, b) => size(b) - size(a));
  const { program, scenario, seed } = largest;
  const key = { program, scenario, seed };
  const [replication] = store.replicationsOf(key);
  const record = store.read({ ...key, replication })!;
  const start = performance.now();
  for (let i = 0; i < writes; i++) {
    store.write({ ...key, seed: "written again", replication: i }, record);
  }
  return (performance.now() - start) / 1000 / writes;
}

/** Runs what is asked for. */
export async function runAsked(
  { files, replications, workers, store: file, writes }: ExperimentAsked,
): Promise<ExperimentSeen> {
  const scenarios = await Promise.all(files.map((path) => loadScenario(path)));
  const store = ResultStore.open(file);
  try {
    let run = 0;
    const write = store.write.bind(store);
    store.write = (key, record) => {
      run++;
      write(key, record);
    };
    const start = performance.now();
    const set = await runExperiment({ scenarios, replications, seed: "1", workers, store });
    const { digest, rows } = digestOf(set);
    const seconds = (performance.now() - start) / 1000;
    const { rss: resident } = Deno.memoryUsage();
    return { seconds, run, digest, rows, write: timeOfWrite(store, writes), resident };
  } finally {
    store.close();
  }
}

if (import.meta.main) console.log(JSON.stringify(await runAsked(JSON.parse(Deno.args[0]))));
