import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { warmUpOf, welchMeans } from "../../../../sim/engine/stats/mod.ts";

/** Squared deviations of what is left over its number squared, straight from the definition. */
function statisticAt(values: readonly number[], dropped: number): number {
  const rest = values.slice(dropped);
  const mean = rest.reduce((sum, value) => sum + value, 0) / rest.length;
  return rest.reduce((sum, value) => sum + (value - mean) ** 2, 0) / rest.length ** 2;
}

Deno.test("warmUpOf() gives the statistic of its definition and cuts where it is least", () => {
  const values = Array.from({ length: 40 }, (_, i) => 8 * Math.exp(-i / 3) + Math.sin(7 * i));
  const { cut, statistic, reliable, mean } = warmUpOf(values, { batch: 1 });
  assertEquals(statistic.length, 36);
  statistic.forEach((value, dropped) =>
    assertAlmostEquals(value, statisticAt(values, dropped), 1e-12)
  );
  assertEquals([cut, reliable], [statistic.indexOf(Math.min(...statistic)), true]);
  assert(cut > 3 && cut < 20);
  const rest = values.slice(cut);
  assertAlmostEquals(mean, rest.reduce((sum, value) => sum + value, 0) / rest.length, 1e-12);
});

Deno.test("warmUpOf() averages five values before it looks, and leaves the last part batch", () => {
  const values = Array.from({ length: 103 }, (_, i) => i < 12 ? 100 : i % 5);
  values[101] = 1e9;
  const { cut, statistic, mean } = warmUpOf(values);
  assertEquals([cut, statistic.length, statistic[3], mean], [15, 16, 0, 2]);
});

Deno.test("warmUpOf() drops nothing from a series that holds", () => {
  assertEquals(warmUpOf(new Array(100).fill(3)).cut, 0);
  assertEquals(warmUpOf(Array.from({ length: 100 }, (_, i) => i % 2), { batch: 1 }).cut, 0);
});

// Planted fault that this catches: the bound of the first half dropped.
Deno.test("warmUpOf() says when the series is too short to tell", () => {
  const ramp = Array.from({ length: 100 }, (_, i) => i < 60 ? 60 - i : i % 2);
  const { cut, reliable } = warmUpOf(ramp, { batch: 1 });
  assertEquals([cut >= 58, reliable], [true, false]);
});

Deno.test("welchMeans() averages over replications and neighbours, fewer of them at the beginning", () => {
  const series = [[0, 2, 4, 6, 8, 10], [2, 2, 2, 2, 2, 2, 99]];
  assertEquals([...welchMeans(series)], [1, 2, 3, 4, 5, 6]);
  const rough = [[0, 9, 0, 9, 0, 9, 0]];
  assertEquals([...welchMeans(rough, 1)], [0, 3, 6, 3, 6, 3]);
  assertEquals([...welchMeans(rough, 2)], [0, 3, 3.6, 5.4, 3.6]);
});

Deno.test("warm-up functions refuse series too short and windows that are none", () => {
  assertThrows(
    () => warmUpOf([1, 2, 3, 4]),
    RangeError,
    "Cannot look for a warm-up as it takes batches >= 1 long and two more than must be left, at least 2: current numbers are 4 values in batches of 5, 5 to be left",
  );
  assertThrows(
    () => welchMeans([], 2),
    RangeError,
    "Cannot average replications as it takes a series and a whole window from 0: current numbers are 0 series and a window of 2",
  );
});

Deno.test("warmUpOf() refuses parts of batches and values that are none", () => {
  const values = Array.from({ length: 100 }, (_, i) => i % 2);
  const whole =
    "Cannot look for a warm-up as batches and what must be left are whole numbers: current numbers are batches of ";
  assertThrows(() => warmUpOf(values, { batch: 2.5 }), RangeError, `${whole}2.5, 5 to be left`);
  assertThrows(() => warmUpOf(values, { least: 4.5 }), RangeError, `${whole}5, 4.5 to be left`);
  for (const wrong of [NaN, Infinity]) {
    assertThrows(
      () => warmUpOf(values.with(7, wrong)),
      RangeError,
      `Cannot look for a warm-up as each value must be finite: current value 7 is ${wrong}`,
    );
  }
});
