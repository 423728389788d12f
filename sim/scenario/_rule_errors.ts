/** Refuses to run rules with errors, unless the author says that they shall run, and why. */
import type { Locator } from "./_schema_kit.ts";
import type { Tree } from "./_tree.ts";
import { treeAt } from "./_value_paths.ts";
import { type IssueList, quoted, ScenarioError } from "./error.ts";
import { lintRulesOf } from "./lint.ts";
import type { Scenario } from "./scenario.ts";

const LINT = ["referral", "lint"];
const HOW = "lint: { value: off, source: <why> }";

/** A check that is switched off must state a reason; it then stands in the provenance. */
export function checkReason(tree: Tree, at: Locator, issues: IssueList): void {
  const leaf = treeAt(tree, LINT);
  if (leaf?.kind !== "leaf" || leaf.value !== "off" || leaf.source.trim() !== "") return;
  const rule = `Expected a reason where the check of the rules is off: \`${HOW}\``;
  issues.add({ ...at.place(LINT), path: at.name(LINT), rule, value: "no source" });
}

/** Throws when the check of the rules finds errors and is not switched off. */
export function refuseErrors(scenario: Scenario, path: string): void {
  if (scenario.referral.lint === "off") return;
  const errors = lintRulesOf(scenario).filter(({ severity }) => severity === "error");
  if (errors.length === 0) return;
  const issues = errors.map(({ rule, clause, message, example }) => {
    const who = rule === "" ? "" : `rule ${quoted(rule)} (${clause}): `;
    const value = `${who}${message}${example === "" ? "" : ` (${example})`}`;
    return { file: path, line: 0, path: "referral.rules", rule: "Expected rules that hold", value };
  });
  const rule = `Expected \`${HOW}\` to run rules with errors knowingly`;
  const override = { file: path, line: 0, path: "referral.lint", rule, value: '"on"' };
  throw new ScenarioError("scenario", path, [...issues, override]);
}
