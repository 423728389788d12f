/** What the three commands of `study` share: options, store, progress, bad input. */
import { type Command, InvalidArgumentError, Option } from "commander";
import { type MeasureCell, parseMeasureCell, type ResultStore } from "../experiment/mod.ts";
import { InputError, Interrupted } from "./exit.ts";
import { onInterrupt } from "./on_interrupt.ts";
import { parseReplications, parseWorkers } from "./options.ts";
import { Progress } from "./progress.ts";
import { openStore, STORE_FILE } from "./store_file.ts";
import { checkTableFile } from "./table_file.ts";

/** Options that every study takes. */
export interface StudyCommandOptions {
  /** Measure and groups. */
  readonly measure: MeasureCell;
  /** Replications [-]. */
  readonly replications: number;
  /** Seed. */
  readonly seed: string;
  /** Worker threads [-]. */
  readonly workers: number;
  /** Store; false for none that is kept. */
  readonly store: string | false;
  /** File for the table. */
  readonly out?: string;
  /** Whether a file of that name is replaced. */
  readonly replace: boolean;
}

/** How the experiments of a study are run, as the command says. */
export interface CommandRuns {
  /** Replications [-]. */
  readonly replications: number;
  /** Seed. */
  readonly seed: string;
  /** Worker threads [-]. */
  readonly workers: number;
  /** Store; left open. */
  readonly store: ResultStore;
  /** Shows the share done. */
  readonly onProgress: (share: number) => void;
  /** Stops the work. */
  readonly signal: AbortSignal;
}

/**
 * Adds the options that every study takes.
 *
 * @param command Command.
 * @param replications Replications when nothing is said [-].
 * @returns The command.
 */
export function withStudyOptions(command: Command, replications: number): Command {
  return command
    .addOption(
      new Option("-m, --measure <measure>", 'e.g. "deaths" or "bed_occupancy_peak[ward=icu]"')
        .makeOptionMandatory().argParser(readMeasure),
    )
    .addOption(
      new Option("-n, --replications <number>", "replications at every value")
        .default(replications).argParser(parseReplications),
    )
    .option("-s, --seed <text>", "seed: any text; the same seed gives the same people", "1")
    .addOption(
      new Option("-w, --workers <number>", "worker threads; results do not depend on it")
        .default(navigator.hardwareConcurrency, "one per core").argParser(parseWorkers),
    )
    .option("-o, --out <file.csv>", "also write the table to a file")
    .option("--replace", "replace a file of that name", false)
    .option("--store <file>", "where finished replications are kept", STORE_FILE)
    .option("--no-store", "keep nothing");
}

function readMeasure(text: string): MeasureCell {
  try {
    return parseMeasureCell(text);
  } catch (error) {
    throw new InvalidArgumentError((error as Error).message);
  }
}

/** A number as written, or a quantity with its unit. */
export function readAmount(text: string): number | string {
  const number = Number(text);
  return text.trim() !== "" && Number.isFinite(number) ? number : text;
}

/**
 * Runs a study with progress; Ctrl-C stops it and leaves what is finished in the store.
 *
 * @param label What is being done.
 * @param options Options.
 * @param study Runs it.
 * @returns What it found.
 * @throws {InputError} When the question is wrong, or the table cannot be written.
 * @throws {Interrupted} When the user stops it.
 */
export async function carryOutStudy<T>(
  label: string,
  options: StudyCommandOptions,
  study: (runs: CommandRuns) => Promise<T>,
): Promise<T> {
  const { replications, seed, workers } = options;
  checkTableFile(options);
  const { store, close } = openStore(options.store);
  const stop = new AbortController();
  const kept = options.store === false ? "nothing was kept" : "the same command goes on";
  const release = onInterrupt(() => stop.abort(new Interrupted(`Interrupted: ${kept}`)));
  const progress = new Progress(label);
  const onProgress = (share: number) => progress.show(share);
  try {
    progress.show(0);
    return await study({ replications, seed, workers, store, onProgress, signal: stop.signal });
  } catch (error) {
    if (error instanceof RangeError || error instanceof SyntaxError) {
      if (error.message.startsWith("Cannot ")) throw new InputError(error.message);
    }
    throw error;
  } finally {
    progress.end();
    release();
    close();
  }
}
