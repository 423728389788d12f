/** Judged cases as rows: the kept tables, and what differs from them. */

import { KeptTable, sixDigits } from "../support/kept_table.ts";
import type { Fault, Judged, ValidationCase } from "./_case.ts";

/** A case with its judged numbers. */
export interface Outcome {
  /** Name of the case. */
  readonly name: string;
  /** Its numbers, in order. */
  readonly judged: readonly Judged[];
  /** How long it took [s]. */
  readonly seconds: number;
}

/** Columns of a table. */
export const COLUMNS = [
  "case",
  "quantity",
  "reference",
  "ours",
  "z",
  "low",
  "high",
  "verdict",
] as const;

/** One number of a table, as text. */
export type TableRow = Readonly<Record<typeof COLUMNS[number], string>>;

/** Rows of outcomes. Low and high are those of a band, or of a tolerance about the reference. */
export function rowsOf(outcomes: readonly Outcome[]): TableRow[] {
  return outcomes.flatMap(({ name, judged }) =>
    judged.map(({ quantity, reference, ours, rule, z, holds }) => {
      const [low, high] = rule.kind === "band"
        ? [rule.low, rule.high]
        : rule.kind === "tolerance"
        ? [reference - rule.tolerance, reference + rule.tolerance]
        : [NaN, NaN];
      return {
        case: name,
        quantity,
        reference: sixDigits(reference),
        ours: sixDigits(ours),
        z: sixDigits(z),
        low: sixDigits(low),
        high: sixDigits(high),
        verdict: holds ? "green" : "red",
      };
    })
  );
}

const TABLE = new KeptTable(COLUMNS, ["case", "quantity"]);

/** A table as comma-separated values, with a header. */
export function toCsv(rows: readonly TableRow[]): string {
  return TABLE.toCsv(rows);
}

/** A table from comma-separated values. */
export function fromCsv(text: string): TableRow[] {
  return TABLE.fromCsv(text);
}

/** What differs between a kept table and a fresh one: a line for each cell or row. */
export function driftOf(kept: readonly TableRow[], fresh: readonly TableRow[]): string[] {
  return TABLE.driftOf(kept, fresh);
}

/** A table for a terminal, in columns. */
export function toText(rows: readonly TableRow[]): string {
  const lines = rows.map((row) => [
    row.case,
    row.quantity,
    row.reference,
    row.ours,
    beside(row),
    row.verdict,
  ]);
  const all = [["case", "quantity", "reference", "ours", "z or band", "verdict"], ...lines];
  const widths = all[0].map((_, column) => Math.max(...all.map((line) => line[column].length)));
  return all.map((line) => line.map((cell, i) => cell.padEnd(widths[i])).join("  ").trimEnd())
    .join("\n");
}

function beside({ z, low, high }: TableRow): string {
  return z !== "" ? String(Number(Number(z).toFixed(2)) + 0) : `${low} to ${high}`;
}

/** The full table in Markdown, with its sources and the planted faults. */
export function toMarkdown(
  rows: readonly TableRow[],
  { deno, cases, faults }: {
    deno: string;
    cases: readonly ValidationCase[];
    faults: readonly Fault[];
  },
): string {
  const red = rows.filter(({ verdict }) => verdict === "red").length;
  const cell = (text: string) => text.replaceAll("|", "\\|");
  const table = (name: string) =>
    rows.filter((row) => row.case === name).map((row) =>
      `| ${cell(row.quantity)} | ${row.reference} | ${row.ours} | ${beside(row)} | ${row.verdict} |`
    ).join("\n");
  return `# Validation

Deno ${deno}, full effort: ${cases.length} cases, ${rows.length} numbers, ${
    rows.length - red
  } green, ${red} red. Made by \`deno task validate\`.

A number with a standard error is green at |z| < 3, or the limit of Bonferroni where a case has
several; one with a band, inside it.
${
    cases.map(({ name, source }) => `
## ${name}

${source}

| quantity | reference | ours | z or band | verdict |
| --- | ---: | ---: | --- | --- |
${table(name)}
`).join("")
  }
## Planted faults

Each was put into the sources; the cases beside it, and no others, turned red.

| fault | what is wrong | file | red |
| --- | --- | --- | --- |
${
    faults.map(({ name, what, file, red }) =>
      `| ${name} | ${cell(what)} | ${file} | ${cell(red.join("; "))} |`
    ).join("\n")
  }
`;
}
