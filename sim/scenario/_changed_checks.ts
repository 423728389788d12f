/** What must hold of a scenario that a program changed, as it must of a file. */
import type { City } from "../domain/city/mod.ts";
import { checkInterventions } from "./_interventions_checks.ts";
import { pathName } from "./_locator.ts";
import { issuesOf, unplaced } from "./_parameter_trial.ts";
import { checkVehicles } from "./_reception_checks.ts";
import { checkScenario } from "./_scenario_checks.ts";
import { type PartName, partWith, writtenPart } from "./_scenario_file.ts";
import { type ScenarioFile, scenarioSchema } from "./_schema.ts";
import { check, type Locator } from "./_schema_kit.ts";
import { checkPlaces } from "./_staff_places.ts";
import { checkWarmUp } from "./_start_tables.ts";
import { keysOf, valueAt } from "./_value_paths.ts";
import { type Issue, IssueList, quoted } from "./error.ts";
import type { UncertainParameter } from "./uncertainty.ts";

/** Values by path. */
export type Values = ReadonlyMap<string, number | string>;

/** Finds what a program wrote; there is no file, so the scenario's name stands for it. */
export function programLocator(scenario: string, data: unknown): Locator {
  return {
    place: () => ({ file: scenario, line: 0 }),
    written: (path) => foundText(valueAt(data, path as (string | number)[])),
    name: pathName,
  };
}

/** A value as messages show it. */
export function foundText(value: unknown): string {
  if (value === undefined || value === null) return "nothing";
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === "object") return "law" in value ? "a law" : "a map";
  return typeof value === "string" ? quoted(value) : String(value);
}

/** What joins the parts of a scenario, and them with the city. */
export function checkParts(
  parts: Partial<ScenarioFile>,
  city: City,
  at: Locator,
  issues: IssueList,
): void {
  checkScenario(parts, at, issues);
  checkWarmUp(parts, at, issues);
  checkPlaces(parts, city, at, issues);
  checkVehicles(parts, city, at, issues);
  checkInterventions(parts, city, at, issues);
}

/** Parts with other values, checked by their schemas; those that are wrong are left out. */
export function changedParts(
  file: ScenarioFile,
  values: Values,
  at: (data: unknown) => Locator,
  issues: IssueList,
): Partial<ScenarioFile> {
  const parts: Record<string, unknown> = { ...file };
  for (const [name, own] of byPart(values)) {
    const data = partWith(writtenPart(file, name), own);
    const within = at({ [name]: data });
    parts[name] = check<unknown>(scenarioSchema.shape[name], data, {
      place: (path) => within.place([name, ...path]),
      written: (path) => within.written([name, ...path]),
      name: (path) => within.name([name, ...path]),
    }, issues);
    if (parts[name] === undefined) delete parts[name];
  }
  return parts;
}

function byPart(values: Values): Map<PartName, [string, number | string][]> {
  return Map.groupBy(values, ([path]) => keysOf(path)[0] as PartName);
}

/** What laws that are left could draw against the new values. */
export function lawIssues(
  file: ScenarioFile,
  values: Values,
  laws: readonly UncertainParameter[],
): Omit<Issue, "file" | "line">[] {
  const parts = new Set(byPart(values).keys());
  const near = laws.filter(({ path }) => parts.has(keysOf(path)[0] as PartName));
  return near.flatMap(({ path, law, unit }) =>
    (["low", "high"] as const).flatMap((end) => {
      const value = (law as { low: number; high: number })[end];
      const issues = new IssueList();
      const nowhere = () => unplaced([]);
      const drawn = changedParts(file, new Map([...values, [path, value]]), nowhere, issues);
      checkScenario(drawn, unplaced([]), issues);
      return issuesOf(issues).map((issue) => ({
        path: `uncertainty.parameters.${path}`,
        rule: issue.path === path ? issue.rule : `${issue.rule} (${issue.path})`,
        value: `${`${value} ${unit}`.trim()}, which it can draw`,
      }));
    })
  );
}
