import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { readXlsx } from "hucre/xlsx";
import { excelFiles } from "../../../../sim/report/export/mod.ts";
import type { Row } from "../../../../sim/report/export/_export_table.ts";
import { sheetOf } from "../../../../sim/report/export/_sheets.ts";
import {
  type PlainResultSet,
  TINY_RESULT_SET,
  writeResultFolder,
} from "../../../../sim/report/tables/mod.ts";
import { sheetWorkbook } from "../../../../sim/scenario/mod.ts";
import { inOwnFolder } from "../../../support/logged_folder.ts";
import { syntheticResultSet } from "../../../support/result_set.ts";

const SET = syntheticResultSet({});

/** Bytes of the workbook of a set. */
async function bytesOf(set: PlainResultSet): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  await inOwnFolder(async (folder) => {
    writeResultFolder(set, folder);
    const [file] = excelFiles(folder, set.manifest);
    for await (const piece of file.pieces("")) pieces.push(piece as Uint8Array);
  });
  assertEquals(pieces.length, 1);
  return pieces[0];
}

/** Sheets of the workbook of a set, by name. */
async function sheetsOf(set: PlainResultSet) {
  const { sheets } = await readXlsx(await bytesOf(set));
  return new Map(sheets.map((sheet) => [sheet.name, sheet]));
}

const texts = (name: string, values: readonly string[]) => ({
  name,
  columns: [{ heading: "text", field: "text", kind: "text", unit: "" }] as const,
  rows: values.map((text): Row => ({ text })),
});

Deno.test("excelFiles() makes a sheet of each summary table, with a frozen header", async () => {
  const sheets = await sheetsOf(
    syntheticResultSet({ uncertainty: "parameters", sequential: true, pairs: true }),
  );
  assertEquals([...sheets.keys()], [
    "about",
    "scenarios",
    "changes",
    "comparison",
    "pairs",
    "exceedance",
    "precision",
    "restoration",
    "monitoring",
    "curves",
    "flows",
    "provenance",
  ]);
  for (const sheet of sheets.values()) assertEquals(sheet.freezePane?.rows, 1, sheet.name);
});

Deno.test("excelFiles() leaves out sheets that would have no rows", async () => {
  const sheets = await sheetsOf(SET);
  assertEquals(["pairs", "precision"].filter((name) => sheets.has(name)), []);
});

// Planted: dates written as texts, NaN as 0, units left out: red each.
Deno.test("excelFiles() writes units in headers, numbers as numbers, dates as dates", async () => {
  const sheets = await sheetsOf(SET);
  const [head, ...rows] = sheets.get("comparison")!.rows;
  assertEquals(head.slice(0, 4), ["scenario", "baseline", "measure", "unit"]);
  for (const header of ["mean [see unit]", "replications [-]", "variance_removed [-]"]) {
    assert(head.includes(header), `${head}`);
  }
  assertEquals(rows.length, SET.comparison.length);
  const mean = head.indexOf("mean [see unit]");
  SET.comparison.forEach((row, at) =>
    assertEquals(rows[at][mean] ?? null, Number.isNaN(row.mean) ? null : row.mean)
  );
  const [, [, date]] = sheets.get("monitoring")!.rows;
  assert(date instanceof Date);
  assertEquals((date as Date).toISOString().slice(0, 10), SET.monitoring[0].date);
});

Deno.test("excelFiles() says what was run, without commands and folders of the machine", async () => {
  const { manifest } = TINY_RESULT_SET;
  const [plan] = manifest.scenarios;
  const entry = { ...plan.provenance[0] };
  const files = ["/srv/somebody/x.yaml", "C:\\Users\\somebody\\x.yaml", "../../somebody/x.yaml"];
  const provenance = [...files, "parts/x.yaml"].map((file) => ({ ...entry, file }));
  const command = "deno task sim run /srv/somebody/x.yaml";
  const scenarios = [{ ...plan, provenance }];
  const sheets = await sheetsOf({
    ...TINY_RESULT_SET,
    manifest: { ...manifest, scenarios, command },
  });
  const cells = [...sheets.values()].flatMap(({ rows }) => rows.flat().map(String));
  assertEquals(cells.filter((cell) => cell.includes("somebody")), []);
  assertEquals(
    sheets.get("provenance")!.rows.slice(1).map((row) => row[5]),
    ["x.yaml", "x.yaml", "x.yaml", "parts/x.yaml"],
  );
  const facts = new Map(sheets.get("about")!.rows.map(([fact, value]) => [fact, value]));
  assertEquals([facts.get("program"), facts.get("seed"), facts.get("residents")], [
    "gridcare 0.0.0",
    "1",
    "1000",
  ]);
});

// Planted: the value written as a formula where it begins with "=": red.
Deno.test("sheetWorkbook() writes no text as a formula and keeps each as it is", async () => {
  const evil = ["=1+1", "+1", "-1", "@x", "\t=1", '=HYPERLINK("x")', "<&>", "_x0041_", "a\nb"];
  const sheet = sheetOf(texts("evil", evil));
  const [found] = (await readXlsx(await sheetWorkbook([sheet]), { readStyles: true })).sheets;
  assertEquals(found.rows.slice(1).map(([text]) => text), evil);
  const impossible = sheetOf(texts("x", ["a\u0007b", "\ud800", "\uffff", "😀"]));
  const { sheets: [plain] } = await readXlsx(await sheetWorkbook([impossible]));
  const codes = ["a\\u0007b", "\\ud800", "\\uffff", "😀"];
  assertEquals(plain.rows.slice(1).map(([text]) => text), codes);
  const formulas = [...found.cells?.values() ?? []].filter(({ formula }) => formula !== undefined);
  assertEquals(formulas, []);
});

Deno.test("excelFiles() makes the same bytes of the same results", async () => {
  assertEquals(await bytesOf(TINY_RESULT_SET), await bytesOf(TINY_RESULT_SET));
});

Deno.test("sheetOf() refuses more rows than Excel takes, before it holds them all", () => {
  let made = 0;
  const rows = {
    *[Symbol.iterator]() {
      for (; made < 2_000_000; made++) yield { text: "x" };
    },
  };
  const error = assertThrows(() => sheetOf({ ...texts("long", []), rows }), SyntaxError);
  assertEquals(
    error.message,
    'Cannot export sheet "long" as a sheet of Excel has at most 1048576 rows with its header: the ' +
      "table has more; Parquet takes it",
  );
  assertEquals(made, 1_048_575);
});

Deno.test("sheetOf() refuses a text longer than a cell takes", () => {
  const error = assertThrows(() => sheetOf(texts("x", ["a".repeat(32_768)])), SyntaxError);
  assertEquals(
    error.message,
    'Cannot export column "text" of sheet "x" as a cell of Excel has at most 32767 characters: ' +
      "current text has 32768",
  );
});

Deno.test("excelFiles() refuses a date that is none", async () => {
  const [row] = TINY_RESULT_SET.monitoring;
  const set = { ...TINY_RESULT_SET, monitoring: [{ ...row, date: "soon" }] };
  const error = await assertRejects(() => bytesOf(set), SyntaxError);
  assertEquals(
    error.message,
    'Cannot export column "date" of sheet "monitoring" as it must hold dates such as 2022-12-07: ' +
      'current value is "soon"',
  );
});
