/**
 * The check of a rule set against a city, before any run.
 *
 * Errors are what would leave a patient without a rule or a rule without a place; warnings are what
 * works but is probably not meant.
 */
import type { City } from "../city/mod.ts";
import { CAPABILITIES, type Capability } from "../terms/mod.ts";
import type { LintFinding } from "./finding.ts";
import { lintCapabilities } from "./_lint_capabilities.ts";
import {
  lintContradictions,
  lintUnknownResult,
  lintUnmatched,
  lintUnreachable,
  matchesOf,
} from "./_lint_matches.ts";
import { lintBeds, lintDestinations, lintForm, lintIdle, lintUnusedWards } from "./_lint_places.ts";
import { Offer } from "./_offer.ts";
import type { RuleSet } from "./rule.ts";

/** What the check may know beside rules and city. */
export interface LintOptions {
  /**
   * Age from which a person counts as very old [years]; without it every age band is taken to have
   * people who do and people who do not.
   */
  readonly veryOldAge?: number;
  /** Capabilities that patients may need; all when left out. */
  readonly needs?: readonly Capability[];
  /** Whether some decisions are taken before the test result; false when left out. */
  readonly beforeResult?: boolean;
  /**
   * Beds of a ward that its staff can open [beds]; all physical ones when left out.
   * @param ward Index of the ward in the city [-].
   * @returns Beds [beds].
   */
  readonly usable?: (ward: number) => number;
}

/**
 * Checks a rule set against a city.
 *
 * Errors: a combination of attributes that can occur without a rule, a rule that no patient reaches,
 * under `unique` two rules that match one patient, a name used twice, an overflow that is no bed; in
 * some grid no facility with the role of a rule, no ward or no usable bed on its whole list, or
 * nobody there capable of dialysis when the rule is about dialysis. Warnings: overflow that repeats,
 * leads to itself, adds nothing or has no facility or ward; a destination without a ward or a usable
 * bed when the overflow has some; any other capability that patients of a rule may need and nobody on its
 * list has; wards for COVID cases to which no rule sends anybody; rules that ask for a test result
 * that is not known, when all decisions wait for it.
 *
 * @param set Rules.
 * @param city City whose links, facilities and wards they name.
 * @param options Age of the very old [years], capabilities needed, usable beds [beds].
 * @returns Findings: about all rules together first, then by kind and rule; empty when all is well.
 * @throws {RangeError} When a condition or a value in it is unknown, or the table is too large.
 *
 * @example A set that forgets the mild
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { lintRules } from "./mod.ts";
 *
 * const city = {
 *   id: "c", name: { en: "C", zh: "丙" }, districts: [], grids: [], communities: [],
 *   facilities: [], wards: [], links: [], fleets: [], ageShares: [], columns: [], published: [],
 *   outlines: [],
 * };
 * const rule = {
 *   name: "ill", clause: "", interpretation: false, to: { place: "home" }, overflow: [],
 *   when: { severity: ["moderate", "severe", "critical"] },
 * } as const;
 * const [finding] = lintRules({ name: "s", rules: [rule] }, city);
 * assertEquals(finding.message, "No rule matches 2 of the 5 combinations that can occur");
 * assertEquals(finding.example, "severity asymptomatic");
 * ```
 */
export function lintRules(set: RuleSet, city: City, options: LintOptions = {}): LintFinding[] {
  const { needs = CAPABILITIES } = options;
  const usable = options.usable ?? ((ward) => {
    const { beds, convertibleBeds } = city.wards[ward];
    return beds + convertibleBeds;
  });
  const matches = matchesOf(set, options.veryOldAge);
  const offer = new Offer(city);
  return [
    ...lintUnmatched(matches),
    ...lintUnreachable(matches),
    ...lintContradictions(matches),
    ...lintForm(set),
    ...lintDestinations(set, offer),
    ...lintBeds(set, offer, usable),
    ...lintCapabilities(matches, offer, needs),
    ...lintIdle(set, offer),
    ...lintUnusedWards(set, offer),
    ...(options.beforeResult ? [] : lintUnknownResult(matches)),
  ];
}
