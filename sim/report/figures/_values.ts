/**
 * Means and their spread, as figures need them: rounded, null where there is no value.
 *
 * All of it is read from rows that are summed up over replications already; rows of single
 * replications may be more than memory holds. With fixed parameters the spread is the 95 % interval
 * of the mean; with drawn ones it is where 90 % of draws lie, since the interval of a mean over
 * draws would say nothing of the parameters, and the median stands for the mean, which may lie
 * outside of quantiles.
 */
import {
  type BandRow,
  type ComparisonRow,
  GROUPS,
  type ResultSet,
  type RowGroups,
} from "../../experiment/results/mod.ts";
import { tooFewDraws } from "../method/mod.ts";

/** A value with the ends of its spread; null where there is none. */
export interface Estimate {
  /** Mean with fixed parameters, or of differences; median with drawn ones [unit]. */
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

/** Middle of a row and the ends that its spread has. */
export function estimateOf(
  set: ResultSet,
  row: Pick<BandRow, "mean" | "meanLow" | "meanHigh" | "p05" | "p50" | "p95">,
  factor: number,
): Estimate {
  if (set.manifest.uncertainty === "replication") {
    const { mean, meanLow, meanHigh } = row;
    return {
      mean: rounded(mean * factor),
      low: rounded(meanLow * factor),
      high: rounded(meanHigh * factor),
    };
  }
  const none = tooFewDraws(set);
  return {
    mean: rounded(row.p50 * factor),
    low: none ? null : rounded(row.p05 * factor),
    high: none ? null : rounded(row.p95 * factor),
  };
}

/** Estimate of a paired difference. */
export function differenceOf(set: ResultSet, row: ComparisonRow, factor = 1): Estimate {
  const drawn = set.manifest.uncertainty === "parameters";
  const none = tooFewDraws(set);
  return {
    mean: rounded(row.difference * factor),
    low: none ? null : rounded((drawn ? row.differenceP05 : row.differenceLow) * factor),
    high: none ? null : rounded((drawn ? row.differenceP95 : row.differenceHigh) * factor),
  };
}

/** Mean of a measure in a scenario, whatever the kind of uncertainty; null when there is none. */
export function meanOf(set: ResultSet, scenario: string, selection: Selection): number | null {
  const row = selected(set.comparison, selection).find((one) => one.scenario === scenario);
  return rounded(row?.mean ?? NaN);
}

/** Estimate of a measure in a scenario. */
export function measured(
  set: ResultSet,
  scenario: string,
  selection: Selection,
  factor = 1,
): Estimate {
  const row = selected(set.comparison, selection).find((one) => one.scenario === scenario);
  return row === undefined ? { mean: null, low: null, high: null } : estimateOf(set, row, factor);
}

/** Rows of a series in a scenario, by date. */
export function bandsOf(set: ResultSet, scenario: string, selection: Selection): BandRow[] {
  return selected(set.bands, selection).filter((row) => row.scenario === scenario)
    .sort((a, b) => a.date < b.date ? -1 : 1);
}

/** Estimates of a series in a scenario, by date. */
export function dated(
  set: ResultSet,
  scenario: string,
  selection: Selection,
  factor = 1,
): DatedEstimate[] {
  return bandsOf(set, scenario, selection)
    .map((row) => ({ date: row.date, ...estimateOf(set, row, factor) }));
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
