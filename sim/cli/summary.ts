/** What a run prints at its end: the three questions, scenario by scenario. */
import { measureDefinition } from "../domain/mod.ts";
import type { ComparisonRow, ResultSet } from "../experiment/mod.ts";

/** Measures of the summary: name and groups that pick one row. */
const LINES: readonly { readonly measure: string; readonly group?: string }[] = [
  { measure: "bed_occupancy_mean", group: "general" },
  { measure: "bed_occupancy_peak", group: "icu" },
  { measure: "waiting_peak" },
  { measure: "transfer_delay_mean" },
  { measure: "transfer_within_target" },
  { measure: "deaths" },
  { measure: "deaths_excess" },
  { measure: "recovered_by_day_28_of_bed_needing" },
  { measure: "service_volume_vs_2019", group: "outpatient" },
  { measure: "service_volume_vs_2019", group: "inpatient_elective" },
];

const GROUPS = ["grid", "tier", "facility", "ward", "colour", "rule", "line"] as const;

/** The row of a measure that is grouped by one ward or line, or by nothing. */
function find(
  rows: readonly ComparisonRow[],
  scenario: string,
  measure: string,
  group = "",
): ComparisonRow | undefined {
  return rows.find((r) =>
    r.scenario === scenario && r.measure === measure && GROUPS.map((g) => r[g]).join("") === group
  );
}

/** Four significant digits, whole numbers with separators. */
function number(value: number): string {
  if (Number.isNaN(value)) return "not reached";
  if (Math.abs(value) >= 1000) return Math.round(value).toLocaleString("en");
  return String(Number(value.toPrecision(4)));
}

/** Mean with its interval; without one when a single replication leaves none. */
function withInterval(mean: number, low: number, high: number): string {
  return Number.isNaN(low) ? number(mean) : `${number(mean)} (${number(low)} to ${number(high)})`;
}

/**
 * The lines that a run prints.
 *
 * @param set Results.
 * @param where Where they are and how long they took.
 * @param where.folder Result folder.
 * @param where.seconds Time of the run [s].
 * @returns Lines of text.
 */
export function summaryLines(
  set: ResultSet,
  where: { readonly folder: string; readonly seconds: number },
): string[] {
  const { scenarios, replications, baseline } = set.manifest;
  const lines = LINES.flatMap(({ measure, group }) => {
    const { title, unit } = measureDefinition(measure);
    return [
      `${title.en}${group ? `, ${group}` : ""} [${unit}]`,
      ...scenarios.flatMap(({ name }) => {
        const row = find(set.comparison, name, measure, group);
        if (row === undefined) return [];
        const mean = withInterval(row.mean, row.meanLow, row.meanHigh);
        const difference = withInterval(row.difference, row.differenceLow, row.differenceHigh);
        return [`  ${name}: ${mean}${name === baseline ? "" : `; difference ${difference}`}`];
      }),
    ];
  });
  const few = replications === 1
    ? ["One replication gives no intervals, and a difference may be chance."]
    : replications < 10
    ? [`${replications} replications are few: the intervals rest on little.`]
    : [];
  return [
    ...lines,
    ...few,
    `Done in ${Math.round(where.seconds)} s. Report: ${where.folder}/report.html`,
  ];
}
