/** Copies of a scenario in which some numbers are others, named by their paths. */
import type { BilingualName } from "../domain/city/mod.ts";
import {
  changedParts,
  checkParts,
  foundText,
  lawIssues,
  programLocator,
  type Values,
} from "./_changed_checks.ts";
import { inputsDigest } from "./_digest.ts";
import { refuseErrors } from "./_rule_errors.ts";
import { fileOf, numberPaths, type PartName, writtenPart } from "./_scenario_file.ts";
import type { ScenarioFile } from "./_schema.ts";
import { keysOf, valueAt, withValueAt } from "./_value_paths.ts";
import { fixParameters } from "./draw.ts";
import { type Issue, IssueList, nearestName, quoted } from "./error.ts";
import type { Provenance, Scenario } from "./scenario.ts";

/**
 * Numbers by path: a plain one is in the unit inside [min, d, -, km/min, 1/min, 1/y or years, by the
 * number], a text is as a file writes it, e.g. `4.2 d`.
 */
export type ParameterValues = Readonly<Record<string, number | string>>;

/** What a changed scenario is called. */
export interface Naming {
  /** Short name; when left out, the old one and what was set. Names of one experiment must differ. */
  readonly name?: string;
  /** Title; when left out, the old one and what was set. */
  readonly title?: BilingualName;
}

/**
 * The scenario with some of its numbers replaced.
 *
 * Everything is checked as in a file, and all problems are said at once. The hash is that of a file
 * with the same numbers. A number that was set is no longer uncertain; its provenance says that a
 * program set it. Numbers that must fit together, such as shares that sum to 1, are set together.
 * For whole sections, other rules or another city see {@link withRules} and {@link withCity}.
 *
 * @param scenario Scenario.
 * @param values Numbers by path.
 * @param naming Name and title.
 * @returns The scenario, deeply frozen.
 * @throws {ScenarioError} When a path names no number, a value is out of its range, or values do not
 * fit together or with the laws of other uncertain numbers; the scenario's name stands for the file.
 *
 * @example Half the vehicles, and a slip of the pen
 * ```ts
 * import { assertEquals, assertThrows } from "@std/assert";
 * import { loadScenario, ScenarioError, setParameters } from "./mod.ts";
 *
 * const plan = await loadScenario("scenarios/training.yaml");
 * const half = setParameters(plan, { "transfer.vehicleFactor": 0.5, "transfer.target": "3 h" });
 * assertEquals([half.transfer.vehicleFactor, half.transfer.target], [0.5, 180]);
 * assertEquals(half.name, "training, transfer.vehicleFactor 0.5, transfer.target 3 h");
 * assertThrows(
 *   () => setParameters(plan, { "transfer.vehicelFactor": 0.5 }),
 *   ScenarioError,
 *   'nearest is "transfer.vehicleFactor"',
 * );
 * ```
 */
export function setParameters(
  scenario: Scenario,
  values: ParameterValues,
  naming: Naming = {},
): Scenario {
  const file = fileOf(scenario);
  const issues = new IssueList();
  const add = (issue: Omit<Issue, "file" | "line">) =>
    issues.add({ file: scenario.name, line: 0, ...issue });
  const known = knownValues(file, values, add);
  const at = (data: unknown) => programLocator(scenario.name, data);
  const parts = changedParts(file, known, at, issues);
  checkParts(parts, scenario.city, at(parts), issues);
  const { parameters } = fixParameters(scenario, [...known.keys()]).uncertainty;
  if (issues.size === 0) lawIssues(file, known, parameters).forEach(add);
  issues.throwIfAny("scenario", scenario.name);
  return changedScenario(scenario, { file, parts, known, naming });
}

/** Values whose paths name numbers; the others become issues. */
function knownValues(
  file: ScenarioFile,
  values: ParameterValues,
  add: (issue: Omit<Issue, "file" | "line">) => void,
): Values {
  const paths = numberPaths(file);
  const names = new Set(paths);
  const known = new Map<string, number | string>();
  for (const [path, value] of Object.entries(values)) {
    if (names.has(path)) {
      known.set(path, value);
      continue;
    }
    const here = valueAt(file, keysOf(path));
    const nearest = nearestName(path, paths);
    add({
      path,
      rule: "Expected the path of a number of the scenario",
      value: here === undefined ? quoted(path) : foundText(here),
      ...(nearest !== undefined && { nearest }),
    });
  }
  return known;
}

interface Change {
  readonly file: ScenarioFile;
  readonly parts: Partial<ScenarioFile>;
  readonly known: Values;
  readonly naming: Naming;
}

function changedScenario(
  scenario: Scenario,
  { file, parts, known, naming }: Change,
): Scenario {
  const texts = new Map(
    [...known].map(([path, value]) => [path, writtenText(file, path, value)] as const),
  );
  const inputs = [...known.keys()].map(keysOf).reduce(
    (data, keys) => withValueAt(data, keys, valueAt(parts, keys)),
    scenario,
  );
  const changed = {
    ...inputs,
    ...namesOf(scenario, naming, [...texts].map((pair) => pair.join(" "))),
    hash: inputsDigest(inputs),
    provenance: provenanceOf(scenario, texts),
  };
  refuseErrors(changed, changed.name);
  return fixParameters(changed, [...known.keys()]);
}

function writtenText(file: ScenarioFile, path: string, value: number | string): string {
  if (typeof value === "string") return value.trim();
  const { units } = writtenPart(file, keysOf(path)[0] as PartName);
  return `${value} ${units.get(path) ?? ""}`.trim();
}

/** Name and title of a changed scenario; what is added to the name can be part of a file's name. */
export function namesOf(
  { name, title }: Pick<Scenario, "name" | "title">,
  naming: Naming,
  changes: readonly string[],
): { name: string; title: BilingualName } {
  const added = { en: [title.en, ...changes].join(", "), zh: [title.zh, ...changes].join("，") };
  const own = [name, ...changes.map(plainChange)].join(", ");
  return { name: naming.name ?? own, title: naming.title ?? added };
}

/** A change without slashes: `25 km/h` is `25 km per h`. */
function plainChange(change: string): string {
  return change.replace(/(?<=\p{L})\/(?=\p{L})/gu, " per ").replace(/[/\\]/g, "-");
}

function provenanceOf(
  { provenance }: Scenario,
  texts: ReadonlyMap<string, string>,
): Provenance[] {
  const entryOf = (path: string): Provenance => ({
    path,
    text: texts.get(path)!,
    grade: "assumed",
    source: "Set by a program.",
    file: "",
  });
  const there = new Set(provenance.map(({ path }) => path));
  return [
    ...provenance.map((entry) => texts.has(entry.path) ? entryOf(entry.path) : entry),
    ...[...texts.keys()].filter((path) => !there.has(path)).map(entryOf),
  ];
}
