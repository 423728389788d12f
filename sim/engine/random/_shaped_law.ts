/**
 * What a law of this folder may know beyond its public face.
 *
 * All of it is optional, so that a law of a modeller's own serves everywhere; without it an atom on
 * the bound of a truncated law is taken to lie below the bound, and far tails lose digits.
 */

import type { Distribution } from "./distribution.ts";

/** A law with what is known of its atoms and its upper tail. */
export interface ShapedLaw extends Distribution {
  /** P(X < x) [-]; given by laws with atoms. */
  readonly below?: (x: number) => number;
  /** Ascending points with probability of their own, but for 2⁻⁴⁸ in each tail [unit of the variate]. */
  readonly atoms?: () => ArrayLike<number>;
  /** Whether all probability lies in the atoms. */
  readonly stepwise?: boolean;
  /** P(X > x) [-], without loss where it is small. */
  readonly survival?: (x: number) => number;
  /** The x with P(X > x) = q [unit of the variate], without loss where q is small. */
  readonly upperQuantile?: (q: number) => number;
}

/** P(X < x) of any law [-]. */
export function below(law: ShapedLaw, x: number): number {
  return law.below?.(x) ?? law.cdf(x);
}
