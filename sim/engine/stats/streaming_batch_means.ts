/** Batch means of a stream of unknown length, in bounded memory. */

import { type BatchMeans, type BatchOptions, dependenceOf } from "./batch_means.ts";
import { tInterval } from "./interval.ts";

/**
 * Batch means whose batches grow with the stream.
 *
 * Between `batches` and twice as many are kept. When there are twice as many, neighbours are merged
 * and batches become twice as long. Values of the batch that is not yet full are left out of the
 * result.
 *
 * Source: Fishman and Yarberry (1997), "An implementation of the batch means method", INFORMS Journal
 * on Computing 9(3), 296–310; here the number of batches is fixed and only their size grows.
 *
 * @example Eight values in batches of two
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { StreamingBatchMeans } from "./mod.ts";
 *
 * const waits = new StreamingBatchMeans({ batches: 3 });
 * for (const wait of [1, 3, 2, 4, 3, 5, 0, 2]) waits.add(wait);
 * assertEquals([...waits.result().means], [2, 3, 4, 1]);
 * ```
 */
export class StreamingBatchMeans {
  readonly #batches: number;
  readonly #level: number;
  readonly #means: Float64Array;
  #full = 0;
  #size = 1;
  #sum = 0;
  #inBatch = 0;

  /**
   * Starts with batches of one value.
   * @param options Least number of batches, 20 by default, and level of the interval.
   * @throws {RangeError} If there are fewer than three batches.
   */
  constructor({ batches = 20, level = 0.95 }: BatchOptions = {}) {
    if (!(Number.isInteger(batches) && batches >= 3)) {
      throw new RangeError(
        `Cannot make batches as it takes 3 or more: current number is ${batches}`,
      );
    }
    this.#batches = batches;
    this.#level = level;
    this.#means = new Float64Array(2 * batches);
  }

  /** Values seen [values]. */
  get count(): number {
    return this.#full * this.#size + this.#inBatch;
  }

  /**
   * Adds the next value.
   * @param value Value [unit of the values].
   */
  add(value: number): void {
    this.#sum += value;
    if (++this.#inBatch < this.#size) return;
    this.#means[this.#full++] = this.#sum / this.#size;
    this.#sum = 0;
    this.#inBatch = 0;
    if (this.#full === 2 * this.#batches) this.#double();
  }

  /**
   * Interval of the mean from the batches that are full.
   * @returns Interval, means of the batches, and whether they look independent.
   * @throws {RangeError} If fewer than three batches are full or the level lies outside its domain.
   */
  result(): BatchMeans {
    const means = this.#means.slice(0, this.#full);
    return {
      interval: tInterval(means, this.#level),
      means,
      size: this.#size,
      left: this.#inBatch,
      dependence: dependenceOf(means),
    };
  }

  #double(): void {
    const means = this.#means;
    for (let i = 0; i < this.#batches; i++) means[i] = (means[2 * i] + means[2 * i + 1]) / 2;
    this.#full = this.#batches;
    this.#size *= 2;
  }
}
