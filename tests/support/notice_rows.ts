/** The tables of the notices of synthetic results: smooth curves with a little scatter. */
import { monitoringRows, restorationRows } from "../../sim/experiment/analysis/mod.ts";
import {
  INSTITUTIONS,
  MONITORED_INSTITUTIONS,
  type MonitoringRow,
  NO_GROUPS,
  type RestorationRow,
  RESTORED,
  type SeriesPath,
  type Uncertainty,
} from "../../sim/experiment/results/mod.ts";

/** What the synthetic tables are made of. */
export interface NoticeSpec {
  /** Scenarios by name, with the share of services that they leave open [-]. */
  readonly scenarios: readonly { readonly name: string; readonly open: number }[];
  /** Days, ISO dates, from the first. */
  readonly dates: readonly string[];
  /** Replications [-]. */
  readonly replications: number;
  /** What the spread holds. */
  readonly uncertainty: Uncertainty;
}

const dip = (day: number, scenario: number, replication: number): number =>
  1 - 0.3 / Math.cosh((day - 54) / 16) ** 2 +
  0.01 * Math.sin(3 * day + 5 * scenario + 7 * replication);

/** Both tables, numbers at ten significant digits as in files. */
export function noticesOf(
  { scenarios, dates, replications, uncertainty }: NoticeSpec,
): { restoration: RestorationRow[]; monitoring: MonitoringRow[] } {
  const mondays = dates.filter((date) => new Date(date).getUTCDay() === 1);
  const grades = Object.fromEntries(scenarios.map(({ name }) => [name, "assumed"]));
  const each = (make: (s: number, replication: number) => SeriesPath[]): SeriesPath[] =>
    scenarios.flatMap((_, s) => Array.from({ length: replications }, (_, r) => make(s, r)).flat());
  const weekly = each((s, replication) =>
    INSTITUTIONS.flatMap((tier) =>
      RESTORED.map((line) => ({
        ...NO_GROUPS,
        ...{ scenario: scenarios[s].name, replication, measure: "restoration", unit: "%" },
        ...{ tier, line, dates: mondays },
        values: Float64Array.from(
          mondays,
          (date) => 100 * scenarios[s].open * dip(dates.indexOf(date), s, replication),
        ),
      }))
    )
  );
  const daily = each((s, replication) =>
    MONITORED_INSTITUTIONS.flatMap((tier) =>
      ["monitoring", "reference"].flatMap((measure) =>
        ["visits", "admissions", "inpatients", "operations"].map((line, figure) => ({
          ...NO_GROUPS,
          ...{ scenario: scenarios[s].name, replication, measure, unit: "visits/d" },
          ...{ tier, line, dates },
          values: Float64Array.from(dates, (_, day) =>
            1000 / (figure + 1) *
            (measure === "reference" ? 1 : scenarios[s].open * dip(day, s, replication))),
        }))
      )
    )
  );
  return {
    restoration: atTenDigits(restorationRows(weekly, { uncertainty, grades })),
    monitoring: atTenDigits(monitoringRows(daily, { uncertainty, grades })),
  };
}

function atTenDigits<Row extends object>(rows: readonly Row[]): Row[] {
  return rows.map((row) =>
    Object.fromEntries(
      Object.entries(row).map(([key, value]) => [
        key,
        typeof value === "number" ? Number(value.toPrecision(10)) : value,
      ]),
    ) as Row
  );
}
