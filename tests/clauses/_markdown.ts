/** The table of effects to be read: by notice, with reasons. */

import { measureDefinition } from "../../sim/domain/mod.ts";
import type { Notice } from "../../sim/scenario/mod.ts";
import { type Effect, type NoEffect, parameterOf } from "./_effect.ts";
import type { EffectRow } from "./_table.ts";

/** What the readable table is made of. */
export interface MarkdownParts {
  /** Effects, in order. */
  readonly effects: readonly Effect[];
  /** Clauses without an effect to show. */
  readonly without: readonly NoEffect[];
  /** Notices, in order. */
  readonly notices: readonly Notice[];
}

const noticeOf = (clause: string): string => clause.slice(0, clause.indexOf("-"));
const escaped = (text: string): string => text.replaceAll("|", "\\|");

/** A mean with the decimals that its measure is shown with. */
function shown(text: string, measure: string): string {
  const { decimals } = measureDefinition(measure);
  return text === ""
    ? "–"
    : Number(text).toFixed(Math.max(decimals, 1)).replace(/^-(0\.0+)$/, "$1");
}

/** What is laid over the scenario in both of those compared, e.g. `emergency.modelled` true. */
function sharedBy(row: EffectRow, effects: readonly Effect[]): string {
  const set = effects.find(({ title }) => title === row.title)?.set ?? {};
  const said = (value: unknown) => typeof value === "string" ? value : JSON.stringify(value);
  const parts = Object.entries(set).map(([path, value]) => `\`${path}\` ${said(value)}`);
  return parts.length === 0 ? "–" : parts.join("; ");
}

function line(row: EffectRow, effects: readonly Effect[]): string {
  const number = (text: string) => shown(text, row.measure);
  const { title } = measureDefinition(row.measure);
  return `| ${
    [
      row.clauses.replaceAll(" ", ", "),
      `${row.title} (\`${row.parameter.replaceAll("; ", "`, `")}\`, ${row.scenario})`,
      `${row.from} → ${row.to}`,
      sharedBy(row, effects),
      `${title.en}${row.group === "" ? "" : `, ${row.group}`} [${row.unit}]`,
      `${number(row.mean_from)} → ${number(row.mean_to)}`,
      `${number(row.difference)} (${number(row.low)} to ${number(row.high)})`,
      `${Math.round(Number(row.same_direction) * 100)} %`,
      row.verdict === "moves nothing" ? "moves nothing" : `**${row.verdict}**`,
    ].map(escaped).join(" | ")
  } |`;
}

/** Clauses of the effects that change several parameters at once. */
function severalOf(effects: readonly Effect[]): string[] {
  const several = effects.filter((effect) => parameterOf(effect).includes("; "));
  return [...new Set(several.flatMap(({ clauses }) => clauses))];
}

/** Why a comparison moves nothing, where it says so. */
function reasonOf(row: EffectRow, effects: readonly Effect[]): string[] {
  const effect = effects.find(({ title }) => title === row.title);
  const i = effect?.steps.findIndex(({ label }) => label === row.to) ?? -1;
  const stays = effect?.steps[i]?.stays;
  if (stays === undefined) return [];
  return [
    `- ${row.clauses.replaceAll(" ", ", ")}, ${row.title}, ${row.from} → ${row.to}: ${stays}`,
  ];
}

/**
 * The table in Markdown.
 *
 * @param rows Kept rows.
 * @param parts Effects, clauses without one, notices.
 * @returns Text of the file.
 */
export function toMarkdown(
  rows: readonly EffectRow[],
  { effects, without, notices }: MarkdownParts,
): string {
  const moved = rows.filter(({ verdict }) => verdict !== "moves nothing").length;
  const still = [...rows.filter(({ verdict }) => verdict === "moves nothing")];
  const parts = notices.flatMap(({ notice, titleEn, date }) => {
    const here = rows.filter(({ clauses }) => noticeOf(clauses) === notice);
    const lines = here.map((row) => line(row, effects)).join("\n");
    return here.length === 0 ? [] : [`## ${notice}: ${titleEn}, ${date}\n\n${HEAD}\n${lines}\n`];
  });
  const reasons = still.flatMap((row) => reasonOf(row, effects));
  return `# What the clauses do

${effects.length} effects, ${rows.length} comparisons: ${moved} move, ${still.length} move nothing. Made by
\`deno task clauses\`; the numbers are in [effects.csv](effects.csv).

Each line compares two scenarios that differ in the parameters in brackets alone: one, but several for
${severalOf(effects).join(", ")}; in ${
    rows[0]?.replications ?? 0
  } paired replications on the same people.
A measure moves when it goes the same way in at least 95 % of the pairs. Means are over replications; the
interval is Student's t at 95 % of the paired difference. The scenarios are made as a user makes them: a
file that extends the one in brackets. Where a clause acts only beside others (a laboratory that is
modelled, staff who fall ill) or shows only where beds are free, that is so in both, as the column says. For
rules (2) to (4) of the plan the rules compared with it are generated from it: those of the clause are for
the same people in the same places and lead to the nearest able hospital. The grids are synthetic: sizes
show that the mechanism works, not what it would do in a real city.

${parts.join("\n")}
## What moves nothing, and why

${reasons.join("\n")}

## Clauses without an effect to show

${without.map(({ clause, reason }) => `- ${clause}: ${reason}`).join("\n")}
`;
}

const HEAD =
  `| clause | changed | from → to | in both | measure | mean | difference (95 %) | same way | verdict |
| --- | --- | --- | --- | --- | ---: | ---: | ---: | --- |`;
