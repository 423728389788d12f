import { assert, assertEquals } from "@std/assert";
import { keyOf, normalQuantile, Streams } from "../../../../sim/engine/mod.ts";
import { meansOf, resample } from "../../../../sim/studies/sensitivity/_bootstrap.ts";

const AT = [0, 1, 2, 3, 4];

/** Differences on a line through zero at 2 with noise that the values of a replication share in part. */
function lines(experiment: number, n: number): number[][] {
  const stream = new Streams(keyOf("lines through zero", experiment)).open("noise");
  const normal = () => normalQuantile(stream.uniform());
  const shared = Array.from({ length: n }, normal);
  return AT.map((x) => shared.map((common) => x - 2 + common + 0.3 * normal()));
}

const again = (rows: number[][], seed: string) =>
  resample({ at: AT, rows }, { direction: "rising", seed, resamples: 400 });

Deno.test("resample() covers the crossing of a line in 95 of 100 experiments of 8 replications", () => {
  // Seen red with plain percentiles, which cover 0.895 of 600.
  const experiments = 600;
  let covered = 0;
  for (let e = 0; e < experiments; e++) {
    const { low, high } = again(lines(e, 8), String(e));
    if (low <= 2 && high >= 2) covered++;
  }
  const share = covered / experiments;
  const band = 4 * Math.sqrt(0.95 * 0.05 / experiments);
  assert(Math.abs(share - 0.95) <= band, String(share));
});

Deno.test("resample() has no doubt when all replications cross at the same value", () => {
  const rows = AT.map((x) => [1, 2, 3, 4, 5].map((slope) => slope * (x - 2)));
  assertEquals(again(rows, "1"), { low: 2, high: 2, crossed: 1 });
});

Deno.test("resample() leaves an end open when the crossing may lie beyond the values", () => {
  const rows = AT.map((x) => [-3, -1, 0, 1, 3, 5].map((shift) => x - 3.5 + shift));
  const { low, high, crossed } = again(rows, "1");
  assert(low < 3 && high === Infinity || low === -Infinity);
  assert(crossed > 0 && crossed < 1);
  const above = AT.map((x) => [5, 6, 7, 8, 9].map((shift) => x + shift));
  assertEquals(again(above, "1"), { low: -Infinity, high: -Infinity, crossed: 0 });
});

Deno.test("resample() depends on the seed alone", () => {
  const rows = lines(0, 8);
  assertEquals(again(rows, "a"), again(rows, "a"));
  assert(again(rows, "a").low !== again(rows, "b").low);
});

Deno.test("meansOf() takes replications as often as they were drawn", () => {
  assertEquals(meansOf([[1, 2, 6], [0, 3, 3]]), [3, 2]);
  assertEquals(meansOf([[1, 2, 6]], [2, 2, 0, 0]), [3.5]);
});
