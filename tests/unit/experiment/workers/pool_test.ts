import { assert, assertEquals, assertRejects, assertStrictEquals } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { runTasks } from "../../../../sim/experiment/workers/mod.ts";
import type { PoolOptions, Task } from "../../../../sim/experiment/workers/mod.ts";
import type { ReplicationRecord } from "../../../../sim/experiment/results/mod.ts";
import { loadScenario } from "../../../../sim/scenario/mod.ts";
import type { Scenario } from "../../../../sim/scenario/mod.ts";

const WHOLE = await loadScenario(
  fromFileUrl(new URL("../../../../scenarios/training.yaml", import.meta.url)),
);
/** A month of the training grid, for speed. */
const TRAINING = { ...WHOLE, window: { ...WHOLE.window, days: 30 } };
const BROKEN = { ...TRAINING, city: null } as unknown as Scenario;
const NOWHERE = new URL("file:///nowhere/worker.ts");

const task = (id: number, change: Partial<Task> = {}): Task => ({
  id,
  scenario: 0,
  replication: id,
  seed: "pool",
  set: null,
  log: false,
  weight: 1,
  ...change,
});
const more = () => "more" as const;

function* endless(pulled: number[]): Generator<Task> {
  try {
    for (let id = 0;; id++) {
      pulled.push(id);
      yield task(id);
    }
  } finally {
    pulled.push(-1);
  }
}

/** Records by replication. */
async function recordsOf(
  count: number,
  options: Omit<PoolOptions, "onDone">,
): Promise<Map<number, ReplicationRecord>> {
  const records = new Map<number, ReplicationRecord>();
  await runTasks([TRAINING], Array.from({ length: count }, (_, id) => task(id)), {
    ...options,
    onDone: ({ replication }, { record }) => {
      assert(!records.has(replication), "a result is handed over once");
      records.set(replication, record);
      return "more";
    },
  });
  return new Map([...records].sort(([a], [b]) => a - b));
}

// Planted: every task of replication 0: red.
Deno.test("runTasks() gives the same records with two workers as with one", async () => {
  const one = await recordsOf(4, { workers: 1 });
  assertEquals([...one.keys()], [0, 1, 2, 3]);
  assert(one.get(0)!.events !== one.get(1)!.events, "replications differ");
  assertEquals(await recordsOf(4, { workers: 2 }), one);
});

// Planted: all tasks taken from their source at the start: red (and without an end).
Deno.test("runTasks() takes a task only when a worker is free, and lets its source clean up", async () => {
  const pulled: number[] = [];
  let finished = 0;
  await runTasks([TRAINING], endless(pulled), {
    workers: 2,
    onDone: () => {
      assertEquals(pulled.length, finished + 2);
      return ++finished === 5 ? "enough" : "more";
    },
  });
  assertEquals(finished, 5);
  assertEquals(pulled, [0, 1, 2, 3, 4, 5, -1]);
});

Deno.test("runTasks() lets tasks depend on results handed over before", async () => {
  const order: string[] = [];
  let wanted = 2;
  function* tasks(): Generator<Task> {
    for (let id = 0; id < wanted; id++) {
      order.push(`pulled ${id}`);
      yield task(id);
    }
  }
  await runTasks([TRAINING], tasks(), {
    workers: 1,
    onDone: ({ id }) => {
      order.push(`done ${id}`);
      if (id === 1) wanted = 3;
      return "more";
    },
  });
  assertEquals(order, ["pulled 0", "done 0", "pulled 1", "done 1", "pulled 2", "done 2"]);
});

Deno.test("runTasks() tells the share of each task, rising within it", async () => {
  const shares = new Map<number, number[]>([[0, []], [1, []]]);
  await runTasks([TRAINING], [task(0), task(1)], {
    workers: 2,
    onDone: more,
    onShare: ({ id }, share) => shares.get(id)!.push(share),
  });
  for (const told of shares.values()) {
    assertEquals([told[0], told.at(-1)], [0, 1]);
    assert(told.every((share, i) => i === 0 || share > told[i - 1]));
  }
});

Deno.test("runTasks() starts no worker without a task", async () => {
  await runTasks([TRAINING], [], { workers: 2, onDone: more, worker: NOWHERE });
});

Deno.test("runTasks() rejects at once with what a task reports as wrong", async () => {
  const error = await assertRejects(
    () =>
      runTasks([TRAINING, BROKEN], [task(0), task(1, { scenario: 1 }), task(2)], {
        workers: 2,
        onDone: more,
        onReplaced: () => {
          throw new Error("what is wrong for certain must not be tried again");
        },
      }),
    Error,
    "null",
  );
  assert(typeof error.cause === "string" && error.cause.includes(error.message));
  assert(error.cause.includes("worker.ts"), "the stack is that of the worker");
});

Deno.test("runTasks() rejects with what its callbacks and the source of tasks throw", async () => {
  const full = new Error("the disk is full");
  const raise = () => {
    throw full;
  };
  const pulled: number[] = [];
  const refused = async (work: () => Promise<void>) =>
    assertStrictEquals(await assertRejects(work, Error), full);
  let calls = 0;
  const onDone = () => {
    calls++;
    throw full;
  };
  await refused(() => runTasks([TRAINING], endless(pulled), { workers: 2, onDone }));
  assertEquals([calls, pulled], [1, [0, 1, -1]]);
  await refused(() =>
    runTasks([TRAINING], [task(0)], { workers: 1, onDone: more, onShare: raise })
  );
  function* breaks(): Generator<Task> {
    yield task(0);
    throw full;
  }
  await refused(() => runTasks([TRAINING], breaks(), { workers: 1, onDone: more }));
});

Deno.test("runTasks() rejects with the reason of the signal in the middle of the work", async () => {
  const stop = new AbortController();
  const reason = new Error("stopped by the user");
  const pulled: number[] = [];
  let finished = 0;
  const work = runTasks([TRAINING], endless(pulled), {
    workers: 2,
    signal: stop.signal,
    onShare: ({ id }, share) => {
      if (id === 2 && share > 0.5) stop.abort(reason);
    },
    onDone: () => {
      finished++;
      return "more";
    },
  });
  assertStrictEquals(await assertRejects(() => work, Error), reason);
  assert(finished >= 1 && finished <= 3, `${finished} finished`);
  assertEquals(pulled.at(-1), -1);
});

Deno.test("runTasks() does nothing when the signal was given before, or by the source of tasks", async () => {
  const reason = new Error("before");
  const never = () => {
    throw new Error("nothing is to be done");
  };
  const signal = AbortSignal.abort(reason);
  const options = { workers: 1, onDone: never, worker: NOWHERE };
  const early = () => runTasks([TRAINING], [task(0)], { ...options, signal });
  assertStrictEquals(await assertRejects(early, Error), reason);
  const stop = new AbortController();
  const ends: string[] = [];
  function* tasks(): Generator<Task> {
    try {
      stop.abort(reason);
      yield task(0);
    } finally {
      ends.push("cleaned up");
    }
  }
  const late = () => runTasks([TRAINING], tasks(), { ...options, signal: stop.signal });
  assertStrictEquals(await assertRejects(late, Error), reason);
  assertEquals(ends, ["cleaned up"]);
});

Deno.test("runTasks() refuses what it cannot work with, all at once", async () => {
  const refused = async (options: Partial<PoolOptions>, tasks: Task[], message: string) => {
    const work = () => runTasks([TRAINING], tasks, { workers: 1, onDone: more, ...options });
    assertEquals((await assertRejects(work, RangeError)).message, message);
  };
  await refused(
    { workers: 0, patience: NaN, attempts: 1.5 },
    [],
    "Cannot run tasks as workers must be a whole number >= 1: current number is 0; " +
      "patience must be > 0 s: current value is NaN; " +
      "attempts must be a whole number >= 1: current number is 1.5",
  );
  await refused(
    { worker: NOWHERE },
    [task(7, { scenario: 1 })],
    "Cannot run task 7 as its scenario must be one of 0 to 0: current scenario is 1",
  );
});
