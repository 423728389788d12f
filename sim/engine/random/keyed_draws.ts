/**
 * Uniforms by key and counter, so that what a person draws depends on nobody else's draws.
 *
 * The block function is Philox4x32-10, as WebAssembly: a block takes 20 ns. In JavaScript, whose
 * products are of 32 bits, it took three times as long, with BigInt fifty times.
 */

import { philox, uniforms } from "./_philox.ts";
import type { Key } from "./seed.ts";

const SCALE = 2 ** -32;

/**
 * Four uniforms for each counter, the same for the same key and counter in whatever order they are
 * asked for.
 *
 * The uniforms are (word + 1/2) / 2³², so they lie on the open interval (0, 1), the smallest at
 * 1.2e-10. They belong to the block asked for last.
 *
 * Source: Salmon, Moraes, Dror and Shaw (2011), "Parallel random numbers: as easy as 1, 2, 3",
 * Proceedings of SC11, article 16, Philox4x32 with 10 rounds.
 *
 * @example The order of drawing is irrelevant
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { KeyedDraws, keyOf } from "./mod.ts";
 *
 * const draws = new KeyedDraws(keyOf("example", 0));
 * draws.block(7, 0, 0, 0);
 * const first = draws.u0;
 * draws.block(8, 0, 0, 0);
 * draws.block(7, 0, 0, 0);
 * assertEquals(draws.u0, first);
 * ```
 */
export class KeyedDraws {
  readonly #a: number;
  readonly #b: number;
  readonly #uniforms = new Float64Array(4).fill(0.5);

  /**
   * Binds the key.
   * @param key Key of the seed and the replication.
   */
  constructor(key: Key) {
    this.#a = key.a | 0;
    this.#b = key.b | 0;
  }

  /** First uniform of the block [-], in (0, 1). */
  get u0(): number {
    return this.#uniforms[0];
  }
  /** Second uniform of the block [-], in (0, 1). */
  get u1(): number {
    return this.#uniforms[1];
  }
  /** Third uniform of the block [-], in (0, 1). */
  get u2(): number {
    return this.#uniforms[2];
  }
  /** Fourth uniform of the block [-], in (0, 1). */
  get u3(): number {
    return this.#uniforms[3];
  }

  /**
   * Draws the block of a counter into `u0` to `u3`. Each part counts modulo 2³².
   * @param c0 First part of the counter [-], such as the person.
   * @param c1 Second part [-], such as the group of the person.
   * @param c2 Third part [-], such as the decision.
   * @param c3 Fourth part [-], such as the occurrence.
   */
  block(c0: number, c1: number, c2: number, c3: number): void {
    philox(c0, c1, c2, c3, this.#a, this.#b);
    // Numbers of its own: the memory is shared by all.
    const own = this.#uniforms;
    own[0] = uniforms[0];
    own[1] = uniforms[1];
    own[2] = uniforms[2];
    own[3] = uniforms[3];
  }

  /**
   * Draws the block of a counter as words, to compare with published answers. Allocates.
   * @param c0 First part of the counter [-].
   * @param c1 Second part [-].
   * @param c2 Third part [-].
   * @param c3 Fourth part [-].
   * @returns Four unsigned words [-].
   */
  words(c0: number, c1: number, c2: number, c3: number): Uint32Array {
    this.block(c0, c1, c2, c3);
    return Uint32Array.from(this.#uniforms, (u) => u / SCALE - 0.5);
  }
}
