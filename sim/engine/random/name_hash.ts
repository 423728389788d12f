/** From the name of a decision to the two words that stand for it in a counter. */

/** Hash of a name in two words of 32 bits. */
export interface NameHash {
  /** Lower word [-], unsigned. */
  readonly low: number;
  /** Upper word [-], unsigned. */
  readonly high: number;
}

/**
 * 64-bit hash of a name.
 *
 * Source: Fowler, Noll, Vo and Eastlake (2019), "The FNV non-cryptographic hash algorithm", FNV-1a
 * over the UTF-8 bytes.
 *
 * @param name Name, such as that of a decision.
 * @returns Two words.
 *
 * @example The published hash of "a"
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { nameHash } from "./mod.ts";
 *
 * assertEquals(nameHash("a"), { low: 0x8601ec8c, high: 0xaf63dc4c });
 * ```
 */
export function nameHash(name: string): NameHash {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(name)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return { low: Number(hash & 0xffffffffn), high: Number(hash >> 32n) };
}
