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
export { fitWave } from "./fit.ts";
export type { AttackShare, WaveFit } from "./fit.ts";
export type { SeverityRow } from "./severity.ts";
export { Wave } from "./wave.ts";
export type { WaveShape } from "./wave.ts";
export { averageRisks } from "./average_risks.ts";
export type { AverageRisks, WeightedKinds } from "./average_risks.ts";
