/** Scenario files from the command line. */
import { incomparable } from "../experiment/mod.ts";
import { checkResultFolder } from "../report/mod.ts";
import { loadScenario } from "../scenario/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { InputError } from "./exit.ts";

/**
 * Loads scenarios; all that is wrong with any of them comes in one error.
 *
 * @param files Paths.
 * @returns Scenarios, in order.
 * @throws {ScenarioError} When one file is wrong.
 * @throws {InputError} When several are, or they cannot be compared.
 */
export async function loadAll(files: readonly string[]): Promise<Scenario[]> {
  const loaded = await Promise.allSettled(files.map((file) => loadScenario(file)));
  const failures = loaded.flatMap((l) => l.status === "rejected" ? [l.reason as Error] : []);
  if (failures.length === 1) throw failures[0];
  if (failures.length > 1) throw new InputError(failures.map((f) => f.message).join("\n"));
  const scenarios = loaded.flatMap((l) => l.status === "fulfilled" ? [l.value] : []);
  const reason = incomparable(scenarios);
  if (reason !== "") throw new InputError(reason);
  return scenarios;
}

/**
 * Refuses a result folder that may not be replaced.
 *
 * @param folder Path.
 * @throws {InputError} When something else than a result folder stands there.
 */
export function checkTarget(folder: string): void {
  try {
    checkResultFolder(folder);
  } catch (error) {
    throw new InputError((error as Error).message);
  }
}
