import { assert, assertAlmostEquals, assertEquals, assertLess } from "@std/assert";
import {
  appointmentsNext,
  consult,
  CONSULTING_SLOTS,
  slotShares,
} from "../../../../sim/domain/services/mod.ts";

const day = (lines: number) => ({
  served: new Int32Array(lines),
  waitedSlots: 0,
  mostWaiting: 0,
});

Deno.test("slotShares() gives each half day its share, alike over its slots", () => {
  const shares = slotShares(0.75);
  assertEquals(shares.length, CONSULTING_SLOTS);
  assertAlmostEquals(shares[0], 0.75 / 8);
  assertAlmostEquals(shares[7], 0.75);
  assertAlmostEquals(shares[11], 0.875);
  assertEquals(shares[15], 1);
});

// Two physicians of 30 minutes a slot, 15 minutes each: four a slot. 48 come in the morning, six a
// slot, 16 in the afternoon, two a slot: two more wait after every morning slot, 16 at noon, and two
// fewer after every slot of the afternoon.
Deno.test("consult() serves slot by slot, and who is not served waits", () => {
  const result = day(1);
  consult({
    offered: Int32Array.of(64),
    order: [0],
    minutes: Float64Array.of(15),
    physicians: 2,
    minutesPerDay: 480,
    shares: slotShares(0.75),
  }, result);
  assertEquals(result.served[0], 64);
  assertEquals(result.mostWaiting, 16);
  assertEquals(
    result.waitedSlots,
    (2 + 4 + 6 + 8 + 10 + 12 + 14 + 16) + (14 + 12 + 10 + 8 + 6 + 4 + 2),
  );
});

// Planted: the order not kept (lines served by their number), the protected line loses: red.
Deno.test("consult() serves the lines in order while minutes last", () => {
  const result = day(2);
  consult({
    offered: Int32Array.of(100, 40),
    order: [1, 0],
    minutes: Float64Array.of(10, 10),
    physicians: 1,
    minutesPerDay: 480,
    shares: slotShares(0.5),
  }, result);
  assertEquals([...result.served], [8, 40]);
});

Deno.test("consult() lets a consultation go on into the next slot", () => {
  const result = day(1);
  // 20 minutes each: one and a half a slot, 24 a day; without the rest carried over it would be 16.
  consult({
    offered: Int32Array.of(48),
    order: [0],
    minutes: Float64Array.of(20),
    physicians: 1,
    minutesPerDay: 480,
    shares: slotShares(0.5),
  }, result);
  assertEquals(result.served[0], 24);
});

Deno.test("consult() without physicians serves only what takes no time", () => {
  const result = day(2);
  consult({
    offered: Int32Array.of(10, 10),
    order: [0, 1],
    minutes: Float64Array.of(5, 0),
    physicians: 0,
    minutesPerDay: 480,
    shares: slotShares(0.5),
  }, result);
  assertEquals([...result.served], [0, 10]);
});

// Planted: slots of half an hour whatever the day (30 for `minutesPerDay / CONSULTING_SLOTS`), red.
Deno.test("consult() gives the slots the time that a physician has in a day, no more", () => {
  const seen = [120, 240, 480].map((minutesPerDay) => {
    const result = day(1);
    consult({
      offered: Int32Array.of(1000),
      order: [0],
      minutes: Float64Array.of(10),
      physicians: 2,
      minutesPerDay,
      shares: slotShares(0.5),
    }, result);
    return result.served[0];
  });
  assertEquals(seen, [24, 48, 96]);
});

Deno.test("one to one lowers the crowd of a full day", () => {
  const crowd = (morning: number) => {
    const result = day(1);
    consult({
      offered: Int32Array.of(60),
      order: [0],
      minutes: Float64Array.of(8),
      physicians: 1,
      minutesPerDay: 480,
      shares: slotShares(morning),
    }, result);
    return result.waitedSlots;
  };
  assertLess(crowd(0.5), crowd(0.7));
});

Deno.test("appointmentsNext() stays between its least and all", () => {
  const rule = { limit: 4, step: 0.25, least: 0.5 };
  assertEquals(appointmentsNext(0.5, 10, rule), 0.5);
  assertEquals(appointmentsNext(0.5, 4, rule), 0.75);
  assertEquals(appointmentsNext(1, 0, rule), 1);
  assert(appointmentsNext(1, 4.1, rule) === 0.75);
});
