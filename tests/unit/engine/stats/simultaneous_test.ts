import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  differencesFrom,
  differencesOfPairs,
  levelOfEach,
  pairedInterval,
  simultaneousIntervals,
} from "../../../../sim/engine/stats/mod.ts";

const SAMPLES = [[12, 15, 11, 14, 13], [10, 15, 12, 12, 11], [20, 19, 22, 25, 21]];

// SciPy 1.17: t.ppf(1 - 0.025 / 3, 4) and t.ppf((1 + 0.95 ** (1 / 3)) / 2, 4), times √(2.5 / 5).
Deno.test("simultaneousIntervals() share the level by Bonferroni and by Šidák", () => {
  assertAlmostEquals(simultaneousIntervals(SAMPLES)[0].halfWidth, 2.8006989807988116, 1e-13);
  const [sidak] = simultaneousIntervals(SAMPLES, { method: "sidak" });
  assertAlmostEquals(sidak.halfWidth, 2.786366162708302, 1e-13);
  assertEquals(levelOfEach(1, { level: 0.9 }), 0.9);
  assertAlmostEquals(levelOfEach(2, { method: "sidak" }) ** 2, 0.95, 1e-15);
});

// Planted fault that these catch: the level of one interval used for each.
Deno.test("differencesFrom() takes the baseline from every other sample", () => {
  const rows = differencesFrom(SAMPLES, 1, { level: 0.9 });
  assertEquals(rows, [
    { of: 0, from: 1, interval: pairedInterval(SAMPLES[0], SAMPLES[1], 0.95) },
    { of: 2, from: 1, interval: pairedInterval(SAMPLES[2], SAMPLES[1], 0.95) },
  ]);
});

Deno.test("differencesOfPairs() compares every two", () => {
  const rows = differencesOfPairs(SAMPLES, { level: 0.85 });
  assertEquals(rows.map(({ of, from }) => [of, from]), [[0, 1], [0, 2], [1, 2]]);
  for (const { of, from, interval } of rows) {
    const alone = pairedInterval(SAMPLES[of], SAMPLES[from], 0.95);
    assertEquals(interval.mean, alone.mean);
    assertAlmostEquals(interval.halfWidth, alone.halfWidth, 1e-12);
  }
});

Deno.test("simultaneous intervals refuse no sample and a baseline that is none", () => {
  const none =
    "Cannot share a level as there must be a whole number of intervals >= 1: current number is 0";
  assertThrows(() => simultaneousIntervals([]), RangeError, none);
  assertThrows(() => differencesOfPairs([[1, 2]]), RangeError, none);
  assertThrows(
    () => differencesFrom(SAMPLES, 3),
    RangeError,
    "Cannot compare as there must be two samples or more and the baseline one of them: current numbers are 3 samples and baseline 3",
  );
});

Deno.test("levelOfEach() refuses a method that it does not know", () => {
  const rule = 'Cannot share a level as method must be "bonferroni" or "sidak": current method is ';
  const method = "holm" as "sidak";
  assertThrows(() => levelOfEach(3, { method }), TypeError, `${rule}"holm"`);
  assertThrows(() => differencesOfPairs(SAMPLES, { method }), TypeError, `${rule}"holm"`);
});
