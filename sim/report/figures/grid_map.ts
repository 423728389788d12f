/**
 * Where the load falls: a map of the grids.
 *
 * District outlines are filled polygons and communities are points, on plain axes: map traces
 * would fetch their maps from the network. A degree of longitude is shortened by the cosine of the
 * city's latitude.
 */
import type { ResultSet } from "../../experiment/results/mod.ts";
import { spreadNote } from "../method/mod.ts";
import type { Figure, Lang, Trace } from "./figure.ts";
import { scenarioTitle } from "./labels.ts";
import { axisTitle, frameOf, INK, plain } from "./_theme.ts";
import { meanOf } from "./_values.ts";

const MEASURE = "waiting_peak_per_1000";

/** What a map shows. */
export interface GridMapOptions {
  /** Scenario, by name. */
  readonly scenario: string;
  /** Whether its difference from the baseline is shown instead of its values. */
  readonly difference?: boolean;
}

/**
 * Map of the grids coloured by peak load: the highest daily number waiting for a bed per 1,000
 * residents, mean over replications. All scenarios of a result set share one scale. Each
 * community of a grid is a point, larger with more residents.
 *
 * @param results Results.
 * @param lang Language of titles.
 * @param options Scenario, and whether its difference from the baseline is shown.
 * @returns Figure; without rows, the outlines alone.
 *
 * @example Outlines and points
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { TINY_RESULT_SET } from "../tables/mod.ts";
 * import { gridMapFigure } from "./mod.ts";
 * const figure = gridMapFigure(TINY_RESULT_SET, "en", { scenario: "plan" });
 * assertEquals(figure.data.map(({ name }) => name), ["outlines", "communities"]);
 * ```
 */
export function gridMapFigure(
  results: ResultSet,
  lang: Lang,
  { scenario, difference = false }: GridMapOptions,
): Figure {
  const comparison = results.comparison.filter(({ measure }) => measure === MEASURE);
  const set = { ...results, comparison };
  const values = valuesOf(set, scenario, difference);
  const name = scenarioTitle(set, scenario, lang);
  const base = scenarioTitle(set, set.manifest.baseline, lang);
  const text = lang === "en"
    ? (difference ? `Peak load by grid: “${name}” minus “${base}”` : `Peak load by grid: ${name}`)
    : (difference ? `各网格峰值负荷：“${name}”减“${base}”` : `各网格峰值负荷：${name}`);
  const note = lang === "en"
    ? `means over replications without their ${
      spreadNote(set, lang)
    }: highest daily number waiting for a bed per 1,000 residents of the grid; one dot per community`
    : `各次重复之均值（${spreadNote(set, lang)}未示）：每千居民等床人数的最高日值`;
  const frame = frameOf(set, lang, {
    text,
    note,
    height: 470,
    description: descriptionOf(set, lang, text, values),
    scenarios: difference ? [scenario, set.manifest.baseline] : [scenario],
  });
  return {
    data: [outlinesOf(set), communitiesOf(set, lang, values, scaleOf(set, difference))],
    layout: {
      ...frame,
      margin: { ...frame.margin, l: 6, r: 6, b: 8 },
      showlegend: false,
      hovermode: "closest",
      xaxis: { visible: false, constrain: "domain" },
      yaxis: {
        visible: false,
        scaleanchor: "x",
        scaleratio: 1 / Math.cos((latitudeOf(set) * Math.PI) / 180),
        constrain: "domain",
      },
    },
  };
}

type Values = ReadonlyMap<string, number | null>;

interface Scale {
  readonly low: number;
  readonly high: number;
  readonly colours: unknown;
}

function valuesOf(set: ResultSet, scenario: string, difference: boolean): Values {
  const { baseline, city } = set.manifest;
  const of = (name: string, grid: string): number | null =>
    meanOf(set, name, { measure: MEASURE, grid });
  return new Map(city.grids.map(({ id }) => {
    const mean = of(scenario, id);
    if (!difference || mean === null) return [id, mean];
    const base = of(baseline, id);
    return [id, base === null ? null : mean - base];
  }));
}

function scaleOf(set: ResultSet, difference: boolean): Scale {
  const all = set.manifest.scenarios.flatMap(({ name }) =>
    [...valuesOf(set, name, difference).values()].filter((value) => value !== null)
  );
  const high = Math.max(0, ...all.map(Math.abs)) || 1;
  if (!difference) return { low: 0, high, colours: "Viridis" };
  const colours = [[0, "#0072B2"], [0.5, "#f4f4f4"], [1, "#D55E00"]];
  return { low: -high, high, colours };
}

function latitudeOf(set: ResultSet): number {
  const points = set.manifest.city.grids.flatMap(({ points }) => points);
  if (points.length === 0) return 0;
  return points.reduce((sum, [, lat]) => sum + lat, 0) / points.length;
}

function outlinesOf(set: ResultSet): Trace {
  const rings = set.manifest.city.outlines.flatMap((outline) => outline.rings);
  return {
    type: "scatter",
    mode: "lines",
    name: "outlines",
    x: rings.flatMap((ring) => [...ring.map(([lon]) => lon), null]),
    y: rings.flatMap((ring) => [...ring.map(([, lat]) => lat), null]),
    fill: "toself",
    fillcolor: "#f6f7f8",
    line: { color: "#9aa5b1", width: 0.8 },
    hoverinfo: "skip",
  };
}

function communitiesOf(set: ResultSet, lang: Lang, values: Values, scale: Scale): Trace {
  const points = set.manifest.city.grids.flatMap((grid) =>
    grid.points.map(([lon, lat, residents]) => ({ grid, lon, lat, residents }))
  );
  const most = Math.max(1, ...points.map(({ residents }) => residents));
  return {
    type: "scatter",
    mode: "markers",
    name: "communities",
    x: points.map(({ lon }) => lon),
    y: points.map(({ lat }) => lat),
    text: points.map(({ grid }) => plain(grid.name[lang])),
    marker: {
      size: points.map(({ residents }) => Number((4 + 6 * Math.sqrt(residents / most)).toFixed(1))),
      color: points.map(({ grid }) => values.get(grid.id) ?? null),
      colorscale: scale.colours,
      cmin: scale.low,
      cmax: scale.high,
      opacity: 1,
      line: { color: INK.text, width: 0.3 },
      showscale: true,
      colorbar: {
        title: { ...axisTitle(lang === "en" ? "per 1,000" : "每千人"), side: "top" },
        thickness: 12,
        len: 0.7,
        outlinewidth: 0,
        nticks: 6,
      },
    },
    hovertemplate: "%{text}: %{marker.color:.3~g}<extra></extra>",
  };
}

function descriptionOf(set: ResultSet, lang: Lang, text: string, values: Values): string {
  const known = set.manifest.city.grids
    .map((grid) => ({ name: grid.name[lang], value: values.get(grid.id) ?? null }))
    .filter((grid): grid is { name: string; value: number } => grid.value !== null)
    .sort((a, b) => b.value - a.value);
  const said = (at: number): string =>
    `${known[at].name} ${Number(known[at].value.toPrecision(3))}`;
  if (known.length === 0) return text;
  return lang === "en"
    ? `${text}. Map of ${known.length} grids; highest ${said(0)}, lowest ${said(known.length - 1)}`
    : `${text}。${known.length}个网格；最高${said(0)}，最低${said(known.length - 1)}`;
}
