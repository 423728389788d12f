import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  adverseMultiplier,
  BASE_FLOOR,
  CARE_BOARDING,
  CARE_CORRIDOR,
  CARE_LOWER,
  CARE_NONE,
  CARE_RIGHT,
  careMultipliers,
} from "../../../../sim/domain/epidemic/mod.ts";

Deno.test("adverseMultiplier() turns p0 into p1 by its factor on the hazard", () => {
  for (const [p0, p1] of [[0.01, 0.9], [0.2, 0.21], [0.35, 0.35], [0.993, 0.999]]) {
    const hazard = -Math.log(1 - p0);
    assertAlmostEquals(1 - Math.exp(-hazard * adverseMultiplier(p0, p1)), p1, 1e-12);
  }
});

Deno.test("adverseMultiplier() is 1 where want of care would help or change nothing", () => {
  assertEquals(adverseMultiplier(0.4, 0.3), 1);
  assertEquals(adverseMultiplier(0.4, 0.4), 1);
  assertEquals(adverseMultiplier(1, 1), 1);
  assertEquals(adverseMultiplier(0, 0), 1);
});

Deno.test("adverseMultiplier() takes the floor for a base probability of 0", () => {
  const factor = adverseMultiplier(0, 0.5);
  assertEquals(factor, adverseMultiplier(BASE_FLOOR, 0.5));
  assertAlmostEquals(1 - Math.exp(Math.log1p(-BASE_FLOOR) * factor), 0.5, 1e-12);
});

Deno.test("adverseMultiplier() refuses what is no probability, and certainty without care", () => {
  assertThrows(
    () => adverseMultiplier(0.2, 1.2),
    RangeError,
    "Cannot compute a care effect as probabilities must be 0 to 1: p0 is 0.2, p1 is 1.2",
  );
  assertThrows(() => adverseMultiplier(NaN, 0.5), RangeError, "p0 is NaN, p1 is 0.5");
  assertThrows(
    () => adverseMultiplier(0.2, 1),
    RangeError,
    "Cannot compute a care effect as the probability without care must be < 1: p0 is 0.2, p1 is 1",
  );
});

Deno.test("careMultipliers() goes from 1 in right care to the whole factor in none", () => {
  const factors = careMultipliers(0.5, 1 - 2 ** -16, { lowerBed: 0.25, boarding: 0.5 });
  assertEquals(factors.length, 5);
  assertEquals(factors[CARE_RIGHT], 1);
  assertAlmostEquals(factors[CARE_LOWER], 2, 1e-12);
  assertAlmostEquals(factors[CARE_BOARDING], 4, 1e-12);
  assertAlmostEquals(factors[CARE_NONE], 16, 1e-12);
  assertEquals(factors[CARE_CORRIDOR], factors[CARE_BOARDING]);
});

Deno.test("careMultipliers() puts a corridor so far between boarding and no care", () => {
  const shares = { lowerBed: 0.25, boarding: 0.5 };
  const at = (corridor: number) =>
    careMultipliers(0.5, 1 - 2 ** -16, { ...shares, corridor })[CARE_CORRIDOR];
  assertAlmostEquals(at(0.5), 8, 1e-12);
  assertAlmostEquals(at(1), 16, 1e-12);
});

Deno.test("careMultipliers() is right care throughout with shares of 0 and none with shares of 1", () => {
  const [, lower, boarding, none] = careMultipliers(0.1, 0.6, { lowerBed: 0, boarding: 1 });
  assertEquals(lower, 1);
  assertEquals(boarding, none);
});

Deno.test("careMultipliers() refuses a share of harm above 1", () => {
  assertThrows(
    () => careMultipliers(0.1, 0.5, { lowerBed: 1.1, boarding: 0.5 }),
    RangeError,
    "Cannot compute a care effect as shares of harm must be 0 to 1: lowerBed is 1.1, boarding is 0.5",
  );
  assertThrows(
    () => careMultipliers(0.1, 0.5, { lowerBed: 0.5, boarding: 0.5, corridor: 2 }),
    RangeError,
    "Cannot compute a care effect as shares of harm must be 0 to 1: corridor is 2",
  );
});
