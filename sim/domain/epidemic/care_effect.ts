/**
 * What care changes: the factor on the hazard of an adverse step, by the care that a patient has.
 *
 * Every adverse step (worsening, death) has a base hazard that in right care lets it come before
 * recovery with probability p0. It comes when the hazard, times the factor of the care given,
 * adds up to a threshold that belongs to the person. So worse care adds events among the same
 * people and takes none away, and care for a part of the time counts for that part.
 */

/** Care level: a staffed bed of the needed type or better, in a place able to give it [-]. */
export const CARE_RIGHT = 0;
/** Care level: a staffed bed below the need [-]. */
export const CARE_LOWER = 1;
/** Care level: boarding in a facility without a bed, or on the road [-]. */
export const CARE_BOARDING = 2;
/** Care level: no bed and no facility [-]. */
export const CARE_NONE = 3;
/** Care level: in the corridor of an emergency department [-]; its code is the last to be given. */
export const CARE_CORRIDOR = 4;

/**
 * Least base probability of an adverse step [-]. With p0 = 0 there is no base hazard that a factor
 * could raise; where care matters, the factor is that of this probability instead.
 */
export const BASE_FLOOR = 1e-6;

/** Share of the harm of having no bed that is suffered in between. */
export interface CareShares {
  /** Share suffered in a staffed bed below the need [-], 0 to 1. */
  readonly lowerBed: number;
  /** Share suffered while boarding or on the road [-], 0 to 1. */
  readonly boarding: number;
  /** Share of the rest, from boarding to none, suffered in a corridor [-], 0 to 1; 0 when left out. */
  readonly corridor?: number;
}

/**
 * Factor on the hazard of an adverse step that turns its probability p0 into p1: the ratio of the
 * cumulative hazards, ln(1 − p1) ÷ ln(1 − p0). It is 1 when p1 ≤ p0: want of care never helps.
 *
 * p0 below {@link BASE_FLOOR} counts as the floor, in the base hazard of the caller too.
 *
 * @param p0 Probability in right care [-], 0 ≤ p0 ≤ 1.
 * @param p1 Probability without it [-], 0 ≤ p1 ≤ 1, below 1 when it is above p0.
 * @returns Factor [-], at least 1, finite.
 * @throws {RangeError} When a probability is out of its range.
 *
 * @example Three quarters instead of a half doubles the hazard
 * ```ts
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 * import { adverseMultiplier } from "./mod.ts";
 *
 * assertAlmostEquals(adverseMultiplier(0.5, 0.75), 2, 1e-12);
 * assertEquals(adverseMultiplier(0.3, 0.2), 1);
 * ```
 */
export function adverseMultiplier(p0: number, p1: number): number {
  if (!(p0 >= 0 && p0 <= 1 && p1 >= 0 && p1 <= 1)) {
    throw new RangeError(
      `Cannot compute a care effect as probabilities must be 0 to 1: p0 is ${p0}, p1 is ${p1}`,
    );
  }
  const base = Math.max(p0, BASE_FLOOR);
  if (p1 <= base) return 1;
  if (p1 === 1) {
    throw new RangeError(
      `Cannot compute a care effect as the probability without care must be < 1: p0 is ${p0}, p1 is ${p1}`,
    );
  }
  return Math.log1p(-p1) / Math.log1p(-base);
}

/**
 * Factors on the hazard of an adverse step by care level. A share s of the harm between right care
 * and none is the factor m^s, so that factors stay between 1 and m and none of them is counted twice.
 *
 * @param p0 Probability in right care [-].
 * @param pWithout Probability without any bed [-].
 * @param shares Shares of the harm suffered in between [-].
 * @returns Factors [-] at `CARE_RIGHT`, `CARE_LOWER`, `CARE_BOARDING`, `CARE_NONE`, `CARE_CORRIDOR`.
 * @throws {RangeError} When a probability or a share is out of its range.
 *
 * @example Half of the harm in a lower bed
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { CARE_LOWER, CARE_NONE, careMultipliers } from "./mod.ts";
 *
 * const factors = careMultipliers(0.5, 0.9375, { lowerBed: 0.5, boarding: 1 });
 * assertAlmostEquals(factors[CARE_LOWER], 2, 1e-12);
 * assertAlmostEquals(factors[CARE_NONE], 4, 1e-12);
 * ```
 */
export function careMultipliers(p0: number, pWithout: number, shares: CareShares): Float64Array {
  const { lowerBed, boarding, corridor = 0 } = shares;
  if (!(lowerBed >= 0 && lowerBed <= 1 && boarding >= 0 && boarding <= 1)) {
    throw new RangeError(
      `Cannot compute a care effect as shares of harm must be 0 to 1: lowerBed is ${lowerBed}, boarding is ${boarding}`,
    );
  }
  if (!(corridor >= 0 && corridor <= 1)) {
    throw new RangeError(
      `Cannot compute a care effect as shares of harm must be 0 to 1: corridor is ${corridor}`,
    );
  }
  const none = adverseMultiplier(p0, pWithout);
  const factors = new Float64Array(5);
  factors[CARE_RIGHT] = 1;
  factors[CARE_LOWER] = none ** lowerBed;
  factors[CARE_BOARDING] = none ** boarding;
  factors[CARE_NONE] = none;
  factors[CARE_CORRIDOR] = none ** (boarding + (1 - boarding) * corridor);
  return factors;
}
