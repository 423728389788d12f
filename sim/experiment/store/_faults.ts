/** From what SQLite and Deno say to a StoreError that says what to do. */
import { StoreError } from "./store_error.ts";
import type { StoreFault } from "./store_error.ts";

/** What was being done to which store. */
export interface Doing {
  /** File. */
  readonly path: string;
  /** As a clause, e.g. `open store "runs.store"`. */
  readonly doing: string;
  /** How long it waits for other processes [ms]. */
  readonly busyTimeout: number;
}

/**
 * Faults by SQLite's primary result code.
 *
 * Source: SQLite documentation, "Result and Error Codes", https://www.sqlite.org/rescode.html.
 */
const FAULTS: Readonly<Record<number, StoreFault>> = {
  5: "locked",
  6: "locked",
  8: "read-only",
  10: "disk",
  11: "damaged",
  13: "full",
  14: "absent",
  26: "foreign",
};
/** Code of a shared memory file that cannot grow: no room on the disk. */
const IOERR_SHMSIZE = 4874;

/** SQLite's result code [-]; 0 when the error is none of SQLite's. */
function codeOf(error: Error & { errcode?: number; code?: unknown }): number {
  // Deno gives no result code when a file cannot be opened at all, only SQLite's words.
  const unopened = error.code === "ERR_SQLITE_ERROR" && /^unable to open/.test(error.message);
  return error.errcode ?? (unopened ? 14 : 0);
}

/**
 * What SQLite or Deno says is wrong.
 *
 * @param error Anything thrown.
 * @returns The fault; undefined when it is no fault of the store.
 */
export function faultOf(error: unknown): StoreFault | undefined {
  if (error instanceof Deno.errors.NotCapable) return "permission";
  if (!(error instanceof Error)) return undefined;
  const code = codeOf(error);
  return code === IOERR_SHMSIZE ? "full" : FAULTS[code & 0xff];
}

const RULES: Readonly<Record<StoreFault, (said: string, doing: Doing) => string>> = {
  absent: (said) =>
    `its file must be there, or its folder, to make it in: current path cannot be opened (${said})`,
  permission: (said) => `the program must be allowed to: current permission is denied (${said})`,
  foreign: (said) =>
    `it must be a store of results: current file is something else (${said}); name another store file`,
  damaged: (said) =>
    `its file must be whole: current file is damaged (${said}); ` +
    "put back a copy of it, or name another store file",
  full: (said) =>
    `the disk must have room: current store cannot grow (${said}); finished replications are safe, ` +
    "and `--resume` goes on from them once there is room",
  "read-only": (said) =>
    `its file and folder must be writable: current store is read-only (${said}); ` +
    "name another store file",
  locked: (said, { busyTimeout }) =>
    `no other process may hold it for more than ${busyTimeout} ms: current store is held (${said}); ` +
    "let that process end first, or name another store file",
  disk: (said) => `the disk must work: current disk fails (${said})`,
  // The two that SQLite does not know are worded where they are found.
  version: (said) => said,
  differs: (said) => said,
};

/**
 * The error to throw for one that was caught.
 *
 * @param error Anything thrown.
 * @param doing What was being done.
 * @returns A StoreError when the store is at fault, else the same error.
 */
export function storeErrorOf(error: unknown, doing: Doing): unknown {
  const fault = faultOf(error);
  if (error instanceof StoreError || fault === undefined) return error;
  const rule = RULES[fault]((error as Error).message, doing);
  return new StoreError(`Cannot ${doing.doing} as ${rule}`, {
    path: doing.path,
    fault,
    cause: error,
  });
}
