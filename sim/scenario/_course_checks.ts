/** Whether the city has hospitals that can treat in sessions. */
import { COURSE_LINES } from "../domain/terms/mod.ts";
import type { City } from "../domain/mod.ts";
import type { Locator } from "./_schema_kit.ts";
import type { ScenarioFile } from "./_schema.ts";
import type { IssueList } from "./error.ts";

/**
 * Checks that every line of treatment in sessions with patients has a hospital for them.
 *
 * @param file Parts of a scenario.
 * @param city The city that is simulated.
 * @param at Where things stand in the files.
 * @param issues Takes what is wrong.
 */
export function checkCourses(
  { services }: Partial<ScenarioFile>,
  city: City,
  at: Locator,
  issues: IssueList,
): void {
  if (services === undefined) return;
  for (const line of COURSE_LINES) {
    const { patients, capability } = services.courses[line];
    const isAble = city.facilities.some(({ kind, capabilities }) =>
      kind === "hospital" && capabilities.includes(capability)
    );
    if (patients === 0 || isAble) continue;
    const path = ["services", "courses", line, "patients"];
    const rule = `Expected 0 as no hospital of the city has the capability ${capability} ` +
      "(column capabilities of facilities)";
    issues.add({ ...at.place(path), path: at.name(path), rule, value: String(patients) });
  }
}
