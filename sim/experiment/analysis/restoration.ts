/** Restoration of ordinary services: volume as a share of the reference, by week, line and tier. */
import { LINES, measureDefinition, seriesDefinition, TIERS } from "../../domain/mod.ts";
import { dateOf, weekdayOf } from "../../network/mod.ts";
import type { Row } from "../../network/mod.ts";
import type { WindowSpec } from "../../scenario/mod.ts";

/** A weekly value. */
export interface WeeklyPoint {
  /** Monday, ISO date. */
  readonly date: string;
  /** Series. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** Line. */
  readonly line: string;
  /** Tier. */
  readonly tier: string;
  /** Share of the reference [-]. */
  readonly value: number;
}

const TIER_COUNT = TIERS.length;
const FULL = 0.95;
const NAME = "service_volume_vs_2019";

/** Whole weeks of a run: those whose Monday to Sunday lie within window and days run on. */
function wholeWeeks(window: WindowSpec, weeks: number): { first: number; last: number } {
  const offset = weekdayOf(window.start, 0);
  const days = window.days + window.runOnDays;
  const first = offset === 0 ? 0 : 1;
  return { first, last: Math.min(weeks, Math.floor((days + offset) / 7)) - 1 };
}

/** Adds up volumes over weeks, lines and tiers. */
function total(
  volume: Float64Array,
  weeks: readonly number[],
  lines: readonly number[],
  tiers: readonly number[],
) {
  let sum = 0;
  for (const w of weeks) {
    for (const l of lines) {
      for (const t of tiers) sum += volume[(w * LINES.length + l) * TIER_COUNT + t];
    }
  }
  return sum;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
const ratio = (a: number, b: number): number => b > 0 ? a / b : NaN;
const ALL_LINES = range(0, LINES.length - 1);
const ALL_TIERS = range(0, TIER_COUNT - 1);

/**
 * Restoration of one replication over the window, and by week.
 *
 * The measure is over the whole weeks that begin in the window; the weekly series over all whole
 * weeks of the run. The week of full recovery is the first, counted from the first whole week, from
 * which on every week of the run reaches 95 % of the reference; NaN when none does.
 *
 * @param window The window.
 * @param volume Volume by week, line and tier.
 * @param reference The same of the reference run.
 * @returns Rows and weekly points.
 *
 * @example A week in which nothing is closed
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { restorationOf } from "./mod.ts";
 *
 * const window = { start: "2022-11-07", days: 7, runOnDays: 0, warmUpDays: 0 };
 * const volume = new Float64Array(12).fill(5);
 * const { rows } = restorationOf(window, volume, volume);
 * assertEquals(rows[0].value, 1);
 * ```
 */
export function restorationOf(
  window: WindowSpec,
  volume: Float64Array,
  reference: Float64Array,
): { rows: Row[]; weekly: WeeklyPoint[] } {
  const { first, last } = wholeWeeks(window, volume.length / (LINES.length * TIER_COUNT));
  const offset = weekdayOf(window.start, 0);
  const inWindow = range(first, last).filter((w) => w * 7 - offset < window.days);
  const share = (weeks: number[], lines: number[], tiers: number[]) =>
    ratio(total(volume, weeks, lines, tiers), total(reference, weeks, lines, tiers));
  const unit = measureDefinition(NAME).unit;
  const row = (lines: number[], tiers: number[], groups: Partial<Row>): Row => ({
    measure: NAME,
    unit,
    value: share(inWindow, lines, tiers),
    ...groups,
  });
  const recovery = (lines: number[], groups: Partial<Row>): Row => ({
    measure: "week_of_full_recovery",
    unit: measureDefinition("week_of_full_recovery").unit,
    value: weekOfFullRecovery(range(first, last).map((w) => share([w], lines, ALL_TIERS))),
    ...groups,
  });
  const rows = [
    row(ALL_LINES, ALL_TIERS, {}),
    ...LINES.map((line, l) => row([l], ALL_TIERS, { line })),
    ...TIERS.map((tier, t) => row(ALL_LINES, [t], { tier: `${tier}` })),
    ...LINES.flatMap((line, l) => TIERS.map((tier, t) => row([l], [t], { line, tier: `${tier}` }))),
    recovery(ALL_LINES, {}),
    ...LINES.map((line, l) => recovery([l], { line })),
  ];
  const weekly = range(first, last).flatMap((w) =>
    LINES.flatMap((line, l) =>
      TIERS.map((tier, t) => ({
        date: dateOf(window.start, w * 7 - offset),
        measure: NAME,
        unit: seriesDefinition(NAME).unit,
        line,
        tier: `${tier}`,
        value: share([w], [l], [t]),
      }))
    )
  );
  return { rows, weekly };
}

/** Number of the first week from which on all weeks are full, from 1 [week]; NaN without one. */
function weekOfFullRecovery(shares: readonly number[]): number {
  let week = shares.length;
  while (week > 0 && shares[week - 1] >= FULL) week--;
  return week === shares.length ? NaN : week + 1;
}
