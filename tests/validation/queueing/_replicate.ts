/** Replications of a model beside the exact values: z for each number, coverage for some. */

import { binomialBand, type Key, keyOf, Tally, tInterval } from "../../../sim/engine/mod.ts";
import { bandFinding, type Effort, exactFinding, type Finding, zFinding } from "../_case.ts";

/** How much is run. */
export interface Size {
  /** Replications [-]; a multiple of 10 where coverage is looked at. */
  readonly replications: number;
  /** Time that is measured in each [time]. */
  readonly length: number;
}

/** Sizes by effort. */
export type Sizes = Readonly<Record<Effort, Size>>;

/** Sum and count (or time) of a replication; the number wanted is the ratio of their means. */
export type Sample = readonly [sum: number, per: number];

/** A number wanted. */
export interface Quantity<Observed> {
  /** What it is, with unit. */
  readonly name: string;
  /** What it should be. */
  readonly reference: number;
  /** What a replication gives. */
  readonly of: (observed: Observed) => Sample;
  /** Whether intervals of ten replications each are looked at. */
  readonly covered?: boolean;
}

/** A model to be run, and what is wanted of it. */
export interface Study<Observed> {
  /** Name of the case, which is the seed. */
  readonly name: string;
  /** Replications [-]. */
  readonly replications: number;
  /** One replication. */
  readonly run: (key: Key, replication: number) => Observed;
  /** Numbers wanted, in order. */
  readonly quantities: readonly Quantity<Observed>[];
}

/** Replications of one interval [-]. */
const GROUP = 10;
/** Level of the band of coverage: that of |z| < 3 [-]. */
const LEVEL = 0.9973;

/**
 * Runs a model and sets what came out beside what should.
 *
 * The ratio of means over all replications has a bias of the order of one over all that was run; its
 * standard error is that of the deviations sum − ratio × count. Coverage is that of Student's 95 %
 * interval of the ratios of ten replications.
 */
export function study<Observed>(
  { name, replications, run, quantities }: Study<Observed>,
): Finding[] {
  const sums = quantities.map(() => new Float64Array(replications));
  const pers = quantities.map(() => new Float64Array(replications));
  for (let r = 0; r < replications; r++) {
    const observed = run(keyOf(name, r), r);
    quantities.forEach(({ of }, q) => [sums[q][r], pers[q][r]] = of(observed));
  }
  const means = quantities.map(({ name: quantity, reference }, q) =>
    zFinding(quantity, reference, ratioOf(sums[q], pers[q]))
  );
  const covers = quantities.flatMap(({ name: quantity, reference, covered }, q) =>
    covered ? [coverage(quantity, reference, sums[q].map((sum, r) => sum / pers[q][r]))] : []
  );
  return [...means, ...covers];
}

function ratioOf(sums: Float64Array, pers: Float64Array): { ours: number; error: number } {
  const [sum, per] = [sums, pers].map((values) => {
    const tally = new Tally();
    values.forEach((value) => tally.add(value));
    return tally.mean;
  });
  const ours = sum / per;
  const deviations = new Tally();
  sums.forEach((value, r) => deviations.add((value - ours * pers[r]) / per));
  return { ours, error: Math.sqrt(deviations.variance / deviations.count) };
}

function coverage(quantity: string, reference: number, values: Float64Array): Finding {
  const groups = values.length / GROUP;
  let held = 0;
  for (let group = 0; group < groups; group++) {
    const { low, high } = tInterval(values.subarray(group * GROUP, (group + 1) * GROUP));
    if (low <= reference && reference <= high) held++;
  }
  const { low, high } = binomialBand(0.95, groups, LEVEL);
  return bandFinding(`${quantity}: share of 95 % intervals that hold it [-]`, 0.95, {
    ours: held / groups,
    low: low / groups,
    high: high / groups,
  });
}

/** A computed value beside a printed one, which is right to half a unit of its last digit. */
export function printed(quantity: string, reference: string, ours: number): Finding {
  const digits = reference.split(".")[1]?.length ?? 0;
  return exactFinding(`${quantity}, printed`, Number(reference), {
    ours,
    tolerance: 0.5001 * 10 ** -digits,
  });
}
