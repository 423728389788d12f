/** What results rest on and what their spread holds, in a line: every figure and table carries both. */
import { GRADES } from "../../domain/terms/mod.ts";
import type { ResultSet, ScenarioSummary } from "../../experiment/results/mod.ts";
import type { Lang } from "./language.ts";

const GRADE_NAMES: ReadonlyMap<string, string> = new Map([
  ["observed", "观测"],
  ["derived", "推导"],
  ["calibrated", "校准"],
  ["assumed", "假设"],
]);

/**
 * A grade as people read it; a grade of which nothing is known stays as it is.
 *
 * @param grade Grade.
 * @param lang Language.
 * @returns Word.
 *
 * @example A grade
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { gradeLabel } from "./mod.ts";
 * assertEquals(gradeLabel("assumed", "zh"), "假设");
 * ```
 */
export function gradeLabel(grade: string, lang: Lang): string {
  return lang === "zh" ? GRADE_NAMES.get(grade) ?? grade : grade;
}

/** As much of results as says what they rest on. */
export interface Graded {
  /** What made them. */
  readonly manifest: {
    /** Scenarios with their inputs by grade. */
    readonly scenarios: readonly Pick<ScenarioSummary, "name" | "grades">[];
  };
}

/** Which scenarios a note is about. */
export interface NoteOptions {
  /** Scenarios, by name; all when left out. */
  readonly scenarios?: readonly string[];
}

/** A count, or the span of counts where scenarios differ. */
function spanOf(counts: readonly number[]): string {
  const [low, high] = [Math.min(...counts), Math.max(...counts)];
  return low === high ? String(low) : `${low}–${high}`;
}

/**
 * How many inputs the scenarios have, by grade: the range where scenarios differ. These are all inputs,
 * not those that a single measure rests on.
 *
 * @param set Results.
 * @param lang Language.
 * @param options Scenarios that the note is about.
 * @returns Note without a full stop.
 *
 * @example An input of each scenario, assumed
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { gradeNote } from "./mod.ts";
 * assertEquals(
 *   gradeNote(TINY_RESULT_SET, "en"),
 *   "All inputs of the scenarios: 1, of them 1 assumed",
 * );
 * ```
 */
export function gradeNote(
  { manifest }: Graded,
  lang: Lang,
  { scenarios: wanted }: NoteOptions = {},
): string {
  const counted = manifest.scenarios
    .filter(({ name }) => wanted === undefined || wanted.includes(name))
    .map(({ grades }) => grades);
  const known = new Set<string>(GRADES);
  const others = counted.flatMap((grades) => Object.keys(grades)).filter((one) => !known.has(one));
  const parts = [...known, ...new Set(others)].flatMap((grade) => {
    const counts = counted.map((grades) => grades[grade] ?? 0);
    if (!counts.some((count) => count > 0)) return [];
    const word = gradeLabel(grade, lang);
    return [lang === "en" ? `${spanOf(counts)} ${word}` : `${word}${spanOf(counts)}个`];
  });
  if (parts.length === 0) {
    return lang === "en"
      ? `Inputs of the scenario${manifest.scenarios.length === 1 ? "" : "s"}: of no stated grade`
      : "方案输入的依据未注明";
  }
  const all = spanOf(counted.map((grades) => Object.values(grades).reduce((a, b) => a + b, 0)));
  return lang === "en"
    ? `All inputs of the scenario${manifest.scenarios.length === 1 ? "" : "s"}: ${all}, of them ${
      parts.join(", ")
    }`
    : `方案的全部输入${all}个，其中${parts.join("、")}`;
}

/** As much of results as says what their spread holds. */
export interface Spread {
  /** What made them. */
  readonly manifest: Pick<ResultSet["manifest"], "uncertainty">;
}

/**
 * What the spread of replications holds: chance alone, or the uncertainty of parameters too.
 *
 * @param set Results.
 * @param lang Language.
 * @returns Words, in lower case, without a full stop.
 *
 * @example Drawn parameters
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { spreadNote } from "./mod.ts";
 * assertEquals(spreadNote(TINY_RESULT_SET, "en"), "parameter uncertainty and chance");
 * ```
 */
export function spreadNote({ manifest }: Spread, lang: Lang): string {
  if (manifest.uncertainty === "parameters") {
    return lang === "en" ? "parameter uncertainty and chance" : "参数不确定性与随机误差";
  }
  return lang === "en" ? "replication error alone" : "仅重复间误差";
}
