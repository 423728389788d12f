/**
 * Where the load falls: a map of the grids.
 *
 * District outlines are filled polygons and communities are points, on plain axes: map traces
 * would fetch their maps from the network. A degree of longitude is shortened by the cosine of the
 * city's latitude.
 */
import type { ResultSet } from "../../experiment/results/mod.ts";
import { spreadNote } from "../method/mod.ts";
import type { Figure, Lang } from "./figure.ts";
import { scenarioTitle } from "./labels.ts";
import { communitiesOf, joinsOf, outlinesOf, type Scale, type Values } from "./_map_traces.ts";
import { frameOf } from "./_theme.ts";
import { meanOf } from "./_values.ts";

const MEASURE = "waiting_peak_per_1000";

/** What a map shows. */
export interface GridMapOptions {
  /** Scenario, by name. */
  readonly scenario: string;
  /** Whether its difference from the baseline is shown instead of its values. */
  readonly difference?: boolean;
  /**
   * Upper end of the scale of colours [persons per 1,000], > 0, e.g. to show layouts of results apart
   * on one scale; the largest value of the results when left out.
   */
  readonly upTo?: number;
  /**
   * Whether lines join the communities of a grid with the middle of its residents, to show where its
   * borders run; not when left out.
   */
  readonly joined?: boolean;
}

/**
 * Map of the grids coloured by peak load: the highest daily number waiting for a bed per 1,000
 * residents, mean over replications. All scenarios of a result set share one scale, unless its end
 * is given. Each community of a grid is a point, larger with more residents.
 *
 * @param results Results.
 * @param lang Language of titles.
 * @param options Scenario, whether its difference from the baseline is shown, the end of the scale,
 * and whether the communities of a grid are joined.
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
  { scenario, difference = false, upTo, joined = false }: GridMapOptions,
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
    ? `means over replications, their spread (${
      spreadNote(set, lang)
    }) not shown; highest daily number waiting for a bed per 1,000 residents of the grid; one dot per community, larger with more residents${
      joined ? "; lines join those of one grid" : ""
    }`
    : `各次重复之均值，离散（${
      spreadNote(set, lang)
    }）未示；网格每千居民等床人数的最高日值；每点为一个社区，居民越多点越大${
      joined ? "；同一网格的社区以线相连" : ""
    }`;
  const frame = frameOf(set, lang, {
    text,
    note,
    height: 470,
    description: descriptionOf(set, lang, text, values),
    scenarios: difference ? [scenario, set.manifest.baseline] : [scenario],
  });
  return {
    data: [
      outlinesOf(set),
      ...(joined ? [joinsOf(set)] : []),
      communitiesOf(set, lang, values, scaleOf(set, difference, upTo)),
    ],
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

function scaleOf(set: ResultSet, difference: boolean, upTo?: number): Scale {
  const all = set.manifest.scenarios.flatMap(({ name }) =>
    [...valuesOf(set, name, difference).values()].filter((value) => value !== null)
  );
  const high = upTo ?? (Math.max(0, ...all.map(Math.abs)) || 1);
  if (!difference) return { low: 0, high, colours: "Viridis" };
  const colours = [[0, "#0072B2"], [0.5, "#f4f4f4"], [1, "#D55E00"]];
  return { low: -high, high, colours };
}

function latitudeOf(set: ResultSet): number {
  const points = set.manifest.city.grids.flatMap(({ points }) => points);
  if (points.length === 0) return 0;
  return points.reduce((sum, [, lat]) => sum + lat, 0) / points.length;
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
