/** What became of the demand of every counted line, over the window and the days run on. */
import { COUNTED_LINES, TIERS } from "../domain/mod.ts";

/** What can become of demand; the order is the numeric code. */
export const FATES = ["served", "remote", "delivered", "returned", "worsened", "lost"] as const;
/** Name of a fate. */
export type Fate = (typeof FATES)[number];

const LINE_COUNT = COUNTED_LINES.length;

/** Counts of all counted lines. */
export class LineCounts {
  /** New demand by line [visits] -- statistic. */
  readonly demanded = new Float64Array(LINE_COUNT);
  /** By `fate * lines + line` [visits] -- statistic; those who return are asked for again. */
  readonly became = new Float64Array(FATES.length * LINE_COUNT);
  /** Put off and not back yet, by line [visits] -- state. */
  readonly backlog = new Float64Array(LINE_COUNT);
  /** Put off by day, all lines [visits] -- statistic. */
  readonly backlogByDay: Float64Array;
  /** Served remotely by day, all lines [visits] -- statistic. */
  readonly remoteByDay: Float64Array;
  /** Served in person by tier [visits] -- statistic. */
  readonly seen = new Float64Array(TIERS.length);
  /** Waits for the next slot by tier [visits × slots] -- statistic. */
  readonly waitedSlots = new Float64Array(TIERS.length);
  /** Most who waited at once for each physician in any pool, by tier [patients/physician]. */
  readonly crowding = new Float64Array(TIERS.length);
  /** Physicians present by `day * 3 + tier` [physicians] -- statistic. */
  readonly physicians: Float64Array;

  /** @param days Days of window and days run on [d]. */
  constructor(days: number) {
    this.backlogByDay = new Float64Array(days);
    this.remoteByDay = new Float64Array(days);
    this.physicians = new Float64Array(days * TIERS.length);
  }

  /**
   * Counts what became of some.
   *
   * @param fate Fate.
   * @param line Place of the line among the counted ones [-].
   * @param visits Visits [visits].
   */
  add(fate: Fate, line: number, visits: number): void {
    this.became[FATES.indexOf(fate) * LINE_COUNT + line] += visits;
  }

  /**
   * Visits of a line with a fate.
   *
   * @param fate Fate.
   * @param line Place of the line among the counted ones [-].
   * @returns Visits [visits].
   */
  of(fate: Fate, line: number): number {
    return this.became[FATES.indexOf(fate) * LINE_COUNT + line];
  }
}
