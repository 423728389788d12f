/**
 * The tables of the notices: weekly restoration (N35-5) and daily monitoring (BJ-3.18).
 *
 * They are summed up from paths as all other series are: with the same intervals, the same sets of
 * drawn parameters and the same bounds of memory.
 */
import type {
  BandRow,
  Institution,
  MonitoredInstitution,
  MonitoringRow,
  NoticeEstimate,
  RestorationRow,
  Restored,
  SeriesPath,
} from "../results/mod.ts";
import { bandsOf } from "./bands.ts";
import type { BandOptions } from "./bands.ts";
import { PATH } from "./notice_paths.ts";
import { FULL } from "./restoration.ts";

/** Monday of the first week that the notice wanted reported: the report was due on 30 March 2020. */
const FIRST_REPORTED = "2020-03-23";

const estimateOf = (
  { replications, mean, meanLow, meanHigh, p05, p50, p95, uncertainty, grade }: BandRow,
): NoticeEstimate => ({
  replications,
  mean,
  meanLow,
  meanHigh,
  p05,
  p50,
  p95,
  uncertainty,
  grade,
});

/** Rows of one scenario, institution and quantity, with what the notice asks for. */
function restorationCell(bands: readonly BandRow[]): RestorationRow[] {
  if (bands.every(({ replications }) => replications === 0)) return [];
  let full = bands.length;
  while (full > 0 && bands[full - 1].mean >= 100 * FULL) full--;
  const first = Math.max(0, bands.findIndex(({ date }) => date === FIRST_REPORTED));
  return bands.map((row, week) => ({
    scenario: row.scenario,
    week: row.date,
    institution: row.tier as Institution,
    quantity: row.line as Restored,
    unit: row.unit,
    ...estimateOf(row),
    reported: week >= first && week <= Math.max(first, full),
    full: week >= full,
  }));
}

const keyOf = ({ scenario, tier, line }: BandRow): string => `${scenario}\t${tier}\t${line}`;

/**
 * The weekly table of N35-5: service volume as % of 2019 by kind of institution.
 *
 * Holds every whole week, from Monday. `full` is true from the week on from which the mean stays at
 * 95 % or more. `reported` marks the weeks that the notice asks for: from that of 23 March 2020, or the
 * first whole week where a run does not hold that one, to the first that is full, after which nothing
 * is reported any more. Institutions without the service in 2019 have no rows.
 *
 * Source: notice of the State Council's joint mechanism, 2020, No. 35, part 5.
 *
 * @param paths Paths of {@link restorationPaths} of all scenarios and replications.
 * @param options How they are summed up.
 * @returns Rows by scenario, institution, quantity and week.
 *
 * @example Half of 2019 for one week
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { restorationPaths, restorationRows } from "./mod.ts";
 *
 * const window = { start: "2020-03-23", days: 7, runOnDays: 0, warmUpDays: 0 };
 * const [volume, reference] = [2, 4].map((n) => new Float64Array(75 + 7 + 84).fill(n));
 * const input = { scenario: "plan", replication: 0, volume, reference, operations: false };
 * const [row] = restorationRows(restorationPaths(window, input));
 * assertEquals([row.mean, row.reported, row.full], [50, true, false]);
 * ```
 */
export function restorationRows(
  paths: Iterable<SeriesPath>,
  options: BandOptions = {},
): RestorationRow[] {
  const cells = Map.groupBy(bandsOf(paths, options), keyOf);
  return [...cells.values()].flatMap(restorationCell);
}

/**
 * The daily table of BJ-3.18, beside the same days of 2019.
 *
 * Source: notice of Beijing's leading group, medical support, of 20 March 2020, item 18.
 *
 * @param paths Paths of {@link monitoringPaths} of all scenarios and replications.
 * @param options How they are summed up.
 * @returns Rows by scenario, institution, quantity and day.
 *
 * @example A day beside that of 2019
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { monitoringPaths, monitoringRows } from "./mod.ts";
 *
 * const window = { start: "2020-03-23", days: 7, runOnDays: 0, warmUpDays: 0 };
 * const [volume, reference] = [2, 4].map((n) => new Float64Array(75 + 7 + 84).fill(n));
 * const input = { scenario: "plan", replication: 0, volume, reference, operations: false };
 * const [row] = monitoringRows(monitoringPaths(window, input));
 * assertEquals([row.quantity, row.mean, row.reference], ["visits", 4, 8]);
 * ```
 */
export function monitoringRows(
  paths: Iterable<SeriesPath>,
  options: BandOptions = {},
): MonitoringRow[] {
  const bands = Map.groupBy(bandsOf(paths, options), ({ measure }) => measure);
  const dayOf = (row: BandRow) => `${keyOf(row)}\t${row.date}`;
  const references = new Map(
    bands.get(PATH.reference)?.map((row) => [dayOf(row), row.mean] as const),
  );
  return (bands.get(PATH.monitoring) ?? []).map((row) => ({
    scenario: row.scenario,
    date: row.date,
    institution: row.tier as MonitoredInstitution,
    quantity: row.line,
    unit: row.unit,
    ...estimateOf(row),
    reference: references.get(dayOf(row)) ?? NaN,
  }));
}
