import { assert, assertEquals } from "@std/assert";
import { ResultStore } from "../../../../sim/experiment/store/mod.ts";
import { child } from "./_process.ts";
import { keyOf, lehmer, recordOf, SMALL } from "./_records.ts";

const KILLS = 5;
const MIDDLING = { ...SMALL, dead: 5000 };

async function withFolder(work: (path: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await work(`${folder}/runs.store`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Starts a writer, kills it so long after its first record, and gives what it said it had kept. */
async function killed(path: string, from: number, milliseconds: number): Promise<number[]> {
  const process = child(["-A"], "write", path, "p", String(from), String(from + 100_000)).spawn();
  const errors = new Response(process.stderr).text();
  const decoder = new TextDecoder();
  let text = "";
  let killing: Promise<void> | undefined;
  for await (const chunk of process.stdout) {
    text += decoder.decode(chunk);
    killing ??= new Promise((done) => setTimeout(done, milliseconds)).then(() =>
      process.kill("SIGKILL")
    );
  }
  await killing;
  const { signal } = await process.status;
  assertEquals([signal, await errors], ["SIGKILL", ""]);
  return text.split("\n").slice(0, -1).map(Number);
}

/** How many records a torn store keeps: the first ones, all sound. */
function keptIn(path: string): number {
  using store = ResultStore.open(path);
  assertEquals(store.check(), []);
  const kept = store.replicationsOf(keyOf(0));
  assertEquals(kept, kept.map((_, i) => i));
  for (const i of kept) assertEquals(store.read(keyOf(i)), recordOf(i, MIDDLING));
  return kept.length;
}

// Planted: the number said before the record is written: red.
Deno.test("ResultStore keeps what it has acknowledged when the process is killed at any instant", async () => {
  await withFolder(async (path) => {
    const draw = lehmer(5);
    let next = 0;
    for (let kill = 0; kill < KILLS; kill++) {
      const said = await killed(path, next, 1 + 250 * draw());
      using store = ResultStore.open(path);
      assertEquals(store.check(), []);
      const kept = store.replicationsOf(keyOf(0, "p"));
      assert(said.length > 0 && said[0] === next, `first said was ${said[0]}, expected ${next}`);
      next += said.length;
      assertEquals(said.at(-1), next - 1);
      // The last record may be on the disk and not yet acknowledged.
      assert(kept.length === next || kept.length === next + 1, `${kept.length} kept, ${next} said`);
      for (const i of said) assertEquals(store.read(keyOf(i, "p")), recordOf(i));
      next = kept.length;
    }
  });
});

// Planted: a journal in memory: red. What a power cut leaves of the log is any beginning of it, or
// bytes that never reached the disk.
Deno.test("ResultStore keeps whole records when its log is cut at any byte", async () => {
  await withFolder((path) => {
    const draw = lehmer(7);
    const count = 12;
    using store = ResultStore.open(path);
    for (let i = 0; i < count; i++) store.write(keyOf(i), recordOf(i, MIDDLING));
    const log = Deno.readFileSync(`${path}-wal`);
    let before = 0;
    const cuts = Array.from({ length: 30 }, () => Math.floor(draw() * log.length)).sort((a, b) =>
      a - b
    );
    for (const cut of [...cuts, log.length]) {
      const torn = log.slice();
      // Half of the cuts leave zeros where the rest was to be.
      if (cut % 2 === 0) torn.fill(0, cut);
      Deno.copyFileSync(path, `${path}.torn`);
      Deno.writeFileSync(`${path}.torn-wal`, cut % 2 === 0 ? torn : log.subarray(0, cut));
      const kept = keptIn(`${path}.torn`);
      assert(kept >= before, `${kept} kept after ${before}`);
      before = kept;
    }
    assertEquals(before, count);
    return Promise.resolve();
  });
});

Deno.test("ResultStore takes records of two processes at once, from the making of the file on", async () => {
  await withFolder(async (path) => {
    const [FIRST, SHARED, LAST] = [0, 15, 40];
    const outputs = await Promise.all([
      child(["-A"], "write", path, "p", `${FIRST}`, `${SHARED + 10}`).output(),
      child(["-A"], "write", path, "p", `${SHARED}`, `${LAST}`).output(),
      child(["-A"], "write", path, "q", `${FIRST}`, `${SHARED}`).output(),
    ]);
    for (const { code, stderr } of outputs) {
      assertEquals([code, new TextDecoder().decode(stderr)], [0, ""]);
    }
    using store = ResultStore.open(path);
    assertEquals(store.check(), []);
    const counts = store.contents().map(({ program, replications }) => [program, replications]);
    assertEquals(counts, [["p", LAST], ["q", SHARED]]);
    for (let i = 0; i < LAST; i++) assertEquals(store.read(keyOf(i, "p")), recordOf(i));
  });
});
