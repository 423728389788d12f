/**
 * Whether ordinary care has settled when the window begins.
 *
 * Looked at is the daily census of ordinary patients in the reference runs (no epidemic, everything
 * open), which has no reason to move but the start itself and the week.
 */
import { Tally, warmUpOf, welchMeans } from "../../engine/mod.ts";
import type { SeriesPoint } from "../../network/mod.ts";
import type { StartCheck, StartRow } from "../results/mod.ts";

/** Days in a week [d]. */
const WEEK = 7;
/** Days on either side of the centred mean of a week [d]. */
const SIDE = 3;
/** Days that give each weekday a centred mean [d]. */
const FEWEST = WEEK + 2 * SIDE;
/** Days that the search for a cut takes [d]: two batches of five, and five more that must be left. */
const FEWEST_FOR_CUT = 35;

/** How the census of reference runs is read. */
export interface StartOptions {
  /** Name of the scenario. */
  readonly scenario: string;
  /** Warm-up before the window [d]; the first value of a run is day −warmUpDays. */
  readonly warmUpDays: number;
  /** Days on either side of Welch's moving average [d]; default 7. */
  readonly window?: number;
}

/** What the check says of a start beside its cuts. */
export type StartCheckOptions = Pick<StartCheck, "kind" | "warmUpDays">;

/** Census of a ward type, mean over runs. */
interface WardCensus {
  readonly ward: string;
  readonly census: Float64Array;
  readonly level: Float64Array;
}

/** By how much each day of the week, counted from the first day, lies above its own week [patients]. */
function weekProfile(census: Float64Array): number[] {
  const tallies = Array.from({ length: WEEK }, () => new Tally());
  for (let day = SIDE; day < census.length - SIDE; day++) {
    let sum = 0;
    for (let near = day - SIDE; near <= day + SIDE; near++) sum += census[near];
    tallies[day % WEEK].add(census[day] - sum / WEEK);
  }
  const mean = tallies.reduce((sum, tally) => sum + tally.mean, 0) / WEEK;
  return tallies.map((tally) => tally.mean - mean);
}

/** Census of a ward type, summed up run by run. */
class Sums {
  readonly sums: Float64Array;
  readonly lengths = new Set<number>();
  runs = 0;

  constructor(days: number) {
    this.sums = new Float64Array(days);
  }

  add(values: Float64Array): void {
    this.runs++;
    this.lengths.add(values.length);
    for (let day = 0; day < this.sums.length; day++) this.sums[day] += values[day];
  }
}

/** Goes through the runs once, and keeps sums alone. */
function censusOf(runs: Iterable<readonly SeriesPoint[]>): WardCensus[] {
  const wards = new Map<string, Sums>();
  let count = 0;
  for (const points of runs) {
    count++;
    for (const { measure, ward = "", line, values } of points) {
      if (measure !== "census" || line !== "ordinary") continue;
      let sums = wards.get(ward);
      if (sums === undefined) wards.set(ward, sums = new Sums(values.length));
      sums.add(values);
    }
  }
  return [...wards].map(([ward, { sums, lengths, runs }]) => {
    if (lengths.size > 1 || runs !== count) {
      throw new RangeError(
        `Cannot average the start of runs as each must have the same days of ward type "${ward}": ` +
          `current numbers are ${runs} of ${count} runs, ${[...lengths].join(" and ")} days`,
      );
    }
    const census = sums.map((sum) => sum / count);
    const profile = census.length < FEWEST ? [] : weekProfile(census);
    return {
      ward,
      census,
      level: census.map((value, day) => value - (profile[day % WEEK] ?? NaN)),
    };
  });
}

/**
 * The ordinary census by ward type and day, mean over reference runs, without the week's profile, and
 * smoothed.
 *
 * The profile is that of an additive decomposition: each day's census less the mean of the seven days
 * around it, averaged by weekday, with mean 0 over the week; a steady rise or fall leaves it as it is.
 * It takes 13 days; with fewer, `level` is NaN. Near the first day Welch's average is over as many days
 * before as after; on the last `window` days it is NaN.
 *
 * Source: Brockwell and Davis (2016), "Introduction to Time Series and Forecasting", third edition,
 * section 1.5.2 (seasonal component by moving averages); Welch (1983), "The statistical analysis of
 * simulation results", in: Lavenberg (ed.), "Computer Performance Modeling Handbook", 268–328.
 *
 * @param runs Series at the start of each reference run, one list per replication; only `census` of
 * line `ordinary` is read. Gone through once; sums are kept, not runs.
 * @param options Scenario, warm-up, reach of the moving average.
 * @returns One row per ward type and day, from the first day of the warm-up on.
 * @throws {RangeError} When runs differ in their days or ward types, or the window is no whole number
 * from 0.
 *
 * @example A week with quiet weekends
 * ```ts
 * import { assertAlmostEquals, assertEquals } from "@std/assert";
 * import { startRowsOf } from "./mod.ts";
 *
 * const values = Float64Array.from({ length: 28 }, (_, day) => day % 7 < 5 ? 107 : 93);
 * const points = [{ measure: "census", unit: "patients", ward: "icu", line: "ordinary", values }];
 * const rows = startRowsOf([points], { scenario: "plan", warmUpDays: 14 });
 * assertEquals([rows[0].day, rows[0].census], [-14, 107]);
 * assertAlmostEquals(rows[0].level, 103, 1e-9);
 * ```
 */
export function startRowsOf(
  runs: Iterable<readonly SeriesPoint[]>,
  { scenario, warmUpDays, window = WEEK }: StartOptions,
): StartRow[] {
  return censusOf(runs).flatMap(({ ward, census, level }) => {
    const smooth = welchMeans([level], window);
    return Array.from(census, (value, i): StartRow => ({
      scenario,
      ward,
      day: i - warmUpDays,
      census: value,
      level: level[i],
      movingAverage: smooth[i] ?? NaN,
    }));
  });
}

/**
 * The check of the start: where MSER-5 would cut the ordinary census of each ward type.
 *
 * The statistic is of the mean over runs without the week's profile, in batches of five days, over
 * warm-up and window together. A cut of at most `warmUpDays` says that what is left of the start is
 * dropped with the warm-up. NaN: the cut lies in the second half, so that no settled end is found, or
 * there are fewer than 35 days to look at.
 *
 * Source: White (1997), "An effective truncation heuristic for bias reduction in simulation output",
 * Simulation 69(6), 323–334; week's profile as in {@link startRowsOf}.
 *
 * @param runs Series at the start of each reference run, one list per replication. Gone through once;
 * sums are kept, not runs.
 * @param options `kind`: how runs start; `warmUpDays`: warm-up before the window [d].
 * @returns Start, cuts, and `days`, which is the fewest of a ward type when they differ; 0 without runs.
 * @throws {RangeError} When runs differ in their days or ward types.
 *
 * @example Ten days above what holds later
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { startCheckOf } from "./mod.ts";
 *
 * const values = Float64Array.from({ length: 100 }, (_, day) => day < 10 ? 150 : 100 + day % 2);
 * const points = [{ measure: "census", unit: "patients", ward: "icu", line: "ordinary", values }];
 * const check = startCheckOf([points], { kind: "equilibrium", warmUpDays: 28 });
 * assertEquals([check.mser5Days, check.days], [{ icu: 10 }, 100]);
 * ```
 */
export function startCheckOf(
  runs: Iterable<readonly SeriesPoint[]>,
  { kind, warmUpDays }: StartCheckOptions,
): StartCheck {
  const wards = censusOf(runs);
  const cutOf = (level: Float64Array): number => {
    if (level.length < FEWEST_FOR_CUT) return NaN;
    const { cut, reliable } = warmUpOf(level);
    return reliable ? cut : NaN;
  };
  return {
    kind,
    warmUpDays,
    mser5Days: Object.fromEntries(wards.map(({ ward, level }) => [ward, cutOf(level)])),
    days: wards.length === 0 ? 0 : Math.min(...wards.map(({ level }) => level.length)),
  };
}
