import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { rinottConstant, rinottSizes } from "../../../../sim/engine/stats/mod.ts";

// The double integral by another rule (1,201 steps) and root by brentq, SciPy 1.17.
Deno.test("rinottConstant() solves the integral of its definition", () => {
  const table = [
    [2, 0.9, 1, 6.1553670743513464],
    [3, 0.9, 2, 4.415400783543167],
    [5, 0.9, 4, 3.836601235616934],
    [2, 0.95, 9, 2.61411929530938],
    [10, 0.95, 19, 3.8752766356507986],
    [10, 0.975, 50, 4.045267826626015],
    [100, 0.99, 200, 5.316606836154308],
    [20_000, 0.95, 50, 6.882177397476018],
  ];
  for (const [systems, probability, degrees, h] of table) {
    assertAlmostEquals(rinottConstant({ systems, probability, degrees }), h, 1e-9);
  }
});

Deno.test("rinottSizes() is the first stage or (h S / δ)², the greater, rounded up", () => {
  const sizes = rinottSizes([1, 4, 100], { constant: 4, difference: 2, firstStage: 15 });
  assertEquals(sizes, [15, 16, 400]);
});

Deno.test("Rinott's procedure refuses numbers outside", () => {
  assertThrows(
    () => rinottConstant({ systems: 4, probability: 0.2, degrees: 9 }),
    RangeError,
    "Cannot find Rinott's constant as it takes 2 systems or more, a probability between 1 / systems and 1, and 1 degree of freedom or more: current numbers are 4, 0.2 and 9",
  );
  assertThrows(
    () => rinottSizes([1], { constant: 1, difference: 0, firstStage: 2 }),
    RangeError,
    "Cannot plan a second stage as the difference worth finding must be positive: current difference is 0",
  );
});
