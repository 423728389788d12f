/** Bars of a tornado: rows with two bars each, from the estimate as written to either end. */
import type { Lang, Trace } from "./figure.ts";
import type { InfluenceRow, InfluenceStudy } from "./study.ts";
import { numberText, type StudyWords, valueText } from "./_study_words.ts";
import { axis, axisTitle, hatching, INK, plain, wrapped } from "./_theme.ts";
import { errorBars, type Estimate, rounded } from "./_values.ts";

/** Height of a row with one line of words; of a line; of a bar [px]. */
const ROW = 50;
const LINE = 14;
const BAR = 11;
/** Centres of the two bars of a row, and the lower end of its words, from its lower end [px]. */
const CENTRES = { low: 24, high: 12 } as const;
const WORDS = 31;
/** Signs on a line of words, and on one of a law alone: both fit on a phone. */
const SIGNS = 50;
const LAW = 58;
/** Room above the rows for the name of the baseline [px]. */
const HEAD = 22;

/** How the bars of the two ends look and what they are called. */
export const ENDS = [
  { end: "low", colour: "#0072B2", shape: "", en: "low end", zh: "低端" },
  { end: "high", colour: "#E69F00", shape: "/", en: "high end", zh: "高端" },
] as const;

/** Axes: values below, rows by their pixels. */
export function axesOf(
  rows: readonly PlacedRow[],
  range: readonly [number, number],
  { measure, unit }: StudyWords,
): { [key: string]: unknown } {
  return {
    xaxis: axis({ range, nticks: 6, title: axisTitle(`${measure} [${unit}]`) }),
    yaxis: { visible: false, range: [heightOf(rows), 0], fixedrange: true },
  };
}

/** Range with all bars and whiskers, and room for the values beside them. */
export function rangeOf(
  study: InfluenceStudy,
  rows: readonly InfluenceRow[],
  { factor }: StudyWords,
): [number, number] {
  const ends = rows.flatMap(({ low, high }) =>
    [low, high].flatMap(({ mean, meanLow, meanHigh }) => [mean, meanLow, meanHigh])
  );
  const all = [...ends, study.baseline.mean].filter(Number.isFinite).map((one) => one * factor);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = 0.17 * (high - low || Math.abs(high) || 1);
  return [low - room, high + room];
}

/** Words of a row: path and law, on two lines when they are long; and its lower end [px]. */
export interface PlacedRow extends InfluenceRow {
  readonly words: string;
  readonly bottom: number;
}

/** Rows at their places, from above. */
export function placed(rows: readonly InfluenceRow[]): PlacedRow[] {
  let bottom = HEAD;
  return rows.map((row) => {
    const long = row.path.length + row.written.length > SIGNS;
    const lines = wrapped(row.written, LAW).split("<br>");
    bottom += ROW + (long ? LINE * lines.length : 0);
    const law = `<span style="color:${INK.faint}">${lines.join("<br>")}</span>`;
    return { ...row, bottom, words: `<b>${plain(row.path)}</b>${long ? "<br>" : " "}${law}` };
  });
}

/** Height of all rows [px]. */
export const heightOf = (rows: readonly PlacedRow[]): number => rows.at(-1)?.bottom ?? HEAD + ROW;

/** Bars of one end of all parameters. */
export function barsOf(
  study: InfluenceStudy,
  rows: readonly PlacedRow[],
  { end: { end, colour, shape, ...names }, lang, words: { factor, unit } }: {
    readonly end: (typeof ENDS)[number];
    readonly lang: Lang;
    readonly words: StudyWords;
  },
): Trace {
  const base = study.baseline.mean * factor;
  const estimates = rows.map((row) => ({
    mean: rounded(row[end].mean * factor),
    low: rounded(row[end].meanLow * factor),
    high: rounded(row[end].meanHigh * factor),
  }));
  return {
    type: "bar",
    orientation: "h",
    name: lang === "en" ? `at the ${names.en} of its law` : `取其分布的${names.zh}`,
    base: rows.map(() => rounded(base)),
    y: rows.map(({ bottom }) => bottom - CENTRES[end]),
    x: estimates.map(({ mean }) => mean === null ? null : rounded(mean - base)),
    width: rows.map(() => BAR),
    customdata: rows.map(({ path }) => plain(path)),
    error_x: { ...errorBars(estimates), color: INK.text, thickness: 1.2, width: 3 },
    marker: { color: colour, pattern: hatching(colour, shape) },
    text: rows.map((row, at) =>
      plain(
        `${valueText(row[end].value, row[end].unit)} → ${estimateText(estimates[at], unit, lang)}`,
      )
    ),
    textposition: "none",
    hovertemplate: "%{customdata}: %{text}<extra></extra>",
  };
}

function estimateText({ mean, low, high }: Estimate, unit: string, lang: Lang): string {
  const said = `${numberText(mean ?? NaN)} ${unit}`;
  if (low === null || high === null) return said;
  const [from, to] = [numberText(low), numberText(high)];
  return said + (lang === "en" ? ` (95 %: ${from} to ${to})` : `（95%：${from}至${to}）`);
}

/** Values of the parameters, beside the outermost of bar, whisker and baseline. */
export function valuesOf(
  study: InfluenceStudy,
  rows: readonly PlacedRow[],
  { end, words: { factor } }: { readonly end: "low" | "high"; readonly words: StudyWords },
): Trace {
  const base = study.baseline.mean;
  const side = rows.map((row) => row[end].mean < base ? -1 : 1);
  return {
    type: "scatter",
    mode: "text",
    showlegend: false,
    x: rows.map((row, at) => {
      const { mean, meanLow, meanHigh } = row[end];
      const all = [base, mean, meanLow, meanHigh].filter(Number.isFinite);
      return rounded(factor * (side[at] < 0 ? Math.min(...all) : Math.max(...all)));
    }),
    y: rows.map(({ bottom }) => bottom - CENTRES[end]),
    text: rows.map((row) => plain(` ${valueText(row[end].value, row[end].unit)} `)),
    textposition: side.map((one) => one < 0 ? "middle left" : "middle right"),
    textfont: { size: 10, color: INK.text },
    hoverinfo: "skip",
    cliponaxis: false,
  };
}

/** Names of the parameters above their bars, and the line of the baseline with its name. */
export function marksOf(
  { baseline }: InfluenceStudy,
  rows: readonly PlacedRow[],
  { lang, words: { factor, unit } }: { readonly lang: Lang; readonly words: StudyWords },
): { [key: string]: unknown } {
  if (rows.length === 0) return {};
  const x = baseline.mean * factor;
  const said = `${numberText(x)} ${unit}`;
  const name = {
    text: plain(lang === "en" ? `as written: ${said}` : `按方案：${said}`),
    x,
    y: HEAD - 4,
    yanchor: "bottom",
    showarrow: false,
    font: { size: 11, color: INK.faint },
  };
  const names = rows.map(({ words, bottom }) => ({
    text: words,
    align: "left",
    xref: "paper",
    x: 0,
    xanchor: "left",
    y: bottom - WORDS,
    yanchor: "bottom",
    showarrow: false,
    bgcolor: "rgba(255,255,255,0.75)",
    borderpad: 0,
    font: { size: 11, color: INK.text },
  }));
  const line = {
    type: "line",
    x0: x,
    x1: x,
    y0: HEAD - 4,
    y1: heightOf(rows),
    line: { color: INK.reference, width: 1.2 },
  };
  return { annotations: [name, ...names], shapes: [line] };
}
