/** Replications in parallel, a store, precision, paired comparison, result sets. */
export { runExperiment } from "./experiment.ts";
export type { EventLog, ExperimentOptions, ExperimentProgress } from "./options.ts";
export { checkExperiment } from "./check.ts";
export { incomparable } from "./comparable.ts";
export { mergeResultSets } from "./merge.ts";
export type { NamedResultSet } from "./merge.ts";
export { referenceOf } from "./reference.ts";
export {
  bandsOf,
  checkPrecisionRule,
  compareMeasures,
  comparePairs,
  countedMeasures,
  DEFAULT_EXCEEDANCES,
  exceedancesOf,
  formatExceedance,
  formatPrecisionTarget,
  monitoringPaths,
  monitoringRows,
  movedMeasures,
  pairedDeaths,
  parseExceedance,
  parsePrecisionTarget,
  periodShare,
  PrecisionProcedure,
  restorationOf,
  restorationPaths,
  restorationRows,
  startCheckOf,
  startRowsOf,
  varianceShares,
} from "./analysis/mod.ts";
export type {
  CompareOptions,
  NoticeInput,
  PeriodQuestion,
  PrecisionStop,
  WeeklyPoint,
} from "./analysis/mod.ts";
export { ResultStore, StoreError } from "./store/mod.ts";
export type { RunKey } from "./store/mod.ts";
export type { Replacement } from "./workers/mod.ts";
export {
  cellKey,
  GROUPS,
  INSTITUTIONS,
  MONITORED_INSTITUTIONS,
  NO_GROUPS,
  programKey,
  RESTORED,
  sourcesOf,
  VERSION,
} from "./results/mod.ts";
export type {
  BandRow,
  ComparisonRow,
  ExceedanceRow,
  ExceedanceSpec,
  Institution,
  Manifest,
  MapGrid,
  MeasureRow,
  MonitoredInstitution,
  MonitoringRow,
  NoticeEstimate,
  ParameterRow,
  ParameterSummary,
  PrecisionRow,
  PrecisionRule,
  PrecisionTarget,
  ReplicationRecord,
  RestorationRow,
  Restored,
  ResultSet,
  RowGroups,
  RunRequest,
  ScenarioSummary,
  SeriesPath,
  SeriesRow,
  StartCheck,
  StartRow,
  Uncertainty,
} from "./results/mod.ts";
