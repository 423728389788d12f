/** One measure of one scenario beside the same of another. */
import { levelOfEach, pairedInterval, quantileOf, Tally, tInterval } from "../../engine/mod.ts";
import type { ComparisonRow, MeasureRow, Uncertainty } from "../results/mod.ts";
import { meansOfSets } from "./_sets.ts";

/** Replications below which tails have no quantile [-]: a twentieth of fewer than 20 is no value. */
export const FEWEST_FOR_TAILS = 20;

/** Values of one measure and group of one scenario. */
export interface Sample {
  /** First row. */
  readonly first: MeasureRow;
  /** Its place among all rows [-]. */
  readonly place: number;
  /** Values by replication; a hole where there is no row. */
  readonly values: number[];
}

/** What holds for all rows of a comparison. */
export interface Comparing {
  readonly level: number;
  readonly uncertainty: Uncertainty;
  readonly grades: Readonly<Record<string, string>>;
  readonly perSet: number;
}

const varianceOf = (values: readonly number[]): number => {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  return tally.variance;
};

const tailOf = (values: readonly number[], p: number): number =>
  values.length < FEWEST_FOR_TAILS ? NaN : quantileOf(values, p);

/** Share of the variance of the difference of independent samples that pairing took away [-]. */
function removedBy(ours: readonly number[], theirs: readonly number[], differences: number[]) {
  const apart = varianceOf(ours) + varianceOf(theirs);
  return apart > 0 ? 1 - varianceOf(differences) / apart : NaN;
}

/** Values of both sides, replication by replication; empty where a replication has none. */
function pairUp(here: Sample, from: Sample | undefined) {
  const [ours, theirs, replications]: [number[], number[], number[]] = [[], [], []];
  here.values.forEach((value, replication) => {
    ours.push(value);
    theirs.push(from?.values[replication] ?? NaN);
    replications.push(replication);
  });
  const reached = (values: number[]) => values.some(Number.isNaN) ? [] : values;
  const pairs = ours.filter((value, i) => !Number.isNaN(value + theirs[i])).length;
  return { ours: reached(ours), theirs: reached(theirs), replications, pairs };
}

/**
 * The row of a sample beside another.
 *
 * @param here The scenario's values.
 * @param from Those of the other; undefined when it does not have the cell.
 * @param options What holds for all; `beside`: name of the other; `together`: comparisons of the
 * measure that the simultaneous interval holds for [-].
 */
export function compareSamples(
  here: Sample,
  from: Sample | undefined,
  options: Comparing & { readonly beside: string; readonly together: number },
): ComparisonRow {
  const { level, perSet, together } = options;
  const { ours, theirs, replications, pairs } = pairUp(here, from);
  const both = ours.length > 0 && theirs.length > 0;
  const differences = both ? ours.map((value, i) => value - theirs[i]) : [];
  const sets = (values: readonly number[]) => meansOfSets(values, replications, perSet);
  const mean = tInterval(sets(ours), level);
  const [a, b] = both ? [sets(ours), sets(theirs)] : [[], []];
  const alone = pairedInterval(a, b, level);
  const all = pairedInterval(a, b, levelOfEach(together, { level }));
  const { replication: _, value: __, ...groups } = here.first;
  return {
    ...groups,
    baseline: options.beside,
    replications: pairs,
    mean: mean.mean,
    meanLow: mean.low,
    meanHigh: mean.high,
    baselineMean: tInterval(sets(theirs), level).mean,
    difference: alone.mean,
    differenceLow: alone.low,
    differenceHigh: alone.high,
    allLow: all.low,
    allHigh: all.high,
    varianceRemoved: both && here !== from ? removedBy(ours, theirs, differences) : NaN,
    p05: tailOf(ours, 0.05),
    p95: tailOf(ours, 0.95),
    differenceP05: tailOf(differences, 0.05),
    differenceP95: tailOf(differences, 0.95),
    uncertainty: options.uncertainty,
    grade: options.grades[groups.scenario] ?? "",
  };
}
