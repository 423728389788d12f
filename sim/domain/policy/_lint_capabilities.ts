/** The check of capabilities: what patients of a rule may need and no facility on its list has. */
import { AT, needsCapability } from "./_attributes.ts";
import { finding, type LintFinding } from "./finding.ts";
import type { Matches } from "./_lint_matches.ts";
import type { Offer } from "./_offer.ts";
import type { ReferralRule } from "./rule.ts";
import type { Capability } from "../terms/mod.ts";

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
interface Gap {
  readonly capability: Capability;
  readonly rules: ReferralRule[];
  readonly grids: readonly number[];
}

/** Needed capabilities that nobody on the list of a rule has, rules with the same gap together. */
export function lintCapabilities(
  matches: Matches,
  offer: Offer,
  needs: readonly Capability[],
): LintFinding[] {
  const gaps: Gap[] = [];
  for (const capability of needs) {
    matches.set.rules.forEach((rule, index) => {
      const grids = gridsWithout(capability, index, matches, offer);
      if (grids.length === 0) return;
      const same = gaps.find((gap) =>
        gap.capability === capability && gap.grids.join() === grids.join() &&
        !isAbout(rule, capability) && !isAbout(gap.rules[0], capability)
      );
      if (same !== undefined) same.rules.push(rule);
      else gaps.push({ capability, rules: [rule], grids });
    });
  }
  return gaps.map((gap) => gapFinding(gap, offer));
}

function isAbout(rule: ReferralRule, capability: Capability): boolean {
  return capability === "dialysis" && rule.when.dialysis === true;
}

function gapFinding({ capability, rules, grids }: Gap, { city }: Offer): LintFinding {
  const names = rules.map(({ name }) => `"${name}"`).join(", ");
  const lists = rules.length === 1 ? "the list of this rule" : `the lists of ${names}`;
  const whose = rules.length === 1 ? "its" : "their";
  const where = `in ${grids.length} of ${city.grids.length} grids`;
  const message =
    `No facility on ${lists} is capable of ${capability}, which ${whose} patients may need, ${where}`;
  const severity = isAbout(rules[0], capability) ? "error" : "warning";
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
