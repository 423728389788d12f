/**
 * Compartments: the shares of a district's residents who are susceptible, latent, infectious and
 * removed, in steps of three hours.
 *
 * A step infects each susceptible with probability 1 − exp(−hazard), so that nobody is infected
 * twice whatever the hazard. Latent and infectious periods have Erlang stages; who is in a stage
 * leaves it in a step with a probability that makes the mean stay exact, so that the final size under
 * a constant contact rate is that of the theory. Why steps of a fixed length: the level changes at
 * 00:00 only, and a whole number of steps makes a day.
 *
 * Source: Kermack and McKendrick (1927), "A contribution to the mathematical theory of epidemics",
 * Proceedings of the Royal Society A 115, 700–721; stages as in Lloyd (2001), "Realistic
 * distributions of infectious periods in epidemic models", Theoretical Population Biology 60(1),
 * 59–71.
 */

/** Steps in a day [1/d]. */
export const STEPS_PER_DAY = 8;

/** Periods of an infection. */
export interface InfectionPeriods {
  /** Mean time from infection to being infectious [d]. */
  readonly latent: number;
  /** Stages of it [-], at least 1; each at least a step long. */
  readonly latentStages: number;
  /** Mean time of being infectious [d]. */
  readonly infectious: number;
  /** Stages of it [-], at least 1; each at least a step long. */
  readonly infectiousStages: number;
}

/** Probability of leaving a stage in a step [-]; refuses stages shorter than a step. */
function leaving(what: string, days: number, stages: number): number {
  const chance = stages / (days * STEPS_PER_DAY);
  if (Number.isInteger(stages) && stages >= 1 && chance > 0 && chance <= 1) return chance;
  throw new RangeError(
    `Cannot make compartments as a stage must last >= ${
      24 / STEPS_PER_DAY
    } h: the ${what} period ` +
      `is ${days} d in ${stages} stages`,
  );
}

/**
 * Shares of residents by state.
 *
 * @example Everybody infected is removed in the end
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { Compartments } from "./mod.ts";
 *
 * const periods = { latent: 2, latentStages: 2, infectious: 4, infectiousStages: 1 };
 * const people = new Compartments(periods);
 * people.infect(0.3);
 * for (let step = 0; step < 2000; step++) people.infect(0);
 * assertAlmostEquals(people.removed, 0.3, 1e-12);
 * assertAlmostEquals(people.susceptible, 0.7, 1e-12);
 * ```
 */
export class Compartments {
  /** Share never infected [-] -- state. */
  susceptible = 1;
  /** Share infected and not infectious yet, by stage [-] -- state. */
  readonly latent: Float64Array;
  /** Share infectious, by stage [-] -- state. */
  readonly infectious: Float64Array;
  /** Share infectious no more [-] -- state. */
  removed = 0;
  readonly #periods: InfectionPeriods;
  readonly #leavesLatent: number;
  readonly #leavesInfectious: number;

  /**
   * Everybody susceptible.
   *
   * @param periods Periods of an infection.
   * @throws {RangeError} When a stage is shorter than a step.
   */
  constructor(periods: InfectionPeriods) {
    this.#periods = periods;
    this.#leavesLatent = leaving("latent", periods.latent, periods.latentStages);
    this.#leavesInfectious = leaving("infectious", periods.infectious, periods.infectiousStages);
    this.latent = new Float64Array(periods.latentStages);
    this.infectious = new Float64Array(periods.infectiousStages);
  }

  /** Share infectious, all stages [-]. */
  get infectiousAll(): number {
    return this.infectious.reduce((sum, share) => sum + share, 0);
  }

  /**
   * One step: all who are infected move on, and a share of residents is newly infected.
   *
   * @param share Share of residents newly infected [-].
   */
  infect(share: number): void {
    let enters = share;
    enters = through(this.latent, this.#leavesLatent, enters);
    this.removed += through(this.infectious, this.#leavesInfectious, enters);
    this.susceptible -= share;
  }

  /**
   * One step under a hazard.
   *
   * @param hazard Hazard of infection over the step [-].
   * @returns Share of residents newly infected [-].
   */
  expose(hazard: number): number {
    const share = -this.susceptible * Math.expm1(-hazard);
    this.infect(share);
    return share;
  }

  /**
   * The same shares, to go on from by themselves.
   *
   * @returns A copy.
   */
  copy(): Compartments {
    const copy = new Compartments(this.#periods);
    copy.susceptible = this.susceptible;
    copy.latent.set(this.latent);
    copy.infectious.set(this.infectious);
    copy.removed = this.removed;
    return copy;
  }
}

/** Moves on those in a chain of stages; who enters now leaves in a later step. */
function through(stages: Float64Array, chance: number, enters: number): number {
  for (let i = 0; i < stages.length; i++) {
    const leaves = stages[i] * chance;
    stages[i] += enters - leaves;
    enters = leaves;
  }
  return enters;
}
