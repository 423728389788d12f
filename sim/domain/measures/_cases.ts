/** Measures of cases: infections, outcomes, care received. */
import type { MeasureDefinition } from "./definition.ts";

const FOLLOWED =
  "Who is in: residents infected in the window, and the cases of a census that the run starts from, followed to outcome or to the end of the run. Warm-up: has no infections.";

/** Measures of cases, in the order of result tables. */
export const CASE_MEASURES: readonly MeasureDefinition[] = [
  {
    name: "infected",
    unit: "persons",
    title: { en: "Infected", zh: "感染者" },
    definition:
      "Residents infected, true and not reported number, each once. Who is in: infections that fall in the window. Warm-up: has no infections. Censoring: none.",
    groups: ["colour"],
    better: "less",
    decimals: 0,
  },
  {
    name: "deaths",
    unit: "persons",
    title: { en: "Deaths", zh: "死亡" },
    definition:
      `Deaths of COVID-19 cases, whatever the main cause. ${FOLLOWED} Censoring: those unresolved at the end of the run count as alive and are given apart. By ward: the care at death (home, facility_without_bed: there or on the road, bed_below_need, right_bed).`,
    groups: ["ward", "colour"],
    better: "less",
    decimals: 0,
  },
  {
    name: "deaths_expected_in_right_care",
    unit: "persons",
    title: { en: "Deaths expected in right care", zh: "及时规范救治下的预期死亡" },
    definition:
      `Deaths that the same people would suffer, on the same thresholds, had each a staffed bed of the needed type for the whole course. ${FOLLOWED} Censoring: none, so a death that would fall after the end of the run counts.`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "deaths_excess",
    unit: "persons",
    title: { en: "Excess deaths for want of care", zh: "因救治不足的超额死亡" },
    definition:
      `Deaths minus deaths expected in right care of the same people. ${FOLLOWED} Censoring: as for deaths.`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "deaths_only_here",
    unit: "persons",
    title: { en: "Deaths here, not in the baseline", zh: "仅本方案下的死亡" },
    definition:
      `People who die in this scenario and not in the baseline of the same replication, person by person. ${FOLLOWED} Censoring: those unresolved at the end of the run count as alive.`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "deaths_only_in_baseline",
    unit: "persons",
    title: { en: "Deaths in the baseline, not here", zh: "仅基线方案下的死亡" },
    definition:
      `People who die in the baseline of the same replication and not in this scenario, person by person. ${FOLLOWED} Censoring: those unresolved at the end of the run count as alive.`,
    groups: [],
    better: "more",
    decimals: 0,
  },
  {
    name: "recovered_by_day_28",
    unit: "-",
    title: { en: "Recovered by day 28", zh: "28天内康复比例" },
    definition:
      "Numerator: those recovered within 28 days of infection. Denominator: all infected. Who is in: residents infected in the window and at least 28 days before the end of the run. Warm-up: has no infections. Censoring: none, by that restriction.",
    groups: [],
    better: "more",
    decimals: 4,
  },
  {
    name: "recovered_by_day_28_of_bed_needing",
    unit: "-",
    title: { en: "Recovered by day 28 of those who needed a bed", zh: "需住院者28天内康复比例" },
    definition:
      "Numerator: those whose illness (and convalescence) ended in recovery within 28 days of infection; the day of discharge may be later. Denominator: those who were ever moderate, severe or critical. Who is in: residents infected in the window and at least 28 days before the end of the run. Warm-up: has no infections. Censoring: none, by that restriction. Care does not change who becomes moderate, so the denominator is the same people in every scenario of one wave.",
    groups: [],
    better: "more",
    decimals: 3,
  },
  {
    name: "unresolved",
    unit: "persons",
    title: { en: "Unresolved at the end", zh: "观察结束时未有结局" },
    definition:
      "Cases neither recovered nor dead at the end of the run. Who is in: residents infected in the window, and the cases of a census that the run starts from. Warm-up: has no infections. Censoring: this is the number censored.",
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "present_at_start",
    unit: "persons",
    title: { en: "Cases at the start", zh: "起始在院及等待病例" },
    definition:
      "COVID-19 cases in beds or waiting for one at 00:00 of the first day. Who is in: those of the census and waiting list that the run starts from; no value for a run that starts in equilibrium. They are not among the infected. Warm-up: such a run has none. Censoring: none.",
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "needed_bed",
    unit: "persons",
    title: { en: "Needed a bed", zh: "需要床位" },
    definition:
      `Cases who were ever moderate, severe or critical, each once. ${FOLLOWED} Censoring: those who had not worsened by the end of the run are not in.`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "never_in_bed",
    unit: "persons",
    title: { en: "Needed a bed and never had one", zh: "需要床位而始终未获得" },
    definition:
      `Cases who were ever moderate, severe or critical and were in no ward's bed at any time. ${FOLLOWED} Censoring: those still waiting at the end of the run are in.`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "treated_where_rule_says",
    unit: "-",
    title: { en: "Treated where the rule says", zh: "按规则收治比例" },
    definition:
      "Numerator: admissions of cases to a facility of the role and a ward of the type of the first destination of their rule in the rule set in force. Denominator: admissions of cases to a bed. Who is in: admissions from the first day to the end of the run. Warm-up: has none. Censoring: requests without an admission are not in.",
    groups: [],
    better: "more",
    decimals: 3,
  },
  {
    name: "designated_share_on_2023_01_12",
    unit: "-",
    title: {
      en:
        "Share of COVID-19 inpatients in designated and sub-designated hospitals, 12 January 2023",
      zh: "2023年1月12日定点及亚定点医院在院患者占比",
    },
    definition:
      "Numerator: COVID-19 inpatients in facilities linked as designated or sub-designated. Denominator: COVID-19 inpatients in all wards. Both at noon of the day. Who is in: everyone in a bed then; no value when the day is outside the run or nobody is. Warm-up: not in. Censoring: none.",
    groups: [],
    better: "neither",
    decimals: 3,
  },
];
