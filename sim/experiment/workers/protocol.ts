/** What the pool and its workers say to each other. */
import type { Scenario } from "../../scenario/mod.ts";
import type { ReplicationRecord } from "../results/mod.ts";

/** One replication to run. */
export interface Task {
  /** Number of the task, unique within one run of the pool [-]. */
  readonly id: number;
  /** Index of the scenario in the list that the workers have [-]. */
  readonly scenario: number;
  /** Replication, from 0 [-]. */
  readonly replication: number;
  /** Seed. */
  readonly seed: string;
  /** Set of parameters that is drawn for it, from 0 [-]; null with fixed parameters. */
  readonly set: number | null;
  /** Whether to keep the event log. */
  readonly log: boolean;
  /** Share of work relative to other tasks [-], for the time left. */
  readonly weight: number;
}

/** An event log as it travels: words of the events, and columns. */
export interface LogColumns {
  /** Words by code. */
  readonly words: readonly string[];
  /** Columns in the order of `LOG_COLUMNS`; empty when the log was off. */
  readonly columns: readonly Float64Array[];
}

/** A finished task. */
export interface TaskResult {
  /** What the replication leaves behind. */
  readonly record: ReplicationRecord;
  /** Event log. */
  readonly log: LogColumns;
}

/** To a worker. */
export type WorkerRequest =
  | { readonly type: "scenarios"; readonly scenarios: readonly Scenario[] }
  | { readonly type: "task"; readonly task: Task };

/** From a worker. */
export type WorkerReply =
  | { readonly type: "progress"; readonly id: number; readonly share: number }
  | { readonly type: "done"; readonly id: number; readonly result: TaskResult }
  | {
    readonly type: "failed";
    readonly id: number;
    readonly message: string;
    readonly stack: string;
  };
