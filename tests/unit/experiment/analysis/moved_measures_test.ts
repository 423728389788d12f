import { assertEquals, assertThrows } from "@std/assert";
import { countedMeasures, movedMeasures } from "../../../../sim/experiment/analysis/mod.ts";
import { type ComparisonRow, NO_GROUPS } from "../../../../sim/experiment/results/mod.ts";

const row = (
  measure: string,
  [allLow, difference, allHigh]: readonly [number, number, number],
  changes: Partial<ComparisonRow> = {},
): ComparisonRow => ({
  ...NO_GROUPS,
  scenario: "other",
  baseline: "plan",
  measure,
  unit: "1",
  replications: 20,
  mean: 0,
  meanLow: 0,
  meanHigh: 0,
  baselineMean: 0,
  difference,
  differenceLow: difference,
  differenceHigh: difference,
  allLow,
  allHigh,
  varianceRemoved: 0,
  reached: 20,
  p50: 0,
  p05: 0,
  p95: 0,
  differenceP05: 0,
  differenceP95: 0,
  parameterShare: NaN,
  uncertainty: "replication",
  grade: "",
  ...changes,
});

const ROWS = [
  row("infected", [0, 0, 0]),
  row("deaths", [1, 3, 5]),
  row("deaths", [9, 10, 11], { colour: "red" }),
  row("refusals", [-9, -8, -7]),
  row("waiting_peak", [-1, 2, 5]),
  row("unresolved", [NaN, 2, NaN]),
  row("needed_bed", [2, 2, 2]),
  row("never_in_bed", [2, 6, 10]),
  row("vehicle_use", [0, 3, 6]),
];

// |Difference| ÷ half-width: deaths 1.5, deaths of red residents 10, refusals 8, needed_bed without
// bound, never_in_bed 1.5; the others do not leave out 0.
Deno.test("movedMeasures() lists sure differences, the clearest without groups first", () => {
  assertEquals(movedMeasures(ROWS).map((r) => `${r.measure} ${r.colour}`), [
    "needed_bed ",
    "refusals ",
    "deaths ",
    "never_in_bed ",
    "deaths red",
  ]);
  assertEquals(movedMeasures(ROWS, { most: 2 }).map((r) => r.measure), ["needed_bed", "refusals"]);
  assertEquals(movedMeasures(ROWS, { most: 0 }), []);
  assertEquals(movedMeasures([]), []);
});

// All but the one without an interval.
Deno.test("countedMeasures() counts the rows that could have moved", () => {
  assertEquals(countedMeasures(ROWS), 8);
  const self = row("deaths", [0, 0, 0], { scenario: "plan" });
  assertEquals(countedMeasures([...ROWS, self]), 8);
  assertEquals(countedMeasures([]), 0);
});

Deno.test("movedMeasures() refuses rows of several scenarios and a most that is none", () => {
  assertThrows(
    () => movedMeasures([...ROWS, row("deaths", [1, 2, 3], { scenario: "third" })]),
    RangeError,
    "Cannot list what a scenario moves as rows must be of one scenario: current scenarios are other, third",
  );
  assertThrows(
    () => movedMeasures(ROWS, { most: -1 }),
    RangeError,
    "Cannot list what a scenario moves as the most must be a whole number from 0: current number is -1",
  );
});
