/** Measures of risk levels, and of what is reported of infections. */
import type { MeasureDefinition } from "./definition.ts";

const BY_RESIDENTS =
  "Who is in: counties and districts with residents, days from the first to the end of the run; without a grid the mean over residents, by grid that of its county or district. Warm-up: left out. Censoring: none.";
const REPORTED =
  "Who is in: residents infected in the window who come to be tested, are detected and counted, by the day on which it is published. Warm-up: has no infections. Censoring: those that would be published after the end of the run are not in.";

function daysAt(level: "low" | "medium" | "high", zh: string): MeasureDefinition {
  return {
    name: `days_at_${level}_level`,
    unit: "d",
    title: { en: `Days at the ${level} risk level`, zh: `${zh}风险天数` },
    definition: `Days on which the risk level was ${level}. ${BY_RESIDENTS}`,
    groups: ["grid"],
    better: "neither",
    decimals: 1,
  };
}

/** Measures of levels and reported cases, in the order of result tables. */
export const LEVEL_MEASURES: readonly MeasureDefinition[] = [
  daysAt("low", "低"),
  daysAt("medium", "中"),
  daysAt("high", "高"),
  {
    name: "level_changes",
    unit: "1",
    title: { en: "Changes of the risk level", zh: "风险等级变更次数" },
    definition: `Days on which the risk level was another than on the day before. ${BY_RESIDENTS}`,
    groups: ["grid"],
    better: "less",
    decimals: 1,
  },
  {
    name: "cases_reported",
    unit: "persons",
    title: { en: "Cases reported", zh: "报告病例" },
    definition:
      `Cases as a commission would have published them; never the true number. ${REPORTED}`,
    groups: ["grid"],
    better: "neither",
    decimals: 0,
  },
];

/** Series of reported cases. */
export const LEVEL_SERIES: readonly MeasureDefinition[] = [
  {
    name: "cases_reported",
    unit: "persons/d",
    title: { en: "Cases reported per day", zh: "每日报告病例" },
    definition:
      `Cases as a commission would have published them in the day; never the true number. ${REPORTED}`,
    groups: ["grid"],
    better: "neither",
    decimals: 0,
  },
  {
    name: "residents_at_high_level",
    unit: "-",
    title: { en: "Residents at the high risk level", zh: "高风险地区人口占比" },
    definition:
      "Numerator: residents of counties and districts at the high risk level. Denominator: all residents. Who is in: days from the first to the end of the run. Warm-up: left out. Censoring: none.",
    groups: [],
    better: "neither",
    decimals: 3,
  },
];
