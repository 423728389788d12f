/** Frames of result tables. */
import { assertEquals, assertThrows } from "@std/assert";
import {
  bandsFrame,
  comparisonOf,
  curvesFrame,
  differencesFrame,
  exceedanceFrame,
  facilityDaysFrame,
  flowsFrame,
  meansFrame,
  pairsFrame,
  parametersFrame,
  precisionFrame,
  replicationsFrame,
  rowsOf,
  startFrame,
} from "../../notebooks/toolkit/mod.ts";
import { TINY_RESULT_SET } from "../../sim/report/tables/mod.ts";
import { syntheticResultSet } from "../support/result_set.ts";

const whole = syntheticResultSet({ pairs: true });

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
  assertThrows(() => pairsFrame(syntheticResultSet(), ["deaths"]), RangeError, "`pairs: true`");
});

Deno.test("bandsFrame() gives a series of one group day by day", () => {
  const frame = rowsOf(bandsFrame(TINY_RESULT_SET, "bed_occupancy", { ward: "general" }));
  assertEquals(frame.length, 4);
  assertEquals(frame[0], {
    scenario: "plan",
    date: "2022-12-05",
    replications: 3,
    "mean [-]": 0.81,
    "low [-]": 0.785,
    "high [-]": 0.835,
    "p05 [-]": NaN,
    "p50 [-]": 0.81,
    "p95 [-]": NaN,
    "all_low [-]": NaN,
    "all_high [-]": NaN,
    uncertainty: "parameters",
    grade: "assumed",
  });
  assertThrows(
    () => bandsFrame(TINY_RESULT_SET, "bed_occupancy"),
    RangeError,
    'Cannot show series "bed_occupancy" as the results must hold it for these groups: current ' +
      "groups are {}; it is there for general",
  );
  assertThrows(
    () => bandsFrame(TINY_RESULT_SET, "bed_ocupancy"),
    RangeError,
    'Cannot show series "bed_ocupancy" as the results must hold it: nearest is "bed_occupancy"',
  );
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
    "days_mean [d]": 0.3,
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
    "day [d]": -2,
    "census [patients]": 0.7,
    "level [patients]": 0.7,
    "moving_average [patients]": NaN,
  });
  assertEquals(startFrame(TINY_RESULT_SET, "general").shape, [4, 4]);
  const other = TINY_RESULT_SET.start.map((row) =>
    row.scenario === "plan" ? row : { ...row, census: row.census + 1 }
  );
  const changed = { ...TINY_RESULT_SET, start: other };
  assertEquals(startFrame(changed, "general", "no_tiers").at(0, "census [patients]"), 1.7);
  assertThrows(() => startFrame(TINY_RESULT_SET, "none"), RangeError, "at least one row");
});

Deno.test("frames of measures name the nearest one, and say when a scenario does not have it", () => {
  assertThrows(
    () => meansFrame(whole, ["deths"]),
    RangeError,
    'Cannot show measure "deths" as the results must hold it: nearest is "deaths"',
  );
  assertThrows(
    () => differencesFrame(TINY_RESULT_SET, ["infected"]),
    RangeError,
    'Cannot show measure "infected" as the results must hold it: it is in the catalogue, but ' +
      "these scenarios do not have it for the whole network",
  );
  assertThrows(
    () => comparisonOf(whole, "no_teirs", "deaths"),
    RangeError,
    'Cannot compare as the results must hold scenario "no_teirs": nearest is "no_tiers"',
  );
  assertThrows(() => comparisonOf(whole, "no_tiers", "deths"), RangeError, 'nearest is "deaths"');
});

Deno.test("replicationsFrame() gives a row per replication and a column per measure", () => {
  const rows = rowsOf(replicationsFrame(whole, ["deaths", "transfer_delay_mean"]));
  assertEquals(rows.length, 4 * 3);
  assertEquals(Object.keys(rows[0]!), [
    "scenario",
    "replication",
    "deaths [persons]",
    "transfer_delay_mean [h]",
  ]);
  assertThrows(() => replicationsFrame(whole, ["deths"]), RangeError, 'nearest is "deaths"');
});

Deno.test("facilityDaysFrame() gives beds, patients and their share, and names a near facility", () => {
  const row = { scenario: "plan", date: "2022-12-05", facility: "f1", covid: 3, ordinary: 1.25 };
  const results = {
    ...TINY_RESULT_SET,
    facilityDays: [{ ...row, usable: 5 }, { ...row, facility: "shelter", usable: 0 }],
  };
  assertEquals(rowsOf(facilityDaysFrame(results)).map((found) => found["occupancy [-]"]), [
    0.85,
    NaN,
  ]);
  assertEquals(rowsOf(facilityDaysFrame(results, "f1")), [{
    scenario: "plan",
    date: "2022-12-05",
    facility: "f1",
    "usable [beds]": 5,
    "covid [patients]": 3,
    "ordinary [patients]": 1.3,
    "occupancy [-]": 0.85,
  }]);
  assertThrows(() => facilityDaysFrame(results, "f2"), RangeError, 'nearest is "f1"');
  const old = { ...results, facilityDays: [] };
  assertThrows(() => facilityDaysFrame(old), RangeError, "run the experiment again");
});

Deno.test("curvesFrame() and flowsFrame() give shares and patients with their intervals", () => {
  const spread = { replications: 2, mean: 0.25, meanLow: 0.2, meanHigh: 0.3 } as const;
  const results = {
    ...TINY_RESULT_SET,
    curves: [{
      ...spread,
      scenario: "plan",
      curve: "transfer_unfinished",
      group: "red",
      hours: 6,
      uncertainty: "replication",
    }],
    flows: [{ ...spread, scenario: "plan", from: "home", to: "lead" }],
  } as const;
  assertEquals(rowsOf(curvesFrame(results, "transfer_unfinished")), [{
    scenario: "plan",
    group: "red",
    "time [h]": 6,
    replications: 2,
    "share [-]": 0.25,
    "low [-]": 0.2,
    "high [-]": 0.3,
    uncertainty: "replication",
  }]);
  assertThrows(() => curvesFrame(results, "bed_outcome"), RangeError, "Cannot gather rows");
  assertEquals(rowsOf(flowsFrame(results, "plan")), [{
    scenario: "plan",
    from: "home",
    to: "lead",
    replications: 2,
    "mean [patients]": 0.3,
    "low [patients]": 0.2,
    "high [patients]": 0.3,
  }]);
  assertThrows(() => flowsFrame({ ...results, flows: [] }), RangeError, "there are none");
});
