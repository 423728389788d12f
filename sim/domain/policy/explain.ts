/** Why a rule matches a patient, or does not. */
import { ATTRIBUTES } from "./_attributes.ts";
import { admitted } from "./_table.ts";
import { compileRules } from "./compile.ts";
import type { RuleAttributes, RuleSet } from "./rule.ts";

/** A condition that does not hold. */
export interface UnmetCondition {
  /** What it asks about. */
  readonly attribute: keyof RuleAttributes;
  /** What the patient has. */
  readonly value: string | boolean;
  /** What it admits. */
  readonly asked: readonly (string | boolean)[];
}

/** One rule held against a patient. */
export interface RuleExplanation {
  /** Name of the rule. */
  readonly rule: string;
  /** Clause that it carries out. */
  readonly clause: string;
  /**
   * Whether all its conditions hold, or the function of the set chooses it; the first such rule of
   * the set is the one that applies.
   */
  readonly matched: boolean;
  /** Conditions that do not hold, e.g. `severity is mild, not critical`. */
  readonly failed: readonly string[];
  /** The same as data; empty when a function decides. */
  readonly unmet: readonly UnmetCondition[];
}

/**
 * Holds every rule of a set against one patient.
 *
 * @param set Rules.
 * @param attributes What the rules can see of the patient.
 * @returns One entry per rule, in the order of the set, also after the first match.
 * @throws {RangeError} When a function decides and nobody can have these attributes together.
 *
 * @example Why a mild case stays at home
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { explainRules } from "./mod.ts";
 *
 * const rest = { clause: "", interpretation: false, to: { place: "home" }, overflow: [] } as const;
 * const rules = [
 *   { ...rest, name: "ill", when: { severity: ["severe", "critical"], dialysis: true } } as const,
 *   { ...rest, name: "others", when: {} },
 * ];
 * const explained = explainRules({ name: "two", rules }, {
 *   severity: "mild", mainCause: "covid", colour: "green", disease: "none", diseaseSevere: false,
 *   ageBand: "30-39", veryOld: false, immobile: false, dialysis: false, beyondAbility: false,
 *   vaccination: "full", contract: false, pregnant: false, known: true,
 *   place: "hospital_clinic", facilityRole: "lead", placeCapable: true,
 * });
 * assertEquals(explained.map(({ matched }) => matched), [false, true]);
 * assertEquals(explained[0].failed, [
 *   "severity is mild, not severe or critical",
 *   "dialysis is false, not true",
 * ]);
 * ```
 */
export function explainRules(set: RuleSet, attributes: RuleAttributes): RuleExplanation[] {
  if (set.decisions !== undefined) return explainChoice(set, attributes);
  return set.rules.map(({ name, clause, when }) => {
    const unmet = ATTRIBUTES.flatMap(({ name: attribute }): UnmetCondition[] => {
      const asked = admitted(when, attribute);
      const value = attributes[attribute];
      return !asked || asked.includes(value) ? [] : [{ attribute, value, asked }];
    });
    const failed = unmet.map(({ attribute, value, asked }) =>
      `${attribute} is ${value}, not ${asked.join(" or ") || "anything"}`
    );
    return { rule: name, clause, matched: unmet.length === 0, failed, unmet };
  });
}

/** The same for a set whose function chooses. */
function explainChoice(set: RuleSet, attributes: RuleAttributes): RuleExplanation[] {
  const chosen = compileRules(set, { veryOldAge: NaN }).ruleFor(attributes);
  const instead = chosen < 0 ? "no rule" : set.rules[chosen].name;
  return set.rules.map(({ name, clause }, index) => ({
    rule: name,
    clause,
    matched: index === chosen,
    failed: index === chosen ? [] : [`the function chooses ${instead}`],
    unmet: [],
  }));
}
