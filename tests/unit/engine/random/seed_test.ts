import { assertEquals, assertThrows } from "@std/assert";
import { keyOf } from "../../../../sim/engine/mod.ts";

Deno.test("keyOf() pins the key of a seed, so that old results can be run again", () => {
  assertEquals(keyOf("gridcare", 0), { a: -80640582, b: 1137097387 });
  assertEquals(keyOf("gridcare", 0), keyOf("gridcare", 0));
});

Deno.test("keyOf() gives other keys to other seeds and other replications", () => {
  const keys = new Set<string>();
  for (const seed of ["", "a", "a/1", "1"]) {
    for (let i = 0; i < 50; i++) keys.add(JSON.stringify(keyOf(seed, i)));
  }
  assertEquals(keys.size, 200);
});

Deno.test("keyOf() refuses what is no index of a replication", () => {
  for (const wrong of [-1, 0.5, NaN, Infinity]) {
    assertThrows(
      () => keyOf("a", wrong),
      RangeError,
      `Cannot make a key as the replication must be a whole number from 0: current replication is ${wrong}`,
    );
  }
});
