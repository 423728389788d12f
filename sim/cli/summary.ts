/** What a run prints at its end: the three questions, scenario by scenario. */
import { measureDefinition } from "../domain/mod.ts";
import type { ComparisonRow, Manifest, ResultSet } from "../experiment/mod.ts";

/** A measure of the summary: name, group that picks one row, and why it may have no value. */
interface Line {
  readonly measure: string;
  readonly group?: string;
  readonly nobody?: string;
}

/** Measures of the summary. */
const LINES: readonly Line[] = [
  { measure: "bed_occupancy_mean", group: "general" },
  { measure: "bed_occupancy_peak", group: "icu" },
  { measure: "waiting_peak" },
  { measure: "transfer_delay_mean", nobody: "nobody was to be moved" },
  { measure: "transfer_within_target", nobody: "nobody was to be moved" },
  { measure: "deaths" },
  { measure: "deaths_excess" },
  { measure: "recovered_by_day_28_of_bed_needing", nobody: "nobody needed a bed" },
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
  if (Number.isNaN(value)) return "none";
  const large = Math.abs(value) >= 1000;
  return large ? Math.round(value).toLocaleString("en") : String(Number(value.toPrecision(4)));
}

/** A value with its range; without one when there are too few replications for it. */
function withRange(value: number, low: number, high: number): string {
  return Number.isNaN(low) ? number(value) : `${number(value)} (${number(low)} to ${number(high)})`;
}

/** That there is no value, and why, where that is known. */
const noValue = ({ nobody = "" }: Line): string =>
  nobody === "" ? "no value" : `no value: ${nobody}`;

/** A measure of a scenario: by the kind of uncertainty that its rows hold. */
function valueOf(row: ComparisonRow, made: number): string {
  const of = row.reached < made ? `, reached in ${row.reached} of ${made} replications` : "";
  if (row.uncertainty === "parameters") return withRange(row.p50, row.p05, row.p95) + of;
  return of === ""
    ? withRange(row.mean, row.meanLow, row.meanHigh)
    : `median ${number(row.p50)}${of}`;
}

/** The difference from the baseline; empty without one. */
function differenceOf({ uncertainty, difference, ...row }: ComparisonRow): string {
  if (Number.isNaN(difference)) return "";
  const drawn = uncertainty === "parameters";
  const [low, high] = drawn
    ? [row.differenceP05, row.differenceP95]
    : [row.differenceLow, row.differenceHigh];
  return `; difference ${withRange(difference, low, high)}`;
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

/** A measure with its value in each scenario, or once that there is none. */
function linesOf(set: ResultSet, line: Line): string[] {
  const { scenarios, replications, baseline } = set.manifest;
  const { measure, group } = line;
  const { title, unit } = measureDefinition(measure);
  const head = `${title.en}${group ? `, ${group}` : ""} [${unit}]`;
  const rows = scenarios.map(({ name }) => find(set.comparison, name, measure, group));
  if (rows.every((row) => (row?.reached ?? 0) === 0)) return [head, `  ${noValue(line)}`];
  return [
    head,
    ...scenarios.map(({ name }, i) => {
      const row = rows[i];
      if (row === undefined || row.reached === 0) return `  ${name}: ${noValue(line)}`;
      const against = name === baseline ? "" : differenceOf(row);
      return `  ${name}: ${valueOf(row, replications)}${against}`;
    }),
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
  const { replications } = set.manifest;
  const lines = LINES.flatMap((line) => linesOf(set, line));
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
