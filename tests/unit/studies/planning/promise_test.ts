import { assertAlmostEquals, assertEquals } from "@std/assert";
import { judge, promiseProblems, promiseText } from "../../../../sim/studies/planning/promise.ts";

const FIVE = [2, 4, 6, 8, 10];
/** Half-width of the one-sided 95 % interval of their mean: t(0.95, 4) = 2.1318, s = √10. */
const WIDTH = 2.131846786 * Math.sqrt(10 / 5);

Deno.test("judge() holds the end of the one-sided interval against the target", () => {
  const judged = (promise: { atMost?: number; atLeast?: number }) =>
    judge(FIVE, { measure: "deaths", ...promise }, 1);
  assertAlmostEquals(judged({ atMost: 9 }).bound, 6 + WIDTH, 1e-8);
  assertAlmostEquals(judged({ atLeast: 3 }).bound, 6 - WIDTH, 1e-8);
  const verdicts = [9.02, 9, 3, 2.98].map((atMost) => judged({ atMost }).verdict);
  assertEquals(verdicts, ["kept", "open", "open", "broken"]);
  const others = [2.98, 3, 9, 9.02].map((atLeast) => judged({ atLeast }).verdict);
  assertEquals(others, ["kept", "open", "open", "broken"]);
});

Deno.test("judge() keeps or breaks without doubt when replications do not differ", () => {
  const verdict = (atMost: number) => judge([5, 5, 5], { measure: "deaths", atMost }, 1).verdict;
  assertEquals([verdict(5), verdict(4.99)], ["kept", "broken"]);
});

Deno.test("judge() shares the risk among several looks", () => {
  const promise = { measure: "deaths", atMost: 9.02 };
  assertEquals([1, 2].map((looks) => judge(FIVE, promise, looks).verdict), ["kept", "open"]);
  const sure = { ...promise, confidence: 0.975 };
  assertAlmostEquals(judge(FIVE, promise, 2).bound, judge(FIVE, sure, 1).bound, 1e-12);
});

Deno.test("judge() leaves a promise open when a replication has no value", () => {
  for (const promise of [{ atMost: 99 }, { atLeast: 0 }]) {
    const { mean, verdict } = judge([1, NaN, 2], { measure: "transfer_delay_p90", ...promise }, 1);
    assertEquals([mean, verdict], [NaN, "open"]);
  }
});

Deno.test("judge() keeps a broken promise in at most 5 % of experiments", () => {
  // The mean lies on the target, where a wrong "kept" is most likely: a share of 0.05 ± 4 σ.
  let kept = 0;
  const experiments = 2000;
  const next = uniforms();
  for (let e = 0; e < experiments; e++) {
    const values = Array.from({ length: 10 }, () => next() + next() + next() + next() - 2);
    if (judge(values, { measure: "deaths", atMost: 0 }, 1).verdict === "kept") kept++;
  }
  assertAlmostEquals(kept / experiments, 0.05, 4 * Math.sqrt(0.05 * 0.95 / experiments));
});

/** Uniforms of a small generator of its own. */
function uniforms(): () => number {
  let state = 12345;
  return () => (state = (48271 * state) % 2147483647) / 2147483647;
}

Deno.test("promiseProblems() names everything that is wrong", () => {
  assertEquals(promiseProblems({ measure: "deaths", atMost: 3 }), []);
  assertEquals(promiseProblems({ measure: "deats", groups: { ward: "icu" }, confidence: 1 }), [
    'the measure must be in the catalogue: current measure is "deats"; nearest is "deaths"',
    "the promise must have one target, atMost or atLeast: current number is 0",
    "the confidence must lie between 0.5 and 1: current confidence is 1",
  ]);
  assertEquals(promiseProblems({ measure: "deaths", atMost: NaN }), [
    "the target must be finite: current target is NaN",
  ]);
});

Deno.test("promiseText() writes groups, direction and unit", () => {
  const groups = { ward: "icu" };
  assertEquals(
    [
      promiseText({ measure: "bed_occupancy_peak", groups, atMost: 0.95 }, "-"),
      promiseText({ measure: "transfer_within_target", atLeast: 0.9 }, "-"),
      promiseText({ measure: "deaths", atMost: 3 }, "persons"),
    ],
    [
      "bed_occupancy_peak[ward=icu] <= 0.95",
      "transfer_within_target >= 0.9",
      "deaths <= 3 persons",
    ],
  );
});
