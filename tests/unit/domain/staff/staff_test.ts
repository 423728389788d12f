/** Rosters, absence and staffed beds: exact values. */
import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  absentByDay,
  rosterPresence,
  spacedShare,
  staffedBeds,
  wholeBeds,
} from "../../../../sim/domain/staff/mod.ts";

const HOUR = 60;
const NORM = { normHours: 40 * HOUR, weekHours: 40 * HOUR, rest: 16 * HOUR };
const factors = (roster: Parameters<typeof rosterPresence>[0]) =>
  rosterPresence(roster).map(({ factor }) => Number(factor.toFixed(12)));

Deno.test("rosterPresence() is 1 in every shift for norm hours spread evenly, whatever the lengths", () => {
  const three = [0, 8, 16].map((h) => ({ from: h * HOUR, weight: 1 }));
  assertEquals(factors({ ...NORM, shifts: three }), [1, 1, 1]);
  const uneven = [{ from: 6 * HOUR, weight: 16 }, { from: 22 * HOUR, weight: 8 }];
  assertEquals(factors({ ...NORM, rest: 0, shifts: uneven }), [1, 1]);
  assertEquals(factors({ ...NORM, rest: 0, shifts: [{ from: 0, weight: 3 }] }), [1]);
});

// Planted: the length of the last shift taken to midnight instead of to the first shift: red.
Deno.test("rosterPresence() gives a shift its share of the staff over its length", () => {
  const shifts = [{ from: 6 * HOUR, weight: 4 }, { from: 22 * HOUR, weight: 1 }];
  assertEquals(factors({ ...NORM, rest: 0, shifts }), [1.2, 0.6]);
});

Deno.test("rosterPresence() is bounded by the longest hours and by rest between shifts", () => {
  const shifts = [{ from: 0, weight: 1 }, { from: 12 * HOUR, weight: 1 }];
  const roster = { ...NORM, weekHours: 60 * HOUR, shifts };
  // 168 h × 12 ÷ (12 + 36) = 42 h, less than 60 h; with 24 h of rest 56 h; with 12 h 84 h.
  assertEquals(factors({ ...roster, rest: 36 * HOUR }), [1.05, 1.05]);
  assertEquals(factors({ ...roster, rest: 24 * HOUR }), [1.4, 1.4]);
  assertEquals(factors({ ...roster, rest: 12 * HOUR }), [1.5, 1.5]);
});

Deno.test("rosterPresence() refuses shifts without staff or out of order", () => {
  assertThrows(
    () => rosterPresence({ ...NORM, shifts: [{ from: 0, weight: 0 }] }),
    RangeError,
    "Cannot read a roster as a shift must have staff: current weights are 0",
  );
  const shifts = [{ from: 480, weight: 1 }, { from: 0, weight: 1 }];
  assertThrows(
    () => rosterPresence({ ...NORM, shifts }),
    RangeError,
    "Cannot read a roster as shifts must begin in order within one day: current beginning of shift 1 is 0 min",
  );
});

// Planted: absence counted from infection instead of after the delay: four days early, red.
Deno.test("absentByDay() is the attack of the delay before, less those who are back", () => {
  const attack = (day: number) => Math.min(0.6, Math.max(0, day / 10));
  const lasts = (days: number) => days < 7 ? 1 : 0;
  const absent = absentByDay({ attack, factor: 0.5, delay: 4, lasts }, 30);
  for (let day = 0; day < 30; day++) {
    const expected = 0.5 * (attack(day - 4) - attack(day - 11));
    assertAlmostEquals(absent[day], expected, 1e-12, `day ${day}`);
  }
});

Deno.test("absentByDay() follows a spread of lengths and adds up to attack × mean length", () => {
  const attack = (day: number) => Math.min(0.8, Math.max(0, day / 20));
  const absent = absentByDay({
    attack,
    factor: 1,
    delay: 2,
    lasts: (days) => Math.exp(-days / 5),
  }, 200);
  assertAlmostEquals(absent.reduce((a, b) => a + b, 0), 0.8 * 5, 0.02);
});

Deno.test("absentByDay() refuses more infected than staff", () => {
  assertThrows(
    () => absentByDay({ attack: () => 0.8, factor: 1.5, delay: 0, lasts: () => 0 }, 3),
    RangeError,
    "Cannot make staff ill as at most all of them can be infected: current share is 1.2",
  );
});

Deno.test("staffedBeds() takes the scarcer of physicians and nurses; none needed is no limit", () => {
  const icu = { physicians: 1, nurses: 2.5 };
  assertEquals(staffedBeds({ physicians: 12, nurses: 25 }, icu), 10);
  assertEquals(staffedBeds({ physicians: 8, nurses: 25 }, icu), 8);
  assertEquals(staffedBeds({ physicians: 8, nurses: 0 }, { physicians: 1, nurses: 0 }), 8);
  assertEquals(staffedBeds({ physicians: 0, nurses: 0 }, { physicians: 0, nurses: 0 }), Infinity);
});

Deno.test("wholeBeds() rounds down, but not what only rounding took", () => {
  assertEquals([2.999999999999, 3, 3.7].map(wholeBeds), [3, 3, 3]);
  assertEquals(wholeBeds(2.99), 2);
});

Deno.test("spacedShare() follows the level as far as its strength", () => {
  assertEquals([1, 0.5, 0].map((strength) => spacedShare(0.5, strength)), [0.5, 0.75, 1]);
});
