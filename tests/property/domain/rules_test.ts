import { assertEquals } from "@std/assert";
import fc from "fast-check";
import {
  compileRules,
  explainRules,
  type RuleAttributes,
  type RuleCondition,
  type RuleSet,
} from "../../../sim/domain/policy/mod.ts";
import {
  AGE_BANDS,
  COLOURS,
  DISEASES,
  MAIN_CAUSES,
  SEVERITIES,
} from "../../../sim/domain/terms/mod.ts";

const LISTS = {
  severity: fc.subarray([...SEVERITIES]),
  mainCause: fc.subarray([...MAIN_CAUSES]),
  colour: fc.subarray([...COLOURS]),
  disease: fc.subarray([...DISEASES]),
  ageBand: fc.subarray([...AGE_BANDS]),
};
const FLAGS = {
  diseaseSevere: fc.boolean(),
  veryOld: fc.boolean(),
  immobile: fc.boolean(),
  dialysis: fc.boolean(),
  beyondAbility: fc.boolean(),
};

const condition = fc.record({ ...LISTS, ...FLAGS }, { requiredKeys: [] }) as fc.Arbitrary<
  RuleCondition
>;
const ruleSet: fc.Arbitrary<RuleSet> = fc.array(condition, { maxLength: 8 }).map((conditions) => ({
  name: "random",
  rules: conditions.map((when, i) => ({
    name: `rule ${i}`,
    clause: "",
    interpretation: true,
    when,
    to: { place: "home" as const },
    overflow: [],
  })),
}));
const patient: fc.Arbitrary<RuleAttributes> = fc.record({
  severity: fc.constantFrom(...SEVERITIES),
  mainCause: fc.constantFrom(...MAIN_CAUSES),
  colour: fc.constantFrom(...COLOURS),
  disease: fc.constantFrom(...DISEASES),
  ageBand: fc.constantFrom(...AGE_BANDS),
  ...FLAGS,
});

/** First rule whose every condition holds, by reading the rules one after the other. */
function firstMatch(set: RuleSet, p: RuleAttributes): number {
  return set.rules.findIndex(({ when: w }) =>
    (w.severity?.includes(p.severity) ?? true) &&
    (w.mainCause?.includes(p.mainCause) ?? true) &&
    (w.colour?.includes(p.colour) ?? true) &&
    (w.disease?.includes(p.disease) ?? true) &&
    (w.ageBand?.includes(p.ageBand) ?? true) &&
    (w.diseaseSevere ?? p.diseaseSevere) === p.diseaseSevere &&
    (w.veryOld ?? p.veryOld) === p.veryOld &&
    (w.immobile ?? p.immobile) === p.immobile &&
    (w.dialysis ?? p.dialysis) === p.dialysis &&
    (w.beyondAbility ?? p.beyondAbility) === p.beyondAbility
  );
}

Deno.test("CompiledRules.ruleOf() and explainRules() are the first match of reading the rules", () => {
  fc.assert(
    fc.property(ruleSet, fc.array(patient, { minLength: 20, maxLength: 20 }), (set, patients) => {
      const compiled = compileRules(set, { veryOldAge: 80 });
      for (const p of patients) {
        const expected = firstMatch(set, p);
        const found = compiled.ruleOf(
          SEVERITIES.indexOf(p.severity),
          MAIN_CAUSES.indexOf(p.mainCause),
          COLOURS.indexOf(p.colour),
          DISEASES.indexOf(p.disease),
          Number(p.diseaseSevere),
          AGE_BANDS.indexOf(p.ageBand),
          Number(p.veryOld),
          Number(p.immobile),
          Number(p.dialysis),
          Number(p.beyondAbility),
        );
        assertEquals(found, expected);
        assertEquals(explainRules(set, p).findIndex(({ matched }) => matched), expected);
      }
    }),
    { numRuns: 100, seed: 20221207 },
  );
});
