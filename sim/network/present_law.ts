/**
 * Laws of cases that are found in a state at one instant: who they are, and what of it is behind them.
 *
 * Whoever is found is not who enters. A kind of resident is found as often as it enters the state
 * times how long it stays; a stay is found in proportion to its length, and ended early by worsening
 * or death it is found less near its end.
 *
 * With the hazard h over a state of duration D, constant in time, the joint density of D and of the
 * elapsed share x is proportional to D f(D) exp(−h x): the two are independent, D biased by its length
 * and x a truncated exponential. What is left of the thresholds is again a standard exponential.
 *
 * Source: Cox (1962), "Renewal theory", Methuen, sections 5.1 and 5.4 (residual life and the bias by
 * length); the hazard within the state follows from them.
 */
import { CRITICAL, MILD, MODERATE, SEVERE } from "../domain/mod.ts";
import { residualLifeOf, tabulated } from "../engine/mod.ts";
import type { Distribution } from "../engine/mod.ts";
import type { World } from "./world.ts";

/** Largest probability at which a quantile is asked [-]. */
const ALMOST_ONE = 1 - 2 ** -53;

/** Share of the people who enter a state and are still in it after a random share of its duration [-]. */
const meanShare = (hazard: number): number => hazard > 0 ? -Math.expm1(-hazard) / hazard : 1;

/**
 * Share of a state's duration that is behind a case found in it.
 *
 * @param u Uniform [-].
 * @param hazard Hazard of worsening and death over the whole duration [-].
 * @returns Share [-], 0 to 1; it never falls as u rises.
 *
 * @example Without hazard any share is as likely; with it the first half is
 * ```ts
 * import { assert, assertEquals } from "@std/assert";
 * import { elapsedShare } from "./present_law.ts";
 *
 * assertEquals(elapsedShare(0.5, 0), 0.5);
 * assert(elapsedShare(0.5, 3) < 0.25);
 * ```
 */
export function elapsedShare(u: number, hazard: number): number {
  return hazard > 0 ? -Math.log1p(u * Math.expm1(-hazard)) / hazard : u;
}

/** Laws of cases found in the states of one scenario. */
export class PresentLaw {
  readonly #world: World;
  readonly #cells = new Map<number, Float64Array>();
  readonly #elapsed = new Map<number, Distribution>();

  /** @param world The replication. */
  constructor(world: World) {
    this.#world = world;
  }

  /**
   * Hazard of worsening and death over the whole duration of a state.
   *
   * @param row Severity row [-].
   * @param state Severity code [-].
   * @param care Care level [-].
   * @returns Cumulative hazard [-].
   */
  hazard(row: number, state: number, care: number): number {
    const { risks } = this.#world;
    return risks.worsening(row, state, care) + risks.death(row, state, care);
  }

  /**
   * Who is found in a state: kinds of resident by their share of residents, the probability in right
   * care that they enter the state, and the mean time in it under the present care.
   *
   * @param state Severity code, moderate or worse [-].
   * @param care Care level [-].
   * @param u Uniform [-].
   * @returns Cell of attributes [-].
   * @throws {RangeError} When risks leave nobody in the state.
   */
  cellOf(state: number, care: number, u: number): number {
    const key = state * 4 + care;
    let cumulative = this.#cells.get(key);
    if (cumulative === undefined) {
      cumulative = this.#cumulative(state, care);
      this.#cells.set(key, cumulative);
    }
    const found = u * cumulative[cumulative.length - 1];
    let low = 0;
    let high = cumulative.length - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (cumulative[middle] > found) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  #cumulative(state: number, care: number): Float64Array {
    const { profiles } = this.#world;
    let sum = 0;
    const { whole, wholeOf, upTo } = profiles;
    const cumulative = Float64Array.from({ length: profiles.count }, (_, cell) => {
      const row = profiles.severityRow[cell];
      const stay = meanShare(this.hazard(row, state, care));
      const found = whole.weight[wholeOf[cell]] * this.#enters(row, state) * stay;
      return upTo[cell] === 1 ? sum += found : sum + found * upTo[cell];
    });
    if (sum > 0) return cumulative;
    throw new RangeError(
      `Cannot start from a census as some resident must be able to be in every state of it: current risks leave nobody in severity ${state}`,
    );
  }

  /** Probability that an infection leads to a state, in right care before it [-]. */
  #enters(row: number, state: number): number {
    const { risks } = this.#world;
    const worsens = (from: number) => {
      const worse = risks.worsening(row, from, 0);
      const all = this.hazard(row, from, 0);
      if (worse === Infinity) return 1;
      return worse > 0 ? worse / all * -Math.expm1(-all) : 0;
    };
    let p = (1 - risks.asymptomatic[row]) * -Math.expm1(-risks.worsening(row, MILD, 0));
    if (state >= SEVERE) p *= worsens(MODERATE);
    if (state >= CRITICAL) p *= worsens(SEVERE);
    return p;
  }

  /**
   * Duration, in right care and to recovery, of a state that somebody is found in: biased by length.
   * Drawn as an elapsed time of the equilibrium law and then a whole duration beyond it.
   *
   * @param state Severity code [-].
   * @param u Uniform [-].
   * @param v Another one [-].
   * @returns Duration [min].
   */
  duration(state: number, u: number, v: number): number {
    const law = this.#world.laws.state[state];
    let elapsed = this.#elapsed.get(state);
    if (elapsed === undefined) {
      elapsed = tabulated(residualLifeOf(law));
      this.#elapsed.set(state, elapsed);
    }
    const before = law.cdf(elapsed.quantile(u));
    return law.quantile(Math.min(ALMOST_ONE, before + v * (1 - before)));
  }
}
