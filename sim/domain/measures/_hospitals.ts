/** Measures of hospitals from inside: admission, buffer wards, operations, infection. */
import type { MeasureDefinition } from "./definition.ts";

const WINDOW =
  "Who is in: the window, first to last day of infections. Warm-up: left out, but those who came in it and are admitted or operated on later are in.";
const GIVEN = "Given only when some part of the scenario's section on hospitals is on.";

/** Measures of hospitals, in the order of result tables. */
export const HOSPITAL_MEASURES: readonly MeasureDefinition[] = [
  {
    name: "elective_wait_mean",
    unit: "d",
    title: { en: "Mean wait of elective patients", zh: "择期住院平均等待时间" },
    definition:
      `Mean time from the first arrival of ordinary elective inpatients to admission, 0 for those admitted at once. ${WINDOW} Censoring: those not admitted in the window are not in, so that long waits are under-represented. ${GIVEN}`,
    groups: [],
    better: "less",
    decimals: 2,
  },
  {
    name: "urgent_went_elsewhere",
    unit: "-",
    title: { en: "Urgent patients who went elsewhere", zh: "急症住院患者转投他处比例" },
    definition:
      `Numerator: ordinary urgent inpatients whose line was closed, or whose patience ended before a bed was free. Denominator: ordinary urgent arrivals. Who is in: arrivals of the window. Warm-up: left out. Censoring: those who still wait at the end of the run are in the denominator only. ${GIVEN}`,
    groups: [],
    better: "less",
    decimals: 3,
  },
  {
    name: "in_hospital_infections",
    unit: "patients",
    title: { en: "Infected in hospital", zh: "院内感染人数" },
    definition:
      `Ordinary inpatients infected in a ward. ${WINDOW} Censoring: none. They are not among the infected residents. Given only when infection in hospital is on.`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "in_hospital_infection_rate",
    unit: "1/1000",
    title: { en: "Infected in hospital per 1,000 patient days", zh: "每千住院日院内感染人数" },
    definition:
      `Numerator: ordinary inpatients infected in a ward. Denominator: days of ordinary inpatients in beds ÷ 1,000. ${WINDOW} Censoring: none. Given only when infection in hospital is on.`,
    groups: [],
    better: "less",
    decimals: 2,
  },
  {
    name: "buffer_occupancy_mean",
    unit: "-",
    title: { en: "Mean occupancy of buffer beds", zh: "缓冲病区床位平均使用率" },
    definition:
      `Numerator: bed days of ordinary inpatients in buffer beds, those with a result who wait for another bed included. Denominator: days of buffer beds. ${WINDOW} Censoring: none. Given only when there are buffer beds.`,
    groups: [],
    better: "neither",
    decimals: 3,
  },
  {
    name: "operations",
    unit: "operations",
    title: { en: "Operations", zh: "手术台次" },
    definition:
      `Operations on ordinary inpatients of general wards in hospitals of tiers 2 and 3. By line: the group of grades. ${WINDOW} Censoring: none. Given only when operations are counted.`,
    groups: ["line"],
    better: "more",
    decimals: 0,
  },
  {
    name: "operations_vs_2019",
    unit: "-",
    title: { en: "Operations against 2019", zh: "手术量与2019年需求之比" },
    definition:
      `Numerator: operations begun. Denominator: operations that the arrivals of the same days need, which is 2019's demand: all are done when nothing is closed, full or late. By line: the group of grades. ${WINDOW} Censoring: operations that fall after the window are not in the numerator. Given only when operations are counted.`,
    groups: ["line"],
    better: "more",
    decimals: 3,
  },
  {
    name: "surgery_wait_mean",
    unit: "h",
    title: { en: "Mean wait for surgery", zh: "手术平均等待时间" },
    definition:
      `Mean time from the first arrival of the patient to the beginning of the operation. By line: listed (elective patients) and emergency. ${WINDOW} Censoring: those not operated on in the window are not in, so that long waits are under-represented. Given only when operations are counted.`,
    groups: ["line"],
    better: "less",
    decimals: 1,
  },
  {
    name: "emergency_surgery_within_target",
    unit: "-",
    title: { en: "Emergency surgery within target", zh: "急诊手术按时开始比例" },
    definition:
      `Numerator: emergency operations begun within the scenario's target from arrival. Denominator: emergency operations begun. ${WINDOW} Censoring: those not operated on in the window are not in. Given only when operations are counted.`,
    groups: [],
    better: "more",
    decimals: 3,
  },
];
