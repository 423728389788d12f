/** Series with known answers, drawn by key. */

import { KeyedDraws, keyOf, normalQuantile } from "../../../sim/engine/mod.ts";

/** Uniforms of numbered runs; the same for the same seed, run and place. */
export class Inputs {
  readonly #draws: KeyedDraws;

  constructor(seed: string) {
    this.#draws = new KeyedDraws(keyOf(seed, 0));
  }

  /** Standard normal number. */
  normal(run: number, place: number, series = 0): number {
    this.#draws.block(place, run, series, 1);
    return normalQuantile(this.#draws.u0);
  }

  /** Number of Erlang's law of four stages, mean 4. */
  erlang(run: number, place: number): number {
    const draws = this.#draws;
    draws.block(place, run, 0, 2);
    return -Math.log(draws.u0 * draws.u1 * draws.u2 * draws.u3);
  }

  /** Exponential number of mean 1. */
  exponential(run: number, place: number): number {
    this.#draws.block(place, run, 0, 3);
    return -Math.log(this.#draws.u0);
  }

  /**
   * Waits in M/M/1, mean service 1, by Lindley's recursion; the first wait is 0 or, when stationary,
   * drawn from its law P(W > t) = ρ exp(-(1 - ρ) t).
   */
  waits(into: Float64Array, { run, load, stationary }: WaitsOptions): Float64Array {
    const draws = this.#draws;
    draws.block(0, run, 1, 4);
    let wait = stationary ? Math.max(0, -Math.log(draws.u0 / load) / (1 - load)) : 0;
    for (let i = 0; i < into.length; i++) {
      into[i] = wait;
      draws.block(i, run, 0, 4);
      wait = Math.max(0, wait - Math.log(draws.u0) + Math.log(draws.u1) / load);
    }
    return into;
  }
}

/** Which run of which queue. */
export interface WaitsOptions {
  readonly run: number;
  /** Arrivals in the mean service time [-], below 1. */
  readonly load: number;
  readonly stationary: boolean;
}

/**
 * Exact mean waits of the first customers of M/M/1 started empty, mean service 1.
 *
 * E(W of customer n + 1) = Σ E(max(0, S_k)) / k over k = 1 to n, S_k the sum of k services less k gaps.
 * S_k is positive as far as the kth arrival comes before the kth service: with j services before it,
 * k - j are left, and j has the negative binomial law.
 *
 * Source: Spitzer (1956), "A combinatorial lemma and its application to probability theory",
 * Transactions of the American Mathematical Society 82, 323–339.
 */
export function exactMeanWaits(load: number, customers: number): Float64Array {
  const arrival = load / (1 + load);
  const means = new Float64Array(customers);
  let logFirst = 0;
  for (let k = 1; k < customers; k++) {
    logFirst += Math.log(arrival);
    let logMass = logFirst;
    let excess = 0;
    for (let j = 0; j < k; j++) {
      excess += Math.exp(logMass) * (k - j);
      logMass += Math.log((k + j) / (j + 1) * (1 - arrival));
    }
    means[k] = means[k - 1] + excess / k;
  }
  return means;
}
