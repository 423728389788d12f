/** Two-stage selection of the best system by the procedure of Rinott. */

import { logGamma, normalCdf } from "../random/mod.ts";

/** What Rinott's constant depends on. */
export interface RinottSpec {
  /** Systems compared [systems], 2 or more. */
  readonly systems: number;
  /** Probability of selecting the best, at least [-], 1 / systems < probability < 1. */
  readonly probability: number;
  /** Degrees of freedom of each first-stage variance [-], replications of it less 1, at least 1. */
  readonly degrees: number;
}

/** Steps within one standard deviation of ln x; twice as many change h by less than 10⁻¹¹. */
const STEPS = 6;

/**
 * Constant h of Rinott: with N = max(n₀, ⌈(h S / δ)²⌉) replications of each system the one of the
 * best mean is the best, with the wanted probability, if it is better by δ or more.
 *
 * Solves ∫ [∫ Φ(h / √(ν (1/x + 1/y))) f(x) dx]^(k-1) f(y) dy = P*, f the density of chi-square with ν
 * degrees. Both integrals are sums over equal steps of ln x, which converge faster than any power
 * of the step as the integrand dies out on both sides. Printed values for
 * thousands of systems differ from it by up to 0.004; two other rules of integration do not.
 *
 * Source: Rinott (1978), "On two-stage selection procedures and related probability-inequalities",
 * Communications in Statistics A 7(8), 799–811.
 *
 * @param spec Systems, probability and degrees of freedom.
 * @returns h [-].
 * @throws {RangeError} If a number lies outside its domain.
 *
 * @example Ten systems, 51 replications in the first stage
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { rinottConstant } from "./mod.ts";
 *
 * const h = rinottConstant({ systems: 10, probability: 0.975, degrees: 50 });
 * assertAlmostEquals(h, 4.045, 5e-4);
 * ```
 */
export function rinottConstant({ systems, probability, degrees }: RinottSpec): number {
  const possible = probability > 1 / systems && probability < 1;
  if (!(Number.isInteger(systems) && systems >= 2 && possible && degrees >= 1)) {
    throw new RangeError(
      `Cannot find Rinott's constant as it takes 2 systems or more, a probability between 1 / systems and 1, and 1 degree of freedom or more: current numbers are ${systems}, ${probability} and ${degrees}`,
    );
  }
  const nodes = nodesOf(degrees);
  const excess = (h: number): number => probabilityOf(h, systems, nodes) - probability;
  let [low, high] = [0, 2];
  while (excess(high) < 0) [low, high] = [high, 2 * high];
  let [below, above] = [excess(low), excess(high)];
  // The false position of Illinois: an end that stays has its value halved.
  for (let i = 0; i < 200 && high - low > 1e-13 * high; i++) {
    const h = low + (high - low) * (below / (below - above));
    const value = excess(h);
    if (value === 0) return h;
    if (Math.abs(value) < 1e-15) return h;
    if (value < 0) {
      [low, below] = [h, value];
      above /= 2;
    } else {
      [high, above] = [h, value];
      below /= 2;
    }
  }
  return (low + high) / 2;
}

/** Values of a chi-square variable over its degrees, and their weights. */
interface Nodes {
  readonly points: Float64Array;
  readonly weights: Float64Array;
}

/** Equal steps of u = ln(x / ν) over all places where the density of u counts. */
function nodesOf(degrees: number): Nodes {
  const half = degrees / 2;
  const spread = Math.sqrt(2 / degrees);
  const from = -9 * spread - 80 / degrees;
  const to = Math.log(1 + 13 * spread + 80 / degrees);
  const step = spread / STEPS;
  const nodes = Math.ceil((to - from) / step);
  const constant = half * Math.log(half) - logGamma(half);
  const points = new Float64Array(nodes + 1);
  const weights = new Float64Array(nodes + 1);
  let total = 0;
  for (let i = 0; i <= nodes; i++) {
    const u = from + i * step;
    points[i] = Math.exp(u);
    weights[i] = step * Math.exp(constant + half * (u - points[i]));
    total += weights[i];
  }
  return { points, weights: weights.map((weight) => weight / total) };
}

function probabilityOf(h: number, systems: number, { points, weights }: Nodes): number {
  let sum = 0;
  for (let i = 0; i < points.length; i++) {
    if (weights[i] < 1e-18) continue;
    let missed = 0;
    for (let j = 0; j < points.length; j++) {
      if (weights[j] < 1e-18) continue;
      missed += weights[j] * normalCdf(-h / Math.sqrt(1 / points[i] + 1 / points[j]));
    }
    sum += weights[i] * Math.exp((systems - 1) * Math.log1p(-missed));
  }
  return sum;
}

/** What the number of second-stage replications depends on. */
export interface RinottSizes {
  /** Rinott's constant [-]. */
  readonly constant: number;
  /** Least difference worth finding [unit of the values], positive. */
  readonly difference: number;
  /** Replications of the first stage [replications]. */
  readonly firstStage: number;
}

/**
 * Replications that each system needs in all, the first stage included.
 *
 * @param variances First-stage variance of each system [unit squared].
 * @param sizes Constant, difference and first stage.
 * @returns Replications by system [replications].
 * @throws {RangeError} If the difference is not positive.
 *
 * @example A system of no variance needs no second stage
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { rinottSizes } from "./mod.ts";
 *
 * const sizes = rinottSizes([0, 4], { constant: 3, difference: 1, firstStage: 10 });
 * assertEquals(sizes, [10, 36]);
 * ```
 */
export function rinottSizes(
  variances: readonly number[],
  { constant, difference, firstStage }: RinottSizes,
): number[] {
  if (!(difference > 0)) {
    throw new RangeError(
      `Cannot plan a second stage as the difference worth finding must be positive: current difference is ${difference}`,
    );
  }
  return variances.map((variance) =>
    Math.max(firstStage, Math.ceil((constant / difference) ** 2 * variance))
  );
}
