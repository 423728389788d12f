/**
 * Restoration of ordinary services: volume as a share of the reference, by week, line, tier and grid.
 *
 * Lines are also given together: by family, as `visits` (outpatient and emergency) and `inpatients`
 * as the weekly report to the State Council asks (N35-5). What happens within a visit or a stay is
 * in no total, so that nobody counts twice.
 */
import {
  familyOf,
  LINE_FAMILIES,
  LINES,
  measureDefinition,
  seriesDefinition,
  TIERS,
} from "../../domain/mod.ts";
import type { Line, LineFamily } from "../../domain/mod.ts";
import { dateOf, volumesOf, weekdayOf } from "../../network/mod.ts";
import type { Row, Volumes } from "../../network/mod.ts";
import type { WindowSpec } from "../../scenario/mod.ts";

/** A weekly value. */
export interface WeeklyPoint {
  /** Monday, ISO date. */
  readonly date: string;
  /** Series. */
  readonly measure: string;
  /** Unit. */
  readonly unit: string;
  /** Line, family, `visits` or `inpatients`. */
  readonly line: string;
  /** Tier; empty for all. */
  readonly tier: string;
  /** Home grid; empty for all. */
  readonly grid: string;
  /** Share of the reference [-]. */
  readonly value: number;
}

/** Volumes of a replication and of its reference, and the names of the grids. */
export interface RestorationInput {
  /** Volume of the replication, packed. */
  readonly volume: Float64Array;
  /** The same of the reference run. */
  readonly reference: Float64Array;
  /** Identifiers of the grids, in order. */
  readonly grids: readonly string[];
  /** Lines that residents ask for, of which rows are wanted; all when left out. */
  readonly lines?: readonly Line[];
}

const TIER_COUNT = TIERS.length;
const FAMILY_COUNT = LINE_FAMILIES.length;
/** Share of the reference from which on a week counts as recovered in full [-]. */
export const FULL = 0.95;
const NAME = "service_volume_vs_2019";

const range = (from: number, to: number): number[] =>
  Array.from({ length: to - from + 1 }, (_, i) => from + i);
const ALL_TIERS = range(0, TIER_COUNT - 1);
/**
 * Lines of some families.
 *
 * @param families Families.
 * @returns Codes of their lines [-].
 */
export const familyLines = (...families: LineFamily[]): number[] =>
  LINES.flatMap((line, l) => families.includes(familyOf(line)) ? [l] : []);

/** Lines that are given together, and the name under which they are. */
const VISITS = { line: "visits", lines: familyLines("outpatient", "emergency") };
const INPATIENTS = {
  line: "inpatients",
  lines: familyLines("inpatient_urgent", "inpatient_elective"),
};
const TOTAL = [...VISITS.lines, ...INPATIENTS.lines];
const FAMILIES = LINE_FAMILIES.map((family) => ({ line: family, lines: familyLines(family) }));
const SINGLES = LINES.flatMap((line, l) =>
  (LINE_FAMILIES as readonly string[]).includes(line) ? [] : [{ line, lines: [l] }]
);
const VISIT_FAMILIES = [LINE_FAMILIES.indexOf("outpatient"), LINE_FAMILIES.indexOf("emergency")];

/**
 * Whole weeks of a run: those whose Monday to Sunday lie within window and days run on.
 *
 * @param window The window.
 * @returns Places of the first and the last [-], and the weekday of the first day from Monday [d].
 */
export function wholeWeeks(
  window: WindowSpec,
): { readonly first: number; readonly last: number; readonly offset: number } {
  const offset = weekdayOf(window.start, 0);
  const days = window.days + window.runOnDays;
  return { first: offset === 0 ? 0 : 1, last: Math.floor((days + offset) / 7) - 1, offset };
}

/** Shares of the reference. */
class Shares {
  /** Lines given alone. */
  readonly singles: typeof SINGLES;
  readonly #volume: Volumes;
  readonly #reference: Volumes;
  readonly #grids: number;

  constructor(window: WindowSpec, { volume, reference, grids, lines }: RestorationInput) {
    this.singles = SINGLES.filter(({ line }) => lines === undefined || lines.includes(line));
    this.#volume = volumesOf(volume, window);
    this.#reference = volumesOf(reference, window);
    this.#grids = grids.length;
  }

  /** Of some lines and tiers over some weeks [-]; NaN when the reference has none. */
  of(weeks: readonly number[], lines: readonly number[], tiers: readonly number[]): number {
    const total = ({ weekly }: Volumes): number => {
      let sum = 0;
      for (const w of weeks) {
        for (const l of lines) {
          for (const t of tiers) sum += weekly[(w * LINES.length + l) * TIER_COUNT + t];
        }
      }
      return sum;
    };
    return ratio(total(this.#volume), total(this.#reference));
  }

  /** Of the visits of residents of a grid [-]. */
  ofGrid(weeks: readonly number[], grid: number): number {
    const total = ({ byGrid }: Volumes): number => {
      let sum = 0;
      for (const w of weeks) {
        for (const f of VISIT_FAMILIES) sum += byGrid[(w * FAMILY_COUNT + f) * this.#grids + grid];
      }
      return sum;
    };
    return ratio(total(this.#volume), total(this.#reference));
  }
}

const ratio = (a: number, b: number): number => b > 0 ? a / b : NaN;

/**
 * Restoration of one replication over the window, and by week.
 *
 * The measure is over the whole weeks that begin in the window; the weekly series over all whole
 * weeks of the run. The week of full recovery is the first, counted from the first whole week, from
 * which on every week of the run reaches 95 % of the reference; NaN when none does.
 *
 * @param window The window.
 * @param input Volumes, and names of the grids.
 * @returns Rows and weekly points.
 *
 * @example A week in which nothing is closed
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { restorationOf } from "./mod.ts";
 *
 * const window = { start: "2022-11-07", days: 7, runOnDays: 0, warmUpDays: 0 };
 * const volume = new Float64Array(75 + 7 + 84).fill(5);
 * const { rows } = restorationOf(window, { volume, reference: volume, grids: ["g1"] });
 * assertEquals(rows[0].value, 1);
 * ```
 */
export function restorationOf(
  window: WindowSpec,
  input: RestorationInput,
): { rows: Row[]; weekly: WeeklyPoint[] } {
  const shares = new Shares(window, input);
  const { first, last } = wholeWeeks(window);
  const offset = weekdayOf(window.start, 0);
  const all = range(first, last);
  const inWindow = all.filter((w) => w * 7 - offset < window.days);
  return {
    rows: [...windowRows(shares, inWindow, input.grids), ...recoveryRows(shares, all)],
    weekly: all.flatMap((w) => {
      const date = dateOf(window.start, w * 7 - offset);
      const unit = seriesDefinition(NAME).unit;
      return weekPoints(shares, w, input.grids)
        .map((point) => ({ date, measure: NAME, unit, ...point }));
    }),
  };
}

/** Rows over some weeks: total, families, lines, tiers, grids. */
function windowRows(shares: Shares, weeks: readonly number[], grids: readonly string[]): Row[] {
  const { unit } = measureDefinition(NAME);
  const row = (value: number, groups: Partial<Row>): Row => ({
    measure: NAME,
    unit,
    value,
    ...groups,
  });
  const groups = [...FAMILIES, VISITS, INPATIENTS];
  return [
    row(shares.of(weeks, TOTAL, ALL_TIERS), {}),
    ...groups.map(({ line, lines }) => row(shares.of(weeks, lines, ALL_TIERS), { line })),
    ...shares.singles.map(({ line, lines }) => row(shares.of(weeks, lines, ALL_TIERS), { line })),
    ...TIERS.map((tier, t) => row(shares.of(weeks, TOTAL, [t]), { tier: `${tier}` })),
    ...groups.flatMap(({ line, lines }) =>
      TIERS.map((tier, t) => row(shares.of(weeks, lines, [t]), { line, tier: `${tier}` }))
    ),
    ...grids.map((grid, g) => row(shares.ofGrid(weeks, g), { grid, line: VISITS.line })),
  ];
}

function recoveryRows(shares: Shares, weeks: readonly number[]): Row[] {
  const measure = "week_of_full_recovery";
  const { unit } = measureDefinition(measure);
  const row = (lines: readonly number[], groups: Partial<Row>): Row => {
    const byWeek = weeks.map((w) => shares.of([w], lines, ALL_TIERS));
    return { measure, unit, value: weekOfFullRecovery(byWeek), ...groups };
  };
  return [
    row(TOTAL, {}),
    ...[...FAMILIES, VISITS, INPATIENTS].map(({ line, lines }) => row(lines, { line })),
  ];
}

/** A week's points: lines over all tiers, what is given together by tier too, visits by grid. */
function weekPoints(shares: Shares, w: number, grids: readonly string[]) {
  const all = { tier: "", grid: "" };
  const together = [...FAMILIES, VISITS, INPATIENTS].flatMap(({ line, lines }) =>
    TIERS.map((tier, t) => ({ ...all, line, tier: `${tier}`, value: shares.of([w], lines, [t]) }))
  );
  const single = shares.singles.map(({ line, lines }) => ({
    ...all,
    line,
    value: shares.of([w], lines, ALL_TIERS),
  }));
  const whole = [...FAMILIES, VISITS, INPATIENTS].map(({ line, lines }) => ({
    ...all,
    line,
    value: shares.of([w], lines, ALL_TIERS),
  }));
  const byGrid = grids.map((grid, g) => ({
    ...all,
    line: VISITS.line,
    grid,
    value: shares.ofGrid([w], g),
  }));
  return [...together, ...single, ...whole, ...byGrid];
}

/** Number of the first week from which on all weeks are full, from 1 [week]; NaN without one. */
function weekOfFullRecovery(shares: readonly number[]): number {
  let week = shares.length;
  while (week > 0 && shares[week - 1] >= FULL) week--;
  return week === shares.length ? NaN : week + 1;
}
