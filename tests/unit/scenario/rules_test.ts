import { assert, assertEquals, assertRejects } from "@std/assert";
import { parse } from "@std/csv";
import { join } from "@std/path";
import { loadRules, type Scenario, ScenarioError } from "../../../sim/scenario/mod.ts";
import { assertIssues, ROOT } from "./_copy.ts";

const folder = join(ROOT, "scenarios/rules");
const load = (name: string) => loadRules(join(folder, `${name}.yaml`));
const plan = await load("plan_2022");
const nearest = await load("nearest");
const before = await load("before_december_2022");
const mutual = await load("mutual_aid");
const district = await load("beijing_2020_district");
const municipal = await load("beijing_2020_municipal");
const county = await load("county_community");

type Rule = Scenario["referral"]["rules"]["rules"][number];
type Case = Record<string, string | boolean>;

/** First rule that holds for a case: the definition, without the compiler. */
function ruleOf(rules: readonly Rule[], person: Case): string {
  const holds = (rule: Rule) =>
    Object.entries(rule.when).every(([attribute, wanted]) =>
      Array.isArray(wanted) ? wanted.includes(person[attribute]) : wanted === person[attribute]
    );
  return rules.find(holds)?.name ?? "none";
}

const WELL: Case = {
  severity: "mild",
  mainCause: "covid",
  disease: "none",
  diseaseSevere: false,
  veryOld: false,
  immobile: false,
  dialysis: false,
  beyondAbility: false,
};

Deno.test("plan_2022 decides in the total order of the plan's four rules", () => {
  const cases: [Case, string][] = [
    [{}, "mild_without_severe_disease"],
    [{ severity: "asymptomatic" }, "mild_without_severe_disease"],
    [{ disease: "stable", diseaseSevere: true }, "mild_with_severe_disease"],
    [{ disease: "stable", diseaseSevere: true, veryOld: true }, "very_old_severe_stable"],
    [
      { disease: "stable", diseaseSevere: true, veryOld: true, immobile: true },
      "very_old_immobile",
    ],
    [{ severity: "moderate", veryOld: true, immobile: true }, "moderate"],
    [{ severity: "moderate", dialysis: true }, "dialysis"],
    [{ severity: "moderate", beyondAbility: true }, "beyond_ability"],
    [{ dialysis: true, beyondAbility: true }, "dialysis"],
    [{ severity: "severe" }, "severe_covid"],
    [{ severity: "severe", dialysis: true }, "severe_covid"],
    [{ severity: "critical" }, "critical_covid"],
    [{ severity: "severe", mainCause: "underlying" }, "severe_underlying"],
    [{ severity: "critical", mainCause: "underlying" }, "critical_underlying"],
    [
      { severity: "severe", mainCause: "underlying", dialysis: true },
      "severe_underlying_dialysis",
    ],
    [
      { severity: "critical", mainCause: "underlying", dialysis: true },
      "critical_underlying_dialysis",
    ],
  ];
  for (const [person, rule] of cases) {
    assertEquals(ruleOf(plan.rules, { ...WELL, ...person }), rule);
  }
});

// Seen red: the moderate sent to the lead hospital first.
Deno.test("plan_2022 names the destinations of the plan's four rules", () => {
  const destinations = new Map<string, string[]>();
  for (const { clause, to } of plan.rules) {
    const place = "role" in to ? `${to.role} ${to.ward}` : to.place;
    destinations.set(clause, [...destinations.get(clause) ?? [], place]);
  }
  assertEquals(Object.fromEntries(destinations), {
    "P22-2.2.2(1)": ["in_place", "home", "home"],
    "P22-2.2.2(2)": ["sub_designated general", "sub_designated general"],
    "P22-2.2.2(3)": ["designated icu", "designated sub_icu", "designated general"],
    "P22-2.2.2(4)": ["lead icu", "lead sub_icu", "lead icu", "lead sub_icu", "lead general"],
  });
});

Deno.test("nearest sends to beds whom the plan sends to beds, and no one else", () => {
  const bed = (set: typeof plan, person: Case) => {
    const rule = set.rules.find(({ name }) => name === ruleOf(set.rules, person));
    return rule !== undefined && "ward" in rule.to ? rule.to.ward : rule?.to;
  };
  const both = [false, true];
  for (const severity of ["asymptomatic", "mild", "moderate", "severe", "critical"]) {
    for (const mainCause of ["covid", "underlying"]) {
      for (const disease of ["none", "stable", "unstable"]) {
        for (let bits = 0; bits < 32; bits++) {
          const [diseaseSevere, veryOld, immobile, dialysis, beyondAbility] = [0, 1, 2, 3, 4]
            .map((bit) => both[(bits >> bit) & 1]);
          const person = {
            ...WELL,
            severity,
            mainCause,
            disease,
            diseaseSevere,
            veryOld,
            immobile,
            dialysis,
            beyondAbility,
          };
          assertEquals(bed(nearest, person), bed(plan, person), JSON.stringify(person));
        }
      }
    }
  }
});

Deno.test("before_december_2022 sends the mild to shelters and all others to designated hospitals", () => {
  const roles = (person: Case) => {
    const name = ruleOf(before.rules, { ...WELL, ...person });
    const to = before.rules.find((rule) => rule.name === name)?.to;
    return to !== undefined && "role" in to ? to.role : "none";
  };
  assertEquals(roles({}), "shelter");
  assertEquals(roles({ severity: "asymptomatic", disease: "stable" }), "shelter");
  for (const severity of ["moderate", "severe", "critical"]) {
    assertEquals(roles({ severity }), "designated");
  }
  for (const person of [{ dialysis: true }, { disease: "unstable" }, { immobile: true }]) {
    assertEquals(roles(person), "designated");
  }
});

Deno.test("mutual_aid decides as the plan, then the needed ward of the neighbours, then the rest", () => {
  assertEquals(
    mutual.rules.map(({ name, when, to }) => ({ name, when, to })),
    plan.rules.map(({ name, when, to }) => ({ name, when, to })),
  );
  mutual.rules.forEach(({ name, to, overflow, interpretation }, index) => {
    if ("place" in to) return;
    const beds = overflow.filter((bed) => "role" in bed);
    const aid = beds.filter(({ grid }) => grid === "neighbours");
    assert(interpretation && aid.length > 0, name);
    assert(aid.every(({ ward }) => ward === to.ward), name);
    assertEquals(beds.filter(({ grid }) => grid === undefined), plan.rules[index].overflow);
    const first = beds.indexOf(aid[0]);
    assert(beds.slice(0, first).every(({ ward }) => ward === to.ward), name);
  });
});

Deno.test("beijing_2020 sends every case to designated hospitals: of the district, then municipal only", () => {
  for (const [set, tiers] of [[district, [2, 3]], [municipal, [3]]] as const) {
    assertEquals(set.hit, "unique");
    for (const severity of ["asymptomatic", "mild", "moderate", "severe", "critical"]) {
      const rule = set.rules.find(({ name }) => name === ruleOf(set.rules, { ...WELL, severity }));
      const beds = [rule!.to, ...rule!.overflow].map((to) => "role" in to ? to : undefined);
      assert(beds.every((bed) => bed?.role === "designated"));
      assertEquals([...new Set(beds.map((bed) => bed?.tier))].sort(), tiers as never);
      assertEquals(beds[0]?.tier, tiers[0]);
    }
  }
});

Deno.test("county_community sends from the township to the county hospital and the city's partner", () => {
  const first = (person: Case) => {
    const name = ruleOf(county.rules, {
      ...WELL,
      colour: "green",
      facilityRole: "none",
      ...person,
    });
    const to = county.rules.find((rule) => rule.name === name)?.to;
    return to !== undefined && "role" in to ? `${to.role} ${to.ward}` : to?.place;
  };
  assertEquals(first({ severity: "moderate" }), "primary general");
  assertEquals(first({ severity: "moderate", facilityRole: "lead" }), "lead general");
  assertEquals(first({ severity: "moderate", colour: "red" }), "lead general");
  assertEquals(first({ severity: "severe" }), "lead sub_icu");
  assertEquals(first({ severity: "critical" }), "lead icu");
  assertEquals(first({ colour: "red", contract: true }), "in_place");
  assertEquals(first({ colour: "red", contract: false }), "home");
  assertEquals(county.rules.find(({ name }) => name === "moderate_at_high_risk")?.priority, 1);
  const roles = new Set(
    county.rules.flatMap(({ to, overflow }) => [to, ...overflow])
      .flatMap((to) => "role" in to ? [to.role] : []),
  );
  assertEquals(roles, new Set(["primary", "lead", "partner"]));
});

Deno.test("every clause that a rule cites stands in the register of clauses", async () => {
  const text = await Deno.readTextFile(join(ROOT, "data/policy_clauses.csv"));
  const rows = parse(text, { skipFirstRow: true }) as Record<string, string>[];
  const known = new Set(rows.map(({ clause }) => clause));
  const sets = [plan, before, mutual, district, municipal, county];
  for (const { name, clause } of sets.flatMap(({ rules }) => rules)) {
    assert(known.has(clause), `${name} cites ${clause}`);
  }
  for (const file of ["base.yaml", "rules/plan_2022.yaml"]) {
    const scenario = await Deno.readTextFile(join(ROOT, "scenarios", file));
    const cited = scenario.match(/\b(?:P22|N162|N35|BJ)-[0-9.]*[0-9](?:\(\d\))?[a-z]?/g) ?? [];
    for (const clause of cited) assert(known.has(clause), `${file} cites ${clause}`);
  }
  assertEquals(new Set(nearest.rules.map(({ clause }) => clause)), new Set(["none"]));
});

Deno.test("only cases that the plan leaves open are marked as interpretations", () => {
  assertEquals(plan.rules.filter((rule) => rule.interpretation).map(({ name }) => name), [
    "critical_underlying_dialysis",
    "severe_underlying_dialysis",
    "mild_with_severe_disease",
  ]);
});

Deno.test("rules that are wrong are refused", async () => {
  const RULES = "scenarios/rules/plan_2022.yaml";
  await assertIssues([[RULES, "mainCause: covid", "maincause: covid"]], [
    `${RULES} rules[0].when.maincause: Expected a known key, found "maincause"; ` +
    'nearest is "mainCause"',
  ]);
  await assertIssues([[RULES, "severity: critical", "severity: [critical, sever]"]], [
    `${RULES} rules[0].when.severity[1]: Expected one of asymptomatic, mild, moderate, severe, ` +
    'critical, found "sever"; nearest is "severe"',
  ]);
  await assertIssues([[RULES, "role: designated", "role: designatd"]], [
    `${RULES} rules[0].to.role: Expected one of primary, sub_designated, designated, lead, partner, ` +
    'shelter, nearest, found "designatd"; nearest is "designated"',
  ]);
  await assertIssues([[RULES, "place: in_place", "place: inn"]], [
    `${RULES} rules[9].to.place: Expected one of home, in_place, found "inn"`,
  ]);
  await assertIssues([[
    RULES,
    "to: { role: designated, ward: icu }",
    "to: { role: nearest, ward: icu, grid: city }",
  ]], [
    `${RULES} rules[0].to.grid: Expected no other grids with the role nearest, which asks for no ` +
    'links, found "city"',
  ]);
  await assertIssues([[
    RULES,
    "to: { role: designated, ward: icu }",
    "to: { role: designated, ward: icu, grid: neighbour, tier: 4 }",
  ]], [
    `${RULES} rules[0].to.grid: Expected one of own, neighbours, city, found "neighbour"; nearest ` +
    'is "neighbours"',
    `${RULES} rules[0].to.tier: Expected a number, whole, at least 1, at most 3, found 4`,
  ]);
  await assertIssues([[
    RULES,
    "to: { place: in_place }",
    "to: { place: in_place }\n    priority: 16",
  ]], [
    `${RULES} rules[9].priority: Expected a number, whole, at least 0, at most 15, found 16`,
  ]);
  await assertIssues([[RULES, "name: plan_2022", "name: plan_2022\nhit: any"]], [
    `${RULES} hit: Expected one of first, unique, found "any"`,
  ]);
  await assertIssues([[RULES, "dialysis: true }", "dialysis: true, place: [icu] }"]], [
    `${RULES} rules[2].when.place[0]: Expected one of home, primary_clinic, hospital_clinic, ` +
    'general_bed, sub_icu_bed, icu_bed, found "icu"; nearest is "icu_bed"',
  ]);
  await assertIssues([[RULES, "name: severe_covid", "name: critical_covid"]], [
    `${RULES} rules[1].name: Expected every name once, found "critical_covid"`,
  ]);
});

Deno.test("loadRules() names the rules that it cannot load", async () => {
  await assertRejects(
    () => load("plan_2002"),
    ScenarioError,
    `Cannot load rules "${join(folder, "plan_2002.yaml")}": 1 issue`,
  );
});
