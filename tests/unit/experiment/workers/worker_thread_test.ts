import { assert, assertEquals, assertRejects } from "@std/assert";
import { fromFileUrl } from "@std/path";
import type { ReplicationRecord } from "../../../../sim/experiment/results/mod.ts";
import { runTasks } from "../../../../sim/experiment/workers/mod.ts";
import type { PoolOptions, Replacement, Task } from "../../../../sim/experiment/workers/mod.ts";
import { loadScenario } from "../../../../sim/scenario/mod.ts";
import type { Scenario } from "../../../../sim/scenario/mod.ts";

const WHOLE = await loadScenario(
  fromFileUrl(new URL("../../../../scenarios/training.yaml", import.meta.url)),
);
/** A month of the training grid, for speed. */
const TRAINING = { ...WHOLE, window: { ...WHOLE.window, days: 30 } };
const TASKS = [0, 1, 2].map((replication): Task => ({
  id: 10 + replication,
  scenario: 0,
  replication,
  seed: "lost",
  set: null,
  log: false,
  weight: 1,
}));

/** A fault, as `tests/support/faulty_worker.ts` reads it; replication 1, once, when left out. */
interface Fault {
  readonly fault: string;
  readonly replication?: number;
  readonly times?: number;
}

const FAULTY = new URL("../../../support/faulty_worker.ts", import.meta.url);

/** The training grid, described in the way in which the faulty worker is asked for a fault. */
function described({ fault, replication = 1, times = 1 }: Fault, notes: string): Scenario {
  const asked = { fault, notes, replication: `${replication}`, times: `${times}` };
  return { ...TRAINING, description: { en: new URLSearchParams(asked).toString(), zh: "" } };
}

/** What a pool gave whose workers have a fault. */
interface Outcome {
  readonly records: Map<number, ReplicationRecord>;
  readonly replaced: Replacement[];
  /** Workers started [-]. */
  readonly started: number;
  /** What it was rejected with, or "". */
  readonly message: string;
}

async function outcomeOf(fault: Fault, options: Partial<PoolOptions> = {}): Promise<Outcome> {
  const notes = await Deno.makeTempDir();
  const records = new Map<number, ReplicationRecord>();
  const replaced: Replacement[] = [];
  let message = "";
  try {
    await runTasks([described(fault, notes)], TASKS, {
      workers: 2,
      worker: FAULTY,
      onReplaced: (replacement) => replaced.push(replacement),
      onDone: ({ replication }, { record }) => {
        records.set(replication, record);
        return "more";
      },
      ...options,
    });
  } catch (error) {
    message = (error as Error).message;
  }
  const left = await Array.fromAsync(Deno.readDir(notes));
  await Deno.remove(notes, { recursive: true });
  const started = left.filter(({ name }) => name.startsWith("start")).length;
  return { records: new Map([...records].sort(([a], [b]) => a - b)), replaced, started, message };
}

const UNDISTURBED = await outcomeOf({ fault: "none" });

Deno.test("runTasks() starts as many workers as it may, or as there are tasks", async () => {
  const { records, replaced, started, message } = UNDISTURBED;
  assertEquals([[...records.keys()], replaced, started, message], [[0, 1, 2], [], 2, ""]);
  assertEquals((await outcomeOf({ fault: "none" }, { workers: 9 })).started, 3);
});

// Planted: the lost task forgotten: red. Planted: its new worker without the scenarios: red.
for (
  const [fault, message] of [
    ["throw", "a planted fault"],
    ["close", "it ended with code 0"],
  ]
) {
  Deno.test(`runTasks() replaces a worker that crashes (${fault}) and gives the same records`, async () => {
    const { records, replaced, started } = await outcomeOf({ fault }, { workers: 1 });
    assertEquals(replaced, [{ task: TASKS[1], why: "crashed", message, attempt: 1 }]);
    assertEquals(records, UNDISTURBED.records);
    assertEquals(started, 2);
  });
}

Deno.test("runTasks() does not mind a worker that is lost after its last task", async () => {
  const { records, replaced } = await outcomeOf(
    { fault: "late exit", replication: 0 },
    { workers: 3 },
  );
  assertEquals(replaced, []);
  assertEquals(records, UNDISTURBED.records);
});

Deno.test("runTasks() rejects when attempts at a task are used up; what is finished was handed over", async () => {
  const { records, replaced, started, message } = await outcomeOf(
    { fault: "exit", times: 9, replication: 2 },
    { workers: 1 },
  );
  assertEquals(
    message,
    'Cannot finish replication 2 of scenario "training" with seed "lost" as a worker must come to ' +
      "its end within 3 attempts; replications that are finished are kept: attempt 1 crashed: it " +
      "ended with code 7; attempt 2 crashed: it ended with code 7; attempt 3 crashed: it ended " +
      "with code 7",
  );
  assertEquals(replaced.map(({ attempt }) => attempt), [1, 2]);
  assertEquals([[...records.keys()], started], [[0, 1], 3]);
});

Deno.test("runTasks() names the set of parameters when attempts at a task are used up", async () => {
  const worker = new URL("file:///nowhere/worker.ts");
  const tasks = [{ ...TASKS[0], set: 4 }];
  const work = () =>
    runTasks([TRAINING], tasks, { workers: 1, attempts: 1, worker, onDone: () => "more" });
  await assertRejects(
    work,
    Error,
    'replication 0 of scenario "training" with seed "lost", set 4 of its parameters as a worker ' +
      "must come to its end within 1 attempts",
  );
});

// Planted: silence counted without hearing first what came in meanwhile: red.
Deno.test("runTasks() does not take its own thread's being busy for a worker's silence", async () => {
  let calls = 0;
  const onShare = () => {
    if (++calls !== 50) return;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 8500);
  };
  const { records, replaced } = await outcomeOf({ fault: "none" }, { patience: 8, onShare });
  assertEquals(replaced, []);
  assertEquals(records, UNDISTURBED.records);
});

/** What a program says that runs on its own, with so large a heap [MB]. */
async function said(script: string, heap = 4000): Promise<string[]> {
  const url = (path: string) => JSON.stringify(new URL(path, import.meta.url).href);
  const head = `
    import { runTasks } from ${url("../../../../sim/experiment/workers/mod.ts")};
    import { loadScenario } from ${url("../../../../sim/scenario/mod.ts")};
    const whole = await loadScenario("scenarios/training.yaml");
    const training = { ...whole, window: { ...whole.window, days: 30 } };
    const described = (en) => [{ ...training, description: { en, zh: "" } }];
    const tasks = ${JSON.stringify(TASKS)};
    const onDone = () => "more";
    const worker = new URL(${JSON.stringify(FAULTY)});
  `;
  const { stdout, stderr, code } = await new Deno.Command(Deno.execPath(), {
    args: ["eval", "--no-lock", `--v8-flags=--max-old-space-size=${heap}`, head + script],
    cwd: fromFileUrl(new URL("../../../../", import.meta.url)),
    env: { NO_COLOR: "1" },
    signal: AbortSignal.timeout(30_000),
    stdout: "piped",
    stderr: "piped",
  }).output();
  const decoder = new TextDecoder();
  assertEquals(code, 0, decoder.decode(stderr));
  return decoder.decode(stdout).trim().split("\n");
}

// Planted: no lock in worker.ts: the thread that hangs goes on, 0.5 s of a processor in 0.5 s, red.
Deno.test("runTasks() replaces a worker that hangs, gives the same records, and ends its thread", async () => {
  const notes = await Deno.makeTempDir();
  try {
    const lines = await said(`
      import process from "node:process";
      const records = new Map();
      await runTasks(described("fault=loop&replication=1&times=1&notes=${notes}"), tasks, {
        workers: 2,
        worker,
        patience: 4,
        onReplaced: ({ task, why, message, attempt }) => console.log(task.id, why, message, attempt),
        onDone: ({ replication }, { record: { events, infected, met } }) => {
          records.set(replication, [events, infected, met].join(" "));
          return "more";
        },
      });
      for (const replication of [0, 1, 2]) console.log(records.get(replication));
      await new Promise((resolve) => setTimeout(resolve, 300));
      const before = process.cpuUsage();
      await new Promise((resolve) => setTimeout(resolve, 500));
      const { user, system } = process.cpuUsage(before);
      console.log((user + system) / 1e6 < 0.25 ? "at rest" : "still computing");
    `);
    const undisturbed = [...UNDISTURBED.records.values()];
    assertEquals(lines, [
      "11 silent no message for 4 s 1",
      ...undisturbed.map(({ events, infected, met }) => `${events} ${infected} ${met}`),
      "at rest",
    ]);
  } finally {
    await Deno.remove(notes, { recursive: true });
  }
});

// A process whose pool leaves a worker behind never comes to its end.
// Planted: `terminate` left out: the process is killed after its time, red.
Deno.test("runTasks() leaves no worker behind, whatever the end", async () => {
  const lines = await said(`
    const scenarios = [training];
    const stop = new AbortController();
    const ends = await Promise.allSettled([
      runTasks(scenarios, tasks, { workers: 3, onDone: () => "enough" }),
      runTasks(scenarios, tasks, { workers: 1, onDone: () => { throw new Error("full"); } }),
      runTasks(scenarios, tasks, { workers: 1, onDone, signal: stop.signal,
        onShare: (_, share) => share > 0.2 && stop.abort(new Error("stopped")) }),
    ]);
    for (const { status, reason } of ends) console.log(status, reason?.message ?? "");
  `);
  assertEquals(lines.map((line) => line.trim()), [
    "fulfilled",
    "rejected full",
    "rejected stopped",
  ]);
});

// Planted: no limits asked for: the whole process ends, red. Planted: a task run straight from its
// message: the worker falls silent instead, red.
Deno.test("runTasks() survives a worker that runs out of memory", async () => {
  const notes = await Deno.makeTempDir();
  try {
    const lines = await said(
      `
      const scenarios = described("fault=memory&replication=1&times=1&notes=${notes}");
      const onReplaced = ({ why, message }) => console.log(why, message);
      let done = 0;
      await runTasks(scenarios, tasks, { workers: 1, worker, onReplaced,
        onDone: () => (done++, "more") });
      console.log(done);
    `,
      80,
    );
    assert(lines[0].startsWith("crashed Worker terminated due to reaching memory limit"), lines[0]);
    assertEquals(lines.slice(1), ["3"]);
  } finally {
    await Deno.remove(notes, { recursive: true });
  }
});
