import { assert, assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { KeyedDraws, survivalOf } from "../../../../sim/engine/mod.ts";

const rows = (durations: number[], events: number[]) => ({
  durations: Float64Array.from(durations),
  events: Uint8Array.from(events),
});

// Remission of leukaemia under 6-mercaptopurine, weeks: Freireich et al. (1963), as worked by Cox and
// Oakes (1984), "Analysis of survival data". S(6) = 18/21, S(10) = .7529, S(23) = .4482.
const REMISSION = rows(
  [6, 6, 6, 6, 7, 9, 10, 10, 11, 13, 16, 17, 19, 20, 22, 23, 25, 32, 32, 34, 35],
  [1, 1, 1, 0, 1, 0, 1, 0, 0, 1, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0],
);

Deno.test("survivalOf() gives the printed Kaplan-Meier estimates of the remission trial", () => {
  const survival = survivalOf(REMISSION);
  const printed = [[0, 1], [5.9, 1], [6, 0.857], [7, 0.807], [10, 0.753], [13, 0.69], [16, 0.627]]
    .concat([[22, 0.538], [23, 0.448], [99, 0.448]]);
  for (const [t, share] of printed) assertAlmostEquals(survival.at(t), share, 5.1e-4);
  assertEquals([survival.quantile(0.25), survival.quantile(0.5), survival.quantile(0.6)], [
    13,
    23,
    NaN,
  ]);
});

Deno.test("Survival.restrictedMean() is the area below the steps", () => {
  // S is 1 to 1, 3/4 to 3, 3/4 · 1/2 from 3 on.
  const survival = survivalOf(rows([3, 1, 2, 4], [1, 1, 0, 0]));
  assertEquals(survival.restrictedMean(0.5), 0.5);
  assertEquals(survival.restrictedMean(3), 1 + 2 * 0.75);
  assertEquals(survival.restrictedMean(5), 1 + 2 * 0.75 + 2 * 0.375);
});

Deno.test("Survival without censoring is the share still running", () => {
  const durations = [5, 2, 9, 2, 7, 1, 8, 3, 3, 3];
  const survival = survivalOf(rows(durations, durations.map(() => 1)));
  for (const t of [0, 1, 2, 3, 6, 9]) {
    assertAlmostEquals(survival.at(t), durations.filter((d) => d > t).length / 10, 1e-14);
    assertAlmostEquals(survival.incidence(t), durations.filter((d) => d <= t).length / 10, 1e-14);
  }
  assertEquals([0.1, 0.3, 0.6, 0.61].map((p) => survival.quantile(p)), [1, 2, 3, 5]);
  assertAlmostEquals(survival.restrictedMean(100), 4.3, 1e-12);
});

Deno.test("Survival.incidence() is Aalen-Johansen in the presence of a competing event", () => {
  // At 1 of 4: event 1/4. At 2 of 3: competing. At 3 one is censored. At 4 of 1: event.
  const survival = survivalOf(rows([1, 2, 3, 4], [1, 2, 0, 1]));
  assertAlmostEquals(survival.incidence(1), 1 / 4, 1e-15);
  assertAlmostEquals(survival.incidence(3), 1 / 4, 1e-15);
  assertAlmostEquals(survival.incidence(4), 1 / 4 + (3 / 4) * (2 / 3), 1e-15);
  // Kaplan and Meier's curve takes the competing event as censoring.
  assertAlmostEquals(survival.at(3), 3 / 4, 1e-15);
  assertEquals(survival.at(4), 0);
});

Deno.test("Survival takes event, competing event and censoring of one time together", () => {
  const survival = survivalOf(rows([2, 2, 2, 2, 5], [0, 1, 2, 1, 1]));
  assertAlmostEquals(survival.at(2), 3 / 5, 1e-15);
  assertAlmostEquals(survival.incidence(2), 2 / 5, 1e-15);
  assertAlmostEquals(survival.incidence(5), 2 / 5 + 2 / 5, 1e-15);
});

Deno.test("Survival of nobody and of nobody with an event", () => {
  const nobody = survivalOf(rows([], []));
  assertEquals([nobody.n, nobody.at(1), nobody.incidence(1), nobody.quantile(0.5)], [
    0,
    NaN,
    NaN,
    NaN,
  ]);
  assertEquals(nobody.restrictedMean(7), NaN);
  const censored = survivalOf(rows([1, 2], [0, 0]));
  assertEquals([censored.at(9), censored.quantile(0.5), censored.restrictedMean(7)], [1, NaN, 7]);
});

Deno.test("survivalOf() takes a million rows in under three seconds and is right there", () => {
  const n = 1_000_000;
  const durations = new Float64Array(n);
  const events = new Uint8Array(n);
  const draws = new KeyedDraws({ a: 3, b: 4 });
  for (let i = 0; i < n; i++) {
    draws.block(i, 0, 0, 0);
    const event = -Math.log(draws.u0);
    const end = -2 * Math.log(draws.u1);
    durations[i] = Math.min(event, end);
    events[i] = event < end ? 1 : 0;
  }
  const began = performance.now();
  const survival = survivalOf({ durations, events });
  assert(performance.now() - began < 3000);
  // The standard error at the median is below .0008.
  assertAlmostEquals(survival.at(Math.LN2), 0.5, 4 * 0.0008);
});

Deno.test("survivalOf() refuses columns of two lengths and rows it cannot read", () => {
  assertThrows(
    () => survivalOf({ durations: new Float64Array(2), events: new Uint8Array(3) }),
    RangeError,
    "Cannot estimate survival as the columns must have one length: current lengths are 2 and 3",
  );
  const rule =
    "Cannot estimate survival as rows must have a duration >= 0 and an event 0, 1 or 2: ";
  assertThrows(
    () => survivalOf(rows([1, -2], [1, 1])),
    RangeError,
    `${rule}current row 1 has -2 and 1`,
  );
  assertThrows(
    () => survivalOf(rows([NaN], [1])),
    RangeError,
    `${rule}current row 0 has NaN and 1`,
  );
  assertThrows(() => survivalOf(rows([1], [3])), RangeError, `${rule}current row 0 has 1 and 3`);
});
