/** Where a difference of two scenarios is zero: line, interval and words. */
import type { Lang } from "./figure.ts";
import type { Crossing, ThresholdStudy } from "./study.ts";
import { reversalOf } from "./reversal.ts";
import { numberText, valueText } from "./_study_words.ts";
import { INK, plain } from "./_theme.ts";

const CROSSING = "rgba(68,68,68,0.12)";

const ZERO = {
  type: "line",
  xref: "paper",
  x0: 0,
  x1: 1,
  y0: 0,
  y1: 0,
  line: { color: INK.reference, width: 1.2 },
};

/** The line of no difference, the crossing with its interval, and who is higher on which side. */
export function marksOf(study: ThresholdStudy, lang: Lang): { [key: string]: unknown } {
  if (study.points.length === 0) return {};
  const { interval, line } = shapesOf(study);
  return {
    shapes: [...interval, ZERO, ...line],
    annotations: [...sidesOf(study, lang), nameOf(study, lang)],
  };
}

/** The crossing and its interval, which goes to the last value where its end lies beyond. */
function shapesOf({ crossing, points }: ThresholdStudy): { interval: unknown[]; line: unknown[] } {
  if (crossing === null) return { interval: [], line: [] };
  const upright = { yref: "y domain", y0: 0, y1: 1 };
  const { value, low, high } = crossing;
  const interval = {
    type: "rect",
    ...upright,
    x0: Number.isFinite(low) ? low : points[0].value,
    x1: Number.isFinite(high) ? high : points[points.length - 1].value,
    fillcolor: CROSSING,
    line: { width: 0 },
    layer: "below",
  };
  const dashes = { color: INK.reference, width: 1.4, dash: "dash" };
  return {
    interval: [interval],
    line: [{ type: "line", ...upright, x0: value, x1: value, line: dashes }],
  };
}

/** Who is higher above the line of no difference, and below it. */
function sidesOf({ scenarios }: ThresholdStudy, lang: Lang): unknown[] {
  return [1, 0].map((at) => {
    const title = scenarios[at]?.title[lang] ?? "";
    return {
      text: plain(lang === "en" ? `“${title}” higher` : `“${title}”更高`),
      xref: "paper",
      x: 1,
      xanchor: "right",
      yref: "y domain",
      y: at,
      yanchor: at === 1 ? "top" : "bottom",
      showarrow: false,
      bgcolor: "rgba(255,255,255,0.8)",
      font: { size: 11, color: INK.faint },
    };
  });
}

function nameOf(study: ThresholdStudy, lang: Lang): unknown {
  return {
    text: plain(crossingText(study, lang)),
    xref: "paper",
    x: 0,
    xanchor: "left",
    yref: "paper",
    y: 1,
    yanchor: "top",
    showarrow: false,
    font: { size: 11, color: INK.text },
  };
}

/** The crossing in words, or that there is none. */
export function crossingText(study: ThresholdStudy, lang: Lang): string {
  const { crossing, unit, points } = study;
  const en = lang === "en";
  if (crossing === null) return noCrossingText(study, lang);
  const at = valueText(crossing.value, unit);
  const interval = intervalText({ ...crossing, unit, points }, lang);
  return en ? `no difference at ${at} (${interval})` : `在${at}处无差别（${interval}）`;
}

/** Whether a reversal is excluded, seen at some value, or not shown. */
function noCrossingText(study: ThresholdStudy, lang: Lang): string {
  const { unit, points } = study;
  const en = lang === "en";
  const from = numberText(points[0]?.value ?? NaN, 4);
  const to = valueText(points.at(-1)?.value ?? NaN, unit);
  const { excluded, others } = reversalOf(study);
  if (others.length > 0) {
    const at = others.map(({ value }) => valueText(value, unit));
    return en ? `reversed at ${at.join(", ")}` : `在${at.join("、")}处反转`;
  }
  if (excluded) {
    return en
      ? `no value between ${from} and ${to} reverses it`
      : `${from}与${to}之间没有任何值会使其反转`;
  }
  return en
    ? `not shown to reverse it between ${from} and ${to}`
    : `未能证实${from}与${to}之间的值会使其反转`;
}

/** The interval of the crossing; an end beyond the values is said as what it is. */
function intervalText(
  { low, high, unit, points }: Crossing & Pick<ThresholdStudy, "unit" | "points">,
  lang: Lang,
): string {
  const en = lang === "en";
  const [first, last] = [points[0], points[points.length - 1]].map((one) => one?.value ?? NaN);
  const from = Number.isFinite(low)
    ? numberText(low, 4)
    : `${en ? "below " : "低于"}${numberText(first, 4)}`;
  const to = Number.isFinite(high)
    ? valueText(high, unit)
    : `${en ? "above " : "高于"}${valueText(last, unit)}`;
  return en ? `95 %: ${from} to ${to}` : `95%：${from}至${to}`;
}

/** What its marks are, for the note. */
export function crossingNote({ crossing }: ThresholdStudy, lang: Lang): string {
  if (crossing === null) return "";
  return lang === "en"
    ? "; dashed line and grey: no difference, with the 95 % interval of that value"
    : "；虚线与灰带：无差别之处及其95%区间";
}
