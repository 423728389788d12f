/** A general discrete-event library: kernel, randomness, statistics, resources, records. */
export { Calendar, Executive, RUNGS, SimulationError } from "./kernel/mod.ts";
export type { ExecutiveOptions, Handler, Rung, SimulationErrorContext } from "./kernel/mod.ts";
export {
  discreteTable,
  distributionOf,
  gammaCdf,
  gammaQuantile,
  gammaSurvival,
  KeyedDraws,
  keyOf,
  logGamma,
  normalCdf,
  normalQuantile,
  poissonQuantile,
  residualLifeOf,
  Stream,
  Streams,
  studentQuantile,
  tabulated,
} from "./random/mod.ts";
export type { DiscreteTable, Distribution, DistributionSpec, Key } from "./random/mod.ts";
export {
  pairedInterval,
  survivalOf,
  Tally,
  TimeWeighted,
  tInterval,
  tQuantile,
} from "./stats/mod.ts";
export type { Interval, Survival, SurvivalRows } from "./stats/mod.ts";
export { BUCKETS, PriorityQueues, VehiclePool } from "./resources/mod.ts";
export type { PriorityQueuesSpec, QueueColumns, VehicleSpec } from "./resources/mod.ts";
export { ColumnLog, DailyCount, DailyLevel, Dictionary } from "./record/mod.ts";
export type { DailyOptions } from "./record/mod.ts";
