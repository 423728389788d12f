/** What pairs of replications say about an effect. */

import { pairedInterval } from "../../sim/engine/mod.ts";
import type { Direction, Effect } from "./_effect.ts";
import type { StepValues } from "./_run.ts";

/** Share of the paired replications that must go the same way [-]. */
const SURE = 0.95;

/** Differences smaller than this share of the values are of rounding [-]. */
const ROUNDING = 1e-9;

/** What a change does: where the measure goes, or that it does not. */
export type Verdict = Direction | "moves nothing";

/** One step beside the one before. */
export interface Judged {
  /** Step, from 1 [-]. */
  readonly step: number;
  /** Means without and with the change [unit of the measure]. */
  readonly means: readonly [number, number];
  /** First replication without and with the change [unit of the measure]. */
  readonly first: readonly [number, number];
  /** Mean difference and its 95 % interval [unit of the measure]. */
  readonly difference: { readonly mean: number; readonly low: number; readonly high: number };
  /** Share of the replications that go the more frequent way [-]. */
  readonly same: number;
  /** What is seen. */
  readonly verdict: Verdict;
  /** What the effect says. */
  readonly expected: Verdict;
}

/**
 * Judges values, each step beside the one before.
 *
 * A measure moves when it goes the same way in 95 % of the paired replications or more; values that
 * are equal but for rounding, and those that one of the two does not give, go neither way.
 *
 * @param effect The effect.
 * @param values Its values.
 * @returns One for each step but the first.
 */
export function judge({ steps }: Effect, values: StepValues): Judged[] {
  return steps.slice(1).map((step, i) => {
    const [from, to] = [values[i], values[i + 1]];
    const [up, down] = [
      to.filter((b, r) => exceeds(b, from[r])),
      from.filter((a, r) => exceeds(a, to[r])),
    ]
      .map((there) => there.length / to.length);
    const { mean, low, high } = pairedInterval(to, from);
    return {
      step: i + 1,
      means: [meanOf(from), meanOf(to)],
      first: [from[0], to[0]],
      difference: { mean, low, high },
      same: Math.max(up, down),
      verdict: up >= SURE ? "rises" : down >= SURE ? "falls" : "moves nothing",
      expected: step.moves ?? "moves nothing",
    };
  });
}

function exceeds(a: number, b: number): boolean {
  return a - b > ROUNDING * Math.max(Math.abs(a), Math.abs(b));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
