import { assertEquals } from "@std/assert";
import { pairedDeaths } from "../../../../sim/experiment/analysis/mod.ts";

Deno.test("pairedDeaths() counts those who die on one side only", () => {
  const values = (here: number[], baseline: number[]) =>
    pairedDeaths(Float64Array.from(here), Float64Array.from(baseline)).map((r) => r.value);
  assertEquals(values([], []), [0, 0]);
  assertEquals(values([1, 2, 3], []), [3, 0]);
  assertEquals(values([], [5]), [0, 1]);
  assertEquals(values([1, 2, 3], [1, 2, 3]), [0, 0]);
  assertEquals(values([2, 4, 6, 8], [1, 2, 3, 8, 9]), [2, 3]);
  const rows = pairedDeaths(Float64Array.of(1), Float64Array.of(2));
  assertEquals(rows.map((r) => r.measure), ["deaths_only_here", "deaths_only_in_baseline"]);
});
