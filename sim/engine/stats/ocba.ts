/** Shares of a budget of replications that find the best system soonest. */

import { checkBest } from "./_check.ts";

/** What is known of the systems. */
export interface OcbaSystems {
  /** Means [unit of the values]; two or more. */
  readonly means: readonly number[];
  /** Variances of one value [unit squared], positive; as many as means. */
  readonly variances: readonly number[];
  /** Which mean is best; default "largest". */
  readonly best?: "largest" | "smallest";
  /**
   * Differences from the best below this count as this [unit of the values]; default 0, for which no
   * system may equal the best.
   */
  readonly indifference?: number;
}

/**
 * Optimal computing budget allocation: shares of replications that make the approximate probability
 * of selecting the best greatest.
 *
 * Of two systems that are not best, the shares are as (σ / distance from the best)²; the best gets
 * σ √Σ (share / σ)². Of equal best means the first is the best.
 *
 * Source: Chen, Lin, Yücesan and Chick (2000), "Simulation budget allocation for further enhancing the
 * efficiency of ordinal optimization", Discrete Event Dynamic Systems 10, 251–270, theorem 1.
 *
 * @param systems Means and variances.
 * @returns Shares by system [-]; their sum is 1.
 * @throws {RangeError} If there are fewer than two systems, not as many variances as means, a variance
 * that is not positive, or a mean that equals the best without an indifference.
 * @throws {TypeError} If which mean is best has an unknown name.
 *
 * @example Twice as far away takes a quarter
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { ocbaShares } from "./mod.ts";
 *
 * const shares = ocbaShares({ means: [5, 4, 3], variances: [1, 1, 1] });
 * assertAlmostEquals(shares[1] / shares[2], 4, 1e-12);
 * ```
 */
export function ocbaShares(
  { means, variances, best = "largest", indifference = 0 }: OcbaSystems,
): number[] {
  checkBest("allocate a budget", best);
  const sign = best === "largest" ? 1 : -1;
  const first = means.reduce((a, mean, i) => sign * mean > sign * means[a] ? i : a, 0);
  const distances = means.map((mean) => Math.max(indifference, Math.abs(means[first] - mean)));
  const known = means.length >= 2 && variances.length === means.length &&
    variances.every((variance) => variance > 0);
  if (!(known && distances.every((distance, i) => i === first || distance > 0))) {
    throw new RangeError(
      `Cannot allocate a budget as it takes 2 systems or more, positive variances and one best mean: current means are ${means}, variances are ${variances}`,
    );
  }
  const weights = variances.map((variance, i) => i === first ? 0 : variance / distances[i] ** 2);
  const squares = weights.reduce((sum, weight, i) => sum + weight * weight / variances[i], 0);
  weights[first] = Math.sqrt(variances[first] * squares);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}

/**
 * How many of some further replications each system gets, so that the numbers come as near to the
 * optimal shares as those made already allow.
 *
 * Whole numbers by largest remainders, the first of equal ones first.
 *
 * @param systems Means and variances from the replications made so far.
 * @param made Replications made, by system [replications].
 * @param further Replications to share out [replications], a whole number.
 * @returns Further replications by system [replications]; their sum is what was to be shared out.
 * @throws {RangeError} If `ocbaShares` refuses the systems, or there are not as many numbers as systems.
 * @throws {TypeError} If which mean is best has an unknown name.
 *
 * @example A system that has more than its share gets none
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { ocbaFurther } from "./mod.ts";
 *
 * const systems = { means: [5, 4], variances: [1, 1] };
 * assertEquals(ocbaFurther(systems, [90, 10], 20), [0, 20]);
 * ```
 */
export function ocbaFurther(
  systems: OcbaSystems,
  made: readonly number[],
  further: number,
): number[] {
  const shares = ocbaShares(systems);
  if (made.length !== shares.length) {
    throw new RangeError(
      `Cannot allocate a budget as there must be a number made for each system: current numbers are ${made.length} and ${shares.length}`,
    );
  }
  // Systems that have enough are set aside until the others' targets lie above what they have.
  let open = shares.map((_, i) => i);
  let targets: number[] = [];
  for (let before = -1; before !== open.length;) {
    before = open.length;
    const budget = open.reduce((sum, i) => sum + made[i], further);
    const share = open.reduce((sum, i) => sum + shares[i], 0);
    targets = shares.map((own, i) => open.includes(i) ? budget * own / share - made[i] : 0);
    open = open.filter((i) => targets[i] > 0);
  }
  const whole = targets.map((target) => Math.floor(Math.max(0, target)));
  let left = further - whole.reduce((sum, count) => sum + count, 0);
  const order = open.toSorted((a, b) => (targets[b] - whole[b]) - (targets[a] - whole[a]) || a - b);
  for (const i of order) if (left-- > 0) whole[i]++;
  return whole;
}
