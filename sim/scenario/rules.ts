/** Rule sets from YAML files. */
import * as z from "zod";
import {
  FACILITY_ROLES,
  HIT_POLICIES,
  MAX_PRIORITY,
  REACHES,
  RULE_PLACES,
  type RuleSet,
} from "../domain/policy/mod.ts";
import {
  AGE_BANDS,
  COLOURS,
  DISEASES,
  MAIN_CAUSES,
  ROLES,
  SEVERITIES,
  type Tier,
  VACCINATIONS,
  WARD_TYPES,
} from "../domain/terms/mod.ts";
import { IssueList } from "./error.ts";
import { MAX_BYTES, type Reading, readText } from "./_files.ts";
import { check, choice, flag, list, quantity, record, text } from "./_schema_kit.ts";
import { parseTree, plainOf } from "./_tree.ts";
import { treeLocator } from "./_locator.ts";

/** One name, or a list of them; what is wrong stands where it is written. */
function someOf<const T extends readonly string[]>(names: T): z.ZodType<T[number][] | undefined> {
  const one = choice(names);
  const many = list(one);
  return z.unknown().transform((value, context) => {
    const result = typeof value === "string" ? one.safeParse(value) : many.safeParse(value);
    if (result.success) return Array.isArray(result.data) ? result.data : [result.data];
    for (const { message, path } of result.error.issues) {
      context.issues.push({ code: "custom", message, path, input: value });
    }
    return z.NEVER;
  }).optional() as unknown as z.ZodType<T[number][] | undefined>;
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
  vaccination: someOf(VACCINATIONS),
  contract: flag().optional(),
  pregnant: flag().optional(),
  known: flag().optional(),
  place: someOf(RULE_PLACES),
  facilityRole: someOf(FACILITY_ROLES),
  placeCapable: flag().optional(),
});

const bed = record({
  role: choice([...ROLES, "nearest"] as const),
  ward: choice(WARD_TYPES),
  grid: choice(REACHES).optional(),
  tier: (quantity("number", { min: 1, max: 3, integer: true }) as z.ZodType<Tier>).optional(),
}).superRefine(({ role, grid }, context) => {
  if (role !== "nearest" || grid === undefined || grid === "own") return;
  const message = "Expected no other grids with the role nearest, which asks for no links";
  context.addIssue({ code: "custom", message, path: ["grid"] });
});
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
  hit: choice(HIT_POLICIES).optional(),
  rules: list(record({
    name: text(),
    clause: text(),
    interpretation: flag().optional(),
    when: condition.optional(),
    to: destination,
    overflow: list(bed).optional(),
    priority: quantity("number", { min: 0, max: MAX_PRIORITY, integer: true }).optional(),
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
    to: withoutGaps(rule.to),
    overflow: (rule.overflow ?? []).map(withoutGaps),
    ...(rule.priority !== undefined && { priority: rule.priority }),
  }));
  const hit = set.hit !== undefined && { hit: set.hit };
  return { name: set.name, ...hit, rules } as RuleSet;
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

/** A condition or destination without what it does not say. */
function withoutGaps<T extends object>(part: T): T {
  return Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined)) as T;
}
