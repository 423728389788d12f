/** Colours of shares of beds in use: up to 100 %, beyond, and where no bed is usable. */
import type { Lang } from "./figure.ts";
import { axisTitle, INK } from "./_theme.ts";

/** Blues that get darker evenly (Brewer, 2003); vermilion beyond them is told apart by everybody. */
const BLUES = ["#ecf3fb", "#cfe1f2", "#9ecae1", "#5ba3cf", "#2676b8", "#0d4a90", "#08306b"];
const BEYOND = "#d55e00";
const NONE = "#c3c8ce";

/** Value of a cell without usable beds; what it stands for is no share. */
export const NO_BEDS = -10;

/** Colours of shares with their bar below all panels; with a field for no usable beds or without. */
export function colourAxis(lang: Lang, closed: boolean): { [key: string]: unknown } {
  const [low, high] = [closed ? -18 : 0, 114];
  const place = (value: number): number => (value - low) / (high - low);
  const over = 100.25;
  const blues = BLUES.map((colour, at) =>
    [at === 0 ? place(closed ? -0.5 : 0) : place(over * at / (BLUES.length - 1)), colour] as const
  );
  const none = closed
    ? [[0, NONE], [place(-4), NONE], [place(-4), "#ffffff"], [place(-0.5), "#ffffff"]]
    : [];
  const ticks: [number, string][] = [0, 20, 40, 60, 80, 100].map((value) => [value, `${value}`]);
  ticks.push([109, ">100"]);
  if (closed) ticks.unshift([-11, lang === "en" ? "no beds" : "无床位"]);
  return {
    cmin: low,
    cmax: high,
    colorscale: [...none, ...blues, [place(over), BEYOND], [1, BEYOND]],
    colorbar: {
      orientation: "h",
      title: {
        ...axisTitle(lang === "en" ? "Usable beds in use [%]" : "可用床位使用率 [%]"),
        side: "top",
      },
      x: 0,
      xanchor: "left",
      y: 0,
      yanchor: "bottom",
      len: 1,
      lenmode: "fraction",
      thickness: 11,
      outlinewidth: 0.5,
      outlinecolor: INK.faint,
      tickvals: ticks.map(([value]) => value),
      ticktext: ticks.map(([, text]) => text),
      tickfont: { size: 11 },
      ypad: 0,
      xpad: 0,
    },
  };
}
