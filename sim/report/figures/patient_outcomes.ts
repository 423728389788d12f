/** What becomes of patients. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import type { Figure, Lang, Trace } from "./figure.ts";
import { measureLabel, scenarioTitle } from "./labels.ts";
import { axis, axisTitle, frameOf, hatching, INK, intervalNote, plain, wrapped } from "./_theme.ts";
import { errorBars, type Estimate, measured } from "./_values.ts";

const DEATHS = [
  { measure: "deaths", colour: "#D55E00", shape: "" },
  { measure: "deaths_expected_in_right_care", colour: "#56B4E9", shape: "/" },
] as const;
const RECOVERED = "recovered_by_day_28_of_bed_needing";

/**
 * Deaths in all beside those expected had everyone been treated in the right place, and the share
 * of those who needed a bed who had recovered by day 28; a row per scenario, with its spread.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @returns Figure; empty when there are no rows, or nobody in them who might die or recover.
 *
 * @example No rows, no bars
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { patientOutcomesFigure } from "./mod.ts";
 * assertEquals(patientOutcomesFigure(TINY_RESULT_SET).data, []);
 * ```
 */
export function patientOutcomesFigure(set: ResultSet, lang: Lang = "en"): Figure {
  const names = set.manifest.scenarios.map(({ name }) => name);
  const rows = names.map((name) => wrapped(scenarioTitle(set, name, lang), 22));
  const text = lang === "en" ? "Deaths, and recovery by day 28" : "死亡与28天内康复";
  const upper = names.length * 62;
  const split = (names.length * 44) / (upper + names.length * 44);
  const deaths = deathsOf(set, lang, names, rows);
  const recovered = recoveredOf(set, lang, names, rows);
  const most = Math.max(0, ...deaths.flatMap(({ x }) => x as number[]));
  return {
    data: most === 0 && recovered.length === 0 ? [] : [...deaths, ...recovered],
    layout: {
      ...frameOf(set, lang, {
        text,
        note: intervalNote(set, lang, "mean"),
        height: 84 + 150 + upper + names.length * 44,
        description: descriptionOf(set, lang, text),
      }),
      barmode: "group",
      bargap: 0.3,
      xaxis: axis({
        title: axisTitle(lang === "en" ? "Deaths [persons]" : "死亡人数 [人]"),
        anchor: "y",
        rangemode: "tozero",
        tickformat: ",~d",
        // Fewer than six would be marked by halves and fifths of a person.
        ...(most < 6 ? { dtick: 1 } : { nticks: 6 }),
      }),
      yaxis: rowAxis([split + 0.13, 1]),
      xaxis2: axis({
        title: axisTitle(
          lang === "en"
            ? "Recovered by day 28, of those who needed a bed [%]"
            : "需住院者28天内康复 [%]",
        ),
        anchor: "y2",
        nticks: 6,
      }),
      yaxis2: rowAxis([0, Math.max(0.1, split - 0.06)]),
      legend: { orientation: "h", x: 0, y: 1.01, yanchor: "bottom" },
    },
  };
}

function rowAxis(domain: readonly [number, number]): { [key: string]: unknown } {
  return axis({ domain, autorange: "reversed", type: "category", ticks: "" });
}

function deathsOf(
  set: ResultSet,
  lang: Lang,
  names: readonly string[],
  rows: readonly string[],
): Trace[] {
  return DEATHS.flatMap(({ measure, colour, shape }) => {
    const estimates = names.map((name) => measured(set, name, { measure }));
    if (estimates.every(({ mean }) => mean === null)) return [];
    return [{
      type: "bar",
      orientation: "h",
      name: plain(measureLabel(measure, lang)),
      y: rows,
      x: estimates.map(({ mean }) => mean),
      error_x: { ...errorBars(estimates), color: INK.text },
      marker: { color: colour, pattern: hatching(colour, shape) },
      hovertemplate: "%{fullData.name}: %{x:,.0f}<extra></extra>",
    }];
  });
}

function recoveredOf(
  set: ResultSet,
  lang: Lang,
  names: readonly string[],
  rows: readonly string[],
): Trace[] {
  const estimates = names.map((name) => measured(set, name, { measure: RECOVERED }, 100));
  if (estimates.every(({ mean }) => mean === null)) return [];
  return [{
    type: "scatter",
    mode: "markers",
    xaxis: "x2",
    yaxis: "y2",
    showlegend: false,
    name: plain(measureLabel(RECOVERED, lang)),
    y: rows,
    x: estimates.map(({ mean }) => mean),
    error_x: { ...errorBars(estimates), color: INK.text },
    marker: { color: "#009E73", size: 10, symbol: "diamond" },
    hovertemplate: "%{x:.3~g} %<extra></extra>",
  }];
}

function descriptionOf(set: ResultSet, lang: Lang, text: string): string {
  const said = (estimate: Estimate): string =>
    estimate.mean === null ? "–" : String(Number(estimate.mean.toPrecision(3)));
  const scenarios = set.manifest.scenarios.map(({ name, title }) => {
    const deaths = said(measured(set, name, { measure: "deaths" }));
    const recovered = said(measured(set, name, { measure: RECOVERED }, 100));
    return lang === "en"
      ? `${title.en}: ${deaths} deaths, ${recovered} % recovered`
      : `${title.zh}：死亡${deaths}人，康复${recovered}%`;
  });
  return lang === "en"
    ? `${text}, bars and points. ${scenarios.join("; ")}`
    : `${text}，条形与点图。${scenarios.join("；")}`;
}
