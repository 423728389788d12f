/** Replications on worker threads that may crash or hang. */
export { runTasks } from "./pool.ts";
export type { PoolOptions, Replacement } from "./pool_options.ts";
export type { LogColumns, Task, TaskResult } from "./protocol.ts";
