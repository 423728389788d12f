import { assertAlmostEquals, assertEquals } from "@std/assert";
import {
  crossingOf,
  directionOf,
  isotonic,
} from "../../../../sim/studies/sensitivity/_monotone.ts";

Deno.test("isotonic() leaves monotone values alone and pools neighbours in the wrong order", () => {
  assertEquals(isotonic([1, 2, 5], "rising"), [1, 2, 5]);
  assertEquals(isotonic([1, 4, 2, 5], "rising"), [1, 3, 3, 5]);
  assertEquals(isotonic([3, 2, 1, 6], "rising"), [2, 2, 2, 6]);
  assertEquals(isotonic([5, 1, 3, 0], "falling"), [5, 2, 2, 0]);
  assertEquals(isotonic([], "rising"), []);
});

Deno.test("directionOf() is that in which monotone values lie nearer; rising when both do", () => {
  assertEquals([[1, 2, 1.5, 4], [4, 1, 2, 0], [1, 1]].map(directionOf), [
    "rising",
    "falling",
    "rising",
  ]);
});

Deno.test("crossingOf() goes by straight lines, and through the middle of zeros", () => {
  assertAlmostEquals(crossingOf([0, 10, 20], [-3, -1, 4], "rising"), 12, 1e-12);
  assertEquals(crossingOf([0, 10, 20, 30], [4, 0, 0, -1], "falling"), 15);
  assertEquals(crossingOf([0, 10, 20], [-1, 0, 1], "rising"), 10);
});

Deno.test("crossingOf() without a change of sign says on which side it would be", () => {
  const at = [0, 1];
  assertEquals(crossingOf(at, [1, 2], "rising"), -Infinity);
  assertEquals(crossingOf(at, [-2, -1], "rising"), Infinity);
  assertEquals(crossingOf(at, [2, 1], "falling"), Infinity);
  assertEquals(crossingOf(at, [-1, -2], "falling"), -Infinity);
  assertEquals(crossingOf(at, [2, 0], "falling"), Infinity);
  assertEquals(crossingOf(at, [0, 0], "rising"), NaN);
});
