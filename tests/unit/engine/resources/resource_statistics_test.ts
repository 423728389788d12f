import { assertEquals, assertThrows } from "@std/assert";
import { ResourceStatistics } from "../../../../sim/engine/mod.ts";
import { World } from "../../../support/resource_world.ts";

Deno.test("ResourceStatistics.advance() refuses to go back, such as after a flush ahead of the clock", () => {
  // Fault found here: the flush made the next duration negative, and with it the utilisation.
  const { resource, executive } = new World({ capacity: 1 }, [{ at: 0, hold: 30 }]).run(10);
  resource.statistics.flush(50);
  const message =
    "Cannot take statistics as time must not go back: last change is at 50 min, time is 20 min";
  executive.run(20);
  assertThrows(() => resource.statistics, RangeError, message);
  assertThrows(() => resource.seize(7, 0), RangeError, message);
});

Deno.test("ResourceStatistics.advance() takes an instant twice, and no number that is none", () => {
  const statistics = new ResourceStatistics(5);
  statistics.advance(5, 1, 1, 2);
  statistics.advance(9, 1, 1, 2);
  statistics.advance(9, 2, 2, 2);
  assertEquals([statistics.meanInUse, statistics.utilisation], [1, 0.5]);
  assertThrows(
    () => statistics.advance(NaN, 1, 1, 2),
    RangeError,
    "Cannot take statistics as time must not go back: last change is at 9 min, time is NaN min",
  );
});
