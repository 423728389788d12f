import { assertEquals, assertThrows } from "@std/assert";
import { type LevelEntry, levelOn, levelsByDay } from "../../../../sim/domain/services/mod.ts";

const ENTRIES: readonly LevelEntry[] = [
  { from: "2020-02-26", level: "high" },
  { from: "2020-03-20", level: "medium" },
  { from: "2020-04-30", level: "low" },
];

Deno.test("levelOn() changes at 00:00 of the date and holds the first level from the beginning", () => {
  assertEquals(levelOn(ENTRIES, "2019-12-31"), "high");
  assertEquals(levelOn(ENTRIES, "2020-03-19"), "high");
  assertEquals(levelOn(ENTRIES, "2020-03-20"), "medium");
  assertEquals(levelOn(ENTRIES, "2021-01-01"), "low");
});

Deno.test("levelsByDay() agrees with levelOn() across the end of a leap February", () => {
  const entries = [{ from: "2020-02-28", level: "low" }, {
    from: "2020-03-01",
    level: "high",
  }] as const;
  assertEquals([...levelsByDay(entries, { start: "2020-02-27", days: 5 })], [0, 0, 0, 2, 2]);
  assertEquals([...levelsByDay(entries, { start: "2020-02-27", days: 0 })], []);
});

Deno.test("levelOn() refuses no entry, disorder, dates that are none and unknown levels", () => {
  assertThrows(
    () => levelOn([], "2020-01-01"),
    RangeError,
    "Cannot read the risk level as there must be an entry: current number is 0",
  );
  assertThrows(
    () => levelOn(ENTRIES.toReversed(), "2020-01-01"),
    RangeError,
    "Cannot read the risk level as entries must be in order of date: 2020-03-20 follows 2020-04-30",
  );
  assertThrows(
    () => levelOn(ENTRIES, "2021-02-29"),
    RangeError,
    'Cannot read the risk level as a date must be YYYY-MM-DD: current date is "2021-02-29"',
  );
  assertThrows(() => levelOn(ENTRIES, "20 March"), RangeError, 'current date is "20 March"');
  assertThrows(
    () => levelOn([{ from: "2020-01-01", level: "grey" as "low" }], "2020-01-01"),
    RangeError,
    'Cannot read the risk level as a level must be low, medium, high: level from 2020-01-01 is "grey"',
  );
});

Deno.test("levelsByDay() refuses a broken number of days", () => {
  assertThrows(
    () => levelsByDay(ENTRIES, { start: "2020-01-01", days: 1.5 }),
    RangeError,
    "Cannot read the risk level as the number of days must be a whole number >= 0: current number is 1.5",
  );
});
