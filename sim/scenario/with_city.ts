/** A scenario in another city, or in the same one with other tables. */
import type { City } from "../domain/city/mod.ts";
import { checkParts, programLocator } from "./_changed_checks.ts";
import { checkCityAgain } from "./_city_again.ts";
import { inputsDigest } from "./_digest.ts";
import { checkDistricts } from "./_epidemic_checks.ts";
import { checkRoles } from "./_role_checks.ts";
import { refuseErrors } from "./_rule_errors.ts";
import { fileOf } from "./_scenario_file.ts";
import { checkStart } from "./_start_tables.ts";
import { fixParameters } from "./draw.ts";
import { IssueList } from "./error.ts";
import type { Scenario } from "./scenario.ts";
import { namesOf, type Naming } from "./set_parameters.ts";

/**
 * The scenario in another city: one of other grids, beds or vehicles, or another altogether.
 *
 * The tables are checked as those of a folder are, then everything that joins them with the scenario:
 * roles that rules need, wards, staff who move, interventions, given patients, the rules themselves.
 * The hash is that of a file that names such a city. An intervention that was written for all grids,
 * or for a role, stays with those that the city had when the file was loaded.
 *
 * @param scenario Scenario.
 * @param city City, e.g. of {@link regrid}, or a copy with other wards or fleets.
 * @param naming Name and title; when left out, those of the scenario with the city's identifier.
 * @returns The scenario, deeply frozen.
 * @throws {ScenarioError} When anything is wrong, with every issue.
 *
 * @example The plan with the whole city as one grid
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario, regrid, withCity } from "./mod.ts";
 *
 * const plan = await loadScenario("scenarios/training_city.yaml");
 * const title = { en: "One grid", zh: "一个网格" };
 * const one = withCity(plan, regrid(plan.city, () => "whole"), { name: "one_grid", title });
 * assertEquals([plan.city.grids.length, one.city.grids.length], [3, 1]);
 * ```
 */
export function withCity(scenario: Scenario, city: City, naming: Naming = {}): Scenario {
  const issues = new IssueList();
  const file = fileOf({ ...scenario, city });
  const at = programLocator(scenario.name, file);
  checkCityAgain(city, issues);
  const { rules, otherwise } = scenario.referral;
  checkRoles(city, { rules, otherwise }, at, issues);
  checkParts(file, city, at, issues);
  checkDistricts(file, { ...city, districts: districtsOf(scenario, city) }, at, issues);
  if (scenario.start !== undefined) {
    const { window, wards } = file;
    checkStart(startTables(scenario.start, scenario.name), { city, window, wards }, issues);
  }
  issues.throwIfAny("scenario", scenario.name);
  const inputs = { ...scenario, city };
  const changed = {
    ...inputs,
    ...namesOf(scenario, naming, [`city ${city.id}`]),
    hash: inputsDigest(inputs),
  };
  refuseErrors(changed, changed.name);
  return fixParameters(changed, []);
}

/** Districts that may be named: those of the city, and those that the old part of a city lacked too. */
function districtsOf({ city: old, services }: Scenario, { districts }: City): City["districts"] {
  const had = new Set(old.districts.map(({ id }) => id));
  const named = [...services.levels, ...services.levelRule.before].map(({ district }) => district);
  const foreign = named.filter((id) => id !== undefined && !had.has(id)) as string[];
  return [...districts, ...foreign.map((id) => ({ id, name: { en: id, zh: id } }))];
}

/** The patients of the start as tables that stand in no file. */
function startTables({ census, waiting }: NonNullable<Scenario["start"]>, file: string) {
  const ranked = { written: [], legible: true, rankOf: (index: number) => index };
  const place = { file, complete: true, lineOf: () => 0, ...ranked };
  return {
    census: { ...place, name: "census", rows: census },
    waiting: waiting.length === 0 ? undefined : { ...place, name: "waiting", rows: waiting },
  };
}
