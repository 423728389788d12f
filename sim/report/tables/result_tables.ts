/** The tables of a result folder: which columns they have, in which order. */
import {
  type BandRow,
  type ComparisonRow,
  type CurveRow,
  CURVES,
  type ExceedanceRow,
  type FacilityDayRow,
  FLOW_PLACES,
  type FlowRow,
  GROUPS,
  INSTITUTIONS,
  type MeasureRow,
  MONITORED_INSTITUTIONS,
  type MonitoringRow,
  type NoticeEstimate,
  type ParameterRow,
  type PrecisionRow,
  type RestorationRow,
  RESTORED,
  type RowGroups,
  type SeriesRow,
  type StartRow,
  type Uncertainty,
} from "../../experiment/results/mod.ts";
import { type CsvColumn, CsvTable } from "./csv_table.ts";

function snakeCase(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** Columns of one kind under the names of their fields, in snake case. */
function columns<Row>(
  holds: CsvColumn<Row>["holds"],
  ...fields: readonly (keyof Row & string)[]
): CsvColumn<Row>[] {
  return fields.map((field) => ({ heading: snakeCase(field), field, holds }));
}

const texts = <Row>(...fields: readonly (keyof Row & string)[]): CsvColumn<Row>[] =>
  columns<Row>("text", ...fields);
const numbers = <Row>(...fields: readonly (keyof Row & string)[]): CsvColumn<Row>[] =>
  columns<Row>("numbers", ...fields);
const groups = <Row extends RowGroups>(): CsvColumn<Row>[] => texts<Row>(...GROUPS);
/** What the spread of a row holds. */
const spread = <Row extends { readonly uncertainty: Uncertainty }>(): CsvColumn<Row>[] =>
  columns<Row>(["replication", "parameters"], "uncertainty");
/** The same, and the weakest grade it rests on. */
const certainty = <
  Row extends { readonly uncertainty: Uncertainty; readonly grade: string },
>(): CsvColumn<Row>[] => [...spread<Row>(), ...texts<Row>("grade")];

/** `measures.csv`: one row per scenario, replication, measure and group. */
export const MEASURES_TABLE: CsvTable<MeasureRow> = new CsvTable("measures.csv", [
  ...texts<MeasureRow>("scenario"),
  ...numbers<MeasureRow>("replication"),
  ...texts<MeasureRow>("measure", "unit"),
  ...numbers<MeasureRow>("value"),
  ...groups<MeasureRow>(),
]);

/** `series.csv`: one row per scenario, replication, day (or week), series and group. */
export const SERIES_TABLE: CsvTable<SeriesRow> = new CsvTable("series.csv", [
  ...texts<SeriesRow>("scenario"),
  ...numbers<SeriesRow>("replication"),
  ...texts<SeriesRow>("date", "measure", "unit"),
  ...numbers<SeriesRow>("value"),
  ...groups<SeriesRow>(),
]);

/** `bands.csv`: one row per scenario, day (or week), series and group, over all replications. */
export const BANDS_TABLE: CsvTable<BandRow> = new CsvTable("bands.csv", [
  ...texts<BandRow>("scenario", "date", "measure", "unit"),
  ...groups<BandRow>(),
  ...numbers<BandRow>("replications", "mean", "meanLow", "meanHigh"),
  ...numbers<BandRow>("p05", "p50", "p95", "allLow", "allHigh"),
  ...certainty<BandRow>(),
]);

const COMPARED: readonly CsvColumn<ComparisonRow>[] = [
  ...texts<ComparisonRow>("scenario", "baseline", "measure", "unit"),
  ...groups<ComparisonRow>(),
  ...numbers<ComparisonRow>("replications", "mean", "meanLow", "meanHigh", "baselineMean"),
  ...numbers<ComparisonRow>("difference", "differenceLow", "differenceHigh"),
  ...numbers<ComparisonRow>("allLow", "allHigh", "varianceRemoved", "reached", "p50"),
  ...numbers<ComparisonRow>("p05", "p95", "differenceP05", "differenceP95", "parameterShare"),
  ...certainty<ComparisonRow>(),
];

/** `comparison.csv`: one row per scenario, measure and group, beside the baseline. */
export const COMPARISON_TABLE: CsvTable<ComparisonRow> = new CsvTable("comparison.csv", COMPARED);

/** `pairs.csv`: the same columns for all other pairs of scenarios. */
export const PAIRS_TABLE: CsvTable<ComparisonRow> = new CsvTable("pairs.csv", COMPARED);

/** `exceedance.csv`: one row per scenario and event of too many days above a level. */
export const EXCEEDANCE_TABLE: CsvTable<ExceedanceRow> = new CsvTable("exceedance.csv", [
  ...texts<ExceedanceRow>("scenario", "baseline", "measure", "unit"),
  ...groups<ExceedanceRow>(),
  ...numbers<ExceedanceRow>("level"),
  ...columns<ExceedanceRow>("true or false", "orAt"),
  ...numbers<ExceedanceRow>("days", "replications", "hits", "probability", "low", "high"),
  ...numbers<ExceedanceRow>("onlyHere", "onlyInBaseline", "daysMean"),
  ...certainty<ExceedanceRow>(),
]);

/** `precision.csv`: one row per scenario, target and number of replications looked at. */
export const PRECISION_TABLE: CsvTable<PrecisionRow> = new CsvTable("precision.csv", [
  ...texts<PrecisionRow>("scenario", "measure", "unit"),
  ...groups<PrecisionRow>(),
  ...columns<PrecisionRow>(["mean", "difference"], "of"),
  ...columns<PrecisionRow>(["relative", "absolute"], "kind"),
  ...numbers<PrecisionRow>("target", "replications", "mean", "low", "high", "halfWidth"),
  ...columns<PrecisionRow>("true or false", "met"),
]);

/** `parameters.csv`: one row per scenario, set and uncertain parameter. */
export const PARAMETERS_TABLE: CsvTable<ParameterRow> = new CsvTable("parameters.csv", [
  ...texts<ParameterRow>("scenario"),
  ...numbers<ParameterRow>("set"),
  ...texts<ParameterRow>("path", "unit"),
  ...numbers<ParameterRow>("value"),
]);

/** `start.csv`: one row per scenario, ward type and day, the warm-up included. */
export const START_TABLE: CsvTable<StartRow> = new CsvTable("start.csv", [
  ...texts<StartRow>("scenario", "ward"),
  ...numbers<StartRow>("day", "census", "level", "movingAverage"),
]);

/** What a row of a table of the notices says over all replications. */
const estimate = <Row extends NoticeEstimate>(): CsvColumn<Row>[] =>
  numbers<Row>("replications", "mean", "meanLow", "meanHigh", "p05", "p50", "p95");

/** `restoration.csv`: one row per scenario, kind of institution, quantity and week (N35-5). */
export const RESTORATION_TABLE: CsvTable<RestorationRow> = new CsvTable("restoration.csv", [
  ...texts<RestorationRow>("scenario", "week"),
  ...columns<RestorationRow>(INSTITUTIONS, "institution"),
  ...columns<RestorationRow>(RESTORED, "quantity"),
  ...texts<RestorationRow>("unit"),
  ...estimate<RestorationRow>(),
  ...columns<RestorationRow>("true or false", "reported", "full"),
  ...certainty<RestorationRow>(),
]);

/** `monitoring.csv`: one row per scenario, kind of institution, quantity and day (BJ-3.18). */
export const MONITORING_TABLE: CsvTable<MonitoringRow> = new CsvTable("monitoring.csv", [
  ...texts<MonitoringRow>("scenario", "date"),
  ...columns<MonitoringRow>(MONITORED_INSTITUTIONS, "institution"),
  ...texts<MonitoringRow>("quantity", "unit"),
  ...estimate<MonitoringRow>(),
  ...numbers<MonitoringRow>("reference"),
  ...certainty<MonitoringRow>(),
]);

/** `facility_days.csv`: one row per scenario, hospital or shelter, and day; at the midnight that ends it. */
export const FACILITY_DAYS_TABLE: CsvTable<FacilityDayRow> = new CsvTable("facility_days.csv", [
  ...texts<FacilityDayRow>("scenario", "date", "facility"),
  { heading: "usable_beds", field: "usable", holds: "numbers" },
  { heading: "covid_patients", field: "covid", holds: "numbers" },
  { heading: "ordinary_patients", field: "ordinary", holds: "numbers" },
]);

/** `curves.csv`: one row per scenario, curve, group and time since the request or the need. */
export const CURVES_TABLE: CsvTable<CurveRow> = new CsvTable("curves.csv", [
  ...texts<CurveRow>("scenario"),
  ...columns<CurveRow>(CURVES, "curve"),
  ...texts<CurveRow>("group"),
  ...numbers<CurveRow>("hours", "replications", "mean", "meanLow", "meanHigh"),
  ...spread<CurveRow>(),
]);

/** `flows.csv`: one row per scenario, kind of place that patients left and kind that they came to. */
export const FLOWS_TABLE: CsvTable<FlowRow> = new CsvTable("flows.csv", [
  ...texts<FlowRow>("scenario"),
  ...columns<FlowRow>(FLOW_PLACES, "from", "to"),
  ...numbers<FlowRow>("replications", "mean", "meanLow", "meanHigh"),
]);
