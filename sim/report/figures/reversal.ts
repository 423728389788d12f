/** What differences without a crossing say of a reversal. */
import type { StudyPoint, ThresholdStudy } from "./study.ts";

/** Largest share of samples drawn again that may cross zero where none is said to [-]. */
const CHANCE = 0.025;

/** What differences without a crossing say of a reversal. */
export interface Reversal {
  /** Whether it is shown that no value reverses the difference. */
  readonly excluded: boolean;
  /** Side of zero on which the difference lies on the whole. */
  readonly side: "above" | "below" | "neither";
  /** Points whose intervals lie wholly on the other side, where others lie wholly on this one. */
  readonly others: readonly StudyPoint[];
}

/**
 * Says what differences without a crossing show. That no value reverses them is shown when all
 * intervals exclude 0 on the same side, means rise or fall throughout, and samples drawn again cross
 * zero in less than 2.5 %.
 *
 * @param study Differences, and how sure it is that they do not cross.
 * @returns Whether a reversal is excluded, the side of zero, and values on the other side.
 *
 * @example An interval that reaches 0 excludes nothing
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { reversalOf } from "./reversal.ts";
 *
 * const point = (meanLow: number) => ({ value: 1, mean: 5, meanLow, meanHigh: 9 });
 * const sure = { crossed: 0, monotone: true };
 * assertEquals(reversalOf({ points: [point(1)], ...sure }).excluded, true);
 * assertEquals(reversalOf({ points: [point(-1)], ...sure }).excluded, false);
 * ```
 */
export function reversalOf(
  { points, crossed = NaN, monotone = false }: Pick<
    ThresholdStudy,
    "points" | "crossed" | "monotone"
  >,
): Reversal {
  const above = points.filter(({ meanLow }) => meanLow > 0);
  const below = points.filter(({ meanHigh }) => meanHigh < 0);
  const sum = points.reduce((all, { mean }) => all + mean, 0);
  const side = sum > 0 ? "above" : sum < 0 ? "below" : "neither";
  const same = points.length > 0 && Math.max(above.length, below.length) === points.length;
  const fewer = above.length < below.length ? above : below;
  const both = above.length > 0 && below.length > 0;
  const other = side === "above" ? below : side === "below" ? above : fewer;
  const others = both ? other : [];
  return { excluded: same && monotone && crossed < CHANCE, side, others };
}
