/**
 * Named streams for what has no identity, such as the arrivals of a whole day.
 *
 * What a person draws is keyed, see `keyed_draws.ts`. A stream is read in sequence, so it need not find
 * the number of any counter, and a recurrence serves at a fifth of the time of Philox (2.2 against 12
 * ns). Philox gives it its first state, from the key of the replication and the name of the decision.
 */

import { KeyedDraws } from "./keyed_draws.ts";
import { nameHash } from "./name_hash.ts";
import type { Key } from "./seed.ts";

/** Second part of the counter of every stream; keyed draws of persons do not use it. */
const STREAM_SPACE = 0xffffffff;

/**
 * Uniforms in sequence, for one named decision. Opened by {@link Streams}.
 *
 * The uniforms are (word + 1/2) / 2³², as those of keyed draws. The words are those of xoshiro128++;
 * its period is 2¹²⁸ − 1, so that two of a million streams of 10¹² draws overlap with a probability of
 * about 10⁻¹⁵.
 *
 * Source: Blackman and Vigna (2021), "Scrambled linear pseudorandom number generators", ACM
 * Transactions on Mathematical Software 47(4), article 36.
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
  readonly #state: Int32Array;

  /**
   * Places the stream at its first number.
   * @param name Name of the decision.
   * @param state Four words [-], not all 0.
   * @throws {RangeError} If there are not four words, or all are 0.
   */
  constructor(name: string, state: ArrayLike<number>) {
    this.name = name;
    this.#state = Int32Array.from(state);
    if (this.#state.length !== 4 || this.#state.every((word) => word === 0)) {
      throw new RangeError(
        `Cannot make stream "${name}" as its state takes four words that are not all 0: current state is ${
          this.#state.join(", ")
        }`,
      );
    }
  }

  /**
   * Draws the next number.
   * @returns Uniform [-], in (0, 1).
   */
  uniform(): number {
    return ((this.word() >>> 0) + 0.5) * 2 ** -32;
  }

  /**
   * Draws the next word, of which `uniform` makes its number.
   * @returns Word [-], a signed 32-bit integer.
   */
  word(): number {
    const state = this.#state;
    const a = state[0];
    const b = state[1];
    const d = state[3];
    const sum = (a + d) | 0;
    const c = state[2] ^ a;
    const e = d ^ b;
    state[0] = a ^ e;
    state[1] = b ^ c;
    state[2] = c ^ (b << 9);
    state[3] = (e << 11) | (e >>> 21);
    return (((sum << 7) | (sum >>> 25)) + a) | 0;
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
  readonly #names = new Map<string, string>();

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
    const { low, high } = nameHash(name);
    const hash = `${high}/${low}`;
    const taken = this.#names.get(hash);
    if (taken !== undefined) {
      throw new TypeError(
        `Cannot open stream "${name}" as each decision must have its own: "${taken}" is open`,
      );
    }
    this.#names.set(hash, name);
    const words = new KeyedDraws(this.#key).words(0, STREAM_SPACE, low, high);
    return new Stream(name, words);
  }
}
