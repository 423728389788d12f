/** Cities in workbooks: written by this program and by another, read as the same city. */
import { assert, assertEquals } from "@std/assert";
import { join } from "@std/path";
import { runReplication } from "../../../sim/network/mod.ts";
import {
  blankRows,
  canonicalJson,
  cityRows,
  csvOf,
  inspectCity,
  loadCity,
  loadScenario,
  workbookOf,
} from "../../../sim/scenario/mod.ts";
import { ROOT } from "./_copy.ts";

const OPTIONS = { language: "en", instructions: ["Fill in."] } as const;
const OPENPYXL = join(ROOT, "tests/unit/scenario/openpyxl/training_grid.xlsx");

async function inFolder(test: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await test(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

for (const language of ["en", "zh"] as const) {
  Deno.test(`a workbook of the training city is the same city, sheets named in ${language}`, async () => {
    await inFolder(async (folder) => {
      const city = await loadCity(join(ROOT, "data/training_city"));
      const book = join(folder, "training_city.xlsx");
      await Deno.writeFile(book, await workbookOf(cityRows(city), { ...OPTIONS, language }));
      const outlines = join(ROOT, "data/training_city/outlines.geojson");
      await Deno.copyFile(outlines, join(folder, "training_city.geojson"));
      assertEquals(await loadCity(book), city);
    });
  });
}

Deno.test("a scenario with a workbook has the same hash and the same results", async () => {
  await inFolder(async (folder) => {
    const city = await loadCity(join(ROOT, "data/training_grid"));
    const path = (name: string) => join(folder, name);
    await Deno.writeFile(path("training_grid.xlsx"), await workbookOf(cityRows(city), OPTIONS));
    const outlines = join(ROOT, "data/training_grid/outlines.geojson");
    await Deno.copyFile(outlines, path("training_grid.geojson"));
    const plan = join(ROOT, "scenarios/plan.yaml");
    await Deno.writeTextFile(
      path("training.yaml"),
      `extends: ${plan}\ncity: { tables: training_grid.xlsx }\n`,
    );
    const [book, files] = [
      await loadScenario(path("training.yaml")),
      await loadScenario(join(ROOT, "scenarios/training.yaml")),
    ];
    assertEquals(book.hash, files.hash);
    const [one, other] = [book, files].map((scenario) =>
      runReplication(scenario, { seed: "workbook", replication: 0 })
    );
    assertEquals(canonicalJson(one.measures), canonicalJson(other.measures));
  });
});

Deno.test("cityRows() as CSV files is the same city", async () => {
  await inFolder(async (folder) => {
    const city = await loadCity(join(ROOT, "data/training_city"));
    const target = join(folder, "training_city");
    await Deno.mkdir(target);
    for (const table of cityRows(city)) {
      await Deno.writeTextFile(join(target, `${table.name}.csv`), csvOf(table));
    }
    assertEquals(await loadCity(target), { ...city, outlines: [] });
  });
});

Deno.test("a workbook that openpyxl made is the city of its tables", async () => {
  const { columns, fleets, published, ...book } = await loadCity(OPENPYXL);
  const { columns: all, fleets: pools, published: totals, outlines: _, ...files } = await loadCity(
    join(ROOT, "data/training_grid"),
  );
  assertEquals(book, { ...files, outlines: [] });
  assertEquals(columns, all.slice(0, 3));
  assertEquals(fleets, [{ ...pools[0], id: "007" }, pools[1]]);
  // The workbook has no column grade, as it was made before there was one.
  const ungraded = totals.map((total) => ({ ...total, grade: "observed" as const }));
  assertEquals(published, [{ ...ungraded[0], year: "2022-12-07" }, ...ungraded.slice(1)]);
});

Deno.test("inspectCity() says which sheets are left aside", async () => {
  const { ignored, problems } = await inspectCity(OPENPYXL);
  assertEquals([ignored, problems], [["Notes"], []]);
});

Deno.test("the workbook that openpyxl made is small", async () => {
  assert((await Deno.stat(OPENPYXL)).size < 20_000);
});

Deno.test("workbookOf() gives the same bytes for the same tables", async () => {
  assertEquals(await workbookOf(blankRows(), OPTIONS), await workbookOf(blankRows(), OPTIONS));
});

Deno.test("a folder may say true and false as spreadsheets write them", async () => {
  await inFolder(async (folder) => {
    const city = await loadCity(join(ROOT, "data/training_grid"));
    for (const { name } of cityRows(city)) {
      const text = await Deno.readTextFile(join(ROOT, `data/training_grid/${name}.csv`));
      const spoken = text.replaceAll("true", "TRUE").replaceAll("false", "False");
      await Deno.writeTextFile(
        join(folder, `${name}.csv`),
        `${spoken}${",".repeat(spoken.split("\n")[0].split(",").length - 1)}\n`,
      );
    }
    assertEquals((await loadCity(folder)).facilities, city.facilities);
  });
});

Deno.test("the library for workbooks is loaded by those who meet one", async () => {
  for await (const { name } of Deno.readDir(join(ROOT, "sim/scenario"))) {
    if (!name.endsWith(".ts")) continue;
    const text = await Deno.readTextFile(join(ROOT, "sim/scenario", name));
    assertEquals(text.match(/^import (?!type)[^;]*"hucre/gm), null, name);
  }
});
