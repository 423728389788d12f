/** What an experiment is asked for. */
import type { Scenario } from "../scenario/mod.ts";
import type { ExceedanceSpec, PrecisionRule, RunRequest, Uncertainty } from "./results/mod.ts";
import type { ResultStore } from "./store/mod.ts";
import type { LogColumns, Replacement } from "./workers/mod.ts";

/** What an experiment is asked for. */
export interface ExperimentOptions {
  /** Scenarios; the first is the baseline. Names must differ. */
  readonly scenarios: readonly Scenario[];
  /** Replications per scenario [-], at least 1; or the rule that finds how many. */
  readonly replications: number | PrecisionRule;
  /** Seed. */
  readonly seed: string;
  /** Worker threads [-], at least 1; results do not depend on it. */
  readonly workers?: number;
  /** Where finished replications are kept and looked up; in memory when left out. Left open. */
  readonly store?: ResultStore;
  /** What varies between replications: chance alone (left out), or parameters too. */
  readonly uncertainty?: Uncertainty;
  /** Replications that share one set of drawn parameters [-], at least 1; 1 when left out. */
  readonly replicationsPerSet?: number;
  /** Whether all pairs are compared, not only each with the baseline. */
  readonly pairs?: boolean;
  /** Events whose probability is estimated; a short list of full wards when left out. */
  readonly exceedances?: readonly ExceedanceSpec[];
  /** Longest silence of a worker before its replication is given to another one [s]; 120 when left out. */
  readonly patience?: number;
  /** Keeps the event log of the first replication of each scenario and hands it over. */
  readonly onLog?: (scenario: Scenario, log: EventLog) => void;
  /** Called as work goes on with the share done [-] and what it is made of. */
  readonly onProgress?: (share: number, progress: ExperimentProgress) => void;
  /** Called when all replications are there and only the summing up is left. */
  readonly onSummingUp?: () => void;
  /** Called when a worker had to be replaced. */
  readonly onReplaced?: (replacement: Replacement) => void;
  /** Stops the work. */
  readonly signal?: AbortSignal;
  /** Command that reproduces the experiment, for the manifest. */
  readonly command?: string;
  /** The same as data. */
  readonly request?: RunRequest;
}

/** How far an experiment has come. */
export interface ExperimentProgress {
  /** Replications of scenarios found in the store [-]; references are not counted. */
  readonly kept: number;
  /** Replications of scenarios run so far [-]. */
  readonly run: number;
  /** Replications per scenario that are expected [-]; with a rule of precision an estimate. */
  readonly expected: number;
}

/** The event log of one replication. */
export interface EventLog extends LogColumns {
  /** Names of the columns. */
  readonly names: readonly string[];
}
