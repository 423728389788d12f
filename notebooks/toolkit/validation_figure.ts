/** Numbers of ours beside theory and published studies. */
import { VALIDATION_KINDS, type ValidationRow } from "./validation_table.ts";
import type { Figure } from "./svg.ts";

type Lang = "en" | "zh";

/** Height of a row, of what stands above a panel, and about all panels [px]. */
const [ROW, HEAD, FRAME] = [17, 34, 170];
const WIDTH_OF_NAMES = 370;
/** Signs of a name that fit beside the panel. */
const SIGNS = 68;
const INK = { text: "#1f2933", faint: "#5f6b76", grid: "#e4e8ec", reference: "#444444" };
/** Blue where the rule holds and vermilion where not, of Okabe and Ito (2008). */
const LOOKS = [
  { holds: true, colour: "#0072B2", symbol: "circle", en: "within", zh: "在容许范围内" },
  { holds: false, colour: "#D55E00", symbol: "x", en: "outside", zh: "在容许范围外" },
] as const;

const WORDS = {
  en: {
    title: "Ours ÷ reference",
    note:
      "points: our number as a share of the reference; bars: its 95 % interval from our spread;" +
      "<br>grey and wide: the band in which it must lie; the vertical line is agreement",
    axis: "Ours ÷ reference [-]",
    band: "band that is allowed",
  },
  zh: {
    title: "本模型值 ÷ 参照值",
    note:
      "点：本模型值与参照值之比；细线：由自身离散程度得出的95%区间；灰色宽线：容许范围；竖线：完全一致",
    axis: "本模型值 ÷ 参照值 [-]",
    band: "容许范围",
  },
} as const;

/** A text in which Plotly finds no markup and no template. */
function plain(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;")
    .replaceAll("%{", "% {");
}

/** A row with its name and its place from above [px]. */
type Placed = ValidationRow & { readonly name: string; readonly at: number };

type Panel = { readonly title: string; readonly at: number };

/** Case and quantity; of several rows of one case the quantity alone. */
function nameOf({ case: of, quantity }: ValidationRow, alone: boolean): string {
  const name = alone ? `${of}: ${quantity}` : quantity;
  return name.length <= SIGNS ? name : `${name.slice(0, SIGNS - 1).trimEnd()}…`;
}

/** Rows by kind, one under another, with the titles between. */
function placedRows(rows: readonly ValidationRow[], lang: Lang) {
  const placed: Placed[] = [];
  const panels: Panel[] = [];
  let at = 0;
  for (const { kind, ...title } of VALIDATION_KINDS) {
    const own = rows.filter((row) => row.kind === kind);
    if (own.length === 0) continue;
    panels.push({ title: title[lang], at: at += HEAD });
    for (const [of, group] of Map.groupBy(own, (row) => row.case)) {
      const alone = group.length === 1;
      if (!alone) panels.push({ title: of, at: at += ROW });
      for (const row of group) placed.push({ ...row, name: nameOf(row, alone), at: at += ROW });
    }
  }
  return { placed, panels, height: at + ROW };
}

const share = (value: number): number => Number(value.toPrecision(6));

/** Half of the 95 % interval of ours ÷ reference [-]; 0 where a band judges or all agrees. */
function halfWidth({ z, ours, reference }: ValidationRow): number {
  const error = z === 0 || Number.isNaN(z) ? 0 : (ours - reference) / z;
  return share(Math.abs(1.96 * error / reference));
}

function bandTrace(rows: readonly Placed[], lang: Lang): object {
  const banded = rows.filter(({ low }) => Number.isFinite(low));
  return {
    type: "scatter",
    mode: "lines",
    name: WORDS[lang].band,
    x: banded.flatMap(({ low, high, reference }) =>
      [low, high].map((end) => share(end / reference))
    )
      .flatMap((end, i) => i % 2 === 1 ? [end, null] : [end]),
    y: banded.flatMap(({ at }) => [at, at, null]),
    line: { color: "#c3cad1", width: 9 },
    hoverinfo: "skip",
  };
}

function pointsTrace(rows: readonly Placed[], look: typeof LOOKS[number], lang: Lang): object {
  const own = rows.filter(({ holds }) => holds === look.holds);
  return {
    type: "scatter",
    mode: "markers",
    name: look[lang],
    x: own.map(({ ours, reference }) => share(ours / reference)),
    y: own.map(({ at }) => at),
    error_x: {
      type: "data",
      array: own.map(halfWidth),
      color: INK.faint,
      thickness: 1.2,
      width: 3,
    },
    marker: { size: 7, color: look.colour, symbol: look.symbol },
    customdata: own.map((row) => plain(`${row.case}: ${row.quantity}`)),
    text: own.map(({ ours, reference }) => `${ours} ÷ ${reference}`),
    hovertemplate: "%{customdata}<br>%{text} = %{x:.4f}<extra></extra>",
  };
}

/** Names beside the rows, and the titles of the kinds above theirs. */
function namesOf(rows: readonly Placed[], panels: readonly Panel[]): object {
  const names = [
    ...rows.map(({ name, at }) => ({ at, text: plain(name) })),
    ...panels.map(({ title, at }) => ({ at, text: `<b>${plain(title)}</b>` })),
  ];
  return {
    tickvals: names.map(({ at }) => at),
    ticktext: names.map(({ text }) => text),
    tickfont: { size: 10.5, color: INK.text },
    showgrid: false,
    zeroline: false,
  };
}

function titleOf(text: string, below: string): object {
  return {
    text,
    x: 0,
    xref: "container",
    xanchor: "left",
    pad: { l: 14, t: 14 },
    y: 1,
    yref: "container",
    yanchor: "top",
    font: { size: 17 },
    subtitle: { text: below, font: { size: 11, color: INK.faint } },
  };
}

function layoutOf(lang: Lang, made: ReturnType<typeof placedRows>): object {
  const [{ title, note, axis }, { placed, panels, height }] = [WORDS[lang], made];
  const outside = placed.filter(({ holds }) => !holds).map(({ name }) => name);
  const said = lang === "en"
    ? `${placed.length} numbers, ${outside.length} outside what is allowed`
    : `${placed.length}个数，${outside.length}个在容许范围外`;
  const description = `${title}. ${[said, ...outside].join("; ")}`;
  const line = { type: "line", x0: 1, x1: 1, y0: 0, y1: height, layer: "below" };
  return {
    title: titleOf(title, `${said}<br>${note}`),
    height: height + FRAME,
    margin: { l: WIDTH_OF_NAMES, r: 18, t: 86, b: 84 },
    meta: { description, note, grade: "" },
    xaxis: { title: { text: axis }, gridcolor: INK.grid, zeroline: false, ticks: "outside" },
    yaxis: { ...namesOf(placed, panels), range: [height, 0], fixedrange: true },
    legend: { orientation: "h", x: 0, y: -58 / height, yanchor: "top" },
    hovermode: "closest",
    shapes: [{ ...line, line: { color: INK.reference, width: 1.2 } }],
    paper_bgcolor: "#ffffff",
    plot_bgcolor: "#ffffff",
    font: { size: 12, color: INK.text },
  };
}

/**
 * Our numbers as shares of their references, a row each, grouped by kind: with the 95 % interval that
 * our spread gives, or the band that is allowed.
 *
 * @param rows Numbers; those whose reference is 0 have no share and are left out.
 * @param lang Language of titles.
 * @returns Figure; empty without rows.
 *
 * @example A number that is two per cent too high
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { validationFigure } from "./validation_figure.ts";
 *
 * const row = { kind: "queueing", case: "M/M/1", quantity: "L", reference: 5, ours: 5.1 } as const;
 * const { data } = validationFigure([{ ...row, z: 1, low: NaN, high: NaN, holds: true }]);
 * assertEquals((data[1] as { x: number[] }).x, [1.02]);
 * ```
 */
export function validationFigure(rows: readonly ValidationRow[], lang: Lang = "en"): Figure {
  const made = placedRows(rows.filter(({ reference }) => reference !== 0), lang);
  const looks = LOOKS.filter(({ holds }) => made.placed.some((row) => row.holds === holds));
  return {
    data: made.placed.length === 0 ? [] : [
      bandTrace(made.placed, lang),
      ...looks.map((look) => pointsTrace(made.placed, look, lang)),
    ],
    layout: layoutOf(lang, made),
  };
}
