/** What has become of those who needed a bed, day by day since they did. */
import { BED_OUTCOMES, type ResultSet } from "../../experiment/results/mod.ts";
import { spreadNote } from "../method/mod.ts";
import { curveOf, type CurvePoint } from "./_curves.ts";
import type { Figure, Lang } from "./figure.ts";
import { scenarioTitle } from "./labels.ts";
import { heightOf, panelsLayout } from "./_panels.ts";
import { labelsOf, type Panel, type Part, PARTS, tracesOf } from "./_recovery_areas.ts";
import { axisTitle, frameOf, plain } from "./_theme.ts";

/**
 * Shares of the cases that needed a bed, by day since the need, a panel per scenario: recovered and
 * died, each after a bed and without one, stacked, after Aalen and Johansen; the rest is still ill.
 * Intervals of single outcomes are shown when pointed at and not drawn: those of a stack are not to be
 * had from those of its parts.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @returns Figure; scenarios without rows have no panel.
 *
 * @example No rows, no areas
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { recoveryCurvesFigure } from "./mod.ts";
 * assertEquals(recoveryCurvesFigure({ ...TINY_RESULT_SET, curves: [] }).data, []);
 * ```
 */
export function recoveryCurvesFigure(set: ResultSet, lang: Lang = "en"): Figure {
  const en = lang === "en";
  const panels = panelsOf(set);
  const last = Math.max(7, ...panels.flatMap(({ days }) => days));
  const text = en ? "What becomes of those who need a bed" : "需要床位者的结局";
  const layout = panelsLayout({
    titles: panels.map((panel) => titleOf(set, lang, panel)),
    axisTitles: [en ? "Share of cases [%]" : "病例比例 [%]"],
    ranges: panels.map(() => [0, 100]),
    x: {
      range: [0, last],
      dtick: 7,
      title: axisTitle(en ? "Days since a bed was needed" : "自需要床位起的天数"),
      unifiedhovertitle: { text: en ? "day %{x}" : "第%{x}天" },
    },
  });
  const labels = panels.flatMap((panel, at) => labelsOf(lang, panel, at));
  return {
    data: panels.flatMap((panel, at) => tracesOf(lang, panel, at)),
    layout: {
      ...frameOf(set, lang, {
        text,
        note: noteOf(set, lang),
        height: heightOf(panels.length) + 24,
        description: descriptionOf(set, lang, text, panels),
      }),
      hovermode: "x unified",
      ...layout,
      annotations: [...layout.annotations as unknown[], ...labels],
    },
  };
}

/** Panels of the scenarios that have all four outcomes. */
function panelsOf(set: ResultSet): Panel[] {
  return set.manifest.scenarios.flatMap(({ name }) => {
    const curves = BED_OUTCOMES.map((group) =>
      [group, curveOf(set, { curve: "bed_outcome", scenario: name, group })] as const
    );
    const [[, first]] = curves;
    if (curves.some(([, points]) => points.length === 0)) return [];
    const rest = first.map(({ hours }, at): CurvePoint => {
      const known = curves.reduce((sum, [, points]) => sum + (points[at]?.mean ?? 0), 0);
      const mean = Math.max(0, Number((100 - known).toPrecision(6)));
      return { hours, mean, low: null, high: null };
    });
    const parts = new Map<Part, readonly CurvePoint[]>([...curves, ["unresolved", rest]]);
    return [{ name, parts, days: first.map(({ hours }) => hours / 24) }];
  });
}

/** Share that has recovered, and that has died, by the last day [%]. */
function endsOf({ parts }: Panel): readonly [recovered: string, died: string] {
  const sum = (word: string): string => {
    const total = [...parts].filter(([part]) => part.startsWith(word))
      .reduce((all, [, points]) => all + (points.at(-1)?.mean ?? 0), 0);
    return String(Number(total.toPrecision(3)));
  };
  return [sum("recovered"), sum("died")];
}

function titleOf(set: ResultSet, lang: Lang, panel: Panel): string {
  const [recovered, died] = endsOf(panel);
  const title = scenarioTitle(set, panel.name, lang);
  return lang === "en"
    ? `${title}: recovered ${recovered} %, died ${died} %`
    : `${title}：康复${recovered}%，死亡${died}%`;
}

function noteOf(set: ResultSet, lang: Lang): string {
  const spread = spreadNote(set, lang);
  return lang === "en"
    ? `mean shares, their spread (${spread}) when pointed at; outcomes exclude each other and with those still ill make 100 % (Aalen–Johansen); shares beside the names are those of the last day`
    : `比例均值，悬停可见其离散（${spread}）；各结局互斥，与尚未康复者合计100%（Aalen–Johansen）；标题中为最后一天的比例`;
}

function descriptionOf(
  set: ResultSet,
  lang: Lang,
  text: string,
  panels: readonly Panel[],
): string {
  const said = panels.map((panel) => {
    const values = PARTS.map(({ part, ...names }) =>
      `${names[lang]} ${Number((panel.parts.get(part)?.at(-1)?.mean ?? 0).toPrecision(3))} %`
    );
    return `${plain(scenarioTitle(set, panel.name, lang))}: ${values.join(", ")}`;
  });
  const last = Math.max(0, ...panels.flatMap(({ days }) => days));
  return lang === "en"
    ? `${text}, stacked areas. By day ${last} — ${said.join("; ")}`
    : `${text}，堆叠面积。至第${last}天——${said.join("；")}`;
}
