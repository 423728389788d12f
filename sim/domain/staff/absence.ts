/**
 * Staff absent because the wave infects them too: expected numbers, no person behind them.
 *
 * Staff are infected in proportion to the residents they live among, stay at work until the
 * infection is found, and come back when their absence is over. Being an expectation it is the same
 * in every replication, and costs one pass over the days.
 */

/** Steps of infection within a day in the convolution [1/d]. */
const STEPS = 4;

/** What turns infections of residents into absences of staff. */
export interface AbsenceLaw {
  /** Share of residents infected from the first day to a time [d] -> [-]. */
  readonly attack: (day: number) => number;
  /** Attack among staff ÷ attack among residents [-]. */
  readonly factor: number;
  /** Infection to staying away [d]. */
  readonly delay: number;
  /** P(an absence lasts longer than a time [d]) -> [-]. */
  readonly lasts: (days: number) => number;
}

/**
 * Share of staff absent at the beginning of a day.
 *
 * The convolution of their expected incidence with the absences it leads to. Infections are taken
 * in quarters of a day, each at its middle for the length of the absence, so that a constant length
 * of whole quarters of a day is exact. Only infections up to the day are asked for.
 *
 * @param law Attack, factor, delay, length of an absence.
 * @param day Day [d], whole, 0 or more.
 * @returns Share absent at 00:00 of the day [-], at most 1.
 *
 * @example A third infected on day 0 is away on day 2, after two days at work
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { absentOn } from "./mod.ts";
 *
 * const attack = (day: number) => Math.min(1, Math.max(0, day)) / 3;
 * const lasts = (days: number) => days < 5 ? 1 : 0;
 * assertAlmostEquals(absentOn({ attack, factor: 1, delay: 1, lasts }, 2), 1 / 3);
 * ```
 */
export function absentOn({ attack, factor, delay, lasts }: AbsenceLaw, day: number): number {
  let absent = 0;
  for (let i = 0; i < day * STEPS; i++) {
    const since = day - (i + 0.5) / STEPS - delay;
    if (since < 0) break;
    const infected = factor * (attack((i + 1) / STEPS) - attack(i / STEPS));
    absent += infected * lasts(since);
  }
  return Math.min(1, absent);
}

/**
 * Share of staff absent at the beginning of each day.
 *
 * See {@link absentOn}.
 *
 * @param law Attack, factor, delay, length of an absence.
 * @param days Days [d], whole.
 * @returns Share absent at 00:00 of each day [-], from day 0.
 * @throws {RangeError} When more than all staff would be infected.
 *
 * @example Everybody infected on day 0 is away from day 2 to day 7
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { absentByDay } from "./mod.ts";
 *
 * const absent = absentByDay({
 *   attack: (day) => Math.min(0.5, Math.max(0, day)),
 *   factor: 1,
 *   delay: 2,
 *   lasts: (days) => days < 5 ? 1 : 0,
 * }, 9);
 * assertEquals([...absent], [0, 0, 0, 0.5, 0.5, 0.5, 0.5, 0.5, 0]);
 * ```
 */
export function absentByDay(law: AbsenceLaw, days: number): Float64Array {
  const infected = law.factor * law.attack(days);
  if (!(infected >= 0 && infected <= 1 + 1e-9)) {
    throw new RangeError(
      `Cannot make staff ill as at most all of them can be infected: current share is ${infected}`,
    );
  }
  return Float64Array.from({ length: days }, (_, day) => absentOn(law, day));
}
