/** Results small enough to read: for the examples of the documentation, simulated by nothing. */
import type { ComparisonRow, ResultSet, RowGroups } from "../../experiment/mod.ts";

const NO_GROUPS: RowGroups = {
  grid: "",
  tier: "",
  facility: "",
  ward: "",
  colour: "",
  rule: "",
  line: "",
};

const PEAKS: readonly (readonly [scenario: string, replication: number, value: number])[] = [
  ["plan", 0, 0.9],
  ["plan", 1, 0.92],
  ["no_tiers", 0, 1],
  ["no_tiers", 1, 1.02],
];

const COMMON = { measure: "bed_occupancy_peak", unit: "-", ...NO_GROUPS, ward: "general" };

function comparison(
  scenario: string,
  mean: number,
  difference: readonly [number, number, number],
): ComparisonRow {
  const half = 0.12706205; // Student's t for 95 % and one degree of freedom × 0.01
  return {
    scenario,
    baseline: "plan",
    ...COMMON,
    replications: 2,
    mean,
    meanLow: Number((mean - half).toFixed(10)),
    meanHigh: Number((mean + half).toFixed(10)),
    baselineMean: 0.91,
    difference: difference[0],
    differenceLow: difference[1],
    differenceHigh: difference[2],
  };
}

/**
 * Two scenarios, two replications, one measure, one series of two days: made up, so that an
 * example has something to show.
 */
export const TINY_RESULT_SET: ResultSet = {
  manifest: {
    program: "gridcare 0.0.0",
    seed: "1",
    replications: 2,
    baseline: "plan",
    scenarios: [["plan", "Plan", "计划"], ["no_tiers", "No tiers", "不分级"]].map((
      [name, en, zh],
    ) => ({
      name,
      title: { en, zh },
      description: { en: `${en}: an example.`, zh: `${zh}：示例。` },
      hash: "0123456789abcdef",
      grades: { assumed: 1 },
      provenance: [{
        path: "care.boarding",
        text: "50 %",
        grade: "assumed",
        source: "",
        file: "example.yaml",
      }],
    })),
    city: {
      id: "example",
      name: { en: "Example", zh: "示例" },
      population: 1000,
      facilities: 1,
      outlines: [],
      grids: [{
        id: "g1",
        name: { en: "Grid 1", zh: "网格1" },
        population: 1000,
        points: [[116.4, 39.9, 1000]],
      }],
    },
    window: { start: "2022-12-05", days: 2, runOnDays: 0 },
    command: "example",
    clock: { finished: "2026-01-01T00:00:00Z", workers: 1, seconds: 1, deno: "2.9.6" },
  },
  measures: PEAKS.map(([scenario, replication, value]) => ({
    scenario,
    replication,
    ...COMMON,
    value,
  })),
  series: PEAKS.flatMap(([scenario, replication, value]) =>
    [-0.1, 0].map((before, day) => ({
      scenario,
      replication,
      date: `2022-12-0${5 + day}`,
      ...COMMON,
      measure: "bed_occupancy",
      value: Number((value + before).toFixed(10)),
    }))
  ),
  comparison: [
    comparison("plan", 0.91, [0, 0, 0]),
    comparison("no_tiers", 1.01, [0.1, 0.1, 0.1]),
  ],
};
