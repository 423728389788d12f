import { assertEquals, assertThrows } from "@std/assert";
import { join } from "@std/path";
import {
  checkResultFolder,
  plainResultSet,
  readResultFolder,
  TINY_RESULT_SET,
  writeResultFolder,
} from "../../../../sim/report/tables/mod.ts";
import { inTemporaryFolder, namesIn } from "../../../support/temporary_folder.ts";

/** That neither the check nor a write takes the folder, and that a write leaves it as it was. */
function assertRefused(target: string, why: string): void {
  const message = `Cannot write results to "${target}" as ${why}`;
  assertEquals(assertThrows(() => checkResultFolder(target), Error).message, message);
  const write = (): void => writeResultFolder(TINY_RESULT_SET, target);
  assertEquals(assertThrows(write, Error).message, message);
}

Deno.test("checkResultFolder() passes nothing, an empty folder and results of any version", () => {
  inTemporaryFolder((folder) => {
    checkResultFolder(join(folder, "none", "yet"));
    checkResultFolder(folder);
    Deno.writeTextFileSync(join(folder, "manifest.json"), '{"format": "gridcare-result-1"}');
    checkResultFolder(folder);
  });
});

Deno.test("checkResultFolder() refuses a folder that is not a result, which is left alone", () => {
  inTemporaryFolder((folder) => {
    const target = join(folder, "thesis");
    Deno.mkdirSync(target);
    const why = "only an empty or a result folder is replaced: current folder holds 1 entries, " +
      "no manifest of results among them";
    for (const text of ['{"name": "another program"}', "{", '{"format": "gridcare-result-x"}']) {
      Deno.writeTextFileSync(join(target, "manifest.json"), text);
      assertRefused(target, why);
    }
    assertEquals(namesIn(target), ["manifest.json"]);
    Deno.removeSync(join(target, "manifest.json"));
    Deno.mkdirSync(join(target, "manifest.json"));
    assertRefused(target, why);
    const file = join(folder, "file");
    Deno.writeTextFileSync(file, "text");
    assertRefused(file, "it must be a folder: current path is a file or link");
  });
});

// Planted fault seen: the manifest alone looked at: the notes and the store are gone.
Deno.test("checkResultFolder() refuses results with files of others among them, naming the first", () => {
  inTemporaryFolder((folder) => {
    const target = join(folder, "result");
    writeResultFolder(TINY_RESULT_SET, target);
    const rule = "all that is in a result folder is replaced, and other files would be lost: " +
      "current folder also holds ";
    Deno.writeTextFileSync(join(target, "store.sqlite"), "store");
    assertRefused(target, `${rule}"store.sqlite"`);
    Deno.writeTextFileSync(join(target, "notes.txt"), "notes");
    Deno.mkdirSync(join(target, ".git"));
    Deno.writeTextFileSync(join(target, "report.html.bak"), "old");
    assertRefused(target, `${rule}".git", "notes.txt", "report.html.bak" and 1 more`);
    assertEquals(Deno.readTextFileSync(join(target, "notes.txt")), "notes");
    assertEquals(plainResultSet(readResultFolder(target)), TINY_RESULT_SET);
    assertEquals(namesIn(folder), ["result"]);
  });
});

Deno.test("checkResultFolder() refuses folders and links with the names of tables", () => {
  inTemporaryFolder((folder) => {
    Deno.writeTextFileSync(join(folder, "manifest.json"), '{"format": "gridcare-result-2"}');
    Deno.mkdirSync(join(folder, "pairs.csv"));
    Deno.symlinkSync("elsewhere", join(folder, "report.html"));
    assertThrows(() => checkResultFolder(folder), Error, 'also holds "pairs.csv", "report.html"');
  });
});

Deno.test("checkResultFolder() passes all that the program leaves in a result folder", () => {
  inTemporaryFolder((folder) => {
    writeResultFolder(TINY_RESULT_SET, folder);
    for (
      const name of [
        "report.html",
        "method.md",
        "method.zh.md",
        "CITATION.cff",
        "events_plan.csv",
        "events_计划.csv.part",
        ".DS_Store",
      ]
    ) Deno.writeTextFileSync(join(folder, name), "text");
    checkResultFolder(folder);
    // Further files of before are refused unless they are written again.
    const extra = { "notes.txt": "notes" };
    writeResultFolder(TINY_RESULT_SET, folder, { extra });
    writeResultFolder(TINY_RESULT_SET, folder, { extra });
    checkResultFolder(folder, ["notes.txt"]);
    assertRefused(
      folder,
      "all that is in a result folder is replaced, and other files would be lost: " +
        'current folder also holds "notes.txt"',
    );
  });
});

Deno.test("writeResultFolder() refuses notes that were put into the folder while it wrote", () => {
  inTemporaryFolder((folder) => {
    const target = join(folder, "result");
    writeResultFolder(TINY_RESULT_SET, target);
    const measures = {
      *[Symbol.iterator]() {
        yield* TINY_RESULT_SET.measures;
        Deno.writeTextFileSync(join(target, "notes.txt"), "notes");
      },
    };
    assertThrows(
      () => writeResultFolder({ ...TINY_RESULT_SET, measures }, target),
      Error,
      'current folder also holds "notes.txt"',
    );
    assertEquals(Deno.readTextFileSync(join(target, "notes.txt")), "notes");
    assertEquals(namesIn(folder), ["result"]);
  });
});
