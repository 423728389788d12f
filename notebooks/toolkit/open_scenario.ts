/** Scenarios by their short names. */
import { fromFileUrl, relative } from "@std/path";
import { loadScenario, nearestName, type Scenario, ScenarioError } from "gridcare/scenario/mod.ts";
import type { Kernel } from "./display.ts";
import { stopWithProblems } from "./problems.ts";

const FOLDER = fromFileUrl(new URL("../../scenarios/", import.meta.url));
const YAML = /\.ya?ml$/i;

async function namesKept(): Promise<string[]> {
  const names: string[] = [];
  for await (const { name, isFile } of Deno.readDir(FOLDER)) {
    if (isFile && YAML.test(name)) names.push(name.replace(YAML, ""));
  }
  return names.sort();
}

/** Path of a scenario as seen from the notebook. */
async function pathOf(name: string): Promise<string> {
  if (YAML.test(name)) return name;
  const names = await namesKept();
  if (names.includes(name)) return relative(Deno.cwd(), `${FOLDER}${name}.yaml`);
  const nearest = nearestName(name, names);
  const hint = nearest === undefined ? `there are ${names.join(", ")}` : `nearest is "${nearest}"`;
  throw new RangeError(
    `Cannot open scenario "${name}" as scenarios/ must hold ${name}.yaml: ${hint}`,
  );
}

/**
 * Opens a scenario; what is wrong with it is shown as a table, and the cell ends with one line.
 *
 * @param name Name of a file in `scenarios/` without its ending, e.g. `training`; or a path that ends
 * in `.yaml`, as seen from the notebook.
 * @param kernel Where problems are shown; the notebook's own when left out.
 * @returns The scenario, deeply frozen.
 * @throws {RangeError} When `scenarios/` has no such file; the nearest name is named.
 * @throws {CellStop} When the file or one that it names is wrong.
 *
 * @example The plan on the training grid
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openScenario } from "./open_scenario.ts";
 *
 * assertEquals((await openScenario("training")).window.days, 92);
 * ```
 */
export async function openScenario(name: string, kernel?: Kernel): Promise<Scenario> {
  const path = await pathOf(name);
  try {
    return await loadScenario(path);
  } catch (error) {
    if (error instanceof ScenarioError) return await stopWithProblems(error, kernel);
    throw error;
  }
}

/**
 * Opens several scenarios, one after another.
 *
 * @param names Names or paths, as for {@link openScenario}; the first is the one that an experiment
 * compares the others with.
 * @returns Scenarios, in the order named.
 * @throws {RangeError} When `scenarios/` has no such file; the nearest name is named.
 * @throws {CellStop} When a file is wrong.
 *
 * @example With tiers and without
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { openScenarios } from "./open_scenario.ts";
 *
 * const [plan, noTiers] = await openScenarios("training", "training_no_tiers");
 * assertEquals([plan.name, noTiers.name], ["training", "training_no_tiers"]);
 * ```
 */
export async function openScenarios<Names extends string[]>(
  ...names: Names
): Promise<{ [At in keyof Names]: Scenario }> {
  const scenarios: Scenario[] = [];
  for (const name of names) scenarios.push(await openScenario(name));
  return scenarios as { [At in keyof Names]: Scenario };
}
