/** How a pool of worker threads is asked to work. */
import type { Task, TaskResult } from "./protocol.ts";

/** A worker that was lost in the middle of a task and is replaced by a new one. */
export interface Replacement {
  /** Task; it is redone from its beginning. */
  readonly task: Task;
  /** Whether the worker crashed, or was silent for longer than patience lasts. */
  readonly why: "crashed" | "silent";
  /** What is known of it. */
  readonly message: string;
  /** The attempt that was lost, from 1 [-]. */
  readonly attempt: number;
}

/** How a pool works. */
export interface PoolOptions {
  /** Worker threads [-], at least 1; none is started before there is a task for it. */
  readonly workers: number;
  /** Longest silence of a busy worker before it counts as hung [s]; 120 when left out. */
  readonly patience?: number;
  /** Attempts at one task before all work ends [-], at least 1; 3 when left out. */
  readonly attempts?: number;
  /**
   * Takes a result, in the order in which tasks are finished. On "enough" tasks in flight are dropped.
   * What it throws ends the work.
   */
  readonly onDone: (task: Task, result: TaskResult) => "more" | "enough";
  /** Called as a task goes on with the share of it done [-]; it falls when a task is redone. */
  readonly onShare?: (task: Task, share: number) => void;
  /** Called when a lost worker is about to be replaced. */
  readonly onReplaced?: (replacement: Replacement) => void;
  /** Stops all work; the promise is then rejected with its reason. */
  readonly signal?: AbortSignal;
  /** Module that workers run; only tests give another than the project's. */
  readonly worker?: URL;
}

const count = (value: number): boolean => Number.isInteger(value) && value >= 1;

/**
 * Refuses options that no pool can have, all problems at once.
 *
 * @param options Options, with defaults filled in.
 * @throws {RangeError} When a number is out of its range.
 */
export function checkOptions(
  options: Pick<PoolOptions, "workers" | "patience" | "attempts">,
): void {
  const { workers, patience = 1, attempts = 1 } = options;
  const problems = [
    ...(count(workers)
      ? []
      : [`workers must be a whole number >= 1: current number is ${workers}`]),
    ...(patience > 0 ? [] : [`patience must be > 0 s: current value is ${patience}`]),
    ...(count(attempts)
      ? []
      : [`attempts must be a whole number >= 1: current number is ${attempts}`]),
  ];
  if (problems.length > 0) throw new RangeError(`Cannot run tasks as ${problems.join("; ")}`);
}
