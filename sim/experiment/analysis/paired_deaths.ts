/** Deaths person by person: who dies in one scenario and not in the other. */
import { measureDefinition } from "../../domain/mod.ts";
import type { Row } from "../../network/mod.ts";

/**
 * Counts the people who die under one scenario only.
 *
 * @param here Keys of those who died, ascending.
 * @param baseline The same of the baseline.
 * @returns Rows `deaths_only_here` and `deaths_only_in_baseline` [persons].
 *
 * @example One person is saved, two others die
 * ```ts
 * import { assertEquals } from "@std/assert";
 * import { pairedDeaths } from "./mod.ts";
 *
 * const rows = pairedDeaths(Float64Array.of(1, 4, 7, 9), Float64Array.of(2, 4, 9));
 * assertEquals(rows.map((row) => row.value), [2, 1]);
 * ```
 */
export function pairedDeaths(here: Float64Array, baseline: Float64Array): Row[] {
  let i = 0;
  let j = 0;
  let both = 0;
  while (i < here.length && j < baseline.length) {
    if (here[i] === baseline[j]) both++;
    if (here[i] <= baseline[j]) i++;
    else j++;
    // After an equal pair only `here` has moved on; the next comparison moves `baseline`.
  }
  const row = (measure: string, value: number): Row => ({
    measure,
    unit: measureDefinition(measure).unit,
    value,
  });
  return [
    row("deaths_only_here", here.length - both),
    row("deaths_only_in_baseline", baseline.length - both),
  ];
}
