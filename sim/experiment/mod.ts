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
  movedMeasures,
  pairedDeaths,
  parseExceedance,
  parsePrecisionTarget,
  PrecisionProcedure,
  restorationOf,
  startCheckOf,
  startRowsOf,
  varianceShares,
} from "./analysis/mod.ts";
export type { CompareOptions, PrecisionStop, WeeklyPoint } from "./analysis/mod.ts";
export { ResultStore, StoreError } from "./store/mod.ts";
export type { RunKey } from "./store/mod.ts";
export type { Replacement } from "./workers/mod.ts";
export { cellKey, GROUPS, NO_GROUPS, programKey, sourcesOf, VERSION } from "./results/mod.ts";
export type {
  BandRow,
  ComparisonRow,
  ExceedanceRow,
  ExceedanceSpec,
  Manifest,
  MapGrid,
  MeasureRow,
  ParameterRow,
  ParameterSummary,
  PrecisionRow,
  PrecisionRule,
  PrecisionTarget,
  ReplicationRecord,
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
