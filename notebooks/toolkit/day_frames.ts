/** Frames of results by day. */
import { SERIES_CATALOGUE, seriesDefinition } from "gridcare/domain/mod.ts";
import type { BandRow, ResultSet, RowGroups } from "gridcare/experiment/results/mod.ts";
import { type Frame, frameOf } from "./frames.ts";
import { gather, rowsKept } from "./gather.ts";
import { checkNames } from "./names.ts";
import { groupText, isOf, rounded } from "./result_frames.ts";

const LISTED = 8;
const TENTHS = { decimals: 1 };
const THOUSANDTHS = { decimals: 3 };

/** Rows of a series with the groups named. */
function bandsOf(
  results: ResultSet,
  series: string,
  groups: Partial<RowGroups>,
): readonly BandRow[] {
  const held = results.bands.map(({ measure }) => measure);
  checkNames([series], { held, catalogue: SERIES_CATALOGUE }, "series");
  const all = results.bands.filter((row) => row.measure === series);
  const rows = all.filter((row) => isOf(row, groups));
  if (rows.length > 0) return rows;
  const there = [...new Set(all.map((row) => groupText(row) || "the whole network"))];
  const more = there.length > LISTED ? `, and ${there.length - LISTED} more` : "";
  throw new RangeError(
    `Cannot show series "${series}" as the results must hold it for these groups: ` +
      `current groups are ${JSON.stringify(groups)}; it is there for ` +
      `${there.slice(0, LISTED).join(", ")}${more}`,
  );
}

/**
 * A daily or weekly series over all replications.
 *
 * @param results Results of an experiment.
 * @param series Name from the catalogue.
 * @param groups Groups, such as a ward type; the whole network when left out.
 * @returns One row per scenario and date, columns scenario, date, replications, then mean, low, high,
 * p05, p50, p95, all_low and all_high with the unit, e.g. `mean [-]`, uncertainty and grade; quantiles
 * of tails are NaN with fewer than 20 values.
 * @throws {RangeError} When the results do not hold the series, or not for these groups.
 */
export function bandsFrame(
  results: ResultSet,
  series: string,
  groups: Partial<RowGroups> = {},
): Frame {
  const rows = bandsOf(results, series, groups);
  const definition = seriesDefinition(series);
  const unit = rows[0]!.unit;
  return frameOf(rows.map((row) => ({
    scenario: row.scenario,
    date: row.date,
    replications: row.replications,
    [`mean [${unit}]`]: rounded(row.mean, definition),
    [`low [${unit}]`]: rounded(row.meanLow, definition),
    [`high [${unit}]`]: rounded(row.meanHigh, definition),
    [`p05 [${unit}]`]: rounded(row.p05, definition),
    [`p50 [${unit}]`]: rounded(row.p50, definition),
    [`p95 [${unit}]`]: rounded(row.p95, definition),
    [`all_low [${unit}]`]: rounded(row.allLow, definition),
    [`all_high [${unit}]`]: rounded(row.allHigh, definition),
    uncertainty: row.uncertainty,
    grade: row.grade,
  })));
}

/**
 * How probable it is that a series is too high on too many days.
 *
 * @param results Results of an experiment.
 * @returns One row per scenario and event, columns event (e.g. `bed_occupancy icu >= 1 on more than
 * 3 d in all`: together or apart), scenario, hits, replications, probability with low and high,
 * only_here, only_in_baseline, `days_mean [d]`, uncertainty and grade.
 * @throws {RangeError} When the results hold no event.
 */
export function exceedanceFrame(results: ResultSet): Frame {
  return frameOf(results.exceedances.map((row) => {
    const what = [row.measure, groupText(row)].filter((part) => part !== "").join(" ");
    const sign = row.orAt ? ">=" : ">";
    return {
      event: `${what} ${sign} ${row.level} on more than ${row.days} d in all`,
      scenario: row.scenario,
      hits: row.hits,
      replications: row.replications,
      probability: rounded(row.probability, { decimals: 3 }),
      low: rounded(row.low, { decimals: 3 }),
      high: rounded(row.high, { decimals: 3 }),
      only_here: row.onlyHere,
      only_in_baseline: row.onlyInBaseline,
      "days_mean [d]": rounded(row.daysMean, { decimals: 1 }),
      uncertainty: row.uncertainty,
      grade: row.grade,
    };
  }));
}

/**
 * Beds and patients of hospitals and shelters at the midnight that ends a day.
 *
 * @param results Results of an experiment.
 * @param facility Facility; all of them when left out.
 * @returns One row per scenario, date and facility, columns scenario, date, facility, `usable [beds]`
 * (open and staffed), `covid [patients]`, `ordinary [patients]`, all means over the replications, and
 * `occupancy [-]`, which is NaN without usable beds.
 * @throws {RangeError} When the results hold no such row; the nearest facility is named.
 */
export function facilityDaysFrame(results: ResultSet, facility?: string): Frame {
  const rows = gather(rowsKept(results.facilityDays), facility === undefined ? {} : { facility });
  return frameOf(rows.map((row) => ({
    scenario: row.scenario,
    date: row.date,
    facility: row.facility,
    "usable [beds]": rounded(row.usable, TENTHS),
    "covid [patients]": rounded(row.covid, TENTHS),
    "ordinary [patients]": rounded(row.ordinary, TENTHS),
    "occupancy [-]": rounded((row.covid + row.ordinary) / (row.usable || NaN), THOUSANDTHS),
  })));
}
