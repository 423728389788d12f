/** The risks of the average patient in right care, which sourced risks without care stand beside. */
import type { SeverityRow } from "./severity.ts";

/** Kinds of resident with their weights; `Profiles` is one. */
export interface WeightedKinds {
  /** Number of kinds [-]. */
  readonly count: number;
  /** Share of residents by kind [-]. */
  readonly weight: ArrayLike<number>;
  /** Severity row by kind [-]. */
  readonly severityRow: ArrayLike<number>;
}

/** Average net probabilities over the patients who reach the state [-]. */
export interface AverageRisks {
  /** P(mild worsens to moderate), of the moderate [-]. */
  readonly moderate: number;
  /** P(moderate worsens to severe) [-]. */
  readonly severe: number;
  /** P(severe worsens to critical) [-]. */
  readonly critical: number;
  /** P(death while severe) [-]. */
  readonly deathSevere: number;
  /** P(death while critical) [-]. */
  readonly deathCritical: number;
}

function average(
  rows: readonly SeverityRow[],
  reach: Float64Array,
  risk: keyof AverageRisks,
): number {
  let sum = 0;
  let weights = 0;
  rows.forEach((row, i) => {
    sum += reach[i] * row[risk];
    weights += reach[i];
  });
  return weights > 0 ? sum / weights : 0;
}

/**
 * Averages the risks of right care over those who face them.
 *
 * @param severity Risks by row.
 * @param kinds Residents.
 * @returns Averages [-]; 0 where nobody reaches the state.
 *
 * @example Two kinds, one of which never becomes ill
 * ```ts
 * import { assertAlmostEquals } from "@std/assert";
 * import { averageRisks } from "./mod.ts";
 *
 * const row = {
 *   ageBand: "80+", vaccination: "none", disease: "none", asymptomatic: 0.5, moderate: 0.2,
 *   severe: 0.1, critical: 0.3, deathSevere: 0.4, deathCritical: 0.5, underlyingMain: 0,
 * } as const;
 * const kinds = { count: 2, weight: [0.5, 0.5], severityRow: [0, 1] };
 * const { severe } = averageRisks([row, { ...row, moderate: 0, severe: 0.9 }], kinds);
 * assertAlmostEquals(severe, 0.1);
 * ```
 */
export function averageRisks(severity: readonly SeverityRow[], kinds: WeightedKinds): AverageRisks {
  const moderate = new Float64Array(severity.length);
  for (let kind = 0; kind < kinds.count; kind++) {
    const row = kinds.severityRow[kind];
    moderate[row] += kinds.weight[kind] * (1 - severity[row].asymptomatic) * severity[row].moderate;
  }
  const severe = moderate.map((reach, row) => reach * severity[row].severe);
  const critical = severe.map((reach, row) => reach * severity[row].critical);
  return {
    moderate: average(severity, moderate, "moderate"),
    severe: average(severity, moderate, "severe"),
    critical: average(severity, severe, "critical"),
    deathSevere: average(severity, severe, "deathSevere"),
    deathCritical: average(severity, critical, "deathCritical"),
  };
}
