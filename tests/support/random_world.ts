/**
 * Random small worlds: a city, rules, mechanisms and dated changes, written to files as a person would
 * write them and loaded through all checks of a scenario.
 *
 * What is printed when a law breaks are these files, so that they can be saved and run.
 */
import { fromFileUrl } from "@std/path";
import { parse as parseCsv } from "@std/csv";
import fc from "fast-check";
import { parse, stringify } from "yaml";
import { COURSE_LINES } from "../../sim/domain/mod.ts";
import { loadScenario, withRules } from "../../sim/scenario/mod.ts";
import type { Scenario } from "../../sim/scenario/mod.ts";
import { censusOf, changePlans, changesOf, dateOf } from "./random_changes.ts";
import { CITY_TABLES, cityOf, cityPlans, csvOf } from "./random_city.ts";
import type { CityRows, Row } from "./random_city.ts";
import { lateResults, mechanisms } from "./random_mechanisms.ts";
import type { Part } from "./random_mechanisms.ts";
import { functionSet, rulePlans, rulesOf } from "./random_rules.ts";
import type { WrittenRules } from "./random_rules.ts";

const PROJECT = new URL("../../", import.meta.url);
const few = (max: number, min = 0) => fc.noShrink(fc.integer({ min, max }));
const share = few(20).map((n) => n / 20);
const risk = few(18, 2).map((n) => n / 20);

// Some tables of people and of risks, drawn once: a table of 99 rows for every world would be slow.
const some = <T>(kind: fc.Arbitrary<T>) => fc.sample(kind, { numRuns: 12, seed: 20221207 });
const PEOPLE = some(fc.record({
  immobile: share,
  stable: share,
  severe: share,
  dialysis: share,
  vaccinated: share,
  contract: share,
}));
const RISKS = some(fc.record({
  asymptomatic: few(12).map((n) => n / 20),
  moderate: few(10, 2).map((n) => n / 20),
  severe: risk,
  critical: risk,
  deathSevere: risk,
  deathCritical: risk,
  underlyingMain: share,
}));

/** What a random world is made from. */
export const worldPlans = fc.record({
  // What comes first is taken away first.
  mechanisms,
  lateResults,
  changes: changePlans,
  otherwise: rulePlans,
  rules: rulePlans,
  city: cityPlans,
  seed: few(999),
  people: fc.constantFrom(...PEOPLE),
  risks: fc.constantFrom(...RISKS),
  scale: fc.constantFrom(1, 0.5),
  peak: few(10, 4),
  runOnDays: few(16),
  warmUpDays: few(2),
});
/** A plan of a world. */
export type WorldPlan = typeof worldPlans extends fc.Arbitrary<infer T> ? T : never;

/** Everything that is written for a world. */
export interface WrittenWorld {
  readonly seed: string;
  readonly scenario: Part;
  readonly rules: WrittenRules | string;
  readonly otherwise: WrittenRules | string;
  readonly city: CityRows;
  readonly people: Part;
  readonly risks: Part;
  readonly census: readonly Row[] | undefined;
  /** Code of the function that decides; undefined when the rules do. */
  readonly byFunction: number | undefined;
}

const isMap = (value: unknown): value is Part =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** One part over another, key by key; nothing that is undefined. */
function over(under: unknown, above: unknown): unknown {
  if (above === undefined) return under;
  if (!isMap(above)) return above;
  const below = isMap(under) && !("law" in above) ? under : {};
  const keys = [...new Set([...Object.keys(below), ...Object.keys(above)])];
  const entries = keys.map((key) => [key, over(below[key], above[key])] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
}

const set = (rules: WrittenRules | string, name: string) =>
  typeof rules === "string"
    ? fromFileUrl(new URL(`scenarios/rules/${rules}.yaml`, PROJECT))
    : `${name}.yaml`;

/** What a plan writes. */
export function writtenOf(plan: WorldPlan): WrittenWorld {
  const city = cityOf(plan.city);
  const census = censusOf(plan.changes, city);
  const rules = rulesOf(plan.rules, "rules", city);
  const otherwise = rulesOf(plan.otherwise, "otherwise", city);
  const own = {
    window: {
      days: "23 d",
      runOnDays: `${plan.runOnDays} d`,
      warmUpDays: census === undefined ? `${plan.warmUpDays} d` : "0 d",
    },
    wave: {
      peak: dateOf(plan.peak),
      attack: [[2, 0.4], [7, 0.72], [12, 0.85]].map(([after, share]) => ({
        date: dateOf(plan.peak + after),
        share,
      })),
      scale: plan.scale,
    },
    referral: { rules: set(rules, "rules"), otherwise: set(otherwise, "otherwise") },
    ...(census !== undefined && { start: { census: "census.csv" } }),
  };
  const parts = [plan.mechanisms, plan.lateResults ?? {}, changesOf(plan.changes, city), own];
  return {
    seed: String(plan.seed),
    scenario: parts.reduce<Part>((sum, part) => over(sum, part) as Part, {}),
    rules,
    otherwise,
    city,
    people: plan.people,
    risks: plan.risks,
    census,
    byFunction: plan.rules.byFunction,
  };
}

/** The base without what it rests on, and with laws that are cheap to tabulate. */
function cheapBase(): Part {
  const plain = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(plain);
    if (!isMap(value)) return value;
    const { source: _s, grade: _g, ...rest } = value;
    if (Object.keys(rest).length === 1 && "value" in rest) return plain(rest.value);
    const entries = Object.entries(rest).map(([key, part]) => [key, plain(part)] as const);
    return cheap(Object.fromEntries(entries));
  };
  const { uncertainty: _u, title: _t, description: _d, ...rest } = wholeFile("base.yaml");
  return plain(rest) as Part;
}

/** A scenario file with what it extends. */
function wholeFile(name: string): Part {
  const text = Deno.readTextFileSync(new URL(`scenarios/${name}`, PROJECT));
  const { extends: under, ...own } = parse(text) as Part;
  return under === undefined ? own : over(wholeFile(String(under)), own) as Part;
}

const DEAR = ["gamma", "lognormal", "erlang", "weibull", "loglogistic"];

function cheap(part: Part): Part {
  if (DEAR.includes(String(part.law))) return { law: "exponential", mean: part.mean };
  if (part.law !== "truncated") return part;
  return { law: "uniform", low: part.low, high: part.high };
}

const ROWS = {
  people: (given: Part) => ({
    immobile: given.immobile,
    stable: Number(given.stable) / 2,
    unstable: Number(given.stable) / 2,
    severe_of_stable: given.severe,
    severe_of_unstable: given.severe,
    dialysis_of_severe: given.dialysis,
    full: Number(given.vaccinated) / 2,
    partial: Number(given.vaccinated) / 2,
    contract: given.contract,
    // Of those of an age to be so; the others keep their 0.
    pregnant: given.immobile,
  }),
  severity: (given: Part) => ({
    asymptomatic: given.asymptomatic,
    moderate: given.moderate,
    severe: given.severe,
    critical: given.critical,
    death_severe: given.deathSevere,
    death_critical: given.deathCritical,
    underlying_main: given.underlyingMain,
  }),
};

/** The file of a clinical table. */
function nameOf(given: Part): string {
  const people = PEOPLE.findIndex((row) => row === given);
  return people >= 0
    ? `people_${people}.csv`
    : `severity_${RISKS.findIndex((r) => r === given)}.csv`;
}

const texts = new Map<Part, string>();

/** A clinical table of the project with the same numbers for everybody. */
function clinical(table: "people" | "severity", given: Part): string {
  const known = texts.get(given);
  if (known !== undefined) return known;
  const changed: Part = ROWS[table](given);
  const [header, ...rows] = CLINICAL[table];
  const lines = rows.map((row) =>
    row.map((cell, i) =>
      cell === "0" && header[i] === "pregnant" ? cell : changed[header[i]] ?? cell
    )
      .join(",")
  );
  texts.set(given, [header.join(","), ...lines, ""].join("\n"));
  return texts.get(given)!;
}

const CLINICAL = {
  people: readClinical("people"),
  severity: readClinical("severity"),
};

function readClinical(table: string): string[][] {
  return parseCsv(Deno.readTextFileSync(new URL(`data/clinical/${table}.csv`, PROJECT)));
}

/** The files of a world by their names; the base apart, as it is the same for all. */
function filesOf(world: WrittenWorld): ReadonlyMap<string, string> {
  const files = new Map<string, string>();
  const own = {
    extends: "base.yaml",
    ...world.scenario,
    people: { tables: nameOf(world.people) },
    course: { ...world.scenario.course as Part, severity: nameOf(world.risks) },
  };
  files.set("scenario.yaml", stringify(own));
  for (const name of ["rules", "otherwise"] as const) {
    const rules = world[name];
    if (typeof rules !== "string") files.set(`${name}.yaml`, stringify(rules));
  }
  for (const table of CITY_TABLES) files.set(`city/${table}.csv`, csvOf(table, world.city[table]));
  files.set(nameOf(world.people), clinical("people", world.people));
  files.set(nameOf(world.risks), clinical("severity", world.risks));
  if (world.census !== undefined) {
    const [first] = world.census;
    const rows = world.census.map((row) => Object.values(row).join(","));
    files.set("census.csv", [Object.keys(first).join(","), ...rows, ""].join("\n"));
  }
  return files;
}

/** A folder into which worlds are written, one after the other. */
export class WorldFolder {
  readonly #folder: string;
  readonly #written = new Map<string, string>();

  /** @param folder Folder that exists; its owner removes it. */
  constructor(folder: string) {
    this.#folder = folder;
    Deno.mkdirSync(`${folder}/city`);
    const own = {
      city: { tables: "city" },
      // Sessions ask for a hospital with the capability, which not every random city has.
      services: {
        courses: Object.fromEntries(COURSE_LINES.map((line) => [line, { patients: 0 }])),
      },
      referral: { lint: { value: "off", source: "Random rules run whatever the check finds." } },
    };
    Deno.writeTextFileSync(`${folder}/base.yaml`, stringify(over(cheapBase(), own)));
  }

  /** Writes a world and loads it, through all checks. */
  async load(world: WrittenWorld): Promise<Scenario> {
    for (const [name, text] of filesOf(world)) {
      if (this.#written.get(name) === text) continue;
      Deno.writeTextFileSync(`${this.#folder}/${name}`, text);
      this.#written.set(name, text);
    }
    const scenario = await loadScenario(`${this.#folder}/scenario.yaml`);
    if (world.byFunction === undefined) return scenario;
    return await withRules(scenario, {
      rules: functionSet(world.byFunction, scenario.referral.rules),
    });
  }
}

/** The files of a world as text to paste; tables that say nothing are left out. */
export function textOf(world: WrittenWorld): string {
  const dull = ["city/city.csv", "city/columns.csv", "city/published.csv"];
  const files = [...filesOf(world)].filter(([name]) => !dull.includes(name)).map(([name, text]) =>
    /^(people|severity)_/.test(name)
      ? `# ${name}, every row: ${text.split("\n").slice(0, 2).join(" | ")}`
      : `# ${name}\n${text.trimEnd()}`
  );
  const decided = world.byFunction === undefined
    ? []
    : [`# rules by functionSet(${world.byFunction}, rules)`];
  return [`# seed "${world.seed}", replication 0`, ...files, ...decided].join("\n");
}
