/**
 * The project's worker with a fault, which the description of the first scenario asks for as a query:
 * `fault`, the `replication` that it befalls, how many `times`, and a folder `notes` in which every
 * start and every fault leaves a file. (A query in the URL would have each one type-checked anew.)
 */
import { parentPort } from "node:worker_threads";
import "../../sim/experiment/workers/worker.ts";
import type { WorkerReply, WorkerRequest } from "../../sim/experiment/workers/protocol.ts";

let asked = new URLSearchParams();
let due = false;

/** Leaves a file and says how many of its kind there are now. */
function note(kind: string): number {
  const dir = asked.get("notes")!;
  Deno.makeTempFileSync({ dir, prefix: kind });
  return [...Deno.readDirSync(dir)].filter(({ name }) => name.startsWith(kind)).length;
}

function befall(): void {
  due = false;
  const fault = asked.get("fault");
  if (fault === "loop") { for (;;); }
  if (fault === "close") globalThis.close();
  if (fault === "exit") Deno.exit(7);
  if (fault === "memory") { for (const kept: unknown[] = [];;) kept.push([kept.length, {}]); }
}

parentPort!.on("message", (request: WorkerRequest) => {
  if (request.type === "scenarios") {
    asked = new URLSearchParams(request.scenarios[0].description.en);
    note("start");
  } else if (request.task.replication === Number(asked.get("replication"))) {
    due = note("fault") <= Number(asked.get("times"));
    if (due && asked.get("fault") === "throw") throw new Error("a planted fault");
  }
});

const send = parentPort!.postMessage.bind(parentPort!);
parentPort!.postMessage = (reply: WorkerReply, columns: ArrayBuffer[]) => {
  const late = asked.get("fault") === "late exit";
  if (reply.type === "done" && due && late) setTimeout(() => Deno.exit(7), 0);
  if (reply.type === "progress" && due && !late && reply.share > 0.3) befall();
  send(reply, columns);
};
