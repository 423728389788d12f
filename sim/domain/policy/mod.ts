/** Referral rules: their form, their compilation to a table, their check, their explanation. */
export { CompiledRules, compileRules } from "./compile.ts";
export type { CompileOptions } from "./compile.ts";
export { explainRules } from "./explain.ts";
export type { RuleExplanation } from "./explain.ts";
export { lintRules } from "./lint.ts";
export type { LintFinding, LintOptions } from "./lint.ts";
export type {
  CapabilityNeed,
  Destination,
  ReferralRule,
  RuleAttributes,
  RuleCondition,
  RuleSet,
} from "./rule.ts";
