/** Numbers of one scenario that every replication has in the same order. */
import { meanEstimate } from "./_estimate.ts";
import type { MeanEstimate } from "./_estimate.ts";

/** Values by replication. */
export class Cells {
  readonly #values: Float64Array[] = [];

  /** Adds a replication, of which a copy is kept. */
  add(values: Float64Array): void {
    this.#values.push(values.slice());
  }

  /** What replications say of the number in a place. */
  at(place: number, perSet: number): MeanEstimate {
    return meanEstimate(this.#values.map((values) => values[place]), perSet);
  }
}
