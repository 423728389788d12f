/**
 * What an experiment leaves behind, as plain tidy rows: what is written to a result folder, read
 * back from it, and handed to the report. Nothing in it depends on the number of workers.
 *
 * Rows of single replications come as iterables that can be gone through again and again: with many
 * replications they are read from the store as they are asked for and never stand in memory together.
 */
import type { BandRow } from "./band.ts";
import type { ComparisonRow } from "./comparison_row.ts";
import type { CurveRow } from "./curve.ts";
import type { ExceedanceRow } from "./exceedance.ts";
import type { FacilityDayRow } from "./facility_day.ts";
import type { FlowRow } from "./flow.ts";
import type { Manifest } from "./manifest.ts";
import type { MonitoringRow, RestorationRow } from "./notices.ts";
import type { ParameterRow } from "./parameter_row.ts";
import type { PrecisionRow } from "./precision.ts";
import type { MeasureRow, SeriesRow } from "./rows.ts";
import type { StartRow } from "./start.ts";

/** All that an experiment leaves behind. */
export interface ResultSet {
  /** What made it. */
  readonly manifest: Manifest;
  /** Measures, by scenario, replication, catalogue order, groups. */
  readonly measures: Iterable<MeasureRow>;
  /** Daily and weekly series of every replication. */
  readonly series: Iterable<SeriesRow>;
  /** Series over all replications: mean, interval, quantile bands. */
  readonly bands: readonly BandRow[];
  /** Comparison with the baseline. */
  readonly comparison: readonly ComparisonRow[];
  /** All other pairs, when they were asked for: the same rows with another baseline. */
  readonly pairs: readonly ComparisonRow[];
  /** Probability of too many days above a level. */
  readonly exceedances: readonly ExceedanceRow[];
  /** How sure the targets were after each replication; empty with a fixed number. */
  readonly precision: readonly PrecisionRow[];
  /** Values of the uncertain parameters in every set; empty with fixed parameters. */
  readonly parameters: Iterable<ParameterRow>;
  /** How ordinary care settled before the window. */
  readonly start: readonly StartRow[];
  /** Weekly restoration of services; empty when a run has no whole week, or an older version made it. */
  readonly restoration: readonly RestorationRow[];
  /** Daily monitoring of institutions of level two and above; empty when an older version made it. */
  readonly monitoring: readonly MonitoringRow[];
  /** Beds and patients of hospitals and shelters at every midnight; empty when an older version made it. */
  readonly facilityDays: readonly FacilityDayRow[];
  /** Curves over the time since a request or a need; empty when an older version made it. */
  readonly curves: readonly CurveRow[];
  /** Patients who went from one kind of place to another; empty when an older version made it. */
  readonly flows: readonly FlowRow[];
}
