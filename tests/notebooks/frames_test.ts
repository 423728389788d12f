/** Frames of result tables. */
import { assertEquals, assertThrows } from "@std/assert";
import {
  bandsFrame,
  comparisonOf,
  differencesFrame,
  exceedanceFrame,
  type Frame,
  meansFrame,
  pairsFrame,
  parametersFrame,
  precisionFrame,
  startFrame,
} from "../../notebooks/toolkit/mod.ts";
import { TINY_RESULT_SET } from "../../sim/report/tables/mod.ts";
import { syntheticResultSet } from "../support/result_set.ts";

const whole = syntheticResultSet({ pairs: true });

function rowsOf(frame: Frame): unknown[] {
  const { columns, values } = frame as unknown as { columns: string[]; values: unknown[][] };
  return values.map((row) => Object.fromEntries(columns.map((column, at) => [column, row[at]])));
}

Deno.test("meansFrame() and differencesFrame() give means and differences with what they hold", () => {
  const row = comparisonOf(whole, "no_tiers", "deaths");
  assertEquals(rowsOf(meansFrame(whole, ["deaths"]))[1], {
    measure: "deaths",
    unit: "persons",
    scenario: "no_tiers",
    mean: Math.round(row.mean),
    low: Math.round(row.meanLow),
    high: Math.round(row.meanHigh),
    p50: Math.round(row.p50),
    reached: 3,
    uncertainty: "replication",
  });
  assertEquals(rowsOf(differencesFrame(whole, ["deaths"]))[0], {
    measure: "deaths",
    unit: "persons",
    scenario: "no_tiers",
    baseline: "plan",
    difference: Math.round(row.difference),
    low: Math.round(row.differenceLow),
    high: Math.round(row.differenceHigh),
    all_low: Math.round(row.allLow),
    all_high: Math.round(row.allHigh),
    uncertainty: "replication",
  });
});

Deno.test("pairsFrame() gives the pairs without the baseline", () => {
  const pairs = rowsOf(pairsFrame(whole, ["deaths"])) as { scenario: string; baseline: string }[];
  assertEquals(pairs.map(({ scenario, baseline }) => [scenario, baseline]), [
    ["as_happened", "no_tiers"],
    ["plan_high", "no_tiers"],
    ["plan_high", "as_happened"],
  ]);
  assertThrows(() => pairsFrame(syntheticResultSet(), ["deaths"]), RangeError, "at least one row");
});

Deno.test("bandsFrame() gives a series of one group day by day", () => {
  const frame = rowsOf(bandsFrame(TINY_RESULT_SET, "bed_occupancy", { ward: "general" }));
  assertEquals(frame.length, 4);
  assertEquals(frame[0], {
    scenario: "plan",
    date: "2022-12-05",
    replications: 3,
    mean: 0.81,
    low: 0.785,
    high: 0.835,
    p05: NaN,
    p50: 0.81,
    p95: NaN,
    all_low: NaN,
    all_high: NaN,
    uncertainty: "parameters",
    grade: "assumed",
  });
  assertThrows(() => bandsFrame(TINY_RESULT_SET, "bed_occupancy"), RangeError, "at least one row");
  assertThrows(() => bandsFrame(TINY_RESULT_SET, "beds"), RangeError, "beds");
});

Deno.test("exceedanceFrame() says each event in words", () => {
  assertEquals(rowsOf(exceedanceFrame(TINY_RESULT_SET))[1], {
    event: "bed_occupancy general > 1 on more than 0 d in all",
    scenario: "no_tiers",
    hits: 1,
    replications: 3,
    probability: 0.333,
    low: 0.008,
    high: 0.906,
    only_here: 1,
    only_in_baseline: 0,
    days_mean: 0.3,
    uncertainty: "parameters",
    grade: "assumed",
  });
  const [event] = rowsOf(exceedanceFrame(whole)) as { event: string }[];
  assertEquals(event.event, "bed_occupancy icu >= 1 on more than 0 d in all");
});

Deno.test("precisionFrame() gives the last look at each target", () => {
  assertEquals(
    rowsOf(precisionFrame(TINY_RESULT_SET)),
    ["plan", "no_tiers"].map((scenario, at) => ({
      measure: "bed_occupancy_peak",
      group: "general",
      scenario,
      of: "mean",
      kind: "absolute",
      target: 0.05,
      replications: 3,
      half_width: [0.0248, 0.043][at],
      met: true,
    })),
  );
  assertThrows(() => precisionFrame(whole), RangeError, "at least one row");
});

Deno.test("parametersFrame() gives a row per set and a column per parameter", () => {
  assertEquals(
    rowsOf(parametersFrame(TINY_RESULT_SET, "plan")),
    [0.42, 0.57, 0.51].map((value, set) => ({ set, "care.boarding": value })),
  );
  const drawn = syntheticResultSet({ uncertainty: "parameters" });
  assertEquals(Object.keys(rowsOf(parametersFrame(drawn, "plan"))[0] as object), [
    "set",
    "care.lowerBed",
    "course.incubation.mean [min]",
  ]);
  assertThrows(() => parametersFrame(drawn, "none"), RangeError, "at least one row");
});

Deno.test("startFrame() gives the days of a ward type", () => {
  assertEquals(rowsOf(startFrame(TINY_RESULT_SET, "general"))[0], {
    day: -2,
    census: 0.7,
    level: 0.7,
    moving_average: NaN,
  });
  assertEquals(startFrame(TINY_RESULT_SET, "general").shape, [4, 4]);
  const other = TINY_RESULT_SET.start.map((row) =>
    row.scenario === "plan" ? row : { ...row, census: row.census + 1 }
  );
  const changed = { ...TINY_RESULT_SET, start: other };
  assertEquals(startFrame(changed, "general", "no_tiers").at(0, "census"), 1.7);
  assertThrows(() => startFrame(TINY_RESULT_SET, "none"), RangeError, "at least one row");
});
