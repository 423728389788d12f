/** Rule sets from YAML files. */
import * as z from "zod";
import type { RuleSet } from "../domain/policy/mod.ts";
import {
  AGE_BANDS,
  COLOURS,
  DISEASES,
  MAIN_CAUSES,
  ROLES,
  SEVERITIES,
  WARD_TYPES,
} from "../domain/terms/mod.ts";
import { IssueList } from "./error.ts";
import { MAX_BYTES, type Reading, readText } from "./_files.ts";
import { check, choice, flag, list, record, text } from "./_schema_kit.ts";
import { parseTree, plainOf } from "./_tree.ts";
import { treeLocator } from "./_locator.ts";

/** One name, or a list of them. */
function someOf<const T extends readonly string[]>(names: T): z.ZodType<T[number][] | undefined> {
  return z.preprocess(
    (value) => typeof value === "string" ? [value] : value,
    list(choice(names)),
  ).optional() as unknown as z.ZodType<T[number][] | undefined>;
}

const condition = record({
  severity: someOf(SEVERITIES),
  mainCause: someOf(MAIN_CAUSES),
  colour: someOf(COLOURS),
  disease: someOf(DISEASES),
  diseaseSevere: flag().optional(),
  ageBand: someOf(AGE_BANDS),
  veryOld: flag().optional(),
  immobile: flag().optional(),
  dialysis: flag().optional(),
  beyondAbility: flag().optional(),
});

const bed = record({ role: choice([...ROLES, "nearest"] as const), ward: choice(WARD_TYPES) });
const noBed = record({ place: choice(["home", "in_place"] as const) });

/** A bed when it names a role or a ward, otherwise a place. */
const destination = z.unknown().transform((value, context) => {
  const keys = typeof value === "object" && value !== null ? Object.keys(value) : [];
  const result = (keys.includes("place") ? noBed : bed).safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    context.issues.push({ code: "custom", message: issue.message, path: issue.path, input: value });
  }
  return z.NEVER;
});

const ruleSet = record({
  name: text(),
  rules: list(record({
    name: text(),
    clause: text(),
    interpretation: flag().optional(),
    when: condition.optional(),
    to: destination,
    overflow: list(bed).optional(),
  })),
});

/**
 * Reads a rule set as part of a larger load.
 *
 * @param path Path of the YAML file.
 * @param reading Limits and the list that takes issues.
 * @returns The rule set, or undefined after adding issues.
 */
export async function readRules(path: string, reading: Reading): Promise<RuleSet | undefined> {
  const written = await readText(path, reading);
  const tree = written === undefined ? undefined : parseTree(written, path, reading.issues);
  if (tree === undefined) return undefined;
  const at = treeLocator(tree, path);
  const set = check(ruleSet, plainOf(tree), at, reading.issues);
  if (set === undefined) return undefined;
  if (set.rules.length === 0) {
    const place = at.place(["rules"]);
    reading.issues.add({ ...place, path: "rules", rule: "Expected at least one rule", value: "" });
  }
  const seen = new Set<string>();
  set.rules.forEach(({ name }, index) => {
    if (seen.has(name)) {
      const place = { ...at.place(["rules", index, "name"]), path: `rules[${index}].name` };
      reading.issues.add({ ...place, rule: "Expected every name once", value: `"${name}"` });
    }
    seen.add(name);
  });
  const rules = set.rules.map((rule) => ({
    name: rule.name,
    clause: rule.clause,
    interpretation: rule.interpretation ?? false,
    when: withoutGaps(rule.when ?? {}),
    to: rule.to,
    overflow: rule.overflow ?? [],
  }));
  return { name: set.name, rules } as RuleSet;
}

/**
 * Loads a rule set.
 *
 * @param path Path of the YAML file.
 * @param options Largest size of the file [bytes].
 * @returns The rule set; conditions that name one value hold a list of one.
 * @throws {ScenarioError} When anything is wrong with the file, with every issue.
 *
 * @example A set with one rule
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadRules } from "./mod.ts";
 *
 * const file = await Deno.makeTempFile({ suffix: ".yaml" });
 * await Deno.writeTextFile(
 *   file,
 *   "{name: all_home, rules: [{name: home, clause: none, to: {place: home}}]}",
 * );
 * const set = await loadRules(file);
 * await Deno.remove(file);
 * assertEquals(set.rules[0].to, { place: "home" });
 * ```
 */
export async function loadRules(
  path: string,
  options: { maxBytes?: number } = {},
): Promise<RuleSet> {
  const issues = new IssueList();
  const set = await readRules(path, { issues, maxBytes: options.maxBytes ?? MAX_BYTES });
  issues.throwIfAny("rules", path);
  return set as RuleSet;
}

/** A condition without the attributes that it does not ask about. */
function withoutGaps(when: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(when).filter(([, value]) => value !== undefined));
}
