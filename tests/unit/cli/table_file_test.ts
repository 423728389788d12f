/** The file of a study's table: refused before the work, whole or not there after it. */
import { assertEquals, assertThrows } from "@std/assert";
import { join } from "@std/path";
import { InputError } from "../../../sim/cli/exit.ts";
import { checkTableFile, writeTableFile } from "../../../sim/cli/table_file.ts";
import { inOwnFolder } from "../../support/logged_folder.ts";
import { namesIn } from "../../support/temporary_folder.ts";

Deno.test("checkTableFile() refuses what is there, and a folder that is not", async () => {
  await inOwnFolder((folder) => {
    const out = join(folder, "a.csv");
    checkTableFile({});
    checkTableFile({ out });
    assertEquals(namesIn(folder), []);
    writeTableFile({ out }, "1");
    assertThrows(
      () => checkTableFile({ out }),
      InputError,
      'as files are replaced only when asked to (--replace): already there is "a.csv"',
    );
    writeTableFile({ out, replace: true }, "2");
    assertEquals(Deno.readTextFileSync(out), "2");
    assertThrows(
      () => checkTableFile({ out: folder, replace: true }),
      InputError,
      "as only files are replaced, no folder and no link",
    );
    assertThrows(
      () => checkTableFile({ out: join(folder, "none", "a.csv") }),
      InputError,
      "must be writable",
    );
    assertEquals(namesIn(folder), ["a.csv"]);
    return Promise.resolve();
  });
});
