import { assertEquals, assertThrows } from "@std/assert";
import type { City } from "../../../../sim/domain/city/mod.ts";
import {
  type LintFinding,
  lintRules,
  type ReferralRule,
} from "../../../../sim/domain/policy/mod.ts";
import { CITY, PLAN, PLAN_RULES } from "./_plan_rules.ts";

const AGE = { veryOldAge: 80 };

/** Findings of the plan with one rule changed. */
function lintChanged(name: string, change: Partial<ReferralRule>): LintFinding[] {
  const rules = PLAN_RULES.map((rule) => rule.name === name ? { ...rule, ...change } : rule);
  return lintRules({ name: "changed", rules }, CITY, AGE);
}

/** Findings of the plan in a changed city. */
function lintIn(change: Partial<City>): LintFinding[] {
  return lintRules(PLAN, { ...CITY, ...change }, AGE);
}

Deno.test("lintRules() finds nothing in the plan, with and without the age of the very old", () => {
  assertEquals(lintRules(PLAN, CITY, AGE), []);
  assertEquals(lintRules(PLAN, CITY), []);
});

Deno.test("lintRules() counts the combinations without a rule and prints one that can occur", () => {
  const rules = PLAN_RULES.filter(({ name }) => name !== "home");
  const findings = lintRules({ name: "short", rules }, CITY, AGE);
  assertEquals(findings, [{
    level: "error",
    rule: "",
    clause: "",
    // 2 severities × 2 causes × (5 states of disease × mobility; of the very old and mobile, 4).
    message: `No rule matches ${2 * 2 * (5 * 2 + 4)} of the combinations that can occur`,
    example:
      "severity asymptomatic, mainCause covid, disease none, diseaseSevere false, veryOld false, immobile false, dialysis false, beyondAbility false",
  }]);
});

Deno.test("lintRules() finds a rule behind one that takes all, and one that asks for nobody", () => {
  const message =
    "No patient reaches this rule: rules before it take every case, or its conditions contradict one another";
  const behind = lintRules({ name: "s", rules: [PLAN_RULES[8], PLAN_RULES[5]] }, CITY, AGE);
  assertEquals(behind.map(({ level, rule, message }) => [level, rule, message]), [
    ["error", "moderate", message],
  ]);
  const nobody = lintChanged("in_place", { when: { veryOld: true, ageBand: ["70-79"] } });
  assertEquals(nobody.map(({ rule, clause }) => [rule, clause]), [["in_place", "P22-2.2.2(1)"]]);
  const severeNone = lintChanged("in_place", { when: { disease: ["none"], diseaseSevere: true } });
  assertEquals(severeNone.map(({ rule }) => rule), ["in_place"]);
});

Deno.test("lintRules() takes an age band as open when it does not know who is very old", () => {
  const rules = PLAN_RULES.with(6, {
    ...PLAN_RULES[6],
    when: { veryOld: true, ageBand: ["70-79"] },
  });
  assertEquals(lintRules({ name: "s", rules }, CITY), []);
  assertEquals(lintRules({ name: "s", rules }, CITY, { veryOldAge: 75 }), []);
});

Deno.test("lintRules() finds a role without a facility: an error at first, a warning in the overflow", () => {
  const links = CITY.links.filter(({ grid, role }) =>
    role !== "partner" && (role !== "sub_designated" || grid === "g1")
  );
  assertEquals(
    lintIn({ links }).map(({ level, rule, message, example }) => [level, rule, message, example]),
    [
      [
        "warning",
        "severe_underlying",
        "No facility has the role partner in 2 of 2 grids",
        'grid "g1"',
      ],
      [
        "warning",
        "beyond_ability",
        "No facility has the role partner in 2 of 2 grids",
        'grid "g1"',
      ],
      ["error", "moderate", "No facility has the role sub_designated in 1 of 2 grids", 'grid "g2"'],
      [
        "error",
        "very_old_severe_disease",
        "No facility has the role sub_designated in 1 of 2 grids",
        'grid "g2"',
      ],
    ],
  );
});

Deno.test("lintRules() finds a ward that no linked facility opens to COVID cases", () => {
  const wards = CITY.wards.map((ward) =>
    ward.facility === "designated" && ward.type === "sub_icu"
      ? { ...ward, use: "ordinary" as const }
      : ward.facility === "designated" && ward.type === "icu"
      ? { ...ward, beds: 0 }
      : ward
  );
  assertEquals(lintIn({ wards }).map(({ level, rule, message }) => [level, rule, message]), [
    [
      "error",
      "critical_covid",
      "No designated facility has a ward of type icu for COVID cases in 2 of 2 grids",
    ],
    [
      "error",
      "severe_covid",
      "No designated facility has a ward of type sub_icu for COVID cases in 2 of 2 grids",
    ],
  ]);
});

Deno.test("lintRules() counts convertible beds as a ward", () => {
  const wards = CITY.wards.map((ward) =>
    ward.type === "icu" ? { ...ward, beds: 0, convertibleBeds: 4 } : ward
  );
  assertEquals(lintIn({ wards }), []);
});

Deno.test("lintRules() asks for dialysis where the rule is about dialysis, and only there", () => {
  const facilities = CITY.facilities.map((f) => ({ ...f, capabilities: [] }));
  assertEquals(lintIn({ facilities }).map(({ level, rule, message }) => [level, rule, message]), [
    [
      "error",
      "dialysis",
      "No designated facility with a ward of type general is capable of dialysis in 2 of 2 grids",
    ],
  ]);
});

Deno.test("lintRules() takes every hospital for nearest", () => {
  const to = { role: "nearest", ward: "icu" } as const;
  assertEquals(lintChanged("moderate", { to }), []);
  const facilities = CITY.facilities.map((f) => ({ ...f, kind: "primary" as const }));
  const rules = PLAN_RULES.with(5, { ...PLAN_RULES[5], to });
  assertEquals(
    lintRules({ name: "s", rules }, { ...CITY, facilities }, AGE).map(({ message }) => message),
    ["No facility is a hospital in 2 of 2 grids"],
  );
});

Deno.test("lintRules() finds overflow that repeats itself or is no bed, and a name used twice", () => {
  const { to } = PLAN_RULES[5];
  assertEquals(
    lintChanged("moderate", { overflow: [to, { place: "home" }], name: "dialysis" }).map((
      { level, rule, message },
    ) => [level, rule, message]),
    [
      ["error", "dialysis", 'Another rule is named "dialysis" already'],
      ["warning", "dialysis", "Overflow repeats sub_designated/general"],
      ["error", "dialysis", "Overflow must name beds: home is no bed"],
    ],
  );
});

Deno.test("lintRules() refuses a value that does not exist", () => {
  assertThrows(
    () => lintChanged("moderate", { when: { severity: ["grave" as "severe"] } }),
    RangeError,
    'Cannot compile rule "moderate" as severity must be one of asymptomatic, mild, moderate, severe, critical: current value is "grave"',
  );
});
