/** Panels of heat maps that share rows, dates and one bar of colours. */
import type { Lang } from "./figure.ts";
import { dateAxis } from "./_panels.ts";
import { colourAxis } from "./_share_colours.ts";
import { axis, wrapped } from "./_theme.ts";

/** Height of a row, of few rows together, of a line of a title, and of dates below a panel [px]. */
const ROW = { least: 13, most: 20 };
const ROWS = 200;
const LINE = 15;
const DATES = 40;
/** Room for the bar of colours below all panels [px]. */
const BAR = 66;
/** Share of the width between two columns [-]. */
const GUTTER = 0.03;
/** Signs on a line of a title above a panel that has the whole width. */
const SIGNS = 84;

/** What the panels share. */
export interface HeatPanels {
  /** Titles of the panels, in order. */
  readonly titles: readonly string[];
  /** Rows from above: the key on the axis and the name, in Plotly's markup. */
  readonly rows: readonly (readonly [key: string, name: string])[];
}

const columnsOf = ({ titles }: HeatPanels): number => Math.min(2, titles.length);
const suffixOf = (at: number): string => at === 0 ? "" : String(at + 1);

function titleLines(panels: HeatPanels): readonly string[] {
  const width = Math.floor(SIGNS / (columnsOf(panels) || 1));
  return panels.titles.map((title) => wrapped(title, width));
}

function titleRoom(panels: HeatPanels): number {
  return 10 + LINE * Math.max(1, ...titleLines(panels).map((title) => title.split("<br>").length));
}

function rowsHeight({ rows }: HeatPanels): number {
  return Math.max(ROW.least * rows.length, Math.min(ROW.most * rows.length, ROWS));
}

function bandOf(panels: HeatPanels): number {
  return titleRoom(panels) + rowsHeight(panels) + DATES;
}

function bodyOf(panels: HeatPanels): number {
  return Math.ceil(panels.titles.length / (columnsOf(panels) || 1)) * bandOf(panels) + BAR;
}

/** Height of a figure of heat maps, with its title and margins [px]. */
export function heatHeight(panels: HeatPanels): number {
  return 84 + 44 + bodyOf(panels);
}

/** Axes of a trace in the panel at a place. */
export function heatAxesAt(at: number): { readonly xaxis: string; readonly yaxis: string } {
  return { xaxis: `x${suffixOf(at)}`, yaxis: `y${suffixOf(at)}` };
}

/** Axes, titles and the bar of colours. */
export function heatLayout(
  panels: HeatPanels,
  lang: Lang,
  { closed }: { readonly closed: boolean },
): { [key: string]: unknown } {
  const layout: { [key: string]: unknown } = {};
  const titles = titleLines(panels);
  const annotations = titles.map((title, at) => {
    const { across, up } = placeOf(panels, at);
    layout[`xaxis${suffixOf(at)}`] = xAxis(lang, at, across);
    layout[`yaxis${suffixOf(at)}`] = yAxis(panels, at, up);
    return titleAt(title, across[0], up[1]);
  });
  return { showlegend: false, ...layout, annotations, coloraxis: colourAxis(lang, closed) };
}

interface Place {
  readonly across: readonly [number, number];
  readonly up: readonly [number, number];
}

function placeOf(panels: HeatPanels, at: number): Place {
  const columns = columnsOf(panels);
  const width = (1 - GUTTER * (columns - 1)) / columns;
  const left = (at % columns) * (width + GUTTER);
  const body = bodyOf(panels);
  const top = Math.floor(at / columns) * bandOf(panels) + titleRoom(panels);
  const bottom = top + rowsHeight(panels);
  return { across: [left, Math.min(1, left + width)], up: [1 - bottom / body, 1 - top / body] };
}

function xAxis(lang: Lang, at: number, domain: Place["across"]): { [key: string]: unknown } {
  return axis({
    ...dateAxis(lang),
    domain,
    anchor: heatAxesAt(at).yaxis,
    nticks: 5,
    showgrid: false,
    tickfont: { size: 11 },
    ...(at === 0 ? {} : { matches: "x" }),
  });
}

function yAxis(panels: HeatPanels, at: number, domain: Place["up"]): { [key: string]: unknown } {
  const { rows } = panels;
  return axis({
    domain,
    anchor: heatAxesAt(at).xaxis,
    type: "category",
    range: [rows.length - 0.5, -0.5],
    tickmode: "array",
    tickvals: rows.map(([key]) => key),
    ticktext: rows.map(([, name]) => name),
    showticklabels: at % columnsOf(panels) === 0,
    ticks: "",
    showgrid: false,
    tickfont: { size: 10 },
    ...(at === 0 ? {} : { matches: "y" }),
  });
}

function titleAt(title: string, x: number, y: number): { [key: string]: unknown } {
  return {
    text: `<b>${title}</b>`,
    xref: "paper",
    yref: "paper",
    x,
    xanchor: "left",
    align: "left",
    y,
    yanchor: "bottom",
    showarrow: false,
  };
}
