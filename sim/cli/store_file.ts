/** The store of the command line: where it is, and what was left unfinished in it. */
import { dirname } from "@std/path";
import { ResultStore, StoreError } from "../experiment/mod.ts";
import type { RunRequest } from "../experiment/mod.ts";
import { InputError } from "./exit.ts";

/** Where results are kept unless another file is named. */
export const STORE_FILE = "results/store.sqlite";

/** What the store remembers of a command. */
export interface Remembered {
  /** What was asked for. */
  readonly request: RunRequest;
  /** Result folder. */
  readonly out: string;
}

/**
 * Opens the store of a command, making it and its folder when they are not there.
 *
 * @param file Path; false for a store in memory.
 * @returns The store.
 * @throws {InputError} When the file cannot be used.
 */
export function openStore(file: string | false): ResultStore {
  if (file === false) return ResultStore.open(":memory:");
  try {
    Deno.mkdirSync(dirname(file), { recursive: true });
    return ResultStore.open(file);
  } catch (error) {
    if (error instanceof StoreError) throw new InputError(error.message);
    throw new InputError(
      `Cannot keep results in "${file}" as its folder must be writable: ${
        (error as Error).message
      }; name another file with --store, or keep none with --no-store`,
    );
  }
}

/**
 * What was asked for last and not finished.
 *
 * @param store Store.
 * @param file Its path, for messages.
 * @returns Request and result folder.
 * @throws {InputError} When nothing is unfinished.
 */
export function lastUnfinished(store: ResultStore, file: string): Remembered {
  const last = store.lastUnfinished();
  if (last === undefined) {
    throw new InputError(
      `Cannot resume as "${file}" must hold an unfinished experiment: there is none; ` +
        "name scenario files to start one",
    );
  }
  return JSON.parse(last.text) as Remembered;
}
