/**
 * The wave of infections: a given curve, the same per resident in every grid.
 *
 * The density is that of an epidemic that rises and falls exponentially, sech² about its peak, with
 * one width before the peak and another after it. Three cumulative attack rates and the day of the
 * peak fix it, and both the cumulative curve and its inverse have closed forms, so that the time of
 * the n-th infection costs one logarithm. A compartment model would need a table and more inputs
 * than the published figures give.
 *
 * Source of the shape: Kermack and McKendrick (1927), "A contribution to the mathematical theory of
 * epidemics", Proceedings of the Royal Society A 115, 700–721 (sech² as the curve of a small
 * epidemic). Two widths instead of one are an addition.
 */

/** A wave by its parameters. */
export interface WaveShape {
  /** Time of highest incidence [d since the window began], above 0. */
  readonly peak: number;
  /** Width before the peak [d], above 0. */
  readonly before: number;
  /** Width after the peak [d], above 0. */
  readonly after: number;
  /** Incidence at the peak [1/d], share of residents per day, 0 or more. */
  readonly height: number;
}

/**
 * A wave of infections per resident. The tail before the window is cut off: nobody is infected
 * before time 0, and the cumulative share is 0 there.
 *
 * @example The cumulative share and its inverse
 * ```ts
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 * import { Wave } from "./mod.ts";
 *
 * const wave = new Wave({ peak: 40, before: 2, after: 6, height: 0.05 });
 * assertAlmostEquals(wave.cumulative(40), 0.2, 1e-8);
 * assertAlmostEquals(wave.timeOf(wave.cumulative(47)), 47, 1e-9);
 * assertEquals(wave.timeOf(0.9), Infinity);
 * ```
 */
export class Wave {
  /** Time of highest incidence [d since the window began] -- constant. */
  readonly peak: number;
  /** Width before the peak [d] -- constant. */
  readonly before: number;
  /** Width after the peak [d] -- constant. */
  readonly after: number;
  /** Incidence at the peak [1/d], share of residents per day -- constant. */
  readonly height: number;
  /** Share of residents infected in the end [-] -- constant. */
  readonly total: number;
  readonly #rise: number;
  readonly #fall: number;
  readonly #cut: number;
  readonly #atPeak: number;

  /**
   * Makes a wave.
   *
   * @param shape Peak [d], widths [d], height [1/d].
   * @throws {RangeError} When a parameter is out of its range or more than everyone would be infected.
   */
  constructor(shape: WaveShape) {
    checkShape(shape);
    this.peak = shape.peak;
    this.before = shape.before;
    this.after = shape.after;
    this.height = shape.height;
    this.#rise = 4 * shape.height * shape.before;
    this.#fall = 2 * shape.height * shape.after;
    this.#cut = logistic(-shape.peak / shape.before);
    this.#atPeak = this.#rise * (0.5 - this.#cut);
    this.total = this.#atPeak + this.#fall;
    if (this.total > 1) {
      throw new RangeError(
        `Cannot make a wave as at most every resident can be infected: share in the end is ${this.total}`,
      );
    }
  }

  /**
   * Incidence at a time.
   *
   * @param day Time [d since the window began].
   * @returns Share of residents infected per day [1/d]; 0 before the window.
   */
  incidence(day: number): number {
    if (day < 0) return 0;
    const x = (day - this.peak) / (2 * (day < this.peak ? this.before : this.after));
    return this.height / Math.cosh(x) ** 2;
  }

  /**
   * Share of residents infected from the beginning of the window to a time.
   *
   * @param day Time [d since the window began].
   * @returns Cumulative share [-]; 0 at and before time 0.
   */
  cumulative(day: number): number {
    if (day <= 0) return 0;
    const x = day - this.peak;
    if (x < 0) return Math.max(0, this.#rise * (logistic(x / this.before) - this.#cut));
    return this.#atPeak + this.#fall * Math.tanh(x / (2 * this.after));
  }

  /**
   * Share of residents infected between two times by the curve without its cut at time 0; exact in
   * both tails.
   *
   * @param from Time [d since the window began]; may be negative, or −Infinity.
   * @param to Later time [d since the window began].
   * @returns Share [-].
   */
  between(from: number, to: number): number {
    const [a, b] = [from - this.peak, to - this.peak];
    const below = (x: number) => logistic(Math.min(x, 0) / this.before);
    const above = (x: number) => logistic(-Math.max(x, 0) / this.after);
    return this.#rise * (below(b) - below(a)) + 2 * this.#fall * (above(a) - above(b));
  }

  /**
   * Time at which a share of residents has been infected: the inverse of the cumulative share.
   *
   * @param share Cumulative share of residents [-].
   * @returns Time [d since the window began]; 0 for a share of 0 or less, Infinity for one that is
   *   never reached.
   */
  timeOf(share: number): number {
    if (share <= 0) return 0;
    if (share >= this.total) return Infinity;
    if (share < this.#atPeak) {
      const p = share / this.#rise + this.#cut;
      return Math.max(0, this.peak + this.before * Math.log(p / (1 - p)));
    }
    return this.peak + 2 * this.after * Math.atanh((share - this.#atPeak) / this.#fall);
  }
}

/** 1 ÷ (1 + e^−x), exact in its lower tail. */
function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Refuses a wave without width or before the window. */
function checkShape({ peak, before, after, height }: WaveShape): void {
  const positive = [peak, before, after].every((v) => v > 0 && v < Infinity);
  if (!positive || !(height >= 0 && height < Infinity)) {
    throw new RangeError(
      `Cannot make a wave as peak and widths must be > 0 and height >= 0: peak is ${peak} d, widths are ${before} d and ${after} d, height is ${height} 1/d`,
    );
  }
}
