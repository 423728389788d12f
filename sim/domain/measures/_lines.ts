/** Measures of ordinary services whose patients are counted. */
import type { MeasureDefinition } from "./definition.ts";

const COUNTED =
  "Who is in: counted lines, from the first day to the end of the run. Warm-up: has none.";

/** Measures of counted lines, in the order of result tables. */
export const LINE_MEASURES: readonly MeasureDefinition[] = [
  {
    name: "visits_remote",
    unit: "visits",
    title: { en: "Visits served remotely", zh: "远程服务人次" },
    definition:
      `Visits served by telephone or online, or replaced by delivery of drugs, instead of in person. ${COUNTED} Censoring: none.`,
    groups: ["line"],
    better: "neither",
    decimals: 0,
  },
  {
    name: "visits_remote_share",
    unit: "-",
    title: { en: "Share of visits served remotely", zh: "远程服务占比" },
    definition:
      `Numerator: visits served remotely or by delivery of drugs. Denominator: these and visits served in person. ${COUNTED} Censoring: none.`,
    groups: [],
    better: "neither",
    decimals: 3,
  },
  {
    name: "visits_put_off",
    unit: "visits",
    title: { en: "Visits put off", zh: "推迟的就诊" },
    definition:
      `Visits not served on the day asked for whose patients come back later; whoever is put off twice counts twice. ${COUNTED} Censoring: none.`,
    groups: ["line"],
    better: "less",
    decimals: 0,
  },
  {
    name: "visits_lost",
    unit: "visits",
    title: { en: "Visits lost", zh: "流失的就诊" },
    definition:
      `Visits not served whose patients do without. ${COUNTED} Censoring: those still to come back at the end are not in.`,
    groups: ["line"],
    better: "less",
    decimals: 0,
  },
  {
    name: "visits_worsened",
    unit: "visits",
    title: { en: "Visits turned into emergencies", zh: "转为急诊的就诊" },
    definition:
      `Visits not served whose patients come to an emergency department the next day. ${COUNTED} Censoring: those still to come back at the end are not in.`,
    groups: ["line"],
    better: "less",
    decimals: 0,
  },
  {
    name: "visits_backlog_peak",
    unit: "visits",
    title: { en: "Peak backlog of visits", zh: "就诊积压峰值" },
    definition:
      `Highest number, over days, of visits put off and not back yet. ${COUNTED} Censoring: none.`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "visits_backlog_end",
    unit: "visits",
    title: { en: "Backlog of visits at the end", zh: "期末就诊积压" },
    definition:
      `Visits put off and not back at the end of the run. ${COUNTED} Censoring: is the censored part.`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "protected_visits_missed",
    unit: "visits",
    title: { en: "Protected visits missed", zh: "未保障的重点就诊" },
    definition:
      `Visits of protected lines that were lost or turned into emergencies. ${COUNTED} Censoring: those still to come back at the end are not in.`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "slot_wait_mean",
    unit: "min",
    title: { en: "Mean wait past the own slot", zh: "平均超时等候" },
    definition:
      `Mean time that patients in person wait beyond the half-hour slot in which they came, in half hours. Who is in: those served in person by a physician, from the first day to the end of the run. Warm-up: has none. Censoring: who is still waiting when the day ends is put off, with the time waited counted.`,
    groups: ["tier"],
    better: "less",
    decimals: 1,
  },
  {
    name: "crowding_peak",
    unit: "patients/physician",
    title: { en: "Peak crowding", zh: "候诊拥挤峰值" },
    definition:
      `Most patients who waited at once for each physician present, over grids, days and half-hour slots. ${COUNTED} Censoring: none.`,
    groups: ["tier"],
    better: "less",
    decimals: 1,
  },
  {
    name: "sessions_due",
    unit: "sessions",
    title: { en: "Treatment sessions due", zh: "应治疗次数" },
    definition:
      "Sessions that fell due by the schedule. Who is in: patients treated in sessions, days from the first to the end of the run. Warm-up: has none. Censoring: none.",
    groups: ["line"],
    better: "neither",
    decimals: 0,
  },
  {
    name: "sessions_on_time",
    unit: "-",
    title: { en: "Sessions held on time", zh: "按时治疗比例" },
    definition:
      "Numerator: sessions held on the day due. Denominator: sessions due. Who is in: patients treated in sessions, days from the first to the end of the run. Warm-up: has none. Censoring: those open at the end are in the denominator only.",
    groups: ["line"],
    better: "more",
    decimals: 3,
  },
  {
    name: "sessions_late",
    unit: "sessions",
    title: { en: "Sessions held late", zh: "延迟治疗次数" },
    definition:
      "Sessions held after the day due, within the tolerance. Who is in: patients treated in sessions, days from the first to the end of the run. Warm-up: has none. Censoring: those open at the end are not in.",
    groups: ["line"],
    better: "less",
    decimals: 0,
  },
  {
    name: "sessions_missed",
    unit: "sessions",
    title: { en: "Sessions missed", zh: "错过治疗次数" },
    definition:
      "Sessions not held within the tolerance. Who is in: patients treated in sessions, days from the first to the end of the run. Warm-up: has none. Censoring: those open at the end are not in.",
    groups: ["line"],
    better: "less",
    decimals: 0,
  },
  {
    name: "sessions_elsewhere",
    unit: "sessions",
    title: { en: "Treatment sessions at another centre", zh: "转至其他中心治疗次数" },
    definition:
      "Sessions held at another centre because the patient's own is closed. Who is in: patients treated in sessions, days from the first to the end of the run. Warm-up: has none. Censoring: none.",
    groups: ["line"],
    better: "neither",
    decimals: 0,
  },
];
