/**
 * Scenarios beside the baseline: means and paired differences with 95 % intervals.
 *
 * Replication r of two scenarios has the same people in the same order of infection, so differences
 * are taken replication by replication; Student's t over the replications gives the interval.
 */
import { pairedInterval, tInterval } from "../engine/mod.ts";
import type { ComparisonRow, MeasureRow, RowGroups } from "./result_set.ts";

const GROUPS = ["grid", "tier", "facility", "ward", "colour", "rule", "line"] as const;

const keyOf = (row: { measure: string } & RowGroups): string =>
  [row.measure, ...GROUPS.map((g) => row[g])].join("\t");

/** Values of one measure and group of one scenario, by replication. */
interface Cell {
  readonly first: MeasureRow;
  readonly values: Map<number, number>;
}

function cellsOf(rows: readonly MeasureRow[]): Map<string, Map<string, Cell>> {
  const scenarios = new Map<string, Map<string, Cell>>();
  for (const row of rows) {
    let cells = scenarios.get(row.scenario);
    if (cells === undefined) scenarios.set(row.scenario, cells = new Map());
    const key = keyOf(row);
    let cell = cells.get(key);
    if (cell === undefined) cells.set(key, cell = { first: row, values: new Map() });
    cell.values.set(row.replication, row.value);
  }
  return scenarios;
}

/**
 * Compares every measure of every scenario with that of the baseline.
 *
 * Replications in which a value was not reached (NaN) on either side are left out of that row; the
 * column `replications` says how many remain.
 *
 * @param rows Measures of all scenarios and replications.
 * @param baseline Name of the baseline.
 * @returns One row per scenario, measure and group, in the order in which they first come.
 * @throws {RangeError} When the baseline has no rows.
 *
 * @example Two scenarios, two replications
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { compareMeasures } from "./mod.ts";
 *
 * const groups = { grid: "", tier: "", facility: "", ward: "", colour: "", rule: "", line: "" };
 * const row = (scenario: string, replication: number, value: number) => ({
 *   scenario, replication, measure: "deaths", unit: "persons", value, ...groups,
 * });
 * const rows = [row("plan", 0, 10), row("plan", 1, 14), row("other", 0, 12), row("other", 1, 17)];
 * const [plan, other] = compareMeasures(rows, "plan");
 * assertEquals(plan.mean, 12);
 * assertEquals(other.difference, 2.5);
 * ```
 */
export function compareMeasures(rows: readonly MeasureRow[], baseline: string): ComparisonRow[] {
  const scenarios = cellsOf(rows);
  const base = scenarios.get(baseline);
  if (base === undefined) {
    throw new RangeError(
      `Cannot compare as the baseline must be one of the scenarios: baseline is "${baseline}", ` +
        `scenarios are ${[...scenarios.keys()].join(", ")}`,
    );
  }
  return [...scenarios].flatMap(([scenario, cells]) =>
    [...cells].map(([key, cell]) => compareCell(scenario, baseline, cell, base.get(key)))
  );
}

function compareCell(
  scenario: string,
  baseline: string,
  cell: Cell,
  base: Cell | undefined,
): ComparisonRow {
  const ours: number[] = [];
  const theirs: number[] = [];
  for (const [replication, value] of cell.values) {
    const other = base?.values.get(replication) ?? NaN;
    if (Number.isNaN(value) || Number.isNaN(other)) continue;
    ours.push(value);
    theirs.push(other);
  }
  const alone = [...cell.values.values()].filter((v) => !Number.isNaN(v));
  const mean = tInterval(ours.length > 0 ? ours : alone);
  const difference = pairedInterval(ours, theirs);
  const { scenario: _, replication: __, value: ___, ...groups } = cell.first;
  return {
    ...groups,
    scenario,
    baseline,
    replications: ours.length,
    mean: mean.mean,
    meanLow: mean.low,
    meanHigh: mean.high,
    baselineMean: tInterval(theirs).mean,
    difference: difference.mean,
    differenceLow: difference.low,
    differenceHigh: difference.high,
  };
}
