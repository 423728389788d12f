/** The wave of infections, the risks of a course, and what care changes. */
export {
  adverseMultiplier,
  BASE_FLOOR,
  CARE_BOARDING,
  CARE_CORRIDOR,
  CARE_LOWER,
  CARE_NONE,
  CARE_RIGHT,
  careMultipliers,
} from "./care_effect.ts";
export type { CareShares } from "./care_effect.ts";
export { caseRecord, levelOfCases } from "./case_rule.ts";
export type { CaseRecord, CaseRule, DistrictReports } from "./case_rule.ts";
export { Compartments, STEPS_PER_DAY } from "./compartments.ts";
export type { InfectionPeriods } from "./compartments.ts";
export { DistrictWave, fitContact } from "./contact_rate.ts";
export type { ContactFit, FittedContact } from "./contact_rate.ts";
export { fitWave } from "./fit.ts";
export type { AttackShare, WaveFit } from "./fit.ts";
export type { SeverityRow } from "./severity.ts";
export { Wave } from "./wave.ts";
export type { WaveShape } from "./wave.ts";
export { averageRisks } from "./average_risks.ts";
export type { AverageRisks, WeightedKinds } from "./average_risks.ts";
