/** How precision was reached: the course of every target in every scenario. */
import { cellKey, type PrecisionRow, type ResultSet } from "../../experiment/results/mod.ts";

/** The course of one target in one scenario. */
export interface PrecisionCourse {
  /** Rows, by number of replications; at least one. */
  readonly rows: readonly PrecisionRow[];
  /** The last of them. */
  readonly last: PrecisionRow;
  /** Number of replications from which the target holds to the end [-]; null when it does not hold there. */
  readonly enough: number | null;
}

/**
 * Courses of all targets in all scenarios, in the order of the rows.
 *
 * @param set Results.
 * @returns Courses; none when the number of replications was fixed.
 *
 * @example A fixed number
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { precisionCourses } from "./mod.ts";
 * assertEquals(precisionCourses({ ...TINY_RESULT_SET, precision: [] }), []);
 * ```
 */
export function precisionCourses(set: ResultSet): PrecisionCourse[] {
  const courses = Map.groupBy(
    set.precision,
    (row) => [cellKey(row), row.of, row.kind, row.target, row.scenario].join("\t"),
  );
  return [...courses.values()].map((found) => {
    const rows = found.toSorted((a, b) => a.replications - b.replications);
    const open = rows.findLastIndex(({ met }) => !met);
    return {
      rows,
      last: rows[rows.length - 1],
      enough: rows[open + 1]?.replications ?? null,
    };
  });
}
