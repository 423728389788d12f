/**
 * The store of results: what every finished replication left, kept on the disk as soon as it is done.
 *
 * Why SQLite, and not a file format of our own? A store must survive a killed process, a power cut and
 * a full disk at any instant, take records from two processes at once, and find one of many by its
 * key. A log with checksums does the first half in a page of code; locks between processes, an index,
 * room given back, and trust in all of it are years of work that SQLite has done, and any tool can
 * read its file. It comes with Deno, so that it costs no package. What it does not do, it is not asked
 * to: it does not check what it read, so every record has a digest of its own; and a write-ahead log
 * needs memory that processes share, so a store belongs on a disk of one machine, not on a network.
 */
import type { ReplicationRecord } from "../results/mod.ts";
import { encodeRecord } from "./_codec.ts";
import type { Connection } from "./_connection.ts";
import { openConnection } from "./_open.ts";
import type { OpenOptions } from "./_open.ts";
import { AT_KEY, readRecord, valuesOf } from "./_read.ts";
import { contentsOf, damagesOf, removeRecords } from "./_upkeep.ts";
import type { Removal, StoreContents } from "./_upkeep.ts";
import { describeKey } from "./run_key.ts";
import type { RunKey } from "./run_key.ts";
import { StoreError } from "./store_error.ts";

/** An experiment that a store remembers, so that it can be gone on with. */
export interface RememberedExperiment {
  /** Name, unique in the store. */
  readonly id: string;
  /** What was asked for, as JSON. */
  readonly text: string;
  /** Whether it has ended. */
  readonly state: "running" | "finished";
  /** When this was so, as ISO time. */
  readonly at: string;
}

/**
 * Records of replications on the disk.
 *
 * A record that was written is there after any crash; results of other programs lie beside those of
 * this one and never answer for them. All methods throw a StoreError when the store is at fault.
 *
 * @example Written once, read for ever
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { ResultStore } from "./mod.ts";
 *
 * using store = ResultStore.open(":memory:");
 * const key = { program: "0.2.0", scenario: "5f2c", seed: "1", replication: 0 };
 * store.write(key, {
 *   measures: [{ measure: "deaths", unit: "persons", value: 2 }],
 *   series: [],
 *   start: [],
 *   volume: new Float64Array(),
 *   detail: new Float64Array(),
 *   died: Float64Array.of(17, 4711),
 *   events: 90,
 *   infected: 40,
 *   met: 30,
 * });
 * assertEquals(store.read(key)?.died, Float64Array.of(17, 4711));
 * ```
 */
export class ResultStore implements Disposable {
  #connection: Connection;

  /**
   * Takes over a connection; `open` makes one.
   * @param connection Connection.
   */
  private constructor(connection: Connection) {
    this.#connection = connection;
  }

  /**
   * Opens a store; a file that is not there becomes an empty one.
   * @param path File; `:memory:` keeps nothing on the disk and needs no permission.
   * @param options Whether to read only, patience, largest size.
   * @returns The store, to be closed.
   * @throws {StoreError} When the file is no store of this schema, or cannot be opened.
   */
  static open(path: string, options: OpenOptions = {}): ResultStore {
    return new ResultStore(openConnection(path, options));
  }

  /** File of the store. */
  get path(): string {
    return this.#connection.path;
  }

  /**
   * Whether a replication is kept; its record is not read.
   * @param key Which.
   * @returns Whether it is there.
   */
  has(key: RunKey): boolean {
    return this.#attempt(
      `look for ${describeKey(key)} in store`,
      (connection) =>
        connection.first(`SELECT 1 FROM replication WHERE ${AT_KEY}`, ...valuesOf(key)) !==
          undefined,
    );
  }

  /**
   * Reads a record and checks that it is the one that was written.
   * @param key Which.
   * @returns Record; undefined when there is none.
   * @throws {StoreError} When it is damaged.
   */
  read(key: RunKey): ReplicationRecord | undefined {
    return this.#attempt(
      `read ${describeKey(key)} from store`,
      (connection) => readRecord(connection, key),
    );
  }

  /**
   * Writes a record; it is on the disk when this returns. The same record twice is once.
   * @param key Which replication it is of.
   * @param record Record.
   * @throws {RangeError} When the replication is not a whole number from 0.
   * @throws {StoreError} When another record is kept under this key, or there is no room.
   */
  write(key: RunKey, record: ReplicationRecord): void {
    const { replication } = key;
    if (!Number.isSafeInteger(replication) || replication < 0) {
      throw new RangeError(
        `Cannot keep a replication as its number must be a whole number >= 0: current number is ${replication}`,
      );
    }
    const { stored, layoutText } = encodeRecord(key, record);
    const { layout, digest, numbers, died } = stored;
    this.#attempt(
      `keep ${describeKey(key)} in store`,
      (connection) =>
        connection.transaction(() => {
          connection.run("INSERT OR IGNORE INTO layout VALUES (?, ?)", layout, layoutText);
          const added = connection.run(
            "INSERT INTO replication VALUES (?, ?, ?, ?, ?, ?, ?, ?) " +
              "ON CONFLICT (program, scenario, seed, replication) DO NOTHING",
            ...valuesOf(key),
            ...[layout, digest, numbers, died],
          );
          if (added === 0) this.#sameAsKept(key, digest);
        }),
    );
  }

  /**
   * Which replications are kept of one program, scenario and seed.
   * @param key Program, scenario, seed.
   * @returns Replications, ascending.
   */
  replicationsOf({ program, scenario, seed }: Omit<RunKey, "replication">): number[] {
    return this.#attempt("list replications of store", (connection) =>
      connection.all(
        "SELECT replication FROM replication " +
          "WHERE program = ? AND scenario = ? AND seed = ? ORDER BY replication",
        ...[program, scenario, seed],
      ).map(({ replication }) => Number(replication)));
  }

  /**
   * What the store holds.
   * @returns Rows by program, scenario, seed.
   */
  contents(): StoreContents[] {
    return this.#attempt("list contents of store", contentsOf);
  }

  /**
   * Checks the whole store: SQLite's own check, then the digest of every record.
   * @returns Everything that is wrong, a sentence each; empty when the store is sound.
   */
  check(): string[] {
    return this.#attempt("check store", damagesOf);
  }

  /**
   * Removes replications and gives their room back to the disk, for which it needs as much room again
   * as the rest takes; without it, it throws.
   * @param removal Which; all conditions named must hold.
   * @returns Replications removed [-].
   * @throws {TypeError} When no condition is named.
   */
  remove(removal: Removal): number {
    if (Object.values(removal).every((condition) => condition === undefined)) {
      throw new TypeError(
        "Cannot remove replications as a condition must be named: current condition is none",
      );
    }
    return this.#attempt("remove from store", (connection) => removeRecords(connection, removal));
  }

  /**
   * Remembers an experiment, or its new state.
   * @param experiment Experiment; the clock is the caller's.
   */
  remember({ id, text, state, at }: RememberedExperiment): void {
    this.#attempt("remember an experiment in store", (connection) =>
      connection.transaction(() => {
        connection.run(
          "INSERT OR REPLACE INTO experiment VALUES (?, ?, ?, ?)",
          id,
          text,
          state,
          at,
        );
      }));
  }

  /**
   * The experiment that was running last and has not ended: stopped, killed, or running still in
   * another process.
   * @returns Experiment; undefined when all have ended.
   */
  lastUnfinished(): RememberedExperiment | undefined {
    const row = this.#attempt("look for experiments in store", (connection) =>
      connection.first(
        "SELECT id, text, state, at FROM experiment " +
          "WHERE state = 'running' ORDER BY at DESC, rowid DESC LIMIT 1",
      ));
    return row && { ...row } as unknown as RememberedExperiment;
  }

  /** Closes the store; twice is once. */
  close(): void {
    this.#connection.close();
  }

  /** Closes the store at the end of a `using` block. */
  [Symbol.dispose](): void {
    this.close();
  }

  #attempt<T>(doing: string, work: (connection: Connection) => T): T {
    return this.#connection.attempt(doing, () => work(this.#connection));
  }

  /** A replication gives the same record each time; another one means that something is wrong. */
  #sameAsKept(key: RunKey, digest: Uint8Array): void {
    const row = this.#connection.first(
      `SELECT digest FROM replication WHERE ${AT_KEY}`,
      ...valuesOf(key),
    );
    const kept = (row!.digest as Uint8Array).toHex();
    if (kept === digest.toHex()) return;
    const [was, is] = [kept, digest.toHex()].map((text) => text.slice(0, 12));
    throw new StoreError(
      `Cannot keep ${describeKey(key)} in store ${
        JSON.stringify(this.path)
      } as its record must be ` +
        `the one that is kept, with digest ${was}: current digest is ${is}; ` +
        "a replication must give the same record each time",
      { path: this.path, fault: "differs" },
    );
  }
}
