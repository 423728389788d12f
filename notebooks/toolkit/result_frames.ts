/** Frames of what an experiment leaves behind, numbers rounded as the catalogue says. */
import { CATALOGUE, measureDefinition } from "gridcare/domain/mod.ts";
import {
  type ComparisonRow,
  NO_GROUPS,
  type ResultSet,
  type RowGroups,
} from "gridcare/experiment/results/mod.ts";
import { type Frame, frameOf } from "./frames.ts";
import { checkNames, insteadOf } from "./names.ts";

/**
 * Whether a row has the groups named and no other.
 *
 * @param row A row of results.
 * @param groups Groups with their names; a group that is not named must be empty.
 */
export function isOf(row: RowGroups, groups: Partial<RowGroups>): boolean {
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

/** A number as the catalogue rounds it. */
export function rounded(value: number, { decimals }: { readonly decimals: number }): number {
  return Number(value.toFixed(decimals));
}

function rowsOf(rows: readonly ComparisonRow[], measures: readonly string[]): ComparisonRow[] {
  const whole = rows.filter((row) => isOf(row, {}));
  const held = whole.map(({ measure }) => measure);
  checkNames(measures, { held, catalogue: CATALOGUE }, "measure");
  return measures.flatMap((measure) => whole.filter((row) => row.measure === measure));
}

/**
 * The comparison of one measure of one scenario with the baseline, over the whole network.
 *
 * @param results Results of an experiment.
 * @param scenario Name of the scenario.
 * @param measure Name from the catalogue.
 * @returns Mean, paired difference, and their 95 % intervals.
 * @throws {RangeError} When the results do not hold it; the nearest name is named.
 */
export function comparisonOf(results: ResultSet, scenario: string, measure: string): ComparisonRow {
  const row = rowsOf(results.comparison, [measure])
    .find((candidate) => candidate.scenario === scenario);
  if (row === undefined) {
    const names = results.manifest.scenarios.map(({ name }) => name);
    throw new RangeError(
      `Cannot compare as the results must hold scenario "${scenario}": ${
        insteadOf(scenario, names)
      }`,
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
 * @throws {RangeError} When the results do not hold a measure; the nearest name is named.
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
 * @throws {RangeError} When the results do not hold a measure; the nearest name is named.
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
 * @throws {RangeError} When all pairs were not compared, or a measure is not held.
 */
export function pairsFrame(results: ResultSet, measures: readonly string[]): Frame {
  if (results.pairs.length === 0) {
    throw new RangeError(
      "Cannot show pairs as the experiment must compare all pairs: run it with `pairs: true` " +
        "and at least three scenarios",
    );
  }
  return frameOf(differences(rowsOf(results.pairs, measures)));
}

/**
 * The value of every single replication, over the whole network.
 *
 * @param results Results of an experiment.
 * @param measures Names from the catalogue, in the order wanted.
 * @returns One row per scenario and replication, columns scenario, replication (from 0) and one for
 * each measure with its unit, e.g. `transfer_delay_mean [h]`; NaN where a replication has no value.
 * @throws {RangeError} When the results do not hold a measure; the nearest name is named.
 */
export function replicationsFrame(results: ResultSet, measures: readonly string[]): Frame {
  const whole = [...results.measures].filter((row) => isOf(row, {}));
  checkNames(measures, {
    held: whole.map(({ measure }) => measure),
    catalogue: CATALOGUE,
  }, "measure");
  const lines = new Map<string, Record<string, unknown>>();
  for (const { scenario, replication, measure, unit, value } of whole) {
    if (!measures.includes(measure)) continue;
    const key = `${scenario}\t${replication}`;
    const line = lines.get(key) ?? { scenario, replication, ...emptyCells(measures) };
    line[`${measure} [${unit}]`] = rounded(value, measureDefinition(measure));
    lines.set(key, line);
  }
  return frameOf([...lines.values()]);
}

function emptyCells(measures: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    measures.map((measure) => [`${measure} [${measureDefinition(measure).unit}]`, NaN]),
  );
}
