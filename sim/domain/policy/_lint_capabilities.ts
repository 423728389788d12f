/** The check of capabilities: what patients of a rule may need and no facility on its list has. */
import type { City } from "../city/mod.ts";
import { CAPABILITIES, type Capability } from "../terms/mod.ts";
import { AT, needsCapability } from "./_attributes.ts";
import { finding, type LintFinding } from "./finding.ts";
import { type Matches, matchesOf } from "./_lint_matches.ts";
import { Offer } from "./_offer.ts";
import type { ReferralRule, RuleSet } from "./rule.ts";

/** Whether a case of some codes may need a capability that is, or is not, beyond the lower levels. */
function mayNeed(codes: readonly number[], capability: Capability, beyond: boolean): boolean {
  if (capability === "dialysis") {
    return codes[AT.dialysis] !== 0 && codes[AT.disease] !== 0 && codes[AT.diseaseSevere] !== 0;
  }
  const asked = codes[AT.beyondAbility];
  const severity = codes[AT.severity];
  if (severity === 0 || severity === 1) return false;
  return needsCapability(codes) && (asked < 0 || (asked === 1) === beyond);
}

/** A capability that nobody on the lists of some rules has, though their patients may need it. */
export interface CapabilityGap {
  /** The capability. */
  readonly capability: Capability;
  /** Rules with the gap, at least one. */
  readonly rules: readonly ReferralRule[];
  /** Grids in which it is, by index [-]. */
  readonly grids: readonly number[];
  /** `error` when the rules are about the capability itself, so that a scenario is refused. */
  readonly severity: "error" | "warning";
}

/**
 * Capabilities that patients may need and that nobody on the list of a rule has.
 *
 * @param set Rules.
 * @param city City whose links, facilities and wards they name.
 * @param options Age of the very old [years] and capabilities needed; all when left out.
 * @returns Gaps by capability and rule, rules with the same gap together; empty when there is none.
 *
 * @example A rule that nobody who can dialyse is on the list of
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { capabilityGaps } from "./mod.ts";
 *
 * const city = {
 *   id: "c", name: { en: "C", zh: "丙" }, districts: [], grids: [], communities: [],
 *   facilities: [], wards: [], links: [], fleets: [], ageShares: [], columns: [], published: [],
 *   outlines: [],
 * };
 * assertEquals(capabilityGaps({ name: "none", rules: [] }, city), []);
 * ```
 */
export function capabilityGaps(
  set: RuleSet,
  city: City,
  { veryOldAge, needs = CAPABILITIES }: {
    readonly veryOldAge?: number;
    readonly needs?: readonly Capability[];
  } = {},
): CapabilityGap[] {
  return gapsIn(matchesOf(set, veryOldAge), new Offer(city), needs);
}

/** Needed capabilities that nobody on the list of a rule has, rules with the same gap together. */
export function lintCapabilities(
  matches: Matches,
  offer: Offer,
  needs: readonly Capability[],
): LintFinding[] {
  return gapsIn(matches, offer, needs).map((gap) => gapFinding(gap, offer));
}

function gapsIn(matches: Matches, offer: Offer, needs: readonly Capability[]): CapabilityGap[] {
  const gaps: (CapabilityGap & { readonly rules: ReferralRule[] })[] = [];
  for (const capability of needs) {
    matches.set.rules.forEach((rule, index) => {
      const grids = gridsWithout(capability, index, matches, offer);
      if (grids.length === 0) return;
      const same = gaps.find((gap) =>
        gap.capability === capability && gap.grids.join() === grids.join() &&
        !isAbout(rule, capability) && !isAbout(gap.rules[0], capability)
      );
      if (same !== undefined) same.rules.push(rule);
      else {
        const severity = isAbout(rule, capability) ? "error" : "warning";
        gaps.push({ capability, rules: [rule], grids, severity });
      }
    });
  }
  return gaps;
}

function isAbout(rule: ReferralRule, capability: Capability): boolean {
  return capability === "dialysis" && rule.when.dialysis === true;
}

function gapFinding(
  { capability, rules, grids, severity }: CapabilityGap,
  { city }: Offer,
): LintFinding {
  const names = rules.map(({ name }) => `"${name}"`).join(", ");
  const lists = rules.length === 1 ? "the list of this rule" : `the lists of ${names}`;
  const whose = rules.length === 1 ? "its" : "their";
  const where = `in ${grids.length} of ${city.grids.length} grids`;
  const message =
    `No facility on ${lists} is capable of ${capability}, which ${whose} patients may need, ${where}`;
  const example = `grid "${city.grids[grids[0]].id}"`;
  const about = rules.length === 1 ? rules[0] : undefined;
  return finding({ severity, kind: "capability", message, example }, about);
}

/** Grids in which patients of a rule may need a capability that nobody on its list has. */
function gridsWithout(
  capability: Capability,
  index: number,
  { set, table, occurring }: Matches,
  offer: Offer,
): number[] {
  const { facilities, wards, grids } = offer.city;
  if ("place" in set.rules[index].to) return [];
  const own = occurring.codes.filter((_, i) => table.cells[occurring.cells[i]] === index);
  const needed = [false, true].map((beyond) =>
    own.some((codes) => mayNeed(codes, capability, beyond))
  );
  const able = new Set(
    facilities.filter(({ capabilities }) => capabilities.includes(capability)).map(({ id }) => id),
  );
  return [...grids.keys()].filter((grid) => {
    const list = offer.listed(set.rules[index], grid);
    return needed[offer.lower[grid].has(capability) ? 0 : 1] && list.length > 0 &&
      !list.some((ward) => able.has(wards[ward].facility));
  });
}
