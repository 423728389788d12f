/** Where the time of a transfer goes. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import { spreadNote } from "../method/mod.ts";
import type { Figure, Lang, Trace } from "./figure.ts";
import { capitalised, groupLabel, scenarioTitle } from "./labels.ts";
import { axis, axisTitle, frameOf, hatching, INK, plain, wrapped } from "./_theme.ts";
import { meanOf, rounded } from "./_values.ts";

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
 * Mean parts of completed transfers, stacked, a bar per scenario, with a mark at their sum. The
 * figure has no intervals: that of a sum is not to be had from those of its parts.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @returns Figure; empty when there are no rows, or no transfer in them.
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
  const found = set.comparison.some(({ measure, mean }) =>
    measure === MEASURE && Number.isFinite(mean)
  );
  const text = lang === "en" ? "Parts of a completed transfer" : "已完成转运的各环节时长";
  const note = lang === "en"
    ? `mean of each part and of their sum; their spread (${spreadNote(set, lang)}) is not shown`
    : `各环节及合计的均值；离散（${spreadNote(set, lang)}）未示`;
  const totals = names.map((name) => totalOf(set, name));
  return {
    data: found ? [...partsOf(set, lang, names, rows), totalTrace(lang, rows, totals)] : [],
    layout: {
      ...frameOf(set, lang, {
        text,
        note,
        height: 84 + 110 + names.length * 52,
        description: descriptionOf(set, lang, text, totals),
      }),
      barmode: "stack",
      bargap: 0.42,
      xaxis: axis({
        title: axisTitle(lang === "en" ? "Mean time [h]" : "平均时长 [小时]"),
        // Room on the right for the sum in words.
        range: [0, 1.16 * Math.max(...totals.map((total) => total ?? 0), 0.01)],
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
    x: names.map((name) => meanOf(set, name, { measure: MEASURE, line })),
    marker: {
      color: colour,
      line: { color: "#ffffff", width: 1 },
      pattern: hatching(colour, shape),
    },
    hovertemplate: "%{fullData.name}: %{x:.3~g} h<extra></extra>",
  }));
}

/** Sum of the mean parts [h]; null when one of them is not there. */
function totalOf(set: ResultSet, scenario: string): number | null {
  const means = PARTS.map(([line]) => meanOf(set, scenario, { measure: MEASURE, line }));
  return means.some((mean) => mean === null)
    ? null
    : rounded(means.reduce<number>((sum, mean) => sum + (mean ?? 0), 0));
}

function totalTrace(
  lang: Lang,
  rows: readonly string[],
  totals: readonly (number | null)[],
): Trace {
  return {
    type: "scatter",
    mode: "markers+text",
    name: lang === "en" ? "Sum" : "合计",
    y: rows,
    x: totals,
    marker: { color: INK.text, size: 9, symbol: "diamond-open" },
    text: totals.map((total) => total === null ? "" : ` ${Number(total.toPrecision(3))}`),
    textposition: "middle right",
    textfont: { size: 11, color: INK.text },
    cliponaxis: false,
    hovertemplate: "%{fullData.name}: %{x:.3~g} h<extra></extra>",
  };
}

function descriptionOf(
  set: ResultSet,
  lang: Lang,
  text: string,
  totals: readonly (number | null)[],
): string {
  const sums = set.manifest.scenarios.map(({ title }, at) =>
    `${title[lang]} ${totals[at]?.toPrecision(3) ?? "–"} h`
  );
  return lang === "en"
    ? `${text}, stacked bars. Sum of the parts — ${sums.join(", ")}`
    : `${text}，堆叠条形图。合计——${sums.join("，")}`;
}
