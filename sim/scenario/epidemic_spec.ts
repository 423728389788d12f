/** How contacts follow the risk level, what is reported of infections, and levels by the case rule. */
import type { RiskLevel } from "../domain/mod.ts";
import type { DistributionSpec } from "../engine/mod.ts";

/** What the wave is: a given curve, or compartments whose contact rate follows the risk level. */
export const WAVE_MODES = ["curve", "compartments"] as const;
/** Name of a mode of the wave. */
export type WaveMode = (typeof WAVE_MODES)[number];

/** Compartments of a district; the contact rate is fitted to the given curve. */
export interface CompartmentSpec {
  /** Mean time from infection to being infectious [min]. */
  readonly latent: number;
  /** Stages of it [-]. */
  readonly latentStages: number;
  /** Mean time of being infectious [min]. */
  readonly infectious: number;
  /** Stages of it [-]. */
  readonly infectiousStages: number;
  /** Share of the given curve's infections that come from outside the district [-]. */
  readonly imported: number;
}

/** What is reported of infections; true numbers never take anything from it but the case rule. */
export interface ReportedSpec {
  /** Whether reported cases are counted. */
  readonly modelled: boolean;
  /** Share of the infected who come to be tested [-]. */
  readonly seeksCare: {
    /** Of those with symptoms. */
    readonly symptomatic: number;
    /** Of those without. */
    readonly asymptomatic: number;
  };
  /** Share of them whose infection is detected [-]. */
  readonly detected: number;
  /** Share of those detected who are counted in what is published [-]. */
  readonly counted: number;
  /** Infection to publication [min]. */
  readonly delay: DistributionSpec;
}

/** What the wave has beside its curve. */
export interface SpreadSpec {
  /** What the wave is. */
  readonly mode: WaveMode;
  /** Contact rate at a level ÷ that of the given curve [-]; for compartments. */
  readonly contactFactor: { readonly [L in RiskLevel]: number };
  /** Compartments. */
  readonly compartments: CompartmentSpec;
  /** What is reported. */
  readonly reported: ReportedSpec;
}

/** Levels by the case rule instead of by date. */
export interface LevelRuleSpec {
  /** Whether levels follow the case rule; `services.levels` is then not read. */
  readonly modelled: boolean;
  /** Days in which a case is new [d]. */
  readonly newDays: number;
  /** Most cases in all that are no high level [cases]. */
  readonly most: number;
  /** Cases reported in one grid that make a cluster [cases]. */
  readonly clusterCases: number;
  /** Days within which they are reported [d]. */
  readonly clusterDays: number;
  /** Cases reported before the first day. */
  readonly before: readonly {
    /** District. */
    readonly district: string;
    /** ISO date, before the first day. */
    readonly date: string;
    /** Cases [cases]. */
    readonly cases: number;
  }[];
}
