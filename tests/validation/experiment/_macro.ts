/** Many small experiments: the rows of each go through the comparison that experiments use. */

import { binomialBand, type Key, keyOf, Tally } from "../../../sim/engine/mod.ts";
import { compareMeasures } from "../../../sim/experiment/analysis/mod.ts";
import {
  type ComparisonRow,
  type MeasureRow,
  NO_GROUPS,
} from "../../../sim/experiment/results/mod.ts";
import { bandFinding, type Finding, zFinding } from "../_case.ts";
import { runWard, type WardSpec } from "./_ward.ts";

/** Replications of one small experiment [-]. */
export const GROUP = 10;
/** Level of the band of coverage: that of |z| < 3 [-]. */
const LEVEL = 0.9973;

/** A scenario: a ward by its name. */
export type Wards = Readonly<Record<string, WardSpec>>;

/** What a run is asked for, by the name of the measure. */
export type Reading = (spec: WardSpec, key: Key) => Readonly<Record<string, number>>;

/** Refusals and beds in use over a run. */
export function lossOf(spec: WardSpec, key: Key): Readonly<Record<string, number>> {
  const { refused, inUse } = runWard(spec, key);
  return { refused, inUse };
}

/** Beds in use at the end of a run. */
export function lastCensusOf(spec: WardSpec, key: Key): Readonly<Record<string, number>> {
  return { census: runWard(spec, key).census[spec.days - 1] };
}

/**
 * Rows of all replications of several wards. Replication r of every ward has the same patients.
 *
 * @param name Seed.
 * @param wards Wards by scenario.
 * @param options Replications, and what is read of each run.
 * @returns Rows by replication, then by ward.
 */
export function rowsOfWards(
  name: string,
  wards: Wards,
  { replications, read }: { replications: number; read: Reading },
): MeasureRow[][] {
  return Array.from(
    { length: replications },
    (_, replication) =>
      Object.entries(wards).flatMap(([scenario, spec]) =>
        Object.entries(read(spec, keyOf(name, replication))).map(([measure, value]) => ({
          ...NO_GROUPS,
          scenario,
          replication,
          measure,
          unit: "",
          value,
        }))
      ),
  );
}

/** Rows of the comparison by scenario and measure. */
export type Compared = (scenario: string, measure: string) => ComparisonRow;

/** One comparison of some replications. */
export function compared(rows: readonly (readonly MeasureRow[])[], baseline: string): Compared {
  const numbered = rows.flatMap((one, replication) => one.map((row) => ({ ...row, replication })));
  const all = compareMeasures(numbered, baseline);
  return (scenario, measure) =>
    all.find((row) => row.scenario === scenario && row.measure === measure)!;
}

/** One comparison for every ten replications. */
export function comparisons(
  rows: readonly (readonly MeasureRow[])[],
  baseline: string,
): Compared[] {
  return Array.from(
    { length: rows.length / GROUP },
    (_, group) => compared(rows.slice(group * GROUP, (group + 1) * GROUP), baseline),
  );
}

/** Mean of a measure over all replications against its exact value. */
export function meanFinding(
  quantity: string,
  expected: number,
  values: readonly number[],
): Finding {
  const tally = new Tally();
  for (const value of values) tally.add(value);
  const error = Math.sqrt(tally.variance / values.length);
  return zFinding(quantity, expected, { ours: tally.mean, error });
}

/** Values of a measure of a scenario by replication. */
export function valuesOf(
  rows: readonly (readonly MeasureRow[])[],
  scenario: string,
  measure: string,
): number[] {
  return rows.map((one) =>
    one.find((row) => row.scenario === scenario && row.measure === measure)!.value
  );
}

/** Share of experiments in which something holds, against its probability. */
export function shareFinding(
  quantity: string,
  probability: number,
  held: readonly boolean[],
): Finding {
  const n = held.length;
  const { low, high } = binomialBand(probability, n, LEVEL);
  const ours = held.filter((one) => one).length / n;
  return bandFinding(`${quantity} [-]`, probability, { ours, low: low / n, high: high / n });
}
