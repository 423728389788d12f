import { assert, assertEquals } from "@std/assert";
import { join } from "@std/path";
import { lintScenario, loadScenario } from "../../../sim/scenario/mod.ts";
import { Copy, type Edit, ROOT } from "./_copy.ts";

/** Messages about the edited copy that the copy as it is does not have. */
async function newMessages(...edits: Edit[]): Promise<string[]> {
  const plain = await Copy.make();
  const edited = await Copy.make(edits);
  try {
    const before = lintScenario(await plain.load()).map(({ message }) => message);
    const after = lintScenario(await edited.load()).map(({ message }) => message);
    return after.filter((message) => !before.includes(message));
  } finally {
    await plain.remove();
    await edited.remove();
  }
}

Deno.test("lintScenario() finds no error in any scenario of the project", async () => {
  for await (const entry of Deno.readDir(join(ROOT, "scenarios"))) {
    if (!entry.isFile) continue;
    const scenario = await loadScenario(join(ROOT, "scenarios", entry.name));
    assertEquals(lintScenario(scenario).filter(({ level }) => level === "error"), []);
  }
});

Deno.test("lintScenario() reports a rule that no patient reaches", async () => {
  const edit: Edit = [
    "scenarios/rules/plan_2022.yaml",
    "severity: severe, mainCause: covid",
    "severity: critical, mainCause: covid",
  ];
  const messages = await newMessages(edit);
  assert(messages.some((message) => message.startsWith("No patient reaches this rule")));
});

Deno.test("lintScenario() warns of care whose want does no harm", async () => {
  const edit: Edit = ["scenarios/base.yaml", "value: 0.95", "value: 0.10"];
  const law: Edit = ["scenarios/base.yaml", "low: 0.85", "low: 0.05"];
  const [message] = await newMessages(edit, law);
  assert(message.startsWith(
    "care.criticalDeathWithout is 0.1, but the average risk in right care is no less: ",
  ));
});

Deno.test("lintScenario() warns of beds without staff, missing vehicles and missing sources", async () => {
  const wards: Edit = [
    "data/training_grid/wards.csv",
    "training-lead-1,icu,shared,10,10,20,50",
    "training-lead-1,icu,shared,10,10,20,20",
  ];
  assertEquals(await newMessages(wards), ["2 of 30 beds of type icu have no staff"]);
  const vehicles: Edit = [
    "scenarios/base.yaml",
    "vehicleFactor: { value: 1,",
    "vehicleFactor: { value: 0,",
  ];
  assertEquals(await newMessages(vehicles), ["No vehicle serves 1 of 1 grids"]);
  const source: Edit = [
    "scenarios/base.yaml",
    "boarding: { value: 0.75, source: No published figure. }",
    "boarding: 0.75",
  ];
  assertEquals(await newMessages(source), ["1 of 173 numbers state no source"]);
});

Deno.test("lintScenario() warns of an adherence graded as observed", async () => {
  const edit: Edit = [
    "scenarios/base.yaml",
    "adherence: { value: 1, source: The plan as written. }",
    "adherence: { value: 1, grade: observed, source: The plan as written. }",
  ];
  assertEquals(await newMessages(edit), [
    "referral.adherence must be graded assumed or calibrated",
  ]);
});
