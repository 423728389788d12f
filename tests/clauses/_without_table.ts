/** What became of the tests without their clauses: the kept table and how it is read. */

import type { Notice } from "../../sim/scenario/mod.ts";
import { KeptTable } from "../support/kept_table.ts";
import { fileOf, type WithoutOutcome } from "./_without_run.ts";

const COLUMNS = ["clause", "file", "fault", "test", "verdict", "says"] as const;

/** A row, every cell as text. */
export type WithoutRow = Readonly<Record<typeof COLUMNS[number], string>>;

/** The kind of table. */
export const WITHOUT_TABLE: KeptTable<typeof COLUMNS[number]> = new KeptTable(COLUMNS, ["clause"]);

/** The row of an outcome. */
export function rowOf(outcome: WithoutOutcome): WithoutRow {
  const { clause, fault, verdict, lines } = outcome;
  return {
    clause: clause.clause,
    file: fileOf(clause),
    fault: fault.what,
    test: clause.test,
    verdict,
    says: lines.join(" / "),
  };
}

const cell = (text: string): string => text.replaceAll("|", "\\|").replaceAll("<", "&lt;");

/**
 * The table in Markdown.
 *
 * @param rows Kept rows.
 * @param notices Notices in order.
 * @returns Text of the file.
 */
export function toMarkdown(
  rows: readonly WithoutRow[],
  notices: readonly Notice[],
): string {
  const red = rows.filter(({ verdict }) => verdict === "red").length;
  const parts = notices.flatMap(({ notice, titleEn, date }) => {
    const here = rows.filter(({ clause }) => clause.startsWith(`${notice}-`));
    return here.length === 0
      ? []
      : [`## ${notice}: ${titleEn}, ${date}\n\n${HEAD}\n${here.map(lineOf).join("\n")}\n`];
  });
  return `# Without the clauses

${rows.length} clauses are modelled; without its mechanism the test of ${red} turns red. Made by
\`deno task clauses --without all\`; the rows are in [without.csv](without.csv).

In a copy of the sources one change makes the mechanism of a clause do nothing. Of the tests the one
that the register of clauses names is run alone, first as things are, then with the change.

${parts.join("\n")}`;
}

function lineOf({ clause, file, fault, test, verdict, says }: WithoutRow): string {
  const [testFile, name] = test.split(" :: ");
  const cells = [
    clause,
    `${cell(fault)} (\`${file}\`)`,
    `${cell(name)} (\`${testFile}\`)`,
    verdict,
    cell(says),
  ];
  return `| ${cells.join(" | ")} |`;
}

const HEAD = `| clause | without it | test | verdict | what it says |
| --- | --- | --- | --- | --- |`;
