/** Where replications lie: quantiles of a series, day by day and all days at once. */
import {
  type BandRow,
  NO_GROUPS,
  type ResultSet,
  type RowGroups,
} from "../../experiment/results/mod.ts";
import { FEWEST_DRAWS, spreadNote } from "../method/mod.ts";
import type { Figure, Lang, Trace } from "./figure.ts";
import { capitalised, groupLabel, scenarioTitle, seriesLabel, unitLabel } from "./labels.ts";
import {
  axesAt,
  bandTrace,
  dateAxis,
  heightOf,
  panelsLayout,
  type Range,
  rangeFromZero,
} from "./_panels.ts";
import { frameOf, plain, styleOf } from "./_theme.ts";
import { bandsOf, rounded } from "./_values.ts";

/** A series to be drawn; groups not named are empty. */
export interface SeriesChoice extends Partial<RowGroups> {
  /** Series, by its name in the catalogue. */
  readonly measure: string;
}

interface Band {
  readonly title: string;
  readonly scenario: string;
  readonly rows: readonly BandRow[];
}

const LEGEND = {
  en: {
    median: "median",
    pointwise: "pointwise 90 % band",
    simultaneous: "simultaneous 90 % band",
  },
  zh: {
    median: "中位数",
    pointwise: "逐点90%色带",
    simultaneous: "同时90%色带",
  },
} as const;

/**
 * One series over time, a panel per scenario: the median of the replications, the pointwise band
 * from 5 % to 95 % and the wider band that holds at least 90 % of the curves made. With fewer than 20
 * replications there is no band.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @param choice Series, with its groups.
 * @returns Figure; empty when the results have no such series.
 *
 * @example A series that is not in the results
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { quantileBandsFigure } from "./mod.ts";
 * assertEquals(quantileBandsFigure(TINY_RESULT_SET, "en", { measure: "none" }).data, []);
 * ```
 */
export function quantileBandsFigure(set: ResultSet, lang: Lang, choice: SeriesChoice): Figure {
  const { measure, ...groups } = choice;
  const bands = set.manifest.scenarios.map(({ name }): Band => ({
    title: scenarioTitle(set, name, lang),
    scenario: name,
    rows: bandsOf(set, name, choice),
  })).filter(({ rows }) => rows.length > 0);
  const unit = bands[0]?.rows[0]?.unit ?? "";
  const factor = unit === "-" ? 100 : 1;
  const group = groupLabel({ ...NO_GROUPS, ...groups }, lang);
  const name = seriesLabel(measure, lang) +
    (group === "" ? "" : `${lang === "en" ? ", " : "，"}${group}`);
  const range = rangeOf(bands, factor);
  return {
    data: bands.flatMap((band, at) => tracesOf(set, lang, band, { at, factor })),
    layout: {
      ...frameOf(set, lang, {
        text: lang === "en" ? `${name}: where replications lie` : `${name}：各次重复的分布`,
        note: noteOf(set, lang),
        height: heightOf(bands.length) + 40,
        description: descriptionOf(lang, name, bands, factor),
      }),
      hovermode: "x unified",
      ...panelsLayout({
        titles: bands.map(({ title }) => capitalised(title)),
        axisTitles: [`[${unitLabel(unit, lang)}]`],
        ranges: bands.map(() => range),
        x: dateAxis(lang),
      }),
    },
  };
}

function noteOf(set: ResultSet, lang: Lang): string {
  const spread = spreadNote(set, lang);
  if (set.manifest.replications < FEWEST_DRAWS) {
    return lang === "en"
      ? `${spread}: the line is the median; fewer than ${FEWEST_DRAWS} replications give no bands`
      : `${spread}：线为中位数；不足${FEWEST_DRAWS}次重复，无法给出色带`;
  }
  return lang === "en"
    ? `${spread}: the line is the median; dark, the pointwise 90 % band, in which 90 % of replications lie on each date by itself; light with a dotted edge, the simultaneous 90 % band, which holds at least 90 % of the curves made`
    : `${spread}：线为中位数；深色为逐点90%色带，每个日期分别有90%的重复位于其中；点线浅色为同时90%色带，包含至少90%的所得曲线`;
}

/** One range for all panels, so that they can be compared. */
function rangeOf(bands: readonly Band[], factor: number): Range {
  const values = bands.flatMap(({ rows }) =>
    rows.flatMap(({ p50, p05, p95, allLow, allHigh }) => [p50, p05, p95, allLow, allHigh])
  ).filter(Number.isFinite).map((value) => value * factor);
  return rangeFromZero([Math.min(0, ...values), Math.max(0, ...values)]);
}

function tracesOf(
  set: ResultSet,
  lang: Lang,
  { scenario, rows }: Band,
  { at, factor }: { readonly at: number; readonly factor: number },
): Trace[] {
  const style = styleOf(set, scenario);
  const words = LEGEND[lang];
  const band = (low: "p05" | "allLow", high: "p95" | "allHigh"): Parameters<typeof bandTrace>[0] =>
    rows.map((row) => ({
      x: row.date,
      low: rounded(row[low] * factor),
      high: rounded(row[high] * factor),
    }));
  const common = { ...axesAt(at), showlegend: at === 0 };
  const traces = [
    bandTrace(band("allLow", "allHigh"), {
      ...common,
      name: words.simultaneous,
      fillcolor: style.faint,
      line: { width: 1, dash: "dot", color: style.colour },
    }),
    bandTrace(band("p05", "p95"), { ...common, name: words.pointwise, fillcolor: style.band }),
    {
      type: "scatter",
      mode: "lines",
      ...common,
      name: words.median,
      x: rows.map(({ date }) => date),
      y: rows.map(({ p50 }) => rounded(p50 * factor)),
      line: { color: style.colour, width: 2.2 },
      hovertemplate: `%{y:.3~g} ${plain(unitLabel(rows[0].unit, lang))}`,
    },
  ];
  return traces.filter((trace) => trace !== undefined);
}

function descriptionOf(lang: Lang, name: string, bands: readonly Band[], factor: number): string {
  const said = bands.map(({ title, rows }) => {
    const top = rows.reduce((best, row) => row.p50 > best.p50 ? row : best);
    const value = (x: number): string => Number((x * factor).toPrecision(3)).toString();
    const median = lang === "en"
      ? `highest median ${value(top.p50)}`
      : `中位数最高${value(top.p50)}`;
    const span = Number.isFinite(top.p05)
      ? lang === "en"
        ? `, there 90 % of replications between ${value(top.p05)} and ${value(top.p95)}`
        : `，当日90%的重复介于${value(top.p05)}与${value(top.p95)}之间`
      : "";
    return `${title}: ${median} (${top.date})${span}`;
  });
  return lang === "en"
    ? `${name}, a panel per scenario with the median and two bands. ${said.join("; ")}`
    : `${name}，每个方案一幅，含中位数与两条色带。${said.join("；")}`;
}
