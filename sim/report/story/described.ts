/** A patient described, as the rules of a scenario see one, and what they decide. */
import { AGE_BANDS, AGE_FROM, buildProfiles, explainRules, gradeOf } from "../../domain/mod.ts";
import type {
  BedDestination,
  Capability,
  Destination,
  Disease,
  Grading,
  MainCause,
  RuleAttributes,
  RulePlace,
  Severity,
  UnmetCondition,
  Vaccination,
  WardType,
} from "../../domain/mod.ts";
import { offersOf, seenPlaceOf } from "../../network/mod.ts";
import type { Scenario } from "../../scenario/mod.ts";

/** A patient described. */
export interface CaseQuery {
  /** Age [years]. */
  readonly age: number;
  /** Underlying disease. */
  readonly disease: Disease;
  /** Whether it is severe. */
  readonly diseaseSevere: boolean;
  /** Vaccination. */
  readonly vaccination: Vaccination;
  /** Severity as judged. */
  readonly severity: Severity;
  /** What mainly makes a severe or critical case ill. */
  readonly mainCause: MainCause;
  /** Whether haemodialysis is needed. */
  readonly dialysis: boolean;
  /** Whether hardly able to move. */
  readonly immobile: boolean;
  /** Whether there is a family-doctor contract. */
  readonly contract: boolean;
  /** Whether pregnant. */
  readonly pregnant: boolean;
  /** Whether the test result is known. */
  readonly known: boolean;
  /** Where the patient is. */
  readonly place: RulePlace;
  /** Facility where the patient is; empty at home. */
  readonly facility: string;
  /** Capability needed beside a bed; null for none. */
  readonly needs: Capability | null;
  /** Home grid. */
  readonly grid: string;
  /** Whether the rules of those who do not follow the rules in force decide. */
  readonly withoutPlan: boolean;
}

/** A rule held against the patient. */
export interface ExplainedRule {
  /** Name. */
  readonly rule: string;
  /** Clause. */
  readonly clause: string;
  /** Whether the clause leaves the case open. */
  readonly interpretation: boolean;
  /** Whether all its conditions hold. */
  readonly matched: boolean;
  /** Conditions that do not hold. */
  readonly unmet: readonly UnmetCondition[];
  /** Where it sends. */
  readonly to: Destination;
}

/** A ward that is asked. */
export interface ExplainedOffer {
  /** Facility. */
  readonly facility: string;
  /** Its name. */
  readonly name: { readonly en: string; readonly zh: string };
  /** Destination of the rule that names it. */
  readonly to: BedDestination;
  /** Place of that destination: 0 for the rule's own, then the overflow [-]. */
  readonly place: number;
  /** Ward type. */
  readonly ward: WardType;
  /** Physical beds [beds]. */
  readonly beds: number;
  /** Beds that can be converted to it [beds]. */
  readonly convertibleBeds: number;
  /** Travel from the grid's most populous community at the mean speed of the day [min]. */
  readonly minutes: number;
  /** Whether it is beyond the longest travel, and never taken. */
  readonly tooFar: boolean;
  /** Capability that the patient needs and the facility lacks; null for none. */
  readonly lacks: Capability | null;
}

/** What the rules make of a patient. */
export interface ExplainedCase {
  /** What they see. */
  readonly seen: RuleAttributes;
  /** Health colour, and what gave it. */
  readonly grading: Grading;
  /** Name of the rule set. */
  readonly set: string;
  /** Every rule, in order. */
  readonly rules: readonly ExplainedRule[];
  /** Place of the rule that applies [-]; -1 for none. */
  readonly fires: number;
  /** Wards asked, in order. */
  readonly offers: readonly ExplainedOffer[];
  /** Whether the scenario has residents like this. */
  readonly exists: boolean;
}

/** What the rules see of a described patient. */
function seenOfCase(scenario: Scenario, query: CaseQuery): RuleAttributes {
  const { age, disease, vaccination, severity, mainCause, place, known } = query;
  const { diseaseSevere, dialysis, immobile, contract, pregnant, facility, needs, grid } = query;
  const person = { disease, diseaseSevere, dialysis, vaccination, immobile, contract, pregnant };
  return {
    ...person,
    severity,
    mainCause,
    known,
    place,
    colour: gradeOf({ age, disease, vaccination }).colour,
    ageBand: AGE_BANDS[AGE_FROM.findLastIndex((from) => age >= from)],
    veryOld: age >= scenario.referral.veryOldAge,
    ...seenPlaceOf(scenario, { grid, facility, needs: dialysis ? "dialysis" : needs }),
  };
}

/** Whether the scenario has a kind of resident with these attributes. */
function isResident({ people, city, course, referral, primary }: Scenario, seen: RuleAttributes) {
  const profiles = buildProfiles({
    people,
    ageShares: city.ageShares,
    severity: course.severity,
    veryOldAge: referral.veryOldAge,
    coverage: primary.doctors.coverage,
  });
  const row = { ageBand: seen.ageBand, disease: seen.disease, vaccination: seen.vaccination };
  const own = course.severity.findIndex((r) =>
    r.ageBand === row.ageBand && r.disease === row.disease && r.vaccination === row.vaccination
  );
  const flags = ["diseaseSevere", "dialysis", "immobile", "contract", "pregnant"] as const;
  return profiles.severityRow.some((r, cell) =>
    r === own && flags.every((flag) => profiles[flag][cell] === (seen[flag] ? 1 : 0))
  );
}

/**
 * Explains what the rules of a scenario make of a patient.
 *
 * @param scenario A checked scenario.
 * @param query The patient; must be possible.
 * @returns What they see, every rule, the one that applies, and the beds asked in order.
 *
 * @example A moderate case goes to the sub-designated hospital
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../../scenario/mod.ts";
 * import { explainCase } from "./mod.ts";
 *
 * const { rules, fires, offers } = explainCase(await loadScenario("scenarios/training.yaml"), {
 *   age: 50, disease: "none", diseaseSevere: false, vaccination: "full", severity: "moderate",
 *   mainCause: "covid", dialysis: false, immobile: false, contract: false, pregnant: false,
 *   known: true, place: "home", facility: "", needs: null, grid: "training-g1", withoutPlan: false,
 * });
 * assertEquals(rules[fires].rule, "moderate");
 * assertEquals(offers.map(({ facility }) => facility)[0], "training-sub-designated-1");
 * ```
 */
export function explainCase(scenario: Scenario, query: CaseQuery): ExplainedCase {
  const { referral, city } = scenario;
  const set = query.withoutPlan ? referral.otherwise : referral.rules;
  const seen = seenOfCase(scenario, query);
  const rules = explainRules(set, seen).map(({ rule, clause, matched, unmet }, i) => {
    const { interpretation, to } = set.rules[i];
    return { rule, clause, interpretation, matched, unmet, to };
  });
  const fires = rules.findIndex(({ matched }) => matched);
  const needs = seen.dialysis ? "dialysis" : query.needs;
  const offers = fires < 0 ? [] : offersOf(scenario, { rule: set.rules[fires], grid: query.grid });
  return {
    seen,
    grading: gradeOf(query),
    set: set.name,
    rules,
    fires,
    exists: isResident(scenario, seen),
    offers: offers.map(({ ward, facility, place, to, minutes, tooFar }) => {
      const { type, beds, convertibleBeds } = city.wards[ward];
      const { id, name, capabilities } = city.facilities[facility];
      const lacks = needs !== null && !capabilities.includes(needs) ? needs : null;
      const bed = { ward: type, beds, convertibleBeds };
      return { facility: id, name, to, place, ...bed, minutes, tooFar, lacks };
    }),
  };
}
