import { assertEquals, assertThrows } from "@std/assert";
import { DailyCount, DailyLevel } from "../../../../sim/engine/mod.ts";

Deno.test("DailyCount.add() gives midnight to the day that begins", () => {
  const count = new DailyCount(2, 1440);
  for (const time of [1439.999, 1440, 2879.999, 2880, 4319, 4320]) count.add(time);
  assertEquals([[...count.values], count.outside], [[2, 2], 2]);
});

Deno.test("DailyLevel.finish() spreads a level over the days it lasts", () => {
  const level = new DailyLevel({ days: 4 });
  level.set(360, 8);
  level.set(360 + 2 * 1440, 2);
  assertEquals([...level.finish(4 * 1440)], [6, 8, 3.5, 2]);
  assertEquals([level.highest, level.value], [8, 2]);
});

Deno.test("DailyLevel follows the level before the first day without averaging it", () => {
  const level = new DailyLevel({ days: 2 });
  level.add(-5000, 9);
  level.add(-2000, -6);
  level.add(1440, 1);
  assertEquals([...level.finish(2880)], [3, 4]);
  assertEquals(level.highest, 4);
});

Deno.test("DailyLevel takes no notice of a level that lasts no time, nor of what follows the days", () => {
  const level = new DailyLevel({ days: 1, start: 100 });
  level.set(500, 50);
  level.set(500, 1);
  level.set(1540, 70);
  assertEquals(level.finish(9000)[0], 1040 / 1440);
  assertEquals(level.highest, 1);
});

Deno.test("DailyLevel.finish() averages a cut day over its part and has no mean after the end", () => {
  const level = new DailyLevel({ days: 3 });
  level.set(0, 2);
  level.set(1440, 4);
  level.set(1440 + 180, 6);
  assertEquals([...level.finish(1440 + 360)], [2, 5, NaN]);
});

Deno.test("DailyLevel and DailyCount refuse time that goes back and broken days", () => {
  const level = new DailyLevel({ days: 1 });
  level.set(10, 1);
  assertThrows(
    () => level.add(9, 1),
    RangeError,
    "Cannot follow a level as time must not go back: last change is at 10 min, time is 9 min",
  );
  assertThrows(
    () => new DailyCount(1.5),
    RangeError,
    "Cannot record by day as the number of days must be whole and >= 0: current number is 1.5",
  );
});
