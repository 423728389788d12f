/** What replications say: comparison, bands, probabilities, precision, start, sources of spread. */
export { bandsOf } from "./bands.ts";
export type { BandOptions } from "./bands.ts";
export { compareMeasures, comparePairs } from "./comparison.ts";
export type { CompareOptions } from "./comparison.ts";
export { detailTables } from "./details.ts";
export type { DetailOptions, DetailTables, ScenarioDetails } from "./details.ts";
export { exceedancesOf } from "./exceedance.ts";
export type { ExceedanceOptions } from "./exceedance.ts";
export {
  checkExceedance,
  DEFAULT_EXCEEDANCES,
  formatExceedance,
  parseExceedance,
} from "./exceedance_text.ts";
export { formatMeasureCell, measureCellProblems, parseMeasureCell } from "./measure_cell.ts";
export type { MeasureCell } from "./measure_cell.ts";
export { countedMeasures, movedMeasures } from "./moved_measures.ts";
export { monitoringPaths, periodShare, restorationPaths } from "./notice_paths.ts";
export type { NoticeInput, PeriodQuestion } from "./notice_paths.ts";
export { monitoringRows, restorationRows } from "./notices.ts";
export { pairedDeaths } from "./paired_deaths.ts";
export { PrecisionProcedure } from "./precision.ts";
export type { MeasuredValue, PrecisionStop } from "./precision.ts";
export {
  checkPrecisionRule,
  formatPrecisionTarget,
  parsePrecisionTarget,
} from "./precision_rule.ts";
export { restorationOf } from "./restoration.ts";
export type { WeeklyPoint } from "./restoration.ts";
export { startCheckOf, startRowsOf } from "./start.ts";
export type { StartCheckOptions, StartOptions } from "./start.ts";
export { varianceShares } from "./variance_shares.ts";
export type { VarianceShares } from "./variance_shares.ts";
