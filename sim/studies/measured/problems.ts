/** What is wrong with the question of a study, all at once. */
import { formatMeasureCell, measureCellProblems } from "../../experiment/mod.ts";
import type { ParameterPlace } from "../../scenario/mod.ts";
import type { StudyMeasure, StudyRuns } from "./study_options.ts";

/** Measures against the first scenario of an experiment, which means nothing within a study. */
const AGAINST_FIRST: readonly string[] = ["deaths_only_here", "deaths_only_in_baseline"];

/**
 * What is wrong with the measure of a study.
 *
 * @param asked Measure and groups.
 * @returns One clause per problem; empty without any.
 *
 * @example A slip of the pen
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { measureProblems } from "./mod.ts";
 *
 * assertEquals(measureProblems({ measure: "deats" }), [
 *   'the measure must be in the catalogue: current measure is "deats"; nearest is "deaths"',
 * ]);
 * ```
 */
export function measureProblems({ measure, groups = {} }: StudyMeasure): string[] {
  const problems = measureCellProblems({ measure, groups });
  if (!AGAINST_FIRST.includes(measure)) return problems;
  const rule = "the measure must be one of a single scenario";
  return [...problems, `${rule}: current measure is "${formatMeasureCell({ measure, groups })}"`];
}

/**
 * What is wrong with the number of replications of a study.
 *
 * @param runs How it is run.
 * @param atLeast Fewest replications that the study can make sense of [-].
 * @returns One clause per problem; empty without any.
 *
 * @example One replication has no interval
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { replicationProblems } from "./mod.ts";
 *
 * assertEquals(replicationProblems({ replications: 1, seed: "1" }, 2), [
 *   "replications must be a whole number >= 2: current number is 1",
 * ]);
 * ```
 */
export function replicationProblems({ replications }: StudyRuns, atLeast: number): string[] {
  if (Number.isInteger(replications) && replications >= atLeast) return [];
  return [
    `replications must be a whole number >= ${atLeast}: current number is ${replications}`,
  ];
}

/**
 * Reads several values of one number.
 *
 * @param place The number.
 * @param written Values: plain in the unit inside, or as a file writes them.
 * @returns Values in the unit inside, NaN for those that cannot be read, and why not.
 *
 * @example A unit of another kind
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario, parameterAt } from "../../scenario/mod.ts";
 * import { readAll } from "./mod.ts";
 *
 * const plan = await loadScenario("scenarios/training.yaml");
 * const { values, problems } = readAll(parameterAt(plan, "transfer.target"), ["2 h", "2 km/h"]);
 * assertEquals([values, problems.length], [[120, NaN], 1]);
 * ```
 */
export function readAll(
  place: Pick<ParameterPlace, "read">,
  written: readonly (number | string)[],
): { values: number[]; problems: string[] } {
  const problems: string[] = [];
  const values = written.map((value) => {
    try {
      return place.read(value);
    } catch (error) {
      problems.push((error as Error).message);
      return NaN;
    }
  });
  return { values, problems };
}

/**
 * Refuses a question with all that is wrong with it.
 *
 * @param doing What cannot be done, e.g. `find a threshold`.
 * @param problems Clauses, or whole sentences that begin with `Cannot`.
 * @throws {RangeError} When there is a problem.
 *
 * @example Two problems
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { refuse } from "./mod.ts";
 *
 * refuse("find a threshold", []);
 * assertThrows(() => refuse("find a threshold", ["a", "b"]), RangeError, "2 problems");
 * ```
 */
export function refuse(doing: string, problems: readonly string[]): void {
  if (problems.length === 0) return;
  if (problems.length === 1) {
    const [only] = problems;
    throw new RangeError(only.startsWith("Cannot ") ? only : `Cannot ${doing} as ${only}`);
  }
  const lines = problems.map((problem) => `  ${problem}`).join("\n");
  throw new RangeError(`Cannot ${doing}: ${problems.length} problems\n${lines}`);
}
