/** What a run prints at its end: the three questions, scenario by scenario. */
import { measureDefinition } from "../domain/mod.ts";
import type { ComparisonRow, Manifest, ResultSet } from "../experiment/mod.ts";

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
  const large = Math.abs(value) >= 1000;
  return large ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(4)));
}

/** A value with its range; without one when there are too few replications for it. */
function withRange(value: number, low: number, high: number): string {
  return Number.isNaN(low) ? number(value) : `${number(value)} (${number(low)} to ${number(high)})`;
}

/** A measure of a scenario: by the kind of uncertainty that its rows hold. */
function valueOf(row: ComparisonRow, made: number): string {
  const of = row.reached < made ? `, reached in ${row.reached} of ${made} replications` : "";
  if (row.uncertainty === "parameters") return withRange(row.p50, row.p05, row.p95) + of;
  return of === ""
    ? withRange(row.mean, row.meanLow, row.meanHigh)
    : `median ${number(row.p50)}${of}`;
}

function differenceOf({ uncertainty, difference, ...row }: ComparisonRow): string {
  const drawn = uncertainty === "parameters";
  const [low, high] = drawn
    ? [row.differenceP05, row.differenceP95]
    : [row.differenceLow, row.differenceHigh];
  return withRange(difference, low, high);
}

/** What the ranges in brackets are. */
function legendOf({ uncertainty, precision, recommended, replications }: Manifest): string[] {
  const kind = uncertainty === "parameters"
    ? "In brackets: 5 to 95 % of draws, parameter uncertainty and chance together; before them medians, and means of differences."
    : "In brackets: 95 % intervals of means, replication error alone; the uncertainty of the inputs is not in them.";
  if (precision === null) return [kind];
  return [
    kind,
    recommended === null
      ? `The precision asked for was NOT reached within ${replications} replications.`
      : `The precision asked for was reached with ${recommended} replications; ${replications} were made.`,
  ];
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
        const against = name === baseline ? "" : `; difference ${differenceOf(row)}`;
        return [`  ${name}: ${valueOf(row, replications)}${against}`];
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
    ...legendOf(set.manifest),
    ...few,
    `Done in ${Math.round(where.seconds)} s. Report: ${where.folder}/report.html`,
  ];
}
