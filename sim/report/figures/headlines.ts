/**
 * The measures that a reader meets first, by the three questions. All others stand in the tables.
 */
import type { RowGroups } from "../../experiment/results/mod.ts";

/** What the simulator is asked. */
export type Question = "beds" | "transfers" | "patients" | "services";

/** A measure with the group in which it is shown. */
export interface Headline {
  /** Question it answers. */
  readonly question: Question;
  /** Measure, by its name in the catalogue. */
  readonly measure: string;
  /** Groups; all others are empty. */
  readonly groups: Partial<RowGroups>;
  /** Whether the figure of differences shows it. */
  readonly inFigure: boolean;
}

function headline(
  question: Question,
  measure: string,
  groups: Partial<RowGroups> = {},
  inFigure = false,
): Headline {
  return { question, measure, groups, inFigure };
}

/** Headline measures, in the order of the report. */
export const HEADLINES: readonly Headline[] = [
  headline("beds", "bed_occupancy_peak", { ward: "general" }, true),
  headline("beds", "bed_occupancy_peak", { ward: "sub_icu" }),
  headline("beds", "bed_occupancy_peak", { ward: "icu" }, true),
  headline("beds", "bed_occupancy_mean", { ward: "general" }),
  headline("beds", "bed_occupancy_mean", { ward: "icu" }),
  headline("beds", "days_at_or_above_100", { ward: "general" }),
  headline("beds", "days_at_or_above_100", { ward: "icu" }),
  headline("beds", "waiting_peak", {}, true),
  headline("beds", "boarding_hours"),
  headline("transfers", "transfer_delay_mean", {}, true),
  headline("transfers", "transfer_delay_median"),
  headline("transfers", "transfer_delay_p90"),
  headline("transfers", "transfer_within_target", {}, true),
  headline("transfers", "transfers_unfinished"),
  headline("transfers", "vehicle_use"),
  headline("transfers", "treated_where_rule_says"),
  headline("patients", "deaths", {}, true),
  headline("patients", "deaths_excess"),
  headline("patients", "recovered_by_day_28_of_bed_needing", {}, true),
  headline("patients", "never_in_bed"),
  headline("services", "service_volume_vs_2019", { tier: "1" }),
  headline("services", "service_volume_vs_2019", { tier: "2" }),
  headline("services", "service_volume_vs_2019", { tier: "3" }),
  headline("services", "service_volume_vs_2019", { line: "inpatient_elective" }, true),
  headline("services", "week_of_full_recovery", { line: "inpatient_elective" }),
];
