import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { warmUpOf } from "../../../../sim/engine/mod.ts";
import { startCheckOf, startRowsOf } from "../../../../sim/experiment/analysis/mod.ts";

const PROFILE = [6, 4, 3, 2, 0, -7, -8];

const point = (days: number, value: (day: number) => number, ward = "icu") => ({
  measure: "census",
  unit: "patients",
  ward,
  line: "ordinary",
  values: Float64Array.from({ length: days }, (_, day) => value(day)),
});

// Planted: the profile taken from plain means of weekdays, which a rise over the weeks bends: red.
Deno.test("startRowsOf() takes the week's profile away and leaves a rise as it is", () => {
  const rows = startRowsOf([[point(24, (day) => 100 + 2 * day + PROFILE[day % 7])]], {
    scenario: "plan",
    warmUpDays: 10,
    window: 3,
  });
  assertEquals(rows.map((row) => row.day), Array.from({ length: 24 }, (_, day) => day - 10));
  rows.forEach((row, day) => {
    assertAlmostEquals(row.level, 100 + 2 * day, 1e-9);
    if (day < 21) assertAlmostEquals(row.movingAverage, 100 + 2 * day, 1e-9);
    else assertEquals(row.movingAverage, NaN);
  });
});

Deno.test("startRowsOf() averages runs, by ward type, ordinary patients alone", () => {
  const run = (level: number) => [
    { ...point(14, () => 999), line: "covid" },
    { ...point(14, () => 999), measure: "usable_beds" },
    point(14, () => level),
    point(14, () => 2 * level, "general"),
  ];
  const rows = startRowsOf([run(10), run(20)], { scenario: "plan", warmUpDays: 7 });
  assertEquals(rows.length, 28);
  assertEquals([rows[0].ward, rows[0].census, rows[0].level], ["icu", 15, 15]);
  assertEquals(rows.every((row) => row.scenario === "plan"), true);
  assertEquals([rows[14].ward, rows[14].day, rows[14].census], ["general", -7, 30]);
  assertEquals(rows[6].movingAverage, 15);
  assertEquals(startRowsOf([], { scenario: "plan", warmUpDays: 7 }), []);
});

Deno.test("startRowsOf() takes 13 days to know the week", () => {
  const level = (days: number) =>
    startRowsOf([[point(days, () => 5)]], { scenario: "plan", warmUpDays: 1, window: 0 })[0].level;
  assertEquals([level(12), level(13)], [NaN, 5]);
});

Deno.test("startCheckOf() cuts where MSER-5 does, the week taken away", () => {
  const settles = (day: number) => day < 20 ? 200 - 5 * day : 100;
  const noise = (day: number) => (day * 37 % 11) - 5;
  const values = (day: number) => settles(day) + noise(day) + PROFILE[day % 7];
  const runs = [[point(90, values), point(90, () => 4, "general")]];
  const check = startCheckOf(runs, { kind: "equilibrium", warmUpDays: 28 });
  const levels = startRowsOf(runs, { scenario: "plan", warmUpDays: 28 }).filter((row) =>
    row.ward === "icu"
  )
    .map((row) => row.level);
  assertEquals(check, {
    kind: "equilibrium",
    warmUpDays: 28,
    mser5Days: { icu: warmUpOf(levels).cut, general: 0 },
    days: 90,
  });
  assertEquals(check.mser5Days.icu, 20);
});

Deno.test("startCheckOf() finds no settled end in a rise, nor in fewer than 35 days", () => {
  const cut = (days: number, value: (day: number) => number) =>
    startCheckOf([[point(days, value)]], { kind: "census", warmUpDays: 0 }).mser5Days.icu;
  assertEquals(cut(60, (day) => day), NaN);
  assertEquals(cut(34, () => 3), NaN);
  assertEquals(cut(35, () => 3), 0);
});

Deno.test("startCheckOf() says how many days it has looked at", () => {
  const days = (runs: Parameters<typeof startCheckOf>[0]) =>
    startCheckOf(runs, { kind: "census", warmUpDays: 0 }).days;
  assertEquals(days([[point(34, () => 3)]]), 34);
  assertEquals(days([[point(50, () => 3), point(40, () => 3, "general")]]), 40);
  assertEquals(days([]), 0);
});

// One array is filled again for each run, as a run that is no longer needed is. Planted fault seen: the
// runs gathered in a list first, all of which are then the last one.
Deno.test("startRowsOf() and startCheckOf() go through runs once and keep none", () => {
  const runs = function* () {
    const one = point(40, () => 0);
    for (const level of [10, 20, 60]) {
      one.values.fill(level);
      yield [one];
      one.values.fill(NaN);
    }
  };
  const rows = startRowsOf(runs(), { scenario: "plan", warmUpDays: 7 });
  assertEquals(rows.map((row) => row.census), Array(40).fill(30));
  const check = startCheckOf(runs(), { kind: "equilibrium", warmUpDays: 7 });
  assertEquals([check.mser5Days, check.days], [{ icu: 0 }, 40]);
});

Deno.test("startRowsOf() refuses runs with other days", () => {
  assertThrows(
    () =>
      startRowsOf([[point(20, () => 1)], [point(21, () => 1)]], {
        scenario: "plan",
        warmUpDays: 7,
      }),
    RangeError,
    'Cannot average the start of runs as each must have the same days of ward type "icu": current numbers are 2 of 2 runs, 20 and 21 days',
  );
  assertThrows(
    () => startCheckOf([[point(20, () => 1)], []], { kind: "census", warmUpDays: 7 }),
    RangeError,
    "current numbers are 1 of 2 runs, 20 days",
  );
});
