/**
 * The closed vocabularies of the care network. The order of each list is its numeric code.
 *
 * Severity codes grow with need, so `severity >= SEVERE` reads as it says.
 */

/** Severity of a COVID-19 case, from least to most ill. */
export const SEVERITIES = ["asymptomatic", "mild", "moderate", "severe", "critical"] as const;
/** Name of a severity. */
export type Severity = (typeof SEVERITIES)[number];
/** Code of `asymptomatic` in {@link SEVERITIES} [-]. */
export const ASYMPTOMATIC = 0;
/** Code of `mild` in {@link SEVERITIES} [-]. */
export const MILD = 1;
/** Code of `moderate` in {@link SEVERITIES} [-]. */
export const MODERATE = 2;
/** Code of `severe` in {@link SEVERITIES} [-]. */
export const SEVERE = 3;
/** Code of `critical` in {@link SEVERITIES} [-]. */
export const CRITICAL = 4;

/** Health colour of a resident: low, medium, high risk. */
export const COLOURS = ["green", "yellow", "red"] as const;
/** Name of a health colour. */
export type Colour = (typeof COLOURS)[number];

/** Underlying disease of a resident. */
export const DISEASES = ["none", "stable", "unstable"] as const;
/** Name of a state of underlying disease. */
export type Disease = (typeof DISEASES)[number];

/** Vaccination of a resident: full course, begun, none. */
export const VACCINATIONS = ["full", "partial", "none"] as const;
/** Name of a vaccination status. */
export type Vaccination = (typeof VACCINATIONS)[number];

/** What mainly makes a severe or critical case ill. */
export const MAIN_CAUSES = ["covid", "underlying"] as const;
/** Name of a main cause. */
export type MainCause = (typeof MAIN_CAUSES)[number];

/** Ward types in which a case can be treated, from least to most able. */
export const WARD_TYPES = ["general", "sub_icu", "icu"] as const;
/** Name of a ward type. */
export type WardType = (typeof WARD_TYPES)[number];

/** Whom a ward takes: only COVID cases, only ordinary patients, or both. */
export const WARD_USES = ["covid", "ordinary", "shared"] as const;
/** Name of a ward use. */
export type WardUse = (typeof WARD_USES)[number];

/** Kinds of facility. */
export const FACILITY_KINDS = ["primary", "hospital", "shelter"] as const;
/** Name of a facility kind. */
export type FacilityKind = (typeof FACILITY_KINDS)[number];

/** Roles that a link gives a facility in a grid. */
export const ROLES = [
  "primary",
  "sub_designated",
  "designated",
  "lead",
  "partner",
  "shelter",
] as const;
/** Name of a role. */
export type Role = (typeof ROLES)[number];

/** Capabilities that a patient may need beside a bed. */
export const CAPABILITIES = [
  "dialysis",
  "cardiology",
  "oncology",
  "surgery",
  "neurology",
] as const;
/** Name of a capability. */
export type Capability = (typeof CAPABILITIES)[number];

/** Regional risk levels. */
export const RISK_LEVELS = ["low", "medium", "high"] as const;
/** Name of a risk level. */
export type RiskLevel = (typeof RISK_LEVELS)[number];

/** Tiers of care: 1 primary, 2 secondary, 3 tertiary. */
export const TIERS = [1, 2, 3] as const;
/** A tier of care [-]. */
export type Tier = (typeof TIERS)[number];

/** How a number came about. */
export const GRADES = ["observed", "derived", "assumed", "calibrated"] as const;
/** Name of a grade. */
export type Grade = (typeof GRADES)[number];

/** How a figure came about that the tables of a city are compared with. */
export const FIGURE_GRADES = ["observed", "derived", "assumed", "synthetic"] as const;
/** Name of the grade of such a figure. */
export type FigureGrade = (typeof FIGURE_GRADES)[number];

/** Why a facility did not take a patient. */
export const REFUSALS = [
  "no_capability",
  "no_bed",
  "no_staffed_bed",
  "closed",
  "does_not_adhere",
  "stale",
  "too_far",
] as const;
/** Name of a refusal reason. */
export type Refusal = (typeof REFUSALS)[number];

/** Age bands, in years: [from, below). */
export const AGE_BANDS = [
  "0-2",
  "3-11",
  "12-19",
  "20-29",
  "30-39",
  "40-49",
  "50-59",
  "60-64",
  "65-69",
  "70-79",
  "80+",
] as const;
/** Name of an age band. */
export type AgeBand = (typeof AGE_BANDS)[number];
/** Youngest age of each band [years]. */
export const AGE_FROM: readonly number[] = [0, 3, 12, 20, 30, 40, 50, 60, 65, 70, 80];
