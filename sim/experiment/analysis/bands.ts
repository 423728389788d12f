/** Series over all replications: mean, quantiles of each date, band of whole paths. */
import { sortedQuantile, Tally, tInterval } from "../../engine/mod.ts";
import { type BandRow, cellKey, type SeriesPath, type Uncertainty } from "../results/mod.ts";
import { FEWEST_FOR_TAILS } from "./_compare_cell.ts";
import { envelopeOf } from "./_envelope.ts";
import { cellsInPasses, VALUES_AT_ONCE } from "./_passes.ts";
import { checkPerSet } from "./_sets.ts";

/** Share of whole paths that the simultaneous band holds, at least [-]. */
const SHARE = 0.9;

/** How series are summed up. */
export interface BandOptions {
  /** Probability that the interval of a date's mean holds [-]; default 0.95. */
  readonly level?: number;
  /** Replications that share one set of drawn parameters [-]; default 1. */
  readonly replicationsPerSet?: number;
  /** What the spread of replications holds; default `replication`. */
  readonly uncertainty?: Uncertainty;
  /** Weakest grade by scenario; empty where it is not named. */
  readonly grades?: Readonly<Record<string, string>>;
  /** Values that may stand in memory at once [values]; default 4 million. Results do not depend on it. */
  readonly valuesAtOnce?: number;
}

function addPath(paths: SeriesPath[], path: SeriesPath): number {
  const [first] = paths;
  const { dates, values } = path;
  const same = values.length === dates.length &&
    (first === undefined ||
      (dates.length === first.dates.length && dates.every((date, i) => date === first.dates[i])));
  if (!same) {
    throw new RangeError(
      `Cannot sum up series "${path.measure}" of scenario "${path.scenario}" as every path must ` +
        `have one value for each of the same dates: replication ${path.replication} has ` +
        `${values.length} values on ${dates.length} dates from ${dates[0]}` +
        (first === undefined ? "" : `, the first ${first.dates.length} from ${first.dates[0]}`),
    );
  }
  paths.push(path);
  return values.length;
}

/** The values of each path; with several replications per set, the means of each set. */
function spreadOf(paths: readonly SeriesPath[], perSet: number): Float64Array[] {
  if (perSet === 1) return paths.map(({ values }) => values);
  const sets = Map.groupBy(paths, ({ replication }) => Math.floor(replication / perSet));
  return Array.from(sets.values(), (set) =>
    Float64Array.from(set[0].values, (_, date) => {
      const tally = new Tally();
      for (const { values } of set) if (!Number.isNaN(values[date])) tally.add(values[date]);
      return tally.mean;
    }));
}

function rowsOf(
  paths: readonly SeriesPath[],
  { level, replicationsPerSet, uncertainty, grades }: Required<Omit<BandOptions, "valuesAtOnce">>,
): BandRow[] {
  const [first] = paths;
  const { replication: _, dates, values: __, ...series } = first;
  const spread = spreadOf(paths, replicationsPerSet);
  const sorted = dates.map((_, date) =>
    Float64Array.from(spread.map((values) => values[date]).filter((x) => !Number.isNaN(x))).sort()
  );
  const { low, high } = envelopeOf(spread, sorted, SHARE);
  return dates.map((date, i) => {
    const mean = tInterval(sorted[i], level);
    const tail = (p: number) =>
      sorted[i].length < FEWEST_FOR_TAILS ? NaN : sortedQuantile(sorted[i], p);
    return {
      ...series,
      date,
      replications: paths.filter(({ values }) => !Number.isNaN(values[i])).length,
      mean: mean.mean,
      meanLow: mean.low,
      meanHigh: mean.high,
      p05: tail(0.05),
      p50: sortedQuantile(sorted[i], 0.5),
      p95: tail(0.95),
      allLow: low[i],
      allHigh: high[i],
      uncertainty,
      grade: grades[series.scenario] ?? "",
    };
  });
}

/**
 * Sums up every series of every scenario date by date.
 *
 * A date on which a replication has no value (NaN: no cases that day) is summed up over the others,
 * and `replications` says over how many; unlike a measure of a whole run it is a value that does not
 * exist, not one that was not reached. `p05` and `p95` need 20 values. `allLow` to `allHigh` needs 20
 * paths, and on its date 20 values; at least 90 % of paths lie inside it on all such dates on which
 * they have a value. With several replications per set of drawn parameters, quantiles and bands are of
 * the means of sets, each set one path, since single replications mix chance in: 20 sets are needed
 * then. `replications` counts replications in either case.
 *
 * Source: band of whole paths by Besag, Green, Higdon and Mengersen (1995), "Bayesian computation and
 * stochastic systems", Statistical Science 10(1), 3–66; quantiles of type 7 of Hyndman
 * and Fan (1996), "Sample quantiles in statistical packages", The American Statistician 50(4), 361–365.
 *
 * @param paths Series of all scenarios and replications; gone through more than once when there are
 * more values than stand in memory at once.
 * @param options Level, replications per set, what the spread holds, grades, memory.
 * @returns One row per scenario, series, groups and date, in the order in which they first come.
 * @throws {RangeError} When paths of one series have other dates, or the level or the number per set
 * lies outside its domain.
 * @throws {TypeError} When paths that must be gone through again cannot be.
 *
 * @example Two replications of one day
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { bandsOf } from "./mod.ts";
 *
 * const groups = { grid: "", tier: "", facility: "", ward: "", colour: "", rule: "", line: "" };
 * const paths = [4, 8].map((value, replication) => ({
 *   scenario: "plan", replication, measure: "waiting", unit: "patients", ...groups,
 *   dates: ["2022-12-01"], values: Float64Array.of(value),
 * }));
 * const [day] = bandsOf(paths);
 * assertEquals([day.mean, day.p50, day.p05], [6, 6, NaN]);
 * ```
 */
export function bandsOf(paths: Iterable<SeriesPath>, options: BandOptions = {}): BandRow[] {
  const { level = 0.95, replicationsPerSet = 1, uncertainty = "replication", grades = {} } =
    options;
  checkPerSet(replicationsPerSet);
  const settled = { level, replicationsPerSet, uncertainty, grades };
  const cells = cellsInPasses<SeriesPath, SeriesPath[]>(paths, {
    keyOf: (path) => `${path.scenario}\t${cellKey(path)}`,
    empty: () => [],
    add: addPath,
    most: options.valuesAtOnce ?? VALUES_AT_ONCE,
  });
  const rows: BandRow[] = [];
  for (const cell of cells) for (const row of rowsOf(cell, settled)) rows.push(row);
  return rows;
}
