/** Those who were put off, by the day on which they come back. */
import { COUNTED_LINES, spreadReturns, TIERS } from "../domain/mod.ts";
import { distributionOf } from "../engine/mod.ts";
import type { ServicesSpec } from "../scenario/mod.ts";
import { MINUTES_PER_DAY } from "./calendar_days.ts";

/** Nobody comes back later [d]. */
const LONGEST = 56;
const LINE_COUNT = COUNTED_LINES.length;

/** Everybody who was put off and is to come back. */
export class Returning {
  /** By `(ring day * pools + pool) * lines + line` [visits] -- state. */
  readonly #due: Int32Array;
  readonly #pools: number;
  /** Share back by the end of each day, by line [-] -- constant. */
  readonly #upTo: readonly (readonly number[])[];

  /**
   * @param services Ordinary services.
   * @param grids Grids [-].
   */
  constructor(services: ServicesSpec, grids: number) {
    this.#pools = grids * TIERS.length;
    this.#due = new Int32Array((LONGEST + 1) * this.#pools * LINE_COUNT);
    this.#upTo = COUNTED_LINES.map((line) => {
      const law = distributionOf(services.lines[line].returnsAfter);
      return Array.from({ length: LONGEST }, (_, day) => law.cdf((day + 1) * MINUTES_PER_DAY));
    });
  }

  #at(day: number, pool: number, line: number): number {
    return ((day % (LONGEST + 1)) * this.#pools + pool) * LINE_COUNT + line;
  }

  /**
   * Puts some off.
   *
   * @param day Today [d].
   * @param where Pool [-], place of the line among the counted ones [-].
   * @param visits How many [visits], and a uniform in (0, 1) [-] that rounds.
   */
  putOff(
    day: number,
    { pool, line }: { readonly pool: number; readonly line: number },
    { visits, u }: { readonly visits: number; readonly u: number },
  ): void {
    spreadReturns(visits, this.#upTo[line], u).forEach((n, after) => {
      if (n > 0) this.#due[this.#at(day + 1 + after, pool, line)] += n;
    });
  }

  /**
   * Takes those who are due.
   *
   * @param day Today [d].
   * @param pool Pool [-].
   * @param line Place of the line among the counted ones [-].
   * @returns Visits [visits].
   */
  take(day: number, pool: number, line: number): number {
    const at = this.#at(day, pool, line);
    const n = this.#due[at];
    this.#due[at] = 0;
    return n;
  }
}
