/** `run`: scenarios → replications → a result folder with its report. */
import { Command, Option } from "commander";
import type { ResultStore } from "../experiment/mod.ts";
import type { RunRequest } from "../experiment/mod.ts";
import { execute } from "./execute.ts";
import { InputError } from "./exit.ts";
import { checkTarget, loadAll } from "./loading.ts";
import {
  parseConfidence,
  parseLookAhead,
  parseReplications,
  parseSeconds,
  parseWorkers,
} from "./options.ts";
import { collectExceedances, collectTargets, requestOf } from "./request.ts";
import type { AskedFor } from "./request.ts";
import { lastUnfinished, openStore, STORE_FILE } from "./store_file.ts";
import { summaryLines } from "./summary.ts";

interface RunOptions extends AskedFor {
  readonly workers: number;
  readonly patience?: number;
  readonly out: string;
  readonly store: string | false;
  readonly resume: boolean;
}

const OUT = "results/latest";

/** Options that `--resume` takes from the experiment that it goes on with. */
const DECIDED = [
  "replications",
  "until",
  "atLeast",
  "atMost",
  "lookAhead",
  "confidence",
  "seed",
  "parameters",
  "perSet",
  "pairs",
  "exceed",
  "log",
  "out",
];

function howMany(command: Command): Command {
  return command
    .addOption(
      new Option("-n, --replications <number>", "replications per scenario (default: 3)")
        .argParser(parseReplications),
    )
    .addOption(
      new Option(
        "--until <target>",
        'replicate until sure: "deaths 2 %", "bed_occupancy_peak[ward=icu] 0.02", "difference deaths 50"; may be repeated',
      ).default([]).argParser(collectTargets),
    )
    .addOption(
      new Option(
        "--at-least <number>",
        "with --until: replications before the first look (default: 5)",
      )
        .argParser(parseReplications),
    )
    .addOption(
      new Option("--at-most <number>", "with --until: most replications (default: 100)")
        .argParser(parseReplications),
    )
    .addOption(
      new Option(
        "--look-ahead <number>",
        "with --until: replications for which it must stay sure (default: 5)",
      )
        .argParser(parseLookAhead),
    )
    .addOption(
      new Option(
        "--confidence <share>",
        "with --until: confidence of the intervals (default: 0.95)",
      )
        .argParser(parseConfidence),
    );
}

function whatIsCompared(command: Command): Command {
  return command
    .option("-s, --seed <text>", "seed: any text; the same seed gives the same people", "1")
    .option("--parameters", "draw the uncertain parameters anew for each set", false)
    .addOption(
      new Option(
        "--per-set <number>",
        "with --parameters: replications that share a set (default: 1)",
      )
        .argParser(parseReplications),
    )
    .option("--pairs", "also compare all pairs of scenarios", false)
    .addOption(
      new Option(
        "--exceed <event>",
        'probability of an event: "bed_occupancy[ward=icu] >= 100 % for more than 3 d"; may be repeated',
      ).default([], "full wards").argParser(collectExceedances),
    );
}

/**
 * The command `run`.
 *
 * @returns The command.
 */
export function runCommand(): Command {
  const command = new Command("run")
    .description(
      "Runs scenarios on the same people and compares them with the first one. Finished replications " +
        "are kept in a store and never run again; Ctrl-C stops, --resume goes on.",
    )
    .argument("[file...]", "scenario files (YAML); the first is the baseline");
  return whatIsCompared(howMany(command))
    .addOption(
      new Option("-w, --workers <number>", "worker threads; results do not depend on it")
        .default(navigator.hardwareConcurrency, "one per core").argParser(parseWorkers),
    )
    .addOption(
      new Option(
        "--patience <seconds>",
        "longest silence of a worker before it is replaced (default: 120)",
      )
        .argParser(parseSeconds),
    )
    .option("-o, --out <folder>", "result folder", OUT)
    .option("--store <file>", "where finished replications are kept", STORE_FILE)
    .option("--no-store", "keep nothing but the result folder")
    .option("--resume", "go on with the last unfinished experiment of the store", false)
    .option("--log", "also write the event log of the first replication of each scenario", false)
    .action(run);
}

async function run(files: string[], options: RunOptions, command: Command): Promise<void> {
  if (options.resume) await resume(files, options, command);
  else if (files.length === 0) {
    throw new InputError(
      "Cannot run as it needs a scenario file, or --resume: current number is 0",
    );
  } else await start(requestOf(files, options), options.out, options);
}

/** Goes on with what was left. */
async function resume(files: string[], options: RunOptions, command: Command): Promise<void> {
  const given = DECIDED.filter((name) => command.getOptionValueSource(name) === "cli");
  if (files.length > 0 || given.length > 0 || options.store === false) {
    throw new InputError(
      "Cannot resume as the experiment decides what is run: leave out scenario files and all options " +
        "but --store, --workers and --patience; the same command as before, without --resume, goes on too",
    );
  }
  const store = openStore(options.store);
  const { request, out } = lastUnfinished(store, options.store);
  store.close();
  await start(request, out, options);
}

async function start(request: RunRequest, out: string, options: RunOptions): Promise<void> {
  checkTarget(out);
  const scenarios = await loadAll(request.files);
  const { workers, patience } = options;
  const store = openStore(options.store);
  try {
    const finished = remember(store, request, out);
    const { set, seconds, progress } = await execute(request, scenarios, {
      out,
      workers,
      ...(patience !== undefined && { patience }),
      store,
      interrupted: options.store === false
        ? "Interrupted: nothing was written"
        : `Interrupted: finished replications are kept in "${options.store}". Go on with: deno task sim run --resume${
          options.store === STORE_FILE ? "" : ` --store ${options.store}`
        }`,
    });
    finished();
    const kept = progress.kept > 0 ? [`${progress.kept} replications were in the store.`] : [];
    console.log([...summaryLines(set, { folder: out, seconds }), ...kept].join("\n"));
  } finally {
    store.close();
  }
}

/** Notes the experiment as running; what it gives back notes it as finished. */
function remember(store: ResultStore, request: RunRequest, out: string): () => void {
  const text = JSON.stringify({ request, out });
  const at = new Date().toISOString();
  store.remember({ id: text, text, state: "running", at });
  return () => store.remember({ id: text, text, state: "finished", at: new Date().toISOString() });
}
