/**
 * The synthetic results with all that an experiment can leave behind: bands, exceedances, a course of
 * precision, drawn parameters, the start, changes of scenarios. Simulated by nothing.
 */
import {
  type BandRow,
  cellKey,
  type ComparisonRow,
  type ExceedanceRow,
  GROUPS,
  type MeasureRow,
  NO_GROUPS,
  type PrecisionRow,
  type ResultSet,
  type RowGroups,
  type SeriesRow,
  type StartCheck,
  type StartRow,
  type Uncertainty,
} from "../../../../sim/experiment/results/mod.ts";
import { pairedInterval, sortedQuantile, tInterval } from "../../../../sim/engine/stats/mod.ts";
import { syntheticResultSet } from "../../../support/result_set.ts";

/** What the full set is made with. */
export interface FullSpec {
  /** Replications [-], at most 10 with scatter; further ones repeat them. */
  readonly replications?: number;
  /** What the spread holds. */
  readonly uncertainty?: Uncertainty;
  /** Whether the number of replications was found by a rule. */
  readonly sequential?: boolean;
}

/** An iterable that can be told apart from an array: figures must never go through it. */
function once<Row>(rows: readonly Row[]): Iterable<Row> {
  return { [Symbol.iterator]: () => rows[Symbol.iterator]() };
}

/** The synthetic set with every table filled. */
export function fullResultSet(
  { replications = 3, uncertainty = "replication", sequential = false }: FullSpec = {},
): ResultSet {
  const set = syntheticResultSet({ replications }) as ResultSet;
  const measures = [...set.measures];
  const series = [...set.series];
  const names = set.manifest.scenarios.map(({ name }) => name);
  const drawn = uncertainty === "parameters";
  return {
    manifest: {
      ...set.manifest,
      sources: "0123456789ab deno 2.9.6",
      precision: sequential ? RULE : null,
      recommended: sequential ? 14 : null,
      uncertainty,
      replicationsPerSet: 1,
      scenarios: set.manifest.scenarios.map((scenario, at) => ({
        ...scenario,
        lawsHash: drawn ? `laws${scenario.name}` : "",
        start: START,
        changes: at === 0 ? [] : [
          {
            path: "referral.adherence",
            from: "100 %",
            to: `${100 - 10 * at} %`,
            grade: "assumed",
            source: "Synthetic source (2022), a third title",
            file: `${scenario.name}.yaml`,
            clauses: ["P22-2.2.1c"],
          },
        ],
        parameters: drawn
          ? [{ path: "care.lowerBed", law: "uniform 0.3 to 0.7", grade: "assumed", source: "" }]
          : [],
      })),
      requests: [],
    },
    measures: once(measures),
    series: once(series),
    bands: bandsOf(
      [...series, ...infectionsOf(names, replications), ...staffOf(names, replications)],
      uncertainty,
    ),
    comparison: comparisonOf(measures, uncertainty),
    pairs: [],
    exceedances: exceedancesOf(names, { replications, uncertainty }),
    precision: sequential ? precisionOf(names, replications) : [],
    parameters: drawn
      ? once(names.map((scenario) => ({
        scenario,
        set: 0,
        path: "care.lowerBed",
        unit: "",
        value: 0.5,
      })))
      : [],
    start: names.flatMap(startOf),
    restoration: set.restoration.map((row) => ({ ...row, uncertainty })),
    monitoring: set.monitoring.map((row) => ({ ...row, uncertainty })),
    facilityDays: set.facilityDays,
    curves: set.curves.map((row) => ({ ...row, uncertainty })),
    flows: set.flows,
  };
}

/** How runs of every scenario start. */
const START: StartCheck = {
  kind: "equilibrium",
  warmUpDays: 14,
  mser5Days: { general: 0, sub_icu: 5, icu: NaN },
  days: 134,
};

const RULE = {
  targets: [{
    measure: "deaths",
    groups: {},
    of: "mean" as const,
    kind: "relative" as const,
    halfWidth: 0.02,
  }],
  atLeast: 3,
  atMost: 100,
  confidence: 0.95,
  lookAhead: 5,
};

function groupsOf(row: RowGroups): RowGroups {
  return Object.fromEntries(GROUPS.map((group) => [group, row[group]])) as unknown as RowGroups;
}

/** Infections of ten days, the same in every scenario. */
function infectionsOf(names: readonly string[], replications: number): SeriesRow[] {
  return names.flatMap((scenario) =>
    Array.from({ length: 10 * replications }, (_, k) => ({
      ...NO_GROUPS,
      scenario,
      replication: Math.floor(k / 10),
      date: `2022-12-${10 + (k % 10)}`,
      measure: "infected",
      unit: "persons",
      value: 1000 + k,
    }))
  );
}

/** Staff of three weeks, fewer physicians on every seventh day; the last scenario does not model it. */
function staffOf(names: readonly string[], replications: number): SeriesRow[] {
  const row = (k: number, more: Partial<SeriesRow>): SeriesRow => ({
    ...NO_GROUPS,
    scenario: "",
    replication: Math.floor(k / 21),
    date: `2022-12-${10 + (k % 21)}`,
    measure: "",
    unit: "",
    value: 0,
    ...more,
  });
  return names.flatMap((scenario, at) =>
    Array.from({ length: 21 * replications }, (_, k) => {
      const absent = 0.2 + 0.01 * Math.floor(k / 21);
      const present = (k % 7 === 0 ? 10 : 80) * (1 - absent);
      const beds = 500 * (1 - absent);
      const measured = [
        row(k, { measure: "staff_absent", unit: "-", value: absent }),
        row(k, { measure: "clinic_physicians", tier: "3", unit: "physicians", value: present }),
        row(k, { measure: "usable_beds", ward: "icu", unit: "beds", value: beds }),
      ];
      return measured.slice(at === names.length - 1 ? 1 : 0).map((one) => ({ ...one, scenario }));
    }).flat()
  );
}

/** Quantile by linear interpolation; NaN with fewer than 20 values. */
function quantile(values: readonly number[], p: number, least = 20): number {
  if (values.length < least) return NaN;
  return sortedQuantile(Float64Array.from(values).sort(), p);
}

function bandsOf(series: readonly SeriesRow[], uncertainty: Uncertainty): BandRow[] {
  const cells = Map.groupBy(series, (row) => `${row.scenario}\t${row.date}\t${cellKey(row)}`);
  return [...cells.values()].map(([first, ...more]) => {
    const values = [first, ...more].map(({ value }) => value).filter(Number.isFinite);
    const mean = values.length === 0 ? { mean: NaN, low: NaN, high: NaN } : tInterval(values);
    const [low, high] = [quantile(values, 0.05), quantile(values, 0.95)];
    return {
      scenario: first.scenario,
      date: first.date,
      measure: first.measure,
      unit: first.unit,
      ...groupsOf(first),
      replications: values.length,
      mean: mean.mean,
      meanLow: mean.low,
      meanHigh: mean.high,
      p05: low,
      p50: values.length === 0 ? NaN : quantile(values, 0.5, 1),
      p95: high,
      allLow: low - 0.3 * (high - low),
      allHigh: high + 0.3 * (high - low),
      uncertainty,
      grade: "assumed",
    };
  });
}

function comparisonOf(
  measures: readonly MeasureRow[],
  uncertainty: Uncertainty,
): ComparisonRow[] {
  const cells = Map.groupBy(measures, (row) => `${row.scenario}\t${cellKey(row)}`);
  return [...cells.values()].map((rows) => {
    const base = cells.get(`plan\t${cellKey(rows[0])}`) ?? [];
    const pairs = rows.map(({ value }, at) => [value, base[at]?.value ?? NaN] as const)
      .filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b));
    const values = pairs.map(([value]) => value);
    const others = pairs.map(([, other]) => other);
    const none = { mean: NaN, low: NaN, high: NaN };
    const mean = values.length === 0 ? none : tInterval(values);
    const difference = values.length === 0 ? none : pairedInterval(values, others);
    const differences = pairs.map(([a, b]) => a - b);
    const half = 1.3 * (difference.high - difference.mean);
    return {
      scenario: rows[0].scenario,
      baseline: "plan",
      measure: rows[0].measure,
      unit: rows[0].unit,
      ...groupsOf(rows[0]),
      replications: pairs.length,
      mean: mean.mean,
      meanLow: mean.low,
      meanHigh: mean.high,
      baselineMean: others.length === 0 ? NaN : tInterval(others).mean,
      difference: difference.mean,
      differenceLow: difference.low,
      differenceHigh: difference.high,
      allLow: difference.mean - half,
      allHigh: difference.mean + half,
      varianceRemoved: rows[0].scenario === "plan" ? 1 : 0.83,
      reached: rows.filter(({ value }) => Number.isFinite(value)).length,
      p50: values.length === 0 ? NaN : quantile(values, 0.5, 1),
      p05: quantile(values, 0.05),
      p95: quantile(values, 0.95),
      parameterShare: NaN,
      differenceP05: quantile(differences, 0.05),
      differenceP95: quantile(differences, 0.95),
      uncertainty,
      grade: "assumed",
    };
  });
}

function exceedancesOf(
  names: readonly string[],
  { replications, uncertainty }: Required<Pick<FullSpec, "replications" | "uncertainty">>,
): ExceedanceRow[] {
  const common = { ...NO_GROUPS, measure: "bed_occupancy", unit: "-", baseline: "plan" };
  const events = [
    { ...common, ward: "icu", level: 0.95, orAt: true, days: 7 },
    { ...common, ward: "general", level: 0.9, orAt: false, days: 0 },
  ];
  return events.flatMap((event, of) =>
    names.map((scenario, at) => {
      const hits = Math.min(replications, Math.round((replications * (at + of)) / 4));
      const share = hits / replications;
      return {
        ...event,
        scenario,
        replications,
        hits,
        probability: share,
        low: Math.max(0, share - 0.2),
        high: Math.min(1, share + 0.2),
        onlyHere: at,
        onlyInBaseline: 0,
        daysMean: 2 * at,
        uncertainty,
        grade: "assumed",
      };
    })
  );
}

function precisionOf(names: readonly string[], replications: number): PrecisionRow[] {
  const last = Math.max(replications, 30);
  return names.flatMap((scenario, at) =>
    Array.from({ length: last - 1 }, (_, k) => {
      const n = k + 2;
      const mean = 20_000 + 1000 * at + (400 * Math.sin(n)) / n;
      const half = (1500 * (at + 1)) / n;
      return {
        ...NO_GROUPS,
        scenario,
        measure: "deaths",
        unit: "persons",
        of: "mean" as const,
        kind: "relative" as const,
        target: 0.02,
        replications: n,
        mean,
        low: mean - half,
        high: mean + half,
        halfWidth: half / mean,
        met: half / mean <= 0.02,
      };
    })
  );
}

function startOf(scenario: string): StartRow[] {
  return ["general", "sub_icu", "icu"].flatMap((ward, at) =>
    Array.from({ length: 134 }, (_, k) => {
      const level = 1000 * (at + 1) * (1 + 0.004 * Math.sin(k));
      return {
        scenario,
        ward,
        day: k - 14,
        census: level * (1 + 0.02 * Math.sin((2 * Math.PI * k) / 7)),
        level,
        movingAverage: k < 7 || k > 126 ? NaN : 1000 * (at + 1),
      };
    })
  );
}
