/** Areas of the figure of recoveries: how they look, where they are named. */
import type { BedOutcome } from "../../experiment/results/mod.ts";
import type { CurvePoint } from "./_curves.ts";
import type { Lang, Trace } from "./figure.ts";
import { axesAt } from "./_panels.ts";
import { INK } from "./_theme.ts";

/** Outcomes and, between them, those still ill. */
export type Part = BedOutcome | "unresolved";

/** How a part looks and what it is called. */
interface PartStyle {
  readonly part: Part;
  readonly colour: string;
  /** Hatching, so that parts are told apart without colour; none when empty. */
  readonly shape: string;
  readonly en: string;
  readonly zh: string;
}

/**
 * Parts from below: recoveries stand on the lower edge, deaths hang from the upper, so that both are
 * read from a straight edge.
 */
export const PARTS: readonly PartStyle[] = [
  {
    part: "recovered_in_bed",
    colour: "#0072B2",
    shape: "",
    en: "recovered, had a bed",
    zh: "康复（曾入床）",
  },
  {
    part: "recovered_without_bed",
    colour: "#56B4E9",
    shape: "/",
    en: "recovered, never in a bed",
    zh: "康复（未入床）",
  },
  { part: "unresolved", colour: "#eceff1", shape: "", en: "still ill", zh: "尚未康复" },
  {
    part: "died_without_bed",
    colour: "#D55E00",
    shape: "x",
    en: "died, never in a bed",
    zh: "死亡（未入床）",
  },
  {
    part: "died_in_bed",
    colour: "#1f2933",
    shape: "",
    en: "died, had a bed",
    zh: "死亡（曾入床）",
  },
];

/** Least height of an area with its name in it [%]. */
const ROOM = 12;

/** A scenario. */
export interface Panel {
  readonly name: string;
  /** Points of each part, by the same days. */
  readonly parts: ReadonlyMap<Part, readonly CurvePoint[]>;
  readonly days: readonly number[];
}

/** Stacked areas of a panel. */
export function tracesOf(lang: Lang, { name, parts, days }: Panel, at: number): Trace[] {
  return PARTS.map(({ part, colour, shape, ...names }) => {
    const points = parts.get(part) ?? [];
    return {
      type: "scatter",
      mode: "lines",
      ...axesAt(at),
      name: names[lang],
      legendgroup: part,
      showlegend: at === 0,
      stackgroup: name,
      x: days,
      y: points.map(({ mean }) => mean),
      line: { color: part === "unresolved" ? INK.faint : colour, width: 0.8 },
      fillcolor: colour,
      fillpattern: { shape, fgcolor: "#ffffff", bgcolor: colour, size: 7, solidity: 0.3 },
      text: points.map((point) => intervalText(point, lang)),
      hovertemplate: "%{y:.3~g} % %{text}",
    };
  });
}

/** Names within areas that have room for them, with the share at the last day. */
export function labelsOf(lang: Lang, { parts, days }: Panel, at: number): unknown[] {
  let below = 0;
  return PARTS.flatMap(({ part, ...names }) => {
    const points = parts.get(part) ?? [];
    const place = part === "unresolved" ? Math.floor(days.length / 10) : days.length - 1;
    const height = points[place]?.mean ?? 0;
    const base = part === "unresolved" ? 100 - height : below;
    below += points.at(-1)?.mean ?? 0;
    if (height < ROOM) return [];
    const share = part === "unresolved" ? "" : ` <b>${Number(height.toPrecision(3))} %</b>`;
    return [{
      text: names[lang] + share,
      ...axesOf(at),
      x: days[place],
      xanchor: part === "unresolved" ? "left" : "right",
      xshift: part === "unresolved" ? 0 : -6,
      y: base + height / 2,
      showarrow: false,
      bgcolor: "rgba(255,255,255,0.85)",
      font: { size: 11, color: INK.text },
    }];
  });
}

/** Axes of an annotation in the panel at a place. */
function axesOf(at: number): { readonly xref: string; readonly yref: string } {
  const { xaxis, yaxis } = axesAt(at);
  return { xref: xaxis, yref: yaxis };
}

function intervalText({ low, high }: CurvePoint, lang: Lang): string {
  if (low === null || high === null) return "";
  const [from, to] = [low, high].map((end) => Number(end.toPrecision(3)));
  return lang === "en" ? `(95 %: ${from} to ${to})` : `（95%：${from}至${to}）`;
}
