import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import {
  binomialBand,
  KeyedDraws,
  keyOf,
  normalQuantile,
  quantileOf,
} from "../../../../sim/engine/mod.ts";
import {
  compareMeasures,
  comparePairs,
  varianceShares,
} from "../../../../sim/experiment/analysis/mod.ts";
import { type MeasureRow, NO_GROUPS } from "../../../../sim/experiment/results/mod.ts";

function rows(
  scenario: string,
  values: readonly number[],
  { measure = "deaths", groups = {} } = {},
): MeasureRow[] {
  return values.map((value, replication) => ({
    scenario,
    replication,
    measure,
    unit: "persons",
    value,
    ...NO_GROUPS,
    ...groups,
  }));
}

/** Student's t of two degrees of freedom, in closed form. */
const t2 = (p: number) => (2 * p - 1) / Math.sqrt(2 * p * (1 - p));

const THREE = [
  ...rows("plan", [10, 20, 60]),
  ...rows("other", [13, 22, 67]),
  ...rows("third", [9, 19, 59]),
];

Deno.test("compareMeasures() pairs replication by replication", () => {
  const [plan, other] = compareMeasures(THREE.slice(0, 6), "plan");
  assertEquals([plan.mean, plan.baselineMean, plan.difference, plan.replications], [30, 30, 0, 3]);
  assertEquals([other.mean, other.baselineMean, other.difference], [34, 30, 4]);
  // Differences 3, 2, 7: standard deviation √7.
  const half = t2(0.975) * Math.sqrt(7 / 3);
  assertAlmostEquals(other.differenceHigh - 4, half, 1e-8);
  assertAlmostEquals(4 - other.differenceLow, half, 1e-8);
  assertEquals([plan.differenceLow, plan.differenceHigh], [0, 0]);
  assertEquals([other.allLow, other.allHigh], [other.differenceLow, other.differenceHigh]);
});

// Planted fault that this catches: the level of one interval for all.
Deno.test("compareMeasures() widens the interval for all scenarios that are compared", () => {
  const [plan, other, third] = compareMeasures(THREE, "plan");
  const half = t2(1 - 0.025 / 2) * Math.sqrt(7 / 3);
  assertAlmostEquals(other.allHigh - 4, half, 1e-8);
  assertAlmostEquals(4 - other.allLow, half, 1e-8);
  assertAlmostEquals(other.differenceHigh - 4, t2(0.975) * Math.sqrt(7 / 3), 1e-8);
  assertEquals([third.allLow, third.allHigh, plan.allLow, plan.allHigh], [-1, -1, 0, 0]);
  const [, wide] = compareMeasures(THREE, "plan", { level: 0.99 });
  assertAlmostEquals(wide.allHigh - 4, t2(1 - 0.005 / 2) * Math.sqrt(7 / 3), 1e-8);
  // A scenario without the measure is not compared.
  const [, alone] = compareMeasures([
    ...THREE.slice(0, 6),
    ...rows("none", [1], {
      measure: "infected",
    }),
  ], "plan");
  assertEquals([alone.allLow, alone.allHigh], [alone.differenceLow, alone.differenceHigh]);
});

Deno.test("compareMeasures() says how much variance pairing removed", () => {
  const [plan, other, third] = compareMeasures(THREE, "plan");
  assertAlmostEquals(other.varianceRemoved, 1 - 7 / (700 + 837), 1e-15);
  assertEquals([plan.varianceRemoved, third.varianceRemoved], [NaN, 1]);
  const [, against] = compareMeasures([...rows("a", [1, 2, 3]), ...rows("b", [3, 2, 1])], "a");
  assertEquals(against.varianceRemoved, -1);
  const [, flat] = compareMeasures([...rows("a", [1, 1]), ...rows("b", [2, 2])], "a");
  assertEquals(flat.varianceRemoved, NaN);
});

Deno.test("compareMeasures() gives quantiles from 20 replications on", () => {
  const values = (n: number) => Array.from({ length: n }, (_, i) => i);
  const of = (n: number) =>
    compareMeasures(
      [...rows("plan", values(n)), ...rows("other", values(n).map((x) => 3 * x))],
      "plan",
    );
  const [plan, other] = of(20);
  assertAlmostEquals(plan.p05, 0.95, 1e-14);
  assertAlmostEquals(plan.p95, 18.05, 1e-14);
  assertEquals(
    [other.p05, other.p95],
    [0.05, 0.95].map((p) => quantileOf(values(20).map((x) => 3 * x), p)),
  );
  assertEquals(
    [other.differenceP05, other.differenceP95],
    [0.05, 0.95].map((p) => quantileOf(values(20).map((x) => 2 * x), p)),
  );
  assertEquals([plan.differenceP05, plan.differenceP95], [0, 0]);
  const [, few] = of(19);
  assertEquals([few.p05, few.p95, few.differenceP05, few.differenceP95], [NaN, NaN, NaN, NaN]);
});

// Planted fault seen: the replications that do reach it averaged alone, which favours the slow.
Deno.test("compareMeasures() has no mean where some replications do not reach a value", () => {
  const [plan, other, third] = compareMeasures(
    [
      ...rows("plan", [10, 12, 20, 30]),
      ...rows("other", [11, 99, 23, NaN]),
      ...rows("third", [12, 14, 22, 32]),
    ],
    "plan",
  );
  assertEquals([other.replications, other.mean, other.difference], [3, NaN, NaN]);
  assertEquals([other.allLow, other.allHigh, other.varianceRemoved], [NaN, NaN, NaN]);
  assertEquals([other.baselineMean, plan.mean, plan.difference], [18, 18, 0]);
  assertEquals([third.replications, third.difference], [4, 2]);
});

// Planted fault seen: the replications that have a row averaged alone: mean 12 in place of NaN.
Deno.test("compareMeasures() takes a missing row for a value that was not reached", () => {
  const some = (values: readonly number[]) => [
    ...rows("plan", [1, 1, 1, 1], { measure: "infected" }),
    ...rows("plan", values, { groups: { rule: "rare" } }),
  ];
  const hole = some([10, 14, 12, 0]).filter((row) => row.value > 0);
  const [, there] = compareMeasures(hole, "plan");
  assertEquals(there, compareMeasures(some([10, 14, 12, NaN]), "plan")[1]);
  assertEquals([there.reached, there.replications, there.p50], [3, 3, 12]);
  assertEquals([there.mean, there.meanLow, there.baselineMean], [NaN, NaN, NaN]);
  const first = hole.filter((row) => row.measure === "infected" || row.replication > 0);
  assertEquals(compareMeasures(first, "plan")[1].p50, 13);
});

Deno.test("compareMeasures() shows the median of what was reached, and how often it was", () => {
  const values = Array.from({ length: 400 }, (_, i) => i === 7 ? NaN : i);
  const [plan] = compareMeasures(rows("plan", values), "plan");
  assertEquals([plan.reached, plan.p50], [399, 200]);
  assertEquals([plan.mean, plan.p05, plan.p95], [NaN, NaN, NaN]);
  const [none] = compareMeasures(rows("plan", [NaN, NaN]), "plan");
  assertEquals([none.reached, none.p50], [0, NaN]);
  const [all] = compareMeasures(THREE, "plan");
  assertEquals([all.reached, all.p50], [3, 20]);
});

Deno.test("compareMeasures() has no difference where the baseline has no value", () => {
  const [, other] = compareMeasures(
    [...rows("plan", [NaN, NaN]), ...rows("other", [4, 6])],
    "plan",
  );
  assertEquals([other.replications, other.mean], [0, 5]);
  assertEquals([other.difference, other.baselineMean], [NaN, NaN]);
  const [only] = compareMeasures(
    rows("other", [4, 6], { groups: { rule: "x" } }).concat(rows("plan", [1, 2])),
    "plan",
  );
  assertEquals([only.mean, only.difference, only.allLow, only.rule], [5, NaN, NaN, "x"]);
});

// Planted: values of both sides counted where there is but one: 0, red.
Deno.test("compareMeasures() counts this scenario's replications where the baseline lacks the measure", () => {
  const at = { groups: { rule: "x" } };
  const countOf = (values: readonly number[]) => {
    const all = [...rows("other", values, at), ...rows("plan", values.map(() => 1))];
    const [{ replications, reached }] = compareMeasures(all, "plan");
    return [replications, reached];
  };
  assertEquals(countOf([4, 6, 8]), [3, 3]);
  assertEquals(countOf([4, NaN, 8]), [2, 2]);
});

Deno.test("compareMeasures() gives one replication no interval", () => {
  const [plan, other] = compareMeasures([...rows("plan", [10]), ...rows("other", [12])], "plan");
  assertEquals([plan.meanLow, plan.meanHigh], [NaN, NaN]);
  assertEquals([other.difference, other.differenceLow, other.differenceHigh], [2, NaN, NaN]);
  assertEquals([other.allLow, other.allHigh, other.varianceRemoved], [NaN, NaN, NaN]);
});

// Planted fault that this catches: replications of one set taken for independent ones.
Deno.test("compareMeasures() takes intervals from means of sets", () => {
  const list = [...rows("plan", [0, 0, 0, 0]), ...rows("other", [1, 3, 5, 7])];
  const [, other] = compareMeasures(list, "plan", {
    replicationsPerSet: 2,
    uncertainty: "parameters",
    grades: { other: "assumed" },
  });
  // Means of sets 2 and 6; Student's t of one degree of freedom is a tangent.
  const half = Math.tan(Math.PI * 0.475) * 2;
  assertEquals([other.mean, other.difference], [4, 4]);
  assertAlmostEquals(other.meanHigh - 4, half, 1e-8);
  assertAlmostEquals(other.differenceHigh - 4, half, 1e-8);
  assertEquals([other.uncertainty, other.grade], ["parameters", "assumed"]);
  const [plan] = compareMeasures(list, "plan");
  assertEquals([plan.uncertainty, plan.grade], ["replication", ""]);
});

// Planted fault seen: quantiles of single replications, which are wider: p05 becomes 0.975.
Deno.test("compareMeasures() takes quantiles from means of sets", () => {
  const pairs = (n: number, factor: number) =>
    Array.from({ length: n }, (_, i) => [factor * i, factor * (i + 2)]).flat();
  const list = (n: number) => [...rows("plan", pairs(n, 1)), ...rows("other", pairs(n, 3))];
  const [, other] = compareMeasures(list(20), "plan", { replicationsPerSet: 2 });
  assertAlmostEquals(other.p05, 3 * 1.95, 1e-12);
  assertAlmostEquals(other.p50, 3 * 10.5, 1e-12);
  assertAlmostEquals(other.p95, 3 * 19.05, 1e-12);
  assertAlmostEquals(other.differenceP05, 2 * 1.95, 1e-12);
  assertAlmostEquals(other.differenceP95, 2 * 19.05, 1e-12);
  assertEquals(other.reached, 40);
  const [few] = compareMeasures(list(19), "plan", { replicationsPerSet: 2 });
  assertEquals([few.p05, few.differenceP95], [NaN, NaN]);
});

Deno.test("compareMeasures() says what share of the variance parameters make", () => {
  const share = (values: readonly number[], replicationsPerSet: number, drawn = true) =>
    compareMeasures(rows("plan", values), "plan", {
      replicationsPerSet,
      uncertainty: drawn ? "parameters" : "replication",
    })[0].parameterShare;
  assertEquals(share([1, 1, 3, 3], 2), 1);
  const sets = [[1, 2], [5, 4], [9, 6]];
  assertEquals(share(sets.flat(), 2), varianceShares(sets).parameters);
  // A last set of one replication has no chance to be told from; the others have.
  assertEquals(share([...sets.flat(), 50], 2), varianceShares(sets).parameters);
  assertEquals(share([1, 1, 3, 3], 1), NaN);
  assertEquals(share([1, 1, 3, 3], 2, false), NaN);
  assertEquals([share([1, 1, 3, NaN], 2), share([1, 2], 2)], [NaN, NaN]);
});

Deno.test("compareMeasures() keeps groups apart and in order", () => {
  const list = ["icu", "general"].flatMap((ward, i) =>
    rows("plan", [i, i + 2], { measure: "bed_occupancy_mean", groups: { ward } })
  );
  const means = compareMeasures(list, "plan").map((r) => [r.ward, r.mean]);
  assertEquals(means, [["icu", 1], ["general", 2]]);
});

Deno.test("comparePairs() compares all but the baseline, wide enough for every pair", () => {
  const pairs = comparePairs([...THREE, ...rows("last", [10, 25, 70])], "plan");
  assertEquals(pairs.map((r) => [r.scenario, r.baseline, r.difference]), [
    ["third", "other", -5],
    ["last", "other", 1],
    ["last", "third", 6],
  ]);
  // Differences −3, 3, 3 of "last" and "other": standard deviation √12; six pairs in all.
  assertAlmostEquals(pairs[1].allHigh - 1, t2(1 - 0.025 / 6) * Math.sqrt(12 / 3), 1e-8);
  assertAlmostEquals(pairs[1].differenceHigh - 1, t2(0.975) * Math.sqrt(12 / 3), 1e-8);
  assertEquals(comparePairs(THREE.slice(0, 6), "plan"), []);
});

// Planted fault seen: rows beside the baseline as wide as three comparisons ask for, not six.
Deno.test("compareMeasures() is as wide as all pairs when they hold together", () => {
  const list = [...THREE, ...rows("last", [10, 25, 70])];
  const [, other] = compareMeasures(list, "plan", { comparisons: "pairs" });
  assertAlmostEquals(other.allHigh - 4, t2(1 - 0.025 / 6) * Math.sqrt(7 / 3), 1e-8);
  const [, plain] = compareMeasures(list, "plan", { comparisons: "baseline" });
  assertAlmostEquals(plain.allHigh - 4, t2(1 - 0.025 / 3) * Math.sqrt(7 / 3), 1e-8);
  assertEquals({ ...other, allLow: plain.allLow, allHigh: plain.allHigh }, plain);
  assertEquals(
    comparePairs(list, "plan", { comparisons: "baseline" }),
    comparePairs(list, "plan", { comparisons: "pairs" }),
  );
});

/** Many cells of four scenarios, some of which lack some; counts how often it is gone through. */
function manyCells(): { rows: Iterable<MeasureRow>; passes: () => number } {
  let passes = 0;
  const all = ["plan", "a", "b", "c"].flatMap((scenario, s) =>
    [0, 1, 2, 3, 4].flatMap((replication) =>
      Array.from({ length: 12 }, (_, cell) => cell).filter((cell) => (cell + s) % 5 > 0)
        .map((cell): MeasureRow => ({
          ...NO_GROUPS,
          scenario,
          replication,
          measure: "refusals",
          unit: "1",
          rule: `rule ${cell}`,
          value: (cell + 1) * ((replication * 7 + s * 3) % 5) + s,
        }))
    )
  );
  const again = {
    [Symbol.iterator]() {
      passes++;
      return all[Symbol.iterator]();
    },
  };
  return { rows: again, passes: () => passes };
}

Deno.test("comparisons give the same rows in one pass and in many", () => {
  for (const compare of [compareMeasures, comparePairs]) {
    const one = manyCells();
    const whole = compare(one.rows, "plan");
    assertEquals(one.passes(), 1);
    assertEquals(whole.length > 10, true);
    for (const [valuesAtOnce, passes] of [[1, 12], [19, 12], [60, 4]]) {
      const some = manyCells();
      assertEquals(compare(some.rows, "plan", { valuesAtOnce }), whole);
      assertEquals(some.passes(), passes);
    }
  }
});

// Planted: the single interval in place of the simultaneous one: 332 of 400, red.
Deno.test("intervals of all scenarios hold together as often as they say", () => {
  const draws = new KeyedDraws(keyOf("intervals of all scenarios hold together", 0));
  let held = 0;
  for (let run = 0; run < 400; run++) {
    const list = ["plan", "a", "b", "c", "d", "e"].flatMap((scenario, s) =>
      rows(
        scenario,
        Array.from({ length: 8 }, (_, replication) => {
          draws.block(replication, s, 0, run);
          return normalQuantile(draws.u0);
        }),
      )
    );
    const compared = compareMeasures(list, "plan").slice(1);
    if (compared.every((row) => row.allLow <= 0 && 0 <= row.allHigh)) held++;
  }
  const { low, high } = binomialBand(0.95, 400);
  assertEquals(held >= low && held <= high, true, `${held} not in ${low} to ${high}`);
});

Deno.test("comparisons refuse what they cannot compare", () => {
  assertThrows(
    () => compareMeasures(rows("plan", [1]), "other"),
    RangeError,
    'Cannot compare as the baseline must be one of the scenarios: baseline is "other", scenarios are plan',
  );
  assertThrows(
    () => comparePairs(rows("plan", [1]), "other"),
    RangeError,
    'baseline is "other", scenarios are plan',
  );
  assertThrows(
    () =>
      compareMeasures(manyCells().rows[Symbol.iterator]() as IteratorObject<MeasureRow>, "plan", {
        valuesAtOnce: 20,
      }),
    TypeError,
    "Cannot go through rows in passes as they must be iterable again and again: current pass finds none of the cells left after 1",
  );
  assertThrows(
    () => compareMeasures(rows("plan", [1]), "plan", { replicationsPerSet: 0 }),
    RangeError,
    "Cannot take means of sets as replications per set must be a whole number from 1: current number is 0",
  );
});
