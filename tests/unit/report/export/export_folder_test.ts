import { assert, assertEquals, assertRejects } from "@std/assert";
import { join } from "@std/path";
import {
  EXPORT_FORMATS,
  exportFolder,
  type ExportOptions,
} from "../../../../sim/report/export/mod.ts";
import { TINY_RESULT_SET, writeResultFolder } from "../../../../sim/report/tables/mod.ts";
import {
  inOwnFolder,
  LOG_ROWS,
  withManifest,
  writeLogged,
} from "../../../support/logged_folder.ts";
import { namesIn } from "../../../support/temporary_folder.ts";

const MADE = ["events_plan.ocel.json", "events_plan.xes", "results.xlsx"];
const ALL = { formats: EXPORT_FORMATS } as const;

/** What is said when an export is refused, with `T/` for the test's folder. */
async function refusal(
  folder: string,
  options: ExportOptions,
  type: ErrorConstructor = RangeError,
): Promise<string> {
  const error = await assertRejects(() => exportFolder(join(folder, "r"), options), type);
  return error.message.replaceAll(`${folder}/`, "T/");
}

Deno.test("exportFolder() makes all files, says which, and leaves nothing beside them", async () => {
  await inOwnFolder(async (folder) => {
    writeLogged(join(folder, "r"));
    const out = join(folder, "deep", "out");
    const shares: number[] = [];
    const files = await exportFolder(join(folder, "r"), {
      ...ALL,
      out,
      onProgress: (share) => shares.push(share),
    });
    assertEquals(files.map(({ path }) => path.slice(out.length + 1)).toSorted(), namesIn(out));
    for (const name of MADE) assert(namesIn(out).includes(name), name);
    for (const { path, bytes } of files) assertEquals((await Deno.stat(path)).size, bytes);
    assertEquals(namesIn(folder), ["deep", "r"]);
    assert(shares.every((share, i) => share >= (shares[i - 1] ?? 0) && share <= 1), `${shares}`);
  });
});

// Planted: the time of day, or a random number, in any of the files: red.
Deno.test("exportFolder() makes the same bytes of the same folder", async () => {
  await inOwnFolder(async (folder) => {
    writeLogged(join(folder, "r"));
    for (const out of ["a", "b"]) {
      await exportFolder(join(folder, "r"), { ...ALL, out: join(folder, out) });
    }
    for (const name of namesIn(join(folder, "a"))) {
      const [a, b] = ["a", "b"].map((out) => Deno.readFileSync(join(folder, out, name)));
      assertEquals(a, b, name);
    }
  });
});

// Planted: the command of the manifest written into the workbook or a Parquet file: red.
Deno.test("no export holds a path of the machine", async () => {
  await inOwnFolder(async (folder) => {
    const { manifest: { scenarios, requests } } = TINY_RESULT_SET;
    const file = join(folder, "secret", "x.yaml");
    const [plan] = scenarios;
    const set = withManifest({
      command: `deno task sim run ${file}`,
      requests: [{ ...requests[0], files: [file] }],
      scenarios: [{
        ...plan,
        provenance: [{ ...plan.provenance[0], file }],
        changes: [{ path: "a", from: "b", to: "c", grade: "", source: "", file, clauses: [] }],
      }],
    });
    writeLogged(join(folder, "r"), LOG_ROWS, set);
    const out = join(folder, "out");
    await exportFolder(join(folder, "r"), { ...ALL, out });
    for (const name of namesIn(out)) {
      const bytes = await Deno.readFile(join(out, name));
      const text = name.endsWith(".xlsx") ? await unpacked(bytes) : decode(bytes);
      assert(!text.includes("secret"), name);
      assert(!text.includes(folder), name);
    }
  });
});

const decode = (bytes: Uint8Array): string => new TextDecoder("latin1").decode(bytes);

/** Text of all cells of a workbook. */
async function unpacked(bytes: Uint8Array): Promise<string> {
  const { readXlsx } = await import("hucre/xlsx");
  return (await readXlsx(bytes)).sheets.map(({ rows }) => rows.flat().join("\n")).join("\n");
}

Deno.test("exportFolder() refuses a folder without what a format needs", async () => {
  await inOwnFolder(async (folder) => {
    writeResultFolder(TINY_RESULT_SET, join(folder, "r"));
    const out = join(folder, "out");
    assertEquals(
      await refusal(folder, { formats: ["parquet", "xes"], out }),
      'Cannot export "T/r" as xes as it must hold an event log: there is no ' +
        "events_<scenario>.csv, which a run with --log makes",
    );
    await Deno.remove(join(folder, "r", "comparison.csv"));
    assertEquals(
      await refusal(folder, { formats: ["geojson"], out }),
      'Cannot export "T/r" as geojson as it must hold comparison.csv: there is none',
    );
    assertEquals(namesIn(folder), ["r"]);
  });
});

Deno.test("exportFolder() refuses a folder that holds no results", async () => {
  await inOwnFolder(async (folder) => {
    const options = { formats: ["excel"], out: join(folder, "out") } as const;
    assertEquals(
      await refusal(folder, options, Error),
      'Cannot read result folder "T/r" as it must hold a manifest.json: there is none',
    );
  });
});

Deno.test("exportFolder() refuses to write into the result folder, by whatever way", async () => {
  await inOwnFolder(async (folder) => {
    writeResultFolder(TINY_RESULT_SET, join(folder, "r"));
    await Deno.symlink(join(folder, "r"), join(folder, "link"));
    const before = namesIn(join(folder, "r"));
    for (const out of ["r", "r/maps/deep", "link/maps", "x/../r/y"]) {
      const said = await refusal(folder, { formats: ["geojson"], out: `${folder}/${out}` });
      assertEquals(
        said,
        `Cannot export to "T/${out}" as it must lie outside the result folder, which runs ` +
          'replace: current result folder is "T/r"',
      );
    }
    assertEquals(namesIn(join(folder, "r")), before);
    for (const out of ["..r", "r2"]) {
      await exportFolder(`${folder}/r`, { formats: ["geojson"], out: `${folder}/${out}` });
    }
  });
});

Deno.test("exportFolder() replaces files only when asked to, and no folder ever", async () => {
  await inOwnFolder(async (folder) => {
    writeResultFolder(TINY_RESULT_SET, join(folder, "r"));
    const out = join(folder, "out");
    const options = { formats: ["geojson"], out } as const;
    await Deno.mkdir(out);
    await Deno.writeTextFile(join(out, "grids_plan.geojson"), "mine");
    await Deno.writeTextFile(join(out, "notes.txt"), "mine too");
    const said = 'Cannot export to "T/out" as files are replaced only when asked to: already ' +
      'there is "grids_plan.geojson"';
    assertEquals(await refusal(folder, options), said);
    assertEquals(await Deno.readTextFile(join(out, "grids_plan.geojson")), "mine");
    await exportFolder(join(folder, "r"), { ...options, replace: true });
    assert((await Deno.readTextFile(join(out, "grids_plan.geojson"))).startsWith("{"));
    assertEquals(await Deno.readTextFile(join(out, "notes.txt")), "mine too");
    await Deno.remove(join(out, "grids_plan.geojson"));
    await Deno.mkdir(join(out, "grids_plan.geojson"));
    assertEquals(
      await refusal(folder, { ...options, replace: true }),
      'Cannot export to "T/out" as only files are replaced, no folder and no link: already there ' +
        'is "grids_plan.geojson"',
    );
    assertEquals(
      await refusal(folder, { ...options, out: join(out, "notes.txt") }),
      'Cannot export to "T/out/notes.txt" as it must be a folder: current path is a file',
    );
  });
});

// Planted: files given their names one by one as they are made: red.
Deno.test("exportFolder() leaves nothing when a row deep in a log is damaged", async () => {
  await inOwnFolder(async (folder) => {
    writeLogged(join(folder, "r"), [...LOG_ROWS, "0,g1-7,red,step,teleported,1600,,,,g1,,0"]);
    const out = join(folder, "deep", "out");
    for (const format of ["parquet", "xes", "ocel"] as const) {
      const said = await refusal(folder, { formats: ["excel", format], out }, SyntaxError);
      assertEquals(
        said,
        'Cannot read "T/r/events_plan.csv" as column "event" must hold a word of the event log: ' +
          'current line 12 holds "teleported"; nearest is "accepted"',
      );
      assertEquals(namesIn(folder), ["r"]);
    }
  });
});

Deno.test("exportFolder() stops when told to and leaves what was there", async () => {
  await inOwnFolder(async (folder) => {
    writeLogged(join(folder, "r"));
    const out = join(folder, "out");
    await Deno.mkdir(out);
    await Deno.writeTextFile(join(out, "results.xlsx"), "mine");
    const stop = new AbortController();
    const why = new Error("enough");
    const done = exportFolder(join(folder, "r"), {
      ...ALL,
      out,
      replace: true,
      signal: stop.signal,
      onProgress: (share) => share > 0.5 && stop.abort(why),
    });
    assertEquals(await assertRejects(() => done), why);
    assertEquals(namesIn(out), ["results.xlsx"]);
    assertEquals(await Deno.readTextFile(join(out, "results.xlsx")), "mine");
  });
});

Deno.test("exportFolder() clears what a killed export left a day ago, and nothing younger", async () => {
  await inOwnFolder(async (folder) => {
    writeResultFolder(TINY_RESULT_SET, join(folder, "r"));
    const out = join(folder, "out");
    const [old, young] = ["old", "young"].map((name) => join(out, `.gridcare-export-${name}`));
    for (const path of [old, young]) await Deno.mkdir(path, { recursive: true });
    const past = new Date(Date.now() - 2 * 86_400_000);
    await Deno.utime(old, past, past);
    await exportFolder(join(folder, "r"), { formats: ["geojson"], out });
    assertEquals(namesIn(out), [
      ".gridcare-export-young",
      "grids_no_tiers.geojson",
      "grids_plan.geojson",
    ]);
  });
});

Deno.test("exportFolder() says when the disk refuses, and leaves nothing", async () => {
  await inOwnFolder(async (folder) => {
    writeResultFolder(TINY_RESULT_SET, join(folder, "r"));
    await Deno.writeTextFile(join(folder, "file"), "no folder");
    const out = join(folder, "file", "deep");
    const said = await refusal(folder, { formats: ["geojson"], out }, Error);
    assert(/^Cannot write "T\/file\/deep": .+; nothing was exported$/.test(said), said);
    assertEquals(namesIn(folder), ["file", "r"]);
  });
});

for (const name of ["../x", "a/b", "a\\b", ""]) {
  Deno.test(`exportFolder() makes no file of the scenario "${name}"`, async () => {
    await inOwnFolder(async (folder) => {
      const [plan] = TINY_RESULT_SET.manifest.scenarios;
      writeResultFolder(withManifest({ scenarios: [{ ...plan, name }] }), join(folder, "r"));
      const options = (format: typeof EXPORT_FORMATS[number]) => (
        { formats: [format], out: join(folder, "out") }
      );
      assert(
        (await refusal(folder, options("geojson"), SyntaxError)).startsWith(
          "Cannot export as the name of a scenario must be part of a file's name: current name is",
        ),
      );
      for (const format of ["xes", "ocel"] as const) {
        assert((await refusal(folder, options(format))).includes("must hold an event log"));
      }
      await exportFolder(join(folder, "r"), { ...options("excel"), formats: ["parquet", "excel"] });
    });
  });
}
