/** Measures of facilities that close and open again, and of people who arrive from elsewhere. */
import type { MeasureDefinition } from "./definition.ts";

const CLOSED = "Who is in: facilities that close within the run. Warm-up: has none.";
const CAME = "Who is in: arrivals from the first day to the end of the run. Warm-up: has none.";
const ALL = "The total is the latest of all.";

/** Measures of closures and arrivals, in the order of result tables; there are none without either. */
export const INTERVENTION_MEASURES: readonly MeasureDefinition[] = [
  {
    name: "closure_cases_moved",
    unit: "patients",
    title: { en: "Cases moved from closing hospitals", zh: "停止收治医院转出病例" },
    definition:
      "COVID inpatients who leave a closed ward for a bed of another facility. Who is in: those in wards closed within the run, counted at departure. Warm-up: has none. Censoring: those still there at the end are not in.",
    groups: ["facility"],
    better: "neither",
    decimals: 0,
  },
  {
    name: "closure_move_wait_mean",
    unit: "h",
    title: { en: "Mean time from closing to departure", zh: "停止收治至转出平均时间" },
    definition:
      "Mean time from the instant of the closure to the departure of a case that is moved. Who is in: cases moved. Warm-up: has none. Censoring: those still there at the end are not in; no value when nobody is moved.",
    groups: ["facility"],
    better: "less",
    decimals: 1,
  },
  {
    name: "closure_ordinary_moved",
    unit: "patients",
    title: {
      en: "Ordinary inpatients moved from closing hospitals",
      zh: "停止收治医院转出普通住院患者",
    },
    definition:
      `Ordinary inpatients of closed wards who go to a free bed of another hospital for the rest of their stay. ${CLOSED} Censoring: none.`,
    groups: ["facility"],
    better: "neither",
    decimals: 0,
  },
  {
    name: "closure_discharged_early",
    unit: "patients",
    title: { en: "Ordinary inpatients sent home early", zh: "停止收治医院提前出院患者" },
    definition:
      `Ordinary inpatients of closed general wards who find no free bed elsewhere and go home before the end of their stay. ${CLOSED} Censoring: none.`,
    groups: ["facility"],
    better: "less",
    decimals: 0,
  },
  {
    name: "closure_hours_to_empty",
    unit: "h",
    title: { en: "Time from closing to empty", zh: "停止收治至清空时间" },
    definition:
      `Time from the instant of the closure until the last patient of the closed wards has left. ${ALL} ${CLOSED} Censoring: no value when one of them is not empty when it opens again or at the end.`,
    groups: ["facility"],
    better: "less",
    decimals: 1,
  },
  {
    name: "reopening_delay",
    unit: "h",
    title: { en: "Delay of reopening", zh: "恢复开放延迟" },
    definition:
      `Time from the planned instant of reopening to the reopening; later than planned where COVID cases or disinfection hold it up. ${ALL} Who is in: facilities that close and are to open again. Warm-up: has none. Censoring: no value when one of them is not open at the end or was closed again before it opened.`,
    groups: ["facility"],
    better: "less",
    decimals: 1,
  },
  {
    name: "reopening_day",
    unit: "day",
    title: { en: "First day of service after the closure", zh: "恢复服务首日" },
    definition:
      `Day of the window, counted from 1, on which a closed facility opens again. ${ALL} Who is in: facilities that close and are to open again. Warm-up: has none. Censoring: no value when one of them is not open at the end.`,
    groups: ["facility"],
    better: "less",
    decimals: 0,
  },
  {
    name: "ordinary_beds_given_back",
    unit: "beds",
    title: { en: "Beds given back to ordinary service", zh: "归还日常服务的床位" },
    definition:
      `Physical beds of wards that took only COVID cases when they closed and take ordinary patients when they open again. ${CLOSED} Censoring: wards still closed at the end are not in.`,
    groups: ["facility"],
    better: "more",
    decimals: 0,
  },
  {
    name: "arrivals",
    unit: "persons",
    title: { en: "Arrivals from elsewhere", zh: "外来抵达人员" },
    definition: `People of a class who arrive from elsewhere. ${CAME} Censoring: none.`,
    groups: ["line"],
    better: "neither",
    decimals: 0,
  },
  {
    name: "arrivals_screened",
    unit: "persons",
    title: { en: "Arrivals screened", zh: "抵达人员完成筛查" },
    definition:
      `Arrivals in whom infection has been excluded or found. ${CAME} Censoring: those without a result at the end are not in.`,
    groups: ["line"],
    better: "neither",
    decimals: 0,
  },
  {
    name: "arrivals_infected",
    unit: "persons",
    title: { en: "Arrivals found infected", zh: "抵达人员筛查阳性" },
    definition:
      `Arrivals found infected, who become cases of the network and are in no count of residents infected. ${CAME} Censoring: those without a result at the end are not in.`,
    groups: ["line"],
    better: "neither",
    decimals: 0,
  },
  {
    name: "arrivals_wait_mean",
    unit: "h",
    title: { en: "Mean wait for a screening place", zh: "等候筛查床位平均时间" },
    definition:
      `Mean time from arrival to a single place. ${CAME} Censoring: those who still wait at the end are not in; no value without arrivals.`,
    groups: ["line"],
    better: "less",
    decimals: 1,
  },
  {
    name: "arrivals_places_peak",
    unit: "places",
    title: { en: "Most screening places in use", zh: "筛查床位同时使用最多" },
    definition:
      `Most single places in use at one instant: by those who wait for a result, and by those found infected until they leave for a bed or for home. ${CAME} Censoring: none.`,
    groups: ["line"],
    better: "neither",
    decimals: 0,
  },
];
