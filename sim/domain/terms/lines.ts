/** Lines of ordinary service, in families. */

/** Lines whose patients have no identity that matters: counted by day, in half-hour slots. */
export const COUNTED_LINES = [
  "outpatient_general",
  "outpatient_specialist",
  "chronic_hypertension",
  "chronic_diabetes",
  "chronic_coronary",
  "chronic_psychiatric",
  "chronic_hiv",
  "chronic_tb",
  "chronic_hepatitis",
  "antenatal",
  "elderly_checkup",
  "child_checkup",
  "newborn_visit",
  "vaccination",
  "public_health_follow_up",
  "imaging",
  "endoscopy",
  "emergency",
] as const;
/** Name of a counted line. */
export type CountedLine = (typeof COUNTED_LINES)[number];

/** Lines whose patients come to sessions on a schedule. */
export const COURSE_LINES = [
  "dialysis",
  "chemotherapy",
  "radiotherapy",
] as const;
/** Name of a line of courses. */
export type CourseLine = (typeof COURSE_LINES)[number];

/**
 * Lines of ordinary service; the order is the numeric code, and among equals the order in which
 * physicians serve them.
 */
export const LINES = [
  ...COUNTED_LINES,
  ...COURSE_LINES,
  "surgery",
  "delivery",
  "inpatient_urgent",
  "inpatient_elective",
] as const;
/** Name of a service line. */
export type Line = (typeof LINES)[number];

/**
 * Families of lines. Visits in the sense of the weekly report to the State Council (N35-5) are
 * `outpatient` and `emergency`, inpatients are the two inpatient lines; what happens within a visit
 * or a stay (`procedure`, `course`) and `public_health` are counted apart, nobody twice.
 */
export const LINE_FAMILIES = [
  "outpatient",
  "public_health",
  "procedure",
  "course",
  "emergency",
  "inpatient_urgent",
  "inpatient_elective",
] as const;
/** Name of a family of lines. */
export type LineFamily = (typeof LINE_FAMILIES)[number];

/** Families that come back step by step after a level fell. */
export const RAMPED_FAMILIES = [
  "outpatient",
  "public_health",
  "procedure",
  "inpatient_elective",
] as const satisfies readonly LineFamily[];
/** Name of such a family. */
export type RampedFamily = (typeof RAMPED_FAMILIES)[number];

/**
 * Lines that a plan opens or limits. Treatment in sessions is assured at every level (N162-4b),
 * operations follow the grade, deliveries are never put off.
 */
export const PLANNED_LINES = [
  ...COUNTED_LINES,
  "inpatient_urgent",
  "inpatient_elective",
] as const satisfies readonly Line[];
/** Name of a line that a plan opens or limits. */
export type PlannedLine = (typeof PLANNED_LINES)[number];

/** What institutions of level two and above report every day (BJ-3.18). */
export const MONITORED = ["visits", "admissions", "inpatients", "operations"] as const;
/** Name of a daily figure. */
export type Monitored = (typeof MONITORED)[number];

const TITLES: { readonly [L in Line]: readonly [en: string, zh: string] } = {
  outpatient_general: ["general outpatients", "普通门诊"],
  outpatient_specialist: ["specialist outpatients", "专科门诊"],
  chronic_hypertension: ["hypertension visits", "高血压随诊"],
  chronic_diabetes: ["diabetes visits", "糖尿病随诊"],
  chronic_coronary: ["coronary disease visits", "冠心病随诊"],
  chronic_psychiatric: ["psychiatric visits", "精神疾病随诊"],
  chronic_hiv: ["HIV visits", "艾滋病随诊"],
  chronic_tb: ["tuberculosis visits", "结核病随诊"],
  chronic_hepatitis: ["hepatitis visits", "肝炎随诊"],
  antenatal: ["antenatal visits", "产前检查"],
  elderly_checkup: ["check-ups of the elderly", "老年人健康体检"],
  child_checkup: ["child check-ups", "儿童健康体检"],
  newborn_visit: ["newborn visits", "新生儿访视"],
  vaccination: ["vaccinations", "预防接种"],
  public_health_follow_up: ["public-health follow-up", "公共卫生随访"],
  imaging: ["imaging by appointment", "预约影像检查"],
  endoscopy: ["endoscopy and intervention", "内镜及介入"],
  emergency: ["emergency visits", "急诊"],
  dialysis: ["haemodialysis sessions", "血液透析"],
  chemotherapy: ["chemotherapy sessions", "化疗"],
  radiotherapy: ["radiotherapy sessions", "放疗"],
  surgery: ["operations", "手术"],
  delivery: ["deliveries", "分娩"],
  inpatient_urgent: ["urgent admissions", "急诊住院"],
  inpatient_elective: ["elective admissions", "择期住院"],
};

const FAMILIES: { readonly [L in Line]?: LineFamily } = {
  elderly_checkup: "public_health",
  child_checkup: "public_health",
  newborn_visit: "public_health",
  vaccination: "public_health",
  public_health_follow_up: "public_health",
  imaging: "procedure",
  endoscopy: "procedure",
  surgery: "procedure",
  delivery: "procedure",
  emergency: "emergency",
  dialysis: "course",
  chemotherapy: "course",
  radiotherapy: "course",
  inpatient_urgent: "inpatient_urgent",
  inpatient_elective: "inpatient_elective",
};

/**
 * The family of a line.
 *
 * @param line Line.
 * @returns Its family.
 *
 * @example Visits and what happens within them
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { familyOf } from "./mod.ts";
 * assertEquals([familyOf("chronic_hiv"), familyOf("imaging")], ["outpatient", "procedure"]);
 * ```
 */
export function familyOf(line: Line): LineFamily {
  return FAMILIES[line] ?? "outpatient";
}

/**
 * Whether patients of a line need drugs for long, so that their prescriptions can be longer.
 *
 * @param line Line.
 * @returns True for the chronic lines.
 *
 * @example Hypertension is, a specialist's visit is not
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { isChronic } from "./mod.ts";
 * assertEquals([isChronic("chronic_hypertension"), isChronic("antenatal")], [true, false]);
 * ```
 */
export function isChronic(line: Line): boolean {
  return line.startsWith("chronic_");
}

/**
 * Title of a line.
 *
 * @param line Line.
 * @param language Language.
 * @returns Title in that language.
 *
 * @example In Chinese
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { lineTitle } from "./mod.ts";
 * assertEquals(lineTitle("dialysis", "zh"), "血液透析");
 * ```
 */
export function lineTitle(line: Line, language: "en" | "zh"): string {
  return TITLES[line][language === "en" ? 0 : 1];
}
