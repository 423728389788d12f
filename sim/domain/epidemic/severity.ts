/** How ill a case becomes in the right place, by age, vaccination and underlying disease. */
import type { AgeBand, Disease, Vaccination } from "../terms/mod.ts";

/**
 * Risks of one kind of resident in right care. Each adverse step has a net probability: the chance
 * that it comes before recovery from the state, were it the only one.
 */
export interface SeverityRow {
  /** Age band. */
  readonly ageBand: AgeBand;
  /** Vaccination. */
  readonly vaccination: Vaccination;
  /** Underlying disease. */
  readonly disease: Disease;
  /** P(asymptomatic | infected) [-]. */
  readonly asymptomatic: number;
  /** P(mild worsens to moderate) [-]. */
  readonly moderate: number;
  /** P(moderate worsens to severe) [-]. */
  readonly severe: number;
  /** P(severe worsens to critical) [-]. */
  readonly critical: number;
  /** P(death while severe) [-]. */
  readonly deathSevere: number;
  /** P(death while critical) [-]. */
  readonly deathCritical: number;
  /** P(underlying disease is the main cause | severe) [-]. */
  readonly underlyingMain: number;
}
