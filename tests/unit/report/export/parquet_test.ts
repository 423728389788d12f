import { assert, assertEquals, assertRejects } from "@std/assert";
import { parquetMetadata, parquetReadObjects, parquetSchema } from "hyparquet";
import { parquetFiles } from "../../../../sim/report/export/mod.ts";
import { tablesIn } from "../../../../sim/report/export/_result_tables.ts";
import {
  loggedEvents,
  type PlainResultSet,
  TINY_RESULT_SET,
  writeResultFolder,
} from "../../../../sim/report/tables/mod.ts";
import { inOwnFolder, LOGGED_SET, writeLogged } from "../../../support/logged_folder.ts";
import { syntheticResultSet } from "../../../support/result_set.ts";
import { namesIn } from "../../../support/temporary_folder.ts";

const FULL = syntheticResultSet({ uncertainty: "parameters", sequential: true, pairs: true });

/** Bytes of the file of a table. */
async function bytesOf(folder: string, set: PlainResultSet, table: string): Promise<ArrayBuffer> {
  const file = parquetFiles(folder, set.manifest).find(({ name }) => name === `${table}.parquet`)!;
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of file.pieces("")) pieces.push(piece as Uint8Array<ArrayBuffer>);
  return await new Blob(pieces).arrayBuffer();
}

const read = (file: ArrayBuffer) => parquetReadObjects({ file });

/** What a file says of itself. */
function saidIn(file: ArrayBuffer): Record<string, string> {
  const { key_value_metadata = [] } = parquetMetadata(file);
  return Object.fromEntries(key_value_metadata.map(({ key, value }) => [key, value ?? ""]));
}

Deno.test("parquetFiles() makes a file of every table of a folder", async () => {
  await inOwnFolder(async (folder) => {
    writeLogged(`${folder}/r`, undefined, { ...FULL, manifest: LOGGED_SET.manifest });
    await Deno.writeTextFile(`${folder}/r/moves_plan.csv`, "date,grid,from,to,ward,patients\n");
    const tables = namesIn(`${folder}/r`).filter((name) => name.endsWith(".csv"));
    const names = parquetFiles(`${folder}/r`, LOGGED_SET.manifest).map(({ name }) => name);
    assertEquals(names.toSorted(), tables.map((name) => name.replace(".csv", ".parquet")));
    assert(names.length >= 16, `${names}`);
    for (const table of tablesIn(`${folder}/r`, LOGGED_SET.manifest)) {
      const bare = table.columns.filter(({ kind, unit }) => /number/.test(kind) && unit === "");
      assertEquals(bare.map(({ heading }) => `${heading} of ${table.name}`), []);
    }
  });
});

// Planted: NaN written as it is; dates as texts; a row group left out: red each.
Deno.test("parquetFiles() keeps every value, dates as dates and what is no number as null", async () => {
  await inOwnFolder(async (folder) => {
    writeResultFolder(FULL, `${folder}/r`);
    const file = await bytesOf(`${folder}/r`, FULL, "series");
    const rows = await read(file);
    assertEquals(rows.length, FULL.series.length);
    assert(FULL.series.some(({ value }) => Number.isNaN(value)));
    FULL.series.forEach(({ date, value, ...row }, at) => {
      assertEquals(rows[at], {
        ...row,
        date: new Date(`${date}T00:00Z`),
        value: Number.isNaN(value) ? null : value,
      });
    });
    const types = parquetSchema(parquetMetadata(file)).children
      .map(({ element }) => [element.name, element.converted_type ?? element.type]);
    assertEquals(types.slice(0, 6), [
      ["scenario", "UTF8"],
      ["replication", "INT32"],
      ["date", "DATE"],
      ["measure", "UTF8"],
      ["unit", "UTF8"],
      ["value", "DOUBLE"],
    ]);
    const exceedance = await read(await bytesOf(`${folder}/r`, FULL, "exceedance"));
    assertEquals(exceedance.map((row) => row.or_at), FULL.exceedances.map(({ orAt }) => orAt));
  });
});

Deno.test("parquetFiles() writes texts by dictionary where that is smaller", async () => {
  await inOwnFolder(async (folder) => {
    writeResultFolder(FULL, `${folder}/r`);
    const file = await bytesOf(`${folder}/r`, FULL, "series");
    const chunks = parquetMetadata(file).row_groups[0].columns.map(({ meta_data }) => meta_data!);
    const measure = chunks.find(({ path_in_schema }) => path_in_schema[0] === "measure")!;
    assert(measure.encodings.includes("RLE_DICTIONARY"));
    const csv = (await Deno.stat(`${folder}/r/series.csv`)).size;
    assert(file.byteLength < csv / 5, `${file.byteLength} B of ${csv} B`);
  });
});

Deno.test("parquetFiles() says in each file what made it and the units of its columns", async () => {
  await inOwnFolder(async (folder) => {
    writeResultFolder(TINY_RESULT_SET, `${folder}/r`);
    const file = await bytesOf(`${folder}/r`, TINY_RESULT_SET, "start");
    const said = saidIn(file);
    assertEquals(said["gridcare.program"], "gridcare 0.0.0");
    assertEquals(said["gridcare.seed"], "1");
    assertEquals(
      JSON.parse(said["gridcare.scenarios"]).map(({ hash }: { hash: string }) => hash),
      ["0123456789abcdef", "0123456789abcdef"],
    );
    assertEquals(JSON.parse(said["gridcare.units"]), {
      day: "d",
      census: "patients",
      level: "patients",
      moving_average: "patients",
    });
    assertEquals(parquetMetadata(file).created_by, "gridcare 0.0.0");
  });
});

// Planted: the last group dropped, or groups of all rows: red.
Deno.test("parquetFiles() writes an event log row group by row group", async () => {
  await inOwnFolder(async (folder) => {
    const rows = Array.from(
      { length: 45_000 },
      (_, i) => `0,g1-${i},red,step,refused,${i / 2},,,,g1,,${i % 7}`,
    );
    writeLogged(`${folder}/r`, rows);
    const file = await bytesOf(`${folder}/r`, LOGGED_SET, "events_plan");
    const sizes = parquetMetadata(file).row_groups.map(({ num_rows }) => Number(num_rows));
    assertEquals(sizes, [20_000, 20_000, 5000]);
    const events = [...loggedEvents(`${folder}/r/events_plan.csv`, new Set(["g1"]))];
    const found = await read(file);
    assertEquals(found.map((row) => row.patient_id), events.map(({ patient }) => patient));
    assertEquals(found.map((row) => row.time_min), events.map(({ time }) => time));
    assertEquals(JSON.parse(saidIn(file)["gridcare.units"]), {
      replication: "-",
      time_min: "min",
      value: "see event",
    });
  });
});

for (
  const [table, from, to, said] of [
    [
      "series",
      "2022-12-05",
      "5 Dec 2022",
      'must hold dates such as 2022-12-07: current value is "5',
    ],
    ["series", "2022-12-05", "2022-02-30", 'current value is "2022-02-30"'],
    ["start", "general,-2", "general,-2.5", "must hold whole numbers: current value is -2.5"],
    ["start", "general,-2", "general,3000000000", "current value is 3000000000"],
    ["start", "general,-2", "general,x", 'must hold numbers: current line 2 holds "x"'],
  ] as const
) {
  Deno.test(`parquetFiles() refuses ${to} in ${table}`, async () => {
    await inOwnFolder(async (folder) => {
      writeResultFolder(TINY_RESULT_SET, folder);
      const text = await Deno.readTextFile(`${folder}/${table}.csv`);
      await Deno.writeTextFile(`${folder}/${table}.csv`, text.replace(from, to));
      const error = await assertRejects(() => bytesOf(folder, TINY_RESULT_SET, table), SyntaxError);
      assert(error.message.includes(said), error.message);
      assert(error.message.includes(`${table}.csv`), error.message);
    });
  });
}
