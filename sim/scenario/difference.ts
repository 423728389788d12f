/** What differs between two scenarios, in words. */
import { clausesIn } from "./_clauses.ts";
import { changedRules } from "./_difference_rules.ts";
import { changedTables } from "./_difference_tables.ts";
import { changedValues } from "./_difference_values.ts";
import { canonicalJson } from "./hash.ts";
import type { Scenario } from "./scenario.ts";
import type { ScenarioChange } from "./scenario_change.ts";
import type { AcceptedSets } from "./uncertainty.ts";

/**
 * Lists what differs between two scenarios.
 *
 * Numbers, dates, flags and laws come one by one, a law of another name as a whole; rules by their
 * names, part by part; tables column by column, numbers that add up as their totals and others as
 * the values that occur. A number written in another unit does not differ. Laws of uncertain numbers
 * are listed too, as `uncertainty.parameters.…`; names, titles and descriptions are not.
 *
 * @param from Scenario to compare with.
 * @param to Scenario.
 * @returns Lines in the order of the parts of a scenario: tables, numbers, rules, laws of uncertain
 * numbers; none when results cannot differ. The other way round the paths are the same.
 *
 * @example The same rules, followed less often
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { differencesOf, loadScenario } from "./mod.ts";
 *
 * const plan = await loadScenario("scenarios/training.yaml");
 * const happened = await loadScenario("scenarios/training_as_happened.yaml");
 * const [{ path, from, to }] = differencesOf(plan, happened);
 * assertEquals([path, from, to], ["referral.adherence", "1", "0.079"]);
 * ```
 */
export function differencesOf(from: Scenario, to: Scenario): ScenarioChange[] {
  return [
    ...changedTables(from, to),
    ...changedValues(from, to),
    ...changedRules("referral.rules", from.referral.rules, to.referral.rules),
    ...changedRules("referral.otherwise", from.referral.otherwise, to.referral.otherwise),
    ...changedLaws(from, to),
  ];
}

/** Laws of uncertain numbers, and accepted sets, that differ. */
function changedLaws(from: Scenario, to: Scenario): ScenarioChange[] {
  const old = new Map(from.uncertainty.parameters.map((law) => [law.path, law]));
  const own = new Map(to.uncertainty.parameters.map((law) => [law.path, law]));
  const laws = [...new Set([...own.keys(), ...old.keys()])].flatMap((path) => {
    const [a, b] = [old.get(path), own.get(path)];
    if (canonicalJson(a?.law) === canonicalJson(b?.law)) return [];
    const { grade = "", source = "", file = "" } = b ?? {};
    const clauses = clausesIn(source, a?.source ?? "");
    const [before, after] = [a?.written ?? "", b?.written ?? ""];
    const place = `uncertainty.parameters.${path}`;
    return [{ path: place, from: before, to: after, grade, source, file, clauses }];
  });
  return [...laws, ...changedSets(from.uncertainty.sets, to.uncertainty.sets)];
}

function changedSets(from: AcceptedSets | null, to: AcceptedSets | null): ScenarioChange[] {
  const content = (sets: AcceptedSets | null) =>
    sets === null ? "" : canonicalJson([sets.paths, sets.rows]);
  if (content(from) === content(to)) return [];
  const words = (sets: AcceptedSets | null) =>
    sets === null ? "" : `${sets.rows.length} sets of ${sets.paths.join(", ")} (${sets.file})`;
  const { grade = "", source = "", file = "" } = to ?? {};
  const clauses = clausesIn(source, from?.source ?? "");
  const line = { path: "uncertainty.sets", from: words(from), to: words(to) };
  return [{ ...line, grade, source, file, clauses }];
}
