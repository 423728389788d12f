/** `explain` of a scenario file: what its rules make of a described patient. */
import {
  CAPABILITIES,
  DISEASES,
  MAIN_CAUSES,
  RULE_PLACES,
  SEVERITIES,
  VACCINATIONS,
} from "../domain/mod.ts";
import { caseText, explainCase } from "../report/mod.ts";
import type { CaseQuery } from "../report/mod.ts";
import { loadClauses, loadScenario } from "../scenario/mod.ts";
import { choiceProblem, refuseAll } from "./asked.ts";
import type { Asked, OptionRow } from "./asked.ts";
import { impossible, siteProblems } from "./possible.ts";
import { visible } from "./visible.ts";

/** Underlying disease and its severity in one word. */
const DISEASE_WORDS = [...DISEASES, "severe-stable", "severe-unstable"];

/** Options of this way of asking. */
export const DESCRIBING: readonly OptionRow[] = [
  ["age", "<years>", "age"],
  ["severity", "<word>", SEVERITIES.join(", ")],
  ["disease", "<word>", `underlying disease: ${DISEASE_WORDS.join(", ")} (default: none)`],
  ["vaccination", "<word>", `${VACCINATIONS.join(", ")} (default: full)`],
  ["grid", "<id>", "grid of residence (default: the only one)"],
  ["cause", "<word>", `what mainly makes ill: ${MAIN_CAUSES.join(", ")} (default: covid)`],
  ["dialysis", "", "needs haemodialysis"],
  ["immobile", "", "can hardly move"],
  ["contract", "", "has a family-doctor contract"],
  ["pregnant", "", "is pregnant"],
  ["not-known", "", "the test result is not known yet"],
  ["at", "<place>", `${RULE_PLACES.join(", ")} (default: home, or the clinic of --facility)`],
  ["facility", "<id>", "facility where the patient is"],
  ["needs", "<word>", `capability needed beside a bed: ${CAPABILITIES.join(", ")}`],
  ["without-plan", "", "by the rules of those who do not follow the rules in force"],
];

const OLDEST = 130;
/** Most grids that are listed [-]. */
const FEW = 12;

/** A word of a closed list, or the default. */
function word<T extends string>(value: Asked[string], names: readonly T[], otherwise: T): T {
  return names.find((name) => name === value) ?? otherwise;
}

function required(asked: Asked): string[] {
  const { age, severity } = asked;
  const years = Number(age);
  const wrong = age !== undefined && !(/^\d+(\.\d+)?$/.test(String(age)) && years <= OLDEST);
  return [
    ...(age === undefined ? ["--age must be given"] : []),
    ...(wrong
      ? [`--age must be a number of years from 0 to ${OLDEST}: current value is "${age}"`]
      : []),
    ...(severity === undefined ? ["--severity must be given"] : []),
    ...choiceProblem("severity", severity, SEVERITIES),
    ...choiceProblem("disease", asked.disease, DISEASE_WORDS),
    ...choiceProblem("vaccination", asked.vaccination, VACCINATIONS),
    ...choiceProblem("cause", asked.cause, MAIN_CAUSES),
    ...choiceProblem("at", asked.at, RULE_PLACES),
    ...choiceProblem("needs", asked.needs, CAPABILITIES),
  ];
}

/** The patient, as far as the options can be read. */
function queryOf(asked: Asked, grid: string, place: CaseQuery["place"]): CaseQuery {
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
 * Explains what the rules of a scenario make of a described patient.
 *
 * @param path Scenario file.
 * @param asked Options.
 * @param before What is wrong with them already.
 * @throws {InputError} With everything that is wrong with the options, or cannot be together.
 */
export async function explainDescribed(
  path: string,
  asked: Asked,
  before: readonly string[],
): Promise<void> {
  const scenario = await loadScenario(path);
  const { grids, facilities } = scenario.city;
  const site = facilities.find(({ id }) => id === asked.facility);
  const inferred = site === undefined
    ? "home"
    : site.tier === 1
    ? "primary_clinic"
    : "hospital_clinic";
  const place = word(asked.at, RULE_PLACES, inferred);
  const grid = String(asked.grid ?? (grids.length === 1 ? grids[0].id : ""));
  const query = queryOf(asked, grid, place);
  refuseAll(path, [
    ...before,
    ...required(asked),
    ...(grid === ""
      ? [`--grid must be given: ${gridsText(grids.map(({ id }) => id))}`]
      : choiceProblem("grid", grid, grids.map(({ id }) => id))),
    ...choiceProblem("facility", asked.facility, facilities.map(({ id }) => id)),
    ...siteProblems(query, scenario),
    ...impossible(query),
  ]);
  const explained = explainCase(scenario, query);
  if (asked.json === true) {
    console.log(JSON.stringify({ scenario: scenario.name, patient: query, ...explained }, null, 2));
    return;
  }
  const register = await loadClauses();
  const lang = word(asked.lang, ["en", "zh"] as const, "en");
  console.log(caseText(explained, { scenario, query, register, lang }).map(visible).join("\n"));
}
