/**
 * As much of a 2-D canvas as Plotly's heat maps use: coloured rectangles, pixels put all at once, and
 * a PNG of them. The same pixels are the same bytes: compression is done in JavaScript, not by the
 * machine.
 */
import { encode } from "fast-png";

/** What is drawn on: a canvas element as jsdom has it. */
export interface CanvasSize {
  /** Width [px]. */
  readonly width: number;
  /** Height [px]. */
  readonly height: number;
}

/** Pixels, row by row from the upper left, four numbers each: red, green, blue, opacity, 0 to 255. */
export interface Pixels extends CanvasSize {
  /** Numbers of all pixels. */
  readonly data: Uint8ClampedArray;
}

const CHANNELS = 4;

function blank({ width, height }: CanvasSize): Pixels {
  return { width, height, data: new Uint8ClampedArray(width * height * CHANNELS) };
}

/** Red, green, blue and opacity of a colour as Plotly writes it: `rgb(…)` or `rgba(…)`. */
function channelsOf(colour: string): [number, number, number, number] {
  const [red, green, blue, opacity = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  if (!/^rgba?\(/.test(colour) || blue === undefined) {
    throw new RangeError(
      `Cannot fill a rectangle as its colour must be rgb(…) or rgba(…): current colour is "${colour}"`,
    );
  }
  return [red, green, blue, Math.round(255 * opacity)];
}

/**
 * Drawing context of a canvas. Rectangles replace what is below them, and end at the canvas.
 *
 * @example Half of two pixels is filled
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { PixelContext } from "./pixel_canvas.ts";
 *
 * const context = new PixelContext({ width: 2, height: 1 });
 * context.fillStyle = "rgba(0,114,178,1)";
 * context.fillRect(1, 0, 1, 1);
 * assertEquals([...context.pixels.data], [0, 0, 0, 0, 0, 114, 178, 255]);
 * ```
 */
export class PixelContext {
  /** Colour of the rectangles to come, `rgb(…)` or `rgba(…)`. */
  fillStyle = "rgb(0,0,0)";
  #pixels: Pixels;
  readonly #canvas: CanvasSize;

  /** @param canvas What is drawn on. */
  constructor(canvas: CanvasSize) {
    this.#canvas = canvas;
    this.#pixels = blank(canvas);
  }

  /** What was drawn; empty again when the canvas was given another size. */
  get pixels(): Pixels {
    const { width, height } = this.#canvas;
    if (width !== this.#pixels.width || height !== this.#pixels.height) {
      this.#pixels = blank(this.#canvas);
    }
    return this.#pixels;
  }

  /** Fills a rectangle; a negative width or height goes to the left or up [px]. */
  fillRect(x: number, y: number, width: number, height: number): void {
    const { pixels } = this;
    const colour = channelsOf(this.fillStyle);
    const [left, right] = within([x, x + width], pixels.width);
    const [top, bottom] = within([y, y + height], pixels.height);
    for (let row = top; row < bottom; row++) {
      for (let column = left; column < right; column++) {
        pixels.data.set(colour, (row * pixels.width + column) * CHANNELS);
      }
    }
  }

  /** Pixels without colour, to be filled and put on the canvas. */
  createImageData(width: number, height: number): Pixels {
    return blank({ width, height });
  }

  /** Puts pixels that are as large as the canvas on it. */
  putImageData({ data }: Pixels): void {
    this.pixels.data.set(data);
  }

  /** What was drawn, as the address of a PNG. */
  address(): string {
    const { width, height, data } = this.pixels;
    const bytes = encode({ width, height, data, channels: CHANNELS, depth: 8 });
    return `data:image/png;base64,${bytes.toBase64()}`;
  }
}

/** First and last place of a stretch that is on the canvas. */
function within(ends: readonly [number, number], size: number): [number, number] {
  return [Math.max(0, Math.min(...ends)), Math.min(size, Math.max(...ends))];
}
