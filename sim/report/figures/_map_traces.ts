/** What a map of the grids is drawn of: outlines, communities, and lines that show the layout. */
import type { ResultSet } from "../../experiment/results/mod.ts";
import type { Lang, Trace } from "./figure.ts";
import { axisTitle, INK, plain } from "./_theme.ts";

/** Diameters of the largest point: at least, at most [px], and what many points share. */
const SMALLEST = 10;
const LARGEST = 22;
const CROWD = 110;

/** Value of each grid; null without one. */
export type Values = ReadonlyMap<string, number | null>;

/** Scale of colours. */
export interface Scale {
  readonly low: number;
  readonly high: number;
  readonly colours: unknown;
}

/** Outlines of districts. */
export function outlinesOf(set: ResultSet): Trace {
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

/** Lines from the middle of the residents of each grid to its communities. */
export function joinsOf(set: ResultSet): Trace {
  const lines = set.manifest.city.grids.flatMap(({ points }) => {
    const all = points.reduce((sum, [, , residents]) => sum + residents, 0);
    const middle = [0, 1].map((axis) =>
      points.reduce((sum, point) => sum + point[axis] * point[2] / all, 0)
    );
    return points.flatMap(([lon, lat]) => [middle, [lon, lat], [null, null]]);
  });
  return {
    type: "scatter",
    mode: "lines",
    name: "grids",
    x: lines.map(([lon]) => lon),
    y: lines.map(([, lat]) => lat),
    line: { color: INK.reference, width: 1.4 },
    hoverinfo: "skip",
  };
}

/** Communities, one point each, coloured by the value of their grid. */
export function communitiesOf(set: ResultSet, lang: Lang, values: Values, scale: Scale): Trace {
  const points = set.manifest.city.grids.flatMap((grid) =>
    grid.points.map(([lon, lat, residents]) => ({ grid, lon, lat, residents }))
  );
  const most = Math.max(1, ...points.map(({ residents }) => residents));
  const largest = Math.min(LARGEST, Math.max(SMALLEST, CROWD / Math.sqrt(points.length)));
  const sizeOf = (residents: number) => largest * (0.4 + 0.6 * Math.sqrt(residents / most));
  return {
    type: "scatter",
    mode: "markers",
    name: "communities",
    x: points.map(({ lon }) => lon),
    y: points.map(({ lat }) => lat),
    text: points.map(({ grid }) => plain(grid.name[lang])),
    marker: {
      size: points.map(({ residents }) => Number(sizeOf(residents).toFixed(1))),
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
