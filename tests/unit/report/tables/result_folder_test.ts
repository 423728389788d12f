import { assert, assertEquals, assertThrows } from "@std/assert";
import { join } from "@std/path";
import {
  plainResultSet,
  readResultFolder,
  TINY_RESULT_SET,
  writeResultFolder,
} from "../../../../sim/report/tables/mod.ts";
import type { MeasureRow, ResultSet } from "../../../../sim/experiment/results/mod.ts";
import { syntheticResultSet } from "../../../support/result_set.ts";
import { inTemporaryFolder, namesIn } from "../../../support/temporary_folder.ts";

const HIDDEN = `.result.gridcare-partial-${Deno.pid}-0`;
const [ROW] = TINY_RESULT_SET.measures;

/** The folder that is being written. */
const partialIn = (folder: string): string => join(folder, HIDDEN, "new");

/** The tiny set with measures that a generator makes. */
function withMeasures(measures: () => Generator<MeasureRow>): ResultSet {
  return { ...TINY_RESULT_SET, measures: { [Symbol.iterator]: measures } };
}

/** That a write fails as it must, and that the tiny set of before stands there alone. */
function assertKeepsFormer(folder: string, write: (target: string) => void): Error {
  const target = join(folder, "result");
  writeResultFolder(TINY_RESULT_SET, target, { extra: { "report.html": "former" } });
  const error = assertThrows(() => write(target), Error);
  assertEquals(plainResultSet(readResultFolder(target)), TINY_RESULT_SET);
  assertEquals(Deno.readTextFileSync(join(target, "report.html")), "former");
  assertEquals(namesIn(folder), ["result"]);
  return error;
}

Deno.test("writeResultFolder() writes what readResultFolder() reads, and nothing beside it", () => {
  inTemporaryFolder((folder) => {
    const options = { uncertainty: "parameters", sequential: true, pairs: true } as const;
    const set = syntheticResultSet(options);
    const target = join(folder, "deep", "result");
    writeResultFolder(set, target, { extra: { "report.html": "page", "events.csv": ["a", "b"] } });
    assertEquals(plainResultSet(readResultFolder(target)), set);
    assertEquals(namesIn(target), [
      "bands.csv",
      "comparison.csv",
      "curves.csv",
      "events.csv",
      "exceedance.csv",
      "facility_days.csv",
      "flows.csv",
      "manifest.json",
      "measures.csv",
      "monitoring.csv",
      "pairs.csv",
      "parameters.csv",
      "precision.csv",
      "report.html",
      "restoration.csv",
      "series.csv",
      "start.csv",
    ]);
    assertEquals(Deno.readTextFileSync(join(target, "events.csv")), "ab");
    assertEquals(namesIn(join(folder, "deep")), ["result"]);
  });
});

Deno.test("writeResultFolder() leaves out tables that have no rows, and they are read as empty", () => {
  inTemporaryFolder((folder) => {
    const details = { facilityDays: [], curves: [], flows: [] };
    const older = { restoration: [], monitoring: [], ...details };
    const few = { pairs: [], exceedances: [], precision: [], parameters: new Set([]), start: [] };
    const none = { ...few, ...older };
    writeResultFolder({ ...TINY_RESULT_SET, ...none }, folder);
    const needed = ["bands.csv", "comparison.csv", "manifest.json", "measures.csv", "series.csv"];
    assertEquals(namesIn(folder), needed);
    const expected = { ...TINY_RESULT_SET, ...none, parameters: [] };
    assertEquals(plainResultSet(readResultFolder(folder)), expected);
  });
});

Deno.test("writeResultFolder() replaces a result folder whole, with no file of the old one", () => {
  inTemporaryFolder((folder) => {
    const target = join(folder, "result");
    writeResultFolder(syntheticResultSet(), target, { extra: { "method.md": "old" } });
    writeResultFolder(TINY_RESULT_SET, target);
    assertEquals(plainResultSet(readResultFolder(target)), TINY_RESULT_SET);
    assertEquals(namesIn(target).includes("method.md"), false);
    assertEquals(namesIn(folder), ["result"]);
  });
});

Deno.test("writeResultFolder() replaces the results of an older version, and those it is reading", () => {
  inTemporaryFolder((folder) => {
    Deno.writeTextFileSync(join(folder, "manifest.json"), '{"format": "gridcare-result-1"}');
    writeResultFolder(TINY_RESULT_SET, folder);
    writeResultFolder(readResultFolder(folder), folder, { extra: { "report.html": "page" } });
    assertEquals(plainResultSet(readResultFolder(folder)), TINY_RESULT_SET);
  });
});

Deno.test("writeResultFolder() refuses further files that are paths, hidden, or tables", () => {
  inTemporaryFolder((folder) => {
    const extra = { "a/b": "", ".hidden": "", "pairs.csv": "", "report.html": "" };
    const error = assertKeepsFormer(
      folder,
      (target) => writeResultFolder(TINY_RESULT_SET, target, { extra }),
    );
    assertEquals(
      error.message,
      "Cannot write further files of results as each must have a plain name that no table has: " +
        'current names are "a/b", ".hidden", "pairs.csv"',
    );
    assert(error instanceof RangeError);
  });
});

// Seen to turn red when `chunks` takes `[...rows]` first: the file then holds nothing until the end.
Deno.test("writeResultFolder() asks for rows while the file grows, and holds few of them", () => {
  inTemporaryFolder((folder) => {
    const length =
      new TextEncoder().encode("plan,0,bed_occupancy_peak,-,0.9,,,,general,,,\r\n").length;
    let looks = 0;
    const set = withMeasures(function* () {
      for (let at = 0; at < 200_000; at++) {
        yield ROW;
        if (at % 20_000 !== 19_999) continue;
        looks++;
        const waiting = at * length - Deno.statSync(join(partialIn(folder), "measures.csv")).size;
        assert(waiting < 200_000, `${waiting} bytes wait after row ${at}`);
      }
    });
    writeResultFolder(set, join(folder, "result"));
    assertEquals(looks, 10);
    let rows = 0;
    for (const _ of readResultFolder(join(folder, "result")).measures) rows++;
    assertEquals(rows, 200_000);
  });
});

// The disk is full for one file: its place in the hidden folder is taken by a link to /dev/full, on
// which the system lets no byte be written.
Deno.test({
  name: "writeResultFolder() keeps the old results when the disk is full, and names the file",
  ignore: Deno.build.os !== "linux",
  fn() {
    for (const name of ["series.csv", "measures.csv", "report.html"]) {
      inTemporaryFolder((folder) => {
        const fill = (): void => Deno.symlinkSync("/dev/full", join(partialIn(folder), name));
        const extra = {
          "notes.txt": {
            *[Symbol.iterator]() {
              fill();
              yield "notes";
            },
          },
          "report.html": "page",
        };
        const error = assertKeepsFormer(
          folder,
          (target) => writeResultFolder(syntheticResultSet(), target, { extra }),
        );
        assertEquals(
          error.message,
          `Cannot write "${
            join(folder, "result", name)
          }": No space left on device (os error 28); ` +
            "nothing was replaced",
        );
      });
    }
  },
});

Deno.test("writeResultFolder() keeps the old results when rows cannot be made, whose error it gives", () => {
  inTemporaryFolder((folder) => {
    const cause = new RangeError("Cannot read a replication");
    const set = withMeasures(function* () {
      yield ROW;
      throw cause;
    });
    assert(assertKeepsFormer(folder, (target) => writeResultFolder(set, target)) === cause);
  });
});

Deno.test("writeResultFolder() puts the old results back when the new ones cannot take their place", () => {
  inTemporaryFolder((folder) => {
    // The last table that has rows: the hidden folder goes when all is written.
    const parameters = {
      *[Symbol.iterator]() {
        yield* TINY_RESULT_SET.parameters;
        Deno.renameSync(partialIn(folder), join(folder, "elsewhere"));
      },
    };
    const details = { facilityDays: [], curves: [], flows: [] };
    const later = { start: [], restoration: [], monitoring: [], ...details };
    const set = { ...TINY_RESULT_SET, parameters, ...later };
    const error = assertKeepsFormer(folder, (target) => {
      try {
        writeResultFolder(set, target);
      } finally {
        Deno.removeSync(join(folder, "elsewhere"), { recursive: true });
      }
    });
    const start = `Cannot write "${join(folder, "result")}`;
    assert(error.message.startsWith(start) && error.message.endsWith("; nothing was replaced"));
  });
});
