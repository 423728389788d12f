/// <reference lib="deno.worker" />
/** A worker thread: gets the scenarios once, then one replication at a time. */
import { runReplication } from "../network/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import type { Task, WorkerReply, WorkerRequest } from "./protocol.ts";

let scenarios: readonly Scenario[] = [];

const reply = (message: WorkerReply): void => self.postMessage(message);

function run({ id, scenario, replication, seed, log }: Task): void {
  try {
    const { log: kept, ...result } = runReplication(scenarios[scenario], {
      seed,
      replication,
      log,
      onProgress: (share) => reply({ type: "progress", id, share }),
    });
    const words = kept === null ? [] : kept.events.texts;
    const columns = kept === null ? [] : kept.rows.columns.map((name) => kept.rows.column(name));
    reply({ type: "done", id, result: { ...result, log: { words, columns } } });
  } catch (error) {
    const { message, stack } = error as Error;
    reply({ type: "failed", id, message, stack: stack ?? "" });
  }
}

self.onmessage = ({ data }: MessageEvent<WorkerRequest>) => {
  if (data.type === "scenarios") scenarios = data.scenarios;
  else run(data.task);
};
