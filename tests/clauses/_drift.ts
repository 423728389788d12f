/** What the first replication of effects gives, beside the kept table. */

import { inResultsFolder } from "../support/results_folder.ts";
import type { Effect } from "./_effect.ts";
import { judge } from "./_judge.ts";
import { runEffects } from "./_run.ts";
import { firstDrift, rowsOf, TABLE } from "./_table.ts";

/**
 * Runs the first replication of every step.
 *
 * @param effects Effects, in the order of the table.
 * @returns A line for each value that differs from the kept one.
 */
export async function driftOfFirst(effects: readonly Effect[]): Promise<string[]> {
  const values = await inResultsFolder(
    "clauses",
    (folder) => runEffects(effects, { replications: 1, jobs: 1, folder }),
  );
  const rows = effects.flatMap((effect, i) => rowsOf(effect, judge(effect, values[i]), 1));
  const titles = new Set(effects.map(({ title }) => title));
  const kept = TABLE.fromCsv(await Deno.readTextFile(new URL("effects.csv", import.meta.url)));
  return firstDrift(kept.filter(({ title }) => titles.has(title)), rows);
}
