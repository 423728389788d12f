/** What a search for the smallest number that keeps a promise has tried. */
import type { SmallestStudy } from "gridcare/studies/mod.ts";
import { type Frame, frameOf } from "./frames.ts";

const DIGITS = 4;

function withUnit(text: string, unit: string): string {
  return unit === "" ? text : `${text} [${unit}]`;
}

function short(value: number): number {
  return Number(value.toPrecision(DIGITS));
}

/**
 * The values that a search has tried, with what replications say of each.
 *
 * @param study Answer of `smallestThat`.
 * @returns One row per value, ascending; columns: what was sought with its unit, replications,
 * `mean` and `bound` with the unit of the measure, `target`, and verdict. The bound is the end of the
 * one-sided interval that is held against the target. Four digits.
 *
 * @example Five vehicles are enough, one is not
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { columnsOf } from "./frames.ts";
 * import { triedFrame } from "./study_frames.ts";
 *
 * const row = { replications: 4, meanLow: 9, meanHigh: 11 };
 * const frame = triedFrame({
 *   what: "vehicles",
 *   unit: "",
 *   measureUnit: "min",
 *   promise: { measure: "response_time_mean", atMost: 20 },
 *   tried: [
 *     { ...row, value: 1, mean: 40, bound: 44, verdict: "broken" },
 *     { ...row, value: 5, mean: 10, bound: 11, verdict: "kept" },
 *   ],
 * });
 * assertEquals(columnsOf(frame), [
 *   "vehicles", "replications", "mean [min]", "bound [min]", "at most [min]", "verdict",
 * ]);
 * ```
 */
export function triedFrame(
  { what, unit, measureUnit, promise, tried }: Pick<
    SmallestStudy,
    "what" | "unit" | "measureUnit" | "promise" | "tried"
  >,
): Frame {
  const { atMost, atLeast } = promise;
  const target = withUnit(atMost === undefined ? "at least" : "at most", measureUnit);
  return frameOf(tried.map(({ value, replications, mean, bound, verdict }) => ({
    [withUnit(what, unit)]: value,
    replications,
    [withUnit("mean", measureUnit)]: short(mean),
    [withUnit("bound", measureUnit)]: short(bound),
    [target]: atMost ?? atLeast!,
    verdict,
  })));
}
