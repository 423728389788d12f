/** A scenario under other rules than those of its file. */
import type { RuleSet } from "../domain/policy/mod.ts";
import { refuseErrors } from "./_rule_errors.ts";
import { withHash } from "./_uncertainty.ts";
import { deepFreeze, hashOf } from "./hash.ts";
import type { Scenario } from "./scenario.ts";

/** Rules for a scenario; what is left out stays. */
export interface NewRules {
  /** The rules in force. */
  readonly rules?: RuleSet;
  /** Rules followed by those who do not follow the rules in force. */
  readonly otherwise?: RuleSet;
}

/**
 * The scenario under other rules, e.g. those that a function gave. Its hash is that of a file that
 * says the same.
 *
 * @param scenario Scenario as loaded.
 * @param rules The rules.
 * @returns The scenario, deeply frozen.
 * @throws {ScenarioError} When the rules have errors and the check is not switched off.
 * @throws {RangeError} When a rule asks about an unknown attribute.
 *
 * @example Everybody with symptoms of need goes to the lead hospital
 * ```ts
 * import { assert } from "@std/assert";
 * import { rulesFromFunction } from "../domain/mod.ts";
 * import { loadScenario, withRules } from "./mod.ts";
 *
 * const plan = await loadScenario("scenarios/training.yaml");
 * const rules = rulesFromFunction({
 *   name: "all_to_lead",
 *   attributes: ["severity"],
 *   outcomes: {
 *     lead: { clause: "none", to: { role: "lead", ward: "general" } },
 *     home: { clause: "none", to: { place: "home" } },
 *   },
 *   rule: ({ severity }) => severity === "mild" || severity === "asymptomatic" ? "home" : "lead",
 * });
 * assert((await withRules(plan, { rules })).hash !== plan.hash);
 * ```
 */
export async function withRules(scenario: Scenario, rules: NewRules): Promise<Scenario> {
  const { name, title, description, hash: _hash, uncertainty, provenance, ...inputs } = scenario;
  const changed = { ...inputs, referral: { ...inputs.referral, ...rules } };
  const hash = await hashOf(changed);
  const made = {
    name,
    title,
    description,
    hash,
    ...changed,
    uncertainty: await withHash(uncertainty, hash),
    provenance,
  };
  refuseErrors(made, name);
  return deepFreeze(made);
}
