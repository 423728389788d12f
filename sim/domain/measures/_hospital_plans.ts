/** Measures of the plans by which hospitals share beds and staff between ordinary and COVID care. */
import type { MeasureDefinition } from "./definition.ts";

const WINDOW =
  "Who is in: the window, first to last day of infections. Warm-up: left out, nothing is planned in it. Censoring: none.";
const WHOLE_RUN =
  "Who is in: first day to the end of the run. Warm-up: left out, nothing is planned in it. Censoring: none.";
const GIVEN = "Given only when hospitals plan by forecast.";
const GIVEN_STAFF = "Given only when hospitals plan by forecast and share staff by it.";

/** Measures of hospital plans, in the order of result tables. */
export const HOSPITAL_PLAN_MEASURES: readonly MeasureDefinition[] = [
  {
    name: "reserved_beds_mean",
    unit: "beds",
    title: { en: "Mean of beds reserved for COVID cases", zh: "为新冠患者预留床位均值" },
    definition:
      `Mean of the beds of all shared wards of the type that are reserved for COVID cases by the hospitals' plans, whether cases are in them, on the way to them or neither. ${GIVEN} ${WINDOW}`,
    groups: ["ward"],
    better: "neither",
    decimals: 1,
  },
  {
    name: "reserved_beds_peak",
    unit: "beds",
    title: { en: "Peak of beds reserved for COVID cases", zh: "为新冠患者预留床位峰值" },
    definition:
      `Highest daily mean of the beds of all shared wards of the type that are reserved for COVID cases by the hospitals' plans. ${GIVEN} ${WHOLE_RUN}`,
    groups: ["ward"],
    better: "neither",
    decimals: 0,
  },
  {
    name: "elective_put_off_by_reserve",
    unit: "patients",
    title: { en: "Elective patients put off by a reserve", zh: "因预留床位推迟的择期患者" },
    definition:
      `Ordinary elective inpatients who at least once were not admitted only because the free beds of the ward were reserved for COVID cases; whoever comes again is counted once. ${GIVEN} ${WINDOW}`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "staff_shared_peak",
    unit: "persons",
    title: { en: "Peak of staff lent between wards", zh: "院内调配医务人员峰值" },
    definition:
      `Highest daily mean of physicians and nurses who work in another ward of their hospital than their own by its plan, expected. ${GIVEN_STAFF} ${WHOLE_RUN}`,
    groups: [],
    better: "neither",
    decimals: 1,
  },
  {
    name: "staff_shared_person_days",
    unit: "d",
    title: { en: "Person days of staff lent between wards", zh: "院内调配医务人员人日" },
    definition:
      `Physicians and nurses who work in another ward of their hospital than their own by its plan, times days, expected. By line: physicians and nurses. ${GIVEN_STAFF} ${WHOLE_RUN}`,
    groups: ["line"],
    better: "neither",
    decimals: 0,
  },
];
