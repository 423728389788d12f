/** A study of influence as a table: one number a row, those that move most first. */
import type { InfluenceEnd, InfluenceStudy } from "../../report/mod.ts";

/** What one uncertain number changes. */
export interface InfluenceChange {
  /** Path, e.g. `care.lowerBed`. */
  readonly path: string;
  /** Law as written. */
  readonly law: string;
  /** Unit of the number as written; empty for a number without one. */
  readonly unit: string;
  /** Value at the low end of its law [unit]. */
  readonly low: number;
  /** Mean change there [unit of the measure]. */
  readonly changeAtLow: number;
  /** Lower end of its 95 % interval [unit of the measure]. */
  readonly changeAtLowFrom: number;
  /** Upper end [unit of the measure]. */
  readonly changeAtLowTo: number;
  /** Value at the high end of its law [unit]. */
  readonly high: number;
  /** Mean change there [unit of the measure]. */
  readonly changeAtHigh: number;
  /** Lower end of its 95 % interval [unit of the measure]. */
  readonly changeAtHighFrom: number;
  /** Upper end [unit of the measure]. */
  readonly changeAtHighTo: number;
  /** Whether one of the two intervals leaves out 0: each by itself holds at 95 %. */
  readonly moves: boolean;
}

/**
 * Changes by each number of a study, the largest first.
 *
 * @param study Study.
 * @returns One row per number.
 *
 * @example The larger change stands above
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { influenceRows } from "./mod.ts";
 *
 * const end = (value: number, mean: number) => ({
 *   value, unit: "", mean, meanLow: mean - 1, meanHigh: mean + 1,
 * });
 * const rows = influenceRows({
 *   baseline: { mean: 10, meanLow: 8, meanHigh: 12 },
 *   rows: [
 *     { path: "care.boarding", written: "", low: end(0.6, 10.5), high: end(0.9, 9.5) },
 *     { path: "care.lowerBed", written: "", low: end(0.3, 7), high: end(0.6, 12) },
 *   ],
 * });
 * assertEquals(rows.map(({ path, moves }) => [path, moves]), [
 *   ["care.lowerBed", true],
 *   ["care.boarding", false],
 * ]);
 * ```
 */
export function influenceRows(
  { baseline, rows }: Pick<InfluenceStudy, "baseline" | "rows">,
): InfluenceChange[] {
  const changesOf = ({ mean, meanLow, meanHigh }: InfluenceEnd) =>
    [mean, meanLow, meanHigh].map((value) => value - baseline.mean);
  const changed = rows.map(({ path, written: law, low, high }): InfluenceChange => {
    const [changeAtLow, changeAtLowFrom, changeAtLowTo] = changesOf(low);
    const [changeAtHigh, changeAtHighFrom, changeAtHighTo] = changesOf(high);
    const without = (from: number, to: number) => from > 0 || to < 0;
    return {
      path,
      law,
      unit: low.unit,
      low: low.value,
      changeAtLow,
      changeAtLowFrom,
      changeAtLowTo,
      high: high.value,
      changeAtHigh,
      changeAtHighFrom,
      changeAtHighTo,
      moves: without(changeAtLowFrom, changeAtLowTo) || without(changeAtHighFrom, changeAtHighTo),
    };
  });
  const size = ({ changeAtLow, changeAtHigh }: InfluenceChange) =>
    Math.max(Math.abs(changeAtLow), Math.abs(changeAtHigh)) || 0;
  return changed.sort((a, b) => size(b) - size(a));
}
