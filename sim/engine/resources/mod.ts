/** Servers and beds that are seized, lines of those who wait, queues by priority, vehicles. */
export { capacityAt } from "./capacity_schedule.ts";
export type { CapacitySchedule, CapacityStep } from "./capacity_schedule.ts";
export { deadlockOf, nameEntities, watchDeadlocks } from "./deadlock.ts";
export type { Deadlocked, UnitsOf } from "./deadlock.ts";
export { Handles } from "./handles.ts";
export { BUCKETS, PriorityQueues } from "./priority_queues.ts";
export type { PriorityQueuesSpec, QueueColumns } from "./priority_queues.ts";
export { Resource } from "./resource.ts";
export { REFUSED, RESOURCE_COLUMNS, RESOURCE_EVENTS } from "./resource_spec.ts";
export type { ResourceSpec, RowSink, SeizeOptions } from "./resource_spec.ts";
export { ResourceStatistics } from "./resource_statistics.ts";
export { Source } from "./source.ts";
export type { SourceSpec } from "./source.ts";
export { VehiclePool } from "./vehicle_pool.ts";
export type { VehicleSpec } from "./vehicle_pool.ts";
export type { Discipline, Request } from "./queue.ts";
