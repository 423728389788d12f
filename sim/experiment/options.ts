/** What an experiment is asked for. */
import type { Scenario } from "../scenario/mod.ts";
import type { LogColumns } from "./protocol.ts";

/** What an experiment is asked for. */
export interface ExperimentOptions {
  /** Scenarios; the first is the baseline. Names must differ. */
  readonly scenarios: readonly Scenario[];
  /** Replications per scenario [-], at least 1. */
  readonly replications: number;
  /** Seed. */
  readonly seed: string;
  /** Worker threads [-], at least 1; results do not depend on it. */
  readonly workers?: number;
  /** Keeps the event log of the first replication of each scenario and hands it over. */
  readonly onLog?: (scenario: Scenario, log: EventLog) => void;
  /** Called as work goes on with the share done [-]. */
  readonly onProgress?: (share: number) => void;
  /** Stops the work. */
  readonly signal?: AbortSignal;
  /** Command that reproduces the experiment, for the manifest. */
  readonly command?: string;
}

/** The event log of one replication. */
export interface EventLog extends LogColumns {
  /** Names of the columns. */
  readonly names: readonly string[];
}
