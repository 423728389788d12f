/**
 * The curves by which residents are infected: given, or day by day as contacts follow the risk level.
 *
 * A curve is the expected cumulative share of a district's residents; the n-th infection of a grid
 * falls where it reaches the n-th point of the grid's Poisson process. So the same people are
 * infected under every curve, earlier, later or not at all.
 */
import { DistrictWave, fitContact, fitWave, RISK_LEVELS } from "../domain/mod.ts";
import type { Wave } from "../domain/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { dayOf, MINUTES_PER_DAY } from "./calendar_days.ts";
import type { RiskLevels } from "./risk_levels.ts";

/** Expected infections by district. */
export interface InfectionCurve {
  /** Whether every district has the same curve, known from the beginning. */
  readonly isGiven: boolean;
  /** Whether there is an epidemic at all. */
  readonly infects: boolean;
  /** Share of residents infected from the first day to a time of the window [d], known by then [-]. */
  cumulative(district: number, day: number): number;
  /** Time at which a share of residents [-], reached by now, was infected [d]. */
  timeOf(district: number, share: number): number;
}

/**
 * The wave of a scenario as a curve over the days of its window.
 *
 * @param scenario A checked scenario.
 * @returns The wave; day 0 is the first day's 00:00.
 */
export function waveOf(scenario: Scenario): Wave {
  const { wave, window } = scenario;
  return fitWave({
    peakDay: dayOf(window.start, wave.peak),
    attack: wave.attack.map(({ date, share }) => ({ day: dayOf(window.start, date), share })),
    scale: wave.scale,
  });
}

/** The given curve, the same in every district. */
class GivenCurve implements InfectionCurve {
  readonly isGiven = true;
  readonly infects: boolean;

  constructor(readonly wave: Wave, days: number) {
    this.infects = wave.cumulative(days) > 0;
  }

  cumulative(_district: number, day: number): number {
    return this.wave.cumulative(day);
  }

  timeOf(_district: number, share: number): number {
    return this.wave.timeOf(share);
  }
}

/** What comes of the given curve when contacts follow the level; a day is worked out when asked for. */
class FollowingCurve implements InfectionCurve {
  readonly isGiven = false;
  readonly infects: boolean;
  readonly #districts: readonly DistrictWave[];
  readonly #levels: RiskLevels;
  readonly #factors: readonly number[];

  constructor(scenario: Scenario, levels: RiskLevels, count: number) {
    const { wave: { contactFactor, compartments }, window: { days } } = scenario;
    const { latent, infectious, imported, ...stages } = compartments;
    const periods = {
      ...stages,
      latent: latent / MINUTES_PER_DAY,
      infectious: infectious / MINUTES_PER_DAY,
    };
    const wave = waveOf(scenario);
    const fitted = fitContact(wave, { periods, imported, days });
    this.infects = wave.cumulative(days) > 0;
    this.#levels = levels;
    this.#factors = RISK_LEVELS.map((level) => contactFactor[level]);
    this.#districts = Array.from({ length: count }, () => new DistrictWave(fitted));
  }

  #upTo(district: number, day: number): DistrictWave {
    const wave = this.#districts[district];
    while (wave.days < day) wave.advance(this.#factors[this.#levels.on(district, wave.days)]);
    return wave;
  }

  cumulative(district: number, day: number): number {
    return this.#upTo(district, day).cumulative(day);
  }

  timeOf(district: number, share: number): number {
    return this.#districts[district].timeOf(share);
  }
}

/**
 * The curve of a scenario.
 *
 * @param scenario A checked scenario.
 * @param levels Levels of its districts.
 * @param districts How many there are [-].
 * @returns The curve that the wave's mode asks for.
 */
export function infectionCurve(
  scenario: Scenario,
  levels: RiskLevels,
  districts: number,
): InfectionCurve {
  return scenario.wave.mode === "curve"
    ? new GivenCurve(waveOf(scenario), scenario.window.days)
    : new FollowingCurve(scenario, levels, districts);
}
