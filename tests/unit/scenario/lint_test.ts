import { assert, assertEquals, assertMatch } from "@std/assert";
import { join } from "@std/path";
import { lintScenario, loadScenario } from "../../../sim/scenario/mod.ts";
import { assertIssues, Copy, type Edit, ROOT } from "./_copy.ts";

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
    const scenario = await loadScenario(join(ROOT, "scenarios", entry.name), { lint: false });
    assertEquals(lintScenario(scenario).filter(({ severity }) => severity === "error"), []);
  }
});

Deno.test("lintScenario() reports a rule that no patient reaches", async () => {
  const edit: Edit = [
    "scenarios/rules/plan_2022.yaml",
    "severity: severe, mainCause: covid",
    "severity: critical, mainCause: covid",
  ];
  const plain = await Copy.make([edit]);
  try {
    const path = plain.path("scenarios/training.yaml");
    const messages = lintScenario(await loadScenario(path, { lint: false }));
    assert(messages.some(({ message }) => message.startsWith("No patient reaches this rule")));
  } finally {
    await plain.remove();
  }
});

const RULES = "scenarios/rules/plan_2022.yaml";
const MISSING: Edit = [RULES, "when: { severity: moderate }", "when: { severity: critical }"];
const OVERRIDE: Edit = [
  "scenarios/base.yaml",
  "  rules: rules/plan_2022.yaml",
  "  lint: { value: off, source: To show what a forgotten case does. }\n  rules: rules/plan_2022.yaml",
];

// Planted: refuseErrors() left out of loadScenario(): red.
Deno.test("loadScenario() refuses rules with errors, says which and how to run them knowingly", async () => {
  await assertIssues([MISSING], [
    "scenarios/training.yaml referral.rules: Expected rules that hold, found No rule matches 40 of " +
    "the 320 combinations that can occur (severity moderate, disease none)",
    'scenarios/training.yaml referral.rules: Expected rules that hold, found rule "moderate" ' +
    '(P22-2.2.2(2)): No patient reaches this rule: every case of it goes to "critical_covid", ' +
    '"critical_underlying_dialysis", "critical_underlying" (severity critical)',
    "scenarios/training.yaml referral.lint: Expected `lint: { value: off, source: <why> }` to run " +
    'rules with errors knowingly, found "on"',
  ]);
});

Deno.test("loadScenario() runs them with a reason, which stands in the provenance", async () => {
  const copy = await Copy.make([MISSING, OVERRIDE]);
  try {
    const scenario = await copy.load();
    assertEquals(scenario.provenance.filter(({ path }) => path === "referral.lint"), [{
      path: "referral.lint",
      text: "off",
      grade: "assumed",
      source: "To show what a forgotten case does.",
      file: "base.yaml",
    }]);
    const errors = lintScenario(scenario).filter(({ severity }) => severity === "error");
    assertEquals(errors.map(({ kind }) => kind), ["unmatched", "unreachable"]);
    const refused = await Copy.make([MISSING]);
    const path = refused.path("scenarios/training.yaml");
    assertEquals((await loadScenario(path, { lint: false })).referral.lint, undefined);
    await refused.remove();
  } finally {
    await copy.remove();
  }
});

Deno.test("loadScenario() wants a reason where the check is off", async () => {
  const bare: Edit = [OVERRIDE[0], OVERRIDE[1], `  lint: off\n${OVERRIDE[1]}`];
  await assertIssues([bare], [
    "scenarios/base.yaml referral.lint: Expected a reason where the check of the rules is off: " +
    "`lint: { value: off, source: <why> }`, found no source",
  ]);
  const wrong: Edit = [OVERRIDE[0], OVERRIDE[1], `  lint: of\n${OVERRIDE[1]}`];
  await assertIssues([wrong], [
    'scenarios/base.yaml referral.lint: Expected one of on, off, found "of"; nearest is "on"',
  ]);
});

Deno.test("lintScenario() counts the beds that staff can open", async () => {
  const wards = (physicians: string): Edit[] =>
    ["designated", "lead", "partner"].map((name, i) => [
      "data/training_grid/wards.csv",
      `training-${name}-1,icu,${["covid,12,0,12", "shared,10,10,20", "shared,8,8,16"][i]},`,
      `training-${name}-1,icu,${["covid,12,0,", "shared,10,10,", "shared,8,8,"][i]}${physicians},`,
    ]);
  const messages = await newMessages(...wards("0"));
  const no = "No icu ward of a designated facility has a usable bed in 1 of 1 grids";
  assert(messages.includes(no), messages.join());
  assert(!(await newMessages(...wards("1"))).includes(no));
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
  const city = await loadScenario(join(ROOT, "scenarios/training_city.yaml"));
  const fleets = city.city.fleets.filter(({ grid }) => grid === "town-g1");
  const few = { ...city, city: { ...city.city, fleets } };
  const vehicles = lintScenario(few).filter(({ message }) => message.startsWith("No vehicle"));
  const [unserved] = vehicles.map(({ message, example }) => `${message}: ${example}`);
  assertEquals(unserved, 'No vehicle serves 2 of 3 grids: grid "town-g2"');
  // Three vehicles at 0.3 are 0.9, and so one on duty.
  const grid = await loadScenario(join(ROOT, "scenarios/training.yaml"));
  const third = { ...grid, transfer: { ...grid.transfer, vehicleFactor: 0.3 } };
  const said = lintScenario(third).map(({ message }) => message).join();
  assert(!said.includes("No vehicle"), said);
  const source: Edit = [
    "scenarios/base.yaml",
    "boarding: { value: 0.75, source: No published figure. }",
    "boarding: 0.75",
  ];
  const [bare] = await newMessages(source);
  assertMatch(bare, /^1 of \d+ numbers state no source$/);
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

Deno.test("lintScenario() warns of a hospital without any ward", async () => {
  const table = "data/training_grid/wards.csv";
  const lines = (await Deno.readTextFile(join(ROOT, table))).split("\n");
  const rows = lines.filter((line) => line.startsWith("training-partner-1,")).join("\n");
  const messages = await newMessages([table, `${rows}\n`, ""]);
  assert(
    messages.includes("1 of 4 hospitals and shelters have no ward: nobody is admitted there"),
    messages.join("\n"),
  );
});
