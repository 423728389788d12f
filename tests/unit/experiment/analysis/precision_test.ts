import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  type MeasuredValue,
  parsePrecisionTarget,
  PrecisionProcedure,
} from "../../../../sim/experiment/analysis/mod.ts";
import type { PrecisionRule } from "../../../../sim/experiment/results/mod.ts";

const rule = (text: string, changes: Partial<PrecisionRule> = {}): PrecisionRule => ({
  targets: text.split(";").map(parsePrecisionTarget),
  atLeast: 3,
  atMost: 1000,
  confidence: 0.95,
  lookAhead: 2,
  ...changes,
});

const deaths = (value: number): MeasuredValue[] => [{ measure: "deaths", unit: "persons", value }];

/** Feeds one scenario's deaths until the procedure stops. */
function feed(procedure: PrecisionProcedure, values: readonly number[]) {
  for (const value of values) {
    const answer = procedure.add([deaths(value)]);
    if (answer !== "more") return answer;
  }
  return "more";
}

const of = (text: string, changes: Partial<PrecisionRule> = {}) =>
  new PrecisionProcedure(rule(text, changes), ["plan"]);

// By hand, values 0, 10, 5, 5, …: half-widths with t of n − 1 degrees of freedom and the variances
// 25, 50/3, 12.5, 10, 50/6 are 12.42, 6.50, 4.39, 3.32, 2.67 at n = 3 to 7.
Deno.test("PrecisionProcedure stops where the precision has held", () => {
  const procedure = of("deaths 5");
  assertEquals(feed(procedure, [0, 10, 5, 5, 5, 5, 5, 5]), { stop: 7, recommended: 5 });
  const halves = procedure.rows.map((row) => row.halfWidth);
  assertEquals(procedure.rows.map((row) => row.replications), [2, 3, 4, 5, 6, 7]);
  [12.42, 6.496, 4.39, 3.319, 2.67].forEach((half, i) => {
    assertAlmostEquals(halves[i + 1], half, 1e-3);
  });
  assertEquals(procedure.rows.map((row) => row.met), [false, false, false, true, true, true]);
  const { met: _, halfWidth, low, high, ...last } = procedure.rows.at(-1)!;
  assertEquals([low, high], [5 - halfWidth, 5 + halfWidth]);
  assertEquals([last.scenario, last.mean, last.target, last.unit], ["plan", 5, 5, "persons"]);
  assertEquals([last.of, last.kind, last.colour], ["mean", "absolute", ""]);
});

// By hand: a sixth value of 20 makes the variance 47.5 and the half-width 7.23; it is 5.88 at n = 7
// and 4.96 at n = 8. Planted: the first n kept when precision is lost again: 5 of 7, red.
Deno.test("PrecisionProcedure begins anew when precision is lost while it looks ahead", () => {
  const values = [0, 10, 5, 5, 5, 20, 5, 5, 5, 5, 5];
  assertEquals(feed(of("deaths 5"), values), { stop: 10, recommended: 8 });
  assertEquals(feed(of("deaths 5", { lookAhead: 0 }), values), { stop: 5, recommended: 5 });
});

Deno.test("PrecisionProcedure looks first after atLeast replications", () => {
  assertEquals(feed(of("deaths 5", { atLeast: 6 }), [0, 10, 5, 5, 5, 5, 5, 5]), {
    stop: 8,
    recommended: 6,
  });
});

// Planted: the look-ahead of 100 replications kept beyond: 125 in place of 126, red.
Deno.test("PrecisionProcedure looks ahead in proportion beyond 100 replications", () => {
  const same = Array.from({ length: 400 }, () => 7);
  const stop = (atLeast: number, lookAhead: number) =>
    feed(of("deaths 1", { atLeast, lookAhead }), same);
  assertEquals(stop(100, 5), { stop: 105, recommended: 100 });
  assertEquals(stop(119, 5), { stop: 124, recommended: 119 });
  assertEquals(stop(120, 5), { stop: 126, recommended: 120 });
  assertEquals(stop(200, 7), { stop: 214, recommended: 200 });
});

Deno.test("PrecisionProcedure stops at atMost without a recommendation", () => {
  const values = [0, 10, 5, 5, 5, 5, 5];
  assertEquals(feed(of("deaths 1", { atMost: 4 }), values), { stop: 4, recommended: null });
  // Met at 5 and 6, and not looked at for long enough.
  assertEquals(feed(of("deaths 5", { atMost: 6 }), values), { stop: 6, recommended: null });
  assertEquals(feed(of("deaths 5", { atMost: 7 }), values), { stop: 7, recommended: 5 });
});

// Values 90, 110, 100, 100: half-width 12.99 at n = 4, of a mean of 100; 24.84 at n = 3.
Deno.test("PrecisionProcedure takes a relative half-width as a share of the mean's size", () => {
  const values = [90, 110, 100, 100, 100, 100];
  assertEquals(feed(of("deaths 13 %"), values), { stop: 6, recommended: 4 });
  assertEquals(feed(of("deaths 12.9 %"), values), "more");
  assertEquals(feed(of("deaths 13 %"), values.map((x) => -x)), { stop: 6, recommended: 4 });
});

// Planted: the sign left open: 6 recommended, red.
Deno.test("PrecisionProcedure never meets a share of a mean of 0 or of open sign", () => {
  const zero = of("deaths 50 %", { atMost: 20 });
  const answer = feed(zero, Array.from({ length: 20 }, () => 0));
  assertEquals(answer, { stop: 20, recommended: null });
  assertEquals(zero.rows.at(-1)!.halfWidth, NaN);
  const open = of("deaths 300 %", { atMost: 6, lookAhead: 0 });
  assertEquals(feed(open, [-1, 3, -1, 3, -1, 3]), { stop: 6, recommended: null });
  assertEquals(open.rows.at(-1)!.halfWidth < 3, true);
});

Deno.test("PrecisionProcedure never meets a measure that a replication does not reach", () => {
  const nan = of("deaths 50", { atMost: 8 });
  assertEquals(feed(nan, [5, 5, NaN, 5, 5, 5, 5, 5]), { stop: 8, recommended: null });
  const gone = of("deaths 50", { atMost: 8 });
  gone.add([deaths(5)]);
  gone.add([[]]);
  assertEquals(feed(gone, [5, 5, 5, 5, 5, 5]), { stop: 8, recommended: null });
});

Deno.test("PrecisionProcedure waits for every target in every scenario", () => {
  const stopAt = (text: string, other: (n: number) => number) => {
    const procedure = new PrecisionProcedure(rule(text, { atMost: 20 }), ["plan", "other"]);
    for (let n = 0;; n++) {
      const answer = procedure.add([deaths(n % 2 * 10), deaths(other(n))]);
      if (answer !== "more") return { answer, rows: procedure.rows };
    }
  };
  // The same people: both swing, their difference does not.
  const paired = stopAt("difference deaths 1", (n) => n % 2 * 10 + 4);
  assertEquals(paired.answer, { stop: 5, recommended: 3 });
  assertEquals(paired.rows.map((row) => [row.scenario, row.of]), [
    ["other", "difference"],
    ["other", "difference"],
    ["other", "difference"],
    ["other", "difference"],
  ]);
  assertEquals(paired.rows.map((row) => row.mean), [4, 4, 4, 4]);
  assertEquals(stopAt("difference deaths 1;deaths 1", (n) => n % 2 * 10 + 4).answer, {
    stop: 20,
    recommended: null,
  });
  assertEquals(stopAt("deaths 4.2", () => 3).answer.recommended, 9);
});

// The example of requiredReplications(): variance 4 and half-width 1 take 18 replications.
Deno.test("PrecisionProcedure.remaining estimates what is still to come", () => {
  const procedure = of("deaths 1", { atMost: 100 });
  assertEquals(procedure.remaining, 5);
  procedure.add([deaths(8)]);
  assertEquals(procedure.remaining, 4);
  procedure.add([deaths(10)]);
  procedure.add([deaths(12)]);
  assertEquals([procedure.replications, procedure.remaining], [3, 17]);
  const tight = of("deaths 1", { atMost: 10 });
  feed(tight, [8, 10, 12]);
  assertEquals(tight.remaining, 7);
  const met = of("deaths 5");
  feed(met, [0, 10, 5, 5, 5]);
  assertEquals(met.remaining, 2);
  feed(met, [5, 5]);
  assertEquals(met.remaining, 0);
  const zero = of("deaths 5 %", { atMost: 40 });
  feed(zero, [0, 0, 0, 0]);
  assertEquals(zero.remaining, 36);
});

Deno.test("PrecisionProcedure refuses what it cannot judge", () => {
  const text = "bed_occupancy_peak[ward=icuu] 0.02;deaths 5";
  const peak = { measure: "bed_occupancy_peak", unit: "-", ward: "icu", value: 1 };
  assertThrows(
    () => new PrecisionProcedure(rule(text), ["plan"]).add([[peak, ...deaths(1)]]),
    RangeError,
    'Cannot judge precision as every replication must measure each target: scenario "plan" has no "bed_occupancy_peak[ward=icuu]"; nearest is "bed_occupancy_peak[ward=icu]"',
  );
  assertThrows(
    () => new PrecisionProcedure(rule("difference deaths 5"), ["plan", "other"]).add([[], []]),
    RangeError,
    'must measure each target: scenario "plan" has no "deaths"; there are none',
  );
  assertThrows(
    () => of("deaths 5").add([deaths(1), deaths(2)]),
    RangeError,
    "Cannot add a replication as it takes the measures of 1 scenarios: current number is 2",
  );
  const stopped = of("deaths 5", { atMost: 3 });
  feed(stopped, [1, 1, 1]);
  assertThrows(
    () => stopped.add([deaths(1)]),
    RangeError,
    "Cannot add a replication as the procedure must not have stopped: it stopped at 3",
  );
  assertThrows(
    () => new PrecisionProcedure(rule("difference deaths 5"), ["plan"]),
    RangeError,
    "a difference needs a scenario beside the baseline",
  );
});
