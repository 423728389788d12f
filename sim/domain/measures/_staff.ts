/** Measures of staff and of the beds that depend on them. */
import type { MeasureDefinition } from "./definition.ts";

const WINDOW =
  "Who is in: the window, first to last day of infections. Warm-up: left out. Censoring: none.";
const WHOLE_RUN =
  "Who is in: first day to the end of the run. Warm-up: left out. Censoring: what lasts beyond the end counts up to it.";
const WITH_STAFF = "Given when a roster, illness, a reserve or a move of staff is on.";
const BY_OCCUPANCY = "Given when convertible beds open by occupancy.";

/** Measures of staff, in the order of result tables. */
export const STAFF_MEASURES: readonly MeasureDefinition[] = [
  {
    name: "staff_absent_peak",
    unit: "-",
    title: { en: "Peak share of staff absent", zh: "医务人员缺勤率峰值" },
    definition:
      `Numerator: staff who stay away because they are infected, on the day with most of them, expected. Denominator: staff employed. ${WITH_STAFF} ${WHOLE_RUN}`,
    groups: [],
    better: "less",
    decimals: 3,
  },
  {
    name: "staff_absent_mean",
    unit: "-",
    title: { en: "Mean share of staff absent", zh: "医务人员平均缺勤率" },
    definition:
      `Numerator: days that staff stay away because they are infected, expected. Denominator: days of staff employed. ${WITH_STAFF} ${WINDOW}`,
    groups: [],
    better: "less",
    decimals: 3,
  },
  {
    name: "staff_infectious_days",
    unit: "d",
    title: { en: "Days of infectious staff at work", zh: "医务人员带病在岗天数" },
    definition:
      `Person days that staff of wards are infectious before they stay away, expected; none of them infects anybody in the model. ${WITH_STAFF} ${WHOLE_RUN}`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "bed_days_lost_to_absence",
    unit: "bed d",
    title: { en: "Bed days lost to absence", zh: "因缺勤损失的床日" },
    definition:
      `Usable beds that each ward would have with all staff of the shift present, less those that it has with the reserve at work, summed over wards and days; no less than none in a ward. ${WITH_STAFF} ${WHOLE_RUN}`,
    groups: ["ward"],
    better: "less",
    decimals: 0,
  },
  {
    name: "reserve_person_days",
    unit: "d",
    title: { en: "Person days of the reserve", zh: "后备人员投入人日" },
    definition:
      `Physicians and nurses of the reserve, from arrival to release, times days. ${WITH_STAFF} ${WHOLE_RUN}`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "usable_beds_peak",
    unit: "beds",
    title: { en: "Peak of usable beds", zh: "可用床位峰值" },
    definition:
      `Highest daily mean of usable beds of all wards of the type. Given when staff change, or wards do other than by the level. ${WHOLE_RUN}`,
    groups: ["ward"],
    better: "more",
    decimals: 0,
  },
  {
    name: "usable_beds_mean",
    unit: "beds",
    title: { en: "Mean of usable beds", zh: "平均可用床位" },
    definition:
      `Mean of the usable beds of all wards of the type. Given when staff change, or wards do other than by the level. ${WINDOW}`,
    groups: ["ward"],
    better: "more",
    decimals: 1,
  },
  {
    name: "convertible_beds_opened",
    unit: "beds",
    title: { en: "Convertible ICU beds opened", zh: "启用的可转换ICU床位" },
    definition:
      `Most convertible beds that were ICU beds at one time. ${BY_OCCUPANCY} ${WHOLE_RUN}`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "convertible_opened_on_day",
    unit: "d",
    title: {
      en: "Day on which the first convertible ICU bed opened",
      zh: "首张可转换ICU床位启用日",
    },
    definition:
      `Days from 00:00 of the first day to the opening of the first convertible bed; no value when none opened. ${BY_OCCUPANCY} Who is in: first day to the end of the run. Warm-up: none opens in it. Censoring: none.`,
    groups: [],
    better: "neither",
    decimals: 1,
  },
];

/** Series of staff. */
export const STAFF_SERIES: readonly MeasureDefinition[] = [
  {
    name: "staff_absent",
    unit: "-",
    title: { en: "Share of staff absent", zh: "医务人员缺勤率" },
    definition:
      `Numerator: staff who stay away because they are infected, expected, at 00:00 of the day. Denominator: staff employed. ${WITH_STAFF} Who is in: days from the first to the end of the run. Warm-up: left out. Censoring: none further.`,
    groups: [],
    better: "less",
    decimals: 3,
  },
];
