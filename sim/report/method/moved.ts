/** Measures that a scenario moves. */
import { movedMeasures } from "../../experiment/analysis/mod.ts";
import type { ComparisonRow, ResultSet } from "../../experiment/results/mod.ts";

/** Rows of a scenario, and those of them that moved. */
export interface Moved {
  /** Rows whose simultaneous interval of the difference leaves out zero, the clearest first. */
  readonly moved: readonly ComparisonRow[];
  /** Rows that have such an interval [-]. */
  readonly compared: number;
}

/**
 * Measures whose difference from the baseline is clear for all scenarios at once: the simultaneous
 * interval leaves out zero. Rows of single grids and facilities are left out.
 *
 * @param set Results.
 * @param scenario Name of a scenario.
 * @returns Rows that moved, and how many were looked at.
 *
 * @example The baseline does not move
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { movedFrom } from "./mod.ts";
 * assertEquals(movedFrom(TINY_RESULT_SET, "plan").moved, []);
 * ```
 */
export function movedFrom(set: ResultSet, scenario: string): Moved {
  const rows = set.comparison.filter((row) =>
    row.scenario === scenario && row.scenario !== row.baseline && row.grid === "" &&
    row.facility === "" && Number.isFinite(row.allLow) && Number.isFinite(row.allHigh)
  );
  return { moved: movedMeasures(rows), compared: rows.length };
}
