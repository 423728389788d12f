/** What the rules of a scenario make of a patient whom a cell describes. */
import type {
  Capability,
  MainCause,
  RulePlace,
  Severity,
  Vaccination,
} from "gridcare/domain/mod.ts";
import {
  caseAsked,
  caseText,
  DISEASE_WORDS,
  explainCase,
  type ExplainedCase,
  type Lang,
} from "gridcare/report/mod.ts";
import { loadClauses, type Scenario } from "gridcare/scenario/mod.ts";
import { insteadOf } from "./names.ts";
import { shownLines, type ShownText } from "./show_story.ts";

/** A patient described; what is left out has the commonest value. */
export interface DescribedPatient {
  /** Age [years]. */
  readonly age: number;
  /** How ill. */
  readonly severity: Severity;
  /** Underlying disease: `none`, `stable`, `unstable`, `severe-stable` or `severe-unstable`. */
  readonly disease?: (typeof DISEASE_WORDS)[number];
  /** Vaccination; `full` when left out. */
  readonly vaccination?: Vaccination;
  /** Grid of residence; the only one when left out. */
  readonly grid?: string;
  /** What mainly makes ill; `covid` when left out. */
  readonly cause?: MainCause;
  /** Whether haemodialysis is needed. */
  readonly dialysis?: boolean;
  /** Whether hardly able to move. */
  readonly immobile?: boolean;
  /** Whether there is a family-doctor contract. */
  readonly contract?: boolean;
  /** Whether pregnant. */
  readonly pregnant?: boolean;
  /** Whether the test result is not known yet. */
  readonly notKnown?: boolean;
  /** Where the patient is; home, or the clinic of `facility`, when left out. */
  readonly at?: RulePlace;
  /** Facility where the patient is. */
  readonly facility?: string;
  /** Capability needed beside a bed. */
  readonly needs?: Capability;
  /** Whether the rules of those who do not follow the rules in force decide. */
  readonly withoutPlan?: boolean;
}

/** A patient described, and the language of the answer: English when left out. */
export interface RulesAsked extends DescribedPatient {
  /** Language. */
  readonly lang?: Lang;
}

/** What can be said of a patient, so that a slip of the pen is not overlooked. */
const KNOWN: { readonly [Name in keyof Required<RulesAsked>]: true } = {
  age: true,
  severity: true,
  disease: true,
  vaccination: true,
  grid: true,
  cause: true,
  dialysis: true,
  immobile: true,
  contract: true,
  pregnant: true,
  notKnown: true,
  at: true,
  facility: true,
  needs: true,
  withoutPlan: true,
  lang: true,
};

/** What the rules make of a patient; show it. */
export interface AnsweredRules extends ShownText {
  /** The same as data. */
  readonly explained: ExplainedCase;
  /** Name of the rule that applies; empty for none. */
  readonly rule: string;
  /** Clause of the notice that it carries out; `none` for a rule of no notice, empty for no rule. */
  readonly clause: string;
  /** Facilities asked for a bed, in order, each once; none for whoever stays at home. */
  readonly asked: readonly string[];
}

/**
 * Asks the rules of a scenario about a patient: which rule applies and why none before it, what clause
 * it carries out, whom it asks for a bed, in order.
 *
 * @param scenario Scenario.
 * @param patient The patient, and the language.
 * @returns The answer, to be shown and as data.
 * @throws {RangeError} With everything that is wrong with the description.
 *
 * @example A moderate case, and the same of a very old person at home
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { askRules } from "./ask_rules.ts";
 * import { openScenario } from "./open_scenario.ts";
 *
 * const plan = await openScenario("training");
 * const { rule, asked } = await askRules(plan, { age: 50, severity: "moderate" });
 * assertEquals([rule, asked[0]], ["moderate", "training-sub-designated-1"]);
 * const atHome = await askRules(plan, { age: 85, severity: "mild", immobile: true });
 * assertEquals([atHome.rule, atHome.asked], ["very_old_immobile", []]);
 * ```
 */
export async function askRules(
  scenario: Scenario,
  { lang = "en", ...patient }: RulesAsked,
): Promise<AnsweredRules> {
  const unknown = Object.keys(patient).find((name) => !Object.hasOwn(KNOWN, name));
  if (unknown !== undefined) {
    throw new RangeError(
      `Cannot ask the rules as "${unknown}" must be something that is said of patients: ` +
        insteadOf(unknown, Object.keys(KNOWN)),
    );
  }
  const { query, problems } = caseAsked({ ...patient }, scenario, (name) => `"${name}"`);
  if (problems.length > 0) throw new RangeError(`Cannot ask the rules as ${problems.join("; ")}`);
  const explained = explainCase(scenario, query);
  const register = await loadClauses();
  const applied = explained.rules[explained.fires];
  return {
    ...shownLines(caseText(explained, { scenario, query, register, lang })),
    explained,
    rule: applied?.rule ?? "",
    clause: applied?.clause ?? "",
    asked: [...new Set(explained.offers.map(({ facility }) => facility))],
  };
}
