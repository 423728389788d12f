/** What it is worth that all scenarios meet the same people. */
import { type Interval, pairedInterval, Tally, tInterval, tQuantile } from "gridcare/engine/mod.ts";
import { NO_GROUPS, type ResultSet } from "gridcare/experiment/results/mod.ts";
import { type Frame, frameOf } from "./frames.ts";
import { gather } from "./gather.ts";

/**
 * Interval of the difference of two means whose values have nothing to do with each other.
 *
 * Source: Welch (1947), "The generalization of Student's problem when several different population
 * variances are involved", Biometrika 34(1–2), 28–35.
 *
 * @param a Values [their unit], at least two.
 * @param b Values whose mean is taken away [their unit], at least two.
 * @returns Mean difference and the bounds of its 95 % interval [unit of the values].
 *
 * @example Pairs that differ by the same, taken for strangers
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { unpairedInterval } from "./pairing_frame.ts";
 *
 * const { mean, low, high } = unpairedInterval([5, 9, 7], [3, 7, 5]);
 * assertEquals([mean, low < 0, high > 4], [2, true, true]);
 * ```
 */
export function unpairedInterval(a: readonly number[], b: readonly number[]): Interval {
  const parts = [a, b].map((values) => {
    const tally = new Tally();
    for (const value of values) tally.add(value);
    return { mean: tally.mean, square: tally.variance / tally.count, df: tally.count - 1 };
  });
  const square = parts[0].square + parts[1].square;
  const df = square ** 2 / parts.reduce((sum, part) => sum + part.square ** 2 / part.df, 0);
  const mean = parts[0].mean - parts[1].mean;
  const halfWidth = square === 0 ? 0 : tQuantile(0.975, df) * Math.sqrt(square);
  return { mean, low: mean - halfWidth, high: mean + halfWidth, halfWidth, n: a.length + b.length };
}

/** Values by replication, over the whole network; NaN where there is none. */
function valuesOf(results: ResultSet, scenario: string, measure: string): number[] {
  const { replications } = results.manifest;
  const values = Array.from({ length: replications }, () => NaN);
  const rows = gather(results.measures, { ...NO_GROUPS, measure });
  for (const row of rows) if (row.scenario === scenario) values[row.replication] = row.value;
  return values;
}

/** Replications that an interval without pairs would need for the width of the paired one [-]. */
function worthOf(paired: Interval, unpaired: Interval, replications: number): number {
  return Math.round(replications * (unpaired.halfWidth / paired.halfWidth) ** 2);
}

function checkReplications({ manifest: { replications } }: ResultSet): void {
  if (replications >= 2) return;
  throw new RangeError(
    `Cannot compare intervals as the experiment must have >= 2 replications: current number is ` +
      replications,
  );
}

/**
 * Differences from the baseline with the interval of pairs beside that of strangers.
 *
 * The first takes the difference within each replication, whose people are the same in all scenarios;
 * the second forgets who belongs together.
 *
 * @param results Results of an experiment, at least two replications.
 * @param measures Names from the catalogue, in the order wanted.
 * @returns One row per measure and scenario other than the baseline, columns measure, unit, scenario,
 * difference, `± paired`, `± unpaired`, `± of the mean itself` and roughly how many
 * `replications needed unpaired` for an interval as narrow as the paired one.
 * @throws {RangeError} When there are fewer than two replications, or the results do not hold a measure.
 */
export function pairingFrame(results: ResultSet, measures: readonly string[]): Frame {
  checkReplications(results);
  const { baseline, replications, scenarios } = results.manifest;
  const others = scenarios.map(({ name }) => name).filter((name) => name !== baseline);
  return frameOf(measures.flatMap((measure) => {
    const [{ unit }] = gather(results.comparison, { measure });
    const base = valuesOf(results, baseline, measure);
    return others.map((scenario) => {
      const values = valuesOf(results, scenario, measure);
      const paired = pairedInterval(values, base);
      const unpaired = unpairedInterval(values, base);
      const short = (value: number) => Number(value.toPrecision(3));
      return {
        measure,
        unit,
        scenario,
        difference: short(paired.mean),
        "± paired": short(paired.halfWidth),
        "± unpaired": short(unpaired.halfWidth),
        "± of the mean itself": short(tInterval(values).halfWidth),
        "replications needed unpaired": worthOf(paired, unpaired, replications),
      };
    });
  }));
}
