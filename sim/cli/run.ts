/** `run`: scenarios → replications → a result folder with its report. */
import { Command, Option } from "commander";
import { incomparable, runExperiment } from "../experiment/mod.ts";
import type { EventLog, ResultSet } from "../experiment/mod.ts";
import { checkResultFolder, writeReportFolder } from "../report/mod.ts";
import { loadScenario } from "../scenario/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { writeEventLog } from "./event_log.ts";
import { InputError, Interrupted } from "./exit.ts";
import { parseReplications, parseWorkers } from "./options.ts";
import { Progress } from "./progress.ts";
import { summaryLines } from "./summary.ts";

interface RunOptions {
  readonly replications: number;
  readonly seed: string;
  readonly workers: number;
  readonly out: string;
  readonly log: boolean;
}

/**
 * The command `run`.
 *
 * @returns The command.
 */
export function runCommand(): Command {
  return new Command("run")
    .description("Runs scenarios on the same people and compares them with the first one.")
    .argument("<file...>", "scenario files (YAML); the first is the baseline")
    .addOption(
      new Option("-n, --replications <number>", "replications per scenario").default(3)
        .argParser(parseReplications),
    )
    .option("-s, --seed <text>", "seed: any text; the same seed gives the same people", "1")
    .addOption(
      new Option("-w, --workers <number>", "worker threads; results do not depend on it")
        .default(navigator.hardwareConcurrency, "one per core").argParser(parseWorkers),
    )
    .option("-o, --out <folder>", "result folder", "results/latest")
    .option("--log", "also write the event log of the first replication of each scenario", false)
    .action(run);
}

/** Loads all scenarios; all that is wrong with any of them comes in one error. */
async function loadAll(files: readonly string[]): Promise<Scenario[]> {
  const loaded = await Promise.allSettled(files.map((file) => loadScenario(file)));
  const failures = loaded.flatMap((l) => l.status === "rejected" ? [l.reason as Error] : []);
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new InputError(failures.map((f) => f.message).join("\n"));
  const scenarios = loaded.flatMap((l) => l.status === "fulfilled" ? [l.value] : []);
  const reason = incomparable(scenarios);
  if (reason !== "") throw new InputError(reason);
  return scenarios;
}

async function run(files: string[], options: RunOptions): Promise<void> {
  checkTarget(options.out);
  const scenarios = await loadAll(files);
  const stop = new AbortController();
  const interrupt = () => stop.abort(new Interrupted("Interrupted: nothing was written"));
  Deno.addSignalListener("SIGINT", interrupt);
  const progress = new Progress(
    `${scenarios.length} scenarios × ${options.replications} replications`,
  );
  const logs: [Scenario, EventLog][] = [];
  try {
    progress.show(0);
    const set = await runExperiment({
      scenarios,
      replications: options.replications,
      seed: options.seed,
      workers: options.workers,
      signal: stop.signal,
      command: commandOf(files, options),
      onProgress: (share) => progress.show(share),
      ...(options.log &&
        { onLog: (scenario: Scenario, log: EventLog) => logs.push([scenario, log]) }),
    });
    progress.end();
    writeReportFolder(withClock(set, progress.seconds, options.workers), options.out);
    for (const [scenario, log] of logs) writeEventLog(options.out, scenario, log);
    console.log(summaryLines(set, { folder: options.out, seconds: progress.seconds }).join("\n"));
  } finally {
    Deno.removeSignalListener("SIGINT", interrupt);
  }
}

function checkTarget(folder: string): void {
  try {
    checkResultFolder(folder);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}

function commandOf(files: readonly string[], { replications, seed, log }: RunOptions): string {
  const quoted = [...files, "--replications", `${replications}`, "--seed", seed]
    .map((word) => /^[\w./:=-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`);
  return ["deno task sim run", ...quoted, ...(log ? ["--log"] : [])].join(" ");
}

function withClock(set: ResultSet, seconds: number, workers: number): ResultSet {
  const clock = {
    finished: new Date().toISOString(),
    workers,
    seconds: Math.round(seconds * 10) / 10,
    deno: Deno.version.deno,
  };
  return { ...set, manifest: { ...set.manifest, clock } };
}
