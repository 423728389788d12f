import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { StateTimes, TimeWeighted } from "../../../../sim/engine/stats/mod.ts";

Deno.test("StateTimes gives the share of time at each level, changes of one instant included", () => {
  const times = new StateTimes(1, -10);
  times.set(0, 4);
  times.set(0, 2);
  times.add(5, 3);
  assertEquals([1, 2, 4, 5, 9].map((level) => times.timeAt(level, 10)), [10, 5, 0, 5, 0]);
  assertEquals([...times.shares(10)], [0, 0.5, 0.25, 0, 0, 0.25]);
  assertEquals([times.shareFrom(2, 10), times.shareFrom(0, 10), times.shareFrom(6, 10)], [
    0.5,
    1,
    0,
  ]);
  assertEquals([times.level, times.highest(), times.mean(10)], [5, 5, 2.25]);
});

Deno.test("StateTimes.mean() is that of TimeWeighted", () => {
  const [times, level] = [new StateTimes(), new TimeWeighted()];
  for (let i = 1; i < 1000; i++) {
    const [now, next] = [i * 0.37, (i * i) % 61];
    times.set(now, next);
    level.set(now, next);
  }
  assertAlmostEquals(times.mean(400), level.mean(400), 1e-12);
});

Deno.test("StateTimes makes room for any level", () => {
  const times = new StateTimes(40);
  times.set(1, 5000);
  times.set(3, 0);
  assertEquals([times.timeAt(40, 4), times.timeAt(5000, 4), times.timeAt(0, 4)], [1, 2, 1]);
});

// Planted fault that this catches: the times not emptied.
Deno.test("StateTimes.flush() starts anew at the present level", () => {
  const times = new StateTimes();
  times.set(10, 6);
  times.flush(20);
  assertEquals([times.timeAt(0, 30), times.timeAt(6, 30), times.shareAt(6, 30)], [0, 10, 1]);
  assertEquals(times.shareAt(6, 20), NaN);
});

Deno.test("StateTimes refuses time that goes back and levels that are none", () => {
  const times = new StateTimes(0, 50);
  const back =
    "Cannot follow a level as time must not go back: last change is at 50 min, time is 49 min";
  assertThrows(() => times.set(49, 1), RangeError, back);
  assertThrows(() => times.timeAt(0, 49), RangeError, back);
  assertThrows(() => times.flush(49), RangeError, back);
  for (const level of [-1, 1.5, NaN, 2 ** 31]) {
    const none =
      `Cannot follow a level as it must be a whole number from 0: current level is ${level}`;
    assertThrows(() => times.set(51, level), RangeError, none);
    assertThrows(() => new StateTimes(level), RangeError, none);
  }
});
