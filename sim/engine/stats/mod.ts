/** Statistics over observations and time, intervals, survival. */
export { pairedInterval, tInterval, tQuantile } from "./interval.ts";
export type { Interval } from "./interval.ts";
export { survivalOf } from "./survival.ts";
export type { Survival, SurvivalRows } from "./survival.ts";
export { Tally } from "./tally.ts";
export { TimeWeighted } from "./time_weighted.ts";
