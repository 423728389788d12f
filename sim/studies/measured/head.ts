/** What figures and tables of a study need to know of what it is about. */
import { measureDefinition } from "../../domain/mod.ts";
import type { Scenario } from "../../scenario/mod.ts";
import type { StudyHead } from "../../report/mod.ts";
import type { StudyMeasure, StudyRuns } from "./study_options.ts";

/**
 * Describes a study.
 *
 * @param scenarios Scenarios that the study is about, as they were given.
 * @param asked Measure and runs.
 * @returns City, scenarios with what they rest on, measure with unit, replications.
 *
 * @example The unit of the measure
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../../scenario/mod.ts";
 * import { headOf } from "./mod.ts";
 *
 * const plan = await loadScenario("scenarios/training.yaml");
 * const head = headOf([plan], { measure: "transfer_delay_mean", replications: 5, seed: "1" });
 * assertEquals([head.unit, head.scenarios[0].name], ["h", "training"]);
 * ```
 */
export function headOf(
  scenarios: readonly Scenario[],
  asked: StudyMeasure & StudyRuns,
): StudyHead {
  const { measure, groups = {}, replications, uncertainty = "replication" } = asked;
  return {
    city: { name: scenarios[0].city.name },
    scenarios: scenarios.map(({ name, title, provenance }) => ({
      name,
      title,
      grades: gradesOf(provenance),
    })),
    measure,
    groups,
    unit: measureDefinition(measure).unit,
    replications,
    uncertainty,
  };
}

/** Numbers of a scenario by grade. */
function gradesOf(provenance: Scenario["provenance"]): Record<string, number> {
  const counts = Map.groupBy(provenance, ({ grade }) => grade);
  return Object.fromEntries([...counts].map(([grade, entries]) => [grade, entries.length]));
}
