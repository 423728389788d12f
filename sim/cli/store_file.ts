/** The store of the command line: where it is, and what was left unfinished in it. */
import { dirname, join } from "@std/path";
import { ResultStore, StoreError } from "../experiment/mod.ts";
import type { RunRequest } from "../experiment/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { InputError } from "./exit.ts";

/** Where results are kept unless another file is named. */
export const STORE_FILE = "results/store.sqlite";

/** What the store remembers of a command. */
export interface Remembered {
  /** What was asked for. */
  readonly request: RunRequest;
  /** Result folder. */
  readonly out: string;
  /** Hash of each scenario and of its laws, in their order. */
  readonly hashes: readonly string[];
}

/** A store of a command, to be closed at its end. */
export interface OpenStore {
  /** The store. */
  readonly store: ResultStore;
  /** Closes it; one that is not to be kept is removed. */
  readonly close: () => void;
}

/**
 * Opens the store of a command, making it and its folder when they are not there.
 *
 * @param file Path; false for one that is removed at the end, on the disk so that memory is bounded.
 * @returns The store.
 * @throws {InputError} When the file cannot be used.
 */
export function openStore(file: string | false): OpenStore {
  if (file === false) {
    const folder = Deno.makeTempDirSync({ prefix: "gridcare-store-" });
    const store = ResultStore.open(join(folder, "store.sqlite"));
    const close = () => {
      store.close();
      Deno.removeSync(folder, { recursive: true });
    };
    return { store, close };
  }
  try {
    Deno.mkdirSync(dirname(file), { recursive: true });
    const store = ResultStore.open(file);
    return { store, close: () => store.close() };
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
 * @param file Path of the store.
 * @returns Request, result folder, hashes.
 * @throws {InputError} When there is no store, or nothing is unfinished in it.
 */
export function lastUnfinished(file: string): Remembered {
  const nothing = (why: string) =>
    new InputError(
      `Cannot resume as "${file}" must hold an unfinished experiment: there is ${why}; name ` +
        "scenario files to start one",
    );
  try {
    Deno.statSync(file);
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) throw nothing("no such file");
    throw error;
  }
  const { store, close } = openStore(file);
  try {
    const last = store.lastUnfinished();
    if (last === undefined) throw nothing("none");
    return JSON.parse(last.text) as Remembered;
  } finally {
    close();
  }
}

/**
 * Hashes of scenarios and of their laws.
 *
 * @param scenarios Scenarios.
 * @returns One text for each.
 */
export function hashesOf(scenarios: readonly Scenario[]): string[] {
  return scenarios.map(({ hash, uncertainty }) => `${hash} ${uncertainty.hash}`);
}

/**
 * Refuses to go on with scenarios that are no longer what they were.
 *
 * @param scenarios Scenarios as they are now.
 * @param hashes What they were.
 * @throws {InputError} When one has changed.
 */
export function checkUnchanged(scenarios: readonly Scenario[], hashes: readonly string[]): void {
  const now = hashesOf(scenarios);
  const changed = scenarios.filter((_, s) => now[s] !== hashes[s]).map(({ name }) => `"${name}"`);
  if (changed.length === 0) return;
  throw new InputError(
    `Cannot resume as scenarios must be as they were: ${changed.join(", ")} changed since; give ` +
      "the command again without --resume to run them as they are now",
  );
}
