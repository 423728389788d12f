/**
 * Scenarios side by side: means and paired differences with their intervals.
 *
 * Replication r of two scenarios has the same people in the same order of infection, so differences
 * are taken replication by replication; Student's t over the replications gives the interval. With
 * several replications per set of drawn parameters, those of a set are not independent: intervals
 * are then of the means of sets.
 */
import type { ComparisonRow, MeasureRow, Uncertainty } from "../results/mod.ts";
import { cellKey } from "../results/mod.ts";
import { compareSamples, type Comparing, type Sample } from "./_compare_cell.ts";
import { cellsInPasses, VALUES_AT_ONCE } from "./_passes.ts";
import { checkPerSet } from "./_sets.ts";

/** How scenarios are compared. */
export interface CompareOptions {
  /** Probability that an interval, or all of a measure together, holds [-]; default 0.95. */
  readonly level?: number;
  /** What the spread of replications holds; default `replication`. */
  readonly uncertainty?: Uncertainty;
  /** Weakest grade by scenario; empty where it is not named. */
  readonly grades?: Readonly<Record<string, string>>;
  /** Replications that share one set of drawn parameters [-]; default 1. */
  readonly replicationsPerSet?: number;
  /**
   * Which differences `allLow` to `allHigh` of {@link compareMeasures} holds for together: those from
   * the baseline (default), or those of all pairs, as that of {@link comparePairs} always does.
   */
  readonly comparisons?: "baseline" | "pairs";
  /** Values that may stand in memory at once [values]; default 4 million. Results do not depend on it. */
  readonly valuesAtOnce?: number;
}

/** Samples of one measure and group, by scenario. */
type Cell = Map<string, Sample>;

/** A row and where it belongs: ranks of both scenarios, place of its first value. */
interface Placed {
  readonly row: ComparisonRow;
  readonly order: readonly number[];
}

function addRow(cell: Cell, row: MeasureRow, place: number): number {
  let sample = cell.get(row.scenario);
  if (sample === undefined) cell.set(row.scenario, sample = { first: row, place, values: [] });
  sample.values[row.replication] = row.value;
  return 1;
}

function byOrder(a: Placed, b: Placed): number {
  const at = a.order.findIndex((place, i) => place !== b.order[i]);
  return at === -1 ? 0 : a.order[at] - b.order[at];
}

/** Goes through all cells in as few passes as memory allows, and puts their rows in order. */
function compareCells(
  rows: Iterable<MeasureRow>,
  { baseline, options }: { baseline: string; options: CompareOptions },
  rowsOf: (cell: Cell, ranks: ReadonlyMap<string, number>, comparing: Comparing) => Placed[],
): ComparisonRow[] {
  const { level = 0.95, uncertainty = "replication", grades = {} } = options;
  const { replicationsPerSet: perSet = 1, valuesAtOnce: most = VALUES_AT_ONCE } = options;
  checkPerSet(perSet);
  const ranks = new Map<string, number>();
  const made = new Map<string, number>();
  const cells = cellsInPasses<MeasureRow, Cell>(rows, {
    keyOf: (row) => {
      if (!ranks.has(row.scenario)) ranks.set(row.scenario, ranks.size);
      made.set(row.scenario, Math.max(made.get(row.scenario) ?? 0, row.replication + 1));
      return cellKey(row);
    },
    empty: () => new Map(),
    add: addRow,
    most,
  });
  const placed: Placed[] = [];
  for (const cell of cells) {
    placed.push(...rowsOf(cell, ranks, { level, uncertainty, grades, perSet, made }));
  }
  if (!ranks.has(baseline)) {
    throw new RangeError(
      `Cannot compare as the baseline must be one of the scenarios: baseline is "${baseline}", ` +
        `scenarios are ${[...ranks.keys()].join(", ")}`,
    );
  }
  return placed.sort(byOrder).map(({ row }) => row);
}

/** Pairs of scenarios that have the cell, at least 1 [-]. */
const pairsOf = ({ size }: Cell): number => Math.max(1, size * (size - 1) / 2);

/**
 * Compares every measure of every scenario with that of the baseline.
 *
 * A value that some replication did not reach (NaN), or of which it has no row for want of cases (a
 * rule that moved nobody), has no mean, no interval, no tails: leaving that replication out would
 * favour whoever reaches it seldom. `reached` says in how many of this scenario's replications there
 * is one, `p50` is the median of those alone, and `replications` says in how many both sides have one.
 * A measure that the baseline does not have (moves out of a hospital that never closes there) has no
 * difference; `replications` then says in how many this scenario has a value, which its mean rests on.
 * Replications are counted by the rows of the scenario, whatever they measure.
 *
 * `allLow` to `allHigh` holds, at the level, for the differences of this measure and group of all
 * scenarios that have it at once (not for several measures at once): of the k − 1 from the baseline, or
 * with `comparisons: "pairs"` of all k (k − 1) ÷ 2, so that these rows and those of
 * {@link comparePairs} hold together. With one scenario beside the baseline it is the single interval.
 * `varianceRemoved` is NaN for the baseline itself, and where neither side varies.
 *
 * With several replications per set of drawn parameters, `p05`, `p50`, `p95` and the quantiles of
 * differences are of the means of sets, since single replications mix chance in; tails need 20 sets.
 * `parameterShare` then divides the variance of one replication, as {@link varianceShares} does.
 *
 * Source: Law (2015), "Simulation Modeling and Analysis", fifth edition, section 10.2.1 (paired t) and
 * 10.3.1 and 10.3.2 (comparisons with a standard, all pairs, by Bonferroni's inequality); quantiles of type 7 of Hyndman and
 * Fan (1996), "Sample quantiles in statistical packages", The American Statistician 50(4), 361–365.
 *
 * @param rows Measures of all scenarios and replications; gone through more than once when there are
 * more than stand in memory at once.
 * @param baseline Name of the baseline.
 * @param options Level, what the spread holds, grades, sets, what holds together, memory.
 * @returns One row per scenario, measure and group, in the order in which they first come.
 * @throws {RangeError} When the baseline has no rows, or the level or the number per set lies outside
 * its domain.
 * @throws {TypeError} When rows that must be gone through again cannot be.
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
export function compareMeasures(
  rows: Iterable<MeasureRow>,
  baseline: string,
  options: CompareOptions = {},
): ComparisonRow[] {
  return compareCells(rows, { baseline, options }, (cell, ranks, comparing) => {
    const together = options.comparisons === "pairs"
      ? pairsOf(cell)
      : Math.max(1, cell.size - (cell.has(baseline) ? 1 : 0));
    const spec = { ...comparing, beside: baseline, together };
    return [...cell].map(([scenario, sample]) => ({
      row: compareSamples(sample, cell.get(baseline), spec),
      order: [ranks.get(scenario)!, sample.place],
    }));
  });
}

/**
 * Compares every two scenarios of which neither is the baseline.
 *
 * In a row, `baseline` is the scenario of the two that comes first. `allLow` to `allHigh` holds, at
 * the level, for the differences of all k (k − 1) ÷ 2 pairs of this measure and group at once, those
 * with the baseline included: give {@link compareMeasures} `comparisons: "pairs"`, and its rows hold
 * together with these. Everything else is as there.
 *
 * Source: Law (2015), "Simulation Modeling and Analysis", fifth edition, section 10.3.2 (all pairwise
 * comparisons, by Bonferroni's inequality).
 *
 * @param rows Measures of all scenarios and replications, the baseline's too.
 * @param baseline Name of the baseline.
 * @param options Level, what the spread holds, grades, memory.
 * @returns One row per pair, measure and group; pairs in the order of their scenarios.
 * @throws {RangeError} When the baseline has no rows, or the level or the number per set lies outside
 * its domain.
 * @throws {TypeError} When rows that must be gone through again cannot be.
 *
 * @example Three scenarios leave one pair beside those with the baseline
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { comparePairs } from "./mod.ts";
 *
 * const groups = { grid: "", tier: "", facility: "", ward: "", colour: "", rule: "", line: "" };
 * const rows = ["plan", "high", "low"].flatMap((scenario, i) =>
 *   [10, 14].map((value, replication) => ({
 *     scenario, replication, measure: "deaths", unit: "persons", value: value - i, ...groups,
 *   }))
 * );
 * const [pair] = comparePairs(rows, "plan");
 * assertEquals([pair.scenario, pair.baseline, pair.difference], ["low", "high", -1]);
 * ```
 */
export function comparePairs(
  rows: Iterable<MeasureRow>,
  baseline: string,
  options: CompareOptions = {},
): ComparisonRow[] {
  return compareCells(rows, { baseline, options }, (cell, ranks, comparing) => {
    const rank = (scenario: string) => ranks.get(scenario)!;
    const together = pairsOf(cell);
    const others = [...cell.keys()].filter((name) => name !== baseline)
      .sort((a, b) => rank(a) - rank(b));
    return others.flatMap((first, i) =>
      others.slice(i + 1).map((second) => {
        const spec = { ...comparing, beside: first, together };
        const here = cell.get(second)!;
        const row = compareSamples(here, cell.get(first), spec);
        return { row, order: [rank(first), rank(second), here.place] };
      })
    );
  });
}
