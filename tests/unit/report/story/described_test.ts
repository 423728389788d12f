/** Patients described: each rule of the plan, the beds in order, what is printed. */
import { assert, assertEquals } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { caseText, explainCase } from "../../../../sim/report/mod.ts";
import type { CaseQuery } from "../../../../sim/report/mod.ts";
import { loadScenario } from "../../../../sim/scenario/mod.ts";
import type { ClauseRegister } from "../../../../sim/scenario/mod.ts";
import { TRAINING } from "../../../support/tiny_network.ts";

const SOMEBODY: CaseQuery = {
  age: 45,
  disease: "none",
  diseaseSevere: false,
  vaccination: "full",
  severity: "mild",
  mainCause: "covid",
  dialysis: false,
  immobile: false,
  contract: false,
  pregnant: false,
  known: true,
  place: "home",
  facility: "",
  needs: null,
  grid: "training-g1",
  withoutPlan: false,
};
const SEVERELY_ILL = { disease: "stable", diseaseSevere: true } as const;
const ON_DIALYSIS = { ...SEVERELY_ILL, dialysis: true } as const;
const UNDERLYING = { disease: "unstable", mainCause: "underlying" } as const;

/** Name of the rule that applies. */
function ruleFor(patient: Partial<CaseQuery>): string {
  const { rules, fires } = explainCase(TRAINING, { ...SOMEBODY, ...patient });
  return rules[fires]?.rule ?? "none";
}

// The nine kinds of case of the plan's four rules in their total order, each with its own rule.
for (
  const [rule, ...patients] of [
    ["critical_covid", { severity: "critical" }, { ...ON_DIALYSIS, severity: "critical" }],
    ["severe_covid", { severity: "severe" }, { ...ON_DIALYSIS, severity: "severe" }],
    ["critical_underlying_dialysis", {
      ...ON_DIALYSIS,
      severity: "critical",
      mainCause: "underlying",
    }],
    ["severe_underlying_dialysis", { ...ON_DIALYSIS, severity: "severe", mainCause: "underlying" }],
    ["critical_underlying", { ...UNDERLYING, severity: "critical" }],
    ["severe_underlying", { ...UNDERLYING, severity: "severe" }],
    ["dialysis", ON_DIALYSIS, { ...ON_DIALYSIS, severity: "moderate" }],
    ["beyond_ability", { disease: "unstable", severity: "moderate", needs: "oncology" }],
    ["moderate", { severity: "moderate" }, { severity: "moderate", age: 90, immobile: true }],
    ["very_old_immobile", { age: 80, immobile: true }, {
      age: 95,
      immobile: true,
      ...SEVERELY_ILL,
    }],
    ["very_old_severe_stable", { age: 82, ...SEVERELY_ILL }],
    ["mild_without_severe_disease", {}, { age: 79, immobile: true }, { severity: "asymptomatic" }],
    ["mild_with_severe_disease", SEVERELY_ILL, { ...SEVERELY_ILL, age: 82, disease: "unstable" }],
  ] as const
) {
  Deno.test(`explainCase() finds rule ${rule} of the plan`, () => {
    assertEquals(
      patients.map((patient) => ruleFor(patient as Partial<CaseQuery>)),
      patients.map(() => rule),
    );
  });
}

Deno.test("explainCase() sees the colour with its row or score, and the very old by the scenario", () => {
  const graded = (patient: Partial<CaseQuery>) => {
    const { grading, seen } = explainCase(TRAINING, { ...SOMEBODY, ...patient });
    return `${grading.row} ${seen.colour} ${seen.veryOld} ${seen.ageBand}`;
  };
  assertEquals(
    graded({ age: 79.9, disease: "stable", vaccination: "none" }),
    "Y2 yellow false 70-79",
  );
  assertEquals(graded({ age: 80, vaccination: "partial" }), "score 3 yellow true 80+");
});

Deno.test("explainCase() lists the beds in the order of the run, and what they lack", () => {
  const query = {
    ...SOMEBODY,
    disease: "unstable",
    severity: "moderate",
    needs: "oncology",
  } as const;
  const { offers, rules, fires } = explainCase(TRAINING, query);
  assertEquals(rules[fires].rule, "beyond_ability");
  assertEquals(
    offers.map((o) => [o.facility, o.ward, o.place, Math.round(o.minutes), o.beds, o.lacks]),
    [
      ["training-lead-1", "general", 0, 4, 220, "oncology"],
      ["training-partner-1", "general", 1, 14, 184, null],
    ],
  );
  assertEquals(explainCase(TRAINING, SOMEBODY).offers, []);
});

Deno.test("explainCase() goes by the other rule set when asked, and by what is nearest", () => {
  const query = { ...SOMEBODY, severity: "critical", withoutPlan: true } as const;
  const { set, offers } = explainCase(TRAINING, query);
  assertEquals([set, offers[0].to.role, offers[0].facility], [
    "nearest",
    "nearest",
    "training-lead-1",
  ]);
  const minutes = offers.filter(({ ward }) => ward === "icu").map((o) => o.minutes);
  assertEquals(minutes.toSorted((a, b) => a - b), minutes);
});

Deno.test("explainCase() reaches the facilities of other grids where the rules do", async () => {
  const path = fromFileUrl(
    new URL("../../../../scenarios/training_mutual_aid.yaml", import.meta.url),
  );
  const scenario = await loadScenario(path);
  const grid = scenario.city.grids[0].id;
  const { offers } = explainCase(scenario, { ...SOMEBODY, grid, severity: "critical" });
  const reaches = new Set(offers.map(({ to }) => to.grid ?? "own"));
  assert(reaches.has("own") && reaches.has("neighbours"), [...reaches].join());
});

const REGISTER: ClauseRegister = {
  notices: [{
    notice: "P22",
    titleEn: "The plan",
    titleZh: "方案",
    number: "",
    date: "2022-12-07",
  }],
  clauses: [{
    clause: "P22-2.2.2(1)",
    notice: "P22",
    status: "modelled",
    paraphrase: "The mild stay at home.",
    paraphraseZh: "轻型居家。",
    chineseTerm: "居家隔离",
    mechanism: "",
    parameter: "",
    measure: "",
    test: "",
    note: "",
  }],
};

Deno.test("caseText() prints who, every rule with what does not hold, the clause, in English", () => {
  const query = { ...SOMEBODY, age: 81, immobile: true, known: false } as const;
  const source = { scenario: TRAINING, query, register: REGISTER, lang: "en" } as const;
  const lines = caseText(explainCase(TRAINING, query), source);
  assertEquals(lines.slice(0, 9), [
    "Training grid, the plan: a patient of Training grid 1",
    "80 or older; no underlying disease; vaccinated in full; no family-doctor contract; can hardly move.",
    "Health colour yellow, by row Y3 of the attachment's table.",
    "Very old by the scenario: 80 years and above.",
    "Is mild; the test result is not known; at home.",
    "",
    "Rules in order, plan_2022:",
    "  1. critical_covid, clause P22-2.2.2(3): severity is mild, not critical",
    "  2. severe_covid, clause P22-2.2.2(3): severity is mild, not severe",
  ]);
  assertEquals(lines.slice(-11), [
    "  9. moderate, clause P22-2.2.2(2): severity is mild, not moderate",
    "→ 10. very_old_immobile, clause P22-2.2.2(1): treated where they live, visited by staff",
    "  11. very_old_severe_stable, clause P22-2.2.2(2): not asked any more (underlying disease is none, not",
    "     stable; no severe underlying disease)",
    "  12. mild_without_severe_disease, clause P22-2.2.2(1): not asked any more",
    "  13. mild_with_severe_disease, clause P22-2.2.2(1): not asked any more",
    "",
    "P22-2.2.2(1), 居家隔离: The mild stay at home.",
    "The plan, 2022-12-07.",
    "",
    "In a run the decision waits for the test result.",
  ]);
});

Deno.test("caseText() prints beds with both names in English, one in Chinese", () => {
  const query = { ...SOMEBODY, severity: "critical" } as const;
  const print = (lang: "en" | "zh") =>
    caseText(explainCase(TRAINING, query), { scenario: TRAINING, query, register: REGISTER, lang });
  // Blanks only align columns.
  const bed = (lang: "en" | "zh", start: string) =>
    print(lang).find((line) => line.startsWith(start))?.replace(/ {2,}/g, " | ");
  assertEquals(
    bed("en", "  2  lead"),
    " | 2 | lead | ICU bed | 4 | 10 + 10 converted | Lead hospital of the training district 培训区牵头医院",
  );
  assertEquals(
    bed("zh", "  2  牵头"),
    " | 2 | 牵头医院 | ICU床位 | 4 | 10 + 可转换10 | 培训区牵头医院",
  );
});
