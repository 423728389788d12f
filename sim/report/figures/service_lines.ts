/**
 * Every line of ordinary service, week by week: a heat map for each scenario.
 *
 * Each cell is a bar a week long, since bars can be hatched and the cells of Plotly's heat maps cannot:
 * nothing served is crossed out, so that a suspended line is told from a small one without its colour.
 */
import { LINES } from "../../domain/terms/mod.ts";
import type { ResultSet } from "../../experiment/results/mod.ts";
import { spreadNote } from "../method/mod.ts";
import type { Figure, Lang, Trace } from "./figure.ts";
import { groupLabel, scenarioTitle } from "./labels.ts";
import { dateAxis } from "./_panels.ts";
import { bodyOf, rowAxesAt, type RowPanel, rowsHeight, rowsLayout } from "./_row_panels.ts";
import { axisTitle, frameOf, hatching, plain, wrapped } from "./_theme.ts";
import { rounded } from "./_values.ts";

const MEASURE = "service_volume_vs_2019";
const WEEK_MILLISECONDS = 7 * 86_400_000;
/** Below this share a line counts as suspended [%]. */
const SUSPENDED = 0.5;
/** Values at which the colours end [%]; there is more where those put off come back. */
const MOST = 120;
/** Cividis, made to look alike to people with and without colour blindness: red, green, blue. */
const COLOURS: readonly (readonly [red: number, green: number, blue: number])[] = [
  [0, 34, 78],
  [42, 63, 109],
  [87, 93, 109],
  [125, 124, 120],
  [165, 156, 116],
  [209, 193, 93],
  [254, 232, 56],
];

interface Cell {
  readonly line: string;
  readonly week: string;
  readonly value: number;
}

/**
 * Weekly volume of every line of service over the same weekdays of 2019 as colours, a panel per
 * scenario with a row per line; what is suspended is crossed out.
 *
 * @param set Results.
 * @param lang Language of titles.
 * @returns Figure; scenarios without rows have no panel.
 *
 * @example No rows, no cells
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { serviceLinesFigure } from "./mod.ts";
 * assertEquals(serviceLinesFigure(TINY_RESULT_SET).data, []);
 * ```
 */
export function serviceLinesFigure(set: ResultSet, lang: Lang = "en"): Figure {
  const shown = set.manifest.scenarios.map(({ name }) => ({ name, cells: cellsOf(set, name) }))
    .filter(({ cells }) => cells.length > 0);
  const panels = shown.map(({ name, cells }): RowPanel => ({
    title: `<b>${wrapped(scenarioTitle(set, name, lang), 80)}</b>`,
    names: LINES.filter((line) => cells.some((cell) => cell.line === line))
      .map((line) => nameOf(line, lang)),
  }));
  const en = lang === "en";
  const text = en
    ? "Lines of ordinary service against 2019, by week"
    : "各类日常服务每周与2019年同期之比";
  const note = en
    ? `means over replications without their ${
      spreadNote(set, lang)
    }: volume of each week over that of the same weekdays of 2019; crossed out: nothing served in person`
    : `各次重复之均值（${
      spreadNote(set, lang)
    }未示）：每周服务量与2019年同期之比；打叉：未现场提供`;
  return {
    data: shown.length === 0 ? [] : [
      scaleTrace(lang, bodyOf(panels)),
      ...shown.flatMap(({ cells }, at) => barsOf(cells, lang, at)),
    ],
    layout: {
      ...frameOf(set, lang, {
        text,
        note,
        height: rowsHeight(panels),
        description: descriptionOf(set, lang, text, shown),
      }),
      ...orderedRows(
        panels,
        rowsLayout(panels, {
          zero: false,
          x: { ...dateAxis(lang), showgrid: false },
        }),
      ),
      bargap: 0.06,
      barmode: "overlay",
    },
  };
}

/** Rows in the order of the lines, whatever trace comes first. */
function orderedRows(
  panels: readonly RowPanel[],
  layout: { readonly [key: string]: unknown },
): { [key: string]: unknown } {
  const axes = panels.map(({ names }, at) => {
    const name = `yaxis${at === 0 ? "" : at + 1}`;
    return [name, { ...Object(layout[name]), categoryorder: "array", categoryarray: names }];
  });
  return { ...layout, ...Object.fromEntries(axes) };
}

const nameOf = (line: string, lang: Lang): string => plain(groupLabel({ line }, lang));

/** Cells of a scenario in the order of the lines; weeks without a value in 2019 are left out. */
function cellsOf({ bands }: ResultSet, scenario: string): Cell[] {
  const rows = bands.filter((row) =>
    row.scenario === scenario && row.measure === MEASURE && row.tier === "" && row.grid === "" &&
    row.replications > 0
  );
  return LINES.flatMap((line) =>
    rows.filter((row) => row.line === line)
      .map(({ date, mean }) => ({ line, week: date, value: 100 * mean }))
  );
}

/** Colour of a value, between the two nearest of the scale. */
function colourOf(value: number): string {
  const place = Math.min(1, Math.max(0, value / MOST)) * (COLOURS.length - 1);
  const at = Math.min(COLOURS.length - 2, Math.floor(place));
  const parts = COLOURS[at].map((from, i) =>
    Math.round(from + (place - at) * (COLOURS[at + 1][i] - from))
  );
  return `rgb(${parts.join(",")})`;
}

// Hatching takes no scale of colours, so bars have colours of their own and this trace has the scale.
function scaleTrace(lang: Lang, height: number): Trace {
  const last = COLOURS.length - 1;
  return {
    type: "scatter",
    mode: "markers",
    ...rowAxesAt(0),
    x: [null],
    y: [null],
    showlegend: false,
    hoverinfo: "skip",
    marker: {
      color: [0],
      colorscale: COLOURS.map((_, at) => [at / last, colourOf(MOST * at / last)]),
      cmin: 0,
      cmax: MOST,
      showscale: true,
      colorbar: {
        title: { ...axisTitle(lang === "en" ? "of 2019 [%]" : "2019年同期 [%]"), side: "right" },
        thickness: 12,
        lenmode: "pixels",
        len: Math.min(260, height),
        y: 1,
        yanchor: "top",
        outlinewidth: 0,
        nticks: 7,
      },
    },
  };
}

// Those hatched are a trace of their own: hatching needs one colour.
function barsOf(cells: readonly Cell[], lang: Lang, at: number): Trace[] {
  const line = { width: 0 };
  const suspended = (cell: Cell) => cell.value < SUSPENDED;
  const served = cells.filter((cell) => !suspended(cell));
  const pattern = { ...hatching(colourOf(0), "x"), fgcolor: "#ffffff" };
  return [
    barTrace(served, lang, {
      at,
      marker: { color: served.map(({ value }) => colourOf(value)), line },
    }),
    barTrace(cells.filter(suspended), lang, { at, marker: { color: colourOf(0), line, pattern } }),
  ].filter(({ y }) => (y as readonly string[]).length > 0);
}

function barTrace(
  cells: readonly Cell[],
  lang: Lang,
  { at, marker }: { readonly at: number; readonly marker: { readonly [key: string]: unknown } },
): Trace {
  return {
    type: "bar",
    orientation: "h",
    ...rowAxesAt(at),
    showlegend: false,
    y: cells.map(({ line }) => nameOf(line, lang)),
    base: cells.map(({ week }) => week),
    x: cells.map(() => WEEK_MILLISECONDS),
    customdata: cells.map(({ week, value }) => [week, rounded(value)]),
    marker,
    hovertemplate: "%{y}, %{customdata[0]}: %{customdata[1]:.3~g} %<extra></extra>",
  };
}

function descriptionOf(
  set: ResultSet,
  lang: Lang,
  text: string,
  shown: readonly { readonly name: string; readonly cells: readonly Cell[] }[],
): string {
  const en = lang === "en";
  const said = shown.map(({ name, cells }) => {
    const lines = new Set(cells.filter(({ value }) => value < SUSPENDED).map(({ line }) => line));
    const names = [...lines].map((line) => groupLabel({ line }, lang));
    const which = names.length === 0
      ? (en ? "no line suspended" : "无暂停服务")
      : en
      ? `suspended for a week or more: ${names.join(", ")}`
      : `曾整周暂停：${names.join("、")}`;
    return `${scenarioTitle(set, name, lang)}: ${which}`;
  });
  return en
    ? `${text}, a heat map for each scenario. ${said.join("; ")}`
    : `${text}，每个方案一幅热图。${said.join("；")}`;
}
