/** Who the residents are: shares, health colours, profiles. */
export { gradeOf } from "./grading.ts";
export type { Grading, GradingInput } from "./grading.ts";
export { PREGNANT_BANDS } from "./people.ts";
export type { ContractCoverage, PeopleRow } from "./people.ts";
export { buildProfiles } from "./profiles.ts";
export type { Profiles, ProfilesSpec, RiskKey, WholeKinds } from "./profiles.ts";
