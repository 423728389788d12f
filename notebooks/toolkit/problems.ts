/** What is wrong with a scenario's files, as a table below the cell. */
import type { Issue, ScenarioError } from "gridcare/scenario/mod.ts";
import { type Kernel, show } from "./display.ts";
import { type Frame, frameOf } from "./frames.ts";
import { CellStop } from "./plain_errors.ts";

/**
 * The problems of files as a frame.
 *
 * @param issues Problems, at least one.
 * @returns One row per problem, columns file, line (from 1; empty for a whole file), path, expected,
 * found and nearest, the valid name that a wrong one resembles.
 * @throws {RangeError} When there is no problem.
 *
 * @example A slip of the pen
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { problemsFrame } from "./problems.ts";
 *
 * const at = { file: "a.yaml", line: 3, path: "care.lowerbed" };
 * const wrong = { rule: "Expected a known key", value: '"lowerbed"', nearest: "lowerBed" };
 * assertEquals(problemsFrame([{ ...at, ...wrong }]).at(0, "nearest"), "lowerBed");
 * ```
 */
export function problemsFrame(issues: readonly Issue[]): Frame {
  return frameOf(issues.map(({ file, line, path, rule, value, nearest }) => ({
    file,
    line: line > 0 ? line : "",
    path,
    expected: rule.replace(/^Expected /, ""),
    found: value,
    nearest: nearest ?? "",
  })));
}

/**
 * Shows the problems of a file and ends the cell with one line.
 *
 * @param error What the loader said.
 * @param kernel Where the problems are shown; the notebook's own when left out.
 * @throws {CellStop} Always.
 */
export async function stopWithProblems(error: ScenarioError, kernel?: Kernel): Promise<never> {
  await show(problemsFrame(error.issues), kernel);
  const first = error.message.slice(0, error.message.indexOf("\n"));
  throw new CellStop(error.name, `${first}, in the table above`);
}
