/** Frames of what an experiment leaves behind, numbers rounded as the catalogue says. */
import { measureDefinition, seriesDefinition } from "gridcare/domain/mod.ts";
import {
  type ComparisonRow,
  NO_GROUPS,
  type ResultSet,
  type RowGroups,
} from "gridcare/experiment/results/mod.ts";
import { type Frame, frameOf } from "./frames.ts";

function isOf(row: RowGroups, groups: Partial<RowGroups>): boolean {
  const wanted = { ...NO_GROUPS, ...groups };
  return Object.entries(wanted).every(([group, name]) => row[group as keyof RowGroups] === name);
}

/**
 * Groups that a row has, as one text.
 *
 * @param row A row of results.
 * @returns Names, e.g. `icu`; empty for the whole network.
 */
export function groupText(row: RowGroups): string {
  return Object.keys(NO_GROUPS).map((group) => row[group as keyof RowGroups])
    .filter((name) => name !== "").join(" ");
}

function rounded(value: number, { decimals }: { readonly decimals: number }): number {
  return Number(value.toFixed(decimals));
}

function rowsOf(rows: readonly ComparisonRow[], measures: readonly string[]): ComparisonRow[] {
  return measures.flatMap((measure) =>
    rows.filter((row) => row.measure === measure && isOf(row, {}))
  );
}

/**
 * The comparison of one measure of one scenario with the baseline, over the whole network.
 *
 * @param results Results of an experiment.
 * @param scenario Name of the scenario.
 * @param measure Name from the catalogue.
 * @returns Mean, paired difference, and their 95 % intervals.
 * @throws {RangeError} When the results do not hold it.
 */
export function comparisonOf(results: ResultSet, scenario: string, measure: string): ComparisonRow {
  const row = rowsOf(results.comparison, [measure])
    .find((candidate) => candidate.scenario === scenario);
  if (row === undefined) {
    throw new RangeError(
      `Cannot compare as the results must hold measure "${measure}" of scenario "${scenario}"`,
    );
  }
  return row;
}

/**
 * Means of measures with their 95 % intervals, over the whole network.
 *
 * @param results Results of an experiment.
 * @param measures Names from the catalogue, in the order wanted.
 * @returns One row per measure and scenario, columns measure, unit, scenario, mean, low, high, p50,
 * reached and uncertainty, which says what the interval holds; low and high are NaN with one
 * replication, and mean too when not all replications have a value: `reached` says how many have, and
 * `p50` is their median.
 * @throws {RangeError} When the results hold none of the measures.
 */
export function meansFrame(results: ResultSet, measures: readonly string[]): Frame {
  return frameOf(
    rowsOf(results.comparison, measures).map((row) => {
      const definition = measureDefinition(row.measure);
      return {
        measure: row.measure,
        unit: row.unit,
        scenario: row.scenario,
        mean: rounded(row.mean, definition),
        low: rounded(row.meanLow, definition),
        high: rounded(row.meanHigh, definition),
        p50: rounded(row.p50, definition),
        reached: row.reached,
        uncertainty: row.uncertainty,
      };
    }),
  );
}

function differences(rows: readonly ComparisonRow[]): object[] {
  return rows.map((row) => {
    const definition = measureDefinition(row.measure);
    return {
      measure: row.measure,
      unit: row.unit,
      scenario: row.scenario,
      baseline: row.baseline,
      difference: rounded(row.difference, definition),
      low: rounded(row.differenceLow, definition),
      high: rounded(row.differenceHigh, definition),
      all_low: rounded(row.allLow, definition),
      all_high: rounded(row.allHigh, definition),
      uncertainty: row.uncertainty,
    };
  });
}

/**
 * Paired differences from the baseline with their 95 % intervals, over the whole network.
 *
 * @param results Results of an experiment.
 * @param measures Names from the catalogue, in the order wanted.
 * @returns One row per measure and scenario other than the baseline, columns measure, unit,
 * scenario, baseline, difference, low, high, all_low and all_high, which hold for all differences of
 * the measure together, and uncertainty; bounds are NaN with one replication.
 * @throws {RangeError} When the results hold none of the measures.
 */
export function differencesFrame(results: ResultSet, measures: readonly string[]): Frame {
  const rows = rowsOf(results.comparison, measures);
  return frameOf(differences(rows.filter((row) => row.scenario !== row.baseline)));
}

/**
 * Paired differences of all other pairs of scenarios, over the whole network.
 *
 * @param results Results of an experiment in which all pairs were compared.
 * @param measures Names from the catalogue, in the order wanted.
 * @returns One row per measure and pair, columns as those of {@link differencesFrame}.
 * @throws {RangeError} When the results hold no pairs of the measures.
 */
export function pairsFrame(results: ResultSet, measures: readonly string[]): Frame {
  return frameOf(differences(rowsOf(results.pairs, measures)));
}

/**
 * A daily or weekly series over all replications.
 *
 * @param results Results of an experiment.
 * @param series Name from the catalogue.
 * @param groups Groups, such as a ward type; the whole network when left out.
 * @returns One row per scenario and date, columns scenario, date, replications, mean, low, high, p05,
 * p50, p95, all_low, all_high, uncertainty and grade; quantiles of tails are NaN with fewer than 20
 * values.
 * @throws {RangeError} When the results do not hold the series.
 */
export function bandsFrame(
  results: ResultSet,
  series: string,
  groups: Partial<RowGroups> = {},
): Frame {
  const rows = results.bands.filter((row) => row.measure === series && isOf(row, groups));
  const definition = seriesDefinition(series);
  return frameOf(rows.map((row) => ({
    scenario: row.scenario,
    date: row.date,
    replications: row.replications,
    mean: rounded(row.mean, definition),
    low: rounded(row.meanLow, definition),
    high: rounded(row.meanHigh, definition),
    p05: rounded(row.p05, definition),
    p50: rounded(row.p50, definition),
    p95: rounded(row.p95, definition),
    all_low: rounded(row.allLow, definition),
    all_high: rounded(row.allHigh, definition),
    uncertainty: row.uncertainty,
    grade: row.grade,
  })));
}

/**
 * How probable it is that a series is too high on too many days.
 *
 * @param results Results of an experiment.
 * @returns One row per scenario and event, columns event (e.g. `bed_occupancy icu >= 1 on more than
 * 3 d in all`: together or apart), scenario, hits, replications, probability with low and high,
 * only_here, only_in_baseline, days_mean [d], uncertainty and grade.
 * @throws {RangeError} When the results hold no event.
 */
export function exceedanceFrame(results: ResultSet): Frame {
  return frameOf(results.exceedances.map((row) => {
    const what = [row.measure, groupText(row)].filter((part) => part !== "").join(" ");
    const sign = row.orAt ? ">=" : ">";
    return {
      event: `${what} ${sign} ${row.level} on more than ${row.days} d in all`,
      scenario: row.scenario,
      hits: row.hits,
      replications: row.replications,
      probability: rounded(row.probability, { decimals: 3 }),
      low: rounded(row.low, { decimals: 3 }),
      high: rounded(row.high, { decimals: 3 }),
      only_here: row.onlyHere,
      only_in_baseline: row.onlyInBaseline,
      days_mean: rounded(row.daysMean, { decimals: 1 }),
      uncertainty: row.uncertainty,
      grade: row.grade,
    };
  }));
}
