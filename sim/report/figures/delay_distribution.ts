/** How transfer delays are distributed: the share not yet in the bed, had nobody left the queue. */
import { COLOURS } from "../../domain/terms/mod.ts";
import type { ResultSet } from "../../experiment/results/mod.ts";
import { spreadNote } from "../method/mod.ts";
import { curveNote, curveOf, type CurvePoint } from "./_curves.ts";
import type { Figure, Lang, Trace } from "./figure.ts";
import { groupLabel, scenarioTitle } from "./labels.ts";
import { axesAt, bandTrace, heightOf, panelsLayout, vertical } from "./_panels.ts";
import { axisTitle, frameOf, INK, plain, styleOf } from "./_theme.ts";

/** Ticks of the axis of time [h], with their words: a number over its unit. */
const TICKS = [0.5, 1, 2, 4, 12, 24, 72, 168];
const WORDS: { readonly [L in Lang]: readonly string[] } = {
  en: ["30 min", "1 h", "2 h", "4 h", "12 h", "1 d", "3 d", "7 d"],
  zh: ["30 分钟", "1 小时", "2 小时", "4 小时", "12 小时", "1 天", "3 天", "7 天"],
};
/** Ends of the axis of time [h]. */
const RANGE = [0.45, 180] as const;

interface Panel {
  readonly group: string;
  readonly title: string;
  readonly curves: readonly { readonly name: string; readonly points: readonly CurvePoint[] }[];
}

/**
 * Share not yet in the bed by the time since the request, had nobody left the queue: a panel for all and
 * one per health colour, a line per scenario. Kaplan–Meier: those who recover, die or are still waiting
 * are censored, so it is not the share of all requests. Marks stand where the curves are known. A line down
 * the panels is the target of the scenarios, where all have the same.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @returns Figure; colours without rows have no panel.
 *
 * @example No rows, no lines
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { delayDistributionFigure } from "./mod.ts";
 * assertEquals(delayDistributionFigure({ ...TINY_RESULT_SET, curves: [] }).data, []);
 * ```
 */
export function delayDistributionFigure(set: ResultSet, lang: Lang = "en"): Figure {
  const en = lang === "en";
  const panels = panelsOf(set, lang);
  const target = targetOf(set);
  const text = en ? "How long transfers take" : "转运延迟的分布";
  const layout = panelsLayout({
    titles: panels.map(({ title }) => title),
    axisTitles: [
      en ? "Not yet in the bed, had\nnobody left the queue [%]" : "尚未入床\n（假定无人离队）[%]",
    ],
    ranges: panels.map(() => [0, 103]),
    x: {
      type: "log",
      range: RANGE.map((hours) => Number(Math.log10(hours).toFixed(4))),
      tickvals: TICKS,
      ticktext: WORDS[lang].map((word) => word.replace(" ", "<br>")),
      tickangle: 0,
      hoverformat: ".3~g",
      unifiedhovertitle: { text: en ? "%{x:.3~g} h" : "%{x:.3~g} 小时" },
      title: axisTitle(en ? "Time since the request" : "自申请起的时间"),
    },
  });
  return {
    data: panels.flatMap((panel, at) => tracesOf(set, lang, panel, at)),
    layout: {
      ...frameOf(set, lang, {
        text,
        note: noteOf(set, lang, target),
        height: heightOf(panels.length) + 16,
        description: descriptionOf(set, lang, { text, panels, target }),
      }),
      hovermode: "x unified",
      ...layout,
      shapes: target === undefined ? [] : panels.map((_, at) => ({
        ...vertical(at, target),
        line: { color: INK.reference, width: 1.2, dash: "dash" },
      })),
    },
  };
}

function panelsOf(set: ResultSet, lang: Lang): Panel[] {
  const all = lang === "en" ? "All requests" : "全部申请";
  const colour = (group: string): string =>
    lang === "en" ? `Health colour ${group}` : `健康分级：${groupLabel({ colour: group }, lang)}`;
  return ["", ...COLOURS].map((group) => ({
    group,
    title: group === "" ? all : colour(group),
    curves: set.manifest.scenarios.map(({ name }) => ({
      name,
      points: curveOf(set, { curve: "transfer_unfinished", scenario: name, group }),
    })).filter(({ points }) => points.length > 0),
  })).filter(({ curves }) => curves.length > 0);
}

const HOURS: ReadonlyMap<string, number> = new Map([["min", 1 / 60], ["h", 1], ["d", 24]]);

/** Target of all scenarios [h]; undefined when they differ, or it is not known. */
function targetOf({ manifest }: ResultSet): number | undefined {
  const targets = manifest.scenarios.map(({ provenance }) => {
    const text = provenance.find(({ path }) => path === "transfer.target")?.text ?? "";
    const [, number, unit] = /^([\d.]+) (min|h|d)$/.exec(text) ?? [];
    return Number(number ?? NaN) * (HOURS.get(unit) ?? NaN);
  });
  const [first] = targets;
  return first > 0 && targets.every((one) => one === first) ? first : undefined;
}

function tracesOf(set: ResultSet, lang: Lang, { curves }: Panel, at: number): Trace[] {
  return curves.flatMap(({ name, points }) => {
    const style = styleOf(set, name);
    const common = { ...axesAt(at), legendgroup: name };
    const line = {
      type: "scatter",
      mode: "lines+markers",
      ...common,
      name: plain(scenarioTitle(set, name, lang)),
      showlegend: at === 0,
      x: points.map(({ hours }) => hours),
      y: points.map(({ mean }) => mean),
      line: { color: style.colour, dash: style.dash, width: 2.2 },
      marker: { color: style.colour, symbol: style.symbol, size: 5 },
      hovertemplate: "%{y:.3~g} %",
    };
    const band = bandTrace(points.map(({ hours, low, high }) => ({ x: hours, low, high })), {
      ...common,
      showlegend: false,
      fillcolor: style.band,
    });
    return band === undefined ? [line] : [band, line];
  });
}

function noteOf(set: ResultSet, lang: Lang, target: number | undefined): string {
  const begins = `${spreadNote(set, lang)}${lang === "en" ? ": " : "："}${curveNote(set, lang)}`;
  const line = target === undefined
    ? ""
    : lang === "en"
    ? `; dashed line down: the target of ${target} h`
    : `；竖虚线为${target}小时目标`;
  return lang === "en"
    ? `${begins}; Kaplan–Meier at the marks, requests that end otherwise or not at all censored; hours on a logarithmic scale${line}`
    : `${begins}；标记处为Kaplan–Meier估计，以其他方式结束或未结束的申请作删失；时间为对数刻度${line}`;
}

function descriptionOf(
  set: ResultSet,
  lang: Lang,
  { text, panels, target = 2 }: {
    readonly text: string;
    readonly panels: readonly Panel[];
    readonly target: number | undefined;
  },
): string {
  const said = panels.map(({ title, curves }) => {
    const values = curves.map(({ name, points }) => {
      const value = points.findLast(({ hours }) => hours <= target)?.mean ?? null;
      const percent = value === null ? "–" : `${Number(value.toPrecision(3))} %`;
      return `${scenarioTitle(set, name, lang)} ${percent}`;
    });
    return `${title}: ${values.join(", ")}`;
  });
  return lang === "en"
    ? `${text}, falling lines. Not yet in the bed after ${target} h, had nobody left the queue — ${
      said.join("; ")
    }`
    : `${text}，下降的折线。${target}小时后尚未入床（假定无人离队）——${said.join("；")}`;
}
