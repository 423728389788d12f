/**
 * A pool of worker threads. A task goes to whoever is free, its result is handed over and forgotten;
 * so memory does not grow with the number of tasks. A worker that is lost costs its task an attempt.
 */
import type { Scenario } from "../../scenario/mod.ts";
import { checkOptions } from "./pool_options.ts";
import type { PoolOptions, Replacement } from "./pool_options.ts";
import type { Task, WorkerReply } from "./protocol.ts";
import { WorkerThread } from "./worker_thread.ts";

/** Longest silence of a busy worker [s]. */
const PATIENCE = 120;
/** Attempts at one task [-]. */
const ATTEMPTS = 3;
/** A timer that runs keeps a notebook's kernel from holding a worker's first answer back for 1 s. */
const KEEP_AWAKE_MS = 4;

/** A task, and what became of the attempts at it. */
interface Attempt {
  readonly task: Task;
  readonly losses: string[];
}

/** How the work ends. */
interface Ending {
  readonly resolve: () => void;
  readonly reject: (reason: unknown) => void;
}

class Pool {
  readonly #scenarios: readonly Scenario[];
  readonly #options: PoolOptions;
  readonly #tasks: Iterator<Task>;
  readonly #ending: Ending;
  readonly #busy = new Map<WorkerThread, Attempt>();
  readonly #idle = new Set<WorkerThread>();
  readonly #redo: Attempt[] = [];
  #exhausted = false;
  #over = false;

  constructor(
    scenarios: readonly Scenario[],
    tasks: Iterable<Task>,
    options: PoolOptions & Ending,
  ) {
    this.#scenarios = scenarios;
    this.#tasks = tasks[Symbol.iterator]();
    this.#options = options;
    this.#ending = options;
  }

  /** Gives tasks to free workers; ends the work when there are none left. */
  fill(): void {
    this.#try(() => {
      while (!this.#over && this.#busy.size < this.#options.workers) {
        const attempt = this.#redo.pop() ?? this.#pull();
        if (attempt === undefined) break;
        this.#give(attempt);
      }
      if (this.#busy.size === 0) this.#finish();
    });
  }

  /** Ends the work with an error. */
  fail(reason: unknown): void {
    this.#close(() => this.#ending.reject(reason));
  }

  #finish(): void {
    this.#close(() => this.#ending.resolve());
  }

  /** Ends every worker, lets the source of tasks clean up, and settles the promise. */
  #close(settle: () => void): void {
    if (this.#over) return;
    this.#over = true;
    for (const thread of [...this.#busy.keys(), ...this.#idle]) thread.end();
    try {
      if (!this.#exhausted) this.#tasks.return?.();
      settle();
    } catch (error) {
      this.#ending.reject(error);
    }
  }

  #try(step: () => void): void {
    try {
      step();
    } catch (error) {
      this.fail(error);
    }
  }

  #pull(): Attempt | undefined {
    if (this.#exhausted) return undefined;
    // A source that is being asked, or has thrown, cannot be told that the work is over.
    this.#exhausted = true;
    const { done, value } = this.#tasks.next();
    if (done) return undefined;
    this.#exhausted = false;
    if (this.#over) {
      this.#tasks.return?.();
      return undefined;
    }
    const last = this.#scenarios.length - 1;
    if (!(value.scenario in this.#scenarios)) {
      throw new RangeError(
        `Cannot run task ${value.id} as its scenario must be one of 0 to ${last}: current scenario is ${value.scenario}`,
      );
    }
    return { task: value, losses: [] };
  }

  #give(attempt: Attempt): void {
    const [idle] = this.#idle;
    const thread = idle ?? this.#start();
    this.#idle.delete(thread);
    this.#busy.set(thread, attempt);
    thread.run(attempt.task);
  }

  #start(): WorkerThread {
    return new WorkerThread({
      module: this.#options.worker ?? new URL("./worker.ts", import.meta.url),
      scenarios: this.#scenarios,
      patience: this.#options.patience ?? PATIENCE,
      onReply: (thread, reply) => this.#try(() => this.#hear(thread, reply)),
      onLost: (thread, loss) => this.#try(() => this.#lose(thread, loss)),
    });
  }

  #hear(thread: WorkerThread, reply: WorkerReply): void {
    const attempt = this.#busy.get(thread);
    if (attempt === undefined) return;
    const { task } = attempt;
    if (reply.type === "failed") throw new Error(reply.message, { cause: reply.stack });
    if (reply.type === "progress") {
      this.#options.onShare?.(task, reply.share);
      return;
    }
    this.#busy.delete(thread);
    this.#idle.add(thread);
    if (this.#options.onDone(task, reply.result) === "enough") this.#finish();
    else this.fill();
  }

  #lose(thread: WorkerThread, { why, message }: Pick<Replacement, "why" | "message">): void {
    this.#idle.delete(thread);
    const attempt = this.#busy.get(thread);
    if (attempt === undefined) return;
    this.#busy.delete(thread);
    const { task, losses } = attempt;
    losses.push(`${why}: ${message}`);
    if (losses.length >= (this.#options.attempts ?? ATTEMPTS)) throw this.#exhaustion(attempt);
    this.#options.onReplaced?.({ task, why, message, attempt: losses.length });
    this.#redo.push(attempt);
    this.fill();
  }

  #exhaustion({ task, losses }: Attempt): Error {
    const { replication, seed, set } = task;
    const drawn = set === null ? "" : `, set ${set} of its parameters`;
    const name = this.#scenarios[task.scenario].name;
    return new Error(
      `Cannot finish replication ${replication} of scenario "${name}" with seed "${seed}"${drawn} ` +
        `as a worker must come to its end within ${losses.length} attempts; ` +
        `replications that are finished are kept: ` +
        losses.map((loss, i) => `attempt ${i + 1} ${loss}`).join("; "),
    );
  }
}

/**
 * Runs tasks on worker threads.
 *
 * Tasks are taken from their source one by one, when a worker is free; a source that has come to its
 * end is not asked again. Results come in the order in which tasks are finished, which depends on the
 * machine. A worker that crashes, or is silent for too long, is replaced by a new one, and its task is
 * done again from its beginning. What a task itself reports as wrong would be wrong again, so that
 * ends the work at once. Whatever the end, no worker is left behind.
 *
 * @param scenarios Scenarios, sent to each worker once.
 * @param tasks Tasks; may be endless, and may depend on results handed over before.
 * @param options Workers, patience, who takes results, stop signal.
 * @throws {RangeError} When options are out of range, or a task names no scenario.
 * @throws {Error} When a task fails, with the stack of the failure as cause; when attempts at a task
 * are used up; when the work is stopped, or what was called throws: then what was given or thrown.
 *
 * @example Two replications on two threads
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { loadScenario } from "../../scenario/mod.ts";
 * import { runTasks } from "./mod.ts";
 *
 * const scenarios = [await loadScenario("scenarios/training.yaml")];
 * const task = { scenario: 0, seed: "1", set: null, log: false, weight: 1 };
 * const tasks = [0, 1].map((replication) => ({ ...task, id: replication, replication }));
 * const done = new Set<number>();
 * await runTasks(scenarios, tasks, {
 *   workers: 2,
 *   onDone: ({ replication }) => {
 *     done.add(replication);
 *     return "more";
 *   },
 * });
 * assertEquals(done, new Set([0, 1]));
 * ```
 */
export async function runTasks(
  scenarios: readonly Scenario[],
  tasks: Iterable<Task>,
  options: PoolOptions,
): Promise<void> {
  checkOptions(options);
  const { signal } = options;
  signal?.throwIfAborted();
  const awake = setInterval(() => {}, KEEP_AWAKE_MS);
  let stop = () => {};
  try {
    await new Promise<void>((resolve, reject) => {
      const pool = new Pool(scenarios, tasks, { ...options, resolve, reject });
      stop = () => pool.fail(signal!.reason);
      signal?.addEventListener("abort", stop);
      pool.fill();
    });
  } finally {
    clearInterval(awake);
    signal?.removeEventListener("abort", stop);
  }
}
