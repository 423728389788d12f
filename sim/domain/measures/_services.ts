/** Measures of access to clinics and of ordinary services. */
import type { MeasureDefinition } from "./definition.ts";

const VISITS = "Who is in: arrivals from the first day to the end of the run. Warm-up: has none.";

/** Measures of services, in the order of result tables. */
export const SERVICE_MEASURES: readonly MeasureDefinition[] = [
  {
    name: "clinic_visits",
    unit: "visits",
    title: { en: "Fever-clinic visits", zh: "发热门诊就诊" },
    definition:
      `Arrivals of cases at fever clinics and emergency reception, those who leave unseen included. ${VISITS} Censoring: none.`,
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "clinic_wait_mean",
    unit: "min",
    title: { en: "Mean wait in the fever clinic", zh: "发热门诊平均等候时间" },
    definition:
      `Mean time from arrival to the physician. Who is in: those seen, of arrivals from the first day to the end of the run. Warm-up: has none. Censoring: those who left unseen or still wait at the end are not in.`,
    groups: [],
    better: "less",
    decimals: 1,
  },
  {
    name: "clinic_found_closed",
    unit: "visits",
    title: { en: "Visits to a closed clinic", zh: "到诊时诊室关闭" },
    definition:
      "Times a case comes to a fever clinic that is closed or absent; the mild come again when it opens, the others go on to a hospital. Who is in: visits from the first day to the end of the run. Warm-up: has none. Censoring: none.",
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "clinic_left_unseen",
    unit: "-",
    title: { en: "Left the fever clinic unseen", zh: "发热门诊未诊离开比例" },
    definition:
      `Numerator: visits that ended without a physician as patience ran out. Denominator: fever-clinic visits. ${VISITS} Censoring: those who still wait at the end are in the denominator only.`,
    groups: [],
    better: "less",
    decimals: 3,
  },
  {
    name: "service_volume_vs_2019",
    unit: "-",
    title: { en: "Ordinary service volume against 2019", zh: "医疗服务量与2019年同期之比" },
    definition:
      "Numerator: ordinary services given in person: visits, sessions, operations; admissions for the inpatient lines. Denominator: those of the same weekdays and festivals without epidemic and with everything open. The total and the tiers are outpatient and emergency visits and admissions; `outpatient` and other families are the sum of their lines; a grid's are visits of its residents. Who is in: whole weeks that begin in the window. Warm-up: left out. Censoring: demand still waiting at the end is not in the numerator.",
    groups: ["grid", "tier", "line"],
    better: "more",
    decimals: 3,
  },
  {
    name: "week_of_full_recovery",
    unit: "week",
    title: { en: "Week of full restoration", zh: "服务量完全恢复周" },
    definition:
      "First week, from Monday, counted from 1 at the first whole week, from which on the weekly volume of the lines counted stays at 95 % of 2019 or more. Who is in: whole weeks from the first day to the end of the run. Warm-up: left out. Censoring: no value when it is not reached; 1 when no week is below.",
    groups: ["line"],
    better: "less",
    decimals: 0,
  },
];
