/**
 * A pool of worker threads. Tasks go to whoever is free; results come back in the order of tasks, so
 * that nothing after the pool can depend on how many workers there were.
 */
import type { Scenario } from "../scenario/mod.ts";
import type { Task, TaskResult, WorkerReply, WorkerRequest } from "./protocol.ts";

/** How a pool works. */
export interface PoolOptions {
  /** Worker threads [-], at least 1. */
  readonly workers: number;
  /** Called as work goes on with the share of all tasks done [-]. */
  readonly onProgress?: (share: number) => void;
  /** Stops all work; the promise is then rejected with its reason. */
  readonly signal?: AbortSignal;
}

/** A timer that runs keeps a notebook's kernel from holding a worker's first answer back for 1 s. */
const KEEP_AWAKE_MS = 4;

/**
 * Runs tasks on worker threads.
 *
 * @param scenarios Scenarios, sent to each worker once.
 * @param tasks Tasks, with `id` equal to their index.
 * @param options Workers, progress, stop signal.
 * @returns Results in the order of tasks.
 * @throws {Error} When a task fails or the work is stopped; the other workers are ended.
 */
export function runTasks(
  scenarios: readonly Scenario[],
  tasks: readonly Task[],
  options: PoolOptions,
): Promise<TaskResult[]> {
  const { onProgress, signal } = options;
  const results: TaskResult[] = new Array(tasks.length);
  const shares = new Float64Array(tasks.length);
  const total = tasks.reduce((sum, { weight }) => sum + weight, 0);
  const workers: Worker[] = [];
  const awake = setInterval(() => {}, KEEP_AWAKE_MS);
  let next = 0;
  let finished = 0;
  const work = new Promise<TaskResult[]>((resolve, reject) => {
    const stop = () => reject(signal?.reason ?? new Error("Stopped"));
    if (signal?.aborted) stop();
    signal?.addEventListener("abort", stop, { once: true });
    if (tasks.length === 0) resolve(results);
    const feed = (worker: Worker) => {
      if (next < tasks.length) send(worker, { type: "task", task: tasks[next++] });
    };
    const hear = (worker: Worker, reply: WorkerReply) => {
      if (reply.type === "failed") {
        reject(new Error(reply.message, { cause: reply.stack }));
        return;
      }
      shares[reply.id] = reply.type === "done" ? 1 : reply.share;
      onProgress?.(tasks.reduce((sum, { weight }, i) => sum + weight * shares[i], 0) / total);
      if (reply.type === "progress") return;
      results[reply.id] = reply.result;
      if (++finished === tasks.length) resolve(results);
      else feed(worker);
    };
    const count = Math.min(Math.max(1, options.workers), tasks.length);
    for (let i = 0; i < count; i++) {
      const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
      workers.push(worker);
      worker.onmessage = ({ data }: MessageEvent<WorkerReply>) => hear(worker, data);
      worker.onerror = (event) => {
        event.preventDefault();
        reject(new Error(event.message));
      };
      send(worker, { type: "scenarios", scenarios });
      feed(worker);
    }
  });
  return work.finally(() => {
    clearInterval(awake);
    for (const worker of workers) worker.terminate();
  });
}

function send(worker: Worker, message: WorkerRequest): void {
  worker.postMessage(message);
}
