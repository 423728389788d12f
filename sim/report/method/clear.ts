/** When a difference is called clear: one criterion for each kind of uncertainty, on every page. */
import type { ComparisonRow, ResultSet } from "../../experiment/results/mod.ts";

/** Fewest draws from which quantiles of 5 % and 95 % are given, and a difference is judged [-]. */
export const FEWEST_DRAWS = 20;

/** Draws up to which the ends at 5 % and 95 % are themselves uncertain enough for a warning [-]. */
export const FEW_DRAWS = 100;

/**
 * Sets of parameters that were drawn.
 *
 * @param set Results.
 * @returns Sets [-]; the replications where parameters are fixed.
 *
 * @example A set for each replication
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { drawsOf } from "./mod.ts";
 * assertEquals(drawsOf(TINY_RESULT_SET), 3);
 * ```
 */
export function drawsOf({ manifest }: ResultSet): number {
  return Math.ceil(manifest.replications / manifest.replicationsPerSet);
}

/**
 * Whether parameters were drawn, but too seldom for a statement about a difference.
 *
 * @param set Results.
 * @returns True with drawn parameters and fewer than 20 sets.
 *
 * @example Three draws
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { tooFewDraws } from "./mod.ts";
 * assertEquals(tooFewDraws(TINY_RESULT_SET), true);
 * ```
 */
export function tooFewDraws(set: ResultSet): boolean {
  return set.manifest.uncertainty === "parameters" && drawsOf(set) < FEWEST_DRAWS;
}

/**
 * Ends that must leave out zero for a difference to be called clear. With fixed parameters: the
 * 95 % interval of the mean difference that holds for all scenarios of the measure at once. With
 * drawn ones: the quantiles of 5 % and 95 % of the paired differences.
 *
 * @param set Results.
 * @param row A row of a comparison.
 * @returns Both ends [unit]; NaN without them, and with too few draws.
 *
 * @example Too few draws
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { decidingEnds } from "./mod.ts";
 * assertEquals(decidingEnds(TINY_RESULT_SET, TINY_RESULT_SET.comparison[1]), [NaN, NaN]);
 * ```
 */
export function decidingEnds(
  set: ResultSet,
  row: ComparisonRow,
): readonly [low: number, high: number] {
  if (tooFewDraws(set)) return [NaN, NaN];
  return set.manifest.uncertainty === "parameters"
    ? [row.differenceP05, row.differenceP95]
    : [row.allLow, row.allHigh];
}

/**
 * Whether the deciding ends of a difference leave out zero.
 *
 * @param set Results.
 * @param row A row of a comparison.
 * @returns Undefined where there are no ends.
 *
 * @example Nothing can be said
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { isClear } from "./mod.ts";
 * assertEquals(isClear(TINY_RESULT_SET, TINY_RESULT_SET.comparison[1]), undefined);
 * ```
 */
export function isClear(set: ResultSet, row: ComparisonRow): boolean | undefined {
  const [low, high] = decidingEnds(set, row);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  return low > 0 || high < 0;
}
