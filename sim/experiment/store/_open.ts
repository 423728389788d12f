/** How a store's file is opened: recognised before it is touched, made when it is not there. */
import { DatabaseSync } from "node:sqlite";
import { resolve, toFileUrl } from "@std/path";
import { Connection } from "./_connection.ts";
import { faultOf, storeErrorOf } from "./_faults.ts";
import { StoreError } from "./store_error.ts";
import { isNew, makeTables, unfit } from "./_schema.ts";

/** How a store is opened. */
export interface OpenOptions {
  /** Whether nothing may be written; the file must then be there. */
  readonly readOnly?: boolean;
  /** How long to wait for another process that writes [ms]; a minute when left out. */
  readonly busyTimeout?: number;
  /** Largest size of the file [bytes]; the disk's when left out. */
  readonly maxBytes?: number;
}

const IN_MEMORY = ":memory:";
const BUSY_TIMEOUT_MS = 60_000;
const RETRY_MS = 10;
/** Every SQLite database that is not empty begins with a header of so many bytes. */
const HEADER_BYTES = 100;

/**
 * Does work again while another process holds the file. SQLite itself does not wait when the journal
 * is made or recovered, which happens only while a store is being opened.
 */
function patiently(milliseconds: number, work: () => void): void {
  const sleeper = new Int32Array(new SharedArrayBuffer(4));
  for (let left = milliseconds;; left -= RETRY_MS) {
    try {
      return work();
    } catch (error) {
      if (faultOf(error) !== "locked" || left <= 0) throw error;
      Atomics.wait(sleeper, 0, 0, Math.min(RETRY_MS, left));
    }
  }
}

function prepare(connection: Connection, { readOnly = false, maxBytes }: OpenOptions): void {
  const { path, busyTimeout } = connection;
  patiently(busyTimeout, () => {
    const empty = isNew(connection);
    if (readOnly && empty) {
      throw unfit(path, "foreign", "it must be a store of results: current file is empty");
    }
    if (readOnly) return;
    // Only now: nothing is written to a file that is not ours.
    connection.first("PRAGMA journal_mode = WAL");
    connection.run("PRAGMA synchronous = FULL");
    makeTables(connection);
  });
  connection.first(`PRAGMA busy_timeout = ${busyTimeout}`);
  if (maxBytes !== undefined) {
    const size = Number(connection.first("PRAGMA page_size")?.page_size);
    connection.first(`PRAGMA max_page_count = ${Math.max(1, Math.floor(maxBytes / size))}`);
  }
}

/** Size of a file [bytes]; 0 when it cannot be found: SQLite then says why. */
function sizeOf(path: string): number {
  try {
    return Deno.statSync(path).size;
  } catch (error) {
    if (error instanceof Deno.errors.NotCapable) throw error;
    return 0;
  }
}

/**
 * Opens a store to read where nothing can be written beside it, as on a read-only disk: SQLite then
 * needs to be told that no one else writes. Not while a write-ahead log lies there, which it would
 * pass over.
 */
function openImmutable(path: string, error: unknown): DatabaseSync {
  const fault = faultOf(error);
  const unwritable = fault === "read-only" || fault === "absent";
  if (!unwritable || sizeOf(path) === 0) throw error;
  const log = sizeOf(`${path}-wal`);
  if (log > 0) {
    throw new StoreError(
      `Cannot open store ${
        JSON.stringify(path)
      } as its folder must be writable while records are ` +
        `in its log: current log ${JSON.stringify(`${path}-wal`)} has ${log} bytes; ` +
        "copy both files to a folder that is",
      { path, fault: "read-only", cause: error },
    );
  }
  const url = toFileUrl(resolve(path));
  url.searchParams.set("immutable", "1");
  return new DatabaseSync(url, { readOnly: true });
}

function openDatabase(path: string, readOnly: boolean): DatabaseSync {
  const size = path === IN_MEMORY ? 0 : sizeOf(path);
  // SQLite takes a file of one byte for an empty database, and would write over it.
  if (size > 0 && size < HEADER_BYTES) {
    const found = `current file has ${size} bytes, fewer than any store`;
    throw unfit(path, "foreign", `it must be a store of results: ${found}`);
  }
  const database = new DatabaseSync(path, { readOnly, timeout: 0 });
  if (!readOnly) return database;
  try {
    database.prepare("SELECT count(*) FROM sqlite_schema").get();
    return database;
  } catch (error) {
    database.close();
    return openImmutable(path, error);
  }
}

/**
 * Opens a store's file; a file that is not there, or is empty, becomes an empty store.
 *
 * @param path File; `:memory:` keeps nothing on the disk and needs no permission.
 * @param options How.
 * @returns Connection.
 * @throws {StoreError} When the file is no store of this schema, or cannot be opened.
 */
export function openConnection(path: string, options: OpenOptions): Connection {
  const { readOnly = false, busyTimeout = BUSY_TIMEOUT_MS } = options;
  const place = { path, doing: `open store ${JSON.stringify(path)}`, busyTimeout };
  let connection: Connection | undefined;
  try {
    connection = new Connection(openDatabase(path, readOnly), place);
    prepare(connection, options);
    return connection;
  } catch (error) {
    connection?.close();
    throw storeErrorOf(error, place);
  }
}
