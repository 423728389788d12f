/**
 * Figures as SVG without a browser: Plotly draws into a page that jsdom pretends to have.
 *
 * Plotly names parts of a picture by random numbers. Here they follow from the figure itself: the
 * same figure is the same bytes, and two figures on one page do not share names.
 */
import { createRequire } from "node:module";
import { JSDOM } from "jsdom";
import { svgPathProperties } from "svg-path-properties";
import "plotly.js-cartesian-dist-min/package.json" with { type: "json" };
import { type CanvasSize, PixelContext } from "./pixel_canvas.ts";
import { roomAt, roomOf, type SvgPart } from "./text_room.ts";

/** A figure as Plotly takes it. */
export interface Figure {
  /** Traces. */
  readonly data: readonly unknown[];
  /** Layout. */
  readonly layout?: object;
}

/** Size of a picture. */
export interface PictureSize {
  /** Width [px]. */
  readonly width?: number;
  /** Height [px]. */
  readonly height?: number;
}

interface Page {
  readonly document: Document;
  readonly Plotly: {
    newPlot(place: Element, data: unknown, layout: unknown, config: unknown): Promise<unknown>;
    toImage(place: Element, options: unknown): Promise<string>;
    purge(place: Element): void;
  };
  readonly Math: { random: () => number };
}

/** What Plotly leaves in the place of a quotation mark about the name of a font. */
const QUOTE = "TOBESTRIPPED";

let page: Page | undefined;

// deno-lint-ignore no-explicit-any
function teachSizes(window: any): void {
  const measure = function (this: SvgPart) {
    return roomOf(this);
  };
  const path = (part: SvgPart) => new svgPathProperties(part.getAttribute("d") ?? "M0,0");
  Object.assign(window.SVGElement.prototype, {
    getBBox: measure,
    getBoundingClientRect: measure,
    getComputedTextLength(this: SvgPart) {
      return roomOf(this).width;
    },
    getTotalLength(this: SvgPart) {
      return path(this).getTotalLength();
    },
    getPointAtLength(this: SvgPart, length: number) {
      return path(this).getPointAtLength(length);
    },
  });
  window.HTMLElement.prototype.getBoundingClientRect = () => roomAt(0, 0, 900, 400);
  window.URL.createObjectURL = () => "blob:none";
  Object.assign(window, { TextDecoder, TextEncoder });
}

/** Heat maps are pictures of a pixel a cell, which whoever shows them scales without smoothing. */
// deno-lint-ignore no-explicit-any
function teachPixels(window: any): void {
  const contexts = new WeakMap<CanvasSize, PixelContext>();
  const contextOf = (canvas: CanvasSize): PixelContext => {
    const context = contexts.get(canvas) ?? new PixelContext(canvas);
    contexts.set(canvas, context);
    return context;
  };
  Object.assign(window.HTMLCanvasElement.prototype, {
    getContext(this: CanvasSize) {
      return contextOf(this);
    },
    toDataURL(this: CanvasSize) {
      return contextOf(this).address();
    },
  });
  window.CSS = { supports: () => true };
}

function openPage(): Page {
  if (page !== undefined) return page;
  const { window } = new JSDOM("<!doctype html><body></body>", {
    runScripts: "outside-only",
    pretendToBeVisual: true,
  });
  teachSizes(window);
  teachPixels(window);
  const require = createRequire(import.meta.url);
  const file = require.resolve("plotly.js-cartesian-dist-min/plotly-cartesian.min.js");
  window.eval(Deno.readTextFileSync(file));
  page = window as Page;
  return page;
}

/** Numbers between 0 and 1 that follow from a text alone (FNV-1a, then xorshift). */
function numbersFrom(text: string): () => number {
  let state = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) state = Math.imul(state ^ text.charCodeAt(i), 0x01000193);
  state |= 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/**
 * Draws a figure as SVG.
 *
 * Traces on plain axes and pies, which is what the bundle of Plotly used here knows; a heat map is a
 * PNG inside the picture. Sizes of texts are estimates, so margins differ a little from a browser's.
 *
 * @param figure Traces and layout; left as they are.
 * @param size Size of the picture; the layout's own, else 900 × 400 [px].
 * @returns SVG text; the same figure gives the same text.
 *
 * @example A bar chart carries its title
 * ```ts
 * import { assertStringIncludes } from "@std/assert";
 * import { svgOf } from "./svg.ts";
 *
 * const layout = { title: { text: "Beds" } };
 * const svg = await svgOf({ data: [{ type: "bar", x: ["a"], y: [1] }], layout });
 * assertStringIncludes(svg, "Beds");
 * ```
 */
export async function svgOf(figure: Figure, size: PictureSize = {}): Promise<string> {
  const { document, Plotly, Math: pageMath } = openPage();
  const { data, layout } = structuredClone({ data: figure.data, layout: figure.layout ?? {} });
  const own = layout as PictureSize;
  const width = size.width ?? own.width ?? 900;
  const height = size.height ?? own.height ?? 400;
  pageMath.random = numbersFrom(JSON.stringify(figure));
  const place = document.body.appendChild(document.createElement("div"));
  try {
    await Plotly.newPlot(place, data, { ...layout, width, height }, { staticPlot: true });
    const address = await Plotly.toImage(place, { format: "svg", width, height });
    return decodeURIComponent(address.slice(address.indexOf(",") + 1))
      .replaceAll(QUOTE, "'");
  } finally {
    Plotly.purge(place);
    place.remove();
  }
}
