/** Statistics over observations and time, intervals, warm-up, selection, survival. */
export { batchMeansOf, dependenceOf } from "./batch_means.ts";
export type { BatchMeans, BatchOptions, Dependence } from "./batch_means.ts";
export { cellsOf } from "./cells_of.ts";
export { Histogram } from "./histogram.ts";
export type { Cells } from "./histogram.ts";
export { pairedInterval, tInterval, tQuantile } from "./interval.ts";
export type { Interval } from "./interval.ts";
export { incidencesOf } from "./incidence.ts";
export type { IncidenceOptions } from "./incidence.ts";
export { KimNelson } from "./kim_nelson.ts";
export type { KimNelsonSpec, Observe } from "./kim_nelson.ts";
export { ocbaFurther, ocbaShares } from "./ocba.ts";
export type { OcbaSystems } from "./ocba.ts";
export { binomialBand, proportionInterval } from "./proportion.ts";
export type { CountBand, ProportionInterval, ProportionOptions } from "./proportion.ts";
export { quantileInterval, quantileOf, sortedQuantile } from "./quantile.ts";
export type { QuantileInterval, QuantileType } from "./quantile.ts";
export { regenerativeInterval } from "./regenerative.ts";
export type { Cycles, RatioInterval, RegenerativeOptions } from "./regenerative.ts";
export { requiredReplications } from "./required_replications.ts";
export type { Precision } from "./required_replications.ts";
export { rinottConstant, rinottSizes } from "./rinott.ts";
export type { RinottSizes, RinottSpec } from "./rinott.ts";
export {
  differencesFrom,
  differencesOfPairs,
  levelOfEach,
  simultaneousIntervals,
} from "./simultaneous.ts";
export type { Difference, SimultaneousOptions } from "./simultaneous.ts";
export { StateTimes } from "./state_times.ts";
export { RESOURCE_COLUMNS, RESOURCE_EVENTS, statisticsOfLog } from "./statistics_of_log.ts";
export type { LogRows, LogStatistics, LogWindow } from "./statistics_of_log.ts";
export { StreamingBatchMeans } from "./streaming_batch_means.ts";
export { StreamingQuantile } from "./streaming_quantile.ts";
export { survivalOf } from "./survival.ts";
export type { Survival, SurvivalRows } from "./survival.ts";
export { Tally } from "./tally.ts";
export { TimeWeighted } from "./time_weighted.ts";
export { warmUpOf, welchMeans } from "./warm_up.ts";
export type { WarmUp, WarmUpOptions } from "./warm_up.ts";
