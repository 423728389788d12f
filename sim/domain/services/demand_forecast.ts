/** What beds a hospital will need for COVID cases soon, from what it has seen itself, and how many it keeps. */

/** What a hospital has seen of one type of ward over the time that it looks back. */
export interface SeenDemand {
  /** Cases in beds and on the way to them now [patients]. */
  readonly census: number;
  /** Cases taken in over the first and the second half of that time [patients]. */
  readonly arrivals: readonly [number, number];
  /** Cases that left over that time [patients]. */
  readonly departures: number;
  /** Time of cases in beds over that time [patients × min]. */
  readonly patientTime: number;
}

/** How far a hospital looks. */
export interface Outlook {
  /** Back [min], above 0. */
  readonly look: number;
  /** Ahead [min], not negative. */
  readonly horizon: number;
  /** Whether arrivals are taken to grow on as from the first half to the second. */
  readonly growth: boolean;
}

/**
 * Cases in beds some time ahead, if there is a bed for each.
 *
 * The mean number in a system of unlimited beds with exponential stays: of those present the share
 * exp(−m h) is still there, and arrivals at a rate a add a (1 − exp(−m h)) ÷ m, where m is departures
 * seen ÷ time of cases in beds seen. The rate is that of the whole time seen; with growth, that of its
 * second half and what it grew since the first, carried on in a straight line from the middle of that
 * half to the middle of the time ahead; never less than none. A straight line, since few cases would
 * make a factor of growth wild.
 *
 * Source: Eick, Massey and Whitt (1993), "The physics of the Mt/G/∞ queue", Operations Research
 * 41(4), 731–742 (mean of such a system); growth as stated here.
 *
 * @param seen What was seen.
 * @param outlook How far back and ahead.
 * @returns Cases [patients], not rounded.
 *
 * @example One a day, then two and a half a day, then four a day: eight in the next two days
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { forecastCensus } from "./mod.ts";
 *
 * const seen = { census: 7, arrivals: [2, 5], departures: 0, patientTime: 14400 } as const;
 * const outlook = { look: 4 * 1440, horizon: 2 * 1440, growth: true };
 * assertEquals(forecastCensus(seen, outlook), 7 + 2 * 4);
 * ```
 */
export function forecastCensus(
  { census, arrivals: [first, second], departures, patientTime }: SeenDemand,
  { look, horizon, growth }: Outlook,
): number {
  const half = look / 2;
  const halvesAhead = (horizon + half) / look;
  const trend = Math.max(0, second + (second - first) * halvesAhead) / half;
  const rate = growth ? trend : (first + second) / look;
  const leaving = patientTime > 0 ? departures / patientTime : 0;
  const gone = -Math.expm1(-leaving * horizon);
  return census * (1 - gone) + rate * (leaving > 0 ? gone / leaving : horizon);
}

/** Less than this is no bed: what rounding leaves [beds]. */
const ROUNDING = 1e-9;

/** Bounds of a reserve. */
export interface ReserveBounds {
  /** Least share of the ward's beds [-]. */
  readonly least: number;
  /** Greatest share of the ward's beds [-]. */
  readonly most: number;
}

/**
 * Whole beds that a ward keeps for a number of cases: rounded up, between a least and a greatest
 * share of its beds (rounded down), the greatest first.
 *
 * @param cases Cases to be expected [patients].
 * @param beds Physical beds of the ward [beds].
 * @param bounds Shares.
 * @returns Beds [beds].
 *
 * @example Seven cases and four fifths of eight beds
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { reserveOf } from "./mod.ts";
 *
 * assertEquals([4.2, 7].map((n) => reserveOf(n, 8, { least: 0, most: 0.8 })), [5, 6]);
 * ```
 */
export function reserveOf(cases: number, beds: number, { least, most }: ReserveBounds): number {
  const share = (of: number) => Math.floor(of * beds + ROUNDING);
  return Math.min(share(most), Math.max(share(least), Math.ceil(cases - ROUNDING)));
}
