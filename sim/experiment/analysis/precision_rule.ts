/** How sure results must be: targets as they are written and read, and the check of a rule. */
import { CATALOGUE } from "../../domain/mod.ts";
import type { PrecisionRule, PrecisionTarget } from "../results/mod.ts";
import {
  CELL,
  cellText,
  nameProblems,
  NUMBER,
  percentText,
  readGroups,
  refuse,
  shareOf,
} from "./_cell_text.ts";

/** Fewest replications before the first look [-]: of two, a narrow interval is often chance. */
const FEWEST = 3;
/** Highest confidence [-]: beyond, the interval rests on a tail that no means of replications have. */
const MOST_CONFIDENCE = 0.9999;

const WRITTEN = new RegExp(
  String.raw`^\s*(?:(difference)\s+)?${CELL}\s+${NUMBER}\s*(%?)\s*$`,
);

/**
 * Reads a target: a measure with its groups, and the largest half-width of its interval.
 *
 * With `%` the half-width is a share of the mean's size, also for a measure that is itself a
 * proportion; without, it is in the measure's unit. `difference` before it means the paired difference
 * from the baseline. Names are checked by {@link checkPrecisionRule}, all at once.
 *
 * @param text `deaths 5 %`, `bed_occupancy_peak[ward=icu] 0.02`, `difference deaths 50`.
 * @returns Target.
 * @throws {SyntaxError} When it is not written so.
 *
 * @example Deaths to within 5 % of their mean
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { parsePrecisionTarget } from "./mod.ts";
 *
 * assertEquals(parsePrecisionTarget("deaths 5 %"), {
 *   measure: "deaths", groups: {}, of: "mean", kind: "relative", halfWidth: 0.05,
 * });
 * ```
 */
export function parsePrecisionTarget(text: string): PrecisionTarget {
  const [, of, measure, inside, number, percent] = WRITTEN.exec(text) ?? [];
  const groups = readGroups(inside);
  if (measure === undefined || groups === undefined) {
    throw new SyntaxError(
      `Cannot read precision "${text}": expected a form like "deaths 5 %", ` +
        `"bed_occupancy_peak[ward=icu] 0.02" or "difference deaths 50"`,
    );
  }
  return {
    measure,
    groups,
    of: of === undefined ? "mean" : "difference",
    kind: percent === "%" ? "relative" : "absolute",
    halfWidth: percent === "%" ? shareOf(number) : Number(number),
  };
}

/**
 * Writes a target as {@link parsePrecisionTarget} reads it.
 *
 * @param target Target.
 * @returns Text.
 *
 * @example A share becomes a percentage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { formatPrecisionTarget, parsePrecisionTarget } from "./mod.ts";
 *
 * const text = "difference deaths[colour=red] 7.5 %";
 * assertEquals(formatPrecisionTarget(parsePrecisionTarget(text)), text);
 * ```
 */
export function formatPrecisionTarget(target: PrecisionTarget): string {
  const { of, kind, halfWidth } = target;
  const width = kind === "relative" && Number.isFinite(halfWidth)
    ? percentText(halfWidth)
    : `${halfWidth}`;
  return `${of === "difference" ? "difference " : ""}${cellText(target)} ${width}`;
}

function targetProblems(target: PrecisionTarget, scenarios: number): string[] {
  const { halfWidth, of } = target;
  const problems = nameProblems(target, { kind: "measure", catalogue: CATALOGUE });
  if (!(halfWidth > 0 && Number.isFinite(halfWidth))) {
    problems.push(`the half-width must be finite and above 0: current half-width is ${halfWidth}`);
  }
  if (of === "difference" && scenarios < 2) {
    problems.push(
      `a difference needs a scenario beside the baseline: current number of scenarios is ${scenarios}`,
    );
  }
  return problems.map((problem) => `target "${formatPrecisionTarget(target)}": ${problem}`);
}

/** Targets that come more than once, one problem each. */
function repeated(targets: readonly PrecisionTarget[]): string[] {
  const texts = Map.groupBy(targets, formatPrecisionTarget);
  return [...texts].filter(([, same]) => same.length > 1).map(([text, { length }]) =>
    `each target must come once: "${text}" comes ${length} times`
  );
}

/**
 * Refuses a rule that cannot be followed, with all that is wrong with it.
 *
 * @param rule Rule.
 * @param options `scenarios`: number of scenarios, the baseline included [-].
 * @throws {RangeError} When there is no target; a half-width is not finite and above 0; a measure is
 * not in the catalogue, or a group not one of the measure's; a difference is asked of a single
 * scenario; `atLeast` is below 3, `atMost` below `atLeast`, `lookAhead` below 0, or one of them not
 * whole; the same target comes twice; the confidence is not above 0 and at most 0.9999.
 *
 * @example A measure with a slip of the pen
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { checkPrecisionRule, parsePrecisionTarget } from "./mod.ts";
 *
 * const rule = { atLeast: 5, atMost: 100, confidence: 0.95, lookAhead: 5 };
 * checkPrecisionRule({ ...rule, targets: [parsePrecisionTarget("deaths 5 %")] }, { scenarios: 1 });
 * assertThrows(
 *   () =>
 *     checkPrecisionRule({ ...rule, targets: [parsePrecisionTarget("deats 5 %")] }, { scenarios: 1 }),
 *   RangeError,
 *   'nearest is "deaths"',
 * );
 * ```
 */
export function checkPrecisionRule(
  rule: PrecisionRule,
  { scenarios }: { readonly scenarios: number },
): void {
  const { targets, atLeast, atMost, confidence, lookAhead } = rule;
  const problems = targets.flatMap((target) => targetProblems(target, scenarios));
  problems.push(...repeated(targets));
  if (targets.length === 0) problems.push("there must be a target: current number is 0");
  if (!(Number.isInteger(atLeast) && atLeast >= FEWEST)) {
    problems.push(`atLeast must be a whole number from ${FEWEST}: current atLeast is ${atLeast}`);
  }
  if (!(Number.isInteger(atMost) && atMost >= atLeast)) {
    problems.push(
      `atMost must be a whole number from atLeast: current atMost is ${atMost}, atLeast is ${atLeast}`,
    );
  }
  if (!(confidence > 0 && confidence <= MOST_CONFIDENCE)) {
    problems.push(
      `the confidence must lie above 0 and be at most ${MOST_CONFIDENCE}: ` +
        `current confidence is ${confidence}`,
    );
  }
  if (!(Number.isInteger(lookAhead) && lookAhead >= 0)) {
    problems.push(`lookAhead must be a whole number from 0: current lookAhead is ${lookAhead}`);
  }
  refuse("stop by precision", problems);
}
