/** Changed copies of a loaded scenario, for a question asked in a cell. */
import type { BilingualName } from "gridcare/domain/mod.ts";
import { deepFreeze, hashOf, type Scenario } from "gridcare/scenario/mod.ts";

/** Sections of a scenario that a copy has instead of those of the original. */
export type ScenarioChange = Partial<
  Omit<Scenario, "name" | "title" | "description" | "hash" | "provenance">
>;

/**
 * Copies a scenario with other sections.
 *
 * The copy has the hash that a file with the same inputs would have. Its provenance says which
 * sections a program has changed. Nothing checks the new sections but their types; for lasting
 * scenarios write a file, which is checked.
 *
 * @param scenario Original; left as it is.
 * @param naming Short name of the copy, and its titles.
 * @param change Sections that differ, whole; write `{ ...scenario.care, lowerBed: 0.2 }` for a part.
 * @returns A frozen scenario.
 *
 * @example Half of the people follow the rules
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "gridcare/scenario/mod.ts";
 * import { changeScenario } from "./change_scenario.ts";
 *
 * const plan = await loadScenario("../scenarios/training.yaml");
 * const half = await changeScenario(
 *   plan,
 *   { name: "half", title: { en: "Half follow", zh: "半数遵循" } },
 *   { referral: { ...plan.referral, adherence: 0.5 } },
 * );
 * assertEquals([plan.referral.adherence, half.referral.adherence], [1, 0.5]);
 * assertEquals(plan.hash === half.hash, false);
 * ```
 */
export async function changeScenario(
  scenario: Scenario,
  naming: { readonly name: string; readonly title: BilingualName },
  change: ScenarioChange,
): Promise<Scenario> {
  const { name: _, title: __, description, hash: ___, provenance, ...inputs } = scenario;
  const changed = { ...inputs, ...structuredClone(change) };
  return deepFreeze({
    ...changed,
    ...naming,
    description,
    hash: await hashOf(changed),
    provenance: [
      ...provenance,
      ...Object.keys(change).map((path) => ({
        path,
        text: "changed by a program",
        grade: "assumed" as const,
        source: "",
        file: "",
      })),
    ],
  });
}
