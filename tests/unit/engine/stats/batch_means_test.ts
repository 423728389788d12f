import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  batchMeansOf,
  dependenceOf,
  StreamingBatchMeans,
  tInterval,
} from "../../../../sim/engine/stats/mod.ts";

Deno.test("batchMeansOf() is the Student interval of the means of equal batches", () => {
  const { interval, means, size, left } = batchMeansOf([100, 200, 1, 3, 2, 4, 3, 5, 0, 2, 7, 9], {
    batches: 5,
    level: 0.9,
  });
  assertEquals([[...means], size, left], [[2, 3, 4, 1, 8], 2, 2]);
  assertEquals(interval, tInterval([2, 3, 4, 1, 8], 0.9));
  assertEquals(batchMeansOf(new Array(45).fill(1)).means.length, 20);
});

Deno.test("dependenceOf() gives lag-1 correlation and von Neumann's ratio of a small series", () => {
  // Deviations -1.5 -0.5 0.5 1.5: squares 5, products 0.75 - 0.25 + 0.75, steps 3.
  const { lag1, vonNeumann, z } = dependenceOf([1, 2, 3, 4]);
  assertAlmostEquals(lag1, 1.25 / 5, 1e-15);
  assertAlmostEquals(vonNeumann, 3 / 5, 1e-15);
  assertAlmostEquals(z, 0.7 * Math.sqrt(15 / 2), 1e-15);
  assertEquals(dependenceOf([2, 2, 2]).z, NaN);
});

Deno.test("StreamingBatchMeans doubles its batches and leaves out what fills none", () => {
  const stream = new StreamingBatchMeans({ batches: 3 });
  const values = Array.from({ length: 15 }, (_, i) => (i * 7) % 11);
  for (const value of values) stream.add(value);
  const { means, size, left, interval } = stream.result();
  assertEquals([size, left, stream.count], [4, 3, 15]);
  assertEquals(means, batchMeansOf(values.slice(0, 12), { batches: 3 }).means);
  assertEquals(interval, tInterval(means));
});

Deno.test("StreamingBatchMeans keeps between the batches asked for and twice as many", () => {
  const stream = new StreamingBatchMeans({ batches: 20 });
  let sum = 0;
  for (let i = 0; i < 100_000; i++) {
    stream.add(i % 10);
    sum += i % 10;
    if (i < 40) continue;
    const { length } = stream.result().means;
    if (length < 20 || length >= 40) throw new Error(`${length} batches`);
  }
  assertAlmostEquals(stream.result().interval.mean, sum / 100_000, 1e-3);
});

Deno.test("batch means refuse fewer than three batches or values than batches", () => {
  assertThrows(
    () => batchMeansOf([1, 2, 3, 4], { batches: 2 }),
    RangeError,
    "Cannot make batches as it takes 3 or more and a value for each: current numbers are 2 batches and 4 values",
  );
  assertThrows(
    () => batchMeansOf([1, 2, 3, 4], { batches: 5 }),
    RangeError,
    "Cannot make batches as it takes 3 or more and a value for each: current numbers are 5 batches and 4 values",
  );
  assertThrows(
    () => new StreamingBatchMeans({ batches: 2 }),
    RangeError,
    "Cannot make batches as it takes 3 or more: current number is 2",
  );
  assertThrows(
    () => new StreamingBatchMeans().result(),
    RangeError,
    "Cannot test for dependence as it takes 3 values or more: current number is 0",
  );
});
