/** From a scenario file to one checked, frozen Scenario. */
import { basename, dirname, normalize } from "@std/path";
import type { City } from "../domain/mod.ts";
import { readCity } from "./city_folder.ts";
import type { LoadOptions as ReadOptions } from "./city_folder.ts";
import { readPeople, readSeverity } from "./_clinical_tables.ts";
import { pathAt, readMerged } from "./_extends.ts";
import { checkCourses } from "./_course_checks.ts";
import { checkDistricts } from "./_epidemic_checks.ts";
import { checkInterventions } from "./_interventions_checks.ts";
import { interventionsOf, readNewRules } from "./_interventions_read.ts";
import { MAX_BYTES, type Reading, refuseFile } from "./_files.ts";
import { treeLocator } from "./_locator.ts";
import { provenanceOf } from "./_provenance.ts";
import { checkScenario } from "./_scenario_checks.ts";
import { type ScenarioFile, scenarioSchema, soundParts } from "./_schema.ts";
import { checkVehicles } from "./_reception_checks.ts";
import { checkPlaces } from "./_staff_places.ts";
import { checkStart, checkWarmUp, readCensus, readWaiting, startOf } from "./_start_tables.ts";
import { check, type Locator } from "./_schema_kit.ts";
import { plainOf, type Tree } from "./_tree.ts";
import { IssueList, nearestName, quoted } from "./error.ts";
import { readUncertainty, withHash } from "./_uncertainty.ts";
import { deepFreeze, hashOf } from "./hash.ts";
import { restrictCity } from "./restrict.ts";
import { checkRoles } from "./_role_checks.ts";
import { checkReason, refuseErrors } from "./_rule_errors.ts";
import { readRules } from "./rules.ts";
import type { Scenario } from "./scenario.ts";

/** What may be said about loading a scenario. */
export interface ScenarioLoadOptions extends ReadOptions {
  /** Whether rules with errors are refused; true when left out. False is for those who list them. */
  readonly lint?: boolean;
}

/**
 * Loads a scenario: the file, those it extends, its city, tables and rule sets.
 *
 * Everything is checked before the first issue is reported, so that one load tells all that is
 * wrong. Paths in a file are relative to that file. Last of all the rules are checked against the
 * city: an error there is refused too, unless the file says `referral.lint: off` with a reason.
 *
 * @param path Path of the YAML file.
 * @param options Largest size of a file; whether rules with errors are refused.
 * @returns The scenario, deeply frozen.
 * @throws {ScenarioError} When anything is wrong, with every issue in file order.
 *
 * @example The plan on the training grid
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * assertEquals(scenario.window.days, 92);
 * ```
 */
export async function loadScenario(
  path: string,
  options: ScenarioLoadOptions = {},
): Promise<Scenario> {
  const issues = new IssueList();
  const reading: Reading = { issues, maxBytes: options.maxBytes ?? MAX_BYTES };
  const scenario = await readScenario(normalize(path), reading);
  issues.throwIfAny("scenario", path);
  if (options.lint !== false) refuseErrors(scenario as Scenario, path);
  return deepFreeze(scenario as Scenario);
}

async function readScenario(path: string, reading: Reading): Promise<Scenario | undefined> {
  const { issues } = reading;
  const tree = await readMerged(path, reading);
  if (tree === undefined) return undefined;
  const at = treeLocator(tree, path);
  const written = plainOf(tree);
  if (isRuleSet(written)) {
    const rule = `Expected a scenario, which names a rule set as referral: { rules: ${
      basename(path)
    } }`;
    return refuseFile(path, reading, { rule, value: "a rule set" });
  }
  const file = check(scenarioSchema, written, at, issues);
  const parts = file ?? soundParts(written);
  checkScenario(parts, at, issues);
  checkWarmUp(parts, at, issues);
  checkReason(tree, at, issues);
  const tables = await readTables(tree, reading);
  const { city: whole, people, severity, rules, otherwise } = tables;
  if (whole === undefined || parts.city === undefined) return undefined;
  const city = district(whole, parts.city.districts, at, issues);
  checkRoles(city, { rules, otherwise }, at, issues);
  checkPlaces(parts, city, at, issues);
  checkCourses(parts, city, at, issues);
  checkVehicles(parts, city, at, issues);
  checkDistricts(parts, whole, at, issues);
  checkInterventions(parts, city, at, issues);
  checkStart(tables, { city, window: parts.window, wards: parts.wards }, issues);
  const ground = { tree, at, file: issues.size > 0 ? undefined : file, folder: dirname(path) };
  const uncertain = await readUncertainty(ground, reading);
  if (file === undefined || issues.size > 0) return undefined;
  const name = basename(path).replace(/\.ya?ml$/, "");
  const { title, description, city: _c, people: _p, start, uncertainty: _u, ...values } = file;
  const inputs = {
    city,
    people,
    ...values,
    course: { ...values.course, severity },
    referral: { ...values.referral, rules, otherwise },
    ...datedOf(values, { city, rules: tables.newRules }),
    ...(start !== undefined && { start: startOf(tables) }),
  };
  const hash = await hashOf(inputs);
  return {
    name,
    title: title ?? { en: name, zh: name },
    description: description ?? { en: "", zh: "" },
    hash,
    ...inputs,
    uncertainty: await withHash(uncertain, hash),
    provenance: provenanceOf(tree, dirname(path)),
  } as Scenario;
}

/** Whether a file is a set of referral rules: it has them where a scenario has sections. */
function isRuleSet(written: unknown): boolean {
  if (typeof written !== "object" || written === null) return false;
  return "rules" in written && Array.isArray(written.rules) && !("referral" in written);
}

/** Interventions and arrivals; neither is there when its list is empty, as when it is left out. */
function datedOf(
  { interventions = [], arrivals = [] }: Pick<ScenarioFile, "interventions" | "arrivals">,
  names: Parameters<typeof interventionsOf>[1],
) {
  return {
    interventions: interventions.length > 0 ? interventionsOf(interventions, names) : undefined,
    arrivals: arrivals.length > 0
      ? arrivals.map(({ clause = "", ...group }) => ({ ...group, clause }))
      : undefined,
  };
}

/** Every file that the scenario names and whose name can be read. */
async function readTables(tree: Tree, reading: Reading) {
  const at = async <T>(
    keys: readonly string[],
    read: (path: string, reading: Reading) => Promise<T>,
  ): Promise<T | undefined> =>
    isText(tree, keys) ? await read(pathAt(tree, keys), reading) : undefined;
  return {
    city: await at(["city", "tables"], readCity),
    people: await at(["people", "tables"], readPeople),
    severity: await at(["course", "severity"], readSeverity),
    rules: await at(["referral", "rules"], readRules),
    otherwise: await at(["referral", "otherwise"], readRules),
    census: await at(["start", "census"], readCensus),
    waiting: await at(["start", "waiting"], readWaiting),
    newRules: await readNewRules(tree, reading),
  };
}

function isText(tree: Tree, keys: readonly string[]): boolean {
  let node: Tree | undefined = tree;
  for (const key of keys) node = node?.kind === "map" ? node.entries.get(key) : undefined;
  return node?.kind === "leaf" && typeof node.value === "string" && node.value !== "";
}

/** The city, or the named districts of it. */
function district(
  whole: City,
  ids: readonly string[] | undefined,
  at: Locator,
  issues: IssueList,
): City {
  if (ids === undefined) return whole;
  const path = ["city", "districts"];
  const known = whole.districts.map(({ id }) => id);
  const wrong = ids.map((id, index) => ({ id, index })).filter(({ id }) => !known.includes(id));
  for (const { id, index } of wrong) {
    const nearest = nearestName(id, known);
    const found = nearest === undefined ? {} : { nearest };
    const rule = "Expected the name of a district";
    const place = at.place([...path, index]);
    issues.add({ ...place, path: at.name([...path, index]), rule, value: quoted(id), ...found });
  }
  if (wrong.length > 0) return whole;
  if (ids.length > 0) return restrictCity(whole, ids);
  const rule = "Expected at least one district";
  issues.add({ ...at.place(path), path: at.name(path), rule, value: "an empty list" });
  return whole;
}
