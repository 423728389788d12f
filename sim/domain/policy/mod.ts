/** Referral rules: their form, their compilation to a table, their check, their explanation. */
export { capabilityGaps } from "./_lint_capabilities.ts";
export type { CapabilityGap } from "./_lint_capabilities.ts";
export { CompiledRules, compileRules, illnessCode, whereCode } from "./compile.ts";
export type { CompileOptions, PersonCodes } from "./compile.ts";
export { Destinations } from "./destinations.ts";
export type { DestinationsOptions } from "./destinations.ts";
export { explainRules } from "./explain.ts";
export type { RuleExplanation, UnmetCondition } from "./explain.ts";
export type { FindingKind, LintFinding } from "./finding.ts";
export { rulesFromFunction } from "./from_function.ts";
export type { RuleFunction, RuleOutcome } from "./from_function.ts";
export { lintRules } from "./lint.ts";
export type { LintOptions } from "./lint.ts";
export { FACILITY_ROLES, HIT_POLICIES, MAX_PRIORITY, REACHES, RULE_PLACES } from "./rule.ts";
export type {
  BedDestination,
  CapabilityNeed,
  Destination,
  FacilityRole,
  HitPolicy,
  Reach,
  ReferralRule,
  RuleAttributes,
  RuleCondition,
  RuleDecisions,
  RulePlace,
  RuleSet,
} from "./rule.ts";
