/** Queues by priority and vehicles with identity. */
export { BUCKETS, PriorityQueues } from "./priority_queues.ts";
export type { PriorityQueuesSpec, QueueColumns } from "./priority_queues.ts";
export { VehiclePool } from "./vehicle_pool.ts";
export type { VehicleSpec } from "./vehicle_pool.ts";
