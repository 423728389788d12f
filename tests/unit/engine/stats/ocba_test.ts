import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { ocbaFurther, ocbaShares } from "../../../../sim/engine/stats/mod.ts";

Deno.test("ocbaShares() follows the theorem", () => {
  // Weights: 4 / 1, 9 / 9 and √(1 (4² / 4 + 1² / 9)).
  const shares = ocbaShares({ means: [10, 9, 7], variances: [1, 4, 9] });
  const best = Math.sqrt(4 + 1 / 9);
  [best, 4, 1].forEach((weight, i) => assertAlmostEquals(shares[i], weight / (best + 5), 1e-15));
  const mirrored = ocbaShares({ means: [-10, -9, -7], variances: [1, 4, 9], best: "smallest" });
  assertEquals(mirrored, shares);
});

Deno.test("ocbaShares() takes an indifference for systems that equal the best", () => {
  const [first, second, third] = ocbaShares({
    means: [3, 3, 2],
    variances: [1, 1, 1],
    indifference: 0.5,
  });
  assertAlmostEquals(second / third, 4, 1e-12);
  assertAlmostEquals(first, Math.hypot(second, third), 1e-12);
});

Deno.test("ocbaFurther() shares out all, and nothing to those who have enough", () => {
  const systems = { means: [10, 9, 7], variances: [1, 4, 9] };
  assertEquals(ocbaFurther(systems, [0, 0, 0], 703), [203, 400, 100]);
  // The second has more than any share of 800; the others part the 100 as 2.0276 to 1.
  assertEquals(ocbaFurther(systems, [0, 700, 0], 100), [67, 0, 33]);
  assertEquals(ocbaFurther(systems, [5, 5, 5], 0), [0, 0, 0]);
  assertEquals(ocbaFurther(systems, [9, 4, 2], 1).reduce((sum, n) => sum + n, 0), 1);
});

Deno.test("OCBA refuses equal best means, variances of 0 and numbers that do not match", () => {
  const message =
    "Cannot allocate a budget as it takes 2 systems or more, positive variances and one best mean: current means are ";
  assertThrows(
    () => ocbaShares({ means: [3, 3], variances: [1, 1] }),
    RangeError,
    `${message}3,3, variances are 1,1`,
  );
  assertThrows(
    () => ocbaShares({ means: [3, 2], variances: [1, 0] }),
    RangeError,
    `${message}3,2, variances are 1,0`,
  );
  assertThrows(
    () => ocbaFurther({ means: [3, 2], variances: [1, 1] }, [1], 5),
    RangeError,
    "Cannot allocate a budget as there must be a number made for each system: current numbers are 1 and 2",
  );
});

Deno.test("ocbaShares() refuses a best that is neither", () => {
  assertThrows(
    () => ocbaShares({ means: [3, 2], variances: [1, 1], best: "least" as "smallest" }),
    TypeError,
    'Cannot allocate a budget as best must be "largest" or "smallest": current best is "least"',
  );
});
