/** Frames written for other programs, read back. */
import { assertEquals, assertRejects, assertThrows } from "@std/assert";
import { readXlsx } from "hucre/xlsx";
import { parquetReadObjects } from "hyparquet";
import {
  frameOf,
  openTable,
  rowsOf,
  writeCsv,
  writeExcel,
  writeParquet,
} from "../../notebooks/toolkit/mod.ts";
import { notebookFolder } from "../support/notebook_folder.ts";

const rows = [
  { ward: "=1+1", "wait [h]": 2.5, full: true, note: "" },
  { ward: "-", "wait [h]": NaN, full: false, note: 'a,"b"\n重症' },
];

Deno.test("writeCsv() keeps headers with units and makes formulas text", async () => {
  await using folder = await notebookFolder();
  await writeCsv(frameOf(rows), `${folder.path}/a.csv`);
  assertEquals(
    await Deno.readTextFile(`${folder.path}/a.csv`),
    'ward,wait [h],full,note\r\n\'=1+1,2.5,true,\r\n-,,false,"a,""b""\n重症"\r\n',
  );
});

Deno.test("writeExcel() keeps types, and formats a column with text as text", async () => {
  await using folder = await notebookFolder();
  const path = `${folder.path}/a.xlsx`;
  const signs = ["=1", "+1", "-1", "@a", "\ta", "\ra", "a=1", "_x0041_"];
  await writeExcel(frameOf(signs.map((text) => ({ "text [-]": text, beds: 4 }))), path);
  const { sheets: [sheet] } = await readXlsx(await Deno.readFile(path), { readStyles: true });
  assertEquals(sheet!.rows[0], ["text [-]", "beds"]);
  assertEquals(sheet!.rows.slice(1).map((row) => row[1]), signs.map(() => 4));
  assertEquals(sheet!.rows.slice(1).map((row) => row[0]), signs);
  signs.forEach((text, at) => {
    const cell = sheet!.cells?.get(`${at + 1},0`);
    assertEquals(cell?.formula, undefined);
    assertEquals(cell?.style?.numFmt, "@", text);
  });
  const first = await Deno.readFile(path);
  await writeExcel(frameOf(signs.map((text) => ({ "text [-]": text, beds: 4 }))), path);
  assertEquals(await Deno.readFile(path), first);
});

Deno.test("writeParquet() keeps numbers, truth values, texts and what is missing", async () => {
  await using folder = await notebookFolder();
  const path = `${folder.path}/a.parquet`;
  await writeParquet(frameOf(rows), path);
  const { buffer } = await Deno.readFile(path);
  assertEquals(await parquetReadObjects({ file: buffer }), [
    rows[0],
    { ...rows[1], "wait [h]": null },
  ]);
});

Deno.test("openTable() reads back what the writers wrote", async () => {
  await using folder = await notebookFolder();
  const plain = [{ ward: "icu", "beds [beds]": 4 }, { ward: "general", "beds [beds]": 90 }];
  const write = { csv: writeCsv, xlsx: writeExcel, parquet: writeParquet };
  for (const [ending, writer] of Object.entries(write)) {
    await writer(frameOf(plain), `${folder.path}/a.${ending}`);
    assertEquals(rowsOf(await openTable(`${folder.path}/a.${ending}`)), plain, ending);
  }
  await assertRejects(
    () => openTable(`${folder.path}/a.xlsx`, { sheet: "fram" }),
    RangeError,
    'nearest is "frame"',
  );
});

Deno.test("openTable() takes a column for numbers only when all its filled cells are", async () => {
  await using folder = await notebookFolder();
  const path = `${folder.path}/a.csv`;
  await Deno.writeTextFile(path, "\uFEFFid,beds,share,sign\n001,4,.5,+\n002,,-1e-3,1\n");
  assertEquals(rowsOf(await openTable(path)), [
    { id: "001", beds: 4, share: 0.5, sign: "+" },
    { id: "002", beds: NaN, share: -0.001, sign: "1" },
  ]);
  await assertRejects(() => openTable(`${folder.path}/b.csv`), RangeError, "must be there");
  await Deno.writeTextFile(`${folder.path}/a.txt`, "");
  await assertRejects(
    () => openTable(`${folder.path}/a.txt`),
    RangeError,
    "must end in .csv, .xlsx",
  );
});

Deno.test("frames refuse the writers of danfojs, which would write nothing", () => {
  const frame = frameOf([{ ward: "icu", beds: 4 }]);
  const refused = "Cannot use toCSV as it does not work here: write writeCsv(frame, path)";
  assertThrows(() => frame.toCSV({ filePath: "a.csv" }), RangeError, refused);
  assertThrows(
    () => frame.groupby(["ward"]).col(["beds"]).sum().toCSV({ filePath: "a" }),
    RangeError,
    refused,
  );
  assertThrows(() => frame["beds"].toCSV({ filePath: "a" }), RangeError, refused);
  assertThrows(() => frame.plot("a"), RangeError, "write showFigure(figure)");
});
