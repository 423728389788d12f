/** Geometry of flows: areas, places, scale. */
import { assert, assertAlmostEquals, assertEquals } from "@std/assert";
import { fittingScale, outlineOf, placeRibbons } from "../../../../sim/report/figures/_ribbons.ts";

const COLUMNS = [["a", "b", "unused"], ["m", "n"], ["x", "y"]];
const STREAMS = [
  { from: "a", to: "n", value: 30 },
  { from: "a", to: "m", value: 50 },
  { from: "b", to: "m", value: 20 },
  { from: "m", to: "y", value: 60 },
  { from: "m", to: "x", value: 10 },
  { from: "n", to: "x", value: 30 },
];
const STACKING = { columns: COLUMNS, scale: 2, gap: 10 };

/** Area of a closed outline by Gauss's formula. */
function areaOf({ x, y }: { x: number[]; y: number[] }): number {
  const twice = x.slice(1).reduce((sum, _, i) => sum + x[i] * y[i + 1] - x[i + 1] * y[i], 0);
  return Math.abs(twice) / 2;
}

// Planted: the lower edge a straight line: the area is the same, the height in between is not.
Deno.test("outlineOf() is equally high everywhere between the bars", () => {
  const { y } = outlineOf({ left: 0, right: 40, width: 10 }, [0, 1]);
  const upper = y.slice(0, 17);
  const lower = y.slice(17, 34).toReversed();
  upper.forEach((top, at) => assertAlmostEquals(lower[at] - top, 10, 0.011));
});

Deno.test("outlineOf() has areas that are proportional to numbers, however bent the ribbon", () => {
  const { ribbons } = placeRibbons(STREAMS, STACKING);
  for (const ribbon of ribbons) {
    const area = areaOf(outlineOf(ribbon, [0.2, 0.7]));
    assertAlmostEquals(area, 0.5 * 2 * ribbon.stream.value, 0.02);
  }
});

Deno.test("outlineOf() is closed and ends level with the bars", () => {
  const { x, y } = outlineOf({ left: 0, right: 40, width: 10 }, [0, 1]);
  assertEquals([x[0], y[0]], [x.at(-1), y.at(-1)]);
  assertEquals([y[0], y[16], y[17], y[33]], [0, 40, 50, 10]);
});

Deno.test("placeRibbons() fills each side of a bar without gap or overlap", () => {
  const { bars, ribbons } = placeRibbons(STREAMS, STACKING);
  for (const { key, top, bottom } of bars) {
    for (const [end, side] of [["from", "left"], ["to", "right"]] as const) {
      const own = ribbons.filter(({ stream }) => stream[end] === key)
        .sort((a, b) => a[side] - b[side]);
      own.forEach((ribbon, at) =>
        assertAlmostEquals(ribbon[side], at === 0 ? top : own[at - 1][side] + own[at - 1].width)
      );
      const last = own.at(-1);
      if (last !== undefined) assertAlmostEquals(last[side] + last.width, bottom);
    }
  }
});

Deno.test("placeRibbons() stacks bars in order with room above each, without those unused", () => {
  const { bars, bottom } = placeRibbons(STREAMS, STACKING);
  assertEquals(bars.map(({ key }) => key), ["a", "b", "m", "n", "x", "y"]);
  assertEquals(bars.map(({ top }) => top), [10, 180, 10, 160, 10, 100]);
  assertEquals(bottom, 220);
  const values = bars.map(({ value, top, bottom: low }) => (low - top) / value);
  assertEquals(new Set(values), new Set([2]));
});

Deno.test("placeRibbons() lets ribbons of a bar leave in the order of where they go", () => {
  const { ribbons } = placeRibbons(STREAMS, STACKING);
  const [toN, toM] = ribbons;
  assert(toM.left < toN.left);
});

Deno.test("placeRibbons() makes a bar as high as the larger side when sides differ", () => {
  const [, bar] = placeRibbons([
    { from: "a", to: "m", value: 5 },
    { from: "m", to: "x", value: 3 },
  ], STACKING).bars;
  assertEquals(bar.value, 5);
});

Deno.test("fittingScale() lets the fullest column fill the height with its gaps", () => {
  const spec = { columns: COLUMNS, gap: 10, height: 220 };
  const scale = fittingScale(STREAMS, spec);
  assertEquals(scale, 2);
  assertEquals(placeRibbons(STREAMS, { ...STACKING, scale }).bottom, 220);
  assertEquals(fittingScale([], spec), Infinity);
});
