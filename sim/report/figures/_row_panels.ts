/** Panels of rows: a title with its unit, a scale of its own, and a row per scenario. */
import { axis, INK } from "./_theme.ts";

/** Height of the axis of a panel, and of a line of text [px]. */
const AXIS = 36;
const LINE = 15;

/** A panel. */
export interface RowPanel {
  /** Title, in Plotly's markup; lines are parted by `<br>`. */
  readonly title: string;
  /** Names of the rows, from above, in Plotly's markup. */
  readonly names: readonly string[];
}

function linesOf(text: string): number {
  return text.split("<br>").length;
}

/** Height of a row of a panel [px]. */
function rowOf({ names }: RowPanel): number {
  return 12 + LINE * Math.max(1, ...names.map(linesOf));
}

/** Room for the title of a panel, two lines at least [px]. */
function titleRoom({ title }: RowPanel): number {
  return 16 + LINE * Math.max(2, linesOf(title));
}

/** Height of all panels together [px]. */
export function bodyOf(panels: readonly RowPanel[]): number {
  const heights = panels.map((panel) =>
    titleRoom(panel) + AXIS + panel.names.length * rowOf(panel)
  );
  return Math.max(heights.reduce((sum, height) => sum + height, 0), 82);
}

/** Height of a figure of panels of rows [px]. */
export function rowsHeight(panels: readonly RowPanel[]): number {
  return 84 + 10 + bodyOf(panels);
}

/** Axes of a trace in the panel at a place. */
export function rowAxesAt(at: number): { readonly xaxis: string; readonly yaxis: string } {
  const suffix = at === 0 ? "" : String(at + 1);
  return { xaxis: `x${suffix}`, yaxis: `y${suffix}` };
}

/** Axes and titles of the panels, and a line at zero in each when asked for. */
export function rowsLayout(
  panels: readonly RowPanel[],
  { zero, x }: { readonly zero: boolean; readonly x: { readonly [key: string]: unknown } },
): { [key: string]: unknown } {
  const layout: { [key: string]: unknown } = {};
  const annotations: unknown[] = [];
  const shapes: unknown[] = [];
  const body = bodyOf(panels);
  let top = 1;
  panels.forEach((panel, at) => {
    const { xaxis, yaxis } = rowAxesAt(at);
    const high = top - titleRoom(panel) / body;
    const low = Math.max(0, high - panel.names.length * rowOf(panel) / body);
    layout[`xaxis${xaxis.slice(1)}`] = axis({
      anchor: yaxis,
      nticks: 6,
      ...{ tickfont: { size: 11 }, ...x },
    });
    layout[`yaxis${yaxis.slice(1)}`] = axis({
      domain: [low, high],
      anchor: xaxis,
      type: "category",
      range: [panel.names.length - 0.5, -0.5],
      ticks: "",
      showgrid: false,
      tickfont: { size: 12 },
    });
    annotations.push(titleAt(panel.title, high));
    if (zero) shapes.push(zeroAt(xaxis, yaxis));
    top = low - AXIS / body;
  });
  return { showlegend: false, ...layout, annotations, shapes };
}

function titleAt(text: string, y: number): unknown {
  return {
    text,
    xref: "paper",
    yref: "paper",
    x: 0,
    xanchor: "left",
    align: "left",
    y,
    yanchor: "bottom",
    showarrow: false,
  };
}

function zeroAt(xaxis: string, yaxis: string): unknown {
  return {
    type: "line",
    xref: xaxis,
    yref: `${yaxis} domain`,
    x0: 0,
    x1: 0,
    y0: 0,
    y1: 1,
    layer: "below",
    line: { color: INK.reference, width: 1.2 },
  };
}
