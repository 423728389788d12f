/** Estimates and differences as people read them. */
import {
  type ComparisonRow,
  NO_GROUPS,
  type ResultSet,
  type RowGroups,
} from "../../experiment/results/mod.ts";
import { capitalised, definitionOf, groupLabel, type Lang } from "../figures/mod.ts";
import { measureLabel, unitLabel } from "../figures/mod.ts";

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

/** Mean with its unit, and its interval in brackets. */
export function estimateText(
  row: ComparisonRow,
  lang: Lang,
): { readonly value: string; readonly range: string } {
  if (!Number.isFinite(row.mean)) {
    return { value: lang === "en" ? "not reached" : "未达到", range: "" };
  }
  const number = numberText(row.mean, row);
  const value = row.unit !== "week"
    ? number + unitText(row.unit, lang)
    : lang === "en"
    ? `week ${number}`
    : `第${number}周`;
  const range = rangeText(...meanEnds(row), row, lang);
  return { value, range: range === "" ? "" : lang === "en" ? ` (${range})` : `（${range}）` };
}

/** Ends of what is said of a mean: its interval, or where 90 % of draws lie. */
export function meanEnds(row: ComparisonRow): readonly [low: number, high: number] {
  return row.uncertainty === "parameters" ? [row.p05, row.p95] : [row.meanLow, row.meanHigh];
}

/** Ends of what is said of a difference: its interval, or where 90 % of draws lie. */
export function differenceEnds(row: ComparisonRow): readonly [low: number, high: number] {
  return row.uncertainty === "parameters"
    ? [row.differenceP05, row.differenceP95]
    : [row.differenceLow, row.differenceHigh];
}

/** Ends that must leave out zero: the interval for all scenarios at once, or 90 % of draws. */
function decidingEnds(row: ComparisonRow): readonly [low: number, high: number] {
  if (row.uncertainty === "parameters") return differenceEnds(row);
  return Number.isFinite(row.allLow) && Number.isFinite(row.allHigh)
    ? [row.allLow, row.allHigh]
    : differenceEnds(row);
}

/** Whether the deciding ends leave zero out; undefined without them. */
export function isClear(row: ComparisonRow): boolean | undefined {
  const [low, high] = decidingEnds(row);
  if (!Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  return low > 0 || high < 0;
}

/** Whether a clear difference is for the better; undefined when neither can be said. */
export function isBetter(row: ComparisonRow): boolean | undefined {
  const better = definitionOf(row.measure)?.better ?? "neither";
  if (better === "neither" || isClear(row) !== true) return undefined;
  return (row.difference > 0) === (better === "more");
}

/** The difference in words: how much more or less, with its interval, or that none is clear. */
export function differenceText(row: ComparisonRow, lang: Lang): string {
  if (!Number.isFinite(row.difference)) return "";
  const en = lang === "en";
  const style = differenceStyle(row);
  const unit = row.unit === "-"
    ? (en ? " points" : "个百分点")
    : row.unit === "week"
    ? (en ? " weeks" : "周")
    : unitText(row.unit, lang);
  const [low, high] = differenceEnds(row);
  if (row.difference === 0 && low === high) {
    return en ? "no difference" : "无差异";
  }
  if (isClear(row) === false) {
    const range = rangeText(...decidingEnds(row), style, lang);
    return en ? `no clear difference (${range}${unit})` : `无明确差异（${range}${unit}）`;
  }
  const ends = [low, high].map(Math.abs).sort((a, b) => a - b);
  const range = rangeText(ends[0], ends[1], style, lang);
  const size = numberText(Math.abs(row.difference), style) + unit;
  const said = en
    ? `${size} ${row.difference > 0 ? "more" : "less"}`
    : `${row.difference > 0 ? "多" : "少"}${size}`;
  if (range === "") return said;
  return en ? `${said} (${range})` : `${said}（${range}）`;
}

/** A signed difference for a table cell. */
export function signedText(row: ComparisonRow): string {
  const text = numberText(row.difference, differenceStyle(row));
  return row.difference > 0 && /[1-9]/.test(text) ? `+${text}` : text;
}
