/** `explain` of a scenario file: what its rules make of a described patient. */
import { CAPABILITIES, MAIN_CAUSES, RULE_PLACES, SEVERITIES, VACCINATIONS } from "../domain/mod.ts";
import { caseAsked, caseText, DISEASE_WORDS, explainCase } from "../report/mod.ts";
import { loadClauses, loadScenario } from "../scenario/mod.ts";
import { refuseAll } from "./asked.ts";
import type { Asked, OptionRow } from "./asked.ts";
import { visible } from "./visible.ts";

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
  const { query, problems } = caseAsked(asked, scenario, (name) => `--${name}`);
  refuseAll(path, [...before, ...problems]);
  const explained = explainCase(scenario, query);
  if (asked.json === true) {
    console.log(JSON.stringify({ scenario: scenario.name, patient: query, ...explained }, null, 2));
    return;
  }
  const register = await loadClauses();
  const lang = asked.lang === "zh" ? "zh" : "en";
  console.log(caseText(explained, { scenario, query, register, lang }).map(visible).join("\n"));
}
