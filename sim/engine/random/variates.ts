/** A law bound to a stream: what a model draws from. */

import type { Distribution } from "./distribution.ts";

/** Whatever gives uniforms one after another; a `Stream` does. */
export interface Uniforms {
  /**
   * Draws the next number.
   * @returns Uniform [-], in (0, 1).
   */
  uniform(): number;
}

/**
 * Variates of one law from one stream, one uniform each.
 *
 * @example A constant takes its uniform too, so that the stream keeps its step
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { distributionOf, keyOf, Streams, Variates } from "./mod.ts";
 *
 * const stream = new Streams(keyOf("example", 0)).open("stay");
 * const stays = new Variates(distributionOf({ law: "constant", value: 4 }), stream);
 * assertEquals([stays.next(), stays.mean], [4, 4]);
 * ```
 */
export class Variates {
  /** The law. */
  readonly law: Distribution;
  readonly #stream: Uniforms;

  /**
   * Binds a law to a stream.
   * @param law Law.
   * @param stream Stream that this decision has for itself.
   */
  constructor(law: Distribution, stream: Uniforms) {
    this.law = law;
    this.#stream = stream;
  }

  /** Mean of the law [unit of the variate]. */
  get mean(): number {
    return this.law.mean;
  }

  /**
   * Draws the next variate.
   * @returns Variate [unit of the variate].
   */
  next(): number {
    return this.law.quantile(this.#stream.uniform());
  }
}

/**
 * Sizes of batches: variates that are whole numbers from 1.
 *
 * @param law Law of the size [entities], such as a truncated Poisson or a discrete one.
 * @param stream Stream that this decision has for itself.
 * @returns Sizes, one uniform each.
 * @throws {RangeError} If the law gives anything but whole numbers from 1; it is asked at 1,025
 * probabilities between 2⁻³³ and 1 − 2⁻³³, which are the ends of what a stream gives.
 *
 * @example Batches of one to three
 * ```ts
 * import { assert } from "@std/assert";
 * import { batchSizes, distributionOf, keyOf, Streams } from "./mod.ts";
 *
 * const stream = new Streams(keyOf("example", 0)).open("party");
 * const law = distributionOf({ law: "discrete", values: [1, 2, 3], weights: [5, 3, 2] });
 * assert([1, 2, 3].includes(batchSizes({ law, stream }).next()));
 * ```
 */
export function batchSizes(
  { law, stream }: { readonly law: Distribution; readonly stream: Uniforms },
): Variates {
  for (let i = 0; i <= 1024; i++) {
    const size = law.quantile(2 ** -33 + (i / 1024) * (1 - 2 ** -32));
    if (!(Number.isSafeInteger(size) && size >= 1)) {
      throw new RangeError(
        `Cannot draw sizes of batches as each must be a whole number from 1: current law gives ${size}`,
      );
    }
  }
  return new Variates(law, stream);
}
