/** Rules in which two sets differ. */
import type { Destination, ReferralRule, RuleCondition, RuleSet } from "../domain/policy/mod.ts";
import { clausesIn } from "./_clauses.ts";
import type { ScenarioChange } from "./scenario_change.ts";

/** Rules added, removed and changed, by name, in the order of the new set and then of the old. */
export function changedRules(path: string, from: RuleSet, to: RuleSet): ScenarioChange[] {
  const old = new Map(from.rules.map((rule) => [rule.name, rule]));
  const own = new Map(to.rules.map((rule) => [rule.name, rule]));
  const changes: ScenarioChange[] = [
    line(path, from.name, to.name),
    line(`${path}.hit`, from.hit ?? "first", to.hit ?? "first"),
    line(`${path}.decisions`, decisionsText(from), decisionsText(to)),
  ];
  const common = (set: RuleSet) =>
    set.rules.map(({ name }) => name).filter((name) => old.has(name) && own.has(name)).join(", ");
  changes.push(line(path, `order ${common(from)}`, `order ${common(to)}`));
  for (const name of new Set([...own.keys(), ...old.keys()])) {
    changes.push(...changedRule(`${path}.${name}`, old.get(name), own.get(name)));
  }
  return changes.filter((change) => change.from !== change.to);
}

function changedRule(
  path: string,
  from: ReferralRule | undefined,
  to: ReferralRule | undefined,
): ScenarioChange[] {
  const cited = [to?.clause ?? "", from?.clause ?? ""];
  if (from === undefined || to === undefined) {
    return [line(path, from ? ruleText(from) : "", to ? ruleText(to) : "", cited)];
  }
  const parts = {
    when: conditionText,
    to: ({ to }: ReferralRule) => placeText(to),
    overflow: ({ overflow }: ReferralRule) => overflow.map(placeText).join(", "),
    clause: ({ clause }: ReferralRule) => clause,
    interpretation: ({ interpretation }: ReferralRule) => String(interpretation),
    priority: ({ priority }: ReferralRule) => String(priority ?? 0),
  };
  return Object.entries(parts).map(([part, textOf]) =>
    line(`${path}.${part}`, textOf(from), textOf(to), cited)
  );
}

function line(path: string, from: string, to: string, cited: readonly string[] = []) {
  return { path, from, to, grade: "", source: "", file: "", clauses: clausesIn(...cited) };
}

/** A rule in words: `severity critical, mainCause covid: designated icu, then lead icu`. */
function ruleText(rule: ReferralRule): string {
  const places = [rule.to, ...rule.overflow].map(placeText).join(", then ");
  return `${conditionText(rule)}: ${places}`;
}

function conditionText({ when }: { readonly when: RuleCondition }): string {
  const words = Object.entries(when).map(([name, value]) => {
    if (typeof value === "boolean") return value ? name : `not ${name}`;
    return `${name} ${value.join(" or ")}`;
  });
  return words.length === 0 ? "any case" : words.join(", ");
}

function placeText(place: Destination): string {
  if ("place" in place) return place.place;
  const { role, ward, grid, tier } = place;
  const reach = grid === undefined || grid === "own" ? "" : ` (${grid})`;
  return `${role} ${ward}${tier === undefined ? "" : ` of tier ${tier}`}${reach}`;
}

/** What a function decided, short: how many cells each rule has. */
function decisionsText({ rules, decisions }: RuleSet): string {
  if (decisions === undefined) return "";
  const count = (index: number) => decisions.cells.filter((rule) => rule === index).length;
  const shares = rules.map(({ name }, index) => `${name} ${count(index)}`);
  return `by ${decisions.attributes.join(", ")}: ${shares.join(", ")}`;
}
