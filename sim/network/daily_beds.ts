/** Daily means of beds and patients, and the sums and ratios taken of them. */
import type { World } from "./world.ts";

/**
 * Sum of the first values.
 *
 * @param values Values.
 * @param to How many [-]; all when left out.
 * @returns Sum.
 */
export const sum = (values: ArrayLike<number>, to = values.length): number => {
  let total = 0;
  for (let i = 0; i < to; i++) total += values[i];
  return total;
};

/**
 * A ratio.
 *
 * @param a Numerator.
 * @param b Denominator.
 * @returns Ratio; NaN without cases.
 */
export const ratio = (a: number, b: number): number => b > 0 ? a / b : NaN;

/** Daily means of beds and patients by ward type and tier, `ward type * 3 + tier`. */
export interface Beds {
  /** Usable beds [beds]. */
  readonly usable: readonly Float64Array[];
  /** COVID patients in beds [patients]. */
  readonly covid: readonly Float64Array[];
  /** Ordinary patients in beds [patients]. */
  readonly ordinary: readonly Float64Array[];
}

/**
 * Daily means of a replication at its end.
 *
 * @param world The replication.
 * @returns Means by class of ward.
 */
export function bedsOf({ wards, executive }: World): Beds {
  const finish = (levels: World["wards"]["dailyCovid"]) =>
    levels.map((l) => l.finish(executive.end));
  return {
    usable: finish(wards.dailyUsable),
    covid: finish(wards.dailyCovid),
    ordinary: finish(wards.dailyOrdinary),
  };
}

/**
 * Adds up the classes of one ward type.
 *
 * @param levels Daily means by class.
 * @param type Ward type [-].
 * @returns Daily means of the type.
 */
export function ofType(levels: readonly Float64Array[], type: number): Float64Array {
  return levels[type * 3].map((_, day) =>
    sum([0, 1, 2].map((tier) => levels[type * 3 + tier][day]))
  );
}
