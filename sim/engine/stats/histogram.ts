/** Counts of observations by cell. */

/** Cells of equal width. */
export interface Cells {
  /** Lower bound of the first cell, included [unit of the observations]. */
  readonly low: number;
  /** Upper bound of the last cell, excluded [unit of the observations]. */
  readonly high: number;
  /** Cells [cells], at least 1. */
  readonly cells: number;
}

/**
 * Counts of observations in cells of equal width, and below and above them.
 *
 * A cell includes its lower bound and not its upper.
 *
 * @example Three waits in cells of ten minutes
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { Histogram } from "./mod.ts";
 *
 * const waits = new Histogram({ low: 0, high: 30, cells: 3 });
 * for (const wait of [3, 10, 12, 31]) waits.add(wait);
 * assertEquals([...waits.counts, waits.above], [1, 2, 0, 1]);
 * assertEquals(waits.density(1), 2 / 4 / 10);
 * ```
 */
export class Histogram {
  /** Bounds and number of the cells. */
  readonly cells: Cells;
  /** Observations by cell [observations] -- statistic. */
  readonly counts: Float64Array;
  /** Observations below the first cell [observations] -- statistic. */
  below = 0;
  /** Observations at or above the last cell's upper bound [observations] -- statistic. */
  above = 0;
  readonly #low: number;
  readonly #perUnit: number;

  /**
   * Makes empty cells.
   * @param cells Bounds and number of the cells.
   * @throws {RangeError} If the bounds are not finite and ascending or there is no cell.
   */
  constructor(cells: Cells) {
    const width = cells.high - cells.low;
    if (!(width > 0 && width < Infinity && Number.isInteger(cells.cells) && cells.cells >= 1)) {
      throw new RangeError(
        `Cannot make a histogram as it takes low < high and a whole number of cells >= 1: current cells are ${cells.cells} from ${cells.low} to ${cells.high}`,
      );
    }
    this.cells = { ...cells };
    this.counts = new Float64Array(cells.cells);
    this.#low = cells.low;
    this.#perUnit = cells.cells / width;
  }

  /** Observations, those outside the cells included [observations]. */
  get count(): number {
    return this.counts.reduce((sum, count) => sum + count, this.below + this.above);
  }

  /**
   * Adds an observation.
   * @param value Observation [unit of the observations]; infinite ones lie outside the cells.
   * @throws {RangeError} If the observation is NaN.
   */
  add(value: number): void {
    if (value >= this.#low && value < this.cells.high) {
      let cell = Math.floor((value - this.#low) * this.#perUnit);
      // Rounding may carry a value over a bound.
      if (value < this.edge(cell)) cell--;
      else if (value >= this.edge(cell + 1)) cell++;
      this.counts[cell]++;
    } else if (value < this.#low) this.below++;
    else if (value >= this.cells.high) this.above++;
    else throw new RangeError(`Cannot add to a histogram as NaN has no cell: current value is NaN`);
  }

  /**
   * Lower bound of a cell; that of the cell after the last is the upper bound.
   * @param cell Cell, from 0 [-].
   * @returns Bound [unit of the observations].
   */
  edge(cell: number): number {
    const { low, high, cells } = this.cells;
    return cell >= cells ? high : low + (high - low) * (cell / cells);
  }

  /**
   * Share of all observations in a cell per unit of its width, as a density function.
   * @param cell Cell, from 0 [-].
   * @returns Density [per unit of the observations]; NaN when there is no observation.
   */
  density(cell: number): number {
    return this.counts[cell] / this.count * this.#perUnit;
  }

  /**
   * Adds the counts of another histogram; the other keeps its own.
   * @param other Histogram of the same cells.
   * @throws {RangeError} If its cells differ.
   */
  merge(other: Histogram): void {
    const [a, b] = [this.cells, other.cells];
    if (a.low !== b.low || a.high !== b.high || a.cells !== b.cells) {
      throw new RangeError(
        `Cannot merge histograms as they must have the same cells: current cells are ${a.cells} from ${a.low} to ${a.high} and ${b.cells} from ${b.low} to ${b.high}`,
      );
    }
    for (let cell = 0; cell < this.counts.length; cell++) this.counts[cell] += other.counts[cell];
    this.below += other.below;
    this.above += other.above;
  }
}
