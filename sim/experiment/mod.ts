/** Replications in parallel, paired comparison, result sets. */
export { runExperiment } from "./experiment.ts";
export type { EventLog, ExperimentOptions } from "./options.ts";
export { incomparable } from "./comparable.ts";
export { compareMeasures } from "./comparison.ts";
export { pairedDeaths } from "./paired_deaths.ts";
export { referenceOf } from "./reference.ts";
export { restorationOf } from "./restoration.ts";
export type { WeeklyPoint } from "./restoration.ts";
export type {
  ComparisonRow,
  Manifest,
  MapGrid,
  MeasureRow,
  ResultSet,
  RowGroups,
  ScenarioSummary,
  SeriesRow,
} from "./result_set.ts";
export { VERSION } from "./version.ts";
