/**
 * Figures in a notebook: interactive where Plotly is known, a picture everywhere else.
 *
 * There is no `text/html` among the media types: programs that turn notebooks into pages would
 * prefer it to the picture.
 */
import { DISPLAY, type Displayable, type Kernel, show } from "./display.ts";
import { type Figure, type PictureSize, svgOf } from "./svg.ts";

/**
 * Makes a figure something that a notebook can show.
 *
 * @param figure Plotly's traces and layout.
 * @param caption What the figure shows, for readers who see no picture.
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
  caption: string,
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
 * Shows a figure below the cell.
 *
 * @param figure Plotly's traces and layout.
 * @param caption What the figure shows, for readers who see no picture.
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
export async function showFigure(figure: Figure, caption: string, kernel?: Kernel): Promise<void> {
  await show(displayFigure(figure, caption), kernel);
}
