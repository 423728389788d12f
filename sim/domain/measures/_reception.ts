/** Measures of receptions: triage, laboratory, CT, emergency departments. */
import type { MeasureDefinition } from "./definition.ts";

const WHEN = "from the first day to the end of the run. Warm-up: has no cases.";
const DOOR =
  `Who is in: cases for whom a bed was asked after they had come to a facility, ${WHEN} By line: severity when the bed was first asked for.`;
const DOOR_CENSORED =
  "Censoring: those still on the way at the end, and those whom recovery, death or a decision for the home overtakes, are censored then, by Kaplan and Meier (1958).";
const DOOR_MEANING =
  "From arrival at the first facility, by ambulance or on foot, to arrival in a bed of the needed type or better; a wait at home in between counts.";

const TRIAGE: readonly MeasureDefinition[] = [
  {
    name: "triage_wait_mean",
    unit: "min",
    title: { en: "Mean wait for triage", zh: "平均预检分诊等待时间" },
    definition:
      `Mean time from arrival to the beginning of triage. Who is in: cases triaged ${WHEN} Censoring: those who leave before are not in. No value without a triage step.`,
    groups: [],
    better: "less",
    decimals: 1,
  },
  {
    name: "triage_resolved",
    unit: "visits",
    title: { en: "Resolved by triage", zh: "预检分诊处置后离院" },
    definition:
      `Mild cases sent home by triage with advice, unseen by a physician. Who is in: visits ${WHEN} Censoring: none.`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
];

const TESTS: readonly MeasureDefinition[] = [
  {
    name: "pcr_samples",
    unit: "samples",
    title: { en: "PCR samples", zh: "核酸检测样本" },
    definition:
      `Samples taken from suspected cases in facilities, rapid tests included. Who is in: samples ${WHEN} Samples of other people load the machines and are not in. Censoring: none.`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "rapid_tests",
    unit: "samples",
    title: { en: "Rapid tests", zh: "快速核酸检测" },
    definition:
      `Of the samples, those tested rapidly at the place. Who is in: samples ${WHEN} Censoring: none.`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "pcr_turnaround_mean",
    unit: "h",
    title: { en: "Mean turnaround of samples (up to 7 days)", zh: "核酸检测平均反馈时间（限7日）" },
    definition:
      `Mean time from the sample to the result at the sender, courier included, restricted to 7 days: the area under the survival curve up to there. Who is in: samples ${WHEN} Censoring: samples without a result at the end, by Kaplan and Meier (1958).`,
    groups: [],
    better: "less",
    decimals: 2,
  },
  {
    name: "pcr_within_10h",
    unit: "-",
    title: { en: "Results within 10 hours", zh: "10小时内反馈比例" },
    definition:
      `Numerator: samples whose result is back at the sender within 10 hours (BJ-3.13). Denominator: all samples. Who is in: samples ${WHEN} Censoring: samples without a result at the end, by Kaplan and Meier (1958).`,
    groups: [],
    better: "more",
    decimals: 3,
  },
  {
    name: "ct_scans",
    unit: "scans",
    title: { en: "CT scans of suspected cases", zh: "发热门诊CT检查" },
    definition:
      `Scans begun on scanners kept for fever clinics. Who is in: scans ${WHEN} Censoring: none.`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "ct_wait_mean",
    unit: "min",
    title: { en: "Mean wait for a CT scan", zh: "CT检查平均等待时间" },
    definition:
      `Mean time from the end of the consultation to the beginning of the scan. Who is in: scans ${WHEN} Censoring: those still waiting at the end are not in.`,
    groups: [],
    better: "less",
    decimals: 1,
  },
  {
    name: "referred_before_result",
    unit: "referrals",
    title: { en: "Suspected cases referred before the result", zh: "结果未出即转诊的疑似病例" },
    definition:
      `Suspected cases decided upon before the result of their test (BJ-3.2b), each time. Who is in: referrals ${WHEN} Censoring: none.`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
];

const EMERGENCY: readonly MeasureDefinition[] = [
  {
    name: "door_to_bed_mean",
    unit: "h",
    title: {
      en: "Mean time from door to bed (up to 7 days)",
      zh: "到院至收治入床平均时间（限7日）",
    },
    definition:
      `Mean, restricted to 7 days: the area under the survival curve up to there. ${DOOR_MEANING} ${DOOR} ${DOOR_CENSORED}`,
    groups: ["colour", "line"],
    better: "less",
    decimals: 1,
  },
  {
    name: "door_to_bed_median",
    unit: "h",
    title: { en: "Median time from door to bed", zh: "到院至收治入床时间中位数" },
    definition:
      `Time by which half are in the bed. ${DOOR_MEANING} ${DOOR} ${DOOR_CENSORED} No value when half never arrive.`,
    groups: ["colour", "line"],
    better: "less",
    decimals: 1,
  },
  {
    name: "door_to_bed_p90",
    unit: "h",
    title: { en: "Time from door to bed, 90th percentile", zh: "到院至收治入床时间第90百分位数" },
    definition:
      `Time by which nine in ten are in the bed. ${DOOR_MEANING} ${DOOR} ${DOOR_CENSORED} No value when nine in ten never arrive.`,
    groups: ["colour", "line"],
    better: "less",
    decimals: 1,
  },
  {
    name: "emergency_place_occupancy",
    unit: "-",
    title: { en: "Occupancy of emergency places", zh: "急诊床位使用率" },
    definition:
      "Numerator: patient hours of cases. Denominator: place hours. By line: resuscitation, observation, isolation (single rooms). Who is in: the window, first to last day of infections. Warm-up: left out. Censoring: none.",
    groups: ["line"],
    better: "neither",
    decimals: 3,
  },
  {
    name: "corridor_hours",
    unit: "h",
    title: { en: "Hours in corridors", zh: "走廊滞留小时数" },
    definition:
      `Hours that cases who had been seen spent in an emergency department without any of its places. Who is in: moderate or worse cases ${WHEN} Censoring: stays go to the end of the run.`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "corridor_stays",
    unit: "stays",
    title: { en: "Stays in corridors", zh: "走廊滞留人次" },
    definition:
      `Stays in an emergency department that began without any of its places. Who is in: moderate or worse cases ${WHEN} Censoring: none.`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "emergency_directed_elsewhere",
    unit: "visits",
    title: { en: "Directed to the fever clinic", zh: "急诊引导至发热门诊" },
    definition:
      `Mild cases brought by ambulance whom the emergency department directed to the fever clinic (BJ-3.3a). Who is in: arrivals ${WHEN} Censoring: none.`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "suspicion_to_transfer_mean",
    unit: "h",
    title: {
      en: "Mean time from suspicion to transfer (up to 7 days)",
      zh: "疑似至转出平均时间（限7日）",
    },
    definition:
      `Mean time from the consultation that raised the suspicion to the departure for a bed, restricted to 7 days: the area under the survival curve up to there. Who is in: suspected cases ${WHEN} Censoring: those who leave otherwise, and those present at the end, by Kaplan and Meier (1958).`,
    groups: [],
    better: "less",
    decimals: 2,
  },
  {
    name: "suspected_in_single_room",
    unit: "-",
    title: { en: "Suspected cases in a single room", zh: "疑似病例单间隔离比例" },
    definition:
      `Numerator: stays begun in single rooms. Denominator: suspected cases. Who is in: suspected cases ${WHEN} Censoring: none. One who gets a room only later is in both.`,
    groups: [],
    better: "more",
    decimals: 3,
  },
  {
    name: "ordinary_urgent_wait_mean",
    unit: "h",
    title: { en: "Mean wait of ordinary urgent patients", zh: "非新冠急诊患者平均候床时间" },
    definition:
      "Mean time from arrival to a bed, restricted to 7 days: the area under the survival curve up to there. By line: green_channel (chest pain, stroke, trauma, childbirth), other_urgent. Who is in: ordinary urgent inpatients who found no bed free, from the first day to the end of the run. Warm-up: left out. Censoring: those who lose patience, when they do, by Kaplan and Meier (1958); those waiting at the end are not in.",
    groups: ["line"],
    better: "less",
    decimals: 2,
  },
];

/** Measures of receptions, in the order of result tables; each only where its part is modelled. */
export const RECEPTION_MEASURES: readonly MeasureDefinition[] = [
  ...TRIAGE,
  ...TESTS,
  ...EMERGENCY,
];
