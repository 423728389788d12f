/**
 * The severity table: shapes over age, vaccination and disease, scaled until averages over Beijing's
 * residents equal the published ones.
 *
 * An adverse step is a constant hazard over the time of the state, so that two of them compete:
 * with net probabilities p and q the first one happens with the crude probability
 * a / (a + b) × (1 − (1 − p)(1 − q)), a = −ln(1 − p), b = −ln(1 − q).
 */
import {
  AGE_BANDS,
  DISEASES,
  VACCINATIONS,
} from "../../sim/domain/terms/mod.ts";
import type { ClinicalSources } from "./_sources.ts";

/** A kind of resident: index of age band, vaccination, disease, and share of all residents [-]. */
export interface Kind {
  /** Age band. */
  readonly age: number;
  /** Vaccination. */
  readonly vaccination: number;
  /** Disease. */
  readonly disease: number;
  /** Share of residents [-]. */
  readonly weight: number;
}

/** Net probabilities of one kind [-]. */
export interface Risk {
  /** P(asymptomatic | infected) [-]. */
  asymptomatic: number;
  /** P(mild worsens) [-]. */
  moderate: number;
  /** P(moderate worsens) [-]. */
  severe: number;
  /** P(severe worsens), net [-]. */
  critical: number;
  /** P(death while severe), net [-]. */
  deathSevere: number;
  /** P(death while critical) [-]. */
  deathCritical: number;
  /** P(underlying disease is the main cause | severe) [-]. */
  underlyingMain: number;
}

/** Averages over residents that the targets speak of [-]. */
export interface Averages {
  /** P(ever moderate or worse | infected). */
  readonly moderate: number;
  /** P(ever severe or critical | infected). */
  readonly severe: number;
  /** P(ever critical | ever severe), crude. */
  readonly critical: number;
  /** P(death | ever severe), crude. */
  readonly death: number;
  /** P(death | ever critical). */
  readonly deathOfCritical: number;
  /** Share of deaths without underlying disease. */
  readonly deathsWithoutDisease: number;
  /** Share of deaths mainly of underlying disease. */
  readonly underlyingOfDeaths: number;
  /** Share of deaths at 65 and above. */
  readonly deaths65: number;
  /** Share of deaths at 80 and above. */
  readonly deaths80: number;
}

/** Crude probability of a step with net probability p beside a competing one with q [-]. */
export function crude(p: number, q: number): number {
  if (p === 0) return 0;
  const a = -Math.log1p(-p);
  const b = -Math.log1p(-q);
  return (a / (a + b)) * (1 - (1 - p) * (1 - q));
}

/** All kinds of resident, in the order age band, vaccination, disease. */
export function kindsOf(sources: ClinicalSources): Kind[] {
  const kinds: Kind[] = [];
  for (let age = 0; age < AGE_BANDS.length; age++) {
    const row = sources.people[age];
    const vaccinations = [row.full, row.partial, 1 - row.full - row.partial];
    const diseases = [1 - row.stable - row.unstable, row.stable, row.unstable];
    for (let vaccination = 0; vaccination < VACCINATIONS.length; vaccination++) {
      for (let disease = 0; disease < DISEASES.length; disease++) {
        const weight = sources.shares[age] * vaccinations[vaccination] * diseases[disease];
        kinds.push({ age, vaccination, disease, weight });
      }
    }
  }
  return kinds;
}

/** Averages over residents, as the targets define them. */
export function averagesOf(kinds: readonly Kind[], risks: readonly Risk[]): Averages {
  const sum = (value: (risk: Risk, kind: Kind) => number) =>
    kinds.reduce((total, kind, index) => total + kind.weight * value(risks[index], kind), 0);
  const moderate = (r: Risk) => (1 - r.asymptomatic) * r.moderate;
  const severe = (r: Risk) => moderate(r) * r.severe;
  const critical = (r: Risk) => severe(r) * crude(r.critical, r.deathSevere);
  const death = (r: Risk) =>
    severe(r) * crude(r.deathSevere, r.critical) + critical(r) * r.deathCritical;
  const [severeAll, deathAll] = [sum(severe), sum(death)];
  return {
    moderate: sum(moderate),
    severe: severeAll,
    critical: sum(critical) / severeAll,
    death: deathAll / severeAll,
    deathOfCritical: sum((r) => critical(r) * r.deathCritical) / sum(critical),
    deathsWithoutDisease: sum((r, k) => (k.disease === 0 ? death(r) : 0)) / deathAll,
    underlyingOfDeaths: sum((r) => death(r) * r.underlyingMain) / deathAll,
    deaths65: sum((r, k) => (k.age >= AGE_BANDS.indexOf("65-69") ? death(r) : 0)) / deathAll,
    deaths80: sum((r, k) => (k.age >= AGE_BANDS.indexOf("80+") ? death(r) : 0)) / deathAll,
  };
}

/** Solves f(x) = target for an increasing f by bisection on a logarithmic scale. */
export function solve(f: (x: number) => number, target: number, low: number, high: number): number {
  for (let step = 0; step < 50; step++) {
    const middle = Math.sqrt(low * high);
    if (f(middle) < target) low = middle;
    else high = middle;
  }
  return Math.sqrt(low * high);
}
