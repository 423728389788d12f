/** Curves of a result set, by scenario and group. */
import type { CurveName, CurveRow, ResultSet } from "../../experiment/results/mod.ts";
import type { Estimate } from "./_values.ts";
import { rounded } from "./_values.ts";

/** A point of a curve in percent. */
export interface CurvePoint extends Estimate {
  /** Time since the request or the need [h]. */
  readonly hours: number;
}

/** Rows of a curve that have a value, by time. */
function rowsOf(set: ResultSet, curve: CurveName, scenario: string, group: string): CurveRow[] {
  return set.curves.filter((row) =>
    row.curve === curve && row.scenario === scenario && row.group === group &&
    Number.isFinite(row.mean)
  ).sort((a, b) => a.hours - b.hours);
}

/** What a curve is asked for. */
export interface CurveChoice {
  /** Curve. */
  readonly curve: CurveName;
  /** Scenario. */
  readonly scenario: string;
  /** Group. */
  readonly group: string;
}

/** A curve in percent, by time; empty when the results do not have it. */
export function curveOf(set: ResultSet, { curve, scenario, group }: CurveChoice): CurvePoint[] {
  const percent = (share: number): number | null => rounded(100 * Math.min(1, Math.max(0, share)));
  return rowsOf(set, curve, scenario, group).map(({ hours, mean, meanLow, meanHigh }) => ({
    hours,
    mean: percent(mean),
    low: percent(meanLow),
    high: percent(meanHigh),
  }));
}

/** What the bands of curves are. */
export function curveNote(set: ResultSet, lang: "en" | "zh"): string {
  const { replications } = set.manifest;
  if (replications < 2) {
    return lang === "en" ? "one replication gives no interval" : "仅一次重复，无置信区间";
  }
  return lang === "en"
    ? "lines are means over replications, bands 95 % intervals of the mean (Student’s t)"
    : "线为各次重复的均值，色带为均值的95%置信区间（Student t）";
}
