/** Means over replications, as figures need them: rounded, null where there is no value. */
import { tInterval } from "../../engine/stats/mod.ts";
import type { ResultSet, RowGroups } from "../../experiment/mod.ts";

/** A mean with the ends of its 95 % interval; null where there is none. */
export interface Estimate {
  /** Mean [unit]. */
  readonly mean: number | null;
  /** Lower end [unit]. */
  readonly low: number | null;
  /** Upper end [unit]. */
  readonly high: number | null;
}

/** An estimate at a date. */
export interface DatedEstimate extends Estimate {
  /** ISO date. */
  readonly date: string;
}

/** What rows are asked for: groups not named must be empty. */
export interface Selection extends Partial<RowGroups> {
  /** Measure or series. */
  readonly measure: string;
}

const GROUPS: readonly (keyof RowGroups)[] = [
  "grid",
  "tier",
  "facility",
  "ward",
  "colour",
  "rule",
  "line",
];

/** Rows of a measure in exactly the groups asked for. */
export function selected<Row extends RowGroups & { readonly measure: string }>(
  rows: readonly Row[],
  selection: Selection,
): Row[] {
  return rows.filter((row) =>
    row.measure === selection.measure &&
    GROUPS.every((group) => row[group] === (selection[group] ?? ""))
  );
}

/** Mean and interval of values; values that are NaN do not count. */
export function estimateOf(values: readonly number[], factor = 1): Estimate {
  const finite = values.filter(Number.isFinite).map((value) => value * factor);
  if (finite.length === 0) return { mean: null, low: null, high: null };
  const { mean, low, high } = tInterval(finite);
  return { mean: rounded(mean), low: rounded(low), high: rounded(high) };
}

/** Estimate of a measure in a scenario. */
export function measured(
  set: ResultSet,
  scenario: string,
  selection: Selection,
  factor = 1,
): Estimate {
  const rows = selected(set.measures, selection).filter((row) => row.scenario === scenario);
  return estimateOf(rows.map((row) => row.value), factor);
}

/** Estimates of a series in a scenario, by date. */
export function dated(
  set: ResultSet,
  scenario: string,
  selection: Selection,
  factor = 1,
): DatedEstimate[] {
  const byDate = new Map<string, number[]>();
  for (const row of selected(set.series, selection)) {
    if (row.scenario !== scenario) continue;
    const values = byDate.get(row.date);
    if (values === undefined) byDate.set(row.date, [row.value]);
    else values.push(row.value);
  }
  return [...byDate].sort(([a], [b]) => a < b ? -1 : 1)
    .map(([date, values]) => ({ date, ...estimateOf(values, factor) }));
}

/** A number at six significant digits; null for none. */
export function rounded(value: number): number | null {
  return Number.isFinite(value) ? Number(value.toPrecision(6)) : null;
}

/** Error bars of estimates, as Plotly takes them. */
export function errorBars(estimates: readonly Estimate[]): { [key: string]: unknown } {
  const length = (end: number | null, mean: number | null): number =>
    end === null || mean === null ? 0 : Number(Math.abs(end - mean).toPrecision(6));
  return {
    type: "data",
    symmetric: false,
    array: estimates.map(({ high, mean }) => length(high, mean)),
    arrayminus: estimates.map(({ low, mean }) => length(low, mean)),
    thickness: 1.5,
    width: 4,
  };
}
