import { assertEquals, assertThrows } from "@std/assert";
import {
  compileRules,
  lintRules,
  type RuleFunction,
  rulesFromFunction,
} from "../../../../sim/domain/policy/mod.ts";
import { people } from "./_people.ts";
import { CITY, PLAN, PLAN_RULES } from "./_plan_rules.ts";

const OUTCOMES = {
  bed: { clause: "none", to: { role: "lead", ward: "general" }, priority: 2 },
  home: { clause: "none", to: { place: "home" } },
} as const;
type Outcome = keyof typeof OUTCOMES;

/** A set by a function of severity and colour. */
function make(rule: RuleFunction<"severity" | "colour", Outcome>["rule"]) {
  return rulesFromFunction({
    name: "mine",
    attributes: ["severity", "colour"],
    outcomes: OUTCOMES,
    rule,
  });
}

Deno.test("rulesFromFunction() of the plan as a function is the plan", () => {
  const outcomes = Object.fromEntries(PLAN_RULES.map((rule) => [rule.name, rule]));
  const set = rulesFromFunction({
    name: "plan",
    attributes: [
      "severity",
      "mainCause",
      "disease",
      "diseaseSevere",
      "veryOld",
      "immobile",
      "dialysis",
      "beyondAbility",
    ],
    outcomes,
    rule: (p) => {
      if (p.severity === "critical" && p.mainCause === "covid") return "critical_covid";
      if (p.severity === "severe" && p.mainCause === "covid") return "severe_covid";
      if (p.severity === "severe" || p.severity === "critical") return "severe_underlying";
      if (p.dialysis) return "dialysis";
      if (p.beyondAbility) return "beyond_ability";
      if (p.severity === "moderate") return "moderate";
      if (p.veryOld && p.immobile) return "in_place";
      const severe = p.veryOld && p.diseaseSevere && p.disease === "stable";
      return severe ? "very_old_severe_disease" : "home";
    },
  });
  const byRules = compileRules(PLAN, { veryOldAge: 80 });
  const byFunction = compileRules(set, { veryOldAge: 80 });
  assertEquals([byFunction.cells, byFunction.unmatched], [byRules.cells, 0]);
  for (const { attributes, mainCause, severity } of people()) {
    if (severity < 2 && mainCause === 1) continue;
    assertEquals(byFunction.ruleFor(attributes), byRules.ruleFor(attributes));
  }
  assertEquals(lintRules(set, CITY, { veryOldAge: 80 }), []);
});

Deno.test("rulesFromFunction() gives plain data: the table travels, the function does not", () => {
  const set = make(({ severity, colour }) =>
    severity === "severe" || colour === "red" ? "bed" : "home"
  );
  assertEquals(structuredClone(set), set);
  assertEquals(set.rules.map(({ name, when, priority }) => [name, when, priority]), [
    ["bed", {}, 2],
    ["home", {}, undefined],
  ]);
  // Colours are on the first axis: green, yellow, red, then the next severity.
  assertEquals(set.decisions?.cells.slice(0, 6).filter((rule) => rule === 0).length, 2);
});

Deno.test("rulesFromFunction() shows the function people who can be, frozen", () => {
  const seen: string[] = [];
  rulesFromFunction({
    name: "looks",
    attributes: ["place", "facilityRole", "placeCapable"],
    outcomes: OUTCOMES,
    rule: (attributes) => {
      seen.push(JSON.stringify(attributes));
      assertThrows(() => Object.assign(attributes, { place: "home" }), TypeError);
      return "home";
    },
  });
  // Home has no role and no capability; five other places have seven roles and two answers.
  assertEquals([seen.length, new Set(seen).size], [2 * 71, 71]);
});

// Planted: the second tabulation left out: red.
Deno.test("rulesFromFunction() refuses a function that is not pure", () => {
  let asked = 0;
  assertThrows(
    () => make(() => asked++ < 4 ? "bed" : "home"),
    RangeError,
    'Cannot tabulate rule function "mine" as it must be pure: current outcomes for ',
  );
});

Deno.test("rulesFromFunction() refuses a function that throws or gives no outcome of its own", () => {
  assertThrows(
    () =>
      make(({ severity }) => {
        if (severity === "critical") throw new Error("no idea");
        return "home";
      }),
    RangeError,
    'Cannot tabulate rule function "mine" as it must give one of bed, home: for severity critical, colour ',
  );
  assertThrows(
    () => make(() => "lead" as "bed"),
    RangeError,
    'it gave "lead"',
  );
  assertThrows(
    () => make(() => Promise.resolve("bed") as unknown as "bed"),
    RangeError,
    "it gave {}",
  );
  assertThrows(() => make(() => undefined as unknown as "bed"), RangeError, "it gave undefined");
});

Deno.test("rulesFromFunction() refuses attributes that do not exist, or too many", () => {
  assertThrows(
    () =>
      rulesFromFunction({
        name: "mine",
        attributes: ["age" as "colour"],
        outcomes: OUTCOMES,
        rule: () => "home",
      }),
    RangeError,
    'Cannot tabulate rule function "mine" as its attributes must be among severity, mainCause, ',
  );
  assertThrows(
    () =>
      rulesFromFunction({
        name: "mine",
        attributes: [
          "severity",
          "mainCause",
          "known",
          "ageBand",
          "disease",
          "diseaseSevere",
          "dialysis",
          "vaccination",
          "immobile",
          "contract",
          "place",
          "facilityRole",
          "placeCapable",
        ],
        outcomes: OUTCOMES,
        rule: () => "home",
      }),
    RangeError,
    'Cannot tabulate rule function "mine" as its attributes must make <= 1048576 cells: current number is 1312080, of severity (5), ',
  );
});
