/** A patient described in words, as a command line or a notebook has them: read and checked. */
import {
  CAPABILITIES,
  DISEASES,
  MAIN_CAUSES,
  RULE_PLACES,
  SEVERITIES,
  VACCINATIONS,
} from "../../domain/mod.ts";
import type { Scenario } from "../../scenario/mod.ts";
import type { CaseQuery } from "./described.ts";
import { impossible, type NameWriter, siteProblems } from "./_possible.ts";
import { wordProblem } from "./word_problem.ts";

/** Underlying disease and its severity in one word. */
export const DISEASE_WORDS = [...DISEASES, "severe-stable", "severe-unstable"] as const;

/**
 * What is asked, by name: `age` and `severity` must be there; `disease`, `vaccination`, `grid`, `cause`,
 * `dialysis`, `immobile`, `contract`, `pregnant`, `notKnown`, `at`, `facility`, `needs` and
 * `withoutPlan` can. What has another name is not read.
 */
export type CaseWords = Readonly<Record<string, string | number | boolean | undefined>>;

/** A patient described, and what is wrong with the description. */
export interface AskedCase {
  /** The patient, as far as the words can be read. */
  readonly query: CaseQuery;
  /** One line each. */
  readonly problems: readonly string[];
}

const OLDEST = 130;
/** Most grids that are listed [-]. */
const FEW = 12;

/** A word of a closed list, or the default. */
function word<T extends string>(value: unknown, names: readonly T[], otherwise: T): T {
  return names.find((name) => name === value) ?? otherwise;
}

function wordProblems(asked: CaseWords, name: NameWriter): string[] {
  const { age, severity } = asked;
  const wrong = age !== undefined && !(/^\d+(\.\d+)?$/.test(String(age)) && Number(age) <= OLDEST);
  const lists: readonly (readonly [string, readonly string[]])[] = [
    ["severity", SEVERITIES],
    ["disease", DISEASE_WORDS],
    ["vaccination", VACCINATIONS],
    ["cause", MAIN_CAUSES],
    ["at", RULE_PLACES],
    ["needs", CAPABILITIES],
  ];
  return [
    ...(age === undefined ? [`${name("age")} must be given`] : []),
    ...(wrong
      ? [
        `${name("age")} must be a number of years from 0 to ${OLDEST}: current value is "${age}"`,
      ]
      : []),
    ...(severity === undefined ? [`${name("severity")} must be given`] : []),
    ...lists.flatMap(([own, names]) => wordProblem(name(own), asked[own], names)),
  ];
}

/** The patient, as far as the words can be read. */
function queryOf(asked: CaseWords, grid: string, place: CaseQuery["place"]): CaseQuery {
  const disease = String(asked.disease ?? "none");
  return {
    age: Number(asked.age ?? 0),
    disease: word(disease.replace("severe-", ""), DISEASES, "none"),
    diseaseSevere: disease.startsWith("severe-"),
    vaccination: word(asked.vaccination, VACCINATIONS, "full"),
    severity: word(asked.severity, SEVERITIES, "mild"),
    mainCause: word(asked.cause, MAIN_CAUSES, "covid"),
    dialysis: asked.dialysis === true,
    immobile: asked.immobile === true,
    contract: asked.contract === true,
    pregnant: asked.pregnant === true,
    known: asked.notKnown !== true,
    place,
    facility: String(asked.facility ?? ""),
    needs: CAPABILITIES.find((name) => name === asked.needs) ?? null,
    grid,
    withoutPlan: asked.withoutPlan === true,
  };
}

/** The grids of a city: all of a few, one of many. */
function gridsText(ids: readonly string[]): string {
  return ids.length <= FEW
    ? `one of ${ids.join(", ")}`
    : `the city has ${ids.length}, such as "${ids[0]}"`;
}

/**
 * Reads a description of a patient.
 *
 * @param asked Words, see {@link CaseWords}; what is left out has the commonest value, the place is home
 * or the clinic of the facility, the grid that of a city of one.
 * @param scenario Scenario, whose city has grids and facilities.
 * @param name Writes the name of what is asked in messages.
 * @returns The patient, and everything that is wrong.
 *
 * @example What is left out is filled in, what cannot be is said
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../../scenario/mod.ts";
 * import { caseAsked } from "./mod.ts";
 *
 * const scenario = await loadScenario("scenarios/training.yaml");
 * const read = (asked: Parameters<typeof caseAsked>[0]) => caseAsked(asked, scenario, (name) => name);
 * const { query, problems } = read({ age: 82, severity: "moderate", disease: "severe-stable" });
 * assertEquals(problems, []);
 * assertEquals([query.diseaseSevere, query.vaccination, query.place], [true, "full", "home"]);
 * assertEquals(read({ age: 60, severity: "mild", pregnant: true }).problems, [
 *   "pregnant needs an age of 12 to below 50: current age is 60",
 * ]);
 * ```
 */
export function caseAsked(asked: CaseWords, scenario: Scenario, name: NameWriter): AskedCase {
  const { grids, facilities } = scenario.city;
  const site = facilities.find(({ id }) => id === asked.facility);
  const inferred = site === undefined
    ? "home"
    : site.tier === 1
    ? "primary_clinic"
    : "hospital_clinic";
  const place = word(asked.at, RULE_PLACES, inferred);
  const ids = grids.map(({ id }) => id);
  const grid = String(asked.grid ?? (ids.length === 1 ? ids[0] : ""));
  const query = queryOf(asked, grid, place);
  const problems = [
    ...wordProblems(asked, name),
    ...(grid === ""
      ? [`${name("grid")} must be given: ${gridsText(ids)}`]
      : wordProblem(name("grid"), grid, ids)),
    ...wordProblem(name("facility"), asked.facility, facilities.map(({ id }) => id)),
    ...siteProblems(query, scenario, name),
    ...impossible(query, name),
  ];
  return { query, problems };
}
