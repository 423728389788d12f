/** Workbooks that are refused: each message with sheet, row and column. */
import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { join } from "@std/path";
import { type Cell, readXlsx, type WriteSheet, writeXlsx } from "hucre/xlsx";
import {
  type CityProblem,
  cityRows,
  inspectCity,
  loadCity,
  ScenarioError,
  workbookOf,
} from "../../../sim/scenario/mod.ts";
import { ROOT } from "./_copy.ts";

const OPENPYXL = join(ROOT, "tests/unit/scenario/openpyxl");

/** Bytes as a workbook of their own, as a city is asked for. */
async function problemsOf(bytes: Uint8Array, name = "city.xlsx"): Promise<readonly CityProblem[]> {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeFile(join(folder, name), bytes);
    return (await inspectCity(join(folder, name))).problems;
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** The training grid as sheets, one of them changed. */
async function gridWith(
  sheet: string,
  change: (sheet: { rows: unknown[][]; cells: Map<string, Partial<Cell>> }) => void,
): Promise<Uint8Array> {
  const tables = cityRows(await loadCity(join(ROOT, "data/training_grid")));
  const sheets = tables.map(({ name, header, rows }) => {
    const made = { name, rows: [[...header], ...rows.map((row) => [...row])], cells: new Map() };
    if (name === sheet) change(made);
    return made as WriteSheet;
  });
  return await writeXlsx({ sheets });
}

const short = ({ sheet, row, letter, column, rule, found, nearest }: CityProblem) =>
  [
    `${sheet} ${row} ${letter} ${column}`,
    rule.en + (found.en && `, found ${found.en}`) + (nearest && `; nearest is ${nearest}`),
  ].join(": ");

Deno.test("inspectCity() names sheet, row and column of everything wrong at once", async () => {
  const { problems, city } = await inspectCity(join(OPENPYXL, "bad.xlsx"));
  assertEquals(city, null);
  assertEquals(problems.map(short), [
    " 0  : Expected a sheet named fleets or 车队, found none; nearest is flets",
    'grids 3 A grid: Expected every grid once, found "training-g1"',
    "社区 2 F lon: Expected a number of at least -180 and at most 180, found an empty cell",
    '社区 3 E population: Expected a whole number of at least 1, found "12 thousand"',
    "社区 4 D grid: Expected the name of a grid, so that its 25000 residents have one, " +
    'found "trainig-g1"; nearest is training-g1',
    "facilities 1 M fever_close: Expected the columns facility, name_en, name_zh, kind, tier, " +
    "tertiary_general, district, lon, lat, capabilities, fever_physicians, fever_opens, " +
    'fever_closes, synthetic, each once, found "fever_close"; nearest is fever_closes',
    "facilities 1  fever_closes: Expected this column, found none",
    "病区 2  : Expected no merged cells, found A2:A3",
    "病区 5 D beds: Expected a formula with a result: open and save the workbook in its program, " +
    'found "=D4+1"',
    "年龄构成 3 A age_band: Expected one of 0-2, 3-11, 12-19, 20-29, 30-39, 40-49, 50-59, 60-64, " +
    '65-69, 70-79, 80+, found "2026-11-03"',
    'published 2 C value: Expected a value, found the error "#N/A"',
  ]);
  assertEquals(
    problems.map(({ hint }) => hint.en).filter((hint) => hint !== ""),
    ["the spreadsheet took it for a date: format the column as text and type it again"],
  );
});

Deno.test("loadCity() refuses a workbook with file, sheet and row", async () => {
  const path = join(OPENPYXL, "bad.xlsx");
  const error = await assertRejects(() => loadCity(path), ScenarioError);
  assertStringIncludes(error.message, `${path}#社区:3 communities[1].population: Expected a whole`);
});

Deno.test("a file that is no workbook is refused", async () => {
  const text = new TextEncoder().encode("not a workbook, but text that is long enough");
  assertEquals((await problemsOf(text)).map(short), [
    ' 0  : Expected a workbook in the format .xlsx, found "End of Central Directory not found — ' +
    'not a valid ZIP file"',
  ]);
  const ole = new Uint8Array(600);
  ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
  assertEquals((await problemsOf(ole)).map(short), [
    " 0  : Expected a workbook without a password, found one",
  ]);
  assertEquals((await problemsOf(text, "city.ods")).map(short), [
    " 0  : Expected a folder of tables, or a workbook in the format .xlsx, found another file",
  ]);
});

/** Changes the size that the directory of an archive states for its largest entry. */
function stating(bytes: Uint8Array, size: number): Uint8Array {
  const made = bytes.slice();
  const view = new DataView(made.buffer);
  let largest = 0;
  let place = 0;
  for (let at = 0; at < made.length - 46; at++) {
    if (view.getUint32(at, true) !== 0x02014b50) continue;
    if (view.getUint32(at + 24, true) > largest) place = at + 24;
    largest = Math.max(largest, view.getUint32(at + 24, true));
  }
  view.setUint32(place, size, true);
  return made;
}

// Red when the sizes that the directory states are not summed (planted in _workbook_read.ts).
Deno.test("a workbook that unpacks to more than ten times the limit is refused unread", async () => {
  const bytes = await gridWith("", () => {});
  assertEquals((await problemsOf(stating(bytes, 60_000_000))).map(short), [
    " 0  : Expected at most 50 MB once unpacked, found 60 MB",
  ]);
  assertEquals((await problemsOf(stating(bytes, 0xffffffff))).map(short), [
    " 0  : Expected at most 50 MB once unpacked, found no size that is told",
  ]);
});

Deno.test("a workbook that unpacks to more than it says is refused", async () => {
  const bytes = await gridWith("", () => {});
  assertEquals((await problemsOf(stating(bytes, 100))).map(short), [
    ' 0  : Expected a workbook in the format .xlsx, found "Decompressed size exceeds limit of 100 ' +
    'bytes (possible zip bomb)"',
  ]);
});

Deno.test("a sheet that stands twice, once in Chinese, is refused; an empty one too", async () => {
  const tables = cityRows(await loadCity(join(ROOT, "data/training_grid")));
  const sheets: WriteSheet[] = tables.map(({ name, header, rows }) => ({
    name,
    rows: [[...header], ...rows.map((row) => [...row])],
  }));
  const bytes = await writeXlsx({ sheets: [...sheets, { name: "网格", rows: [["grid"]] }] });
  assertEquals((await problemsOf(bytes)).map(short), [
    ' 0  : Expected one sheet with the table grids, found "grids" and "网格"',
  ]);
  const empty = sheets.map((sheet) => sheet.name === "grids" ? { ...sheet, rows: [] } : sheet);
  assertEquals((await problemsOf(await writeXlsx({ sheets: empty }))).map(short), [
    "grids 0  : Expected some content, found an empty sheet",
  ]);
});

Deno.test("a sheet with a Chinese name nearly right is told as the nearest", async () => {
  const tables = cityRows(await loadCity(join(ROOT, "data/training_grid")));
  const sheets: WriteSheet[] = tables.map(({ name, header, rows }) => ({
    name: name === "wards" ? "病房" : name,
    rows: [[...header], ...rows.map((row) => [...row])],
  }));
  assertEquals((await problemsOf(await writeXlsx({ sheets }))).map(short), [
    " 0  : Expected a sheet named wards or 病区, found none; nearest is 病房",
  ]);
});

Deno.test("a sheet whose first row is empty is refused for want of names", async () => {
  const bytes = await gridWith("grids", ({ rows }) => void rows.unshift([null]));
  assertEquals((await problemsOf(bytes)).map(short), [
    "grids 0  : Expected the names of the columns in row 1, found an empty row",
  ]);
});

// Red when rows are numbered without the empty ones between them (planted in _sheet_cells.ts).
Deno.test("formulas count by their last result, empty rows do not count", async () => {
  const bytes = await gridWith("communities", ({ rows, cells }) => {
    rows.splice(2, 0, rows[0].map(() => null));
    rows.push(...Array.from({ length: 5000 }, () => [null]), [" "]);
    cells.set("1,4", { formula: "20000*2", formulaResult: 40000 });
  });
  assertEquals(await problemsOf(bytes), []);
  const wrong = await gridWith("communities", ({ rows }) => {
    rows.splice(2, 0, rows[0].map(() => null));
    rows[3][4] = -5;
  });
  assertEquals((await problemsOf(wrong)).map(short), [
    'communities 4 E population: Expected a whole number of at least 1, found "-5"',
  ]);
});

Deno.test("coordinates the other way round are refused with a hint", async () => {
  const bytes = await gridWith("facilities", ({ rows }) => {
    [rows[2][7], rows[2][8]] = [rows[2][8], rows[2][7]];
  });
  const [problem, ...others] = await problemsOf(bytes);
  assertEquals(others, []);
  assertEquals([problem.row, problem.letter, problem.hint], [3, "I", {
    en: "are longitude and latitude swapped?",
    zh: "是否经纬度颠倒？",
  }]);
});

Deno.test("a blank workbook asks for each table and says nothing twice", async () => {
  const { blankRows } = await import("../../../sim/scenario/mod.ts");
  const bytes = await workbookOf(blankRows(), { language: "zh", instructions: ["请填写"] });
  assertEquals((await readXlsx(bytes)).sheets.at(0)?.name, "说明");
  assertEquals((await problemsOf(bytes)).map(short).slice(0, 4), [
    "城市 2 B value: Expected text, found an empty cell",
    "城市 3 B value: Expected text, found an empty cell",
    "行政区 1  : Expected at least one row",
    "网格 1  : Expected at least one row",
  ]);
});
