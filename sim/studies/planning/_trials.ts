/** Values tried so far, each judged by as many replications as it takes. */
import { levelOfEach, pairedInterval } from "../../engine/mod.ts";
import type { ResultStore } from "../../experiment/mod.ts";
import { samplesOf, type StudyRuns } from "../measured/mod.ts";
import type { ValueGrid } from "./value_grid.ts";
import { judge, type ServicePromise, type TriedValue } from "./promise.ts";

/** How values are tried. */
export interface TrialSpec extends StudyRuns {
  readonly promise: ServicePromise;
  readonly most: number;
  readonly store: ResultStore;
}

/** Tries values and remembers what came of them. */
export class Trials {
  readonly #grid: ValueGrid;
  readonly #spec: TrialSpec;
  readonly #tried = new Map<number, { row: TriedValue; sample: readonly number[] }>();
  readonly #expected: number;
  #shown = 0;

  constructor(grid: ValueGrid, spec: TrialSpec) {
    this.#grid = grid;
    this.#spec = spec;
    this.#expected = 2 + Math.ceil(Math.log2(grid.values.length));
  }

  /** Tries values not tried before, together; open ones again with twice the replications. */
  async try(indices: readonly number[]): Promise<void> {
    const { replications, most } = this.#spec;
    const looks = 1 + Math.ceil(Math.log2(most / replications));
    let open = [...new Set(indices)].filter((index) => !this.#tried.has(index));
    const wanted = open.length;
    for (let n = replications; open.length > 0; n = Math.min(most, 2 * n)) {
      await this.#run(open, n, { looks, wanted });
      open = n === most ? [] : open.filter((index) => this.#row(index).verdict === "open");
    }
  }

  async #run(
    indices: readonly number[],
    replications: number,
    { looks, wanted }: { readonly looks: number; readonly wanted: number },
  ): Promise<void> {
    const { promise, onProgress, ...runs } = this.#spec;
    const scenarios = indices.map((index) => this.#grid.at(index));
    const before = this.#tried.size;
    const samples = await samplesOf(scenarios, {
      ...runs,
      ...promise,
      replications,
      onProgress: (share) => {
        const now = Math.min(1, (before + share * wanted) / this.#expected);
        // Open values are run again: progress waits for them and never goes back.
        this.#shown = Math.max(this.#shown, now);
        onProgress?.(this.#shown);
      },
    });
    indices.forEach((index, i) => {
      const sample = samples.of(scenarios[i].name);
      const row = {
        value: this.#grid.values[index],
        replications,
        ...judge(sample, promise, looks),
      };
      this.#tried.set(index, { row, sample });
    });
  }

  #row(index: number): TriedValue {
    return this.#tried.get(index)!.row;
  }

  /** Whether a value that was tried keeps the promise. */
  isKept(index: number): boolean {
    return this.#row(index).verdict === "kept";
  }

  /** Indices of the values tried, ascending. */
  get indices(): number[] {
    return [...this.#tried.keys()].sort((a, b) => a - b);
  }

  /** The values tried, ascending. */
  get rows(): TriedValue[] {
    return this.indices.map((index) => this.#row(index));
  }

  /**
   * Whether no larger value is shown to be worse than a smaller one, at 95 % for all neighbours
   * together, and none that is larger breaks what a smaller one keeps.
   */
  isMonotone(): boolean {
    const indices = this.indices;
    const level = indices.length > 1 ? levelOfEach(indices.length - 1) : 0.95;
    const sign = this.#spec.promise.atMost === undefined ? -1 : 1;
    const first = indices.findIndex((index) => this.isKept(index));
    if (first >= 0 && indices.slice(first).some((i) => this.#row(i).verdict === "broken")) {
      return false;
    }
    return indices.slice(1).every((index, i) => {
      const [a, b] = [this.#tried.get(indices[i])!.sample, this.#tried.get(index)!.sample];
      const n = Math.min(a.length, b.length);
      const { low, high } = pairedInterval(b.slice(0, n), a.slice(0, n), level);
      return !(sign * (sign > 0 ? low : high) > 0);
    });
  }
}
