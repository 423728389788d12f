/** Values that share a set of drawn parameters are not independent: intervals take one mean a set. */
import { Tally } from "../../engine/mod.ts";

/** Refuses a number of replications per set that is none. */
export function checkPerSet(perSet: number): void {
  if (Number.isInteger(perSet) && perSet >= 1) return;
  throw new RangeError(
    `Cannot take means of sets as replications per set must be a whole number from 1: ` +
      `current number is ${perSet}`,
  );
}

/** Values of replications from 0 on, by set. */
export function setsOf(values: readonly number[], perSet: number): number[][] {
  return Array.from(
    { length: Math.ceil(values.length / perSet) },
    (_, set) => values.slice(set * perSet, (set + 1) * perSet),
  );
}

/**
 * Means of values by set; the values themselves when each replication has its own.
 *
 * @param values Values.
 * @param replications Replication of each [-]; set s has the replications from s × perSet on.
 * @param perSet Replications per set [-].
 */
export function meansOfSets(
  values: ArrayLike<number>,
  replications: ArrayLike<number>,
  perSet: number,
): ArrayLike<number> {
  if (perSet === 1) return values;
  const sets = new Map<number, Tally>();
  for (let i = 0; i < values.length; i++) {
    const set = Math.floor(replications[i] / perSet);
    let tally = sets.get(set);
    if (tally === undefined) sets.set(set, tally = new Tally());
    tally.add(values[i]);
  }
  return Array.from(sets.values(), (tally) => tally.mean);
}
