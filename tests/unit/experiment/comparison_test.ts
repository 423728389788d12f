import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { compareMeasures, pairedDeaths } from "../../../sim/experiment/mod.ts";
import type { MeasureRow } from "../../../sim/experiment/mod.ts";

const NO_GROUPS = { grid: "", tier: "", facility: "", ward: "", colour: "", rule: "", line: "" };

function rows(
  scenario: string,
  values: readonly number[],
  measure = "deaths",
  groups = {},
): MeasureRow[] {
  return values.map((value, replication) => ({
    scenario,
    replication,
    measure,
    unit: "persons",
    value,
    ...NO_GROUPS,
    ...groups,
  }));
}

Deno.test("compareMeasures() pairs replication by replication", () => {
  const [plan, other] = compareMeasures([
    ...rows("plan", [10, 20, 60]),
    ...rows("other", [13, 22, 67]),
  ], "plan");
  assertEquals([plan.mean, plan.baselineMean, plan.difference, plan.replications], [30, 30, 0, 3]);
  assertEquals([other.mean, other.baselineMean, other.difference], [34, 30, 4]);
  // Differences 3, 2, 7: standard deviation √7; t of 2 degrees of freedom at 0.975 is 4.302653.
  const half = 4.302652729911275 * Math.sqrt(7 / 3);
  assertAlmostEquals(other.differenceHigh - 4, half, 1e-8);
  assertAlmostEquals(4 - other.differenceLow, half, 1e-8);
  assertEquals([plan.differenceLow, plan.differenceHigh], [0, 0]);
});

// Planted: replications without a value taken in: red.
Deno.test("compareMeasures() has no mean where some replications do not reach a value", () => {
  // Planted fault seen: the replications that do reach it averaged alone, which favours the slow.
  const [plan, other, third] = compareMeasures(
    [
      ...rows("plan", [10, 12, 20, 30]),
      ...rows("other", [11, 99, 23, NaN]),
      ...rows("third", [12, 14, 22, 32]),
    ],
    "plan",
  );
  assertEquals([other.replications, other.mean, other.difference], [3, NaN, NaN]);
  assertEquals([other.baselineMean, plan.mean, plan.difference], [18, 18, 0]);
  assertEquals([third.replications, third.difference], [4, 2]);
});

Deno.test("compareMeasures() has no difference where the baseline has no value", () => {
  const [, other] = compareMeasures(
    [...rows("plan", [NaN, NaN]), ...rows("other", [4, 6])],
    "plan",
  );
  assertEquals([other.replications, other.mean], [0, 5]);
  assertEquals([other.difference, other.baselineMean], [NaN, NaN]);
  const [only] = compareMeasures(
    rows("other", [4, 6], "deaths", { rule: "x" }).concat(rows("plan", [1, 2])),
    "plan",
  );
  assertEquals([only.mean, only.difference, only.rule], [5, NaN, "x"]);
});

Deno.test("compareMeasures() gives one replication no interval", () => {
  const [plan, other] = compareMeasures([...rows("plan", [10]), ...rows("other", [12])], "plan");
  assertEquals([plan.meanLow, plan.meanHigh], [NaN, NaN]);
  assertEquals([other.difference, other.differenceLow, other.differenceHigh], [2, NaN, NaN]);
});

Deno.test("compareMeasures() keeps groups apart and in order", () => {
  const list = ["icu", "general"].flatMap((ward, i) =>
    rows("plan", [i, i + 2], "bed_occupancy_mean", { ward })
  );
  assertEquals(compareMeasures(list, "plan").map((r) => [r.ward, r.mean]), [["icu", 1], [
    "general",
    2,
  ]]);
});

Deno.test("compareMeasures() refuses a baseline that is not there", () => {
  assertThrows(
    () => compareMeasures(rows("plan", [1]), "other"),
    RangeError,
    'Cannot compare as the baseline must be one of the scenarios: baseline is "other", scenarios are plan',
  );
});

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
