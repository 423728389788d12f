import { assert, assertEquals, assertThrows } from "@std/assert";
import { DatabaseSync } from "node:sqlite";
import { PARTS, proofOptionsOf, USAGE } from "../../proof/_options.ts";
import { differingFiles, resultFiles } from "../../support/result_files.ts";
import { cutLog, logFrames, LogWatch } from "../../support/write_ahead_log.ts";

Deno.test("proofOptionsOf() reads what is to be proved", () => {
  assertEquals(proofOptionsOf([]), { instants: 20, replications: 40, seed: "1", parts: PARTS });
  assertEquals(proofOptionsOf(["--instants", "3", "--seed", "x", "--only", "cut"]), {
    instants: 3,
    replications: 40,
    seed: "x",
    parts: ["cut"],
  });
});

Deno.test("proofOptionsOf() refuses what it does not know and names the nearest", () => {
  for (
    const [args, message] of [
      [["--instant", "3"], "Cannot prove: Unknown option '--instant'; nearest is \"--instants\""],
      [
        ["--only", "all"],
        'Cannot prove as --only must be one of kill, cut, full: current part is "all"',
      ],
      [
        ["--instants", "0"],
        'Cannot prove as --instants must be a whole number from 1 to 9999: current value is "0"',
      ],
    ] as const
  ) assertThrows(() => proofOptionsOf(args), RangeError, message);
});

Deno.test("the proof says how it is called", async () => {
  const { code, stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "--no-prompt", "--allow-read", "--allow-env", "tests/proof/kill.ts", "--help"],
  }).output();
  assertEquals([code, new TextDecoder().decode(stdout)], [0, `${USAGE}\n`]);
});

/** Rows of a database whose log is the one given. */
function rowsWith(file: string, log: Uint8Array): number {
  const copy = `${file}.copy`;
  Deno.copyFileSync(file, copy);
  Deno.writeFileSync(`${copy}-wal`, log);
  const database = new DatabaseSync(copy);
  const { n } = database.prepare("SELECT count(*) AS n FROM t").get() as { n: number };
  database.close();
  Deno.removeSync(copy);
  return n;
}

Deno.test("logFrames() finds where transactions end, cutLog() what SQLite then still reads", () => {
  const folder = Deno.makeTempDirSync();
  const file = `${folder}/x.sqlite`;
  const database = new DatabaseSync(file);
  database.exec("PRAGMA journal_mode = WAL; CREATE TABLE t (x)");
  database.exec("PRAGMA wal_checkpoint(TRUNCATE)");
  const ends = [1, 2, 3].map((x) => {
    database.exec(`INSERT INTO t VALUES (${x})`);
    return logFrames(Deno.readFileSync(`${file}-wal`));
  });
  assertEquals(ends.map(({ frames, committed, beforeLast }) => [frames, committed, beforeLast]), [
    [1, 1, 0],
    [2, 2, 1],
    [3, 3, 2],
  ]);
  const log = Deno.readFileSync(`${file}-wal`);
  assertEquals(log.length, 32 + 3 * ends[2].frameBytes);
  assertEquals(rowsWith(file, log), 3);
  const torn = cutLog(log, { frames: 2, keep: ends[2].frameBytes - 1 });
  assertEquals([logFrames(torn).frames, logFrames(torn).committed], [3, 2]);
  assertEquals(rowsWith(file, torn), 2);
  assertEquals(rowsWith(file, cutLog(log, { frames: 1, keep: 0 })), 1);
  assertEquals(logFrames(new Uint8Array(0)).committed, 0);
  database.close();
  Deno.removeSync(folder, { recursive: true });
});

Deno.test("LogWatch counts commits of a log, and of the one begun after it", () => {
  const folder = Deno.makeTempDirSync();
  const file = `${folder}/x.sqlite`;
  const watch = new LogWatch(file);
  watch.look();
  const database = new DatabaseSync(file);
  database.exec("PRAGMA journal_mode = WAL; CREATE TABLE t (x)");
  watch.look();
  const before = watch.commits;
  const counts = [1, 2, 3, 4].map((x) => {
    if (x === 3) database.exec("PRAGMA wal_checkpoint(RESTART)");
    database.exec(`INSERT INTO t VALUES (${x})`);
    watch.look();
    return watch.commits - before;
  });
  assertEquals(counts, [1, 2, 3, 4]);
  database.close();
  Deno.removeSync(folder, { recursive: true });
});

Deno.test("differingFiles() names what differs, and of a manifest all but its clock", () => {
  const folder = Deno.makeTempDirSync();
  const write = (name: string, files: Readonly<Record<string, string>>) => {
    Deno.mkdirSync(`${folder}/${name}`);
    for (const [file, text] of Object.entries(files)) {
      Deno.writeTextFileSync(`${folder}/${name}/${file}`, text);
    }
    return resultFiles(`${folder}/${name}`);
  };
  const one = write("one", { "manifest.json": '{"seed":"1","clock":1}', "a.csv": "1\n", "b": "" });
  const same = write("same", {
    "manifest.json": '{"seed":"1","clock":2}',
    "a.csv": "1\n",
    "b": "",
  });
  const other = write("other", { "manifest.json": '{"seed":"2","clock":1}', "a.csv": "2\n" });
  assertEquals(differingFiles(one, same), []);
  assertEquals(differingFiles(one, other), ["a.csv", "b", "manifest.json"]);
  assert(one.size === 3);
  Deno.removeSync(folder, { recursive: true });
});
