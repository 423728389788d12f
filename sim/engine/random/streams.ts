/** Named streams for what has no identity, such as the arrivals of a whole day. */

import { KeyedDraws } from "./keyed_draws.ts";
import type { Key } from "./seed.ts";

/** Second part of the counter of every stream; keyed draws of persons do not use it. */
const STREAM_SPACE = 0xffffffff;

/**
 * Uniforms in sequence, for one named decision. Opened by {@link Streams}.
 *
 * @example A stream starts again in a new replication's key only
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { keyOf, Streams } from "./mod.ts";
 *
 * const one = new Streams(keyOf("example", 0)).open("arrivals");
 * const same = new Streams(keyOf("example", 0)).open("arrivals");
 * assertEquals(one.uniform(), same.uniform());
 * ```
 */
export class Stream {
  /** Name of the decision. */
  readonly name: string;
  readonly #draws: KeyedDraws;
  readonly #low: number;
  readonly #high: number;
  #block = 0;
  #used = 4;

  /**
   * Places the stream at its first number.
   * @param name Name of the decision.
   * @param key Key of the replication.
   */
  constructor(name: string, key: Key) {
    this.name = name;
    this.#draws = new KeyedDraws(key);
    const hash = hashOf(name);
    this.#low = Number(hash & 0xffffffffn) | 0;
    this.#high = Number(hash >> 32n) | 0;
  }

  /**
   * Draws the next number.
   * @returns Uniform [-], in (0, 1).
   */
  uniform(): number {
    const draws = this.#draws;
    switch (this.#used++) {
      case 1:
        return draws.u1;
      case 2:
        return draws.u2;
      case 3:
        return draws.u3;
      default:
        draws.block(this.#block++, STREAM_SPACE, this.#low, this.#high);
        this.#used = 1;
        return draws.u0;
    }
  }
}

/**
 * The streams of one replication, each opened once.
 *
 * @example A name belongs to one decision
 * ```ts
 * import { assertThrows } from "@std/assert";
 * import { keyOf, Streams } from "./mod.ts";
 *
 * const streams = new Streams(keyOf("example", 0));
 * streams.open("arrivals");
 * assertThrows(() => streams.open("arrivals"), TypeError);
 * ```
 */
export class Streams {
  readonly #key: Key;
  readonly #names = new Map<bigint, string>();

  /**
   * Binds the key.
   * @param key Key of the seed and the replication.
   */
  constructor(key: Key) {
    this.#key = key;
  }

  /**
   * Opens the stream of a decision.
   * @param name Name of the decision.
   * @returns The stream at its first number; other streams do not change it.
   * @throws {TypeError} If the name, or one of the same hash, is open already.
   */
  open(name: string): Stream {
    const hash = hashOf(name);
    const taken = this.#names.get(hash);
    if (taken !== undefined) {
      throw new TypeError(
        `Cannot open stream "${name}" as each decision must have its own: "${taken}" is open`,
      );
    }
    this.#names.set(hash, name);
    return new Stream(name, this.#key);
  }
}

/**
 * 64-bit hash of a name.
 *
 * Source: Fowler, Noll, Vo and Eastlake (2019), "The FNV non-cryptographic hash algorithm", FNV-1a
 * over the UTF-8 bytes.
 */
function hashOf(name: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(name)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash;
}
