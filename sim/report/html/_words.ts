/** Estimates and differences as people read them. */
import {
  type ComparisonRow,
  NO_GROUPS,
  type ResultSet,
  type RowGroups,
} from "../../experiment/results/mod.ts";
import { capitalised, definitionOf, groupLabel, type Lang } from "../figures/mod.ts";
import { measureLabel, unitLabel } from "../figures/mod.ts";
import { decidingEnds, isClear, tooFewDraws } from "../method/mod.ts";

/** What a row of the comparison is asked for; groups not named must be empty. */
export interface Wanted {
  /** Measure. */
  readonly measure: string;
  /** Groups. */
  readonly groups: Partial<RowGroups>;
}

/** The row of a scenario, undefined when there is none. */
export function rowOf(
  set: ResultSet,
  scenario: string,
  { measure, groups }: Wanted,
): ComparisonRow | undefined {
  const wanted = Object.entries({ ...NO_GROUPS, ...groups });
  return set.comparison.find((row) =>
    row.scenario === scenario && row.measure === measure &&
    wanted.every(([group, name]) => row[group as keyof RowGroups] === name)
  );
}

/** Name of a measure with its groups. */
export function nameOf({ measure, groups }: Wanted, lang: Lang): string {
  const group = groupLabel(groups, lang);
  const name = capitalised(measureLabel(measure, lang));
  if (group === "") return name;
  return lang === "en" ? `${name}, ${group}` : `${name}，${group}`;
}

/** How a value of a measure is written. */
export interface NumberStyle {
  /** Measure. */
  readonly measure: string;
  /** Unit of the result tables. */
  readonly unit: string;
  /** Digits beyond those that the catalogue states [-]. */
  readonly extra?: number;
}

/** A number of a measure without its unit; a proportion in percent. */
export function numberText(value: number, { measure, unit, extra = 0 }: NumberStyle): string {
  if (!Number.isFinite(value)) return "–";
  const share = unit === "-";
  const stated = definitionOf(measure)?.decimals ?? 1;
  const shown = share ? value * 100 : value;
  const decimals = (share ? Math.max(0, stated - 2) : stated) + extra;
  const text = Math.abs(shown).toLocaleString("en-US", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return shown < 0 && /[1-9]/.test(text) ? `−${text}` : text;
}

/** Two ends of an interval, joined by words; empty without them. */
export function rangeText(
  low: number,
  high: number,
  style: NumberStyle,
  lang: Lang,
): string {
  if (!Number.isFinite(low) || !Number.isFinite(high) || low === high) return "";
  const [from, to] = [low, high].map((end) => numberText(end, style));
  return lang === "en" ? `${from}\u00a0to\u00a0${to}` : `${from}\u00a0至\u00a0${to}`;
}

/** Style of a difference: finer than the catalogue states when it would show as zero. */
export function differenceStyle({ measure, unit, difference }: ComparisonRow): NumberStyle {
  const extra = difference === 0
    ? 0
    : [0, 1, 2, 3].find((more) =>
      /[1-9]/.test(numberText(difference, { measure, unit, extra: more }))
    );
  return { measure, unit, extra: extra ?? 0 };
}

/** Unit behind a value; none behind a count, since the words around it name what is counted. */
export function unitText(unit: string, lang: Lang): string {
  if (unit === "-") return lang === "en" ? " %" : "%";
  const counted = ["1", "persons", "patients", "transfers", "visits"].includes(unit);
  return counted ? "" : ` ${unitLabel(unit, lang)}`;
}

/** A value with its unit, or the week that it names. */
function valueText(value: number, row: ComparisonRow, lang: Lang): string {
  const number = numberText(value, row);
  if (row.unit !== "week") return number + unitText(row.unit, lang);
  return lang === "en" ? `week ${number}` : `第${number}周`;
}

/** In how many replications a value was reached, when not in all of them; empty otherwise. */
export function reachedText({ manifest }: ResultSet, row: ComparisonRow, lang: Lang): string {
  const { reached, p50, unit } = row;
  const { replications } = manifest;
  if (reached >= replications) return "";
  const en = lang === "en";
  const week = unit === "week";
  if (reached === 0) return en ? (week ? "not reached" : "no value") : (week ? "未达到" : "无数值");
  const median = valueText(p50, row, lang);
  return en
    ? `${
      week ? "reached" : "a value"
    } in ${reached} of ${replications} replications; median among them ${median}`
    : `${replications}次重复中${reached}次${week ? "达到" : "有数值"}；其中位数为${median}`;
}

/** A scenario's value with its unit, and its interval in brackets: a mean, or the median of draws. */
export function estimateText(
  set: ResultSet,
  row: ComparisonRow,
  lang: Lang,
): { readonly value: string; readonly range: string } {
  const partly = reachedText(set, row, lang);
  if (partly !== "") return { value: partly, range: "" };
  const value = valueText(centreOf(set, row), row, lang);
  const range = rangeText(...meanEnds(set, row), row, lang);
  return { value, range: range === "" ? "" : lang === "en" ? ` (${range})` : `（${range}）` };
}

/** What stands for a scenario's values: the mean, or the median of draws, which no quantile can miss. */
export function centreOf({ manifest }: ResultSet, row: ComparisonRow): number {
  return manifest.uncertainty === "parameters" ? row.p50 : row.mean;
}

/** Ends of what is said of a value: the interval of the mean, or where 90 % of draws lie. */
export function meanEnds(
  set: ResultSet,
  row: ComparisonRow,
): readonly [low: number, high: number] {
  if (tooFewDraws(set)) return [NaN, NaN];
  return set.manifest.uncertainty === "parameters"
    ? [row.p05, row.p95]
    : [row.meanLow, row.meanHigh];
}

/** Ends of what is said of a difference by itself: its interval, or where 90 % of draws lie. */
export function differenceEnds(
  set: ResultSet,
  row: ComparisonRow,
): readonly [low: number, high: number] {
  return set.manifest.uncertainty === "parameters"
    ? decidingEnds(set, row)
    : [row.differenceLow, row.differenceHigh];
}

/** Whether a clear difference is for the better; undefined when neither can be said. */
export function isBetter(set: ResultSet, row: ComparisonRow): boolean | undefined {
  const better = definitionOf(row.measure)?.better ?? "neither";
  if (better === "neither" || isClear(set, row) !== true) return undefined;
  return (decidingEnds(set, row)[0] > 0) === (better === "more");
}

/** The difference in words: how much more or less, with the ends that decide, or that none is clear. */
export function differenceText(set: ResultSet, row: ComparisonRow, lang: Lang): string {
  if (!Number.isFinite(row.difference)) return "";
  const en = lang === "en";
  const style = differenceStyle(row);
  const unit = row.unit === "-"
    ? (en ? " points" : "个百分点")
    : row.unit === "week"
    ? (en ? " weeks" : "周")
    : unitText(row.unit, lang);
  const [low, high] = decidingEnds(set, row);
  if (row.difference === 0 && (low === high || Number.isNaN(low))) {
    return (en ? "no difference" : "无差异") + fewText(set, lang);
  }
  if (isClear(set, row) === false) {
    const range = rangeText(low, high, style, lang);
    return en ? `no clear difference (${range}${unit})` : `无明确差异（${range}${unit}）`;
  }
  const ends = [low, high].map(Math.abs).sort((a, b) => a - b);
  const range = rangeText(ends[0], ends[1], style, lang);
  const size = numberText(Math.abs(row.difference), style) + unit;
  const said = en
    ? `${size} ${row.difference > 0 ? "more" : "less"}`
    : `${row.difference > 0 ? "多" : "少"}${size}`;
  if (range === "") return said + fewText(set, lang);
  return en ? `${said} (${range})` : `${said}（${range}）`;
}

/** That a difference of few draws is no finding; empty with enough of them. */
function fewText(set: ResultSet, lang: Lang): string {
  if (!tooFewDraws(set)) return "";
  return lang === "en"
    ? " on average in these draws, which are too few for a statement"
    : "（这些抽样的平均；次数过少，无法作出判断）";
}

/** A signed difference for a table cell. */
export function signedText(row: ComparisonRow): string {
  const text = numberText(row.difference, differenceStyle(row));
  return row.difference > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
