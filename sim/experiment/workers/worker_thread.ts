/**
 * One worker thread, and the watch over it: whatever befalls it is told in one way, as a loss.
 *
 * Threads are those of `node:worker_threads` and not web workers: these tell when a thread has closed
 * itself, can run out of memory without taking the process along, and can be ended in a loop.
 */
import { Worker } from "node:worker_threads";
import type { Scenario } from "../../scenario/mod.ts";
import type { Replacement } from "./pool_options.ts";
import type { Task, WorkerReply, WorkerRequest } from "./protocol.ts";

/** What a thread runs, and who hears of it. */
export interface WorkerThreadSpec {
  /** Module. */
  readonly module: URL;
  /** Scenarios, sent once. */
  readonly scenarios: readonly Scenario[];
  /** Longest silence while busy [s]. */
  readonly patience: number;
  /** Hears replies. */
  readonly onReply: (thread: WorkerThread, reply: WorkerReply) => void;
  /** Hears of its end, once, when nobody wanted it; the thread is gone by then. */
  readonly onLost: (thread: WorkerThread, loss: Pick<Replacement, "why" | "message">) => void;
}

/** Time in which messages that came in while this thread itself was busy are heard [ms]. */
const HEARING_MS = 100;
/** The longest that a timer can be set to [ms]: 24 days, which nobody waits out. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** A worker thread. */
export class WorkerThread {
  readonly #spec: WorkerThreadSpec;
  readonly #worker: Worker;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #gone = false;

  /** @param spec What it runs, and who hears of it. */
  constructor(spec: WorkerThreadSpec) {
    this.#spec = spec;
    // Results cannot depend on the environment, so none is shown to the worker. The empty limits are
    // those that hold anyway; but asked for, running out of memory ends the worker, not the process.
    this.#worker = new Worker(spec.module, { env: {}, resourceLimits: {} });
    this.#worker.on("message", (reply: WorkerReply) => this.#hear(reply));
    this.#worker.on("error", ({ message }: Error) => this.#lose("crashed", message));
    this.#worker.on("messageerror", ({ message }: Error) => {
      this.#lose("crashed", `its message cannot be read: ${message}`);
    });
    this.#worker.on("exit", (code: number) => this.#lose("crashed", `it ended with code ${code}`));
    this.#send({ type: "scenarios", scenarios: spec.scenarios });
  }

  /** Gives it a task; the watch begins. */
  run(task: Task): void {
    this.#send({ type: "task", task });
    this.#watch();
  }

  /** Ends it, whatever it does. */
  end(): void {
    this.#gone = true;
    clearTimeout(this.#timer);
    this.#worker.terminate();
  }

  #send(request: WorkerRequest): void {
    this.#worker.postMessage(request);
  }

  #hear(reply: WorkerReply): void {
    if (this.#gone) return;
    if (reply.type === "progress") this.#watch();
    else clearTimeout(this.#timer);
    this.#spec.onReply(this, reply);
  }

  #watch(): void {
    clearTimeout(this.#timer);
    const wait = Math.min(this.#spec.patience * 1000, LONGEST_TIMER_MS);
    this.#timer = setTimeout(() => this.#suspect(), wait);
  }

  /** A worker whose messages are only waiting to be heard is not silent. */
  #suspect(): void {
    const message = `no message for ${this.#spec.patience} s`;
    this.#timer = setTimeout(() => this.#lose("silent", message), HEARING_MS);
  }

  #lose(why: Replacement["why"], message: string): void {
    if (this.#gone) return;
    this.end();
    this.#spec.onLost(this, { why, message });
  }
}
