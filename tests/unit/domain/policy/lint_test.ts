import { assertEquals, assertThrows } from "@std/assert";
import type { City } from "../../../../sim/domain/city/mod.ts";
import {
  type LintFinding,
  lintRules,
  type ReferralRule,
  rulesFromFunction,
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

/** Severity, rule and message of findings, and the example. */
const short = (findings: readonly LintFinding[]) =>
  findings.map(({ severity, rule, message, example }) => [severity, rule, message, example]);

Deno.test("lintRules() counts the combinations without a rule and prints the smallest one", () => {
  const rules = PLAN_RULES.filter(({ name }) => name !== "home");
  assertEquals(lintRules({ name: "short", rules }, CITY, AGE), [{
    severity: "error",
    kind: "unmatched",
    rule: "",
    clause: "",
    // Mild and asymptomatic, of COVID-19. Not very old: of 5 states without dialysis, 5 need nothing
    // beyond, × mobility; very old and mobile: of the 5 not the severe and stable one.
    message: `No rule matches ${2 * (5 * 2 + 4)} of the 320 combinations that can occur`,
    example: "severity asymptomatic, disease none, veryOld false",
  }]);
});

Deno.test("lintRules() prints a forgotten severity as one condition", () => {
  const rules = [{ ...PLAN_RULES[8], when: { severity: ["mild", "moderate", "severe"] } } as const];
  assertEquals(short(lintRules({ name: "s", rules }, CITY, AGE)), [[
    "error",
    "",
    "No rule matches 2 of the 5 combinations that can occur",
    "severity asymptomatic",
  ]]);
  assertEquals(short(lintRules({ name: "none", rules: [] }, CITY, AGE)), [[
    "error",
    "",
    "No rule matches 1 of the 1 combinations that can occur",
    "any case",
  ]]);
});

Deno.test("lintRules() finds a rule behind those that take all, and names them", () => {
  const found = lintRules({ name: "s", rules: [PLAN_RULES[8], PLAN_RULES[5]] }, CITY, AGE);
  assertEquals(short(found), [[
    "error",
    "moderate",
    'No patient reaches this rule: every case of it goes to "home"',
    "severity moderate",
  ]]);
  const severe = { ...PLAN_RULES[8], name: "late", when: { severity: ["severe"] } } as const;
  const rules = [...PLAN_RULES.slice(0, 8), severe, PLAN_RULES[8]];
  assertEquals(short(lintRules({ name: "s", rules }, CITY, AGE)), [[
    "error",
    "late",
    'No patient reaches this rule: every case of it goes to "severe_covid", "severe_underlying"',
    "severity severe",
  ]]);
});

Deno.test("lintRules() finds a rule whose conditions contradict one another", () => {
  const message = "No patient reaches this rule: its conditions contradict one another";
  const contradictions: ReferralRule["when"][] = [
    { veryOld: true, ageBand: ["70-79"] },
    { disease: ["none"], diseaseSevere: true },
    { severity: ["mild"], mainCause: ["underlying"] },
    { colour: ["green"], disease: ["unstable"] },
    { dialysis: true, diseaseSevere: false },
    { beyondAbility: true, disease: ["none"] },
    { place: ["home"], facilityRole: ["lead"] },
    { place: ["home"], placeCapable: true },
  ];
  for (const when of contradictions) {
    const found = lintChanged("in_place", { when });
    assertEquals(found.map((f) => [f.rule, f.clause, f.message, f.example]), [
      ["in_place", "P22-2.2.2(1)", message, ""],
    ]);
  }
});

Deno.test("lintRules() takes an age band as open when it does not know who is very old", () => {
  const rules = PLAN_RULES.with(6, {
    ...PLAN_RULES[6],
    when: { veryOld: true, ageBand: ["70-79"] },
  });
  assertEquals(lintRules({ name: "s", rules }, CITY), []);
  assertEquals(lintRules({ name: "s", rules }, CITY, { veryOldAge: 75 }), []);
});

Deno.test("lintRules() lists every contradiction of a set that says unique", () => {
  const rules = [
    { ...PLAN_RULES[8], name: "ill", when: { severity: ["severe", "critical"] } },
    { ...PLAN_RULES[8], name: "dialysis", when: { dialysis: true } },
    { ...PLAN_RULES[8], name: "well", when: { severity: ["asymptomatic", "mild", "moderate"] } },
  ] as ReferralRule[];
  assertEquals(lintRules({ name: "s", rules }, CITY, AGE), []);
  const found = lintRules({ name: "s", rules, hit: "unique" }, CITY, AGE);
  const matches = (a: string, count: number) =>
    `"${a}" and this rule both match ${count} of the combinations that can occur, in a set where each has one rule`;
  assertEquals(found.map(({ kind, rule, message, example }) => [kind, rule, message, example]), [
    ["contradiction", "dialysis", matches("ill", 2), "severity severe, dialysis true"],
    ["contradiction", "well", matches("dialysis", 3), "severity asymptomatic, dialysis true"],
  ]);
  const apart = rules.with(1, {
    ...rules[1],
    when: { dialysis: true, severity: ["moderate"] },
  }).with(2, { ...rules[2], when: { severity: ["asymptomatic", "mild"] } });
  const [open] = lintRules({ name: "s", rules: apart, hit: "unique" }, CITY, AGE);
  assertEquals(open.example, "severity moderate, dialysis false");
});

Deno.test("lintRules() finds a role without a facility: an error at first, a warning in the overflow", () => {
  const links = CITY.links.filter(({ grid, role }) =>
    role !== "partner" && (role !== "sub_designated" || grid === "g1")
  );
  const partner = "There is no partner facility in 2 of 2 grids";
  const sub = "There is no sub_designated facility in 1 of 2 grids";
  assertEquals(short(lintIn({ links })), [
    ["warning", "severe_underlying", partner, 'grid "g1"'],
    ["warning", "beyond_ability", partner, 'grid "g1"'],
    ["error", "moderate", sub, 'grid "g2"'],
    ["error", "very_old_severe_disease", sub, 'grid "g2"'],
  ]);
});

Deno.test("lintRules() asks for neighbours only of grids that have some, unless none has any", () => {
  const overflow = [{ role: "lead", ward: "general", grid: "neighbours" }] as const;
  const rules = PLAN_RULES.with(5, { ...PLAN_RULES[5], overflow });
  const set = { name: "s", rules };
  const idle = "Overflow adds no ward to those tried before it";
  assertEquals(lintRules(set, CITY, AGE), []);
  const third = { ...CITY.grids[0], id: "g3", district: "far" };
  const links = [
    ...CITY.links,
    ...CITY.links.filter((l) => l.grid === "g1").map((l) => ({ ...l, grid: "g3" })),
  ];
  assertEquals(lintRules(set, { ...CITY, grids: [...CITY.grids, third], links }, AGE), []);
  const alone = { ...CITY, grids: [CITY.grids[0], third], links };
  assertEquals(short(lintRules(set, alone, AGE)), [[
    "warning",
    "moderate",
    "There is no lead facility of a neighbour grid in 2 of 2 grids",
    'grid "g1"',
  ]]);
  const again = rules.with(5, {
    ...rules[5],
    overflow: [{ ...rules[5].to, grid: "city" } as never],
  });
  assertEquals(short(lintRules({ name: "s", rules: again }, CITY, AGE)), [
    ["warning", "moderate", `${idle}: sub_designated/general of the city`, ""],
  ]);
});

Deno.test("lintRules() finds a ward that no linked facility opens to COVID cases", () => {
  const wards = CITY.wards.map((ward) =>
    ward.facility === "designated" && ward.type === "sub_icu"
      ? { ...ward, use: "ordinary" as const }
      : ward.facility === "designated" && ward.type === "icu"
      ? { ...ward, beds: 0 }
      : ward
  );
  const no = (ward: string) =>
    `No designated facility has a ward of type ${ward} for COVID cases in 2 of 2 grids`;
  assertEquals(short(lintIn({ wards })), [
    ["error", "critical_covid", no("icu"), 'grid "g1"'],
    ["error", "severe_covid", no("sub_icu"), 'grid "g1"'],
  ]);
  // With wards in the overflow the patients have a place.
  const rules = PLAN_RULES.with(1, { ...PLAN_RULES[1], overflow: [{ role: "lead", ward: "icu" }] });
  assertEquals(short(lintRules({ name: "s", rules }, { ...CITY, wards }, AGE))[1], [
    "warning",
    "severe_covid",
    no("sub_icu"),
    'grid "g1"',
  ]);
});

Deno.test("lintRules() counts convertible beds as a ward", () => {
  const wards = CITY.wards.map((ward) =>
    ward.type === "icu" ? { ...ward, beds: 0, convertibleBeds: 4 } : ward
  );
  assertEquals(lintIn({ wards }), []);
});

Deno.test("lintRules() finds lists without a usable bed, and destinations without one", () => {
  const usable = (ward: number) =>
    ["designated", "lead"].includes(CITY.wards[ward].facility) ? 0 : 10;
  const found = lintRules(PLAN, CITY, { ...AGE, usable });
  assertEquals(found.map(({ severity, kind, rule }) => [severity, kind, rule]), [
    ["error", "no usable bed", "critical_covid"],
    ["error", "no usable bed", "severe_covid"],
    ["warning", "no usable bed", "severe_underlying"],
    ["error", "no usable bed", "dialysis"],
    ["warning", "no usable bed", "beyond_ability"],
  ]);
  assertEquals(
    found[0].message,
    "No ward on the list of this rule has a usable bed in 2 of 2 grids",
  );
  assertEquals(found[2].message, "No icu ward of a lead facility has a usable bed in 2 of 2 grids");
});

Deno.test("lintRules() finds wards for COVID cases to which no rule sends anybody", () => {
  const wards = CITY.wards.map((ward) =>
    ward.facility === "shelter" ? { ...ward, use: "covid" as const } : ward
  );
  assertEquals(short(lintIn({ wards })), [[
    "warning",
    "",
    "No rule sends anybody to 3 wards for COVID cases, with 30 beds",
    'general in "shelter"',
  ]]);
});

Deno.test("lintRules() finds needed capabilities that nobody on a list has", () => {
  const without = (capability: string, ...ids: string[]) =>
    lintIn({
      facilities: CITY.facilities.map((f) =>
        ids.length === 0 || ids.includes(f.id)
          ? { ...f, capabilities: f.capabilities.filter((c) => c !== capability) }
          : f
      ),
    });
  const lacks = (what: string, capability: string, whose = "its") =>
    `No facility on ${what} is capable of ${capability}, which ${whose} patients may need, in 2 of 2 grids`;
  // What neither primary nor sub-designated facilities have goes to the lead before any other rule.
  assertEquals(short(without("oncology", "primary", "sub_designated")), []);
  assertEquals(short(without("oncology", "designated")), [
    [
      "warning",
      "",
      lacks('the lists of "critical_covid", "severe_covid"', "oncology", "their"),
      'grid "g1"',
    ],
  ]);
  // A rule about dialysis without dialysis is an error, others only a warning.
  assertEquals(short(without("dialysis", "designated")), [
    [
      "warning",
      "",
      lacks('the lists of "critical_covid", "severe_covid"', "dialysis", "their"),
      'grid "g1"',
    ],
    ["error", "dialysis", lacks("the list of this rule", "dialysis"), 'grid "g1"'],
  ]);
  const options = { ...AGE, needs: [] };
  const facilities = CITY.facilities.map((f) => ({ ...f, capabilities: [] }));
  assertEquals(lintRules(PLAN, { ...CITY, facilities }, options), []);
});

Deno.test("lintRules() takes every hospital for nearest", () => {
  const to = { role: "nearest", ward: "icu" } as const;
  assertEquals(lintChanged("moderate", { to }), []);
  const facilities = CITY.facilities.map((f) => ({ ...f, kind: "primary" as const }));
  const rules = PLAN_RULES.with(5, { ...PLAN_RULES[5], to });
  assertEquals(
    lintRules({ name: "s", rules }, { ...CITY, facilities }, AGE).map(({ message }) => message),
    ["There is no hospital in 2 of 2 grids"],
  );
});

Deno.test("lintRules() finds overflow that leads to itself, repeats or is no bed, and a name used twice", () => {
  const { to } = PLAN_RULES[5];
  const lead = { role: "lead", ward: "general" } as const;
  assertEquals(
    short(lintChanged("moderate", {
      overflow: [to, lead, lead, { place: "home" }],
      name: "dialysis",
    })).map(([severity, , message]) => [severity, message]),
    [
      ["error", 'Another rule is named "dialysis" already'],
      ["warning", "Overflow leads to sub_designated/general itself, which is full then"],
      ["warning", "Overflow repeats lead/general"],
      ["error", "Overflow must name beds: home is no bed"],
    ],
  );
});

Deno.test("lintRules() warns of rules that ask for a result that is not known", () => {
  const set = {
    name: "s",
    rules: [{ ...PLAN_RULES[8], name: "w", when: { known: false } }, PLAN_RULES[8]],
  };
  assertEquals(short(lintRules(set, CITY, AGE)), [[
    "warning",
    "w",
    "This rule asks for a test result that is not known: decisions are taken when it is known",
    "",
  ]]);
});

Deno.test("lintRules() finds an outcome that a function never chooses", () => {
  const set = rulesFromFunction({
    name: "f",
    attributes: ["severity"],
    outcomes: { home: PLAN_RULES[8], never: PLAN_RULES[5] },
    rule: () => "home",
  });
  assertEquals(short(lintRules(set, CITY, AGE)), [
    ["error", "never", "The function never chooses this rule", ""],
  ]);
});

Deno.test("lintRules() refuses a value that does not exist", () => {
  assertThrows(
    () => lintChanged("moderate", { when: { severity: ["grave" as "severe"] } }),
    RangeError,
    'Cannot compile rule "moderate" as severity must be one of asymptomatic, mild, moderate, severe, critical: current value is "grave"',
  );
});
