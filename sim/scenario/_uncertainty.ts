/** The uncertain parameters of a scenario file, checked against what they may replace. */
import { readSets } from "./_accepted_sets.ts";
import { pathAt } from "./_extends.ts";
import type { Reading } from "./_files.ts";
import { pathName } from "./_locator.ts";
import { checkTogether } from "./_parameter_corners.ts";
import { type ParameterGround, readParameter } from "./_parameter.ts";
import { ParameterPaths } from "./_parameter_paths.ts";
import { Trial } from "./_parameter_trial.ts";
import type { ScenarioFile } from "./_schema.ts";
import type { Locator } from "./_schema_kit.ts";
import { type Leaf, plainOf, type Tree } from "./_tree.ts";
import { isWithin, treeAt } from "./_value_paths.ts";
import { quoted } from "./error.ts";
import { hashOf } from "./hash.ts";
import type { AcceptedSets, UncertainParameter, UncertaintySpec } from "./uncertainty.ts";

/** What the section is read against. */
export interface UncertaintyGround {
  readonly tree: Tree;
  readonly at: Locator;
  /** The file as checked; undefined when it is wrong, and less can be checked here then. */
  readonly file: ScenarioFile | undefined;
  /** Folder from which files are named. */
  readonly folder: string;
}

/** The laws and sets of a scenario. */
export type Uncertain = Omit<UncertaintySpec, "hash">;

const PARAMETERS = ["uncertainty", "parameters"];

/** Reads the section; what is wrong becomes issues. */
export async function readUncertainty(
  { tree, at, file, folder }: UncertaintyGround,
  reading: Reading,
): Promise<Uncertain> {
  const { issues } = reading;
  const trial = file === undefined ? undefined : new Trial(plainOf(tree), file);
  const paths = new ParameterPaths(tree, trial);
  const ground: ParameterGround = { tree, at, folder, paths, trial, issues };
  const parameters = readLaws(ground);
  const entries = fixedLeaves(ground);
  const named = treeAt(tree, ["uncertainty", "sets"]);
  if (named?.kind !== "leaf" || typeof named.value !== "string" || named.value === "") {
    return { parameters, sets: null };
  }
  // A file fixes what it extends: its own table is drawn from as it stands.
  const fixed = entries.filter((leaf) => leaf.file !== named.file).map(({ value }) =>
    String(value)
  );
  const table = pathAt(tree, ["uncertainty", "sets"]);
  const sets = await readSets({ file: table, named, folder, paths, trial, fixed }, reading);
  checkApart(parameters, sets, ground);
  return { parameters, sets };
}

function readLaws(ground: ParameterGround): UncertainParameter[] {
  const { tree, at, trial, issues } = ground;
  const laws = treeAt(tree, PARAMETERS);
  if (laws?.kind !== "map") return [];
  const read = [...laws.entries].flatMap(([path, node]) => {
    const parameter = readParameter(path, node, ground);
    return parameter === undefined ? [] : [parameter];
  });
  if (trial !== undefined) {
    checkTogether(read.map(({ ends }) => ends), trial, ({ keys }, rule, value) => {
      const path = [...PARAMETERS, pathName(keys)];
      issues.add({ ...at.place(path), path: at.name(path), rule, value });
    });
  }
  return read.map(({ parameter }) => parameter);
}

/** Entries of `fixed`; those that somebody wrote are checked. */
function fixedLeaves({ tree, paths, issues }: ParameterGround): Leaf[] {
  const list = treeAt(tree, ["uncertainty", "fixed"]);
  const items = list?.kind === "list" ? list.items : [];
  const laws = treeAt(tree, PARAMETERS);
  const leaves = items.filter((item): item is Leaf => item.kind === "leaf");
  for (const { value, text, file, line } of leaves) {
    if (text === "" || typeof value !== "string") continue;
    const add = (rule: string, found: string) =>
      issues.add({ file, line, path: "uncertainty.fixed", rule, value: found });
    if (!paths.exists(value)) {
      add("Expected the path of a part of the scenario", quoted(value));
      continue;
    }
    const drawn = laws?.kind === "map"
      ? [...laws.entries].find(([path, law]) => isWithin(path, value) && law.file === file)
      : undefined;
    if (drawn !== undefined) {
      add("Expected a path without a law in the same file", quoted(drawn[0]));
    }
  }
  return leaves;
}

/** No number may have both a law and a column. */
function checkApart(
  parameters: readonly UncertainParameter[],
  sets: AcceptedSets | null,
  { at, issues }: ParameterGround,
): void {
  for (const { path } of parameters) {
    if (!sets?.paths.includes(path)) continue;
    const keys = [...PARAMETERS, path];
    const rule = "Expected either a law or a column of the accepted sets, " +
      "or `fixed` where the law was inherited";
    issues.add({ ...at.place(keys), path: at.name(keys), rule, value: "both" });
  }
}

/** The spec with its hash. */
export async function withHash(
  { parameters, sets }: Uncertain,
  scenario: string,
): Promise<UncertaintySpec> {
  return { parameters, sets, hash: await hashOf(hashed({ parameters, sets }, scenario)) };
}

/** What the hash of a spec is taken of; the order of parameters changes no draw. */
export function hashed({ parameters, sets }: Uncertain, scenario: string): unknown {
  const laws = parameters.map(({ path, law }) => ({ path, law }))
    .sort((a, b) => a.path < b.path ? -1 : 1);
  const table = sets === null ? null : { paths: sets.paths, rows: sets.rows };
  return { scenario, laws, table };
}
