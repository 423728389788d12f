/** Clauses that rules cite and the register does not have. */
import type { LintFinding } from "../domain/policy/mod.ts";
import type { ClauseRegister } from "./clauses.ts";
import { nearestName, quoted } from "./error.ts";
import { phasesOf } from "./phases.ts";
import type { Scenario } from "./scenario.ts";

/** What rules cite that is no clause of a notice. */
const NO_CLAUSE = "none";

/**
 * Checks that the register has every clause that a rule of a scenario cites: the rules in force, in all
 * phases of the run, and those followed otherwise when some do.
 *
 * @param scenario Scenario.
 * @param register Clauses.
 * @returns A warning for each rule with an unknown clause; none when all is well.
 *
 * @example The plan cites clauses of the register
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { lintClauses, loadClauses, loadScenario } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * assertEquals(lintClauses(scenario, await loadClauses()), []);
 * ```
 */
export function lintClauses(scenario: Scenario, { clauses }: ClauseRegister): LintFinding[] {
  const known = clauses.map(({ clause }) => clause);
  const followed = scenario.referral.adherence < 1 ? 2 : 1;
  const sets = phasesOf(scenario).flatMap((phase) => phase.sets.slice(0, followed));
  return [...new Set(sets)].flatMap(({ rules }) =>
    rules.filter(({ clause }) => clause !== NO_CLAUSE && !known.includes(clause)).map((rule) => {
      const nearest = nearestName(rule.clause, known);
      const hint = nearest === undefined ? "" : `; nearest is ${quoted(nearest)}`;
      const message = `the register of clauses has no ${quoted(rule.clause)}${hint}`;
      const { name, clause } = rule;
      return { severity: "warning", kind: "clause", rule: name, clause, message, example: "" };
    })
  );
}
