/** What studies found, as lines for a terminal and as comma-separated values. */
import { CsvTable } from "../report/mod.ts";
import {
  type FoundThreshold,
  type InfluenceChange,
  type SmallestStudy,
  smallestText,
  thresholdText,
} from "../studies/mod.ts";
import { table } from "./text_table.ts";

/** Four significant digits. */
function number(value: number): string {
  return Number.isNaN(value) ? "none" : String(Number(value.toPrecision(4)));
}

const range = (low: number, high: number): string => `${number(low)} to ${number(high)}`;

/** The columns of the table of influence. */
const INFLUENCE = new CsvTable<InfluenceChange>("influence.csv", [
  { heading: "path", field: "path", holds: "text" },
  { heading: "law", field: "law", holds: "text" },
  { heading: "unit", field: "unit", holds: "text" },
  { heading: "low", field: "low", holds: "numbers" },
  { heading: "change_at_low", field: "changeAtLow", holds: "numbers" },
  { heading: "change_at_low_from", field: "changeAtLowFrom", holds: "numbers" },
  { heading: "change_at_low_to", field: "changeAtLowTo", holds: "numbers" },
  { heading: "high", field: "high", holds: "numbers" },
  { heading: "change_at_high", field: "changeAtHigh", holds: "numbers" },
  { heading: "change_at_high_from", field: "changeAtHighFrom", holds: "numbers" },
  { heading: "change_at_high_to", field: "changeAtHighTo", holds: "numbers" },
  { heading: "moves", field: "moves", holds: "true or false" },
]);

type Point = FoundThreshold["points"][number];
const THRESHOLD = new CsvTable<Point>("threshold.csv", [
  { heading: "value", field: "value", holds: "numbers" },
  { heading: "difference", field: "mean", holds: "numbers" },
  { heading: "difference_low", field: "meanLow", holds: "numbers" },
  { heading: "difference_high", field: "meanHigh", holds: "numbers" },
]);

type Tried = SmallestStudy["tried"][number];
const SMALLEST = new CsvTable<Tried>("smallest.csv", [
  { heading: "value", field: "value", holds: "numbers" },
  { heading: "replications", field: "replications", holds: "numbers" },
  { heading: "mean", field: "mean", holds: "numbers" },
  { heading: "mean_low", field: "meanLow", holds: "numbers" },
  { heading: "mean_high", field: "meanHigh", holds: "numbers" },
  { heading: "bound", field: "bound", holds: "numbers" },
  { heading: "verdict", field: "verdict", holds: "text" },
]);

/** A table of a study. */
export interface StudyTable {
  /** Lines for a terminal. */
  readonly lines: readonly string[];
  /** The same as comma-separated values. */
  readonly csv: string;
}

/** Numbers by what they change, the largest first. */
export function influenceTable(rows: readonly InfluenceChange[]): StudyTable {
  const head = ["path", "from", "to", "change at from", "95 %", "change at to", "95 %", "moves"];
  const cells = rows.map((row) => {
    const unit = row.unit === "" ? "" : ` ${row.unit}`;
    return [
      row.path,
      number(row.low) + unit,
      number(row.high) + unit,
      number(row.changeAtLow),
      range(row.changeAtLowFrom, row.changeAtLowTo),
      number(row.changeAtHigh),
      range(row.changeAtHighFrom, row.changeAtHighTo),
      row.moves ? "yes" : "not shown",
    ];
  });
  return { lines: table(head, cells), csv: INFLUENCE.text(rows) };
}

/** Differences by value, and where they turn. */
export function thresholdTable(study: FoundThreshold): StudyTable {
  const unit = study.unit === "" ? "" : ` ${study.unit}`;
  const cells = study.points.map(({ value, mean, meanLow, meanHigh }) => [
    number(value) + unit,
    number(mean),
    range(meanLow, meanHigh),
  ]);
  const lines = table([study.path, "difference", "95 %"], cells);
  return { lines: [...lines, "", thresholdText(study).en], csv: THRESHOLD.text(study.points) };
}

/** Values tried, and the answer. */
export function smallestTable(study: SmallestStudy): StudyTable {
  const unit = study.unit === "" ? "" : ` ${study.unit}`;
  const cells = study.tried.map(({ value, replications, mean, meanLow, meanHigh, verdict }) => [
    number(value) + unit,
    String(replications),
    number(mean),
    range(meanLow, meanHigh),
    verdict,
  ]);
  const lines = table([study.what, "replications", "mean", "95 %", "promise"], cells);
  return { lines: [...lines, "", smallestText(study).en], csv: SMALLEST.text(study.tried) };
}
