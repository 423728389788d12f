import { assertEquals } from "@std/assert";
import { explainRules, type RuleAttributes } from "../../../../sim/domain/policy/mod.ts";
import { PLAN } from "./_plan_rules.ts";

const GRANDMOTHER: RuleAttributes = {
  severity: "mild",
  mainCause: "covid",
  colour: "red",
  disease: "stable",
  diseaseSevere: true,
  ageBand: "80+",
  veryOld: true,
  immobile: false,
  dialysis: false,
  beyondAbility: false,
};

Deno.test("explainRules() says of every rule which conditions fail, in the order of the set", () => {
  const explained = explainRules(PLAN, GRANDMOTHER);
  assertEquals(explained.map(({ failed }) => failed), [
    ["severity is mild, not critical"],
    ["severity is mild, not severe"],
    ["severity is mild, not severe or critical", "mainCause is covid, not underlying"],
    ["dialysis is false, not true"],
    ["beyondAbility is false, not true"],
    ["severity is mild, not moderate"],
    ["immobile is false, not true"],
    [],
    [],
  ]);
  assertEquals(explained.findIndex(({ matched }) => matched), 7);
  assertEquals(explained[7].rule, "very_old_severe_disease");
  assertEquals(explained[7].clause, "P22-2.2.2(2)");
});

Deno.test("explainRules() of an empty set is empty", () => {
  assertEquals(explainRules({ name: "none", rules: [] }, GRANDMOTHER), []);
});
