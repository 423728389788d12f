/** Measures of beds and of waiting for them. */
import type { MeasureDefinition } from "./definition.ts";

const WINDOW =
  "Who is in: the window, first to last day of infections. Warm-up: left out. Censoring: none.";
const WHOLE_RUN =
  "Who is in: first day to the end of the run. Warm-up: left out. Censoring: what lasts beyond the end counts up to it.";

/** Measures of beds, in the order of result tables. */
export const BED_MEASURES: readonly MeasureDefinition[] = [
  {
    name: "bed_occupancy_mean",
    unit: "-",
    title: { en: "Mean bed occupancy", zh: "平均床位使用率" },
    definition:
      `Numerator: bed days occupied, by COVID-19 cases and ordinary patients. Denominator: usable bed days (physical beds less spacing, as far as staffed). Held beds are in the denominator only. ${WINDOW}`,
    groups: ["tier", "ward"],
    better: "neither",
    decimals: 3,
  },
  {
    name: "bed_occupancy_peak",
    unit: "-",
    title: { en: "Peak bed occupancy", zh: "床位使用率峰值" },
    definition:
      `Highest daily mean of occupied beds ÷ usable beds of all wards of the type. ${WHOLE_RUN}`,
    groups: ["ward"],
    better: "neither",
    decimals: 3,
  },
  {
    name: "days_at_or_above_85",
    unit: "d",
    title: { en: "Days with occupancy of 85 % or more", zh: "使用率达到85%的天数" },
    definition:
      `Days whose mean occupancy of usable beds, over all wards of the type, is 0.85 or more. ${WHOLE_RUN}`,
    groups: ["ward"],
    better: "less",
    decimals: 1,
  },
  {
    name: "days_at_or_above_100",
    unit: "d",
    title: { en: "Days with every usable bed taken", zh: "床位满员天数" },
    definition:
      `Days whose mean occupancy of usable beds, over all wards of the type, is 1 or more. It can exceed 1 when usable beds fall below those occupied. Beds held for patients on the way, and those just freed, do not count as in use, so that with every bed spoken for the mean stays a little below 1. ${WHOLE_RUN}`,
    groups: ["ward"],
    better: "less",
    decimals: 1,
  },
  {
    name: "covid_census_peak",
    unit: "patients",
    title: { en: "Peak census of COVID-19 inpatients", zh: "新冠在院患者峰值" },
    definition:
      `Highest daily mean number of COVID-19 cases in beds, positive or convalescent. ${WHOLE_RUN}`,
    groups: ["ward"],
    better: "neither",
    decimals: 0,
  },
  {
    name: "waiting_peak",
    unit: "patients",
    title: { en: "Peak number waiting for a bed", zh: "等待床位人数峰值" },
    definition:
      `Highest daily mean number of cases whose request no facility has accepted yet, wherever they wait. ${WHOLE_RUN}`,
    groups: ["grid"],
    better: "less",
    decimals: 0,
  },
  {
    name: "waiting_peak_per_1000",
    unit: "1/1000",
    title: { en: "Peak number waiting per 1,000 residents", zh: "每千居民等待床位人数峰值" },
    definition:
      `Numerator: highest daily mean number of residents of the grid who wait for a bed. Denominator: residents of the grid ÷ 1,000. ${WHOLE_RUN}`,
    groups: ["grid"],
    better: "less",
    decimals: 2,
  },
  {
    name: "boarding_hours",
    unit: "h",
    title: { en: "Hours of boarding", zh: "滞留时间" },
    definition:
      `Hours that cases in a facility, or in a bed below the need, wait until a bed is accepted for them, summed over cases; hand-over and transport are not in. ${WHOLE_RUN}`,
    groups: [],
    better: "less",
    decimals: 0,
  },
  {
    name: "bed_requests",
    unit: "1",
    title: { en: "Bed requests", zh: "床位申请" },
    definition:
      "Requests for a bed or for another bed, one per decision; a changed destination is a new request. Who is in: requests from the first day to the end of the run. Warm-up: has none. Censoring: none.",
    groups: [],
    better: "neither",
    decimals: 0,
  },
  {
    name: "refusals",
    unit: "1",
    title: { en: "Refusals", zh: "拒收次数" },
    definition:
      "Times a facility on the list of a request did not take the patient; a request can be refused by several. By rule: the reason (no_capability, no_bed, no_staffed_bed: an open bed without staff, closed: a bed kept free by spacing, does_not_adhere; where a scenario switches them on, stale: published free but without a bed on confirmation, too_far: beyond the longest travel). Who is in: requests from the first day to the end of the run. Warm-up: has none. Censoring: none.",
    groups: ["rule"],
    better: "less",
    decimals: 0,
  },
  {
    name: "down_referrals",
    unit: "1",
    title: { en: "Down-referrals", zh: "下转次数" },
    definition:
      "Moves to a bed of lower ward type or a facility of lower tier because the need has fallen. Who is in: moves begun from the first day to the end of the run. Warm-up: has none. Censoring: none.",
    groups: [],
    better: "neither",
    decimals: 0,
  },
];
