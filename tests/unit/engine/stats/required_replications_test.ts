import { assertEquals, assertThrows } from "@std/assert";
import { requiredReplications } from "../../../../sim/engine/stats/mod.ts";

const VALUES = [12, 15, 11, 14, 13]; // mean 13, variance 2.5

// Counted up one by one with t.ppf of SciPy 1.17.
Deno.test("requiredReplications() is the least number that is enough", () => {
  assertEquals(requiredReplications(VALUES, { absolute: 0.5 }), 41);
  assertEquals(requiredReplications(VALUES, { absolute: 0.1 }, 0.99), 1663);
  assertEquals(requiredReplications(VALUES, { relative: 0.02 }), 151);
});

Deno.test("requiredReplications() is never below what is at hand, nor finite where it cannot be", () => {
  assertEquals(requiredReplications(VALUES, { absolute: 100 }), 5);
  assertEquals(requiredReplications(VALUES, { absolute: 1e-9 }), Infinity);
});

Deno.test("requiredReplications() refuses one value and widths that are none", () => {
  const message =
    "Cannot plan replications as it takes 2 values or more and a positive half-width, relative below 1: current numbers are ";
  assertThrows(
    () => requiredReplications([1], { absolute: 1 }),
    RangeError,
    `${message}1 values and {"absolute":1}`,
  );
  assertThrows(
    () => requiredReplications([1, 2], { relative: 5 }),
    RangeError,
    `${message}2 values and {"relative":5}`,
  );
});
