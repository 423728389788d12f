/** The start of a run from given patients: tables and what is refused in them. */
import { assertEquals, assertNotEquals } from "@std/assert";
import { join } from "@std/path";
import { loadScenario } from "../../../sim/scenario/mod.ts";
import { Copy, ROOT } from "./_copy.ts";

const CENSUS = "facility,ward,ordinary,moderate,severe,critical";
const WAITING = "grid,state,place,patients";
const YAML = `extends: training.yaml
window: { warmUpDays: 0 d }
start: { census: census.csv, waiting: waiting.csv }
`;

/** What a load says of a census and a waiting list, line by line. */
async function complaint(
  census: string[],
  waiting: string[] = ["training-g1,moderate,home,1"],
  yaml = YAML,
): Promise<string[]> {
  const copy = await Copy.make();
  try {
    await copy.write("scenarios/mine.yaml", yaml);
    await copy.write("scenarios/census.csv", [CENSUS, ...census, ""].join("\n"));
    await copy.write("scenarios/waiting.csv", [WAITING, ...waiting, ""].join("\n"));
    return (await copy.complaint("scenarios/mine.yaml")).split("\n").map((line) => line.trim());
  } finally {
    await copy.remove();
  }
}

const RIGHT = "training-lead-1,icu,5,0,0,5";

Deno.test("the census of the training grid stands in its scenario, frozen", async () => {
  const { start, window, hash } = await loadScenario(
    join(ROOT, "scenarios/training_from_census.yaml"),
  );
  assertEquals(start?.census[2], {
    facility: "training-designated-1",
    ward: "general",
    ordinary: 61,
    moderate: 12,
    severe: 2,
    critical: 0,
  });
  assertEquals(start?.waiting.length, 4);
  assertEquals(start?.waiting[2], {
    grid: "training-g1",
    state: "severe",
    place: "training-lead-1",
    patients: 2,
  });
  assertEquals([window.warmUpDays, Object.isFrozen(start?.census[0])], [0, true]);
  const plain = await loadScenario(join(ROOT, "scenarios/training.yaml"));
  assertEquals("start" in plain, false);
  assertNotEquals(hash, plain.hash);
});

Deno.test("a waiting list may be left out, and one more patient is another hash", async () => {
  const copy = await Copy.make();
  try {
    const yaml = YAML.replace(", waiting: waiting.csv", "");
    await copy.write("scenarios/mine.yaml", yaml);
    await copy.write("scenarios/census.csv", `${CENSUS}\n${RIGHT}\n`);
    const one = await copy.load("scenarios/mine.yaml");
    assertEquals(one.start?.waiting, []);
    await copy.edit("scenarios/census.csv", "icu,5,0", "icu,4,0");
    assertNotEquals((await copy.load("scenarios/mine.yaml")).hash, one.hash);
  } finally {
    await copy.remove();
  }
});

Deno.test("everything wrong with a census is said at once, with file and line", async () => {
  const found = await complaint([
    RIGHT,
    "training-led-1,icu,0,0,0,1",
    "training-chc-1,icu,0,0,0,1",
    "training-lead-1,icu,0,0,0,1",
    "training-lead-1,sub_icu,8,0,3,0",
    "training-chc-1,general,15,1,0,0",
    "training-designated-1,icu,1,0,0,0",
    "training-partner-1,icuu,0,0,0,1",
    "training-partner-1,icu,-1,0,0.5,x",
  ]);
  const at = (line: number, row: string) => `scenarios/census.csv:${line} census[${row}`;
  assertEquals(found, [
    'Cannot load scenario "scenarios/mine.yaml": 10 issues',
    `${at(3, "1].facility")}: Expected the name of a facility, found "training-led-1"; ` +
    'nearest is "training-lead-1"',
    `${at(4, "2].ward")}: Expected a ward that "training-chc-1" has (general), found "icu"`,
    `${at(5, "3].ward")}: Expected every ward of a facility once, found "training-lead-1/icu"`,
    `${at(6, "4].ward")}: Expected at most as many patients as the 10 physical beds, found 11`,
    `${
      at(7, "5].moderate")
    }: Expected at most as many patients as the 0 beds for COVID patients, ` +
    "found 1",
    `${at(8, "6].ordinary")}: Expected at most as many patients as the 0 beds for ordinary ` +
    "patients, found 1",
    `${at(9, "7].ward")}: Expected one of general, sub_icu, icu, found "icuu"; nearest is "icu"`,
    ...[["ordinary", "-1"], ["severe", "0.5"], ["critical", "x"]].map(([column, value]) =>
      `${at(10, `8].${column}`)}: Expected a whole number of at least 0, found "${value}"`
    ),
  ]);
});

Deno.test("everything wrong with a waiting list is said at once, with file and line", async () => {
  const found = await complaint([RIGHT], [
    "training-g1,severe,home,1",
    "training-g2,severe,home,1",
    "training-g1,sever,home,1",
    "training-g1,severe,hom,1",
    "training-g1,critical,training-led-1,2",
    "training-g1,severe,home,4",
    "training-g1,moderate,home,1.5",
  ]);
  const at = (line: number, row: string) => `scenarios/waiting.csv:${line} waiting[${row}`;
  assertEquals(found, [
    'Cannot load scenario "scenarios/mine.yaml": 6 issues',
    `${at(3, "1].grid")}: Expected the name of a grid, found "training-g2"; ` +
    'nearest is "training-g1"',
    `${at(4, "2].state")}: Expected one of moderate, severe, critical, found "sever"; ` +
    'nearest is "severe"',
    `${at(5, "3].place")}: Expected home or the name of a facility, found "hom"; nearest is "home"`,
    `${at(6, "4].place")}: Expected home or the name of a facility, found "training-led-1"; ` +
    'nearest is "training-lead-1"',
    `${at(7, "5].place")}: Expected every grid, state and place once, found ` +
    '"training-g1/severe/home"',
    `${at(8, "6].patients")}: Expected a whole number of at least 0, found "1.5"`,
  ]);
});

Deno.test("a census with a warm-up, a list without a census and too many cases are refused", async () => {
  assertEquals(await complaint([RIGHT], undefined, YAML.replace("0 d", "14 d")), [
    'Cannot load scenario "scenarios/mine.yaml": 1 issue',
    "scenarios/mine.yaml:2 window.warmUpDays: Expected 0 d, since a run that starts from a census " +
    "has no warm-up, found 14 d",
  ]);
  assertEquals(await complaint([RIGHT], undefined, YAML.replace("census: census.csv, ", "")), [
    'Cannot load scenario "scenarios/mine.yaml": 1 issue',
    "scenarios/mine.yaml:3 start.census: Expected text, found nothing",
  ]);
  assertEquals(await complaint([RIGHT], ["training-g1,severe,home,4194305"]), [
    'Cannot load scenario "scenarios/mine.yaml": 1 issue',
    "scenarios/census.csv census: Expected at most 4194304 COVID patients, found 4194310",
  ]);
});

Deno.test("convertible beds count once they have opened before the first day", async () => {
  const icu = ["training-lead-1,icu,10,0,0,8"];
  const rule =
    "scenarios/census.csv:2 census[0].ward: Expected at most as many patients as the 10 " +
    "physical beds, found 18";
  assertEquals((await complaint(icu))[1], rule);
  const opened = YAML + "wards: { convertibleOpens: 2022-10-31 }\n";
  assertEquals(await complaint(icu, undefined, opened), [""]);
  assertEquals(
    (await complaint(["training-lead-1,icu,11,0,0,0"], undefined, opened))[1],
    "scenarios/census.csv:2 census[0].ordinary: Expected at most as many patients as the 10 beds " +
      "for ordinary patients, found 11",
  );
});

Deno.test("a grid with more residents than numbers is refused with a census", async () => {
  const copy = await Copy.make([[
    "data/training_grid/communities.csv",
    "training-g1,35000",
    "training-g1,9000000",
  ]]);
  try {
    await copy.write("scenarios/mine.yaml", YAML);
    await copy.write("scenarios/census.csv", `${CENSUS}\n${RIGHT}\n`);
    await copy.write("scenarios/waiting.csv", `${WAITING}\ntraining-g1,severe,home,1\n`);
    assertEquals(
      (await copy.complaint("scenarios/mine.yaml")).split("\n")[1],
      "  scenarios/census.csv census: Expected grids of at most 8388608 residents, found 9065000 " +
        "in training-g1",
    );
  } finally {
    await copy.remove();
  }
});

Deno.test("moderateFactor must be above 0", async () => {
  const yaml = "extends: training.yaml\ncourse: { moderateFactor: 0 }\n";
  assertEquals(await complaint([RIGHT], undefined, yaml), [
    'Cannot load scenario "scenarios/mine.yaml": 1 issue',
    "scenarios/mine.yaml:2 course.moderateFactor: Expected a number, above 0, found 0",
  ]);
});
