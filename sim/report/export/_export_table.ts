/** A table with what other programs need to know of its columns. */
import type { CsvTable } from "../tables/mod.ts";
import { unitOf } from "./_units.ts";

/** A row, whatever its table. */
export type Row = Readonly<Record<string, string | number | boolean>>;

/** What a column holds. */
export type Kind = "text" | "date" | "whole number" | "number" | "true or false";

/** A column. */
export interface Column {
  /** Heading, as in the CSV file. */
  readonly heading: string;
  /** Field of the row. */
  readonly field: string;
  readonly kind: Kind;
  /** Unit of numbers; empty for anything else. */
  readonly unit: string;
}

/** A table. */
export interface ExportTable {
  /** Name: that of its file without `.csv`. */
  readonly name: string;
  readonly columns: readonly Column[];
  /** Rows, to be gone through as often as wanted. */
  readonly rows: Iterable<Row>;
}

const DATES: ReadonlySet<string> = new Set(["date", "week"]);
const WHOLE: ReadonlySet<string> = new Set([
  "replication",
  "replications",
  "set",
  "reached",
  "hits",
  "only_here",
  "only_in_baseline",
  "day",
  "patients",
]);

/** Columns of a table of the result folder. */
export function columnsOf<R extends object>({ file, columns }: CsvTable<R>): Column[] {
  const table = file.replace(/\.csv$/, "");
  return columns.map(({ heading, field, holds }) => {
    const kind = kindOf(heading, holds);
    const isNumber = kind === "number" || kind === "whole number";
    return { heading, field, kind, unit: isNumber ? unitOf(table, heading) : "" };
  });
}

function kindOf(heading: string, holds: CsvTable<object>["columns"][number]["holds"]): Kind {
  if (holds === "true or false") return holds;
  if (holds === "numbers") return WHOLE.has(heading) ? "whole number" : "number";
  return DATES.has(heading) ? "date" : "text";
}

const MS_PER_DAY = 86_400_000;
const dates = new Map<string, number>();

/**
 * Days of an ISO date since 1970 [d].
 *
 * @throws {SyntaxError} When it is none.
 */
export function daysOf(date: string, where: string): number {
  const known = dates.get(date);
  if (known !== undefined) return known;
  const ms = /^\d{4}-\d\d-\d\d$/.test(date) ? Date.parse(`${date}T00:00Z`) : NaN;
  if (Number.isNaN(ms) || !new Date(ms).toISOString().startsWith(date)) {
    throw new SyntaxError(
      `Cannot export ${where} as it must hold dates such as 2022-12-07: current value is "${date}"`,
    );
  }
  dates.set(date, ms / MS_PER_DAY);
  return ms / MS_PER_DAY;
}
