/** Cells of a histogram chosen from the values. */

import type { Cells } from "./histogram.ts";
import { sortedQuantile } from "./quantile.ts";

/** Most cells that are chosen; more say nothing on a figure. */
const MOST_CELLS = 10_000;

/**
 * Cells that span the values, about 2 (q₃ - q₁) n^(-1/3) wide.
 *
 * The last cell ends a little above the greatest value, so that it is counted. Where the quartiles
 * are equal there are √n cells; values that are all equal get one cell of width 1
 * about them.
 *
 * Source: Freedman and Diaconis (1981), "On the histogram as a density estimator: L2 theory",
 * Zeitschrift für Wahrscheinlichkeitstheorie und verwandte Gebiete 57, 453–476.
 *
 * @param values Values [their unit], at least one, all finite.
 * @returns Bounds and number of the cells.
 * @throws {RangeError} If there is no value or one is not finite.
 *
 * @example A thousand evenly spread values take ten cells
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { cellsOf } from "./mod.ts";
 *
 * assertEquals(cellsOf(Array.from({ length: 1000 }, (_, i) => i)).cells, 10);
 * ```
 */
export function cellsOf(values: ArrayLike<number>): Cells {
  const sorted = Float64Array.from(values).sort();
  const n = sorted.length;
  const [least, greatest] = [sorted[0], sorted[n - 1]];
  if (!(n > 0 && greatest - least < Infinity)) {
    throw new RangeError(
      `Cannot choose cells as there must be values, all finite: current ${n} values span ${least} to ${greatest}`,
    );
  }
  if (least === greatest) return { low: least - 0.5, high: least + 0.5, cells: 1 };
  const spread = sortedQuantile(sorted, 0.75) - sortedQuantile(sorted, 0.25);
  const wanted = spread > 0
    ? Math.ceil((greatest - least) / (2 * spread * n ** (-1 / 3)))
    : Math.ceil(Math.sqrt(n));
  const cells = Math.min(MOST_CELLS, Math.max(1, wanted));
  const slack = Math.max((greatest - least) * 1e-9, Math.abs(greatest) * Number.EPSILON);
  return { low: least, high: greatest + slack, cells };
}
