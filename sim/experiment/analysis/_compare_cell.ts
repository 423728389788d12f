/** One measure of one scenario beside the same of another. */
import { levelOfEach, pairedInterval, quantileOf, Tally, tInterval } from "../../engine/mod.ts";
import type { ComparisonRow, MeasureRow, Uncertainty } from "../results/mod.ts";
import { meansOfSets, setsOf } from "./_sets.ts";
import { varianceShares } from "./variance_shares.ts";

/** Values below which tails have no quantile [values]: a twentieth of fewer than 20 is no value. */
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
  /** Replications made, by scenario [-]. */
  readonly made: ReadonlyMap<string, number>;
}

const varianceOf = (values: readonly number[]): number => {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  return tally.variance;
};

const tailOf = (values: ArrayLike<number>, p: number): number =>
  values.length < FEWEST_FOR_TAILS ? NaN : quantileOf(values, p);

/** Share of the variance of the difference of independent samples that pairing took away [-]. */
function removedBy(ours: readonly number[], theirs: readonly number[], differences: number[]) {
  const apart = varianceOf(ours) + varianceOf(theirs);
  return apart > 0 ? 1 - varianceOf(differences) / apart : NaN;
}

/** Values of both sides by replication; NaN where there is no row, as where no value was reached. */
function pairUp(here: Sample, from: Sample | undefined, made: number) {
  const [ours, theirs]: [number[], number[]] = [[], []];
  for (let replication = 0; replication < made; replication++) {
    ours.push(here.values[replication] ?? NaN);
    theirs.push(from?.values[replication] ?? NaN);
  }
  return [ours, theirs] as const;
}

/** All values, or none when a replication has none. */
const whole = (values: number[]): number[] => values.some(Number.isNaN) ? [] : values;

/** What there is, of replications with a value alone. */
function reachedOf(values: readonly number[], perSet: number) {
  const replications = [...values.keys()].filter((i) => !Number.isNaN(values[i]));
  const there = replications.map((i) => values[i]);
  return {
    reached: there.length,
    p50: quantileOf(meansOfSets(there, replications, perSet), 0.5),
  };
}

/** Share of the variance that drawn parameters make [-]; a last set of one replication is left out. */
function parameterShareOf(values: readonly number[], { uncertainty, perSet }: Comparing): number {
  if (uncertainty === "replication" || perSet < 2) return NaN;
  const sets = setsOf(values, perSet).filter(({ length }) => length > 1);
  return sets.length < 2 ? NaN : varianceShares(sets).parameters;
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
  const [mine, others] = pairUp(here, from, options.made.get(here.first.scenario)!);
  const [ours, theirs] = [whole(mine), whole(others)];
  const both = ours.length > 0 && theirs.length > 0;
  const differences = both ? ours.map((value, i) => value - theirs[i]) : [];
  const sets = (values: readonly number[]) => meansOfSets(values, [...values.keys()], perSet);
  const mean = tInterval(sets(ours), level);
  const [a, b] = both ? [sets(ours), sets(theirs)] : [[], []];
  const alone = pairedInterval(a, b, level);
  const all = pairedInterval(a, b, levelOfEach(together, { level }));
  const { replication: _, value: __, ...groups } = here.first;
  return {
    ...groups,
    baseline: options.beside,
    replications:
      mine.filter((value, i) =>
        !Number.isNaN(value) && (from === undefined || !Number.isNaN(others[i]))
      ).length,
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
    ...reachedOf(mine, perSet),
    p05: tailOf(sets(ours), 0.05),
    p95: tailOf(sets(ours), 0.95),
    differenceP05: tailOf(sets(differences), 0.05),
    differenceP95: tailOf(sets(differences), 0.95),
    parameterShare: parameterShareOf(ours, options),
    uncertainty: options.uncertainty,
    grade: options.grades[groups.scenario] ?? "",
  };
}
