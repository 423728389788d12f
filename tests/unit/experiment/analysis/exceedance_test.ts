import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  DEFAULT_EXCEEDANCES,
  exceedancesOf,
  parseExceedance,
} from "../../../../sim/experiment/analysis/mod.ts";
import { NO_GROUPS, type SeriesPath } from "../../../../sim/experiment/results/mod.ts";

/** Occupancy of intensive care, one list of values per replication. */
function pathsOf(
  scenario: string,
  lists: readonly (readonly number[])[],
  ward = "icu",
): SeriesPath[] {
  return lists.map((values, replication) => ({
    ...NO_GROUPS,
    scenario,
    replication,
    measure: "bed_occupancy",
    ward,
    unit: "-",
    dates: values.map((_, day) => `2022-12-0${day + 1}`),
    values: Float64Array.from(values),
  }));
}

const PATHS = [
  ...pathsOf("plan", [[0.9, 1, 1.1], [1, 1, 1], [0.5, 0.5, 1], [NaN, 1.2, 1.3]]),
  ...pathsOf("other", [[1, 1, 1], [1, 0.9, 0.9], [0.5, 1, 1], [2, 2, NaN]]),
];

// Planted fault that this catches: a level that is reached not counted.
Deno.test("exceedancesOf() counts days at the level or above it alone", () => {
  const row = (text: string) =>
    exceedancesOf(PATHS, [parseExceedance(text)], { baseline: "plan" })[0];
  const at = row("bed_occupancy[ward=icu] >= 100 % for more than 1 d");
  assertEquals([at.hits, at.replications, at.probability, at.daysMean], [3, 4, 0.75, 2]);
  const above = row("bed_occupancy[ward=icu] > 100 % for more than 1 d");
  assertEquals([above.hits, above.probability, above.daysMean], [1, 0.25, 0.75]);
  assertEquals([above.orAt, above.level, above.days, above.unit], [false, 1, 1, "-"]);
});

Deno.test("exceedancesOf() counts replications in which it happens on one side only", () => {
  const event = parseExceedance("bed_occupancy[ward=icu] >= 100 % for more than 1 d");
  const [plan, other] = exceedancesOf(PATHS, [event], { baseline: "plan" });
  assertEquals([plan.scenario, plan.onlyHere, plan.onlyInBaseline], ["plan", 0, 0]);
  // By replication: plan happens, happens, not, happens; other happens, not, happens, happens.
  assertEquals([other.hits, other.onlyHere, other.onlyInBaseline], [3, 1, 1]);
  assertEquals([other.scenario, other.baseline, other.ward], ["other", "plan", "icu"]);
});

// Clopper and Pearson: none of four has the upper end 1 − 0.025^(1/4), all of four the lower end
// 0.025^(1/4). Planted: Wilson's interval: 0.4899 and 0.5101, red.
Deno.test("exceedancesOf() gives the exact interval", () => {
  const low = parseExceedance("bed_occupancy[ward=icu] >= 0.5");
  const high = parseExceedance("bed_occupancy[ward=icu] > 3");
  const [all, none] = exceedancesOf(PATHS, [low, high], { baseline: "plan" });
  assertEquals([all.probability, all.high, none.probability, none.low], [1, 1, 0, 0]);
  assertAlmostEquals(all.low, 0.025 ** 0.25, 1e-12);
  assertAlmostEquals(none.high, 1 - 0.025 ** 0.25, 1e-12);
  const [wide] = exceedancesOf(PATHS, [low], { baseline: "plan", level: 0.9 });
  assertAlmostEquals(wide.low, 0.05 ** 0.25, 1e-12);
});

Deno.test("exceedancesOf() counts days together or apart", () => {
  const event = parseExceedance("bed_occupancy[ward=icu] >= 1 for more than 2 d in all");
  const paths = pathsOf("plan", [[1, 1, 1, 0, 0], [1, 0, 1, 0, 1], [1, 1, 0, 0, 0]]);
  const [row] = exceedancesOf(paths, [event], { baseline: "plan" });
  assertEquals([row.hits, row.replications], [2, 3]);
});

// Planted fault seen: the interval of independent trials given for replications that share a set.
Deno.test("exceedancesOf() gives no interval where replications share a set, and says what they hold", () => {
  const event = parseExceedance("bed_occupancy[ward=icu] >= 1 for more than 1 d");
  const rows = exceedancesOf(PATHS, [event], {
    baseline: "plan",
    uncertainty: "parameters",
    grades: { plan: "derived" },
    replicationsPerSet: 2,
  });
  assertEquals(rows.map((row) => [row.probability, row.low, row.high]), [
    [0.75, NaN, NaN],
    [0.75, NaN, NaN],
  ]);
  assertEquals(rows.map((row) => [row.uncertainty, row.grade]), [
    ["parameters", "derived"],
    ["parameters", ""],
  ]);
  const [plain] = exceedancesOf(PATHS, [event], { baseline: "plan" });
  assertEquals([plain.uncertainty, plain.grade], ["replication", ""]);
  assertThrows(
    () => exceedancesOf(PATHS, [event], { baseline: "plan", replicationsPerSet: 0 }),
    RangeError,
    "replications per set must be a whole number from 1: current number is 0",
  );
});

Deno.test("exceedancesOf() gives rows by scenario, then event, and none without the series", () => {
  const paths = [...PATHS, ...pathsOf("other", [[1], [2]], "general")];
  const events = ["general", "icu"].map((ward) =>
    parseExceedance(`bed_occupancy[ward=${ward}] >= 1`)
  );
  const rows = exceedancesOf(paths, events, { baseline: "plan" });
  assertEquals(rows.map((row) => [row.scenario, row.ward]), [
    ["plan", "icu"],
    ["other", "general"],
    ["other", "icu"],
  ]);
  // The baseline has no such series: nothing to pair with.
  assertEquals([rows[1].hits, rows[1].onlyHere, rows[1].onlyInBaseline], [2, 0, 0]);
  assertEquals(exceedancesOf(PATHS, [], { baseline: "plan" }), []);
});

Deno.test("exceedancesOf() refuses what it cannot count", () => {
  const [icu, , general] = DEFAULT_EXCEEDANCES;
  assertThrows(
    () => exceedancesOf(PATHS, [icu], { baseline: "first" }),
    RangeError,
    'Cannot compare events as the baseline must be one of the scenarios: baseline is "first", scenarios are plan, other',
  );
  assertThrows(
    () => exceedancesOf(PATHS, [icu, general], { baseline: "plan" }),
    RangeError,
    'Cannot count days as a scenario must have the series of each event: none has that of "bed_occupancy[ward=general] >= 100 % for more than 3 d in all"',
  );
  assertThrows(
    () => exceedancesOf(PATHS, [{ ...icu, days: 0.5 }], { baseline: "plan" }),
    RangeError,
    "days must be a whole number from 0: current number is 0.5 d",
  );
});
