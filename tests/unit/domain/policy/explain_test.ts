import { assertEquals } from "@std/assert";
import {
  explainRules,
  type RuleAttributes,
  rulesFromFunction,
} from "../../../../sim/domain/policy/mod.ts";
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
  vaccination: "none",
  contract: true,
  pregnant: false,
  known: true,
  place: "home",
  facilityRole: "none",
  placeCapable: false,
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
  assertEquals(explained[1].unmet, [
    { attribute: "severity", value: "mild", asked: ["severe"] },
  ]);
  assertEquals(explained.findIndex(({ matched }) => matched), 7);
  assertEquals(explained[7].rule, "very_old_severe_disease");
  assertEquals(explained[7].clause, "P22-2.2.2(2)");
});

Deno.test("explainRules() of an empty set is empty", () => {
  assertEquals(explainRules({ name: "none", rules: [] }, GRANDMOTHER), []);
});

Deno.test("explainRules() says what a function chooses instead", () => {
  const set = rulesFromFunction({
    name: "by_contract",
    attributes: ["contract"],
    outcomes: {
      visited: { clause: "P22-2.2.1b", to: { place: "in_place" } },
      home: { clause: "none", to: { place: "home" } },
    },
    rule: ({ contract }) => contract ? "visited" : "home",
  });
  assertEquals(explainRules(set, GRANDMOTHER), [
    { rule: "visited", clause: "P22-2.2.1b", matched: true, failed: [], unmet: [] },
    {
      rule: "home",
      clause: "none",
      matched: false,
      failed: ["the function chooses visited"],
      unmet: [],
    },
  ]);
});
