/** Up to where a choice stays right: a difference of two scenarios over one parameter. */
import type { Figure, Lang, Trace } from "./figure.ts";
import type { StudyHead, ThresholdStudy } from "./study.ts";
import { crossingNote, crossingText, marksOf } from "./_crossing.ts";
import {
  framedStudy,
  studySpread,
  type StudyWords,
  studyWords,
  valueText,
} from "./_study_words.ts";
import { bandTrace } from "./_panels.ts";
import { axis, axisTitle, frameOf, plain, styleAt } from "./_theme.ts";
import { rounded } from "./_values.ts";

/** Upper end of the plot as a share of the height, below the name of the crossing [-]. */
const TOP = 0.93;

/**
 * A paired difference of two scenarios over the values of one parameter, with its 95 % band, the line of
 * no difference, and the value at which the difference changes its sign with the interval of that.
 *
 * @param study Differences.
 * @param lang Language of titles.
 * @returns Figure; empty without points.
 *
 * @example The crossing is named
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { thresholdFigure } from "./mod.ts";
 *
 * const scenario = (name: string) => ({ name, title: { en: name, zh: name }, grades: {} });
 * const { layout } = thresholdFigure({
 *   city: { name: { en: "Town", zh: "城" } },
 *   scenarios: [scenario("plan"), scenario("other")],
 *   measure: "deaths",
 *   groups: {},
 *   path: "referral.adherence",
 *   unit: "",
 *   measureUnit: "persons",
 *   replications: 10,
 *   uncertainty: "replication",
 *   points: [0, 1].map((value) => ({
 *     value,
 *     mean: 10 - 20 * value,
 *     meanLow: 8 - 20 * value,
 *     meanHigh: 12 - 20 * value,
 *   })),
 *   crossing: { value: 0.5, low: 0.4, high: 0.6 },
 * });
 * assertStringIncludes(layout.meta.description, "0.5 (95 %: 0.4 to 0.6)");
 * ```
 */
export function thresholdFigure(study: ThresholdStudy, lang: Lang = "en"): Figure {
  const head: StudyHead = { ...study, unit: study.measureUnit };
  const words = studyWords(head, lang);
  const text = lang === "en"
    ? `${words.measure}: where the difference turns`
    : `${words.measure}：差值的转折点`;
  const named = study.unit === "" ? study.path : `${study.path} [${study.unit}]`;
  const frame = frameOf(framedStudy(head), lang, {
    text,
    note: noteOf(head, lang, words) + crossingNote(study, lang),
    height: 84 + 62 + 330,
    description: `${text}. ${words.of}, ${named}: ${crossingText(study, lang)}`,
  });
  return {
    data: tracesOf(study, words),
    layout: {
      ...frame,
      showlegend: false,
      hovermode: "x",
      xaxis: axis({ nticks: 7, title: axisTitle(named) }),
      yaxis: axis({
        nticks: 7,
        range: rangeOf(study, words),
        domain: [0, TOP],
        title: axisTitle(`${lang === "en" ? "Difference" : "差值"} [${words.unit}]`),
      }),
      ...marksOf(study, lang),
    },
  };
}

/** Range with zero, the band, and room for the words above and below. */
function rangeOf({ points }: ThresholdStudy, { factor }: StudyWords): [number, number] {
  const ends = points.flatMap(({ mean, meanLow, meanHigh }) => [mean, meanLow, meanHigh]);
  const all = [0, ...ends.filter(Number.isFinite).map((one) => one * factor)];
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = 0.1 * (high - low || 1);
  return [low - room, high + room];
}

function tracesOf({ points, path, unit }: ThresholdStudy, words: StudyWords): Trace[] {
  if (points.length === 0) return [];
  const { colour, band } = styleAt(0);
  const { factor } = words;
  const line = {
    type: "scatter",
    mode: "lines+markers",
    name: "difference",
    x: points.map(({ value }) => value),
    y: points.map(({ mean }) => rounded(mean * factor)),
    line: { color: colour, width: 2.2 },
    marker: { color: colour, size: 7 },
    customdata: points.map(({ value }) => plain(`${path} ${valueText(value, unit)}`)),
    hovertemplate: `%{customdata}: %{y:+.3~g} ${plain(words.unit)}<extra></extra>`,
  };
  const area = bandTrace(
    points.map(({ value, meanLow, meanHigh }) => ({
      x: value,
      low: rounded(meanLow * factor),
      high: rounded(meanHigh * factor),
    })),
    { name: "band", fillcolor: band },
  );
  return area === undefined ? [line] : [area, line];
}

function noteOf(study: StudyHead, lang: Lang, { of }: StudyWords): string {
  const spread = studySpread(study, lang);
  return lang === "en"
    ? `${of}, paired replication by replication; ${spread}: points are mean differences, the band their 95 % intervals point by point`
    : `${of}，逐次重复配对；${spread}：点为平均差值，色带为逐点95%置信区间`;
}
