/** Rows of the tables of the notices for the tiny results: one week, two days, made up. */
import type {
  MonitoringRow,
  NoticeEstimate,
  RestorationRow,
} from "../../experiment/results/mod.ts";

function estimate(mean: number, half: number): NoticeEstimate {
  return {
    replications: 3,
    mean,
    meanLow: mean - half,
    meanHigh: mean + half,
    p05: NaN,
    p50: mean,
    p95: NaN,
    uncertainty: "parameters",
    grade: "assumed",
  };
}

/** The week of 5 December 2022: as in 2019 by the plan, 60 % without tiers. */
export const TINY_RESTORATION: readonly RestorationRow[] = [["plan", 100], ["no_tiers", 60]].map((
  [scenario, mean],
) => ({
  scenario: String(scenario),
  week: "2022-12-05",
  institution: "secondary",
  quantity: "visits",
  unit: "%",
  ...estimate(Number(mean), 2.5),
  reported: true,
  full: mean === 100,
}));

/** Its first two days. */
export const TINY_MONITORING: readonly MonitoringRow[] = [["plan", 50], ["no_tiers", 30]].flatMap((
  [scenario, mean],
) =>
  ["2022-12-05", "2022-12-06"].map((date) => ({
    scenario: String(scenario),
    date,
    institution: "secondary" as const,
    quantity: "visits",
    unit: "visits/d",
    ...estimate(Number(mean), 5),
    reference: 50,
  }))
);
