import { assertEquals, assertThrows } from "@std/assert";
import { join } from "@std/path";
import {
  readManifest,
  readResultFolder,
  TINY_RESULT_SET,
  writeResultFolder,
} from "../../../../sim/report/tables/mod.ts";
import { inTemporaryFolder } from "../../../support/temporary_folder.ts";

function inTinyFolder(test: (folder: string) => void): void {
  inTemporaryFolder((folder) => {
    writeResultFolder(TINY_RESULT_SET, folder);
    test(folder);
  });
}

Deno.test("readResultFolder() names the files that are missing", () => {
  inTinyFolder((folder) => {
    for (const name of ["series.csv", "bands.csv"]) Deno.removeSync(join(folder, name));
    assertThrows(
      () => readResultFolder(folder),
      Error,
      `Cannot read result folder "${folder}" as it must hold measures.csv, series.csv, bands.csv, ` +
        "comparison.csv: missing are series.csv, bands.csv",
    );
  });
});

Deno.test("readManifest() and readResultFolder() say that a folder has no manifest", () => {
  inTemporaryFolder((folder) => {
    const message =
      `Cannot read result folder "${folder}" as it must hold a manifest.json: there is none`;
    assertThrows(() => readResultFolder(folder), Error, message);
    assertThrows(() => readManifest(folder), Error, message);
  });
});

Deno.test("readManifest() gives what made the results", () => {
  inTinyFolder((folder) => assertEquals(readManifest(folder), TINY_RESULT_SET.manifest));
});

Deno.test("readResultFolder() says of a folder of an older version that it is one, before all else", () => {
  inTinyFolder((folder) => {
    const path = join(folder, "manifest.json");
    const text = Deno.readTextFileSync(path).replace("gridcare-result-2", "gridcare-result-1");
    Deno.writeTextFileSync(path, text);
    Deno.removeSync(join(folder, "bands.csv"));
    assertThrows(
      () => readResultFolder(folder),
      SyntaxError,
      `Cannot read "${path}" as its format must be "gridcare-result-2": current format is ` +
        '"gridcare-result-1", made by an older version; make the results again: example',
    );
  });
});

Deno.test("readResultFolder() reads measures, series and parameters when they are gone through", () => {
  inTinyFolder((folder) => {
    const set = readResultFolder(folder);
    for (const name of ["measures", "series", "parameters"] as const) {
      assertEquals([...set[name]], TINY_RESULT_SET[name]);
      Deno.writeTextFileSync(join(folder, `${name}.csv`), "damaged\r\n", { append: true });
      assertThrows(
        () => [...set[name]],
        SyntaxError,
        `Cannot read "${join(folder, `${name}.csv`)}"`,
      );
    }
  });
});

Deno.test("readResultFolder() checks at once the columns of all tables, and the rows of the small ones", () => {
  inTinyFolder((folder) => {
    const refuse = (name: string, change: (text: string) => string, message: string): void => {
      const path = join(folder, name);
      const text = Deno.readTextFileSync(path);
      Deno.writeTextFileSync(path, change(text));
      assertThrows(
        () => readResultFolder(folder),
        SyntaxError,
        `Cannot read "${path}" as ${message}`,
      );
      Deno.writeTextFileSync(path, text);
    };
    refuse("series.csv", (text) => text.replace("unit", "units"), "its columns must be scenario,");
    refuse("parameters.csv", () => "", "its columns must be scenario,set,path,unit,value");
    refuse("start.csv", (text) => `${text}icu\r\n`, "each row must have 6 cells");
    refuse(
      "exceedance.csv",
      (text) => text.replace("false", "no"),
      'column "or_at" must hold true',
    );
  });
});
