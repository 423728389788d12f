import { assert, assertEquals, assertNotEquals } from "@std/assert";
import { fromFileUrl } from "@std/path";
import { runTasks } from "../../../../sim/experiment/workers/mod.ts";
import type { Task, TaskResult } from "../../../../sim/experiment/workers/mod.ts";
import { runReplication } from "../../../../sim/network/mod.ts";
import { drawScenario, loadScenario } from "../../../../sim/scenario/mod.ts";
import type { Scenario } from "../../../../sim/scenario/mod.ts";

const TRAINING = await loadScenario(
  fromFileUrl(new URL("../../../../scenarios/training.yaml", import.meta.url)),
);

async function resultOf(change: Partial<Task>): Promise<TaskResult> {
  const base = { id: 0, scenario: 0, replication: 3, seed: "w", set: null, log: false, weight: 1 };
  const results: TaskResult[] = [];
  await runTasks([TRAINING], [{ ...base, ...change }], {
    workers: 1,
    onDone: (_task, result) => {
      results.push(result);
      return "more";
    },
  });
  assertEquals(results.length, 1);
  return results[0];
}

/** What the replication gives on this thread. Watching it is an event a day, so it is watched here too. */
function here(scenario: Scenario, log = false) {
  const options = { seed: "w", replication: 3, log, onProgress: () => {} };
  const { scenario: _name, replication: _index, log: kept, ...record } = runReplication(
    scenario,
    options,
  );
  return { record, kept };
}

Deno.test("worker gives the record that the replication gives on this thread, without a log", async () => {
  const { record, log } = await resultOf({});
  assertEquals(record, here(TRAINING).record);
  assertEquals(log, { words: [], columns: [] });
});

Deno.test("worker gives the event log as words and columns", async () => {
  const { record, log } = await resultOf({ log: true });
  const { record: expected, kept } = here(TRAINING, true);
  assertEquals(record, expected);
  assertEquals(log.words, kept!.events.texts);
  assertEquals(log.columns.length, kept!.rows.columns.length);
  assert(log.columns[0].length > 1000);
  kept!.rows.columns.forEach((name, i) => assertEquals(log.columns[i], kept!.rows.column(name)));
});

// Planted: the scenario as written is run whatever the set: red.
Deno.test("worker draws the parameters of the set that a task names", async () => {
  const { record } = await resultOf({ set: 2 });
  assertEquals(record, here(drawScenario(TRAINING, { seed: "w", set: 2 })).record);
  assertNotEquals(record.events, here(TRAINING).record.events);
});
