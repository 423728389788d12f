import { assertEquals, assertThrows } from "@std/assert";
import { join } from "@std/path";
import {
  manifestToJson,
  parseManifest,
  readResultFolder,
  TINY_RESULT_SET,
  writeResultFolder,
} from "../../../../sim/report/tables/mod.ts";
import { syntheticResultSet } from "../../../support/result_set.ts";

function inTemporaryFolder(test: (folder: string) => void): void {
  const folder = Deno.makeTempDirSync({ prefix: "gridcare-" });
  try {
    test(folder);
  } finally {
    Deno.removeSync(folder, { recursive: true });
  }
}

function namesIn(folder: string): string[] {
  return [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
}

Deno.test("writeResultFolder() writes what readResultFolder() reads, and nothing beside it", () => {
  inTemporaryFolder((folder) => {
    const set = syntheticResultSet();
    const target = join(folder, "deep", "result");
    writeResultFolder(set, target, { extra: { "report.html": "page" } });
    assertEquals(readResultFolder(target), set);
    assertEquals(namesIn(target), [
      "comparison.csv",
      "manifest.json",
      "measures.csv",
      "report.html",
      "series.csv",
    ]);
    assertEquals(namesIn(join(folder, "deep")), ["result"]);
  });
});

Deno.test("writeResultFolder() replaces a result folder whole, with no file of the old one", () => {
  inTemporaryFolder((folder) => {
    const target = join(folder, "result");
    writeResultFolder(syntheticResultSet(), target, { extra: { "old.txt": "old" } });
    Deno.mkdirSync(join(folder, ".result.gridcare-partial"));
    writeResultFolder(TINY_RESULT_SET, target);
    assertEquals(readResultFolder(target), TINY_RESULT_SET);
    assertEquals(namesIn(target).includes("old.txt"), false);
    assertEquals(namesIn(folder), ["result"]);
  });
});

Deno.test("writeResultFolder() refuses a folder that is not a result, and leaves it alone", () => {
  inTemporaryFolder((folder) => {
    const target = join(folder, "thesis");
    Deno.mkdirSync(target);
    Deno.writeTextFileSync(join(target, "manifest.json"), '{"name": "another program"}');
    assertThrows(
      () => writeResultFolder(TINY_RESULT_SET, target),
      Error,
      "as only an empty or a result folder is replaced: current folder holds 1 entries",
    );
    assertEquals(namesIn(target), ["manifest.json"]);
    const file = join(folder, "file");
    Deno.writeTextFileSync(file, "text");
    assertThrows(() => writeResultFolder(TINY_RESULT_SET, file), Error, "as it must be a folder");
  });
});

Deno.test("writeResultFolder() keeps the old results when writing fails, and leaves no half", () => {
  inTemporaryFolder((folder) => {
    const target = join(folder, "result");
    writeResultFolder(TINY_RESULT_SET, target);
    assertThrows(() =>
      writeResultFolder(syntheticResultSet(), target, { extra: { "no/such/folder": "" } })
    );
    assertEquals(readResultFolder(target), TINY_RESULT_SET);
    assertEquals(namesIn(folder), ["result"]);
  });
});

Deno.test("readResultFolder() names the files that are missing", () => {
  inTemporaryFolder((folder) => {
    writeResultFolder(TINY_RESULT_SET, join(folder, "result"));
    Deno.removeSync(join(folder, "result", "series.csv"));
    assertThrows(
      () => readResultFolder(join(folder, "result")),
      Error,
      "missing are series.csv",
    );
  });
});

Deno.test("parseManifest() reports all faults at once, with path and value", () => {
  const text = manifestToJson(TINY_RESULT_SET.manifest)
    .replace('"replications": 2', '"replications": "two"')
    .replace('"zh": "计划"', '"zh": 5');
  assertThrows(
    () => parseManifest(text, "m.json"),
    SyntaxError,
    'Cannot read "m.json" as a manifest of results: 2 issues\n' +
      '  replications: Expected a number, found "two"\n' +
      "  scenarios[0].title.zh: Expected a text, found 5",
  );
  assertThrows(() => parseManifest("{", "m.json"), SyntaxError, 'Cannot read "m.json" as JSON');
});
