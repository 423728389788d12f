/**
 * Hazards of every kind of resident in every state and every level of care, as look-up tables.
 *
 * The base hazard of an adverse step is constant over the duration D of the state, −ln(1 − p₀)/D, so
 * that in right care it comes before recovery with the net probability p₀. Care multiplies it. So
 * worse care can only add events among the same people, and partial care counts for its time.
 *
 * A sourced probability without care is one of the average patient. It gives the hazard ratio
 * ln(1 − p₁)/ln(1 − p₀) at the average p₀, which then holds for everybody (proportional hazards).
 * Giving everybody the same p₁ instead would let a 30-year-old without a bed fare as an 85-year-old,
 * and put two thirds of the deaths among green residents.
 */
import { averageRisks, careMultipliers, CRITICAL, MILD, MODERATE, SEVERE } from "../domain/mod.ts";
import type { AverageRisks, Profiles, SeverityRow } from "../domain/mod.ts";
import type { KeyedDraws } from "../engine/mod.ts";
import type { Scenario } from "../scenario/mod.ts";
import { BLOCK } from "./decisions.ts";

const STATES = CRITICAL + 1;
const LEVELS = 5;
/** Highest risk that the factor on becoming moderate can lead to [-]. */
const MOST_LIKELY = 1 - 1e-6;

/** The table of risks, with the risk of becoming moderate times the scenario's factor. */
function severityOf({ severity, moderateFactor }: Scenario["course"]): readonly SeverityRow[] {
  if (moderateFactor === 1) return severity;
  return severity.map((row) => {
    const most = Math.max(row.moderate, MOST_LIKELY);
    return { ...row, moderate: Math.min(row.moderate * moderateFactor, most) };
  });
}

/** Hazards by severity row, state and care level. */
export class CaseRisks {
  /** P(asymptomatic) by severity row [-]. */
  readonly asymptomatic: Float64Array;
  /** The uniform above which a mild case worsens, by severity row [-]. */
  readonly worsensAbove: Float64Array;
  /** P(underlying disease is the main cause) by severity row [-]. */
  readonly underlyingMain: Float64Array;
  readonly #worsening: Float64Array;
  readonly #death: Float64Array;

  /**
   * @param scenario A checked scenario.
   * @param profiles Attributes of residents, with their weights.
   */
  constructor(scenario: Scenario, profiles: Profiles) {
    const { course, emergency: { corridor } } = scenario;
    const care = { ...scenario.care, corridor };
    const severity = severityOf(course);
    this.asymptomatic = Float64Array.from(severity, (r) => r.asymptomatic);
    this.worsensAbove = Float64Array.from(
      severity,
      (r) => r.asymptomatic + (1 - r.asymptomatic) * (1 - r.moderate),
    );
    this.underlyingMain = Float64Array.from(severity, (r) => r.underlyingMain);
    this.#worsening = new Float64Array(severity.length * STATES * LEVELS);
    this.#death = new Float64Array(severity.length * STATES * LEVELS);
    const mean = averageRisks(severity, profiles.whole);
    type Step = [Float64Array, number, keyof AverageRisks, number];
    const steps: Step[] = [
      [this.#worsening, MILD, "moderate", 0],
      [this.#worsening, MODERATE, "severe", care.moderateWithout],
      [this.#worsening, SEVERE, "critical", care.severeWithout],
      [this.#death, SEVERE, "deathSevere", care.severeDeathWithout],
      [this.#death, CRITICAL, "deathCritical", care.criticalDeathWithout],
    ];
    for (const [table, state, risk, without] of steps) {
      const factor = careMultipliers(mean[risk], Math.max(without, mean[risk]), care);
      severity.forEach((r, row) => {
        const hazard = -Math.log1p(-r[risk]);
        for (let level = 0; level < LEVELS; level++) {
          table[(row * STATES + state) * LEVELS + level] = hazard * factor[level];
        }
      });
    }
  }

  /**
   * Hazard of worsening over the whole duration of a state.
   *
   * @param row Severity row.
   * @param state Severity code.
   * @param level Care level, one of `CARE_RIGHT` to `CARE_CORRIDOR`.
   * @returns Cumulative hazard [-].
   */
  worsening(row: number, state: number, level: number): number {
    return this.#worsening[(row * STATES + state) * LEVELS + level];
  }

  /**
   * Hazard of death over the whole duration of a state.
   *
   * @param row Severity row.
   * @param state Severity code.
   * @param level Care level, one of `CARE_RIGHT` to `CARE_CORRIDOR`.
   * @returns Cumulative hazard [-].
   */
  death(row: number, state: number, level: number): number {
    return this.#death[(row * STATES + state) * LEVELS + level];
  }

  /**
   * Whether a case would end in death in right care from now on, on the same thresholds that decide
   * the simulated course: what excess deaths are counted against.
   *
   * @param draws Keyed draws.
   * @param grid Grid of residence.
   * @param ordinal Number of the person.
   * @param row Severity row.
   * @param now State, moderate or worse, and the share of its duration that is left [-].
   * @returns True when the person would die.
   */
  diesInRightCare(
    draws: KeyedDraws,
    grid: number,
    ordinal: number,
    row: number,
    now: { readonly state: number; readonly left: number },
  ): boolean {
    const left = (state: number) => state === now.state ? now.left : 1;
    if (now.state <= MODERATE) {
      draws.block(ordinal, grid, BLOCK.MODERATE, 0);
      if (-Math.log(draws.u1) >= this.worsening(row, MODERATE, 0) * left(MODERATE)) return false;
    }
    if (now.state <= SEVERE) {
      draws.block(ordinal, grid, BLOCK.SEVERE, 0);
      const worsens = -Math.log(draws.u1) / this.worsening(row, SEVERE, 0);
      draws.block(ordinal, grid, BLOCK.SEVERE_TOO, 0);
      const dies = -Math.log(draws.u0) / this.death(row, SEVERE, 0);
      if (dies < Math.min(left(SEVERE), worsens)) return true;
      if (worsens >= left(SEVERE)) return false;
    }
    draws.block(ordinal, grid, BLOCK.CRITICAL, 0);
    return -Math.log(draws.u1) < this.death(row, CRITICAL, 0) * left(CRITICAL);
  }
}
