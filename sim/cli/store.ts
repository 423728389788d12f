/** `store`: what is kept, whether it is sound, and how to give space back. */
import { Command } from "commander";
import { programKey, ResultStore, StoreError } from "../experiment/mod.ts";
import { InputError } from "./exit.ts";
import { STORE_FILE } from "./store_file.ts";
import { table } from "./text_table.ts";

interface StoreOptions {
  readonly check: boolean;
  readonly removeOthers: boolean;
  readonly removeDamaged: boolean;
}

/** A store that is not sound: exit code 1. */
class Unsound extends Error {
  override name = "Unsound";
}

/**
 * The command `store`.
 *
 * @returns The command.
 */
export function storeCommand(): Command {
  return new Command("store")
    .description("Lists the replications that a store keeps, by program, scenario and seed.")
    .argument("[file]", "store", STORE_FILE)
    .option("--check", "read every replication and say whether the store is sound", false)
    .option(
      "--remove-damaged",
      "remove what is not as it was written, so that it is run again",
      false,
    )
    .option("--remove-others", "remove what other versions of the program made", false)
    .action(look);
}

function open(file: string, readOnly: boolean): ResultStore {
  try {
    if (Deno.statSync(file).isDirectory) {
      throw new InputError(`Cannot open store "${file}" as it must be a file: it is a folder`);
    }
    return ResultStore.open(file, { readOnly });
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      throw new InputError(`Cannot open store "${file}" as it must exist: there is no such file`);
    }
    if (error instanceof StoreError) throw new InputError(error.message);
    throw error;
  }
}

function look(file: string, { check, removeOthers, removeDamaged }: StoreOptions): void {
  const store = open(file, !removeOthers && !removeDamaged);
  try {
    if (removeDamaged) {
      console.log(`Removed ${store.remove({ damaged: true })} damaged replications.`);
    }
    if (removeOthers) {
      const removed = store.remove({ otherThan: programKey() });
      console.log(`Removed ${removed} replications of other programs.`);
    }
    if (check) report(file, store);
    else list(store);
  } finally {
    store.close();
  }
}

function report(file: string, store: ResultStore): void {
  const problems = store.check();
  if (problems.length > 0) {
    throw new Unsound(`Store "${file}" is not sound:\n  ${problems.join("\n  ")}`);
  }
  const count = store.contents().reduce((sum, { replications }) => sum + replications, 0);
  console.log(`Sound: ${count} replications read, each as it was written.`);
}

function list(store: ResultStore): void {
  const rows = store.contents();
  if (rows.length === 0) {
    console.log("Empty: no replications are kept.");
    return;
  }
  const own = programKey();
  const cells = rows.map(({ program, scenario, seed, replications, bytes }) => [
    program === own ? `${program} (this one)` : program,
    scenario,
    seed,
    `${replications}`,
    `${Math.round(bytes / 1024)}`,
  ]);
  console.log(table(["program", "scenario", "seed", "replications", "KiB"], cells).join("\n"));
}
