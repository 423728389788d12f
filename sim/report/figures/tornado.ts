/** Which parameters matter: one at a time from one end of its law to the other. */
import type { Figure, Lang } from "./figure.ts";
import type { InfluenceRow, InfluenceStudy } from "./study.ts";
import {
  framedStudy,
  numberText,
  studySpread,
  type StudyWords,
  studyWords,
  valueText,
} from "./_study_words.ts";
import { frameOf } from "./_theme.ts";
import {
  axesOf,
  barsOf,
  ENDS,
  heightOf,
  marksOf,
  placed,
  rangeOf,
  valuesOf,
} from "./_tornado_bars.ts";

/** How much of a study a figure shows. */
export interface TornadoOptions {
  /** Parameters at most, those that move the measure most [-], default 15. */
  readonly most?: number;
}

const MOST = 15;

/** Span of the measure over both ends and the estimate as written [unit of the study]. */
function swingOf({ baseline }: InfluenceStudy, { low, high }: InfluenceRow): number {
  const means = [baseline.mean, low.mean, high.mean].filter(Number.isFinite);
  return Math.max(...means) - Math.min(...means);
}

/**
 * Influence of parameters on a measure, one at a time: from the estimate with all parameters as
 * written, a bar to what the low end of a parameter's law leads to and one to what the high end does;
 * the parameter that moves the measure most on top. Whiskers tell whether it moves it at all: they are
 * 95 % intervals of the paired difference.
 *
 * @param study Influences.
 * @param lang Language of titles.
 * @param options How many parameters.
 * @returns Figure; empty without parameters.
 *
 * @example The parameter that matters more stands on top
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { type InfluenceEnd, tornadoFigure } from "./mod.ts";
 *
 * const end = (value: number, mean: number): InfluenceEnd => (
 *   { value, unit: "h", mean, meanLow: mean - 1, meanHigh: mean + 1 }
 * );
 * const { data } = tornadoFigure({
 *   city: { name: { en: "Town", zh: "城" } },
 *   scenarios: [{ name: "plan", title: { en: "Plan", zh: "方案" }, grades: { assumed: 2 } }],
 *   measure: "deaths",
 *   groups: {},
 *   unit: "persons",
 *   replications: 10,
 *   uncertainty: "replication",
 *   baseline: { mean: 100, meanLow: 98, meanHigh: 102 },
 *   rows: [
 *     { path: "a", written: "uniform 1 h to 3 h", low: end(1, 99), high: end(3, 101) },
 *     { path: "b", written: "uniform 2 h to 4 h", low: end(2, 90), high: end(4, 120) },
 *   ],
 * });
 * assertEquals(data[0].customdata, ["b", "a"]);
 * ```
 */
export function tornadoFigure(
  study: InfluenceStudy,
  lang: Lang = "en",
  { most = MOST }: TornadoOptions = {},
): Figure {
  const sorted = study.rows.toSorted((a, b) => swingOf(study, b) - swingOf(study, a));
  const rows = placed(sorted.slice(0, most));
  const words = studyWords(study, lang);
  const text = lang === "en"
    ? `${words.measure}: which inputs matter most`
    : `${words.measure}：影响最大的参数`;
  const frame = frameOf(framedStudy(study), lang, {
    text,
    note: noteOf(study, lang, words, rows.length),
    height: 84 + 84 + heightOf(rows),
    description: descriptionOf(study, lang, { text, rows, words }),
  });
  const range = rangeOf(study, rows, words);
  return {
    data: rows.length === 0 ? [] : [
      ...ENDS.map((end) => barsOf(study, rows, { end, lang, words })),
      ...ENDS.map(({ end }) => valuesOf(study, rows, { end, words })),
    ],
    layout: {
      ...frame,
      margin: { ...frame.margin, l: 14 },
      barmode: "overlay",
      hovermode: "closest",
      legend: { orientation: "h", x: 0, y: -52 / heightOf(rows), yanchor: "top" },
      ...axesOf(rows, range, words),
      ...marksOf(study, rows, { lang, words }),
    },
  };
}

function noteOf(
  study: InfluenceStudy,
  lang: Lang,
  { of }: StudyWords,
  shown: number,
): string {
  const spread = studySpread(study, lang);
  const all = study.rows.length;
  if (lang === "en") {
    const cut = shown < all ? `; ${shown} of ${all} parameters, those that move it most` : "";
    return `${of}; one parameter at a time at the low and the high end of its law, all others as written; ${spread}: whiskers are 95 % intervals of the paired difference from the estimate as written${cut}`;
  }
  const cut = shown < all ? `；所示为${all}个参数中影响最大的${shown}个` : "";
  return `${of}；每次仅一个参数取其分布的低端或高端，其余按方案；${spread}：须线为与按方案估计之配对差值的95%置信区间${cut}`;
}

function descriptionOf(
  study: InfluenceStudy,
  lang: Lang,
  { text, rows, words: { unit, factor } }: {
    readonly text: string;
    readonly rows: readonly InfluenceRow[];
    readonly words: StudyWords;
  },
): string {
  const said = rows.slice(0, 5).map(({ path, low, high }) => {
    const ends = [low, high].map(({ value, unit, mean }) =>
      `${numberText(mean * factor)} (${valueText(value, unit)})`
    );
    return `${path} ${ends.join(lang === "en" ? " to " : "至")}`;
  });
  const base = `${numberText(study.baseline.mean * factor)} ${unit}`;
  return lang === "en"
    ? `${text}, bars from the estimate as written, ${base}. Most influential — ${said.join("; ")}`
    : `${text}，自按方案估计（${base}）起的条形。影响最大——${said.join("；")}`;
}
