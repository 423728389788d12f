/** Whether ordinary care has settled when the window begins. */
import { WARD_TYPES } from "../../domain/terms/mod.ts";
import type { ResultSet, StartRow } from "../../experiment/results/mod.ts";
import { spreadNote, type StartGroup, startsOf } from "../method/mod.ts";
import type { Figure, Lang, Trace } from "./figure.ts";
import { capitalised, groupLabel, scenarioTitle } from "./labels.ts";
import { axesAt, heightOf, panelsLayout, type Range, vertical } from "./_panels.ts";
import { axisTitle, frameOf, INK } from "./_theme.ts";
import { rounded } from "./_values.ts";

interface WardPanel {
  readonly title: string;
  readonly rows: readonly StartRow[];
  /** Day before which MSER-5 would drop [d]; NaN when it finds no settled end. */
  readonly cut: number;
}

/**
 * Welch's plot: the ordinary census of each ward type by day from the start of the run, a panel for
 * scenarios that have the same, without the week's profile, with its moving average; a solid line at the start of the window, a dashed one
 * where MSER-5 would truncate.
 *
 * Source: Welch (1983), "The statistical analysis of simulation results", in Lavenberg (editor), The
 * Computer Performance Modeling Handbook, Academic Press, 268–328; White (1997), "An effective
 * truncation heuristic for bias reduction in simulation output", Simulation 69(6), 323–334.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @returns Figure; ward types without rows have no panel.
 *
 * @example No rows, no lines
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { warmUpFigure } from "./mod.ts";
 * assertEquals(warmUpFigure({ ...TINY_RESULT_SET, start: [] }).data, []);
 * ```
 */
export function warmUpFigure(set: ResultSet, lang: Lang = "en"): Figure {
  const panels = panelsOf(set, lang);
  const text = lang === "en"
    ? "Ordinary patients in beds from the start of the run"
    : "自运行起点起的普通在院患者";
  return {
    data: panels.flatMap((panel, at) => tracesOf(lang, panel, at)),
    layout: {
      ...frameOf(set, lang, {
        text,
        note: noteOf(set, lang),
        height: heightOf(panels.length),
        description: descriptionOf(lang, text, panels),
      }),
      hovermode: "x unified",
      ...panelsLayout({
        titles: panels.map(({ title }) => title),
        axisTitles: [lang === "en" ? "Ordinary census [patients]" : "普通在院患者 [人]"],
        ranges: panels.map(rangeOf),
        x: {
          title: axisTitle(
            lang === "en" ? "Day, 0 is the first of the window [d]" : "日（0为观察期首日）[天]",
          ),
        },
      }),
      shapes: panels.flatMap(shapesOf),
    },
  };
}

function panelsOf(set: ResultSet, lang: Lang): WardPanel[] {
  const groups = alikeOf(set);
  return WARD_TYPES.flatMap((ward) =>
    groups.map(({ scenarios, start }) => ({
      title: titleOf(set, lang, ward, groups.length === 1 ? [] : scenarios),
      rows: rowsOf(set, scenarios[0], ward),
      cut: (start.mser5Days[ward] ?? NaN) - start.warmUpDays,
    }))
  ).filter(({ rows }) => rows.length > 0);
}

function titleOf(set: ResultSet, lang: Lang, ward: string, scenarios: readonly string[]): string {
  const name = capitalised(groupLabel({ ward }, lang));
  if (scenarios.length === 0) return name;
  const titles = scenarios.map((scenario) => scenarioTitle(set, scenario, lang));
  return lang === "en" ? `${name}: ${titles.join(", ")}` : `${name}：${titles.join("、")}`;
}

function rowsOf(set: ResultSet, scenario: string, ward: string): StartRow[] {
  return set.start.filter((row) => row.scenario === scenario && row.ward === ward)
    .toSorted((a, b) => a.day - b.day);
}

/** Scenarios grouped by check and census: those that start alike share their panels. */
function alikeOf(set: ResultSet): StartGroup[] {
  return startsOf(set).flatMap((group) => {
    const same = Map.groupBy(
      group.scenarios,
      (name) => JSON.stringify(WARD_TYPES.map((ward) => levelsOf(rowsOf(set, name, ward)))),
    );
    return [...same.values()].map((scenarios) => ({ ...group, scenarios }));
  });
}

function levelsOf(rows: readonly StartRow[]): readonly (readonly number[])[] {
  return rows.map(({ day, census, level }) => [day, census, level]);
}

function tracesOf(lang: Lang, { rows }: WardPanel, at: number): Trace[] {
  const common = {
    type: "scatter",
    ...axesAt(at),
    showlegend: at === 0,
    x: rows.map(({ day }) => day),
    hovertemplate: lang === "en" ? "%{y:,.0f} patients" : "%{y:,.0f}人",
  };
  return [
    {
      ...common,
      mode: "markers",
      name: lang === "en" ? "census by day" : "每日在院",
      y: rows.map(({ census }) => rounded(census)),
      marker: { color: "#9aa5b1", size: 4 },
    },
    {
      ...common,
      mode: "lines",
      name: lang === "en" ? "without the week’s profile" : "去除周内波动",
      y: rows.map(({ level }) => rounded(level)),
      line: { color: "#56B4E9", width: 1.4, dash: "dot" },
    },
    {
      ...common,
      mode: "lines",
      name: lang === "en" ? "moving average (Welch)" : "移动平均（Welch）",
      y: rows.map(({ movingAverage }) => rounded(movingAverage)),
      line: { color: "#0072B2", width: 2.4 },
    },
  ];
}

/** The values with some room: where a census settles is lost on an axis from zero. */
function rangeOf({ rows }: WardPanel): Range {
  const values = rows.flatMap(({ census, level }) => [census, level]).filter(Number.isFinite);
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const room = Math.max((high - low) * 0.1, Math.abs(high) * 0.01, 1);
  return [Math.max(0, low - room), high + room];
}

function shapesOf({ cut }: WardPanel, at: number): unknown[] {
  const begins = { ...vertical(at, 0), line: { color: INK.reference, width: 1.4 } };
  if (!Number.isFinite(cut)) return [begins];
  return [begins, { ...vertical(at, cut), line: { color: "#D55E00", width: 1.6, dash: "dash" } }];
}

function noteOf(set: ResultSet, lang: Lang): string {
  const spread = spreadNote(set, lang);
  const given = set.manifest.scenarios.some(({ start }) => start.kind === "census");
  if (lang === "zh") {
    return `无疫情参照运行各次重复的均值（${spread}未示）；${
      given ? "以给定的在院患者起始的方案无预热；" : ""
    }纵轴不从零开始；实线为观察期起点，虚线为MSER-5截断点`;
  }
  return `means over replications of the reference runs without epidemic, without their ${spread}; ${
    given ? "scenarios that start from a given census have no warm-up; " : ""
  }the axes do not begin at zero; solid line, start of the window; dashed line, where MSER-5 would truncate`;
}

function descriptionOf(lang: Lang, text: string, panels: readonly WardPanel[]): string {
  const said = panels.map(({ title, rows, cut }) => {
    const level = rows.find(({ day }) => day === 0)?.level ?? NaN;
    const begins = Number.isFinite(level)
      ? lang === "en"
        ? `${Math.round(level)} patients when the window begins`
        : `观察期开始时${Math.round(level)}人`
      : "";
    const drop = Number.isFinite(cut)
      ? lang === "en" ? `MSER-5 would truncate at day ${cut}` : `MSER-5在第${cut}日截断`
      : lang === "en"
      ? "MSER-5 finds no settled end"
      : "MSER-5未找到稳定段";
    return `${title}: ${[begins, drop].filter((one) => one !== "").join(", ")}`;
  });
  return `${text}. ${said.join("; ")}`;
}
