/** Pairs of scenarios on the training grid, replication by replication on the same people. */
import { runReplication } from "../../sim/network/mod.ts";
import type { ReplicationResult } from "../../sim/network/mod.ts";
import type { Scenario } from "../../sim/scenario/mod.ts";
import { measureOf } from "./tiny_network.ts";

/** Replications of a pair, so that a test stays short [-]. */
const REPLICATIONS = 5;

/** One measure in two scenarios. */
export interface Pair {
  /** The scenario without the change. */
  readonly from: Scenario;
  /** The one with it. */
  readonly to: Scenario;
  /** Measure. */
  readonly measure: string;
  /** Its row. */
  readonly groups?: Record<string, string>;
}

/**
 * Differences of a measure, one per replication.
 *
 * @param pair The two scenarios and the measure.
 * @returns What the change adds, by replication [unit of the measure].
 */
export function changesOf({ from, to, measure, groups }: Pair): number[] {
  return Array.from({ length: REPLICATIONS }, (_, replication) => {
    const [before, after] = [from, to].map((scenario) =>
      measureOf(runReplication(scenario, { seed: "pairs", replication }), measure, groups)
    );
    return after - before;
  });
}

/** Differences between two scenarios, each run once for all measures that are asked of it. */
export class PairedRuns {
  readonly #from: readonly ReplicationResult[];
  readonly #to: readonly ReplicationResult[];

  /**
   * Runs both.
   *
   * @param from The scenario without the change.
   * @param to The one with it.
   */
  constructor(from: Scenario, to: Scenario) {
    const runs = (scenario: Scenario) =>
      Array.from(
        { length: REPLICATIONS },
        (_, replication) => runReplication(scenario, { seed: "pairs", replication }),
      );
    this.#from = runs(from);
    this.#to = runs(to);
  }

  /**
   * What the change adds to a measure.
   *
   * @param measure Measure.
   * @param groups Its row.
   * @returns By replication [unit of the measure].
   */
  changes(measure: string, groups: Record<string, string> = {}): number[] {
    return this.#to.map((run, i) =>
      measureOf(run, measure, groups) - measureOf(this.#from[i], measure, groups)
    );
  }
}
