/**
 * A given curve turned into an epidemic: the contact rate by which compartments follow the curve, and
 * the curve that comes of it when contacts are fewer or more.
 *
 * The rate is fitted step by step: what the curve infects, less those infected outside, over those
 * infectious then. Under factor 1 the compartments therefore give the curve back. The fitted rate is
 * kept by the share infected so far, not by date: what makes the curve flatter than even mixing would
 * (those who meet most are infected first, people draw back when many are ill) goes with the epidemic
 * when it is delayed. Kept by date, fewer contacts could infect more: the wave of Beijing at nine
 * tenths of its contact rate would reach 94.9 % instead of 92.3 %, as it would come when the fitted
 * rate is high again. Infections from outside follow the given curve by date. Those infected before
 * the first day by the curve without its cut are in the compartments from the start, not among the
 * residents infected in the window. Districts do not infect one another.
 */
import { Compartments, STEPS_PER_DAY } from "./compartments.ts";
import type { InfectionPeriods } from "./compartments.ts";
import type { Wave } from "./wave.ts";

/** Least share of residents that a curve must leave susceptible [-]. */
const LEAST_LEFT = 1e-6;
/** How many mean infections back the time before the first day is followed [-]. */
const LOOK_BACK = 20;

/** What a contact rate is fitted to. */
export interface ContactFit {
  /** Periods of an infection. */
  readonly periods: InfectionPeriods;
  /** Share of the curve's infections that come from outside, at every time [-]. */
  readonly imported: number;
  /** Days of the window [d], whole. */
  readonly days: number;
}

/** A fitted contact rate. */
export interface FittedContact {
  /** State at the beginning of the window. */
  readonly start: Compartments;
  /** Share infected since the window began under factor 1, at the beginning of each step [-]. */
  readonly infected: Float64Array;
  /** Hazard of a step over the share infectious, under factor 1, where so many are infected [-]. */
  readonly rate: Float64Array;
  /** Hazard of infection outside, by step [-]. */
  readonly outside: Float64Array;
}

/** The compartments at the beginning of the window: infections of the curve before it. */
function beforeWindow(wave: Wave, periods: InfectionPeriods): Compartments {
  const people = new Compartments(periods);
  const back = Math.ceil(LOOK_BACK * (periods.latent + periods.infectious)) * STEPS_PER_DAY;
  const long = wave.between(-Infinity, -back / STEPS_PER_DAY);
  people.susceptible -= long;
  people.removed += long;
  for (let step = -back; step < 0; step++) {
    people.infect(wave.between(step / STEPS_PER_DAY, (step + 1) / STEPS_PER_DAY));
  }
  return people;
}

/**
 * Fits the contact rate of compartments to a wave.
 *
 * @param wave The curve at the base level.
 * @param fit Periods [d], share from outside [-], days [d].
 * @returns Rates by step, from the beginning of the window.
 * @throws {RangeError} When a stage is shorter than a step, or the curve and its tail before the
 *   window leave nobody susceptible.
 *
 * @example Under factor 1 the curve comes back
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { DistrictWave, fitContact, Wave } from "./mod.ts";
 *
 * const wave = new Wave({ peak: 40, before: 2, after: 6, height: 0.05 });
 * const periods = { latent: 1.5, latentStages: 2, infectious: 4, infectiousStages: 2 };
 * const district = new DistrictWave(fitContact(wave, { periods, imported: 0.01, days: 60 }));
 * for (let day = 0; day < 60; day++) district.advance(1);
 * assertAlmostEquals(district.cumulative(60), wave.cumulative(60), 1e-9);
 * ```
 */
export function fitContact(wave: Wave, { periods, imported, days }: ContactFit): FittedContact {
  const start = beforeWindow(wave, periods);
  const left = start.susceptible - wave.between(0, days);
  if (left < LEAST_LEFT) {
    throw new RangeError(
      `Cannot fit a contact rate as the curve, with its tail before the window, must leave >= ${LEAST_LEFT} of the residents susceptible: it leaves ${
        left.toPrecision(3)
      }`,
    );
  }
  const people = start.copy();
  const rate = new Float64Array(days * STEPS_PER_DAY);
  const outside = new Float64Array(rate.length);
  const infected = new Float64Array(rate.length);
  for (let step = 0; step < rate.length; step++) {
    const share = wave.between(step / STEPS_PER_DAY, (step + 1) / STEPS_PER_DAY);
    const hazard = -Math.log1p(-share / people.susceptible);
    const infectious = people.infectiousAll;
    outside[step] = infectious > 0 ? imported * hazard : hazard;
    if (infectious > 0) rate[step] = (hazard - outside[step]) / infectious;
    people.infect(share);
    if (step + 1 < rate.length) infected[step + 1] = infected[step] + share;
  }
  return { start, infected, rate, outside };
}

/**
 * The wave of a district, known day by day as its contacts become known.
 *
 * @example Half the contacts from the thirtieth day on
 * ```ts
 * import { assert, assertAlmostEquals } from "@std/assert";
 * import { DistrictWave, fitContact, Wave } from "./mod.ts";
 *
 * const wave = new Wave({ peak: 40, before: 2, after: 6, height: 0.05 });
 * const periods = { latent: 1.5, latentStages: 2, infectious: 4, infectiousStages: 2 };
 * const district = new DistrictWave(fitContact(wave, { periods, imported: 0.01, days: 60 }));
 * for (let day = 0; day < 60; day++) district.advance(day < 30 ? 1 : 0.5);
 * assertAlmostEquals(district.cumulative(30), wave.cumulative(30), 1e-9);
 * assert(district.cumulative(60) < 0.8 * wave.cumulative(60));
 * assertAlmostEquals(district.timeOf(district.cumulative(45)), 45, 1e-9);
 * ```
 */
export class DistrictWave {
  readonly #fitted: FittedContact;
  readonly #people: Compartments;
  /** Share infected since the window began, by step; the first is 0 [-]. */
  readonly #infected: Float64Array;
  #steps = 0;
  /** Last step of the fit at which no more were infected than now [-] -- state. */
  #at = 0;

  /** @param fitted Contact rate under factor 1. */
  constructor(fitted: FittedContact) {
    this.#fitted = fitted;
    this.#people = fitted.start.copy();
    this.#infected = new Float64Array(fitted.rate.length + 1);
  }

  /** Days that are known [d]. */
  get days(): number {
    return this.#steps / STEPS_PER_DAY;
  }

  /** Shares by state at the end of the days known. */
  get people(): Compartments {
    return this.#people;
  }

  /**
   * Lets one day pass.
   *
   * @param factor Contact rate of the day ÷ that at the base level [-], 0 or more.
   */
  advance(factor: number): void {
    const { outside } = this.#fitted;
    for (let i = 0; i < STEPS_PER_DAY; i++) {
      const step = this.#steps++;
      const rate = this.#rateAt(this.#infected[step]);
      const hazard = factor * rate * this.#people.infectiousAll + outside[step];
      this.#infected[step + 1] = this.#infected[step] + this.#people.expose(hazard);
    }
  }

  /** Fitted rate where a share, never below those asked before, is infected; linear between steps. */
  #rateAt(share: number): number {
    const { infected, rate } = this.#fitted;
    const last = rate.length - 1;
    while (this.#at < last && infected[this.#at + 1] <= share) this.#at++;
    const at = this.#at;
    if (at === last) return rate[last];
    const part = (share - infected[at]) / (infected[at + 1] - infected[at]);
    return rate[at] + part * (rate[at + 1] - rate[at]);
  }

  /**
   * Share of residents infected since the window began; linear within a step.
   *
   * @param day Time [d since the window began], at most the days known.
   * @returns Share [-].
   * @throws {RangeError} When the time is not known yet.
   */
  cumulative(day: number): number {
    if (day > this.days) {
      throw new RangeError(
        `Cannot tell the share infected as the time must be <= the ${this.days} d known: current time is ${day} d`,
      );
    }
    const at = Math.max(0, day * STEPS_PER_DAY);
    const step = Math.min(Math.floor(at), this.#infected.length - 2);
    const from = this.#infected[step];
    return from + (at - step) * (this.#infected[step + 1] - from);
  }

  /**
   * Time at which a share of residents has been infected.
   *
   * @param share Share of residents [-].
   * @returns Time [d since the window began]; that known last for a share not reached yet.
   */
  timeOf(share: number): number {
    if (share <= 0) return 0;
    let low = 0;
    let high = this.#steps;
    if (share >= this.#infected[high]) return this.days;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (this.#infected[middle] <= share) low = middle;
      else high = middle;
    }
    const [from, to] = [this.#infected[low], this.#infected[high]];
    return (low + (share - from) / (to - from)) / STEPS_PER_DAY;
  }
}
