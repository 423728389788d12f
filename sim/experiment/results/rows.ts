/** Rows of results: what is counted, in which groups. */

/** Names of the groups of a row, in the order of the columns of every table. */
export const GROUPS = ["grid", "tier", "facility", "ward", "colour", "rule", "line"] as const;

/** Groups of a row; a group that does not apply is the empty string. */
export interface RowGroups {
  /** Grid of the residents counted. */
  readonly grid: string;
  /** Tier of the facility. */
  readonly tier: string;
  /** Facility. */
  readonly facility: string;
  /** Ward type. */
  readonly ward: string;
  /** Health colour. */
  readonly colour: string;
  /** Referral rule. */
  readonly rule: string;
  /** Service line. */
  readonly line: string;
}

/** Groups of a row that is not grouped. */
export const NO_GROUPS: RowGroups = {
  grid: "",
  tier: "",
  facility: "",
  ward: "",
  colour: "",
  rule: "",
  line: "",
};

/** One value of one measure in one replication; NaN when it was not reached or has no cases. */
export interface MeasureRow extends RowGroups {
  /** Scenario. */
  readonly scenario: string;
  /** Replication, from 0 [-]. */
  readonly replication: number;
  /** Measure, by its name in the catalogue. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** Value [unit]. */
  readonly value: number;
}

/** One day of one daily series in one replication. */
export interface SeriesRow extends RowGroups {
  /** Scenario. */
  readonly scenario: string;
  /** Replication, from 0 [-]. */
  readonly replication: number;
  /** ISO date; for weekly series the Monday. */
  readonly date: string;
  /** Series, by its name in the catalogue. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** Mean over the day, or count in the day [unit]. */
  readonly value: number;
}

/** One series of one scenario in one replication, whole. */
export interface SeriesPath extends RowGroups {
  /** Scenario. */
  readonly scenario: string;
  /** Replication, from 0 [-]. */
  readonly replication: number;
  /** Series, by its name in the catalogue. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** ISO dates, ascending; for weekly series Mondays. */
  readonly dates: readonly string[];
  /** Values, one a date [unit]; NaN where there are no cases. */
  readonly values: Float64Array;
}

/**
 * One text for a measure or series and its groups; equal texts mean the same cell of a table.
 *
 * @param row A row, or a path.
 * @returns Key: measure and groups, parted by tabs.
 *
 * @example Two values of one cell
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { cellKey, NO_GROUPS } from "./mod.ts";
 *
 * const cell = { ...NO_GROUPS, measure: "deaths", colour: "red" };
 * assertEquals(cellKey({ ...cell }), cellKey(cell));
 * ```
 */
export function cellKey(row: { readonly measure: string } & RowGroups): string {
  const { measure, grid, tier, facility, ward, colour, rule, line } = row;
  return `${measure}\t${grid}\t${tier}\t${facility}\t${ward}\t${colour}\t${rule}\t${line}`;
}
