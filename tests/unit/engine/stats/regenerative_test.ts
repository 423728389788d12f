import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { regenerativeInterval } from "../../../../sim/engine/stats/mod.ts";

const CYCLES = { sums: [3, 10, 0, 7, 22, 1], lengths: [2, 5, 1, 3, 8, 1] };

// Formulas of the two estimators, worked out with NumPy 2 and SciPy 1.17.
Deno.test("regenerativeInterval() gives the classical estimate", () => {
  const { ratio, halfWidth, low, high, n } = regenerativeInterval(CYCLES);
  assertAlmostEquals(ratio, 2.15, 1e-15);
  assertAlmostEquals(halfWidth, 0.6028920580121107, 1e-14);
  assertEquals([low, high, n], [ratio - halfWidth, ratio + halfWidth, 6]);
});

Deno.test("regenerativeInterval() gives the jackknife estimate", () => {
  const { ratio, halfWidth } = regenerativeInterval(CYCLES, { method: "jackknife" });
  assertAlmostEquals(ratio, 2.2637054236899425, 1e-14);
  assertAlmostEquals(halfWidth, 0.7635645989820965, 1e-14);
});

Deno.test("regenerativeInterval() refuses one cycle, columns of two lengths and no length", () => {
  const message =
    "Cannot take a ratio of cycles as it takes two or more, with as many sums as lengths, of positive total: current numbers are ";
  assertThrows(
    () => regenerativeInterval({ sums: [1], lengths: [1] }),
    RangeError,
    `${message}1 sums and 1 lengths of total 1`,
  );
  assertThrows(
    () => regenerativeInterval({ sums: [1, 2], lengths: [1, 2, 3] }),
    RangeError,
    `${message}2 sums and 3 lengths of total 3`,
  );
  assertThrows(
    () => regenerativeInterval({ sums: [1, 2], lengths: [0, 0] }),
    RangeError,
    `${message}2 sums and 2 lengths of total 0`,
  );
});

Deno.test("regenerativeInterval() refuses a method that it does not know", () => {
  assertThrows(
    () => regenerativeInterval(CYCLES, { method: "jacknife" as "jackknife" }),
    TypeError,
    'Cannot take a ratio of cycles as method must be "classical" or "jackknife": current method is "jacknife"',
  );
});
