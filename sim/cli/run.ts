/** `run`: scenarios → replications → a result folder with its report. */
import { resolve } from "@std/path";
import { Command, Option } from "commander";
import type { ResultStore, RunRequest } from "../experiment/mod.ts";
import { lintClauses, lintScenario, loadClauses } from "../scenario/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
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
import {
  checkUnchanged,
  hashesOf,
  lastUnfinished,
  openStore,
  type Remembered,
  STORE_FILE,
} from "./store_file.ts";
import { spoken } from "./spoken.ts";
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
  } else {
    const request = requestOf(files, options);
    checkTarget(options.out);
    const scenarios = await loadAll(files);
    await sayWarnings(files, scenarios);
    await carryOut(request, scenarios, options);
  }
}

/** Says on standard error how many warnings the check of each scenario has, where there are any. */
async function sayWarnings(files: readonly string[], scenarios: readonly Scenario[]) {
  const register = await loadClauses();
  scenarios.forEach((scenario, i) => {
    const { length } = [...lintScenario(scenario), ...lintClauses(scenario, register)];
    if (length === 0) return;
    const count = length === 1 ? "1 warning" : `${length} warnings`;
    console.error(`${files[i]}: ${count}: deno task sim lint ${spoken(files[i])}`);
  });
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
  const { request, out, hashes } = lastUnfinished(options.store);
  const scenarios = await loadAll(request.files);
  checkUnchanged(scenarios, hashes);
  await carryOut(request, scenarios, { ...options, out });
}

/** Runs a request, remembered in the store until it is done or turns out to be bad input. */
async function carryOut(
  request: RunRequest,
  scenarios: readonly Scenario[],
  options: RunOptions,
): Promise<void> {
  const { workers, patience, out } = options;
  checkTarget(out);
  checkOutside(options.store, out);
  const { store, close } = openStore(options.store);
  try {
    const finished = remember(store, { request, out, hashes: hashesOf(scenarios) });
    try {
      const made = await execute(request, scenarios, {
        out,
        workers,
        ...(patience !== undefined && { patience }),
        store,
        interrupted: interruptedText(options.store),
      });
      finished();
      const { kept } = made.progress;
      const note = [
        ...(kept > 0 ? [`${kept} replications of scenarios were in the store.`] : []),
        ...movesNote(scenarios, { out, log: request.log }),
      ];
      const where = { folder: out, seconds: made.seconds };
      console.log([...summaryLines(made.set, where), ...note].join("\n"));
    } catch (error) {
      if (error instanceof InputError) finished();
      throw error;
    }
  } finally {
    close();
  }
}

/** Where the moves out of closing facilities stand; nothing without any. */
function movesNote(
  scenarios: readonly Scenario[],
  { out, log }: { readonly out: string; readonly log: boolean },
): string[] {
  const closing = scenarios.filter(({ interventions = [] }) =>
    interventions.some(({ close }) => close !== undefined)
  ).map(({ name }) => `moves_${name}.csv`);
  if (closing.length === 0) return [];
  return log ? [`Who went from which bed to which, by day: ${closing.join(", ")} in ${out}`] : [
    `Facilities close: with --log, ${closing.join(", ")} says who went from which bed to which.`,
  ];
}

function interruptedText(store: string | false): string {
  if (store === false) return "Interrupted: nothing was written";
  const where = store === STORE_FILE ? "" : ` --store ${store}`;
  return `Interrupted: finished replications are kept in "${store}". Go on with: ` +
    `deno task sim run --resume${where}`;
}

/** A result folder is replaced whole, so a store must not lie in it. */
function checkOutside(store: string | false, out: string): void {
  if (store === false || !`${resolve(store)}/`.startsWith(`${resolve(out)}/`)) return;
  throw new InputError(
    `Cannot keep results in "${store}" as the store must lie outside the result folder, which is ` +
      `replaced: current folder is "${out}"`,
  );
}

/** Notes the experiment as running; what it gives back notes it as finished. */
function remember(store: ResultStore, what: Remembered): () => void {
  const text = JSON.stringify(what);
  const note = (state: "running" | "finished") =>
    store.remember({ id: text, text, state, at: new Date().toISOString() });
  note("running");
  return () => note("finished");
}
