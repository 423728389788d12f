/**
 * Means and their spread, as figures need them: rounded, null where there is no value.
 *
 * All of it is read from rows that are summed up over replications already; rows of single
 * replications may be more than memory holds. With fixed parameters the spread is the 95 % interval
 * of the mean; with drawn ones it is where 90 % of draws lie, since the interval of a mean over
 * draws would say nothing of the parameters.
 */
import {
  type BandRow,
  type ComparisonRow,
  GROUPS,
  type ResultSet,
  type RowGroups,
} from "../../experiment/results/mod.ts";

/** A mean with the ends of its spread; null where there is none. */
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

/** Mean of a row and the ends that its spread has. */
function estimateOf(
  set: ResultSet,
  row: Pick<BandRow, "mean" | "meanLow" | "meanHigh" | "p05" | "p95">,
  factor: number,
): Estimate {
  const drawn = set.manifest.uncertainty === "parameters";
  return {
    mean: rounded(row.mean * factor),
    low: rounded((drawn ? row.p05 : row.meanLow) * factor),
    high: rounded((drawn ? row.p95 : row.meanHigh) * factor),
  };
}

/** Estimate of a paired difference. */
export function differenceOf(set: ResultSet, row: ComparisonRow, factor = 1): Estimate {
  const drawn = set.manifest.uncertainty === "parameters";
  return {
    mean: rounded(row.difference * factor),
    low: rounded((drawn ? row.differenceP05 : row.differenceLow) * factor),
    high: rounded((drawn ? row.differenceP95 : row.differenceHigh) * factor),
  };
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
