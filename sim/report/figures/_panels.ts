/** Small multiples with one x-axis: panels one above the other, each with a title of its own. */
import { axis, axisTitle, INK, plain } from "./_theme.ts";

/** Height of a panel [px]. */
export const PANEL = 200;
const GAP = 34;

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
  /** Value of a reference line in every panel, with its name. */
  readonly reference?: { readonly value: number; readonly name: string };
}

/** Height of a figure of so many panels [px]. */
export function heightOf(count: number): number {
  return 84 + 90 + count * PANEL;
}

/** Axes of a trace in the panel at a place. */
export function axesAt(at: number): { readonly xaxis: string; readonly yaxis: string } {
  return { xaxis: "x", yaxis: at === 0 ? "y" : `y${at + 1}` };
}

/** Range of an axis that shows zero, all values and the reference line, with room above. */
export function rangeFromZero([low, high]: Range, reference = 0): Range {
  const top = Math.max(high, reference);
  return [low < 0 ? low * 1.05 : 0, top > 0 ? top * 1.05 : 1];
}

/** Axes, titles and reference lines of the panels, and the legend below them. */
export function panelsLayout(panels: Panels): { [key: string]: unknown } {
  const count = panels.titles.length;
  return {
    legend: { orientation: "h", x: 0, y: -54 / (count * PANEL || 1), yanchor: "top" },
    ...axesOf(panels),
    ...decorationsOf(panels),
  };
}

function domainOf(at: number, count: number): [number, number] {
  const whole = count * PANEL;
  return [
    Math.max(0, 1 - ((at + 1) * PANEL) / whole),
    1 - (at * PANEL + (at === 0 ? GAP / 2 : GAP)) / whole,
  ];
}

function axesOf({ titles, axisTitles, ranges, x }: Panels): { [key: string]: unknown } {
  const count = titles.length;
  const axes: { [key: string]: unknown } = {
    xaxis: axis({ anchor: count === 1 ? "y" : `y${count}`, nticks: 7, ...x }),
  };
  titles.forEach((_, at) => {
    axes[at === 0 ? "yaxis" : `yaxis${at + 1}`] = axis({
      domain: domainOf(at, count),
      title: axisTitle(axisTitles[Math.min(at, axisTitles.length - 1)] ?? ""),
      range: ranges[at],
      nticks: 6,
    });
  });
  return axes;
}

function decorationsOf({ titles, reference }: Panels): { [key: string]: unknown } {
  const annotations = titles.map((title, at) => ({
    text: `<b>${plain(title)}</b>`,
    xref: "paper",
    yref: "paper",
    x: 0,
    xanchor: "left",
    y: domainOf(at, titles.length)[1],
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
  const shapes = titles.map((_, at) => ({
    ...horizontal(at, reference.value),
    line: { color: INK.reference, width: 1, dash: "dot" },
  }));
  return { annotations: titles.length === 0 ? [] : [...named, name], shapes };
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
    hoverformat: lang === "en" ? "%-d %b %Y" : "%Y年%-m月%-d日",
  };
}
