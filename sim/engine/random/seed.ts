/** From a seed in words to the key of a replication. */

import seedrandom from "seedrandom";

/** Key of the draws of one replication: two words of 32 bits. */
export interface Key {
  /** First word [-], a signed 32-bit integer. */
  readonly a: number;
  /** Second word [-], a signed 32-bit integer. */
  readonly b: number;
}

/** The part of seedrandom that is used; the package has no types. */
type Expand = (seed: string) => { int32(): number };

/**
 * Key of a replication, expanded from the seed by seedrandom (ARC4).
 *
 * @param seed Seed of the experiment, any text.
 * @param replication Index of the replication [-], from 0.
 * @returns Key; replications of one seed have unrelated keys.
 * @throws {RangeError} If the index is not a whole number from 0.
 *
 * @example Same seed, same key; next replication, another key
 * ```ts
 * import { assertEquals, assertNotEquals } from "@std/assert";
 * import { keyOf } from "./mod.ts";
 *
 * assertEquals(keyOf("spring", 0), keyOf("spring", 0));
 * assertNotEquals(keyOf("spring", 0), keyOf("spring", 1));
 * ```
 */
export function keyOf(seed: string, replication: number): Key {
  if (!Number.isSafeInteger(replication) || replication < 0) {
    throw new RangeError(
      `Cannot make a key as the replication must be a whole number from 0: current replication is ${replication}`,
    );
  }
  const words = (seedrandom as Expand)(`${seed}/${replication}`);
  return { a: words.int32(), b: words.int32() };
}
