/**
 * Small multiples with one x-axis a column: panels one above the other, in one column or several, each
 * with a title of its own.
 */
import { axis, axisTitle, INK, plain } from "./_theme.ts";

/** Height of a panel [px]. */
export const PANEL = 200;
const GAP = 34;
/** Share of the width between two columns [-]. */
const GUTTER = 0.09;

/** Lowest and highest value of a panel [its unit]. */
export type Range = readonly [low: number, high: number];

/** What the panels share and what tells them apart. */
export interface Panels {
  /** Titles, from above; an empty one is left out. */
  readonly titles: readonly string[];
  /** Titles of the value axes, with the unit; the last one holds for all further panels. */
  readonly axisTitles: readonly string[];
  /** Ranges of the value axes, as drawn. */
  readonly ranges: readonly Range[];
  /** The x-axis. */
  readonly x: { readonly [key: string]: unknown };
  /** Value of a reference line in every panel, with its name; with several columns the legend has it. */
  readonly reference?: { readonly value: number; readonly name: string };
  /** Columns, filled row by row; one when left out. */
  readonly columns?: number;
}

/** Height of a figure of so many rows of panels [px]. */
export function heightOf(rows: number): number {
  return 84 + 90 + rows * PANEL;
}

const numbered = (letter: string, at: number): string => at === 0 ? letter : `${letter}${at + 1}`;

/** Axes of a trace in the panel at a place. */
export function axesAt(
  at: number,
  columns = 1,
): { readonly xaxis: string; readonly yaxis: string } {
  return { xaxis: numbered("x", at % columns), yaxis: numbered("y", at) };
}

/** Range of an axis that shows zero, all values and the reference line, with room above. */
export function rangeFromZero([low, high]: Range, reference = 0): Range {
  const top = Math.max(high, reference);
  return [low < 0 ? low * 1.05 : 0, top > 0 ? top * 1.05 : 1];
}

/** Axes, titles and reference lines of the panels, and the legend below them. */
export function panelsLayout(panels: Panels): { [key: string]: unknown } {
  const rows = rowsOf(panels);
  return {
    legend: { orientation: "h", x: 0, y: -54 / (rows * PANEL || 1), yanchor: "top" },
    ...axesOf(panels),
    ...decorationsOf(panels),
  };
}

function rowsOf({ titles, columns = 1 }: Panels): number {
  return Math.ceil(titles.length / columns);
}

function domainOf(row: number, rows: number): [number, number] {
  const whole = rows * PANEL;
  return [
    Math.max(0, 1 - ((row + 1) * PANEL) / whole),
    1 - (row * PANEL + (row === 0 ? GAP / 2 : GAP)) / whole,
  ];
}

/** Left and right end of a column as shares of the width [-]. */
function columnOf(column: number, columns: number): [number, number] {
  const width = (1 - GUTTER * (columns - 1)) / columns;
  return [
    column * (width + GUTTER),
    column === columns - 1 ? 1 : column * (width + GUTTER) + width,
  ];
}

function axesOf(panels: Panels): { [key: string]: unknown } {
  const { titles, axisTitles, ranges, x, columns = 1 } = panels;
  const axes: { [key: string]: unknown } = {};
  for (let column = 0; column < columns; column++) {
    const last = titles.findLastIndex((_, at) => at % columns === column);
    axes[`xaxis${column === 0 ? "" : column + 1}`] = axis({
      anchor: numbered("y", Math.max(0, last)),
      nticks: columns === 1 ? 7 : 4,
      ...(columns === 1 ? {} : { domain: columnOf(column, columns) }),
      ...x,
    });
  }
  titles.forEach((_, at) => {
    const title = at % columns === 0 ? axisTitles[Math.min(at, axisTitles.length - 1)] : "";
    axes[`yaxis${at === 0 ? "" : at + 1}`] = axis({
      domain: domainOf(Math.floor(at / columns), rowsOf(panels)),
      ...(columns === 1 ? {} : { anchor: numbered("x", at % columns) }),
      title: axisTitle(title ?? ""),
      range: ranges[at],
      nticks: 6,
      exponentformat: "none",
      separatethousands: true,
    });
  });
  return axes;
}

function decorationsOf(panels: Panels): { [key: string]: unknown } {
  const { titles, reference, columns = 1 } = panels;
  const annotations = titles.map((title, at) => ({
    text: `<b>${plain(title)}</b>`,
    xref: "paper",
    yref: "paper",
    x: columnOf(at % columns, columns)[0],
    xanchor: "left",
    y: domainOf(Math.floor(at / columns), rowsOf(panels))[1],
    yanchor: "bottom",
    showarrow: false,
  }));
  const named = annotations.filter(({ text }) => text !== "<b></b>");
  if (reference === undefined) return { annotations: named };
  const name = {
    ...annotations[0],
    text: plain(`┄ ${reference.name}`),
    x: 1,
    xanchor: "right",
    font: { size: 11, color: INK.faint },
  };
  const shapes = titles.map((_, at) => {
    const [x0, x1] = columnOf(at % columns, columns);
    return {
      ...horizontal(at, reference.value),
      ...(columns === 1 ? {} : { x0, x1 }),
      line: { color: INK.reference, width: 1, dash: "dot" },
    };
  });
  const names = titles.length === 0 || columns > 1 ? [] : [name];
  return { annotations: [...named, ...names], shapes };
}

/** A line across the panel at a place. */
export function horizontal(at: number, value: number): { [key: string]: unknown } {
  return {
    type: "line",
    xref: "paper",
    yref: axesAt(at).yaxis,
    x0: 0,
    x1: 1,
    y0: value,
    y1: value,
  };
}

/** A line down the panel at a place. */
export function vertical(at: number, value: number): { [key: string]: unknown } {
  return {
    type: "line",
    xref: "x",
    yref: `${axesAt(at).yaxis} domain`,
    x0: value,
    x1: value,
    y0: 0,
    y1: 1,
  };
}

/** A band between two lines, as a trace; places without both ends are left out. */
export function bandTrace(
  points: readonly {
    readonly x: string | number;
    readonly low: number | null;
    readonly high: number | null;
  }[],
  more: { readonly [key: string]: unknown },
): { [key: string]: unknown } | undefined {
  const sure = points.filter(({ low, high }) => low !== null && high !== null);
  if (sure.length === 0) return undefined;
  return {
    type: "scatter",
    mode: "lines",
    hoverinfo: "skip",
    x: [...sure.map(({ x }) => x), ...sure.map(({ x }) => x).reverse()],
    y: [...sure.map(({ high }) => high), ...sure.map(({ low }) => low).reverse()],
    fill: "toself",
    line: { width: 0 },
    ...more,
  };
}

/** The x-axis of days of a calendar. */
export function dateAxis(lang: "en" | "zh"): { [key: string]: unknown } {
  return {
    type: "date",
    tickformat: lang === "en" ? "%-d %b\n%Y" : "%-m月%-d日\n%Y年",
    // Where ticks stand at the first of a month, the day need not be said.
    tickformatstops: [{
      dtickrange: ["M1", null],
      value: lang === "en" ? "%b\n%Y" : "%-m月\n%Y",
    }],
    hoverformat: lang === "en" ? "%-d %b %Y" : "%Y年%-m月%-d日",
  };
}
