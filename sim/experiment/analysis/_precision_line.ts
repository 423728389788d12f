/** How one target fares in one scenario, replication by replication. */
import { requiredReplications, Tally, tQuantile } from "../../engine/mod.ts";
import {
  NO_GROUPS,
  type PrecisionRow,
  type PrecisionTarget,
  type RowGroups,
} from "../results/mod.ts";

/** A target in a scenario. */
export class PrecisionLine {
  /** Rows from the second replication on. */
  readonly rows: PrecisionRow[] = [];
  /** Measure and groups. */
  readonly cell: RowGroups & { readonly measure: string };
  readonly #values: number[] = [];
  readonly #tally = new Tally();

  constructor(
    readonly target: PrecisionTarget,
    readonly place: {
      readonly scenario: string;
      readonly index: number;
      readonly confidence: number;
    },
  ) {
    this.cell = { measure: target.measure, ...NO_GROUPS, ...target.groups };
  }

  /** Whether the target is met after the replications so far. */
  get met(): boolean {
    return this.rows.at(-1)?.met ?? false;
  }

  /** Adds the value, or paired difference, of the next replication. */
  add(value: number, unit: string): void {
    this.#values.push(value);
    this.#tally.add(value);
    if (this.#values.length < 2) return;
    const { mean, variance, count } = this.#tally;
    const half = tQuantile((1 + this.place.confidence) / 2, count - 1) *
      Math.sqrt(variance / count);
    const { of, kind, halfWidth: target } = this.target;
    const [low, high] = [mean - half, mean + half];
    const relative = kind === "relative";
    const halfWidth = !relative ? half : mean === 0 ? NaN : half / Math.abs(mean);
    const met = halfWidth <= target && (!relative || low > 0 || high < 0);
    const { scenario } = this.place;
    const known = { scenario, ...this.cell, unit, of, kind, target, replications: count };
    this.rows.push({ ...known, mean, low, high, halfWidth, met });
  }

  /**
   * Replications that the variance and the mean so far ask for [-]; Infinity when there is no telling.
   * Above 100 % an interval that leaves out 0 asks for no more than 100 %.
   */
  get needed(): number {
    const { kind, halfWidth } = this.target;
    const size = kind === "relative"
      ? Math.min(1, halfWidth) * Math.abs(this.#tally.mean)
      : halfWidth;
    if (!(size > 0) || this.#values.length < 2) return Infinity;
    return requiredReplications(this.#values, { absolute: size }, this.place.confidence);
  }
}
