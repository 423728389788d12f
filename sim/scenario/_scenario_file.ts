/**
 * A loaded scenario as its file would say it again, so that what a program changes is checked by the
 * schema and the rules of files.
 */
import { type ScenarioFile, scenarioSchema } from "./_schema.ts";
import { pathName } from "./_locator.ts";
import { type Keys, keysOf, valueAt, withValueAt } from "./_value_paths.ts";
import { INSIDE_UNITS } from "./_parameter_units.ts";
import type { Scenario } from "./scenario.ts";

/** Parts of a file that hold no numbers of the model. */
const APART: ReadonlySet<string> = new Set(["title", "description", "city", "people", "start"]);

/** Name of a part of a scenario file, e.g. `care`. */
export type PartName = keyof ScenarioFile;

/** A part with its numbers as a file has them. */
export interface WrittenPart {
  /** The part. */
  readonly data: unknown;
  /** Units inside by path, e.g. `min`; numbers that have none are left out. */
  readonly units: ReadonlyMap<string, string>;
}

/** A scenario as a checked file: tables and rules by name, numbers in the units inside. */
export function fileOf(scenario: Scenario): ScenarioFile {
  const parts: Record<string, unknown> = {};
  for (const name of Object.keys(scenarioSchema.shape)) {
    const part = valueAt(scenario, [name]);
    if (part !== undefined && name !== "uncertainty") parts[name] = part;
  }
  const { course, referral, interventions, start } = scenario;
  const { rules, otherwise, ...others } = referral;
  return {
    ...parts,
    city: { tables: scenario.city.id },
    people: { tables: "people" },
    course: { ...course, severity: "severity" },
    referral: { ...others, rules: rules.name, otherwise: otherwise.name },
    ...(start !== undefined && { start: { census: "census" } }),
    ...(interventions !== undefined && { interventions: writtenInterventions(interventions) }),
  } as unknown as ScenarioFile;
}

function writtenInterventions(list: NonNullable<Scenario["interventions"]>) {
  return list.map(({ rules, close, ...change }) => {
    const { reopens = "", ...closure } = close ?? {};
    return {
      ...change,
      ...(rules !== undefined && { rules: rules.name }),
      ...(close !== undefined && { close: { ...closure, ...(reopens !== "" && { reopens }) } }),
    };
  });
}

/** Paths of all numbers of the model, in the order of the parts. */
export function numberPaths(file: ScenarioFile): string[] {
  const names = Object.keys(file).filter((name) => !APART.has(name));
  return names.flatMap((name) => pathsWithin(valueAt(file, [name]), [name]));
}

function pathsWithin(value: unknown, keys: Keys): string[] {
  if (typeof value === "number") return [pathName(keys)];
  if (typeof value !== "object" || value === null) return [];
  const isList = Array.isArray(value);
  return Object.entries(value).flatMap(([key, member]) =>
    pathsWithin(member, [...keys, isList ? Number(key) : key])
  );
}

/** Parts as written; copies of a scenario share those that they do not change. */
const WRITTEN = new WeakMap<object, WrittenPart>();

/**
 * A part with its numbers as a file has them: each with the unit inside that the schema takes there.
 *
 * A number without a unit is refused wherever one belongs, so the units are found by trying: first
 * none, then each unit for the numbers that are still refused.
 */
export function writtenPart(file: ScenarioFile, name: PartName): WrittenPart {
  const part = file[name] as object;
  const known = WRITTEN.get(part);
  if (known !== undefined) return known;
  let data: unknown = part;
  const units = new Map<string, string>();
  for (const unit of INSIDE_UNITS) {
    const refused = refusedPaths(name, data);
    if (refused.length === 0) break;
    for (const keys of refused) {
      const value = valueAt(part, keys);
      if (typeof value !== "number") continue;
      data = withValueAt(data, keys, `${value} ${unit}`);
      units.set(pathName([name, ...keys]), unit);
    }
  }
  const written = { data, units };
  WRITTEN.set(part, written);
  return written;
}

function refusedPaths(name: PartName, data: unknown): Keys[] {
  const result = scenarioSchema.shape[name].safeParse(data);
  return result.success ? [] : result.error.issues.map(({ path }) => path as Keys);
}

/** A part with other values at some paths, as a file would have them. */
export function partWith(
  { data, units }: WrittenPart,
  values: Iterable<readonly [path: string, value: number | string]>,
): unknown {
  let changed = data;
  for (const [path, value] of values) {
    const unit = units.get(path);
    const written = typeof value === "string" || unit === undefined ? value : `${value} ${unit}`;
    changed = withValueAt(changed, keysOf(path).slice(1), written);
  }
  return changed;
}
