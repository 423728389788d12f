/** The rules and tables of care: pure, without events and without files. */
export {
  AGE_BANDS,
  AGE_FROM,
  ASYMPTOMATIC,
  CAPABILITIES,
  COLOURS,
  CRITICAL,
  DISEASES,
  FACILITY_KINDS,
  GRADES,
  LINES,
  MAIN_CAUSES,
  MILD,
  MODERATE,
  REFUSALS,
  RISK_LEVELS,
  ROLES,
  SEVERE,
  SEVERITIES,
  TIERS,
  VACCINATIONS,
  WARD_TYPES,
  WARD_USES,
} from "./terms/mod.ts";
export type {
  AgeBand,
  Capability,
  Colour,
  Disease,
  FacilityKind,
  Grade,
  Line,
  MainCause,
  Refusal,
  RiskLevel,
  Role,
  Severity,
  Tier,
  Vaccination,
  WardType,
  WardUse,
} from "./terms/mod.ts";
export { distanceKm, Travel } from "./city/mod.ts";
export type {
  AgeShare,
  BilingualName,
  City,
  ColumnSource,
  Community,
  District,
  FacilitySpec,
  FleetSpec,
  Grid,
  Link,
  Outline,
  Place,
  PublishedTotal,
  TravelSpec,
  WardSpec,
} from "./city/mod.ts";
export {
  CATALOGUE,
  MEASURE_GROUPS,
  measureDefinition,
  SERIES_CATALOGUE,
  seriesDefinition,
} from "./measures/mod.ts";
export type { Better, MeasureDefinition, MeasureGroup } from "./measures/mod.ts";
export { buildProfiles, gradeOf } from "./population/mod.ts";
export type {
  Grading,
  GradingInput,
  PeopleRow,
  Profiles,
  ProfilesSpec,
  RiskKey,
} from "./population/mod.ts";
export {
  adverseMultiplier,
  averageRisks,
  BASE_FLOOR,
  CARE_BOARDING,
  CARE_LOWER,
  CARE_NONE,
  CARE_RIGHT,
  careMultipliers,
  fitWave,
  Wave,
} from "./epidemic/mod.ts";
export type {
  AttackShare,
  AverageRisks,
  CareShares,
  SeverityRow,
  WaveFit,
  WaveShape,
  WeightedKinds,
} from "./epidemic/mod.ts";
export { CompiledRules, compileRules, explainRules, lintRules } from "./policy/mod.ts";
export type {
  CapabilityNeed,
  CompileOptions,
  Destination,
  LintFinding,
  LintOptions,
  ReferralRule,
  RuleAttributes,
  RuleCondition,
  RuleExplanation,
  RuleSet,
} from "./policy/mod.ts";
export { levelOn, levelsByDay } from "./services/mod.ts";
export type { LevelEntry } from "./services/mod.ts";
