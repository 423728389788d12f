/** One uncertain number: its law, held against the number that it may replace. */
import { relative } from "@std/path";
import { type Distribution, distributionOf } from "../engine/random/mod.ts";
import type { DistributionSpec } from "../engine/random/mod.ts";
import type { Ends } from "./_parameter_corners.ts";
import { lawInside, parameterLaw, type WrittenLaw, writtenLaw } from "./_parameter_laws.ts";
import type { ParameterPaths } from "./_parameter_paths.ts";
import type { Trial } from "./_parameter_trial.ts";
import { kindsOf, readAs, unitInside } from "./_parameter_units.ts";
import { check, type Locator } from "./_schema_kit.ts";
import { type Leaf, plainOf, type Tree } from "./_tree.ts";
import { type Keys, keysOf, treeAt } from "./_value_paths.ts";
import type { IssueList } from "./error.ts";
import { formOf, type QuantityKind } from "./quantity.ts";
import type { UncertainParameter } from "./uncertainty.ts";

/** Where of a law a value is tried beside its ends, to find numbers that must be whole [-]. */
const INNER = 0.382;

/** What laws are read against. */
export interface ParameterGround {
  readonly tree: Tree;
  readonly at: Locator;
  /** Folder from which files are named. */
  readonly folder: string;
  readonly paths: ParameterPaths;
  /** Undefined when the scenario itself is wrong; then only forms are checked. */
  readonly trial: Trial | undefined;
  readonly issues: IssueList;
}

/** A parameter and the ends of its law as written. */
export interface ReadParameter {
  readonly parameter: UncertainParameter;
  readonly ends: Ends;
}

type Add = (rule: string, value: string, keys?: Keys) => void;

/** Reads the law at a path; undefined after adding issues, or when the scenario itself is wrong. */
export function readParameter(
  path: string,
  node: Tree,
  ground: ParameterGround,
): ReadParameter | undefined {
  const { tree, folder, paths, trial, issues } = ground;
  const base = ["uncertainty", "parameters", path];
  const at = within(ground.at, base);
  const problem = paths.problem(path) ?? paths.joined(path);
  if (problem !== undefined) issues.add({ ...at.place([]), path: at.name([]), ...problem });
  const law = check(parameterLaw, plainOf(node), at, issues) as WrittenLaw | undefined;
  if (law === undefined || problem !== undefined || trial === undefined) return undefined;
  const before = issues.size;
  const add: Add = (rule, value, keys = []) =>
    issues.add({ ...at.place(keys), path: at.name(keys), rule, value });
  const keys = keysOf(path);
  const written = treeAt(tree, keys) as Leaf;
  const kinds = kindsAt({ keys, law, written, trial, path }, add, at);
  if (kinds === undefined) return undefined;
  const inside = insideOf(law, kinds, add);
  if (inside === undefined || issues.size > before) return undefined;
  const unit = unitInside(kinds[0]);
  checkRange({ inside, number: trial.number(keys)!, keys, unit, trial }, add, {
    law: writtenLaw(law),
    number: textOf(written),
  });
  const { grade, source, file } = leafOf(node);
  return {
    parameter: {
      path,
      written: writtenLaw(law),
      law: inside.spec,
      unit,
      grade,
      source,
      file: relative(folder, file),
    },
    ends: { keys, low: law.low, high: law.high },
  };
}

function leafOf(node: Tree): Leaf {
  return (node.kind === "map" ? node.entries.get("law") : node) as Leaf;
}

function textOf({ value, text }: Leaf): string {
  return typeof value === "string" ? value : text;
}

function within(at: Locator, base: Keys): Locator {
  return {
    place: (path) => at.place([...base, ...path]),
    written: (path) => at.written([...base, ...path]),
    name: (path) => at.name([...base, ...path]),
  };
}

interface EndsTrial {
  readonly keys: Keys;
  readonly path: string;
  readonly law: WrittenLaw;
  readonly written: Leaf;
  readonly trial: Trial;
}

/** Tries both ends in the scenario; the kinds of quantity under which they read as they did. */
function kindsAt(
  { keys, law, written, trial, path }: EndsTrial,
  add: Add,
  at: Locator,
): QuantityKind[] | undefined {
  const tried = (["low", "high"] as const).map((end) => {
    const { issues, at: valueOf } = trial.try(new Map([[keys, law[end]]]));
    for (const issue of issues) {
      const where = issue.path === path ? "" : ` (${issue.path})`;
      add(`${issue.rule}${where}`, at.written([end]), [end]);
    }
    return { wrong: issues.length > 0, reading: [law[end], valueOf(keys)] as const };
  });
  if (tried.some(({ wrong }) => wrong)) return undefined;
  const [low, high] = tried.map(({ reading }) => reading);
  return kindsOf([[textOf(written), trial.number(keys)!], low, high]);
}

/** A law in the unit inside, as plain data and alive. */
interface Inside {
  readonly spec: DistributionSpec;
  readonly law: Distribution;
}

/** The law in the unit inside; undefined after adding issues. */
function insideOf(
  law: WrittenLaw,
  kinds: readonly QuantityKind[],
  add: Add,
): Inside | undefined {
  let failed = false;
  const inside = lawInside(law, (written) => {
    const value = readAs(written, kinds);
    if (value === undefined) {
      failed = true;
      add(`Expected ${formOf(kinds[0])}`, JSON.stringify(written));
    }
    return value ?? NaN;
  });
  if (failed) return undefined;
  const [low, high] = [law.low, law.high].map((end) => readAs(end, kinds)!);
  const range = `${law.low} and ${law.high}`;
  if (!(low < high)) return void add("Expected low < high", range);
  if ("mode" in law) {
    const mode = readAs(law.mode, kinds)!;
    const ordered = low <= mode && mode <= high;
    if (!ordered) return void add("Expected low <= mode <= high", `mode ${law.mode}, ${range}`);
  }
  try {
    return { spec: inside, law: distributionOf(inside) };
  } catch (error) {
    const [, rule, found] = /requires (.*): current (.*)$/s.exec((error as Error).message) ?? [];
    return void add(`Expected ${rule ?? (error as Error).message}`, found ?? "");
  }
}

interface RangeTrial {
  readonly inside: Inside;
  readonly number: number;
  readonly keys: Keys;
  readonly unit: string;
  readonly trial: Trial;
}

/** Whether the law holds the number itself, and can draw a value between its ends. */
function checkRange(
  { inside: { spec, law }, number, keys, unit, trial }: RangeTrial,
  add: Add,
  written: { readonly law: string; readonly number: string },
): void {
  const { low, high } = spec as { low: number; high: number };
  if (number < low || number > high) {
    const value = `${written.law}, the number is ${written.number}`;
    add("Expected a range that holds the number of the scenario", value);
  }
  const inner = `${Number(law.quantile(INNER).toPrecision(6))} ${unit}`.trim();
  const { issues } = trial.try(new Map([[keys, inner]]));
  for (const { rule } of issues) add(rule, `${inner}, which it can draw`);
}
