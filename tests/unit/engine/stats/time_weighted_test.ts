import { assertEquals, assertThrows } from "@std/assert";
import { TimeWeighted } from "../../../../sim/engine/mod.ts";

Deno.test("TimeWeighted.area() adds the level times its duration, changes of one instant included", () => {
  const level = new TimeWeighted(1, -10);
  level.set(0, 4);
  level.set(0, 2);
  level.add(5, 3);
  assertEquals([level.value, level.area(5), level.area(7), level.mean(10)], [5, 20, 30, 45 / 20]);
});

Deno.test("TimeWeighted.flush() starts anew at the present level", () => {
  const level = new TimeWeighted();
  level.set(10, 6);
  level.flush(20);
  assertEquals([level.area(20), level.area(30), level.mean(30), level.mean(20)], [0, 60, 6, NaN]);
});

Deno.test("TimeWeighted.set() refuses time that goes back", () => {
  const level = new TimeWeighted(0, 50);
  assertThrows(
    () => level.set(49, 1),
    RangeError,
    "Cannot follow a level as time must not go back: last change is at 50 min, time is 49 min",
  );
});
