/** Results on the disk: one record per replication, kept as soon as it is done. */
export { ResultStore } from "./result_store.ts";
export type { RememberedExperiment } from "./result_store.ts";
export type { OpenOptions } from "./_open.ts";
export type { Removal, StoreContents } from "./_upkeep.ts";
export { describeKey } from "./run_key.ts";
export type { RunKey } from "./run_key.ts";
export { StoreError } from "./store_error.ts";
export type { StoreErrorContext, StoreFault } from "./store_error.ts";
