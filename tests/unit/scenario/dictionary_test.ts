/** The data dictionary: every column of every table and nothing else, in both languages. */
import { assert, assertEquals, assertMatch, assertStringIncludes } from "@std/assert";
import { join } from "@std/path";
import { blankRows, cityDictionary, loadCity } from "../../../sim/scenario/mod.ts";
import { dictionaryMarkdown } from "../../../sim/cli/template_words.ts";
import { ROOT } from "./_copy.ts";

const dictionary = cityDictionary();

const cities = [...Deno.readDirSync(join(ROOT, "data"))].map(({ name }) => name)
  .filter((name) => {
    try {
      return Deno.statSync(join(ROOT, "data", name, "communities.csv")).isFile;
    } catch {
      return false;
    }
  }).sort();

for (const city of cities) {
  Deno.test(`cityDictionary() has the columns of data/${city} and nothing else`, async () => {
    for (const { name, columns } of dictionary) {
      const text = await Deno.readTextFile(join(ROOT, "data", city, `${name}.csv`));
      const header = text.split(/\r?\n/)[0].split(",");
      assertEquals(columns.map((column) => column.name), header, name);
    }
  });
}

Deno.test("blankRows() has the columns of the dictionary", () => {
  assertEquals(
    blankRows().map(({ name, header }) => [name, header]),
    dictionary.map(({ name, columns }) => [name, columns.map((column) => column.name)]),
  );
});

Deno.test("cityDictionary() says of each column what it means in both languages", () => {
  for (const { name, columns, meaning, sheetZh } of dictionary) {
    assertMatch(meaning.zh + sheetZh, /\p{Script=Han}/u, name);
    for (const column of columns) {
      assertMatch(column.meaning.zh, /\p{Script=Han}/u, column.name);
      assertMatch(column.meaning.en, /^[\x20-\x7e…]+$/, column.name);
      assert(column.allowed.zh.length > 0 && column.example.length > 0, column.name);
    }
  }
});

Deno.test("cityDictionary() has the units that the training city states", async () => {
  const { columns } = await loadCity(join(ROOT, "data/training_city"));
  const units = new Map(columns.map(({ table, column, unit }) => [`${table}.${column}`, unit]));
  for (const table of dictionary) {
    for (const { name, unit } of table.columns) {
      const stated = units.get(`${table.name}.${name}`);
      if (stated !== undefined) assertEquals(unit, stated, `${table.name}.${name}`);
    }
  }
});

Deno.test("examples of the dictionary are within what it allows", () => {
  for (const { columns } of dictionary) {
    for (const { example, names, several, bounds, name } of columns) {
      const parts = several ? example.split(";") : [example];
      if (names.length > 0) assertEquals(parts.filter((part) => !names.includes(part)), [], name);
      if (bounds === null) continue;
      const value = Number(example);
      assert(value >= bounds.min && value <= bounds.max, name);
      assert(!bounds.integer || Number.isInteger(value), name);
    }
  }
});

Deno.test("cityDictionary() says which cells may be empty", () => {
  const optional = dictionary.flatMap((table) =>
    table.columns.filter(({ required }) => !required).map(({ name }) => `${table.name}.${name}`)
  );
  assertEquals(optional, [
    "facilities.capabilities",
    "fleets.grid",
    "columns.unit",
    "columns.source",
    "published.unit",
    "published.source",
    "published.note",
  ]);
});

Deno.test("data/README.md shows the dictionary as it is", async () => {
  const text = await Deno.readTextFile(join(ROOT, "data/README.md"));
  assertStringIncludes(text, dictionaryMarkdown("en").join("\n"));
});
