/** What the tables amount to over Beijing's residents, beside what was published. */
import { derivedTargets } from "./_scale.ts";
import type { Averages } from "./_severity.ts";
import type { ClinicalSources } from "./_sources.ts";

/** What the rows are made from. */
export interface AverageInputs {
  /** Sources. */
  readonly sources: ClinicalSources;
  /** Averages of the tables [-]. */
  readonly averages: Averages;
  /** Green, yellow, red share of residents of 65 and above [-]. */
  readonly colours: readonly number[];
  /** Relative risk of ever-severe disease: none, stable, unstable [-]. */
  readonly relativeRisk: readonly number[];
}

const TARGET = "target: holds by construction";
const CHECK = "check: not fitted";
const DEATHS = "National Health Commission, 14 Jan 2023: deaths in hospital, 8 Dec 2022 to 12 Jan 2023";
const YANCHENG = "Yancheng Development and Reform Commission, 27 Dec 2022: residents of 65 and above";

/** Rows of `averages.csv`. */
export function averageRows(
  { sources, averages, colours, relativeRisk }: AverageInputs,
): Record<string, string | number>[] {
  const { target } = sources;
  const goal = derivedTargets(target);
  const risk = "relative to residents without underlying disease; follows from the deaths without chronic disease";
  const rows: [string, number, number | string, string, string][] = [
    ["ever_moderate_of_infected", averages.moderate, goal.moderate, "sources/targets.csv: 7.9 % severe in the census of COVID inpatients", TARGET],
    ["ever_severe_of_infected", averages.severe, target("ever_severe_of_infected"), "sources/targets.csv", TARGET],
    ["ever_critical_of_ever_severe", averages.critical, goal.critical, "sources/targets.csv: 99 critical to 526 severe", TARGET],
    ["death_of_ever_severe", averages.death, target("death_of_ever_severe"), "sources/targets.csv", TARGET],
    ["death_of_ever_critical", averages.deathOfCritical, target("death_of_critical"), "sources/targets.csv", TARGET],
    ["death_of_infected", averages.death * averages.severe, 0.0009, "Chen X et al. (2022), Emerging Microbes & Infections, PMC9683067 (0.0009 to 0.0010)", CHECK],
    ["underlying_main_of_deaths", averages.underlyingOfDeaths, target("underlying_of_deaths"), "sources/targets.csv", TARGET],
    ["deaths_without_underlying_disease", averages.deathsWithoutDisease, target("deaths_without_chronic_disease"), "sources/targets.csv", TARGET],
    ["deaths_at_65_and_above", averages.deaths65, 0.901, DEATHS, CHECK],
    ["deaths_at_80_and_above", averages.deaths80, 0.565, DEATHS, CHECK],
    ["relative_risk_stable", relativeRisk[1], "", "", risk],
    ["relative_risk_unstable", relativeRisk[2], "", "", risk],
    ["green_at_65_and_above", colours[0], 0.719, YANCHENG, CHECK],
    ["yellow_at_65_and_above", colours[1], 0.157, YANCHENG, CHECK],
    ["red_at_65_and_above", colours[2], 0.124, YANCHENG, "unstable disease at 65 and above was set with this in view"],
  ];
  return rows.map(([quantity, value, published, source, note]) => ({
    quantity,
    value: Number(value.toPrecision(4)),
    published: typeof published === "number" ? Number(published.toPrecision(4)) : published,
    unit: "-",
    source,
    note,
  }));
}
