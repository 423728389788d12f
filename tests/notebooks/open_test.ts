/** Scenarios, results and cities by name, and what is shown when they are wrong. */
import { assert, assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import {
  CellStop,
  checkCity,
  copyCity,
  dictionaryFrame,
  openCity,
  openResults,
  openScenario,
  openScenarios,
  rowsOf,
} from "../../notebooks/toolkit/mod.ts";
import { TINY_RESULT_SET, writeResultFolder } from "../../sim/report/tables/mod.ts";
import { assertThrows } from "@std/assert";
import { notebookFolder } from "../support/notebook_folder.ts";

/** A kernel that keeps what it is sent: of each message one kind of content. */
function keeper(kind: string) {
  const sent: string[] = [];
  const broadcast = (_: string, content: Record<string, unknown>) => {
    const data = content.data as Record<string, string>;
    sent.push(data[kind] ?? data["text/plain"]!);
    return Promise.resolve();
  };
  return { sent, kernel: { broadcast } };
}

Deno.test("openScenario() knows scenarios by their short names and by path", async () => {
  assertEquals((await openScenario("training")).name, "training");
  assertEquals((await openScenario("../scenarios/training.yaml")).name, "training");
  const [first, second] = await openScenarios("training_no_tiers", "training");
  assertEquals([first.name, second.name], ["training_no_tiers", "training"]);
});

Deno.test("openScenario() names the nearest scenario", async () => {
  await assertRejects(
    () => openScenario("trainig"),
    RangeError,
    'Cannot open scenario "trainig" as scenarios/ must hold trainig.yaml: nearest is "training"',
  );
});

Deno.test("openScenario() shows every problem, text escaped, and stops with one line", async () => {
  await using folder = await notebookFolder();
  const path = `${folder.path}/wrong.yaml`;
  const training = `${Deno.cwd()}/../scenarios/training.yaml`;
  const lines = ["care: { lowerbed: <b>3</b> }", "window: { days: -1 }"];
  await Deno.writeTextFile(path, [`extends: ${training}`, ...lines].join("\n"));
  const { sent, kernel } = keeper("text/html");
  const stop = await assertRejects(() => openScenario(path, kernel), CellStop);
  assertEquals(stop.message, `Cannot load scenario "${path}": 2 issues, in the table above`);
  assertEquals([stop.name, stop.stack], ["ScenarioError", stop.message]);
  assertEquals(sent.length, 1);
  for (const part of [">2</td>", "care.lowerbed", "lowerBed", "window.days", "a number of days"]) {
    assertStringIncludes(sent[0]!, part);
  }
  assert(!sent[0]!.includes("<b>"));
});

Deno.test("openResults() reads a folder, or says what makes it", async () => {
  await using folder = await notebookFolder();
  writeResultFolder(TINY_RESULT_SET, `${folder.path}/tiny`);
  assertEquals((await openResults(`${folder.path}/tiny`)).manifest.seed, "1");
  await assertRejects(
    () => openResults("../results/mine"),
    RangeError,
    'Cannot open results "../results/mine" as the folder must be there: make it with `deno task ' +
      "sim run scenarios/training.yaml --out results/mine` in the project's folder",
  );
});

Deno.test("checkCity() shows problems by sheet, row and column, in both languages", async () => {
  await using folder = await notebookFolder();
  await copyCity("../data/training_grid", folder.path);
  const file = `${folder.path}/wards.csv`;
  const [header, first, ...others] = (await Deno.readTextFile(file)).split("\n");
  const at = header!.split(",").indexOf("beds");
  const cells = first!.split(",").map((cell, i) => i === at ? "-3" : cell);
  await Deno.writeTextFile(file, [header, cells.join(","), ...others].join("\n"));
  for (const [language, words] of [["en", "Not ready: correct this."], ["zh", "请改正以下 1 处"]]) {
    const { sent, kernel } = keeper("text/plain");
    const shown = await checkCity(folder.path, { language: language as "en", kernel });
    assertEquals([shown.city, shown.problems.length, sent.length], [null, 1, 2]);
    assertStringIncludes(sent[0]!, words!);
    assertStringIncludes(sent[1]!, "wards.csv | 2 | E: beds".replace("E", sheetLetter(at)));
    assertStringIncludes(sent[1]!, "-3");
  }
  const { sent, kernel } = keeper("text/plain");
  const stop = await assertRejects(() => openCity(folder.path, { kernel }), CellStop);
  assertStringIncludes(stop.message, "nothing may be left to correct: 1 place, in the table above");
  assertEquals(sent.length, 2);
});

function sheetLetter(at: number): string {
  return String.fromCharCode("A".charCodeAt(0) + at);
}

Deno.test("checkCity() says that a city is ready, after what is unusual", async () => {
  const { sent, kernel } = keeper("text/plain");
  const { city } = await checkCity("../data/training_city", { kernel });
  assertEquals(city?.grids.length, 3);
  assertStringIncludes(sent.at(-1)!, "Ready: communities ");
  assertEquals((await openCity("../data/training_city")).id, city?.id);
});

Deno.test("dictionaryFrame() explains all tables or one, and refuses another", () => {
  const tables = new Set(rowsOf(dictionaryFrame("zh")).map(({ table }) => table));
  assert(tables.size > 8);
  assertEquals(new Set(rowsOf(dictionaryFrame("en", "wards")).map(({ table }) => table)).size, 1);
  assertThrows(() => dictionaryFrame("en", "ward"), RangeError, 'Cannot explain table "ward"');
});
