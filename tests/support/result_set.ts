/**
 * Results that look like those of a whole city and are simulated by nothing: smooth curves with a
 * little deterministic scatter, for tests of tables, figures and the report. No number in here
 * says anything about any city.
 */
import {
  type MapGrid,
  type MeasureRow,
  NO_GROUPS,
  type ResultSet,
  type RowGroups,
  type ScenarioSummary,
  type SeriesRow,
  type Uncertainty,
} from "../../sim/experiment/results/mod.ts";
import type { PlainResultSet } from "../../sim/report/tables/mod.ts";
import { detailsOf } from "./detail_rows.ts";
import { FACILITY_NAMES } from "./facility_days.ts";
import { noticesOf } from "./notice_rows.ts";
import { analysisOf, EXCEEDANCES, parametersOf, PRECISION, startOf } from "./result_rows.ts";

const DAYS = 120;
const START = Date.UTC(2022, 10, 1);
/** A scenario of the synthetic set: how hard it presses on beds, transfers, outcomes, services. */
const SCENARIOS = [
  { name: "plan", en: "Plan as written", zh: "按方案执行", load: 1, delay: 1, open: 1 },
  {
    name: "no_tiers",
    en: "No tiers: everyone to the nearest able hospital",
    zh: "不分级：就近前往有能力的医院",
    load: 1.08,
    delay: 1.6,
    open: 0.97,
  },
  { name: "as_happened", en: "As it happened", zh: "实际情形", load: 1.03, delay: 1.3, open: 0.98 },
  {
    name: "plan_high",
    en: "Plan at high risk level",
    zh: "高风险等级下的方案",
    load: 0.99,
    delay: 0.98,
    open: 0.7,
  },
] as const;

/** A number in [-1, 1] that looks random and is always the same. */
function scatter(...keys: readonly number[]): number {
  const mixed = keys.reduce((sum, key, at) => sum + (key + 1) * (12.9898 + 65.233 * at), 0);
  const wave = Math.sin(mixed) * 43758.5453;
  return 2 * (wave - Math.floor(wave)) - 1;
}

/** A wave of height 1 around a day. */
function wave(day: number, peak = 50, width = 11): number {
  return 1 / Math.cosh((day - peak) / width) ** 2;
}

function dateOf(day: number): string {
  return new Date(START + day * 86_400_000).toISOString().slice(0, 10);
}

/** What a synthetic set has. */
export interface SyntheticSpec {
  /** Replications [-], default 3; quantiles of tails need 20. */
  readonly replications?: number;
  /** What the spread of replications holds, default `replication`. */
  readonly uncertainty?: Uncertainty;
  /** Whether a rule found the number of replications, default false. */
  readonly sequential?: boolean;
  /** Whether all pairs are compared, default false. */
  readonly pairs?: boolean;
}

/** A synthetic result set of four scenarios, 62 grids and 120 days, numbers at ten digits. */
export function syntheticResultSet(
  { replications = 3, uncertainty = "replication", sequential = false, pairs = false }:
    SyntheticSpec = {},
): PlainResultSet {
  const grids = gridsOf();
  const measures: MeasureRow[] = [];
  const series: SeriesRow[] = [];
  SCENARIOS.forEach((_, at) => {
    for (let replication = 0; replication < replications; replication++) {
      measures.push(...measuresOf(at, replication, grids));
      series.push(...seriesOf(at, replication));
    }
  });
  const names = SCENARIOS.map(({ name }) => name);
  const dates = Array.from({ length: DAYS }, (_, day) => dateOf(day));
  return {
    manifest: manifestOf(grids, { replications, uncertainty, sequential, pairs }),
    measures,
    series,
    ...analysisOf({ measures, series, names, uncertainty, sequential, pairs }),
    parameters: uncertainty === "parameters" ? parametersOf(names, replications) : [],
    start: startOf(names),
    ...noticesOf({ scenarios: SCENARIOS, dates, replications, uncertainty }),
    ...detailsOf({ scenarios: SCENARIOS, dates, replications, uncertainty }),
  };
}

function manifestOf(
  grids: readonly MapGrid[],
  { replications, uncertainty, sequential, pairs }: Required<SyntheticSpec>,
): ResultSet["manifest"] {
  return {
    program: "gridcare 0.3.0",
    sources: "0123456789ab deno 2.9.6",
    seed: "synthetic",
    replications,
    precision: sequential ? PRECISION : null,
    recommended: null,
    uncertainty,
    replicationsPerSet: 1,
    baseline: "plan",
    scenarios: SCENARIOS.map((_, at) => scenarioOf(at, uncertainty)),
    city: {
      id: "synthetic",
      name: { en: "Synthetic City", zh: "合成城市" },
      population: grids.reduce((sum, { population }) => sum + population, 0),
      facilities: 480,
      facilityNames: FACILITY_NAMES,
      outlines: outlinesOf(),
      grids,
    },
    window: { start: dateOf(0), days: 92, runOnDays: 28 },
    command: `deno task sim run scenarios/plan.yaml --replications ${replications}`,
    requests: [{
      files: SCENARIOS.map(({ name }) => `scenarios/${name}.yaml`),
      replications: sequential ? PRECISION : replications,
      seed: "synthetic",
      uncertainty,
      replicationsPerSet: 1,
      pairs,
      exceedances: EXCEEDANCES,
      log: false,
    }],
    clock: { finished: "2026-01-01T00:00:00.000Z", workers: 2, seconds: 61, deno: "2.9.6" },
  };
}

function scenarioOf(at: number, uncertainty: Uncertainty): ScenarioSummary {
  const { name, en, zh } = SCENARIOS[at];
  const provenance = [
    ["care.criticalDeathWithout", "95 %", "assumed", "", "base.yaml"],
    [
      "wave.peak",
      "2022-12-20",
      "observed",
      "Synthetic source (2020), a title, a journal 1(1), 1–9",
      "base.yaml",
    ],
    [
      "course.incubation.mean",
      "3.4 d",
      "derived",
      "Synthetic source (2021), another title",
      "base.yaml",
    ],
    ["referral.adherence", `${100 - 10 * at} %`, "assumed", "", `${name}.yaml`],
  ].map(([path, text, grade, source, file]) => ({ path, text, grade, source, file }));
  return {
    name,
    title: { en, zh },
    description: {
      en: `Synthetic scenario ${at + 1}, made for tests: ${en.toLowerCase()}.`,
      zh: `测试用合成方案${at + 1}：${zh}。`,
    },
    hash: `${at}123456789abcdef`.slice(0, 16),
    lawsHash: `${at}fedcba987654321`.slice(0, 16),
    start: {
      kind: "equilibrium",
      warmUpDays: 56,
      mser5Days: { general: 5, sub_icu: NaN, icu: 0 },
      days: 176,
    },
    grades: { observed: 1, derived: 1, assumed: 2 },
    provenance,
    changes: at === 0 ? [] : [{
      path: "referral.adherence",
      from: "100 %",
      to: `${100 - 10 * at} %`,
      grade: "assumed",
      source: "",
      file: `${name}.yaml`,
      clauses: ["P22-2.2.1c"],
    }],
    parameters: uncertainty === "replication" ? [] : [{
      path: "care.lowerBed",
      law: "uniform 0.3 to 0.7",
      grade: "assumed",
      source: "",
    }, {
      path: "course.incubation.mean",
      law: "normal 3.4 d, sd 0.3 d",
      grade: "derived",
      source: "Synthetic source (2021), another title",
    }],
  };
}

function outlinesOf(): ResultSet["manifest"]["city"]["outlines"] {
  return Array.from({ length: 16 }, (_, at) => {
    const [west, south] = [115.6 + 0.4 * (at % 4), 39.5 + 0.3 * Math.floor(at / 4)];
    const ring = [[0, 0], [0.2, 0.03], [0.4, 0], [0.4, 0.3], [0.2, 0.33], [0, 0.3], [0, 0]]
      .map(([east, north]) => [west + east, south + north] as const);
    return { district: `d${at}`, rings: [ring] };
  });
}

function gridsOf(): MapGrid[] {
  return Array.from({ length: 62 }, (_, at) => {
    const district = at % 16;
    const points = Array.from({ length: 6 }, (_, place) =>
      [
        115.8 + 0.4 * (district % 4) + 0.16 * scatter(at, place, 1),
        39.65 + 0.3 * Math.floor(district / 4) + 0.12 * scatter(at, place, 2),
        60_000 + Math.round(20_000 * scatter(at, place, 3)),
      ] as const);
    return {
      id: `g${at}`,
      name: { en: `Grid ${at + 1}`, zh: `网格${at + 1}` },
      population: points.reduce((sum, [, , residents]) => sum + residents, 0),
      points,
    };
  });
}

type Value = readonly [
  measure: string,
  unit: string,
  value: number,
  groups?: Partial<RowGroups>,
];

function measuresOf(at: number, replication: number, grids: readonly MapGrid[]): MeasureRow[] {
  const { name, load, delay, open } = SCENARIOS[at];
  const noise = (key: number): number =>
    1 + 0.01 * scatter(replication, key) +
    0.004 * scatter(at, replication, key);
  const parts: readonly (readonly [string, number])[] = [
    ["hand_over", 0.5],
    ["wait_for_bed", 2.6],
    ["wait_for_vehicle", 1.1],
    ["drive_to_patient", 0.3],
    ["ride", 0.4],
  ];
  const values: Value[] = [
    ["bed_occupancy_mean", "-", 0.72 * load * noise(1), { ward: "general" }],
    ["bed_occupancy_mean", "-", 0.8 * load * noise(2), { ward: "icu" }],
    ["bed_occupancy_peak", "-", 0.93 * load * noise(3), { ward: "general" }],
    ["bed_occupancy_peak", "-", 0.95 * load * noise(4), { ward: "sub_icu" }],
    ["bed_occupancy_peak", "-", 0.985 * load * noise(5), { ward: "icu" }],
    ["days_at_or_above_100", "d", 4 * load * noise(6), { ward: "icu" }],
    ["waiting_peak", "patients", 5200 * load ** 6 * noise(7)],
    ["boarding_hours", "h", 184_000 * load ** 5 * noise(8)],
    ["transfer_delay_mean", "h", 4.9 * delay * noise(9)],
    ["transfer_delay_median", "h", 2.7 * delay * noise(10)],
    ["transfer_delay_p90", "h", 12.4 * delay * noise(11)],
    ["transfer_within_target", "-", (0.62 / delay) * noise(12)],
    ["transfers_unfinished", "transfers", 130 * delay * noise(13)],
    ["vehicle_use", "-", 0.41 * noise(14)],
    ["treated_where_rule_says", "-", [0.91, 0.44, 0.3, 0.9][at] * noise(15)],
    ["deaths", "persons", 20_300 * load ** 2 * noise(16)],
    ["deaths_expected_in_right_care", "persons", 16_900 * noise(17)],
    ["deaths_excess", "persons", 20_300 * load ** 2 * noise(16) - 16_900 * noise(17)],
    ["recovered_by_day_28_of_bed_needing", "-", (0.86 / load) * noise(18)],
    ["never_in_bed", "persons", 9100 * load ** 4 * noise(19)],
    ...[1, 2, 3].map((tier): Value => [
      "service_volume_vs_2019",
      "-",
      (0.76 + 0.04 * tier) * open * noise(20 + tier),
      { tier: String(tier) },
    ]),
    ["service_volume_vs_2019", "-", 0.71 * open * noise(24), { line: "inpatient_elective" }],
    ["sessions_on_time", "-", 0.98 * open * noise(25), { line: "dialysis" }],
    ["week_of_full_recovery", "week", at === 3 ? NaN : 14, { line: "inpatient_elective" }],
    ...parts.map(([line, hours], key): Value => [
      "transfer_part_mean",
      "h",
      hours * (line.startsWith("wait") ? delay : 1) * noise(30 + key),
      { line },
    ]),
    ...grids.map(({ id }, grid): Value => [
      "waiting_peak_per_1000",
      "1/1000",
      0.25 * load ** 6 * (1.4 + scatter(grid, 9)) * noise(40 + grid),
      { grid: id },
    ]),
  ];
  return values.map(([measure, unit, value, groups]) => ({
    scenario: name,
    replication,
    measure,
    unit,
    value: Number(value.toPrecision(10)),
    ...NO_GROUPS,
    ...groups,
  }));
}

function seriesOf(at: number, replication: number): SeriesRow[] {
  const { name, load, delay, open } = SCENARIOS[at];
  const rows: SeriesRow[] = [];
  const push = (
    day: number,
    measure: string,
    unit: string,
    value: number,
    groups: Partial<RowGroups> = {},
  ): void => {
    rows.push({
      scenario: name,
      replication,
      date: dateOf(day),
      measure,
      unit,
      value: Number(
        (value * (1 + 0.008 * scatter(replication, day, measure.length))).toPrecision(10),
      ),
      ...NO_GROUPS,
      ...groups,
    });
  };
  for (let day = 0; day < DAYS; day++) {
    [["general", 0.62, 0.31], ["sub_icu", 0.55, 0.4], ["icu", 0.6, 0.38]].forEach((
      [ward, low, rise],
    ) =>
      push(day, "bed_occupancy", "-", Number(low) + Number(rise) * load * wave(day, 56, 14), {
        ward: String(ward),
      })
    );
    const asked = day < 4 ? NaN : 1.1 + 9 * delay * wave(day, 52, 9);
    push(day, "transfer_delay_mean", "h", asked);
    push(day, "visits_backlog", "visits", 9000 * (1 - open) * day);
    push(day, "visits_remote", "visits/d", 400 / open);
    if (day % 7 === 6) {
      for (const tier of [1, 2, 3]) {
        push(day, "service_volume_vs_2019", "-", open * (1 - 0.15 * tier * wave(day, 54, 16)), {
          tier: String(tier),
        });
      }
      ["outpatient_general", "child_checkup", "dialysis"].forEach((line, at) => {
        const closed = line === "child_checkup" && open < 0.9 && day > 40;
        const share = closed ? 0 : open * (1 - 0.1 * at * wave(day, 54, 16));
        push(day, "service_volume_vs_2019", "-", share, { line });
      });
    }
  }
  return rows;
}
