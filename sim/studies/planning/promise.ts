/** What a plan promises, and whether replications show that it is kept. */
import { Tally, tInterval, tQuantile } from "../../engine/mod.ts";
import { formatMeasureCell } from "../../experiment/mod.ts";
import { measureProblems, type StudyMeasure } from "../measured/mod.ts";

/** A promise about the mean of a measure: at most, or at least, a target. */
export interface ServicePromise extends StudyMeasure {
  /** Highest mean that keeps it [unit of the measure]; left out when `atLeast` is given. */
  readonly atMost?: number;
  /** Lowest mean that keeps it [unit of the measure]; left out when `atMost` is given. */
  readonly atLeast?: number;
  /** Confidence with which it must be kept [-], 0.5 < confidence < 1; 0.95 when left out. */
  readonly confidence?: number;
}

/**
 * Whether a promise is kept: `kept` and `broken` with the confidence asked for, `open` when the
 * replications do not tell.
 */
export type Verdict = "kept" | "broken" | "open";

/** What replications say of a promise. */
export interface Judged {
  /** Mean [unit of the measure]; NaN when a replication has no value. */
  readonly mean: number;
  /** Lower end of its 95 % interval [unit of the measure]. */
  readonly meanLow: number;
  /** Upper end [unit of the measure]. */
  readonly meanHigh: number;
  /**
   * End of the one-sided interval of the mean that is held against the target [unit of the measure]:
   * the upper one when the promise is at most, the lower one when it is at least.
   */
  readonly bound: number;
  /** Verdict. */
  readonly verdict: Verdict;
}

/** A value that was tried. */
export interface TriedValue extends Judged {
  /** Value [unit of the study]. */
  readonly value: number;
  /** Replications that judged it [-]. */
  readonly replications: number;
}

/**
 * What is wrong with a promise.
 *
 * @param promise Promise.
 * @returns One clause per problem; empty without any.
 *
 * @example Two targets
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { promiseProblems } from "./promise.ts";
 *
 * assertEquals(promiseProblems({ measure: "deaths", atMost: 5, atLeast: 2 }), [
 *   "the promise must have one target, atMost or atLeast: current targets are 5 and 2",
 * ]);
 * ```
 */
export function promiseProblems(promise: ServicePromise): string[] {
  const { atMost, atLeast, confidence = 0.95 } = promise;
  const problems = measureProblems(promise);
  const given = [atMost, atLeast].filter((target) => target !== undefined);
  if (given.length !== 1) {
    const current = given.length === 0
      ? "current number is 0"
      : `current targets are ${given.join(" and ")}`;
    problems.push(`the promise must have one target, atMost or atLeast: ${current}`);
  } else if (!Number.isFinite(given[0])) {
    problems.push(`the target must be finite: current target is ${given[0]}`);
  }
  if (!(confidence > 0.5 && confidence < 1)) {
    problems.push(`the confidence must lie between 0.5 and 1: current confidence is ${confidence}`);
  }
  return problems;
}

/**
 * Judges a promise by replications.
 *
 * The end of the one-sided Student's t interval of the mean is held against the target. A replication
 * without a value, such as one without a case, leaves the promise open: it is neither kept nor broken.
 *
 * Source: Law (2015), "Simulation Modeling and Analysis", fifth edition, sections 4.5 and 9.4.1.
 *
 * @param values Values by replication [unit of the measure].
 * @param promise Promise.
 * @param looks How often this promise is judged on growing numbers of replications [-]; the risk is
 * shared among them by Bonferroni's inequality.
 * @returns Estimate and verdict.
 *
 * @example Kept, for all that five replications say
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { judge } from "./promise.ts";
 *
 * const promise = { measure: "deaths", atMost: 5 };
 * assertEquals(judge([1, 2, 3, 2, 1], promise, 1).verdict, "kept");
 * assertEquals(judge([1, 9, 3, 8, 1], promise, 1).verdict, "open");
 * ```
 */
export function judge(
  values: readonly number[],
  promise: ServicePromise,
  looks: number,
): Judged {
  const { atMost, atLeast, confidence = 0.95 } = promise;
  const { mean, low: meanLow, high: meanHigh } = tInterval(values);
  const tally = new Tally();
  for (const value of values) tally.add(value);
  const width = tQuantile(1 - (1 - confidence) / looks, values.length - 1) *
    Math.sqrt(tally.variance / values.length);
  const sign = atMost === undefined ? -1 : 1;
  const target = atMost ?? atLeast!;
  const bound = mean + sign * width;
  const verdict = sign * (mean - sign * width - target) > 0
    ? "broken"
    : sign * (bound - target) <= 0
    ? "kept"
    : "open";
  return { mean, meanLow, meanHigh, bound, verdict };
}

/**
 * Writes a promise.
 *
 * @param promise Promise.
 * @param unit Unit of the measure.
 * @returns Text.
 *
 * @example Nine in ten transfers
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { promiseText } from "./promise.ts";
 *
 * assertEquals(promiseText({ measure: "transfer_delay_p90", atMost: 2 }, "h"), "transfer_delay_p90 <= 2 h");
 * ```
 */
export function promiseText(promise: ServicePromise, unit: string): string {
  const { measure, groups = {}, atMost, atLeast } = promise;
  const target = atMost === undefined ? `>= ${atLeast}` : `<= ${atMost}`;
  const named = unit === "-" ? "" : ` ${unit}`;
  return `${formatMeasureCell({ measure, groups })} ${target}${named}`;
}
