/** Sequential selection of the best system by the procedure of Kim and Nelson. */

import { checkBest } from "./_check.ts";

/** What is to be selected, and with which guarantee. */
export interface KimNelsonSpec {
  /** Systems compared [systems], 2 or more. */
  readonly systems: number;
  /** Least difference of means worth finding [unit of the values], positive. */
  readonly difference: number;
  /** Probability of selecting the best, at least [-], 1 / systems < level < 1; default 0.95. */
  readonly level?: number;
  /** Values of each system before the first comparison [values], 2 or more; default 10. */
  readonly firstStage?: number;
  /** Which mean is best; default "largest". */
  readonly best?: "largest" | "smallest";
}

/**
 * Gives a value of a system, such as the result of one replication.
 *
 * Common random numbers may be used for the same number: they make it stop earlier.
 *
 * @param system Index of the system [-].
 * @param number Number of the value, from 0 [-].
 * @returns Value [its unit].
 */
export type Observe = (system: number, number: number) => number;

/**
 * Procedure KN, round by round: after a first stage every contender gives one value a round, and
 * those that another beats by more than the width of a shrinking triangle drop out.
 *
 * The system of the best mean is selected with at least the wanted probability, if it is better by
 * the difference worth finding or more; otherwise one that is as good but for that difference is
 * likely. Values are to be normal (such as means of a replication), independent from round to round.
 *
 * Source: Kim and Nelson (2001), "A fully sequential procedure for indifference-zone selection in
 * simulation", ACM Transactions on Modeling and Computer Simulation 11(3), 251–273, with c = 1.
 *
 * @example The second of two by far
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { KimNelson } from "./mod.ts";
 *
 * const kn = new KimNelson({ systems: 2, difference: 1 });
 * kn.run((system, number) => 10 * system + number % 2);
 * assertEquals([kn.best, kn.values], [1, 20]);
 * ```
 */
export class KimNelson {
  /** Systems still in question, ascending -- state. */
  contenders: readonly number[];
  /** Values taken in all [values] -- statistic. */
  values = 0;
  /** Values taken of each contender [values] -- state. */
  round = 0;
  readonly #spec: Required<KimNelsonSpec>;
  readonly #sign: number;
  readonly #sums: Float64Array;
  /** h² S² / δ² of each pair, the number of rounds after which the triangle has closed. */
  #ends: Float64Array[] = [];

  /**
   * Starts with all systems in question.
   * @param spec Systems, difference worth finding, level and first stage.
   * @throws {RangeError} If a number lies outside its domain.
   * @throws {TypeError} If which mean is best has an unknown name.
   */
  constructor(spec: KimNelsonSpec) {
    this.#spec = { level: 0.95, firstStage: 10, best: "largest", ...spec };
    checkBest("select", this.#spec.best);
    const { systems, difference, level, firstStage } = this.#spec;
    const whole = Number.isInteger(systems) && Number.isInteger(firstStage);
    const inside = systems >= 2 && firstStage >= 2 && level > 1 / systems && level < 1;
    if (!(whole && inside && difference > 0)) {
      throw new RangeError(
        `Cannot select as it takes 2 systems or more, a positive difference, a level between 1 / systems and 1 and a first stage of 2 or more: current numbers are ${systems}, ${difference}, ${level} and ${firstStage}`,
      );
    }
    this.contenders = Array.from({ length: systems }, (_, i) => i);
    this.#sign = this.#spec.best === "largest" ? 1 : -1;
    this.#sums = new Float64Array(systems);
  }

  /** Whether one system is left. */
  get done(): boolean {
    return this.contenders.length === 1;
  }

  /** Contender of the best mean so far, the first of equal ones [-]; 0 before the first stage. */
  get best(): number {
    return this.contenders.reduce((a, b) => this.#sums[b] > this.#sums[a] ? b : a);
  }

  /**
   * Takes the first stage, or one more value of each contender, and drops those that are beaten.
   * @param observe Gives the values.
   */
  step(observe: Observe): void {
    if (this.done) return;
    if (this.round === 0) this.#begin(observe);
    else {
      for (const system of this.contenders) {
        this.#sums[system] += this.#sign * observe(system, this.round);
      }
      this.values += this.contenders.length;
      this.round++;
    }
    this.contenders = this.#unbeaten();
  }

  /**
   * Steps until one system is left.
   * @param observe Gives the values.
   * @returns The system selected [-].
   */
  run(observe: Observe): number {
    while (!this.done) this.step(observe);
    return this.best;
  }

  #begin(observe: Observe): void {
    const { systems, firstStage, level, difference } = this.#spec;
    const first = this.contenders.map((system) =>
      Float64Array.from({ length: firstStage }, (_, i) => this.#sign * observe(system, i))
    );
    first.forEach((values, system) => this.#sums[system] = sumOf(values));
    this.values = systems * firstStage;
    this.round = firstStage;
    const eta = ((2 * (1 - level) / (systems - 1)) ** (-2 / (firstStage - 1)) - 1) / 2;
    const scale = 2 * eta / (difference * difference); // h² / ((n₀ - 1) δ²)
    this.#ends = first.map((a) =>
      Float64Array.from(first, (b) => scale * squaresOfDifferences(a, b))
    );
  }

  #unbeaten(): number[] {
    const { difference } = this.#spec;
    const [sums, ends, all] = [this.#sums, this.#ends, this.contenders];
    // Sums, not means: the triangle is δ / 2 (h² S² / δ² - r) for them.
    const margin = (i: number, l: number): number =>
      Math.max(0, difference / 2 * (ends[i][l] - this.round));
    const left = all.filter((i) => all.every((l) => sums[i] >= sums[l] - margin(i, l)));
    const open = left.some((i) => left.some((l) => l !== i && ends[i][l] >= this.round));
    // All triangles closed: equal means are left, or one.
    return open ? left : [left.reduce((a, b) => sums[b] > sums[a] ? b : a)];
  }
}

function sumOf(values: Float64Array): number {
  return values.reduce((sum, value) => sum + value, 0);
}

function squaresOfDifferences(a: Float64Array, b: Float64Array): number {
  const mean = (sumOf(a) - sumOf(b)) / a.length;
  return a.reduce((sum, value, i) => sum + (value - b[i] - mean) ** 2, 0);
}
