/** Which shipped scenarios carry a clause out, when the base leaves its mechanism switched off. */
import { fromFileUrl } from "@std/path";
import { type Clause, type WrittenValue, writtenValues } from "../scenario/mod.ts";

const SCENARIOS = new URL("../../scenarios/", import.meta.url);
const BASE = "base.yaml";

/** Sections of a scenario with a switch of their own, the narrowest first. */
const SWITCHES: readonly (readonly [section: string, at: string])[] = [
  ["clinics.triage", "clinics.triage.nurses"],
  ["primary.kits.stock", "primary.kits.limited"],
  ["primary.teams", "primary.teams.limited"],
  ["primary.telemedicine", "primary.telemedicine.advisers"],
  ["laboratory", "laboratory.modelled"],
  ["imaging", "imaging.modelled"],
  ["emergency", "emergency.modelled"],
  ["wards.hospitalPlan", "wards.hospitalPlan.modelled"],
  ["hospital.surgery", "hospital.surgery.counted"],
];
/** Parameters that do nothing at 1. */
const FACTORS = ["clinics.opening.share", "wards.spacing"];
/** Parameters of which 0, or an empty list, is a size like any other. */
const SIZES = /^(?:services|contact|people|city)\./;

/** Whether a clause is carried out, and where. */
export interface ClauseSwitch {
  /** Path of what switches it. */
  readonly path: string;
  /** Scenarios, by the names of their files, in which it is on; the base never is one of them. */
  readonly on: readonly string[];
}

/**
 * Says of a clause whose mechanism the base scenario switches off in which scenarios it is on.
 *
 * @param clause Clause.
 * @returns What switches it, and where it is on; undefined when the base has it on, or nothing switches it.
 * @throws {ScenarioError} When a scenario file cannot be read.
 *
 * @example Nucleic acid tests without limit in the base
 * ```ts
 * import { assert } from "@std/assert";
 * import { loadClauses } from "../scenario/mod.ts";
 * import { switchOf } from "./policy_switches.ts";
 *
 * const { clauses } = await loadClauses();
 * const off = await switchOf(clauses.find(({ clause }) => clause === "BJ-3.13")!);
 * assert(off?.path === "laboratory.modelled" && off.on.includes("plan_in_full"));
 * ```
 */
export async function switchOf(
  { status, parameter }: Pick<Clause, "status" | "parameter">,
): Promise<ClauseSwitch | undefined> {
  if (status !== "modelled" || parameter === "") return undefined;
  const section = SWITCHES.find(([name]) => isWithin(parameter, name));
  const paths = [...new Set([...(section === undefined ? [] : [section[1]]), parameter])];
  const base = await offAt(BASE, paths);
  if (base === undefined) return undefined;
  const on: string[] = [];
  for (const file of await scenarioFiles()) {
    if (await offAt(file, paths) === undefined) on.push(file.replace(/\.yaml$/, ""));
  }
  return { path: base, on };
}

/** The first of some paths that a scenario has switched off; undefined when all are on. */
async function offAt(file: string, paths: readonly string[]): Promise<string | undefined> {
  const whole = fromFileUrl(new URL(file, SCENARIOS));
  const common = paths.length > 1 ? paths[0].split(".")[0] : paths[0];
  const values = await writtenValues(whole, common);
  return paths.find((path) => isOff(path, values.filter((value) => isWithin(value.path, path))));
}

function isOff(path: string, values: readonly WrittenValue[]): boolean {
  if (SIZES.test(path)) return false;
  const none = FACTORS.includes(path) ? "1" : "0";
  return values.every(({ text }) =>
    text === "false" || text === "[]" || text.split(" ")[0] === none
  );
}

function isWithin(path: string, section: string): boolean {
  return path.startsWith(section) && /^(?:$|[.[])/.test(path.slice(section.length));
}

async function scenarioFiles(): Promise<string[]> {
  const names: string[] = [];
  for await (const { name } of Deno.readDir(SCENARIOS)) {
    if (name.endsWith(".yaml") && name !== BASE) names.push(name);
  }
  return names.sort();
}
