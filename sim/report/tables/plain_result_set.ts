/** Results whose rows all stand in memory. */
import type {
  MeasureRow,
  ParameterRow,
  ResultSet,
  SeriesRow,
} from "../../experiment/results/mod.ts";

/** A result set in plain arrays. */
export interface PlainResultSet extends ResultSet {
  /** Measures. */
  readonly measures: readonly MeasureRow[];
  /** Daily and weekly series. */
  readonly series: readonly SeriesRow[];
  /** Values of uncertain parameters. */
  readonly parameters: readonly ParameterRow[];
}

/**
 * Takes all rows of a result set into memory, for programs that sort or search them.
 *
 * @param set Results.
 * @returns The same results in plain arrays.
 *
 * @example Rows that can be counted
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { plainResultSet, TINY_RESULT_SET } from "./mod.ts";
 * const lazy = { ...TINY_RESULT_SET, measures: new Set(TINY_RESULT_SET.measures) };
 * assertEquals(plainResultSet(lazy).measures.length, TINY_RESULT_SET.measures.length);
 * ```
 */
export function plainResultSet(set: ResultSet): PlainResultSet {
  return {
    ...set,
    measures: [...set.measures],
    series: [...set.series],
    parameters: [...set.parameters],
  };
}
