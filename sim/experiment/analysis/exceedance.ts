/** How probable it is that too many days lie above a level. */
import { proportionInterval, Tally } from "../../engine/mod.ts";
import {
  cellKey,
  type ExceedanceRow,
  type ExceedanceSpec,
  NO_GROUPS,
  type RowGroups,
  type SeriesPath,
  type Uncertainty,
} from "../results/mod.ts";
import { checkPerSet } from "./_sets.ts";
import { checkExceedance, formatExceedance } from "./exceedance_text.ts";

/** How events are counted. */
export interface ExceedanceOptions {
  /** Name of the baseline. */
  readonly baseline: string;
  /** Probability that an interval holds [-]; default 0.95. */
  readonly level?: number;
  /** What the spread of replications holds; default `replication`. */
  readonly uncertainty?: Uncertainty;
  /** Weakest grade by scenario; empty where it is not named. */
  readonly grades?: Readonly<Record<string, string>>;
  /** Replications that share one set of drawn parameters [-]; default 1. */
  readonly replicationsPerSet?: number;
}

/** Days of one event in one scenario, by replication; a hole where there is no path. */
interface Counted {
  readonly spec: ExceedanceSpec;
  readonly series: RowGroups & { readonly measure: string };
  readonly scenarios: Map<string, number[]>;
  unit: string;
}

/** Days above the level [d]; a day without a value (NaN) is not above it. */
function daysAbove(values: Float64Array, { level, orAt }: ExceedanceSpec): number {
  let days = 0;
  for (const value of values) if (orAt ? value >= level : value > level) days++;
  return days;
}

/** Goes through the paths once; gives the scenarios in the order in which they come. */
function countDays(paths: Iterable<SeriesPath>, counted: readonly Counted[]): Set<string> {
  const wanted = Map.groupBy(counted, ({ series }) => cellKey(series));
  const names = new Set<string>();
  for (const path of paths) {
    names.add(path.scenario);
    for (const one of wanted.get(cellKey(path)) ?? []) {
      one.unit = path.unit;
      let days = one.scenarios.get(path.scenario);
      if (days === undefined) one.scenarios.set(path.scenario, days = []);
      days[path.replication] = daysAbove(path.values, one.spec);
    }
  }
  return names;
}

function rowOf(
  { spec, series, unit, scenarios }: Counted,
  scenario: string,
  options: Required<ExceedanceOptions>,
): ExceedanceRow {
  const { baseline, level, uncertainty, grades } = options;
  const days = scenarios.get(scenario)!;
  const there = scenarios.get(baseline) ?? [];
  const tally = new Tally();
  let [hits, onlyHere, onlyInBaseline] = [0, 0, 0];
  days.forEach((count, replication) => {
    tally.add(count);
    const hit = count > spec.days;
    if (hit) hits++;
    if (there[replication] === undefined) return;
    const other = there[replication] > spec.days;
    if (hit && !other) onlyHere++;
    if (other && !hit) onlyInBaseline++;
  });
  const { share, ...bounds } = proportionInterval(hits, tally.count, { level, method: "exact" });
  const { low, high } = options.replicationsPerSet === 1 ? bounds : { low: NaN, high: NaN };
  return {
    scenario,
    baseline,
    ...series,
    unit,
    level: spec.level,
    orAt: spec.orAt,
    days: spec.days,
    replications: tally.count,
    hits,
    probability: share,
    low,
    high,
    onlyHere,
    onlyInBaseline,
    daysMean: tally.mean,
    uncertainty,
    grade: grades[scenario] ?? "",
  };
}

/**
 * Probability of each event in each scenario, as the share of replications in which it happens.
 *
 * The interval is the exact one of Clopper and Pearson: it holds its level for every probability,
 * also for rare events, of which Wilson's can fall short. Its replications are independent trials;
 * with several replications per set of drawn parameters they are not, it would be too narrow, and
 * `low` and `high` are NaN: one replication per set gives an interval. Replications are paired with the
 * baseline's by index: `onlyHere` and `onlyInBaseline` count those in which the event happens on one
 * side only. Days are counted in all, together or apart, not in a row; a day without a value is not
 * above any level.
 *
 * Source: Clopper and Pearson (1934), "The use of confidence or fiducial limits illustrated in the
 * case of the binomial", Biometrika 26(4), 404–413.
 *
 * @param paths Daily series of all scenarios and replications; gone through once.
 * @param specs Events.
 * @param options Baseline, level, what the spread holds, grades, replications per set.
 * @returns One row per scenario, in the order in which they come, and event; none where a scenario
 * does not have the series.
 * @throws {RangeError} When an event cannot be counted, no scenario has its series, the baseline has
 * no path, or the number per set is no whole number from 1.
 *
 * @example One of two replications
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { exceedancesOf, parseExceedance } from "./mod.ts";
 *
 * const groups = { grid: "", tier: "", facility: "", ward: "", colour: "", rule: "", line: "" };
 * const paths = [[4, 9], [8, 9]].map((values, replication) => ({
 *   scenario: "plan", replication, measure: "waiting", unit: "patients", ...groups,
 *   dates: ["2022-12-01", "2022-12-02"], values: Float64Array.from(values),
 * }));
 * const event = parseExceedance("waiting > 5 for more than 1 d");
 * const [row] = exceedancesOf(paths, [event], { baseline: "plan" });
 * assertEquals([row.hits, row.probability, row.daysMean], [1, 0.5, 1.5]);
 * ```
 */
export function exceedancesOf(
  paths: Iterable<SeriesPath>,
  specs: readonly ExceedanceSpec[],
  options: ExceedanceOptions,
): ExceedanceRow[] {
  const { baseline, replicationsPerSet = 1 } = options;
  checkPerSet(replicationsPerSet);
  specs.forEach(checkExceedance);
  const counted = specs.map((spec): Counted => ({
    spec,
    series: { measure: spec.measure, ...NO_GROUPS, ...spec.groups },
    scenarios: new Map(),
    unit: "",
  }));
  const names = countDays(paths, counted);
  if (!names.has(baseline)) {
    throw new RangeError(
      `Cannot compare events as the baseline must be one of the scenarios: baseline is ` +
        `"${baseline}", scenarios are ${[...names].join(", ")}`,
    );
  }
  const lost = counted.filter(({ scenarios }) => scenarios.size === 0);
  if (lost.length > 0) {
    throw new RangeError(
      `Cannot count days as a scenario must have the series of each event: none has that of ` +
        lost.map(({ spec }) => `"${formatExceedance(spec)}"`).join(", "),
    );
  }
  const { level = 0.95, uncertainty = "replication", grades = {} } = options;
  const settled = { baseline, level, uncertainty, grades, replicationsPerSet };
  return [...names].flatMap((scenario) =>
    counted.filter(({ scenarios }) => scenarios.has(scenario))
      .map((one) => rowOf(one, scenario, settled))
  );
}
