/** Pictures without a browser: the traces that figures have, and the pixels of heat maps. */
import { assert, assertEquals, assertThrows } from "@std/assert";
import { decode } from "fast-png";
import { PixelContext } from "../../notebooks/toolkit/pixel_canvas.ts";
import { svgOf } from "../../notebooks/toolkit/svg.ts";

const DAYS = ["2022-12-01", "2022-12-02", "2022-12-03"];
const VALUES = [1, 2, 2, 3, 3, 3, 4, 9];

/** What is drawn of a trace, as marks that must be in the picture. */
const TRACES: readonly (readonly [trace: object, marks: RegExp, count: number])[] = [
  [{ type: "scatter", x: DAYS, y: [1, 3, 2] }, /class="js-line"/g, 1],
  [{ type: "bar", x: ["床位", "人员"], y: [2, 1] }, /<g class="point"/g, 2],
  [{ type: "box", y: VALUES }, / class="box"/g, 1],
  [{ type: "violin", y: VALUES, points: false }, / class="violin"/g, 1],
  [{ type: "histogram", x: VALUES }, /<g class="point"/g, 5],
  [{ type: "heatmap", x: DAYS, y: ["床位", "b"], z: [[1, 2, null], [4, 5, 6]] }, /<image /g, 1],
];

/** Pixels of the only PNG in a picture. */
function pixelsOf(svg: string): { width: number; height: number; colours: string[] } {
  const [, text] = /href="data:image\/png;base64,([^"]+)"/.exec(svg)!;
  const { width, height, data } = decode(Uint8Array.fromBase64(text));
  const colours = Array.from(
    { length: width * height },
    (_, at) => [...data.slice(4 * at, 4 * at + 4)].join(),
  );
  return { width, height, colours };
}

for (const [trace, marks, count] of TRACES) {
  const { type } = trace as { type: string };
  Deno.test(`svgOf() draws ${type} traces, the same bytes each time`, async () => {
    const figure = { data: [trace], layout: { width: 400, height: 300 } };
    const svg = await svgOf(figure);
    assertEquals([...svg.matchAll(marks)].length, count);
    assertEquals(/NaN|undefined/.test(svg), false);
    assertEquals(await svgOf(figure), svg);
  });
}

Deno.test("svgOf() draws a heat map as a pixel a cell in the colours of its bar", async () => {
  const colorscale = [[0, "rgb(0,0,100)"], [1, "rgb(200,0,0)"]];
  const z = [[0, 10, null], [5, 10, 0]];
  const svg = await svgOf({ data: [{ type: "heatmap", z, colorscale, zmin: 0, zmax: 10 }] });
  assertEquals(pixelsOf(svg), {
    width: 3,
    height: 2,
    // From the upper left; rows of a heat map begin at the bottom.
    colours: ["100,0,50,255", "200,0,0,255", "0,0,100,255"]
      .concat(["0,0,100,255", "200,0,0,255", "0,0,0,0"]),
  });
  assert(svg.includes("image-rendering: pixelated"));
  assert(/class="cbfill[ "]/.test(svg));
});

Deno.test("svgOf() draws a heat map with gaps between its cells", async () => {
  const data = [{ type: "heatmap", z: [[0, 10]], xgap: 4, colorscale: "Greys", showscale: false }];
  const { width, colours } = pixelsOf(await svgOf({ data, layout: { width: 300, height: 200 } }));
  const row = colours.slice(0, width);
  assertEquals(row.filter((colour) => colour === "0,0,0,0").length, 2 * 4);
  assertEquals(new Set(row).size, 3);
});

Deno.test("svgOf() leaves the names of fonts as they are written", async () => {
  const font = { family: '"Noto Sans CJK SC", sans-serif' };
  const svg = await svgOf({ data: [], layout: { title: { text: "床位" }, font } });
  assert(svg.includes("'Noto Sans CJK SC', sans-serif"));
});

Deno.test("svgOf() puts a subtitle below the title", async () => {
  const title = { text: "Title", yref: "container", y: 1, yanchor: "top", font: { size: 17 } };
  const layout = { title: { ...title, subtitle: { text: "Below", font: { size: 12 } } } };
  const svg = await svgOf({ data: [], layout });
  const [first, second] = ["gtitle", "gtitle-subtitle"]
    .map((name) => Number(new RegExp(`class="${name}"[^>]* y="([\\d.]+)"`).exec(svg)![1]));
  assert(second - first > 1.3 * 17);
});

Deno.test("PixelContext fills rectangles up to its edges, to the left and up too", () => {
  const context = new PixelContext({ width: 3, height: 2 });
  context.fillStyle = "rgba(10, 20, 30, 0.5)";
  context.fillRect(2, 2, -5, -1);
  assertEquals(
    [...context.pixels.data].map((value) => value > 0 ? 1 : 0).join(""),
    [
      "000000000000",
      "111111110000",
    ].join(""),
  );
  assertEquals([...context.pixels.data.slice(12, 16)], [10, 20, 30, 128]);
});

Deno.test("PixelContext is empty after another size, as a canvas is", () => {
  const canvas = { width: 1, height: 1 };
  const context = new PixelContext(canvas);
  context.fillRect(0, 0, 1, 1);
  canvas.width = 2;
  assertEquals([...context.pixels.data], Array(8).fill(0));
});

Deno.test("PixelContext refuses a colour that it cannot read", () => {
  const context = new PixelContext({ width: 1, height: 1 });
  context.fillStyle = "tomato";
  assertThrows(
    () => context.fillRect(0, 0, 1, 1),
    RangeError,
    'Cannot fill a rectangle as its colour must be rgb(…) or rgba(…): current colour is "tomato"',
  );
});
