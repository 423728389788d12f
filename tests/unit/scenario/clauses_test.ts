/** Loading the register of clauses: good tables, bad ones with row and column. */
import { assert, assertEquals, assertRejects } from "@std/assert";
import { join } from "@std/path";
import { loadClauses, ScenarioError } from "../../../sim/scenario/mod.ts";

const NOTICES = "notice,title_en,title_zh,number,date\nP22,Plan,方案,,2022-12-07\n";
const HEAD =
  "clause,notice,status,paraphrase,paraphrase_zh,chinese_term,mechanism,parameter,measure,test,note\n";
const MODELLED = "P22-2.4,P22,modelled,Vehicles.,车辆。,车辆,a.ts#A,a.b,wait,t.ts :: t,\n";
const OPEN = "P22-3.1,P22,open,Dates.,日期。,日期,,,,,Not yet built.\n";

/** What a load of two tables gives, or says is wrong, line by line and without the folder. */
async function load(clauses: string, notices = NOTICES) {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(join(folder, "policy_notices.csv"), notices);
    const file = join(folder, "policy_clauses.csv");
    await Deno.writeTextFile(file, clauses);
    const register = await loadClauses(file);
    return { register, issues: [] };
  } catch (error) {
    if (!(error instanceof ScenarioError)) throw error;
    const lines = error.message.replaceAll(`${folder}/`, "").split("\n");
    return { issues: lines.map((line) => line.trim()) };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("loadClauses() gives rows by column name, deeply frozen", async () => {
  const { register } = await load(HEAD + MODELLED + OPEN);
  assertEquals(register?.notices, [
    { notice: "P22", titleEn: "Plan", titleZh: "方案", number: "", date: "2022-12-07" },
  ]);
  assertEquals(register?.clauses[0], {
    clause: "P22-2.4",
    notice: "P22",
    status: "modelled",
    paraphrase: "Vehicles.",
    paraphraseZh: "车辆。",
    chineseTerm: "车辆",
    mechanism: "a.ts#A",
    parameter: "a.b",
    measure: "wait",
    test: "t.ts :: t",
    note: "",
  });
  assertEquals(register?.clauses[1].status, "open");
  assert(Object.isFrozen(register?.clauses[1]));
});

Deno.test("loadClauses() tells all that is wrong, with row and column", async () => {
  const { issues } = await load(
    HEAD + MODELLED +
      "P22-2.4,P22,modeled,x,无,无,,,,,\n" +
      "P22-2.5,P2,modelled,x,无,无,a.ts#A,,wait,t.ts :: t,\n" +
      "P22-x y,P22,open,x,无,无,,,,,why\n" +
      "P22-2.6a,P22,not modelled,x,无,无,,,,,\n" +
      "P22-2.6c,P22,modelled,,无,无,a.ts#A,a.b,,t.ts :: t,\n",
  );
  assertEquals(issues, [
    'Cannot load register of clauses "policy_clauses.csv": 7 issues',
    'policy_clauses.csv:3 clauses[1].status: Expected one of modelled, open, not modelled, found "modeled"; nearest is "modelled"',
    'policy_clauses.csv:3 clauses[1].clause: Expected every clause once, found "P22-2.4"',
    'policy_clauses.csv:4 clauses[2].notice: Expected a notice of the table, found "P2"; nearest is "P22"',
    "policy_clauses.csv:4 clauses[2].parameter: Expected text for a clause that is modelled, found none",
    'policy_clauses.csv:5 clauses[3].clause: Expected the notice, a hyphen and the place in its text, such as P22-2.3b, found "P22-x y"',
    "policy_clauses.csv:6 clauses[4].note: Expected text for a clause that is not modelled, found none",
    'policy_clauses.csv:7 clauses[5].paraphrase: Expected text, found ""',
  ]);
});

Deno.test("loadClauses() refuses a clause that stands twice, a column that is missing, no table", async () => {
  assertEquals((await load(HEAD + OPEN + OPEN)).issues, [
    'Cannot load register of clauses "policy_clauses.csv": 1 issue',
    'policy_clauses.csv:3 clauses[1].clause: Expected every clause once, found "P22-3.1"',
  ]);
  const missing = await load((HEAD + OPEN).replace(",note", "").replace(",Not yet built.", ""));
  assertEquals(missing.issues.slice(1), [
    "policy_clauses.csv:1 note: Expected this column, found none",
  ]);
  const dates = await load(HEAD + OPEN, NOTICES.replace("2022-12-07", "7 December"));
  assertEquals(dates.issues.slice(1), [
    'policy_notices.csv:2 notices[0].date: Expected a date such as 2022-12-07, found "7 December"',
    'policy_clauses.csv:2 clauses[0].notice: Expected a notice of the table, found "P22"',
  ]);
  await assertRejects(() => loadClauses("no_folder/policy_clauses.csv"), ScenarioError, "2 issues");
});

Deno.test("a clause without a measure says why in its note", async () => {
  const row = MODELLED.replace(",wait,", ",,");
  assertEquals((await load(HEAD + row)).issues.slice(1), [
    "policy_clauses.csv:2 clauses[0].measure: Expected text for a clause that is modelled, found none",
  ]);
  assertEquals((await load(HEAD + row.trimEnd() + "Refused at load.\n")).issues, []);
});
