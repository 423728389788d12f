/** Units of the columns of the result tables. */

/** The unit stands in the column `unit` of the row. */
const OF_ROW = "see unit";
/** A share where the column `kind` says relative, else the unit of the row. */
const OF_KIND = "share if relative, else see unit";

/** Units by heading, where no table says otherwise. */
const UNITS: Readonly<Record<string, string>> = {
  replication: "-",
  replications: "-",
  set: "-",
  value: OF_ROW,
  mean: OF_ROW,
  mean_low: OF_ROW,
  mean_high: OF_ROW,
  p05: OF_ROW,
  p50: OF_ROW,
  p95: OF_ROW,
  all_low: OF_ROW,
  all_high: OF_ROW,
  baseline_mean: OF_ROW,
  difference: OF_ROW,
  difference_low: OF_ROW,
  difference_high: OF_ROW,
  difference_p05: OF_ROW,
  difference_p95: OF_ROW,
  variance_removed: "-",
  reached: "-",
  parameter_share: "-",
  low: OF_ROW,
  high: OF_ROW,
  level: OF_ROW,
  reference: OF_ROW,
  days: "d",
  hits: "-",
  probability: "-",
  only_here: "-",
  only_in_baseline: "-",
  days_mean: "d",
  target: OF_KIND,
  half_width: OF_KIND,
  hours: "h",
  day: "d",
  usable_beds: "beds",
  covid_patients: "patients",
  ordinary_patients: "patients",
  census: "patients",
  moving_average: "patients",
  patients: "patients",
  time_min: "min",
};

/** Units of tables that use a heading for something else. */
const OWN: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  start: { level: "patients" },
  exceedance: { low: "-", high: "-" },
  curves: { mean: "-", mean_low: "-", mean_high: "-" },
  flows: { mean: "patients", mean_low: "patients", mean_high: "patients" },
  events: { value: "see event" },
};

/** Unit of a column of numbers; empty when none is known. */
export function unitOf(table: string, heading: string): string {
  return OWN[table]?.[heading] ?? UNITS[heading] ?? "";
}
