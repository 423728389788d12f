import { assertAlmostEquals, assertEquals } from "@std/assert";
import { Tally } from "../../../../sim/engine/mod.ts";

Deno.test("Tally.add() gives exact moments of small whole numbers", () => {
  const tally = new Tally();
  for (const value of [2, 4, 4, 4, 5, 5, 7, 9]) tally.add(value);
  assertEquals([tally.count, tally.mean, tally.sum, tally.min, tally.max], [8, 5, 40, 2, 9]);
  assertAlmostEquals(tally.variance, 32 / 7, 1e-14);
});

Deno.test("Tally.variance keeps its digits far from zero", () => {
  const tally = new Tally();
  for (const value of [4, 7, 13, 16]) tally.add(1e9 + value);
  assertEquals(tally.variance, 30);
});

Deno.test("Tally has no mean of nothing and no variance of one", () => {
  const tally = new Tally();
  assertEquals([tally.mean, tally.variance, tally.min, tally.max], [NaN, NaN, Infinity, -Infinity]);
  tally.add(3);
  assertEquals([tally.mean, tally.variance], [3, NaN]);
});

Deno.test("Tally.merge() gives the moments of all observations", () => {
  const [a, b, all] = [new Tally(), new Tally(), new Tally()];
  for (let i = 0; i < 1000; i++) {
    const value = Math.sin(i) * 10 + 1e6;
    (i < 300 ? a : b).add(value);
    all.add(value);
  }
  a.merge(b);
  a.merge(new Tally());
  assertEquals([a.count, a.min, a.max], [all.count, all.min, all.max]);
  assertAlmostEquals(a.mean, all.mean, 1e-9);
  assertAlmostEquals(a.variance, all.variance, 1e-8);
  const empty = new Tally();
  empty.merge(b);
  assertEquals([empty.mean, empty.variance], [b.mean, b.variance]);
});

Deno.test("Tally keeps an observation of NaN in its count and has no moments from then on", () => {
  const tally = new Tally();
  for (const value of [3, NaN, 5]) tally.add(value);
  assertEquals([tally.count, tally.mean, tally.sum, tally.variance], [3, NaN, NaN, NaN]);
  assertEquals([tally.min, tally.max], [3, 5]);
});
