/** Scales the severity table to its targets. */
import { DISEASES } from "../../sim/domain/terms/mod.ts";
import type { ClinicalSources } from "./_sources.ts";
import { averagesOf, type Kind, kindsOf, type Risk, solve } from "./_severity.ts";

/** Factors that the targets determine [-]. */
interface Factors {
  moderate: number;
  severe: number;
  critical: number;
  deathSevere: number;
  deathCritical: number;
}

/** Targets that follow from the table of targets [-]. */
export function derivedTargets(
  target: (name: string) => number,
): { moderate: number; critical: number } {
  const [severe, share] = [target("ever_severe_of_infected"), target("severe_of_inpatients")];
  const stay = target("mean_stay_severe_or_critical");
  const severeDays = severe * stay;
  const criticalOfDays = target("critical_census") /
    (target("critical_census") + target("severe_census"));
  return {
    moderate: (severeDays * (1 / share - 1)) / target("mean_stay_moderate"),
    critical: (stay * criticalOfDays) / target("mean_stay_critical"),
  };
}

/** Relative risks of one kind, and the means of the disease factors within its age band [-]. */
function relativeRisks(sources: ClinicalSources, kind: Kind, ofStable: number) {
  const ofDisease = [1, ofStable, ofStable * sources.target("unstable_over_stable")];
  const row = sources.people[kind.age];
  const shares = [1 - row.stable - row.unstable, row.stable, row.unstable];
  const mean = (power: number) =>
    shares.reduce((sum, share, disease) => sum + share * ofDisease[disease] ** power, 0);
  const full = 1 - sources.target("vaccine_effectiveness_full");
  const vaccine = [full, Math.max(full, sources.oneDose[kind.age]), 1][kind.vaccination];
  const disease = ofDisease[kind.disease];
  return {
    moderate: Math.sqrt(vaccine * disease) / mean(0.5),
    severe: (vaccine * disease) / mean(1),
  };
}

/** Risks of all kinds for given factors. */
function risksOf(
  sources: ClinicalSources,
  kinds: readonly Kind[],
  ofStable: number,
  factors: Factors,
): Risk[] {
  const cap = sources.target("cap");
  const asymptomatic = sources.target("asymptomatic");
  return kinds.map((kind) => {
    const relative = relativeRisks(sources, kind, ofStable);
    const everModerate = factors.moderate * sources.moderateShape[kind.age] * relative.moderate;
    const everSevere = factors.severe * sources.severeShape[kind.age] * relative.severe;
    const moderate = Math.min(cap, everModerate / (1 - asymptomatic));
    return {
      asymptomatic,
      moderate,
      severe: Math.min(cap, everSevere / ((1 - asymptomatic) * moderate)),
      critical: factors.critical,
      deathSevere: Math.min(cap, factors.deathSevere * sources.deathSevereShape[kind.age]),
      deathCritical: Math.min(cap, factors.deathCritical * sources.deathCriticalShape[kind.age]),
      underlyingMain: 0,
    };
  });
}

/** Factors for one relative risk of stable disease, each solved in turn until all targets hold. */
function factorsFor(sources: ClinicalSources, kinds: readonly Kind[], ofStable: number): Factors {
  const { target } = sources;
  const goal = derivedTargets(target);
  const factors: Factors = {
    moderate: 1,
    severe: 0.1,
    critical: goal.critical,
    deathSevere: 1,
    deathCritical: 0.5,
  };
  type Tuned = "moderate" | "severe" | "critical" | "death" | "deathOfCritical";
  const tune = (name: keyof Factors, average: Tuned, value: number, high: number) => {
    factors[name] = solve(
      (x) =>
        averagesOf(kinds, risksOf(sources, kinds, ofStable, { ...factors, [name]: x }))[average],
      value,
      1e-4,
      high,
    );
  };
  tune("moderate", "moderate", goal.moderate, 100);
  tune("severe", "severe", target("ever_severe_of_infected"), 10);
  for (let round = 0; round < 8; round++) {
    tune("critical", "critical", goal.critical, 0.95);
    tune("deathCritical", "deathOfCritical", target("death_of_critical"), 5);
    tune("deathSevere", "death", target("death_of_ever_severe"), 20);
  }
  return factors;
}

/** The scaled table. */
export interface ScaledSeverity {
  /** Kinds, in the order age band, vaccination, disease. */
  readonly kinds: readonly Kind[];
  /** Risks, by kind. */
  readonly risks: readonly Risk[];
  /** Relative risk of ever-severe disease by disease: none, stable, unstable [-]. */
  readonly relativeRisk: readonly number[];
}

/** Scales the table so that every target holds. */
export function scaleSeverity(sources: ClinicalSources): ScaledSeverity {
  const { target } = sources;
  const kinds = kindsOf(sources);
  const tableFor = (ofStable: number) =>
    risksOf(sources, kinds, ofStable, factorsFor(sources, kinds, ofStable));
  const withDisease = (ofStable: number) =>
    1 - averagesOf(kinds, tableFor(ofStable)).deathsWithoutDisease;
  let [low, high] = [1, 20];
  for (let step = 0; step < 24; step++) {
    const middle = Math.sqrt(low * high);
    if (withDisease(middle) < 1 - target("deaths_without_chronic_disease")) low = middle;
    else high = middle;
  }
  const ofStable = Number(Math.sqrt(low * high).toPrecision(4));
  const risks = tableFor(ofStable);
  const none = target("underlying_main_without_disease");
  const without = averagesOf(kinds, risks).deathsWithoutDisease;
  const main = (target("underlying_of_deaths") - none * without) / (1 - without);
  risks.forEach((risk, index) => risk.underlyingMain = kinds[index].disease === 0 ? none : main);
  return {
    kinds,
    risks,
    relativeRisk: DISEASES.map((_, index) =>
      [1, ofStable, ofStable * target("unstable_over_stable")][index]
    ),
  };
}
