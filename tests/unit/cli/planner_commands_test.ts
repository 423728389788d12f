/** `template`, `check` and `describe` as a planner calls them, with the permissions of the task. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { fromFileUrl, join } from "@std/path";
import { namesIn } from "../../support/temporary_folder.ts";
import { runSim } from "../../support/sim_command.ts";
import { loadScenario } from "../../../sim/scenario/mod.ts";

const ROOT = fromFileUrl(new URL("../../../", import.meta.url));
const BAD = join(ROOT, "tests/unit/scenario/openpyxl/bad.xlsx");

async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

const TABLES = ["ages", "city", "columns", "communities", "districts", "facilities", "fleets"]
  .concat(["grids", "links", "published", "wards"]).map((name) => `${name}.csv`);

Deno.test("sim template writes blank tables once and never over a file", async () => {
  await inFolder(async (folder) => {
    const city = join(folder, "my city");
    const book = join(folder, "my city.xlsx");
    const first = await runSim("template", city, "--excel", book, "--lang", "zh");
    assertEquals([first.code, first.stderr], [0, ""]);
    assertEquals(namesIn(city), ["README.md", ...TABLES, "scenario.yaml"].sort());
    assertEquals(namesIn(folder), ["my city", "my city.xlsx", "my city.yaml"]);
    assertStringIncludes(first.stdout, "填好后检查：deno task sim check '");
    await Deno.remove(join(folder, "my city.yaml"));
    const again = await runSim("template", city, "--excel", book);
    assertEquals(again.code, 2);
    assertMatch(
      again.stderr,
      /^Cannot write a template as it never overwrites: already there is "/,
    );
    for (const name of [...TABLES, "README.md", "scenario.yaml", "my city.xlsx"]) {
      assertStringIncludes(again.stderr, name);
    }
    assert(!again.stderr.includes("my city.yaml"));
    assertEquals(namesIn(folder), ["my city", "my city.xlsx"]);
  });
});

Deno.test("sim template --from fills a workbook that is ready and whose scenario loads", async () => {
  await inFolder(async (folder) => {
    const book = join(folder, "training_city.xlsx");
    const from = ["--from", "data/training_city", "--keep-sources"];
    const made = await runSim("template", ...from, "--excel", book);
    assertEquals([made.code, made.stderr], [0, ""]);
    const checked = await runSim("check", book);
    assertEquals(checked.stdout.trim().split("\n"), [
      `Check of ${book}`,
      "",
      "ready: communities 7, grids 3, districts 2, facilities 15, beds 675, vehicles 6, " +
      "residents 100,000",
      `next: deno task sim run ${book.replace(".xlsx", ".yaml")}`,
    ]);
    const scenario = await loadScenario(book.replace(".xlsx", ".yaml"));
    const files = await loadScenario(join(ROOT, "scenarios/training_city.yaml"));
    assertEquals(scenario.hash, files.hash);
    const described = await runSim("describe", book);
    const expected = await runSim("describe", "data/training_city");
    assertEquals([described.code, described.stdout], [0, expected.stdout]);
  });
});

Deno.test("sim template --from keeps no source and no figure of the city it copies", async () => {
  await inFolder(async (folder) => {
    const city = join(folder, "city");
    await runSim("template", city, "--from", "data/training_city");
    const columns = await Deno.readTextFile(join(city, "columns.csv"));
    assert(!/Synthetic|observed|derived/.test(columns), columns);
    assertStringIncludes(
      columns,
      'communities,population,persons,assumed,"Copied from ""Training city (synthetic)"": replace"\n',
    );
    assertEquals(
      await Deno.readTextFile(join(city, "published.csv")),
      "quantity,year,value,unit,grade,source,note\n",
    );
    const { stdout } = await runSim("check", city);
    assertMatch(
      stdout,
      /columns\.csv, line 2\n +\d+ of \d+ columns say that their numbers were copied/,
    );
    assertEquals(
      (await runSim("template", "x", "--keep-sources")).stderr.trim(),
      [
        "Cannot keep sources as there is no city to take them from: give --from",
      ][0],
    );
  });
});

Deno.test("the scenario of a template has a title and says whose services it has", async () => {
  const occupancy = async (path: string) =>
    (await loadScenario(join(ROOT, "scenarios", path))).services.occupancy;
  const [city, county] = [await occupancy("plan.yaml"), await occupancy("county_low.yaml")];
  await inFolder(async (folder) => {
    for (const lang of ["en", "zh"] as const) {
      const at = join(folder, lang);
      await runSim("template", at, "--from", "data/county", "--lang", lang);
      const path = join(at, "scenario.yaml");
      const text = await Deno.readTextFile(path);
      const said = lang === "en" ? /Beijing's/ : /都是北京的/;
      assertMatch(text, said);
      for (const part of [String(city), String(county), "services_county.yaml"]) {
        assertStringIncludes(text, part);
        if (part !== "services_county.yaml") continue;
        assertStringIncludes(await Deno.readTextFile(join(at, "README.md")), String(city));
      }
      const { title } = await loadScenario(path);
      assertEquals(title.en, `${lang}: the plan of 7 December 2022`);
      // What the comments tell to write runs.
      const [, other] = /^# +extends: (.+)$/m.exec(text)!;
      const own = text.replace(/^extends: .+$/m, `extends: ${other}`) +
        [...text.matchAll(/^# {3}(services:| {2}occupancy: .+)$/gm)].map(([, line]) => `${line}\n`)
          .join("");
      await Deno.writeTextFile(path, own);
      assertEquals((await loadScenario(path)).services.occupancy, 0.8);
    }
  });
});

Deno.test("sim check is not ready when the scenario beside the tables is refused", async () => {
  await inFolder(async (folder) => {
    const city = join(folder, "city");
    await runSim("template", city, "--from", "data/training_city");
    const facilities = join(city, "facilities.csv");
    const text = await Deno.readTextFile(facilities);
    await Deno.writeTextFile(facilities, text.replaceAll("dialysis", "surgery"));
    const scenario = join(city, "scenario.yaml");
    const why = `deno task sim lint ${scenario}`;
    const en = await runSim("check", city);
    assertEquals(en.code, 2);
    assertMatch(en.stderr, /column J \(capabilities: .*\)\n +no hospital has dialysis/);
    assert(!/\nready:|\nnext:/.test(en.stderr));
    assertStringIncludes(
      en.stderr,
      `not ready to run: the tables can be read, but ${scenario} cannot be run with them; why: ${why}`,
    );
    const zh = await runSim("check", city, "--lang", "zh");
    assertStringIncludes(
      zh.stderr,
      `尚不能运行：表格可以读取，但场景 ${scenario} 不能用这些表运行`,
    );
    assertEquals((await runSim("lint", scenario)).code, 2);
  });
});

Deno.test("sim check tells a planner what to correct, in English", async () => {
  const { code, stdout, stderr } = await runSim("check", BAD);
  assertEquals([code, stdout], [2, ""]);
  assertStringIncludes(
    stderr,
    "  4. sheet 社区, row 3, column E (population: residents; all rows sum to the city's population)\n" +
      '     Expected a whole number of at least 1; found "12 thousand"\n',
  );
  assertStringIncludes(stderr, 'Left aside, as no table has the name: "Notes", "flets"\n');
  assertStringIncludes(
    stderr,
    `not ready: correct these and check again: deno task sim check ${BAD}`,
  );
});

Deno.test("sim check tells a planner what to correct, in Chinese", async () => {
  const { code, stderr } = await runSim("check", BAD, "--lang", "zh");
  assertEquals(code, 2);
  assertStringIncludes(
    stderr,
    "  5. 工作表“社区”，第 4 行，D 列（grid：所属网格）\n" +
      '     应为“网格”表中的代码，否则 25000 名居民没有网格；现为 "trainig-g1"；最接近的是 ' +
      '"training-g1"\n',
  );
  assert(!stderr.includes("Expected"));
});

Deno.test("sim check names a column that is missing, and says what is not there as one says it", async () => {
  const { stderr } = await runSim("check", BAD);
  assertStringIncludes(
    stderr,
    "sheet facilities, row 1, column fever_closes (hour at which the fever clinic closes)\n",
  );
  const { stderr: zh } = await runSim("check", BAD, "--lang", "zh");
  assertMatch(zh, /第 1 行，列 fever_closes（.+）\n +应有此列；缺失\n/);
  assert(!/现为 缺失|没有；/.test(zh), zh);
});

Deno.test("sim check puts rows with the same mistake together", async () => {
  await inFolder(async (folder) => {
    const city = join(folder, "city");
    await runSim("template", city);
    const { stderr } = await runSim("check", city);
    assertStringIncludes(stderr, "ages.csv, lines 2 to 12, column B (share: share of residents");
  });
});

Deno.test("sim lint looks at cities too", async () => {
  const { code, stdout } = await runSim("lint", "data/training_city");
  assertEquals([code, stdout], [0, "data/training_city: 0 errors, 0 warnings\n"]);
  const bad = await runSim("lint", BAD);
  assertEquals(bad.code, 2);
  assertStringIncludes(bad.stderr, "bad.xlsx#grids:3 grids[1].grid: Expected every grid once");
});

Deno.test("sim template refuses contradictions and no place", async () => {
  const cases: [string[], string][] = [
    [[], "Cannot write a template as it needs a place: give a folder, --excel FILE.xlsx or both"],
    [
      ["--excel", "city.xls"],
      'Cannot write a workbook as its name must end in .xlsx: current name is "city.xls"',
    ],
    [
      ["x", "--from", "data/training_city", "--communities", "a.geojson"],
      "Cannot fill a template twice: give --from or --communities, not both",
    ],
  ];
  for (const [args, message] of cases) {
    const { code, stderr } = await runSim("template", ...args);
    assertEquals([code, stderr.trim()], [2, message]);
  }
});

Deno.test("sim template --communities fills the communities", async () => {
  await inFolder(async (folder) => {
    const city = join(folder, "city");
    const outlines = "data/training_city/outlines.geojson";
    const said = await runSim("template", city, "--communities", outlines, "--name", "district");
    assertEquals(said.code, 0);
    const [, first] = (await Deno.readTextFile(join(city, "communities.csv"))).split("\n");
    assertMatch(first, /^c001,town,town,,,116\.\d+,39\.\d+,,false$/);
  });
});
