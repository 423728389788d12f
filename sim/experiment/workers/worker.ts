/**
 * A worker thread: gets the scenarios once, then one replication at a time.
 *
 * It holds a lock while it works and starts its tasks from a timer. Neither changes a result. Deno
 * interrupts a running loop of a worker that is terminated only when the worker holds a lock; without
 * one a hung replication would go on burning a processor. And Deno tells that a worker ran out of
 * memory only when that happens in a timer; from a message the worker would just fall silent.
 */
import { parentPort } from "node:worker_threads";
import { runReplication } from "../../network/mod.ts";
import { drawScenario } from "../../scenario/mod.ts";
import type { Scenario } from "../../scenario/mod.ts";
import type { LogColumns, Task, TaskResult, WorkerReply, WorkerRequest } from "./protocol.ts";

const NO_LOG: LogColumns = { words: [], columns: [] };

let scenarios: readonly Scenario[] = [];
let locked: Promise<void> | null = null;

/** Columns of a log are handed over, not copied: a city's are hundreds of MB. A record has 1 MB. */
function reply(message: WorkerReply, columns: readonly Float64Array[] = []): void {
  parentPort!.postMessage(message, columns.map(({ buffer }) => buffer as ArrayBuffer));
}

/** Resolves when the lock is held; any number of workers can hold it, and keep it to their end. */
function lock(): Promise<void> {
  return new Promise((held) => {
    navigator.locks.request("gridcare worker", { mode: "shared" }, () => {
      held();
      return new Promise(() => {});
    });
  });
}

function resultOf({ id, scenario, replication, seed, set, log }: Task): TaskResult {
  const written = scenarios[scenario];
  const drawn = set === null ? written : drawScenario(written, { seed, set });
  const onProgress = (share: number) => reply({ type: "progress", id, share });
  const result = runReplication(drawn, { seed, replication, log, onProgress });
  const { log: kept, scenario: _name, replication: _index, ...record } = result;
  if (kept === null) return { record, log: NO_LOG };
  const columns = kept.rows.columns.map((name) => kept.rows.column(name));
  return { record, log: { words: kept.events.texts, columns } };
}

function run(task: Task): void {
  try {
    const result = resultOf(task);
    reply({ type: "done", id: task.id, result }, result.log.columns);
  } catch (error) {
    const { message, stack = "" } = error instanceof Error ? error : new Error(String(error));
    reply({ type: "failed", id: task.id, message, stack });
  }
}

async function start(task: Task): Promise<void> {
  await (locked ??= lock());
  setTimeout(run, 0, task);
}

parentPort!.on("message", (request: WorkerRequest) => {
  if (request.type === "scenarios") scenarios = request.scenarios;
  else start(request.task);
});
