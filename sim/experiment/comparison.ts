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
 * A value that some replication did not reach (NaN) has no mean: leaving that replication out would
 * favour whoever reaches it seldom. The column `replications` says in how many both sides have one.
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
  const pairs = [...cell.values].map(([replication, value]) => ({
    ours: value,
    theirs: base?.values.get(replication) ?? NaN,
  }));
  const reached = (values: number[]) => values.some(Number.isNaN) ? [] : values;
  const ours = reached(pairs.map((pair) => pair.ours));
  const theirs = reached(pairs.map((pair) => pair.theirs));
  const both = ours.length > 0 && theirs.length > 0;
  const mean = tInterval(ours);
  const difference = pairedInterval(both ? ours : [], both ? theirs : []);
  const { scenario: _, replication: __, value: ___, ...groups } = cell.first;
  return {
    ...groups,
    scenario,
    baseline,
    replications: pairs.filter((pair) => !Number.isNaN(pair.ours + pair.theirs)).length,
    mean: mean.mean,
    meanLow: mean.low,
    meanHigh: mean.high,
    baselineMean: tInterval(theirs).mean,
    difference: difference.mean,
    differenceLow: difference.low,
    differenceHigh: difference.high,
  };
}
