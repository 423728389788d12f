/** Frames of how results came about: precision, drawn parameters, the start of the runs. */
import type { ResultSet } from "gridcare/experiment/results/mod.ts";
import { type Frame, frameOf } from "./frames.ts";
import { groupText } from "./result_frames.ts";

/**
 * How sure the targets of a sequential experiment were at its end.
 *
 * @param results Results of an experiment that stopped by a rule.
 * @returns One row per target and scenario, columns measure, group, scenario, of, kind, target,
 * replications, half_width and met; the half-width is a share [-] when relative, else in the
 * measure's unit.
 * @throws {RangeError} When the number of replications was fixed.
 */
export function precisionFrame(results: ResultSet): Frame {
  const last = Math.max(...results.precision.map(({ replications }) => replications));
  return frameOf(
    results.precision.filter(({ replications }) => replications === last).map((row) => ({
      measure: row.measure,
      group: groupText(row),
      scenario: row.scenario,
      of: row.of,
      kind: row.kind,
      target: row.target,
      replications: row.replications,
      half_width: Number(row.halfWidth.toPrecision(3)),
      met: row.met,
    })),
  );
}

/**
 * The values of the uncertain parameters, one column each.
 *
 * @param results Results of an experiment with drawn parameters.
 * @param scenario Name of the scenario.
 * @returns One row per set, columns set and the paths of the parameters, each with its unit in
 * brackets when it has one, e.g. `course.incubation.mean [min]`.
 * @throws {RangeError} When no parameter of the scenario was drawn.
 */
export function parametersFrame(results: ResultSet, scenario: string): Frame {
  const sets = new Map<number, Record<string, number>>();
  for (const row of results.parameters) {
    if (row.scenario !== scenario) continue;
    const column = row.unit === "" ? row.path : `${row.path} [${row.unit}]`;
    sets.set(row.set, { ...sets.get(row.set) ?? { set: row.set }, [column]: row.value });
  }
  return frameOf([...sets.values()]);
}

/**
 * How ordinary care settled before the window.
 *
 * @param results Results of an experiment.
 * @param ward Ward type.
 * @param scenario Name of the scenario; the baseline when left out.
 * @returns One row per day, columns `day [d]` (0 is the first of the window), `census [patients]`,
 * `level [patients]` and `moving_average [patients]`.
 * @throws {RangeError} When the results do not hold the ward type of the scenario.
 */
export function startFrame(
  results: ResultSet,
  ward: string,
  scenario: string = results.manifest.baseline,
): Frame {
  return frameOf(
    results.start.filter((row) => row.ward === ward && row.scenario === scenario).map((row) => ({
      "day [d]": row.day,
      "census [patients]": Number(row.census.toFixed(1)),
      "level [patients]": Number(row.level.toFixed(1)),
      "moving_average [patients]": Number(row.movingAverage.toFixed(1)),
    })),
  );
}
