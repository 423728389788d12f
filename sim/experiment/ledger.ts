/**
 * Which replications are there, and which are still to be run.
 *
 * Replications are counted as complete in the order of their index, whatever the order in which
 * workers finish them: so the number at which a rule of precision stops cannot depend on workers.
 */
import type { Runs } from "./runs.ts";
import type { RunKey } from "./store/mod.ts";
import type { Task } from "./workers/mod.ts";

/** How a ledger works. */
export interface LedgerSpec {
  /** What is replicated. */
  readonly runs: Runs;
  /** Most replications [-]. */
  readonly most: number;
  /** Replications that share a set of parameters [-]. */
  readonly perSet: number;
  /** Program, for keys. */
  readonly program: string;
  /** Seed. */
  readonly seed: string;
  /** Whether the log of replication 0 of the scenarios is wanted. */
  readonly log: boolean;
  /** Whether a replication is in the store. */
  readonly has: (key: RunKey) => boolean;
  /** Called for each complete replication in the order of its index; answers how many are wanted, or "more". */
  readonly onComplete: (replication: number) => "more" | number;
}

/** Hands out what is to be run and notes what is done. */
export class Ledger {
  /** Replications of scenarios found in the store [-] -- statistic. */
  kept = 0;
  /** Work of the replications found in the store [-], in replications of a scenario -- statistic. */
  keptWeight = 0;
  /** Replications of scenarios run [-] -- statistic. */
  ran = 0;
  /** Complete replications [-] -- state. */
  complete = 0;
  /** Replications wanted [-]; null while a rule has not decided -- state. */
  wanted: number | null = null;

  readonly #spec: LedgerSpec;
  /** Runs that are there, by replication that is not complete. */
  readonly #there = new Map<number, number>();
  #tasks = 0;

  /** @param spec How the ledger works. */
  constructor(spec: LedgerSpec) {
    this.#spec = spec;
  }

  /**
   * Key of a run's replication in the store.
   *
   * @param run Index of the run [-].
   * @param replication Replication [-].
   * @returns Key.
   */
  keyOf(run: number, replication: number): RunKey {
    const { runs, program, seed } = this.#spec;
    return { program, scenario: runs.all[run].key, seed, replication };
  }

  /** What is to be run, replication by replication; ends early when enough is there. */
  *tasks(): Generator<Task> {
    const { runs, most, has } = this.#spec;
    // Long runs first, short ones last: so that workers come to the end together.
    const order = [...runs.all.keys()].sort((a, b) => runs.all[b].weight - runs.all[a].weight);
    for (let replication = 0; replication < most; replication++) {
      for (const run of order) {
        if (this.wanted !== null && replication >= this.wanted) return;
        const log = this.#logs(run, replication);
        if (log || !has(this.keyOf(run, replication))) yield this.#task(run, replication, log);
        else {
          if (run >= runs.references) this.kept++;
          this.keptWeight += runs.all[run].weight;
          this.#mark(replication);
        }
      }
    }
  }

  #logs(run: number, replication: number): boolean {
    const { log, runs } = this.#spec;
    return log && replication === 0 && run >= runs.references;
  }

  #task(run: number, replication: number, log: boolean): Task {
    const { runs, seed, perSet } = this.#spec;
    const { drawn, weight } = runs.all[run];
    const set = drawn ? Math.floor(replication / perSet) : null;
    return { id: this.#tasks++, scenario: run, replication, seed, set, log, weight };
  }

  /**
   * Notes that a task's result is in the store.
   *
   * @param task Task.
   * @returns Whether more is wanted.
   */
  done({ scenario, replication }: Task): "more" | "enough" {
    if (scenario >= this.#spec.runs.references) this.ran++;
    this.#mark(replication);
    return this.wanted !== null && this.complete >= this.wanted ? "enough" : "more";
  }

  #mark(replication: number): void {
    this.#there.set(replication, (this.#there.get(replication) ?? 0) + 1);
    const { runs, most, onComplete } = this.#spec;
    while (this.wanted === null && this.#there.get(this.complete) === runs.all.length) {
      this.#there.delete(this.complete);
      const answer = onComplete(this.complete++);
      if (answer !== "more") this.wanted = answer;
      else if (this.complete === most) this.wanted = most;
    }
  }
}
