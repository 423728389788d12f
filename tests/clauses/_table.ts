/** The table of effects: rows, the kept file, and what a terminal shows. */

import { measureDefinition } from "../../sim/domain/mod.ts";
import { KeptTable, sixDigits } from "../support/kept_table.ts";
import { type Effect, parameterOf } from "./_effect.ts";
import type { Judged } from "./_judge.ts";

/** Columns of the kept table. */
export const COLUMNS = [
  "clauses",
  "title",
  "scenario",
  "parameter",
  "from",
  "to",
  "measure",
  "group",
  "unit",
  "replications",
  "mean_from",
  "mean_to",
  "difference",
  "low",
  "high",
  "same_direction",
  "verdict",
  "first_from",
  "first_to",
] as const;

/** One comparison of the table, as text. */
export type EffectRow = Readonly<Record<typeof COLUMNS[number], string>>;

/** The kept table. */
export const TABLE = new KeptTable(COLUMNS, ["title", "from", "to"]);

/** Groups of a measure in a word or two, e.g. `colour red`. */
export function groupOf({ measure: { group = {} } }: Effect): string {
  return Object.entries(group).map(([name, value]) => `${name} ${value}`).join(", ");
}

/**
 * Rows of an effect.
 *
 * @param effect The effect.
 * @param judged Its comparisons.
 * @param replications How many were run [-].
 * @returns One for each comparison.
 */
export function rowsOf(
  effect: Effect,
  judged: readonly Judged[],
  replications: number,
): EffectRow[] {
  return judged.map(({ step, means, first, difference, same, verdict }) => ({
    clauses: effect.clauses.join(" "),
    title: effect.title,
    scenario: effect.base,
    parameter: parameterOf(effect),
    from: effect.steps[step - 1].label,
    to: effect.steps[step].label,
    measure: effect.measure.name,
    group: groupOf(effect),
    unit: measureDefinition(effect.measure.name).unit,
    replications: `${replications}`,
    mean_from: sixDigits(means[0]),
    mean_to: sixDigits(means[1]),
    difference: sixDigits(difference.mean),
    low: sixDigits(difference.low),
    high: sixDigits(difference.high),
    same_direction: sixDigits(same),
    verdict,
    first_from: `${first[0]}`,
    first_to: `${first[1]}`,
  }));
}

/** One row for a terminal: what is changed, and what it does. */
export function lineOf(row: EffectRow): string {
  const measure = row.group === "" ? row.measure : `${row.measure} (${row.group})`;
  return `${
    row.verdict.padEnd(13)
  }  ${row.clauses}: ${row.title}, ${row.from} to ${row.to}: ${measure} ` +
    `${row.mean_from} to ${row.mean_to} ${row.unit}, same way in ${row.same_direction}`;
}

/** What differs from the kept values of the first replication: a line for each. */
export function firstDrift(kept: readonly EffectRow[], fresh: readonly EffectRow[]): string[] {
  const slim = (rows: readonly EffectRow[]) =>
    rows.map(({ title, from, to, first_from, first_to }) => ({
      title,
      from,
      to,
      first_from,
      first_to,
    }));
  const columns = ["title", "from", "to", "first_from", "first_to"] as const;
  return new KeptTable(columns, ["title", "from", "to"]).driftOf(slim(kept), slim(fresh));
}
