import { assert, assertEquals, assertThrows } from "@std/assert";
import { DatabaseSync } from "node:sqlite";
import { ResultStore, StoreError } from "../../../../sim/experiment/store/mod.ts";
import type { OpenOptions } from "../../../../sim/experiment/store/mod.ts";
import { tryIn } from "./_process.ts";
import { keyOf, recordOf, SMALL } from "./_records.ts";

const NAMED = 'replication 1 of scenario "5f2c" with seed "1", program "0.2.0 3fa2 deno"';

function withFolder(work: (path: string, folder: string) => void): void {
  const folder = Deno.makeTempDirSync();
  try {
    work(`${folder}/runs.store`, folder);
  } finally {
    Deno.chmodSync(folder, 0o700);
    Deno.removeSync(folder, { recursive: true });
  }
}

/** A store with replications from 0. */
function fill(path: string, count: number, size = SMALL): void {
  using store = ResultStore.open(path);
  for (let i = 0; i < count; i++) store.write(keyOf(i), recordOf(i, size));
}

/** Fault and message of what work throws, the path of the store left out. */
function said(path: string, work: () => void): string {
  const error = assertThrows(work, StoreError);
  assertEquals([error.name, error.path], ["StoreError", path]);
  return `${error.fault}: ${error.message.replaceAll(path, "PATH")}`;
}

const opening = (path: string, options?: OpenOptions) =>
  said(path, () => ResultStore.open(path, options).close());

// Planted: no look at the size: red, the file of one byte was written over.
Deno.test("ResultStore.open() refuses a file that is no SQLite database, and leaves it as it is", () => {
  withFolder((path) => {
    const found = {
      "x": "has 1 bytes, fewer than any store",
      ["notes\n".repeat(60)]: "is something else (file is not a database)",
    };
    for (const [text, what] of Object.entries(found)) {
      Deno.writeTextFileSync(path, text);
      assertEquals(
        opening(path),
        'foreign: Cannot open store "PATH" as it must be a store of results: ' +
          `current file ${what}; name another store file`,
      );
      assertEquals(Deno.readTextFileSync(path), text);
    }
  });
});

Deno.test("ResultStore.open() refuses a database of something else, and leaves it as it is", () => {
  withFolder((path) => {
    using database = new DatabaseSync(path);
    database.exec("CREATE TABLE replication (id)");
    database.close();
    const before = Deno.readFileSync(path);
    assertEquals(
      opening(path),
      'foreign: Cannot open store "PATH" as it must be a store of results: ' +
        "current file is another SQLite database; name another store file",
    );
    assertEquals(Deno.readFileSync(path), before);
  });
});

Deno.test("ResultStore.open() refuses stores of an older and a newer schema", () => {
  withFolder((path) => {
    fill(path, 1);
    for (const [version, whose] of [[0, "an older"], [2, "a newer"]] as const) {
      using database = new DatabaseSync(path);
      database.exec(`PRAGMA user_version = ${version}`);
      database.close();
      assertEquals(
        opening(path),
        `version: Cannot open store "PATH" as its schema must be version 1: current version is ` +
          `${version}, of ${whose} program; name another store file`,
      );
    }
  });
});

Deno.test("ResultStore.open() to read refuses a file that is not there or empty", () => {
  withFolder((path, folder) => {
    const absent =
      'absent: Cannot open store "PATH" as its file must be there, or its folder, to ' +
      "make it in: current path cannot be opened (unable to open database file: PATH)";
    assertEquals(opening(path, { readOnly: true }), absent);
    assertEquals(opening(`${folder}/none/runs.store`), absent);
    assertEquals(opening(folder), absent);
    Deno.writeTextFileSync(path, "");
    assertEquals(
      opening(path, { readOnly: true }),
      'foreign: Cannot open store "PATH" as it must be a store of results: current file is empty; ' +
        "name another store file",
    );
  });
});

Deno.test("ResultStore.open() refuses a store that was cut short", () => {
  withFolder((path) => {
    fill(path, 2, { ...SMALL, dead: 9000 });
    const whole = Deno.readFileSync(path);
    for (const length of [whole.length - 5000, Math.floor(whole.length / 2), 4096, 600]) {
      Deno.writeFileSync(path, whole.subarray(0, length));
      for (const readOnly of [false, true]) {
        assertEquals(
          opening(path, { readOnly }),
          'damaged: Cannot open store "PATH" as its file must be whole: current file is damaged ' +
            "(database disk image is malformed); put back a copy of it, or name another store file",
          `${length} bytes`,
        );
      }
    }
  });
});

// Planted: the digest not compared in read(): red, the changed number came back as sound.
Deno.test("ResultStore.read() refuses a record that was changed on the disk; check() names all", () => {
  withFolder((path) => {
    fill(path, 4);
    using database = new DatabaseSync(path);
    const row = (n: number) => `UPDATE replication SET %s WHERE replication = ${n}`;
    const change = (n: number, what: string) => database.exec(row(n).replace("%s", what));
    database.exec("PRAGMA foreign_keys = OFF");
    // As sound as any to SQLite: the dead of another replication, nonsense, a lost layout.
    change(1, "died = (SELECT died FROM replication WHERE replication = 0)");
    change(2, "numbers = x'0308ff00'");
    database.exec("INSERT INTO layout SELECT x'00', text FROM layout");
    change(3, "layout = x'11'");
    database.close();

    using store = ResultStore.open(path);
    assertEquals(store.read(keyOf(0)), recordOf(0, SMALL));
    const short = (text: string) => text.replace(/\b[0-9a-f]{12}\b/g, "DIGEST");
    const all = "`deno task sim store --check` names all that are damaged";
    const start = `Cannot read ${NAMED} from store "PATH" as its digest must be DIGEST: current `;
    assertEquals(
      short(said(path, () => store.read(keyOf(1)))),
      `damaged: ${start}digest is DIGEST; ${all}`,
    );
    assertEquals(store.check().map((line) => short(line).replaceAll(path, "PATH")), [
      `${start}digest is DIGEST; ${all}`,
      `${start.replace("1", "2")}record cannot be unpacked (invalid block type); ${all}`,
      `${start.replace("1", "3")}layout is missing; ${all}`,
    ]);
    assertEquals(store.remove({ damaged: true }), 3);
    assertEquals([store.check(), store.replicationsOf(keyOf(0))], [[], [0]]);
    store.write(keyOf(1), recordOf(1, SMALL));
    assertEquals(store.read(keyOf(1)), recordOf(1, SMALL));
  });
});

Deno.test("ResultStore.check() goes on where pages of the file are broken", () => {
  withFolder((path) => {
    fill(path, 12, { ...SMALL, dead: 9000 });
    const bytes = Deno.readFileSync(path);
    bytes.fill(0xa5, bytes.length - 60_000, bytes.length - 40_000);
    Deno.writeFileSync(path, bytes);
    using store = ResultStore.open(path);
    const damages = store.check();
    const replications = Array.from({ length: 12 }, (_, i) => i);
    const sound = replications.filter((i) =>
      !damages.some((line) => line.includes(`replication ${i} `))
    );
    assert(damages.length > 0 && sound.length >= 6 && sound.length < 12, damages.join("\n"));
    for (const i of replications) {
      if (sound.includes(i)) {
        assertEquals(store.read(keyOf(i)), recordOf(i, { ...SMALL, dead: 9000 }));
      } else assertThrows(() => store.read(keyOf(i)), StoreError);
    }
  });
});

function raise(error: unknown): never {
  throw error;
}

/** Writes records until one is refused: how many were kept, and what was said. */
function writeUntilFull(path: string, store: ResultStore): { kept: number; refused: string } {
  for (let kept = 0;; kept++) {
    try {
      store.write(keyOf(kept), recordOf(kept));
    } catch (error) {
      return { kept, refused: said(path, () => raise(error)) };
    }
  }
}

Deno.test("ResultStore.write() on a full disk says so, and what was finished before is safe", () => {
  withFolder((path) => {
    const limited = ResultStore.open(path, { maxBytes: 700_000 });
    const { kept, refused } = writeUntilFull(path, limited);
    assert(kept >= 4 && kept <= 6, `full at ${kept}`);
    assertEquals(
      refused,
      `full: Cannot keep ${NAMED.replace("1", String(kept))} in store "PATH" as the disk must ` +
        "have room: current store cannot grow (database or disk is full); finished replications " +
        "are safe, and `--resume` goes on from them once there is room",
    );
    assertEquals(limited.check(), []);
    limited.close();
    using store = ResultStore.open(path);
    assertEquals(store.check(), []);
    assertEquals(store.replicationsOf(keyOf(0)), Array.from({ length: kept }, (_, i) => i));
    for (let i = 0; i <= kept; i++) {
      if (i === kept) store.write(keyOf(i), recordOf(i));
      assertEquals(store.read(keyOf(i)), recordOf(i));
    }
  });
});

Deno.test("ResultStore.open() and write() refuse what the program may not touch", () => {
  withFolder((path, folder) => {
    fill(path, 1);
    const denied = (what: string, flag: string) => ({
      fault: "permission",
      message:
        `Cannot open store "${path}" as the program must be allowed to: current permission ` +
        `is denied (Requires ${what} access to "${path}", run again with the --${flag} flag)`,
    });
    assertEquals(tryIn([], path), denied("read", "allow-read"));
    assertEquals(
      tryIn([`--allow-read=${folder}`, "--deny-write"], path),
      denied("write", "allow-write"),
    );
    const folderAlone = [`--allow-read=${folder}`, `--allow-write=${folder}`];
    const wrote = recordOf(1, SMALL).events;
    assertEquals(tryIn(folderAlone, path), { read: recordOf(0, SMALL).events, wrote });
    assertEquals(tryIn([], ":memory:"), { wrote });
  });
});

const nobody = Deno.uid() === 0 ? ["nobody"] : [];

Deno.test({
  name: "ResultStore.open() refuses a read-only file or folder, yet reads from it",
  ignore: Deno.build.os === "windows",
  fn: () =>
    withFolder((path, folder) => {
      fill(path, 1);
      const readOnly = (doing: string) => ({
        fault: "read-only",
        message:
          `Cannot ${doing} store "${path}" as its file and folder must be writable: current ` +
          "store is read-only (attempt to write a readonly database); name another store file",
      });
      const read = recordOf(0, SMALL).events;
      const asNobody = (options: string) => tryIn(["-A"], path, options, ...nobody);
      Deno.chmodSync(path, 0o444);
      for (const mode of [0o555, 0o777]) {
        Deno.chmodSync(folder, mode);
        assertEquals(asNobody("{}"), readOnly("open"));
        assertEquals(asNobody('{"readOnly":true}'), { read, ...readOnly(`keep ${NAMED} in`) });
      }
    }),
});

// Planted: the log not looked at: red, the store was read as it was before the last records.
Deno.test({
  name: "ResultStore.open() to read passes over no record in a log that it cannot take up",
  ignore: Deno.build.os === "windows",
  fn: () =>
    withFolder((path, folder) => {
      fill(path, 1);
      using store = ResultStore.open(path);
      store.write(keyOf(1), recordOf(1, SMALL));
      // What a killed process leaves on a disk that is then made read-only.
      const left = `${folder}/left`;
      Deno.mkdirSync(left);
      for (const end of ["", "-wal"]) Deno.copyFileSync(path + end, `${left}/runs.store${end}`);
      Deno.chmodSync(folder, 0o755);
      Deno.chmodSync(left, 0o555);
      const said = tryIn(["-A"], `${left}/runs.store`, '{"readOnly":true}', ...nobody);
      Deno.chmodSync(left, 0o755);
      const log = Deno.statSync(`${path}-wal`).size;
      assertEquals(said, {
        fault: "read-only",
        message: `Cannot open store "${left}/runs.store" as its folder must be writable while ` +
          `records are in its log: current log "${left}/runs.store-wal" has ${log} bytes; ` +
          "copy both files to a folder that is",
      });
    }),
});

Deno.test("ResultStore.write() waits for another process, and in the end says that it is locked", () => {
  withFolder((path) => {
    fill(path, 1);
    using other = new DatabaseSync(path);
    other.exec("BEGIN IMMEDIATE");
    const locked = (doing: string) =>
      `locked: Cannot ${doing} store "PATH" as no other process may hold it for more than 80 ms: ` +
      "current store is held (database is locked); let that process end first, or name another " +
      "store file";
    assertEquals(opening(path, { busyTimeout: 80 }), locked("open"));
    other.exec("ROLLBACK");
    using waiting = ResultStore.open(path, { busyTimeout: 80 });
    other.exec("BEGIN IMMEDIATE");
    assertEquals(
      said(path, () => waiting.write(keyOf(1), recordOf(1, SMALL))),
      locked(`keep ${NAMED} in`),
    );
    assertEquals(waiting.read(keyOf(0)), recordOf(0, SMALL));
    other.exec("COMMIT");
    waiting.write(keyOf(1), recordOf(1, SMALL));
    assertEquals(waiting.check(), []);
  });
});
