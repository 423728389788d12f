import { assertEquals, assertThrows } from "@std/assert";
import {
  compileRules,
  illnessCode,
  type ReferralRule,
  type RuleAttributes,
  type RuleSet,
} from "../../../../sim/domain/policy/mod.ts";
import { CRITICAL, MODERATE, SEVERE } from "../../../../sim/domain/terms/mod.ts";
import { ADULT, people } from "./_people.ts";
import { PLAN, PLAN_RULES } from "./_plan_rules.ts";

/** The plan's destination by a case distinction written out apart from the rules. */
function planned(severity: number, person: RuleAttributes): string {
  const { mainCause, disease, diseaseSevere, veryOld, immobile, dialysis } = person;
  if (severity >= SEVERE) {
    if (mainCause === "underlying") return "severe_underlying";
    return severity === CRITICAL ? "critical_covid" : "severe_covid";
  }
  if (dialysis) return "dialysis";
  if (person.beyondAbility) return "beyond_ability";
  if (severity === MODERATE) return "moderate";
  if (!veryOld) return "home";
  if (immobile) return "in_place";
  return disease === "stable" && diseaseSevere ? "very_old_severe_disease" : "home";
}

Deno.test("compileRules() gives the plan's rule for everybody, by names and by codes", () => {
  const compiled = compileRules(PLAN, { veryOldAge: 80 });
  const reached = new Map<string, number>();
  for (const { attributes, codes, severity, mainCause } of people()) {
    for (const beyondAbility of [false, true]) {
      const person = { ...attributes, beyondAbility };
      const index = compiled.ruleFor(person);
      const rule = PLAN_RULES[index].name;
      assertEquals(rule, planned(severity, person), JSON.stringify(person));
      const illness = illnessCode(severity, mainCause, 1);
      const part = compiled.personPart(codes);
      assertEquals(compiled.ruleOf(part, illness, beyondAbility ? 1 : 0, 0), index);
      reached.set(rule, (reached.get(rule) ?? 0) + 1);
    }
  }
  // 11 bands × 7 states of disease × 3 vaccinations × 2 mobilities = 462 people; 5 × 2 illnesses; 2.
  assertEquals([...reached.values()].reduce((a, b) => a + b), 9240);
  assertEquals(reached.get("critical_covid"), 462 * 2);
  assertEquals(reached.get("severe_underlying"), 462 * 2 * 2);
  // Of 7 states of disease two need dialysis, in 6 of 10 illnesses.
  assertEquals(reached.get("dialysis"), 462 / 7 * 2 * 6 * 2);
  // The very old: 1 in 11; immobile, without dialysis, able lower levels, two severities × causes.
  assertEquals(reached.get("in_place"), 3 * 5 * 4);
  assertEquals(reached.get("very_old_severe_disease"), 3 * 4);
});

Deno.test("compileRules() keeps one cell per combination that occurs of the attributes used", () => {
  const compiled = compileRules(PLAN, { veryOldAge: 80 });
  assertEquals(compiled.attributes, [
    "severity",
    "mainCause",
    "disease",
    "diseaseSevere",
    "veryOld",
    "immobile",
    "dialysis",
    "beyondAbility",
  ]);
  // Severity and cause 10; disease, severe, dialysis 7; very old, immobile, beyond 2 each.
  assertEquals(compiled.cells, 10 * 7 * 2 ** 3);
  assertEquals(compiled.unmatched, 0);
  assertEquals(compiled.seesPlace, false);
});

/** A set with one rule. */
function only(when: ReferralRule["when"]): RuleSet {
  return { name: "one", rules: [{ ...PLAN_RULES[0], name: "only", when }] };
}

Deno.test("compileRules() gives -1 where no rule matches, and counts what can occur only", () => {
  const compiled = compileRules(only({ veryOld: true, ageBand: ["80+"] }), { veryOldAge: 80 });
  assertEquals(compiled.ruleFor({ ...ADULT, ageBand: "80+", veryOld: true, colour: "yellow" }), 0);
  assertEquals(compiled.ruleFor({ ...ADULT, ageBand: "70-79" }), -1);
  assertEquals(compiled.cells, 22);
  assertEquals(compiled.unmatched, 10);
});

Deno.test("compileRules() takes both answers as possible when very old age begins within a band", () => {
  const compiled = compileRules(only({ veryOld: true, ageBand: ["80+"] }), { veryOldAge: 75 });
  // Nine bands below, one answer each; both answers of 70-79; the very old of 80+ are matched.
  assertEquals(compiled.unmatched, 9 + 2);
});

Deno.test("compileRules() knows which colours, dialysis, roles and causes go together", () => {
  const cells = (...names: (keyof RuleAttributes)[]) =>
    compileRules(only(Object.fromEntries(names.map((name) => [name, [ADULT[name]]]))), {
      veryOldAge: 80,
    }).cells;
  // Colour alone 3; with disease 8 of 9, since unstable disease is never green.
  assertEquals(cells("colour"), 3);
  assertEquals(cells("colour", "disease"), 8);
  assertEquals(cells("place"), 6);
  // At home no role; elsewhere one of seven.
  assertEquals(cells("place", "facilityRole"), 1 + 5 * 7);
  assertEquals(cells("place", "facilityRole", "placeCapable"), 1 + 5 * 7 * 2);
});

Deno.test("compileRules() sees where the patient is, and vaccination, contract and test result", () => {
  const rules = [
    { when: { place: ["icu_bed"], facilityRole: ["lead"], placeCapable: false } },
    { when: { place: ["home"], contract: true, vaccination: ["none", "partial"] } },
    { when: { known: false } },
    { when: {} },
  ].map((rule, i) => ({ ...PLAN_RULES[0], ...rule, name: `${i}` } as ReferralRule));
  const compiled = compileRules({ name: "s", rules }, { veryOldAge: 80 });
  const at = (change: Partial<RuleAttributes>) => compiled.ruleFor({ ...ADULT, ...change });
  assertEquals(compiled.seesPlace, true);
  assertEquals(at({ place: "icu_bed", facilityRole: "lead", placeCapable: false }), 0);
  assertEquals(at({ place: "icu_bed", facilityRole: "lead" }), 3);
  const home = { place: "home", facilityRole: "none", placeCapable: false } as const;
  assertEquals(at({ ...home, contract: true, vaccination: "none" }), 1);
  assertEquals(at({ ...home, contract: true, vaccination: "full" }), 3);
  assertEquals(at({ known: false }), 2);
});

Deno.test("compileRules() of an empty set matches nobody; an empty list of values matches nobody", () => {
  const none = compileRules({ name: "none", rules: [] }, { veryOldAge: 80 });
  assertEquals([none.cells, none.unmatched], [1, 1]);
  assertEquals(none.ruleFor(ADULT), -1);
  const empty = compileRules(only({ colour: [] }), { veryOldAge: 80 });
  assertEquals(empty.ruleFor(ADULT), -1);
});

Deno.test("compileRules() refuses conditions and values that do not exist", () => {
  assertThrows(
    () => compileRules(only({ colour: ["blue" as "red"] }), { veryOldAge: 80 }),
    RangeError,
    'Cannot compile rule "only" as colour must be one of green, yellow, red: current value is "blue"',
  );
  assertThrows(
    () => compileRules(only({ age: 80 } as ReferralRule["when"]), { veryOldAge: 80 }),
    RangeError,
    'Cannot compile rule "only" as a condition must be one of severity, mainCause, colour, disease, diseaseSevere, ageBand, veryOld, immobile, dialysis, beyondAbility, vaccination, contract, pregnant, known, place, facilityRole, placeCapable: current condition is "age"',
  );
});

Deno.test("compileRules() refuses a table of more than 2^20 cells, naming attributes and sizes", () => {
  const all = Object.fromEntries(
    Object.entries(ADULT).map(([name, v]) => [name, typeof v === "boolean" ? v : [v]]),
  );
  assertThrows(
    () => compileRules(only(all), { veryOldAge: 80 }),
    RangeError,
    'Cannot tabulate rule set "one" as its attributes must make <= 1048576 cells: current number is 7156800, of severity (5), mainCause (2), colour (3), disease (3), diseaseSevere (2), ageBand (11), veryOld (2), immobile (2), dialysis (2), beyondAbility (2), vaccination (3), contract (2), pregnant (2), known (2), place (6), facilityRole (8), placeCapable (2)',
  );
  const { place: _place, facilityRole: _role, ...most } = all;
  // 11 bands of 42 kinds of people, and as many pregnant ones in 4 of the bands.
  const kinds = (11 + 4) * 42;
  assertEquals(compileRules(only(most), { veryOldAge: 80 }).cells, kinds * 4 * 20 * 2 * 2);
});

Deno.test("CompiledRules refuses people who cannot be", () => {
  const compiled = compileRules(PLAN, { veryOldAge: 80 });
  assertThrows(
    () => compiled.ruleFor({ ...ADULT, disease: "none", diseaseSevere: true }),
    RangeError,
    "Cannot look up rules as a patient must be possible: current patient is severity mild, ",
  );
  const [{ codes }] = people();
  assertThrows(
    () => compiled.personPart({ ...codes, disease: 1, diseaseSevere: 0, dialysis: 1 }),
    RangeError,
    "Cannot look up rules as a person must be possible: current person is colour green, disease stable, diseaseSevere false, ",
  );
});

Deno.test("compileRules() refuses decisions that do not fit their attributes or rules", () => {
  const set = (cells: number[]): RuleSet => ({
    name: "given",
    rules: PLAN_RULES.slice(0, 2),
    decisions: { attributes: ["severity"], cells },
  });
  assertEquals(compileRules(set([0, 0, 1, 1, 1]), { veryOldAge: 80 }).ruleFor(ADULT), 0);
  assertThrows(
    () => compileRules(set([0, 1]), { veryOldAge: 80 }),
    RangeError,
    'Cannot compile rule set "given" as its decisions must be 5 indices of its 2 rules: current number is 2',
  );
  assertThrows(
    () => compileRules(set([0, 0, 0, 0, 2]), { veryOldAge: 80 }),
    RangeError,
    "current number is 5, one is 2",
  );
});
