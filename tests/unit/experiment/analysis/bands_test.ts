import { assertAlmostEquals, assertEquals, assertThrows } from "@std/assert";
import { KeyedDraws, keyOf, normalQuantile, quantileOf } from "../../../../sim/engine/mod.ts";
import { bandsOf } from "../../../../sim/experiment/analysis/mod.ts";
import {
  type BandRow,
  NO_GROUPS,
  type SeriesPath,
} from "../../../../sim/experiment/results/mod.ts";

const date = (day: number) => `2022-12-${`${day + 1}`.padStart(2, "0")}`;

/** Paths of one series, one list of values per replication. */
function pathsOf(lists: readonly (readonly number[])[], groups = {}): SeriesPath[] {
  return lists.map((values, replication) => ({
    ...NO_GROUPS,
    scenario: "plan",
    replication,
    measure: "waiting",
    unit: "patients",
    dates: values.map((_, day) => date(day)),
    values: Float64Array.from(values),
    ...groups,
  }));
}

/** How many paths lie inside on every date on which they have a value. */
const countInside = (paths: readonly SeriesPath[], rows: readonly BandRow[]): number =>
  paths.filter(({ values }) =>
    rows.every(({ allLow, allHigh }, day) =>
      Number.isNaN(values[day]) || Number.isNaN(allLow) ||
      (allLow <= values[day] && values[day] <= allHigh)
    )
  ).length;

/** Wandering paths; rounded so that many values are equal, and with holes, when asked. */
function wander(n: number, { round = false, holes = 0 } = {}): SeriesPath[] {
  const draws = new KeyedDraws(keyOf("bandsOf() holds nine in ten paths", 0));
  return pathsOf(Array.from({ length: n }, (_, path) => {
    let level = 0;
    return Array.from({ length: 30 }, (_, day) => {
      draws.block(path, day, 0, 0);
      level += normalQuantile(draws.u0);
      return draws.u1 < holes ? NaN : round ? Math.round(level) : level;
    });
  }));
}

Deno.test("bandsOf() gives mean, interval and median of each date", () => {
  const [first, second] = bandsOf(pathsOf([[1, 4], [2, 4], [6, 4]]));
  const { allLow, allHigh, meanLow, meanHigh, ...rest } = first;
  assertEquals(rest, {
    ...NO_GROUPS,
    scenario: "plan",
    date: "2022-12-01",
    measure: "waiting",
    unit: "patients",
    replications: 3,
    mean: 3,
    p05: NaN,
    p50: 2,
    p95: NaN,
    uncertainty: "replication",
    grade: "",
  });
  // Variance 7; Student's t of two degrees of freedom.
  const half = 4.302652729911275 * Math.sqrt(7 / 3);
  assertAlmostEquals(meanHigh - 3, half, 1e-8);
  assertAlmostEquals(3 - meanLow, half, 1e-8);
  assertEquals([allLow, allHigh], [NaN, NaN]);
  assertEquals([second.date, second.mean, second.meanLow, second.meanHigh], [date(1), 4, 4, 4]);
});

Deno.test("bandsOf() sums a date up over the replications that have a value", () => {
  const days = bandsOf(pathsOf([[1, NaN, NaN], [3, NaN, 5], [8, NaN, 7]]));
  assertEquals(days.map((day) => day.replications), [3, 0, 2]);
  assertEquals(days.map((day) => day.mean), [4, NaN, 6]);
  assertEquals(days.map((day) => day.p50), [3, NaN, 6]);
  const [one] = bandsOf(pathsOf([[4]]));
  assertEquals([one.mean, one.meanLow, one.p50], [4, NaN, 4]);
});

const ranks = Array.from({ length: 20 }, (_, i) => i + 1);

// By hand: the outermost rank on either side is left out, so that 18 of 20 paths are inside.
Deno.test("bandsOf() leaves one path out on either side of twenty", () => {
  const [row] = bandsOf(pathsOf(ranks.map((rank) => [rank])));
  assertEquals([row.allLow, row.allHigh], [2, 19]);
  assertAlmostEquals(row.p05, 1.95, 1e-12);
  assertAlmostEquals(row.p95, 19.05, 1e-12);
  const [few] = bandsOf(pathsOf(ranks.slice(1).map((rank) => [rank])));
  assertEquals([few.allLow, few.allHigh, few.p05, few.p95], [NaN, NaN, NaN, NaN]);
});

// By hand: on the second date the middle paths 10 and 11 are outermost, so that four paths touch an
// outermost rank; leaving out the outermost ranks would leave 16 of 20, which is too few.
Deno.test("bandsOf() counts paths on all dates together", () => {
  const swap = new Map([[1, 10], [10, 1], [20, 11], [11, 20]]);
  const rows = bandsOf(pathsOf(ranks.map((rank) => [rank, swap.get(rank) ?? rank])));
  assertEquals(rows.map((row) => [row.allLow, row.allHigh]), [[1, 20], [1, 20]]);
});

// Planted: the pointwise quantiles taken for the band: 51 of 100 inside, red.
Deno.test("bandsOf() holds nine in ten paths and no more than it must", () => {
  const paths = wander(100);
  const rows = bandsOf(paths);
  assertEquals(countInside(paths, rows) >= 90, true);
  // One rank further in on either side, fewer than nine in ten would be left.
  const inner = rows.map((row, day) => {
    const sorted = paths.map(({ values }) => values[day]).sort((a, b) => a - b);
    const rank = sorted.indexOf(row.allLow);
    assertEquals(row.allHigh, sorted[99 - rank]);
    return { ...row, allLow: sorted[rank + 1], allHigh: sorted[98 - rank] };
  });
  assertEquals(countInside(paths, inner) < 90, true);
});

Deno.test("bandsOf() holds nine in ten paths with equal values and with holes", () => {
  for (const n of [20, 21, 37, 100]) {
    for (const options of [{ round: true }, { holes: 0.3 }, { round: true, holes: 0.3 }]) {
      const paths = wander(n, options);
      const rows = bandsOf(paths);
      assertEquals(countInside(paths, rows) >= Math.ceil(0.9 * n), true, `${n} paths`);
      assertEquals(rows.every(({ allLow, allHigh }) => !(allLow > allHigh)), true);
    }
  }
  const [flat] = bandsOf(pathsOf(ranks.map(() => [3])));
  assertEquals([flat.allLow, flat.allHigh], [3, 3]);
  // 19 of 20 paths equal: the other one may be out.
  const [tied] = bandsOf(pathsOf(ranks.map((rank) => [rank === 5 ? 9 : 3])));
  assertEquals([tied.allLow, tied.allHigh], [3, 3]);
});

Deno.test("bandsOf() has no band of whole paths on a date with fewer than 20 values", () => {
  const rows = bandsOf(pathsOf([...ranks, 21].map((rank) => [rank, rank < 3 ? NaN : rank])));
  assertEquals(rows.map((row) => Number.isNaN(row.allLow)), [false, true]);
  assertEquals(rows.map((row) => row.replications), [21, 19]);
});

Deno.test("bandsOf() takes intervals from means of sets", () => {
  const [row] = bandsOf(pathsOf([[1], [3], [5], [7]]), { replicationsPerSet: 2 });
  assertEquals([row.mean, row.replications], [4, 4]);
  assertAlmostEquals(row.meanHigh - 4, Math.tan(Math.PI * 0.475) * 2, 1e-8);
});

// Planted fault seen: quantiles of single replications, which are wider: 1.95 becomes 0.975.
Deno.test("bandsOf() takes quantiles and bands from means of sets", () => {
  const pairs = ranks.flatMap((rank) => [[rank - 1], [rank + 1]]);
  const [row] = bandsOf(pathsOf(pairs), {
    replicationsPerSet: 2,
    uncertainty: "parameters",
    grades: { plan: "assumed" },
  });
  assertEquals([row.replications, row.p50, row.allLow, row.allHigh], [40, 10.5, 2, 19]);
  assertAlmostEquals(row.p05, 1.95, 1e-12);
  assertAlmostEquals(row.p95, 19.05, 1e-12);
  assertEquals([row.uncertainty, row.grade], ["parameters", "assumed"]);
  // A set with one value has that value; one without has none.
  const [holes] = bandsOf(pathsOf([[1], [NaN], [5], [7], [NaN], [NaN]]), { replicationsPerSet: 2 });
  assertEquals([holes.replications, holes.mean], [3, 3.5]);
  const [few] = bandsOf(pathsOf(pairs.slice(2)), { replicationsPerSet: 2 });
  assertEquals([few.replications, few.p05, few.allLow], [38, NaN, NaN]);
});

Deno.test("bandsOf() gives the same rows in one pass and in many, in order", () => {
  const paths = ["plan", "other"].flatMap((scenario, s) =>
    [0, 1, 2].flatMap((replication) =>
      ["icu", "general"].map((ward, w): SeriesPath => ({
        ...NO_GROUPS,
        scenario,
        replication,
        ward,
        measure: "bed_occupancy",
        unit: "-",
        dates: [date(0), date(1)],
        values: Float64Array.of(replication + w, replication * s),
      }))
    )
  );
  const rows = bandsOf(paths);
  assertEquals(rows.map((row) => `${row.scenario} ${row.ward} ${row.date}`), [
    `plan icu ${date(0)}`,
    `plan icu ${date(1)}`,
    `plan general ${date(0)}`,
    `plan general ${date(1)}`,
    `other icu ${date(0)}`,
    `other icu ${date(1)}`,
    `other general ${date(0)}`,
    `other general ${date(1)}`,
  ]);
  for (const valuesAtOnce of [1, 6, 13]) assertEquals(bandsOf(paths, { valuesAtOnce }), rows);
  assertEquals(bandsOf([]), []);
  assertEquals(rows[2].p50, quantileOf([1, 2, 3], 0.5));
});

Deno.test("bandsOf() refuses paths of one series with other dates", () => {
  const [first, second] = pathsOf([[1, 2], [3, 4]]);
  const rule = 'Cannot sum up series "waiting" of scenario "plan" as every path must have one ' +
    "value for each of the same dates: ";
  assertThrows(
    () => bandsOf([first, { ...second, dates: [date(0), date(2)] }]),
    RangeError,
    `${rule}replication 1 has 2 values on 2 dates from 2022-12-01, the first 2 from 2022-12-01`,
  );
  assertThrows(
    () => bandsOf([{ ...first, dates: [date(0)] }]),
    RangeError,
    `${rule}replication 0 has 2 values on 1 dates from 2022-12-01`,
  );
  assertThrows(
    () => bandsOf([first], { replicationsPerSet: 1.5 }),
    RangeError,
    "Cannot take means of sets as replications per set must be a whole number from 1: current number is 1.5",
  );
});
