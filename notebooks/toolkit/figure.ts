/**
 * Figures in a notebook: interactive where Plotly is known, a picture everywhere else.
 *
 * There is no `text/html` among the media types: programs that turn notebooks into pages would
 * prefer it to the picture.
 */
import { DISPLAY, type Displayable, type Kernel, show } from "./display.ts";
import { type Figure, type PictureSize, svgOf } from "./svg.ts";

/** The description that a figure of the report carries; its title when it has none. */
function captionOf({ layout = {} }: Figure): string {
  const { meta, title } = layout as {
    meta?: { description?: string };
    title?: { text?: string };
  };
  return meta?.description ?? title?.text ?? "Figure";
}

/**
 * Makes a figure something that a notebook can show.
 *
 * @param figure Plotly's traces and layout.
 * @param caption What the figure shows, for readers who see no picture; the figure's own description
 * when left out.
 * @param size Size of the picture [px].
 * @returns The figure with a display.
 *
 * @example Three media types, none of them HTML
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { bundleOf } from "./display.ts";
 * import { displayFigure } from "./figure.ts";
 *
 * const figure = displayFigure({ data: [{ x: [1, 2], y: [3, 4] }] }, "Two points");
 * assertEquals(Object.keys(await bundleOf(figure)), [
 *   "application/vnd.plotly.v1+json",
 *   "image/svg+xml",
 *   "text/plain",
 * ]);
 * ```
 */
export function displayFigure(
  figure: Figure,
  caption: string = captionOf(figure),
  size: PictureSize = {},
): Figure & Displayable {
  return {
    ...figure,
    [DISPLAY]: async () => ({
      "application/vnd.plotly.v1+json": { data: figure.data, layout: figure.layout ?? {} },
      "image/svg+xml": await svgOf(figure, size),
      "text/plain": caption,
    }),
  };
}

/**
 * Shows a figure below the cell; of one with no traces, the caption alone.
 *
 * @param figure Plotly's traces and layout.
 * @param caption What the figure shows, for readers who see no picture; the figure's own description
 * when left out.
 * @param kernel Where it is shown; the notebook's own when left out.
 *
 * @example One message is sent
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { showFigure } from "./figure.ts";
 *
 * let sent = 0;
 * const kernel = { broadcast: () => Promise.resolve(void sent++) };
 * await showFigure({ data: [{ x: [1], y: [1] }] }, "A point", kernel);
 * assertEquals(sent, 1);
 * ```
 */
export async function showFigure(
  figure: Figure,
  caption: string = captionOf(figure),
  kernel?: Kernel,
): Promise<void> {
  if (figure.data.length === 0) await show(`Nothing to show: ${caption}`, kernel);
  else await show(displayFigure(figure, caption), kernel);
}
