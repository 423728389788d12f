/** Which measures a scenario moves. */
import { type ComparisonRow, GROUPS } from "../results/mod.ts";

/** Whether the row has a difference that could be sure: that of the baseline from itself cannot. */
const isCounted = ({ scenario, baseline, allLow, allHigh }: ComparisonRow): boolean =>
  scenario !== baseline && !Number.isNaN(allLow + allHigh);

/**
 * How many measures {@link movedMeasures} looks at: rows with an interval that holds for all scenarios.
 *
 * Multiplicity: where nothing moves any of them, the mean number of rows that leave out 0 by chance is
 * at most (1 − level) × this number, whether or not measures depend on one another; a list of moved
 * measures should be read beside it.
 *
 * Source: Law (2015), "Simulation Modeling and Analysis", fifth edition, section 9.7 (multiple measures
 * of performance).
 *
 * @param rows Comparison rows; those of the baseline itself are not counted.
 * @returns Rows [rows].
 *
 * @example A row without an interval is not counted
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { compareMeasures, countedMeasures } from "./mod.ts";
 *
 * const groups = { grid: "", tier: "", facility: "", ward: "", colour: "", rule: "", line: "" };
 * const row = (scenario: string, replication: number, value: number) => ({
 *   scenario, replication, measure: "deaths", unit: "persons", value, ...groups,
 * });
 * const rows = [row("plan", 0, 10), row("plan", 1, 14), row("other", 0, 12), row("other", 1, 17)];
 * assertEquals(countedMeasures(compareMeasures(rows, "plan")), 1);
 * const once = rows.filter(({ replication }) => replication === 0);
 * assertEquals(countedMeasures(compareMeasures(once, "plan")), 0);
 * ```
 */
export function countedMeasures(rows: readonly ComparisonRow[]): number {
  return rows.filter(isCounted).length;
}

const isHeadline = (row: ComparisonRow): boolean => GROUPS.every((group) => row[group] === "");

/** How many half-widths the difference is away from 0 [-]. */
const clearness = ({ difference, allLow, allHigh }: ComparisonRow): number =>
  Math.abs(difference) / ((allHigh - allLow) / 2);

/**
 * Measures whose difference is sure: the interval that holds for all scenarios at once leaves out 0.
 *
 * Measures without groups come first; within both parts, those with the largest |difference| ÷
 * half-width come first, and equal ones stay in their order. The interval holds for the scenarios
 * together, not for all measures together: of many measures that nothing moves, up to one in twenty
 * may be here by chance at a level of 95 %; {@link countedMeasures} says of how many.
 *
 * @param rows Comparison rows of one scenario.
 * @param options `most`: rows to give [rows], a whole number from 0; all by default.
 * @returns Rows, the clearest first.
 * @throws {RangeError} When the most is no whole number from 0, or rows are of several scenarios.
 *
 * @example One measure is moved, one is not
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { compareMeasures, movedMeasures } from "./mod.ts";
 *
 * const groups = { grid: "", tier: "", facility: "", ward: "", colour: "", rule: "", line: "" };
 * const rows = (scenario: string, measure: string, values: number[]) =>
 *   values.map((value, replication) => ({
 *     scenario, replication, measure, unit: "1", value, ...groups,
 *   }));
 * const [, , deaths, beds] = compareMeasures([
 *   ...rows("plan", "deaths", [5, 7, 6]), ...rows("plan", "refusals", [1, 2, 3]),
 *   ...rows("other", "deaths", [8, 10, 9.1]), ...rows("other", "refusals", [3, 2, 1]),
 * ], "plan");
 * assertEquals(movedMeasures([deaths, beds]).map((row) => row.measure), ["deaths"]);
 * ```
 */
export function movedMeasures(
  rows: readonly ComparisonRow[],
  { most = Infinity }: { readonly most?: number } = {},
): ComparisonRow[] {
  const scenarios = new Set(rows.map((row) => row.scenario));
  if (scenarios.size > 1) {
    throw new RangeError(
      `Cannot list what a scenario moves as rows must be of one scenario: ` +
        `current scenarios are ${[...scenarios].join(", ")}`,
    );
  }
  if (!(most === Infinity || (Number.isInteger(most) && most >= 0))) {
    throw new RangeError(
      `Cannot list what a scenario moves as the most must be a whole number from 0: ` +
        `current number is ${most}`,
    );
  }
  return rows.filter((row) => isCounted(row) && (row.allLow > 0 || row.allHigh < 0))
    .map((row, place) => ({ row, place, headline: isHeadline(row), clear: clearness(row) }))
    .sort((a, b) =>
      Number(b.headline) - Number(a.headline) ||
      (a.clear === b.clear ? a.place - b.place : b.clear - a.clear)
    )
    .slice(0, most)
    .map(({ row }) => row);
}
