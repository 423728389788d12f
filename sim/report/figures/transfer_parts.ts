/** Where the time of a transfer goes. */
import type { ResultSet } from "../../experiment/mod.ts";
import type { Figure, Lang, Trace } from "./figure.ts";
import { capitalised, groupLabel, scenarioTitle } from "./labels.ts";
import {
  axis,
  axisTitle,
  baseLayout,
  hatching,
  INK,
  intervalNote,
  plain,
  titleOf,
  wrapped,
} from "./_theme.ts";
import { errorBars, type Estimate, estimateOf, measured, selected } from "./_values.ts";

const MEASURE = "transfer_part_mean";

/** Parts in the order in which they happen, with colour and hatching. */
const PARTS: readonly (readonly [part: string, colour: string, shape: string])[] = [
  ["wait_for_bed", "#D55E00", "/"],
  ["hand_over", "#56B4E9", ""],
  ["wait_for_vehicle", "#E69F00", "\\"],
  ["drive_to_patient", "#009E73", "."],
  ["ride", "#0072B2", "x"],
];

/**
 * Mean parts of completed transfers, stacked, a bar per scenario, with the 95 % interval of their
 * sum.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @returns Figure; empty when there are no rows.
 *
 * @example No rows, no bars
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { transferPartsFigure } from "./mod.ts";
 * assertEquals(transferPartsFigure(TINY_RESULT_SET).data, []);
 * ```
 */
export function transferPartsFigure(set: ResultSet, lang: Lang = "en"): Figure {
  const names = set.manifest.scenarios.map(({ name }) => name);
  const rows = names.map((name) => wrapped(scenarioTitle(set, name, lang), 22));
  const found = set.measures.some(({ measure }) => measure === MEASURE);
  const text = lang === "en" ? "Parts of a completed transfer" : "已完成转运的各环节时长";
  const note = lang === "en"
    ? `mean of each part; ${intervalNote(set, lang, "sum")}`
    : `各环节均值；${intervalNote(set, lang, "sum")}`;
  const totals = names.map((name) => totalOf(set, name));
  const height = 84 + 110 + names.length * 52;
  return {
    data: found ? [...partsOf(set, lang, names, rows), totalTrace(lang, rows, totals)] : [],
    layout: {
      ...baseLayout(
        titleOf(set, lang, text, note),
        height,
        descriptionOf(set, lang, text, totals),
      ),
      barmode: "stack",
      bargap: 0.42,
      xaxis: axis({
        title: axisTitle(lang === "en" ? "Mean time [h]" : "平均时长 [小时]"),
        rangemode: "tozero",
      }),
      yaxis: axis({ autorange: "reversed", type: "category", ticks: "" }),
      legend: {
        orientation: "h",
        x: 0,
        y: -56 / (names.length * 52),
        yanchor: "top",
        traceorder: "normal",
      },
    },
  };
}

function partsOf(
  set: ResultSet,
  lang: Lang,
  names: readonly string[],
  rows: readonly string[],
): Trace[] {
  return PARTS.map(([line, colour, shape]) => ({
    type: "bar",
    orientation: "h",
    name: plain(capitalised(groupLabel({ line }, lang))),
    y: rows,
    x: names.map((name) => measured(set, name, { measure: MEASURE, line }).mean),
    marker: {
      color: colour,
      line: { color: "#ffffff", width: 1 },
      pattern: hatching(colour, shape),
    },
    hovertemplate: "%{fullData.name}: %{x:.3~g} h<extra></extra>",
  }));
}

function totalOf(set: ResultSet, scenario: string): Estimate {
  const byReplication = new Map<number, number>();
  for (const [line] of PARTS) {
    for (const row of selected(set.measures, { measure: MEASURE, line })) {
      if (row.scenario !== scenario) continue;
      byReplication.set(row.replication, (byReplication.get(row.replication) ?? 0) + row.value);
    }
  }
  return estimateOf([...byReplication.values()]);
}

function totalTrace(lang: Lang, rows: readonly string[], totals: readonly Estimate[]): Trace {
  return {
    type: "scatter",
    mode: "markers",
    name: lang === "en" ? "Sum" : "合计",
    y: rows,
    x: totals.map(({ mean }) => mean),
    error_x: { ...errorBars(totals), color: INK.text },
    marker: { color: INK.text, size: 7, symbol: "line-ns-open" },
    hovertemplate: "%{fullData.name}: %{x:.3~g} h<extra></extra>",
  };
}

function descriptionOf(
  set: ResultSet,
  lang: Lang,
  text: string,
  totals: readonly Estimate[],
): string {
  const sums = set.manifest.scenarios.map(({ title }, at) =>
    `${title[lang]} ${totals[at].mean === null ? "–" : Number(totals[at].mean?.toPrecision(3))} h`
  );
  return lang === "en"
    ? `${text}, stacked bars. Sum of the parts — ${sums.join(", ")}`
    : `${text}，堆叠条形图。合计——${sums.join("，")}`;
}
