import { assertEquals } from "@std/assert";
import { caseRecord, type CaseRule, levelOfCases } from "../../../../sim/domain/epidemic/mod.ts";

const RULE: CaseRule = { newDays: 14, most: 50, clusterCases: 2, clusterDays: 14 };

/** Level at 00:00 of a day after cases by day in some grids and cases before the first day. */
function level(
  day: number,
  grids: readonly (readonly [day: number, cases: number][])[],
  before: readonly (readonly [day: number, cases: number])[] = [],
): string {
  const reports = {
    grids: grids.map((entries) => {
      const days = new Int32Array(60);
      for (const [d, cases] of entries) days[d] += cases;
      return days;
    }),
    before: before.map(([d, cases]) => ({ day: d, cases })),
  };
  return levelOfCases(caseRecord(reports, day, RULE), RULE);
}

Deno.test("levelOfCases() is low without any case, also on the day of the first", () => {
  assertEquals(level(0, [[]]), "low");
  assertEquals(level(10, []), "low");
  assertEquals(level(5, [[[5, 3]]]), "low");
  assertEquals(level(6, [[[5, 3]]]), "medium");
});

// Planted: the day itself counted among the last fourteen (`day + 1` for `day`): red.
Deno.test("levelOfCases() is low again fourteen days after the last case", () => {
  assertEquals(level(19, [[[5, 1]]]), "medium");
  assertEquals(level(20, [[[5, 1]]]), "low");
  assertEquals(level(30, [[[5, 60]]]), "low");
});

Deno.test("levelOfCases() is medium up to fifty cases, however they lie", () => {
  assertEquals(level(6, [[[5, 50]]]), "medium");
  assertEquals(level(6, [[[5, 25]], [[5, 25]]]), "medium");
  assertEquals(level(6, [[[5, 51]]]), "high");
});

Deno.test("levelOfCases() above fifty is high with a cluster and medium without", () => {
  const past: [number, number][] = [[-40, 49]];
  // Two cases in two grids are no cluster; two in one grid are.
  assertEquals(level(6, [[[5, 1]], [[5, 1]]], past), "medium");
  assertEquals(level(6, [[[4, 1], [5, 1]], []], past), "high");
  // Fourteen days apart they are none.
  assertEquals(level(20, [[[5, 1], [19, 1]]], past), "medium");
  assertEquals(level(19, [[[5, 1], [18, 1]]], past), "high");
});

Deno.test("caseRecord() counts cases before the first day by date, in no cluster", () => {
  assertEquals(level(0, [[]], [[-14, 60]]), "medium");
  assertEquals(level(0, [[]], [[-15, 60]]), "low");
  assertEquals(level(1, [[]], [[-14, 60]]), "low");
  const reports = { grids: [[1, 0], [0, 2]], before: [{ day: -3, cases: 5 }] };
  assertEquals(caseRecord(reports, 2, RULE), { all: 8, recent: 8, mostInGrid: 2 });
  assertEquals(caseRecord(reports, 1, RULE), { all: 6, recent: 6, mostInGrid: 1 });
});

Deno.test("caseRecord() keeps new cases and clusters to their own spans", () => {
  const rule = { ...RULE, newDays: 7, clusterDays: 2 };
  const reports = { grids: [[1, 1, 0, 1, 0, 0, 0, 0]], before: [] };
  assertEquals(caseRecord(reports, 2, rule), { all: 2, recent: 2, mostInGrid: 2 });
  assertEquals(caseRecord(reports, 4, rule), { all: 3, recent: 3, mostInGrid: 1 });
  assertEquals(caseRecord(reports, 8, rule), { all: 3, recent: 2, mostInGrid: 0 });
});
