/** Intervals of pairs beside those of strangers. */
import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  comparisonOf,
  pairingFrame,
  rowsOf,
  unpairedInterval,
} from "../../notebooks/toolkit/mod.ts";
import { TINY_RESULT_SET } from "../../sim/report/tables/mod.ts";
import { syntheticResultSet } from "../support/result_set.ts";

// Reckoned by hand: variances 4 and 1, 4 values each; df = 1.25² / (1/3 + 0.0625/3) = 4.411765.
Deno.test("unpairedInterval() is Welch's", () => {
  const { mean, halfWidth } = unpairedInterval(
    [1, 3, 3, 5].map((x) => (x - 3) * 1.5 ** 0.5),
    [
      0,
      1,
      1,
      2,
    ].map((x) => (x - 1) * 1.5 ** 0.5),
  );
  assertEquals(mean, 0);
  assertAlmostEquals(halfWidth, 2.6785 * 1.25 ** 0.5, 2e-3);
  assertEquals(unpairedInterval([2, 2], [1, 1]).halfWidth, 0);
});

Deno.test("pairingFrame() has the paired interval of the comparison beside the other one", () => {
  const results = syntheticResultSet();
  const rows = rowsOf(pairingFrame(results, ["deaths"]));
  assertEquals(rows.length, results.manifest.scenarios.length - 1);
  const { differenceLow, differenceHigh, difference } = comparisonOf(results, "no_tiers", "deaths");
  const row = rows.find(({ scenario }) => scenario === "no_tiers")!;
  const half = (differenceHigh - differenceLow) / 2;
  assertAlmostEquals(Number(row["± paired"]), half, 0.006 * half);
  assertAlmostEquals(Number(row.difference), difference, 0.006 * Math.abs(difference));
  assert(Number(row["± unpaired"]) >= 0);
});

Deno.test("pairingFrame() wants two replications", () => {
  const manifest = { ...TINY_RESULT_SET.manifest, replications: 1 };
  assertThrows(
    () => pairingFrame({ ...TINY_RESULT_SET, manifest }, ["deaths"]),
    RangeError,
    ">= 2",
  );
});
