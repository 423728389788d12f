import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { cellsOf, Histogram } from "../../../../sim/engine/stats/mod.ts";

Deno.test("Histogram.add() puts a bound into the cell above it, and counts what lies outside", () => {
  const histogram = new Histogram({ low: -1, high: 1, cells: 4 });
  for (const value of [-1, -0.5, -0.50001, 0, 0.49, 0.5, 1, 2, -1.01, -Infinity, Infinity]) {
    histogram.add(value);
  }
  assertEquals([...histogram.counts], [2, 1, 2, 1]);
  assertEquals([histogram.below, histogram.above, histogram.count], [2, 3, 11]);
});

/** The next smaller floating-point number of a positive or negative one. */
function before(value: number): number {
  const bits = new BigInt64Array(Float64Array.of(value).buffer);
  bits[0] += value > 0 ? -1n : 1n;
  return new Float64Array(bits.buffer)[0];
}

// Planted faults that this catches: either correction after rounding left out.
Deno.test("Histogram.add() puts every edge into its own cell, and what is just below it not", () => {
  const table = [[0, 1, 10], [0.1, 0.8, 7], [-3.3, 12.7, 77], [1e9, 1e9 + 1, 9], [0.1, 0.7, 30]];
  for (const [low, high, cells] of table) {
    const histogram = new Histogram({ low, high, cells });
    for (let cell = 0; cell <= cells; cell++) histogram.add(histogram.edge(cell));
    assertEquals([...histogram.counts], new Array(cells).fill(1));
    for (let cell = 1; cell <= cells; cell++) histogram.add(before(histogram.edge(cell)));
    assertEquals([...histogram.counts], new Array(cells).fill(2));
    assertEquals([histogram.below, histogram.above], [0, 1]);
  }
});

Deno.test("Histogram.density() has the area of the share inside", () => {
  const histogram = new Histogram({ low: 0, high: 10, cells: 5 });
  for (const value of [1, 3, 3, 9, 20]) histogram.add(value);
  const area = [0, 1, 2, 3, 4].reduce((sum, cell) => sum + 2 * histogram.density(cell), 0);
  assertAlmostEquals(area, 4 / 5, 1e-15);
  assertEquals(new Histogram({ low: 0, high: 1, cells: 1 }).density(0), NaN);
});

Deno.test("Histogram.merge() adds counts of the same cells and refuses others", () => {
  const cells = { low: 0, high: 2, cells: 2 };
  const [a, b] = [new Histogram(cells), new Histogram(cells)];
  for (const value of [-1, 0, 1]) a.add(value);
  for (const value of [1, 1, 2]) b.add(value);
  a.merge(b);
  assertEquals([[...a.counts], a.below, a.above, b.count], [[1, 3], 1, 1, 3]);
  assertThrows(
    () => a.merge(new Histogram({ low: 0, high: 2, cells: 3 })),
    RangeError,
    "Cannot merge histograms as they must have the same cells: current cells are 2 from 0 to 2 and 3 from 0 to 2",
  );
});

Deno.test("Histogram refuses NaN and cells that are none", () => {
  assertThrows(
    () => new Histogram({ low: 0, high: 2, cells: 2 }).add(NaN),
    RangeError,
    "Cannot add to a histogram as NaN has no cell: current value is NaN",
  );
  assertThrows(
    () => new Histogram({ low: 2, high: 2, cells: 2 }),
    RangeError,
    "Cannot make a histogram as it takes low < high and a whole number of cells >= 1: current cells are 2 from 2 to 2",
  );
});

Deno.test("cellsOf() takes the width of Freedman and Diaconis and leaves no value outside", () => {
  // Quartiles 249.75 and 749.25: width 2 × 499.5 / 10, so 999 / 99.9 = 10 cells.
  const values = Array.from({ length: 1000 }, (_, i) => 999 - i);
  const cells = cellsOf(values);
  assertEquals([cells.low, cells.cells], [0, 10]);
  const histogram = new Histogram(cells);
  for (const value of values) histogram.add(value);
  assertEquals([histogram.below, histogram.above, histogram.count], [0, 0, 1000]);
});

Deno.test("cellsOf() copes with equal values, equal quartiles and far places", () => {
  assertEquals(cellsOf([3, 3]), { low: 2.5, high: 3.5, cells: 1 });
  assertEquals(cellsOf([0, 1, 1, 1, 1, 1, 1, 1, 9]).cells, 3);
  const far = cellsOf([1e15, 1e15 + 1]);
  assertEquals(far.high > 1e15 + 1, true);
  assertEquals(cellsOf([...new Array(99).fill(0), ...new Array(99).fill(1), 1e12]).cells, 10_000);
});

Deno.test("cellsOf() refuses nothing and what is not finite", () => {
  assertThrows(
    () => cellsOf([]),
    RangeError,
    "Cannot choose cells as there must be values, all finite: current 0 values span undefined to undefined",
  );
  assertThrows(
    () => cellsOf([1, Infinity]),
    RangeError,
    "Cannot choose cells as there must be values, all finite: current 2 values span 1 to Infinity",
  );
});
