/**
 * The two tables that the notices ask for: the weekly restoration of services (N35-5) and the daily
 * monitoring of institutions of level two and above (BJ-3.18).
 */
import type { Uncertainty } from "./comparison_row.ts";

/**
 * Institutions of the weekly table, as the notice names them: all of the region, tertiary and
 * secondary ones, and the others, which are those of primary care.
 */
export const INSTITUTIONS = ["all", "tertiary", "secondary", "other"] as const;
/** Institutions of a row of the weekly table. */
export type Institution = (typeof INSTITUTIONS)[number];

/**
 * Quantities of the weekly table. The inpatients of the notice may be those admitted or those in bed:
 * the volume of a service is taken to be admissions, and those in bed are given beside it.
 */
export const RESTORED = ["visits", "admissions", "inpatients"] as const;
/** Quantity of a row of the weekly table. */
export type Restored = (typeof RESTORED)[number];

/** Institutions of the daily table: level two and above together, then each. */
export const MONITORED_INSTITUTIONS = ["level_2_and_above", "tertiary", "secondary"] as const;
/** Institutions of a row of the daily table. */
export type MonitoredInstitution = (typeof MONITORED_INSTITUTIONS)[number];

/** What a row of a table of the notices says over all replications. */
export interface NoticeEstimate {
  /** Replications with a value [-]. */
  readonly replications: number;
  /** Mean [unit]. */
  readonly mean: number;
  /** Lower end of the 95 % interval of the mean [unit]; NaN with one value. */
  readonly meanLow: number;
  /** Upper end [unit]. */
  readonly meanHigh: number;
  /** Quantile 5 % over replications, or over means of sets when several share a set [unit]; NaN with fewer than 20 values. */
  readonly p05: number;
  /** Median [unit]. */
  readonly p50: number;
  /** Quantile 95 % [unit]; NaN with fewer than 20 values. */
  readonly p95: number;
  /** What the spread of replications holds. */
  readonly uncertainty: Uncertainty;
  /** Weakest grade among the numbers that the scenario rests on. */
  readonly grade: string;
}

/** One week of the weekly table: service volume as % of the same weekdays of 2019. */
export interface RestorationRow extends NoticeEstimate {
  /** Scenario. */
  readonly scenario: string;
  /** Monday of the week, ISO date. */
  readonly week: string;
  /** Institutions. */
  readonly institution: Institution;
  /** Quantity. */
  readonly quantity: Restored;
  /** Unit, `%`. */
  readonly unit: string;
  /** Whether the notice asks for the week: from the first one reported to the first that is full. */
  readonly reported: boolean;
  /** Whether the mean is at 95 % or more in this week and all later ones. */
  readonly full: boolean;
}

/** One day of the daily table. */
export interface MonitoringRow extends NoticeEstimate {
  /** Scenario. */
  readonly scenario: string;
  /** ISO date. */
  readonly date: string;
  /** Institutions. */
  readonly institution: MonitoredInstitution;
  /** Quantity: visits, admissions, inpatients in bed at the midnight that ends the day, operations. */
  readonly quantity: string;
  /** Unit. */
  readonly unit: string;
  /** Mean of the same day without epidemic and with everything open [unit]. */
  readonly reference: number;
}
