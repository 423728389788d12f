/** What must hold between the parts of a scenario whose numbers were drawn. */
import { distributionOf, type DistributionSpec } from "../engine/random/mod.ts";
import { issuesOf, unplaced } from "./_parameter_trial.ts";
import { checkScenario } from "./_scenario_checks.ts";
import type { ScenarioFile } from "./_schema.ts";
import type { Keys } from "./_value_paths.ts";
import { IssueList } from "./error.ts";
import type { Scenario } from "./scenario.ts";

/** One thing that does not hold. */
export interface Broken {
  /** Part of the scenario, e.g. `course`. */
  readonly part: string;
  readonly message: string;
}

/** What is wrong with a scenario, as far as the numbers at these paths can have made it so. */
export function checkDrawn(scenario: Scenario, drawn: readonly Keys[]): Broken[] {
  const issues = new IssueList();
  // Parts of a file and of a scenario are alike but for tables and rules, which these checks leave.
  checkScenario(scenario as unknown as Partial<ScenarioFile>, unplaced([]), issues);
  const joined = issuesOf(issues).map(({ path, rule, value }) => {
    return { part: path.split(/[.[]/)[0], message: `${path}: ${rule}, found ${value}` };
  });
  return [...joined, ...drawn.flatMap((keys) => lawBroken(scenario, keys))];
}

/** What is wrong with the law that a number belongs to. */
function lawBroken(scenario: Scenario, keys: Keys): Broken[] {
  let node: unknown = scenario;
  for (const key of keys) {
    node = (node as Record<string | number, unknown>)[key];
    if (typeof node !== "object" || node === null || !("law" in node)) continue;
    try {
      distributionOf(node as DistributionSpec);
      return [];
    } catch (error) {
      return [{ part: String(keys[0]), message: (error as Error).message }];
    }
  }
  return [];
}
