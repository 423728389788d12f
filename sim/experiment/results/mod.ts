/** What an experiment leaves behind: types of rows, the manifest, the program that made it. */
export { cellKey, GROUPS, NO_GROUPS } from "./rows.ts";
export type { MeasureRow, RowGroups, SeriesPath, SeriesRow } from "./rows.ts";
export type { ReplicationRecord } from "./record.ts";
export type { BandRow } from "./band.ts";
export type { ComparisonRow, Uncertainty } from "./comparison_row.ts";
export { BED_OUTCOMES, CURVES } from "./curve.ts";
export type { BedOutcome, CurveName, CurveRow } from "./curve.ts";
export type { FacilityDayRow } from "./facility_day.ts";
export { FLOW_PLACES } from "./flow.ts";
export type { FlowPlace, FlowRow } from "./flow.ts";
export type { ExceedanceRow, ExceedanceSpec } from "./exceedance.ts";
export { INSTITUTIONS, MONITORED_INSTITUTIONS, RESTORED } from "./notices.ts";
export type {
  Institution,
  MonitoredInstitution,
  MonitoringRow,
  NoticeEstimate,
  RestorationRow,
  Restored,
} from "./notices.ts";
export type { ParameterRow } from "./parameter_row.ts";
export type { PrecisionRow, PrecisionRule, PrecisionTarget } from "./precision.ts";
export type { StartCheck, StartRow } from "./start.ts";
export type {
  FacilityName,
  Manifest,
  MapGrid,
  ParameterSummary,
  RunRequest,
  ScenarioSummary,
} from "./manifest.ts";
export type { ResultSet } from "./result_set.ts";
export { programKey, sourcesOf } from "./program.ts";
export { VERSION } from "./version.ts";
