/** Results small enough to read: for the examples of the documentation, simulated by nothing. */
import {
  type BandRow,
  type ComparisonRow,
  type ExceedanceRow,
  type ExceedanceSpec,
  type MeasureRow,
  NO_GROUPS,
  type PrecisionRow,
  type PrecisionRule,
  type ScenarioSummary,
  type SeriesRow,
} from "../../experiment/results/mod.ts";
import { TINY_CURVES, TINY_FACILITY_DAYS, TINY_FLOWS } from "./_tiny_details.ts";
import { TINY_MONITORING, TINY_RESTORATION } from "./_tiny_notices.ts";
import type { PlainResultSet } from "./plain_result_set.ts";

type Estimate = readonly [mean: number, low: number, high: number];

const WARD = { ...NO_GROUPS, ward: "general" };
const PEAK = { ...WARD, measure: "bed_occupancy_peak", unit: "-" };
const OCCUPANCY = { ...WARD, measure: "bed_occupancy", unit: "-" };
const PEAKS: readonly (readonly [scenario: string, replication: number, value: number])[] = [
  ["plan", 0, 0.9],
  ["plan", 1, 0.92],
  ["plan", 2, 0.91],
  ["no_tiers", 0, 1],
  ["no_tiers", 1, 1.03],
  ["no_tiers", 2, 1],
];
const MEANS: readonly (readonly [scenario: string, peak: Estimate, median: number])[] = [
  ["plan", [0.91, 0.8851586229, 0.9348413771], 0.91],
  ["no_tiers", [1.01, 0.9669734727, 1.053026527], 1],
];
const CERTAINTY = { uncertainty: "parameters", grade: "assumed" } as const;
const DAYS = [["2022-12-05", -0.1], ["2022-12-06", 0]] as const;
const ABOVE_ALL_BEDS: ExceedanceSpec = {
  measure: "bed_occupancy",
  groups: { ward: "general" },
  level: 1,
  orAt: false,
  days: 0,
};
const RULE: PrecisionRule = {
  targets: [{
    measure: "bed_occupancy_peak",
    groups: { ward: "general" },
    of: "mean",
    kind: "absolute",
    halfWidth: 0.05,
  }],
  atLeast: 3,
  atMost: 10,
  confidence: 0.95,
  lookAhead: 0,
};

function plus(value: number, by: number): number {
  return Number((value + by).toFixed(10));
}

const measures = PEAKS.map(([scenario, replication, value]): MeasureRow => ({
  scenario,
  replication,
  ...PEAK,
  value,
}));

const series = PEAKS.flatMap(([scenario, replication, value]) =>
  DAYS.map(([date, before]): SeriesRow => ({
    scenario,
    replication,
    date,
    ...OCCUPANCY,
    value: plus(value, before),
  }))
);

const bands = MEANS.flatMap(([scenario, [mean, low, high], median]) =>
  DAYS.map(([date, before]): BandRow => ({
    scenario,
    date,
    ...OCCUPANCY,
    replications: 3,
    mean: plus(mean, before),
    meanLow: plus(low, before),
    meanHigh: plus(high, before),
    p05: NaN,
    p50: plus(median, before),
    p95: NaN,
    allLow: NaN,
    allHigh: NaN,
    ...CERTAINTY,
  }))
);

function comparison(
  [scenario, [mean, meanLow, meanHigh], p50]: typeof MEANS[number],
  [baseline, [baselineMean]]: typeof MEANS[number],
  [difference, low, high]: Estimate,
): ComparisonRow {
  return {
    scenario,
    baseline,
    ...PEAK,
    replications: 3,
    mean,
    meanLow,
    meanHigh,
    baselineMean,
    difference,
    differenceLow: low,
    differenceHigh: high,
    allLow: low,
    allHigh: high,
    varianceRemoved: scenario === baseline ? NaN : 0.75,
    reached: 3,
    p50,
    p05: NaN,
    p95: NaN,
    differenceP05: NaN,
    differenceP95: NaN,
    parameterShare: NaN,
    ...CERTAINTY,
  };
}

function exceedance(
  scenario: string,
  hits: number,
  [probability, low, high]: Estimate,
): ExceedanceRow {
  const { level, orAt, days } = ABOVE_ALL_BEDS;
  return {
    scenario,
    baseline: "plan",
    ...OCCUPANCY,
    level,
    orAt,
    days,
    replications: 3,
    hits,
    probability,
    low,
    high,
    onlyHere: hits,
    onlyInBaseline: 0,
    daysMean: probability,
    ...CERTAINTY,
  };
}

const looks: readonly (readonly [scenario: string, replications: number, Estimate])[] = [
  ["plan", 2, [0.91, 0.7829379526, 1.037062047]],
  ["plan", 3, [0.91, 0.8851586229, 0.9348413771]],
  ["no_tiers", 2, [1.015, 0.824406929, 1.205593071]],
  ["no_tiers", 3, [1.01, 0.9669734727, 1.053026527]],
];

const precision = looks.map(([scenario, replications, [mean, low, high]]): PrecisionRow => ({
  scenario,
  ...PEAK,
  of: "mean",
  kind: "absolute",
  target: 0.05,
  replications,
  mean,
  low,
  high,
  halfWidth: plus(mean, -low),
  met: replications === 3,
}));

const scenarios = [["plan", "Plan", "计划"], ["no_tiers", "No tiers", "不分级"]].map((
  [name, en, zh],
): ScenarioSummary => ({
  name,
  title: { en, zh },
  description: { en: `${en}: an example.`, zh: `${zh}：示例。` },
  hash: "0123456789abcdef",
  lawsHash: "fedcba9876543210",
  start: { kind: "equilibrium", warmUpDays: 2, mser5Days: { general: NaN }, days: 4 },
  grades: { assumed: 1 },
  provenance: [{
    path: "care.boarding",
    text: "50 %",
    grade: "assumed",
    source: "",
    file: "example.yaml",
  }],
  changes: name === "plan" ? [] : [{
    path: "referral.rules",
    from: "plan",
    to: "no_tiers",
    grade: "assumed",
    source: "",
    file: "no_tiers.yaml",
    clauses: ["P22-2.2.1c"],
  }],
  parameters: [{ path: "care.boarding", law: "uniform 0.3 to 0.7", grade: "assumed", source: "" }],
}));

/**
 * Two scenarios, three replications with drawn parameters, one measure, one series of two days: made
 * up, so that every table has rows for an example to show.
 */
export const TINY_RESULT_SET: PlainResultSet = {
  manifest: {
    program: "gridcare 0.0.0",
    sources: "0123456789ab deno 2.9.6",
    seed: "1",
    replications: 3,
    precision: RULE,
    recommended: 3,
    uncertainty: "parameters",
    replicationsPerSet: 1,
    baseline: "plan",
    scenarios,
    city: {
      id: "example",
      name: { en: "Example", zh: "示例" },
      population: 1000,
      facilities: 1,
      facilityNames: [],
      outlines: [],
      grids: [{
        id: "g1",
        name: { en: "Grid 1", zh: "网格1" },
        population: 1000,
        points: [[116.4, 39.9, 1000]],
      }],
    },
    window: { start: "2022-12-05", days: 2, runOnDays: 5 },
    command: "example",
    requests: [{
      files: ["plan.yaml", "no_tiers.yaml"],
      replications: RULE,
      seed: "1",
      uncertainty: "parameters",
      replicationsPerSet: 1,
      pairs: true,
      exceedances: [ABOVE_ALL_BEDS],
      log: false,
    }],
    clock: { finished: "2026-01-01T00:00:00Z", workers: 1, seconds: 1, deno: "2.9.6" },
  },
  measures,
  series,
  bands,
  comparison: [
    comparison(MEANS[0], MEANS[0], [0, 0, 0]),
    comparison(MEANS[1], MEANS[0], [0.1, 0.0751586229, 0.1248413771]),
  ],
  pairs: [comparison(MEANS[0], MEANS[1], [-0.1, -0.1248413771, -0.0751586229])],
  exceedances: [
    exceedance("plan", 0, [0, 0, 0.7075982262]),
    exceedance("no_tiers", 1, [0.3333333333, 0.0084037587, 0.905700676]),
  ],
  precision,
  parameters: ["plan", "no_tiers"].flatMap((scenario) =>
    [0.42, 0.57, 0.51].map((value, set) => ({
      scenario,
      set,
      path: "care.boarding",
      unit: "",
      value,
    }))
  ),
  start: ["plan", "no_tiers"].flatMap((scenario) =>
    [[-2, 0.7, NaN], [-1, 0.8, 0.8], [0, 0.9, 0.85], [1, 0.85, NaN]].map((
      [day, level, movingAverage],
    ) => ({ scenario, ward: "general", day, census: level, level, movingAverage }))
  ),
  restoration: TINY_RESTORATION,
  monitoring: TINY_MONITORING,
  facilityDays: TINY_FACILITY_DAYS,
  curves: TINY_CURVES,
  flows: TINY_FLOWS,
};
