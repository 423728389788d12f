/** The error of a store that cannot keep or give what it is asked for. */

/**
 * What is wrong with a store. `absent`: the file cannot be opened. `permission`: the program may not
 * touch it. `foreign`: it is no store. `version`: it is a store of another schema. `damaged`: its
 * bytes are not those that were written. `differs`: another record is kept under the key. `full`: no
 * room. `read-only`: it cannot be written. `locked`: another process holds it. `disk`: the disk fails.
 */
export type StoreFault =
  | "absent"
  | "permission"
  | "foreign"
  | "version"
  | "damaged"
  | "differs"
  | "full"
  | "read-only"
  | "locked"
  | "disk";

/** What a store's error carries. */
export interface StoreErrorContext extends ErrorOptions {
  /** File of the store. */
  readonly path: string;
  /** What is wrong. */
  readonly fault: StoreFault;
}

/**
 * A store cannot keep or give what it is asked for. What was written before stays as it was.
 *
 * @example The fault tells a caller what to offer
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { ResultStore, StoreError } from "./mod.ts";
 *
 * let fault = "";
 * try {
 *   ResultStore.open("no such folder/runs.store", { readOnly: true });
 * } catch (error) {
 *   if (error instanceof StoreError) fault = error.fault;
 * }
 * assertEquals(fault, "absent");
 * ```
 */
export class StoreError extends Error {
  /** File of the store. */
  readonly path: string;
  /** What is wrong. */
  readonly fault: StoreFault;

  /**
   * Makes the error.
   * @param message What cannot be done, and the rule; no final period.
   * @param context File, fault, and cause where there is one.
   */
  constructor(message: string, context: StoreErrorContext) {
    super(message, context);
    this.name = "StoreError";
    this.path = context.path;
    this.fault = context.fault;
  }
}
