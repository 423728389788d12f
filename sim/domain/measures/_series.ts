/** Series by day, and by week where the definition says so. */
import type { MeasureDefinition } from "./definition.ts";

const DAYS =
  "Who is in: days from the first to the end of the run. Warm-up: left out. Censoring: none further.";

/** Series, in the order of result tables. */
export const SERIES: readonly MeasureDefinition[] = [
  {
    name: "infected",
    unit: "persons/d",
    title: { en: "Infected per day", zh: "每日感染者" },
    definition: `Residents infected in the day. ${DAYS}`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "deaths",
    unit: "deaths/d",
    title: { en: "Deaths per day", zh: "每日死亡" },
    definition: `Deaths of COVID-19 cases in the day. ${DAYS}`,
    groups: [],
    better: "less",
    decimals: 1,
  },
  {
    name: "recovered",
    unit: "persons/d",
    title: { en: "Recovered per day", zh: "每日康复" },
    definition:
      `Cases whose illness (and convalescence) ends in recovery in the day; for those who never meet the network the expected number. ${DAYS}`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "census",
    unit: "patients",
    title: { en: "Census", zh: "在院患者" },
    definition: `Mean over the day of patients in beds. By line: covid, ordinary. ${DAYS}`,
    groups: ["ward", "line"],
    better: "neither",
    decimals: 0,
  },
  {
    name: "usable_beds",
    unit: "beds",
    title: { en: "Usable beds", zh: "可用床位" },
    definition: `Mean over the day of physical beds less spacing, as far as staffed. ${DAYS}`,
    groups: ["ward"],
    better: "neither",
    decimals: 0,
  },
  {
    name: "bed_occupancy",
    unit: "-",
    title: { en: "Bed occupancy", zh: "床位使用率" },
    definition:
      `Numerator: mean over the day of occupied beds. Denominator: that of usable beds. ${DAYS}`,
    groups: ["ward"],
    better: "neither",
    decimals: 3,
  },
  {
    name: "waiting",
    unit: "patients",
    title: { en: "Waiting for a bed", zh: "等待床位" },
    definition:
      `Mean over the day of cases whose bed request no facility has accepted yet. ${DAYS}`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "boarding",
    unit: "patients",
    title: { en: "Boarding", zh: "滞留患者" },
    definition:
      `Mean over the day of cases in a facility, or in a bed below the need, for whom no bed has been accepted yet. ${DAYS}`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "clinic_visits",
    unit: "visits/d",
    title: { en: "Fever-clinic visits per day", zh: "每日发热门诊就诊" },
    definition: `Arrivals of cases at fever clinics and emergency reception in the day. ${DAYS}`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "transfer_delay_mean",
    unit: "h",
    title: {
      en: "Mean transfer delay (up to 7 days), by day of request",
      zh: "按申请日的平均转运时间（限7日）",
    },
    definition:
      `Mean time from the request to arrival in the bed, restricted to 7 days, of the requests of the day; those unfinished at the end, or ended while waiting, are censored then (Kaplan and Meier, 1958). Days with fewer than 20 requests have no value. ${DAYS}`,
    groups: [],
    better: "less",
    decimals: 1,
  },
  {
    name: "vehicles_busy",
    unit: "-",
    title: { en: "Vehicles in use", zh: "使用中车辆比例" },
    definition:
      `Numerator: mean over the day of vehicles between assignment and release, disinfection included. Denominator: vehicles on duty. ${DAYS}`,
    groups: [],
    better: "neither",
    decimals: 3,
  },
  {
    name: "service_volume_vs_2019",
    unit: "-",
    title: {
      en: "Ordinary service volume against 2019, by week",
      zh: "每周医疗服务量与2019年同期之比",
    },
    definition:
      `Numerator: ordinary services given in the week. Denominator: those of the same weekdays without epidemic and with everything open. The date is the Monday. ${DAYS}`,
    groups: ["tier", "line"],
    better: "more",
    decimals: 3,
  },
  {
    name: "visits_backlog",
    unit: "visits",
    title: { en: "Backlog of visits", zh: "就诊积压" },
    definition: `Visits put off and not back yet, after the day. ${DAYS}`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "visits_remote",
    unit: "visits/d",
    title: { en: "Visits served remotely per day", zh: "每日远程服务人次" },
    definition:
      `Visits served by telephone or online, or replaced by delivery of drugs, in the day. ${DAYS}`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "clinic_physicians",
    unit: "physicians",
    title: { en: "Physicians of ordinary clinics", zh: "普通门诊医师" },
    definition: `Physicians present in ordinary clinics in the day, fractions counted. ${DAYS}`,
    groups: ["tier"],
    better: "more",
    decimals: 0,
  },
];
