import { assertEquals, assertStringIncludes } from "@std/assert";
import type { ResultSet } from "../../../../sim/experiment/results/mod.ts";
import { differencesText, gradeNote, methodText } from "../../../../sim/report/method/mod.ts";
import { TINY_RESULT_SET } from "../../../../sim/report/tables/mod.ts";
import { fullResultSet } from "../figures/full_set.ts";

/** The 20 items by number and name, as the guideline has them. */
const STRESS = [
  "1.1 Purpose of the model",
  "1.2 Model outputs",
  "1.3 Experimentation aims",
  "2.1 Base model overview diagram",
  "2.2 Base model logic",
  "2.3 Scenario logic",
  "2.4 Algorithms",
  "2.5 Components",
  "3.1 Data sources",
  "3.2 Pre-processing",
  "3.3 Input parameters",
  "3.4 Assumptions",
  "4.1 Initialisation",
  "4.2 Run length",
  "4.3 Estimation approach",
  "5.1 Software or programming language",
  "5.2 Random sampling",
  "5.3 Model execution",
  "5.4 System specification",
  "6.1 Computer model sharing statement",
];

/** Items with what stands under them. */
function itemsOf(text: string): Map<string, string> {
  const parts = text.split(/^#### /m).slice(1).map((part) => {
    const [head, ...body] = part.split("\n");
    return [head, body.join("\n").split(/^#{1,3} /m)[0].trim()] as const;
  });
  return new Map(parts);
}

const fixed = fullResultSet({ sequential: true });
const drawn = fullResultSet({ replications: 20, uncertainty: "parameters" });

Deno.test("methodText() has the 20 items of STRESS-DES in their order, none of them empty", () => {
  for (const set of [TINY_RESULT_SET, fixed, drawn]) {
    const items = itemsOf(methodText(set));
    assertEquals([...items.keys()].slice(0, 20), STRESS);
    for (const text of items.values()) assertEquals(text.length > 10, true);
  }
});

Deno.test("methodText() has the same items in Chinese, none of them empty", () => {
  const items = itemsOf(methodText(fixed, "zh"));
  assertEquals(
    [...items.keys()].slice(0, 20).map((head) => head.split(" ")[0]),
    STRESS.map((head) => head.split(" ")[0]),
  );
  assertEquals(items.size, 38);
  for (const [head, text] of items) {
    assertEquals(/[\u4e00-\u9fff]/.test(head), true);
    assertEquals(/[\u4e00-\u9fff]/.test(text), true);
  }
});

Deno.test("methodText() says what facilities by day, curves and flows hold, where there are such", () => {
  const none = { ...fixed, facilityDays: [], curves: [], flows: [] };
  for (const lang of ["en", "zh"] as const) {
    const [there, without] = [fixed, none].map((set) => methodText(set, lang));
    for (const name of ["facility_days.csv", "curves.csv", "flows.csv", "`bed_outcome`"]) {
      assertEquals([there.includes(name), without.includes(name)], [true, false], name);
    }
  }
});

Deno.test("methodText() marks what the program cannot know, and invents no one", () => {
  const items = itemsOf(methodText(fixed));
  const open = [...items].filter(([, text]) => text.includes("[To be filled in: "));
  assertEquals(open.map(([head]) => head), [
    "1.1 Purpose of the model",
    "1.3 Experimentation aims",
    "5.4 System specification",
    "6.1 Computer model sharing statement",
    "10 Sensitivity analyses",
    "11 Face validity",
    "12 Verification and cross-validation",
    "13 External validation",
    "14 Predictive validation",
    "16 Stakeholders",
    "17 Funding",
  ]);
});

Deno.test("methodText() tells a number found by a rule from one that was fixed", () => {
  const found = itemsOf(methodText(fixed)).get("4.3 Estimation approach") ?? "";
  assertStringIncludes(
    found,
    "from 3 to at most 100, until every target (1 in all) is met at 95 %",
  );
  assertStringIncludes(found, "precision was reached with 14 and held");
  assertStringIncludes(found, "replication error alone");
  const set: ResultSet = { ...fixed, manifest: { ...fixed.manifest, recommended: null } };
  assertStringIncludes(methodText(set), "precision was not reached");
  const given = itemsOf(methodText(drawn)).get("4.3 Estimation approach") ?? "";
  assertStringIncludes(given, "20 of every scenario, a number fixed beforehand");
  assertStringIncludes(given, "parameter uncertainty and chance");
});

Deno.test("methodText() tells a census from an equilibrium start", () => {
  const start = { kind: "census", warmUpDays: 0, mser5Days: { icu: 5 }, days: 120 } as const;
  const scenarios = fixed.manifest.scenarios.map((one, at) => at === 1 ? { ...one, start } : one);
  const set: ResultSet = { ...fixed, manifest: { ...fixed.manifest, scenarios } };
  const said = itemsOf(methodText(set)).get("4.1 Initialisation") ?? "";
  assertStringIncludes(said, "Of `no_tiers`: Runs start from a given census");
  assertStringIncludes(said, "Of `plan`, `as_happened`, `plan_high`: Runs start with a Poisson");
  assertStringIncludes(methodText(set), "120–134 d in all with 0–14 d of warm-up");
  assertStringIncludes(methodText(fixed), "then 14 d of ordinary care alone");
  assertStringIncludes(methodText(fixed), "`sub_icu` 5 d, `icu` no settled end found");
});

Deno.test("methodText() lists every input once with grade and source, and drawn parameters", () => {
  const text = methodText(drawn);
  assertStringIncludes(text, gradeNote(drawn, "en"));
  assertStringIncludes(
    text,
    "| `wave.peak` | 2022-12-20 | observed | Synthetic source (2020), a title, a journal 1(1), 1–9 | `base.yaml` | all |",
  );
  assertStringIncludes(text, "| `care.lowerBed` | uniform 0.3 to 0.7 | assumed |");
  assertEquals(methodText(fixed).includes("uniform 0.3"), false);
  assertStringIncludes(methodText(fixed), "No parameter is drawn: all are fixed.");
});

Deno.test("methodText() names every scenario with the hash of its inputs, seed and command", () => {
  const text = methodText(fixed);
  for (const { hash } of fixed.manifest.scenarios) assertStringIncludes(text, `\`${hash}\``);
  assertStringIncludes(text, `Seed \`${fixed.manifest.seed}\``);
  assertStringIncludes(text, `\`${fixed.manifest.command}\``);
});

Deno.test("methodText() is the same each time and asks for no rows of single replications", () => {
  const refuse = (): never => {
    throw new Error("rows of single replications were asked for");
  };
  const huge = { [Symbol.iterator]: refuse } as Iterable<never>;
  assertEquals(
    methodText({ ...drawn, measures: huge, series: huge, parameters: huge }),
    methodText(drawn),
  );
});

Deno.test("methodText() escapes text from files: no markup, no cell, no line of its own", () => {
  const attack = '\n# Planted\n<img src="x">|[link](http://x.example)`code`**bold** $x$';
  const { manifest } = fixed;
  const set: ResultSet = {
    ...fixed,
    manifest: {
      ...manifest,
      seed: attack,
      command: attack,
      city: { ...manifest.city, name: { en: attack, zh: attack } },
      scenarios: manifest.scenarios.map((scenario) => ({
        ...scenario,
        name: scenario.name,
        title: { en: attack, zh: attack },
        description: { en: attack, zh: attack },
        grades: { [attack]: 1 },
        provenance: [{ path: attack, text: attack, grade: attack, source: attack, file: attack }],
        changes: scenario.changes.map((change) => ({
          ...change,
          from: attack,
          to: attack,
          source: attack,
          path: attack,
        })),
      })),
    },
  };
  for (const lang of ["en", "zh"] as const) {
    const text = methodText(set, lang);
    const bare = text.replace(/(`+)(?!`)[\s\S]*?[^`]\1(?!`)/g, "");
    assertEquals(/^# Planted/m.test(text), false);
    assertEquals(bare.includes("<img"), false);
    assertEquals(/(?<!\\)\[link/.test(bare), false);
    assertEquals(/(?<!\\)\*\*bold/.test(bare), false);
    for (const row of text.split("\n").filter((line) => line.startsWith("| "))) {
      const cells = row.split(/(?<!\\)\|/).length;
      assertEquals([5, 8, 9].includes(cells), true);
    }
  }
});

Deno.test("differencesText() has a row per changed line and the measures that moved", () => {
  const text = differencesText(fixed);
  assertStringIncludes(
    text,
    "| `referral.adherence` | 100 % | 90 % | assumed | P22-2.2.1c | Synthetic source (2022), a third title | `no_tiers.yaml` |",
  );
  assertStringIncludes(text, "| Deaths | persons |");
  assertEquals(text.includes("of draws"), false);
  assertStringIncludes(differencesText(drawn), "| 5 % to 95 % of draws |");
  const one = {
    ...fixed,
    manifest: { ...fixed.manifest, scenarios: [fixed.manifest.scenarios[0]] },
  };
  assertEquals(differencesText(one), "There is one scenario only.");
});
