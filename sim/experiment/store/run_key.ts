/** Which replication a record is of. */

/** Name of one replication in the store; equal keys mean equal records. */
export interface RunKey {
  /** Program that made it, from `programKey()`: results of other programs are other results. */
  readonly program: string;
  /** Hash of the scenario that was run, with the values drawn for it. */
  readonly scenario: string;
  /** Seed. */
  readonly seed: string;
  /** Replication, from 0 [-]. */
  readonly replication: number;
}

/**
 * A key in words, for messages.
 *
 * @param key Key.
 * @returns Text, e.g. `replication 3 of scenario "5f2c" with seed "1", program "0.2.0"`.
 *
 * @example The first replication
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { describeKey } from "./mod.ts";
 *
 * const key = { program: "0.2.0", scenario: "5f2c", seed: "1", replication: 0 };
 * assertEquals(
 *   describeKey(key),
 *   'replication 0 of scenario "5f2c" with seed "1", program "0.2.0"',
 * );
 * ```
 */
export function describeKey({ program, scenario, seed, replication }: RunKey): string {
  const [p, s, d] = [program, scenario, seed].map((text) => JSON.stringify(text));
  return `replication ${replication} of scenario ${s} with seed ${d}, program ${p}`;
}
