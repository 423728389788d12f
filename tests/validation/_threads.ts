/** Runs cases on several threads. */

import type { Effort } from "./_case.ts";
import type { Outcome } from "./_table.ts";

/** What is run, and who is told. */
export interface Threads {
  /** Places of the cases in the list of all [-]. */
  readonly indices: readonly number[];
  /** How long each may take. */
  readonly effort: Effort;
  /** Threads [-]. */
  readonly jobs: number;
  /** Told of each case that is done, and how many are. */
  readonly onDone: (outcome: Outcome, done: number) => void;
}

/**
 * Runs cases, each on the next thread that is free.
 *
 * @param threads What is run.
 * @returns Outcomes in the order of the indices.
 */
export async function runOnThreads(
  { indices, effort, jobs, onDone }: Threads,
): Promise<Outcome[]> {
  const outcomes = new Map<number, Outcome>();
  const left = [...indices];
  const one = () =>
    new Promise<void>((resolve, reject) => {
      const worker = new Worker(new URL("./_worker.ts", import.meta.url), { type: "module" });
      const next = () => {
        const index = left.shift();
        if (index !== undefined) return worker.postMessage({ index, effort });
        worker.terminate();
        resolve();
      };
      worker.onmessage = (
        { data }: MessageEvent<"ready" | { index: number; outcome: Outcome }>,
      ) => {
        if (data !== "ready") {
          outcomes.set(data.index, data.outcome);
          onDone(data.outcome, outcomes.size);
        }
        next();
      };
      worker.onerror = (event) => {
        event.preventDefault();
        worker.terminate();
        reject(new Error(`Cannot run the cases as a thread broke: ${event.message}`));
      };
    });
  await Promise.all(Array.from({ length: Math.min(jobs, indices.length) }, one));
  return indices.map((index) => outcomes.get(index)!);
}
